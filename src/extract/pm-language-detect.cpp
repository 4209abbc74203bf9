/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The detector has no other door than this one of C++. */

#include "pm-language-private.h"

/* The detector's header wants it and does not say so. */
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

void
_pm_language_detect (const char *text, int length, PmLanguageGuess *guess)
{
  CLD2::CLDHints hints = {};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  bool reliable = false;
  int valid = 0;

  *guess = {};
  CLD2::ExtDetectLanguageSummaryCheckUTF8 (text, length, true, &hints, 0, languages, percents,
                                           scores, nullptr, &guess->bytes, &reliable, &valid);
  if (!reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE)
    return;
  guess->percent = percents[0];
  g_strlcpy (guess->code, CLD2::LanguageCode (languages[0]), sizeof guess->code);
}

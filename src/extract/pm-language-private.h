/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"

G_BEGIN_DECLS

/* The language of a text by its words and letters: the Compact Language Detector, whose tables are
 * part of its library. */

typedef struct
{
  char code[16]; /* as the detector spells it: "en", "zh-Hant", "iw"; empty when it cannot tell */
  int percent;   /* so much of the text is in it */
  int bytes;     /* of text that was looked at */
} PmLanguageGuess;

/* pm-language-detect.cpp. @text: UTF-8. */
void _pm_language_detect (const char *text, int length, PmLanguageGuess *guess);

/* Gives @document the language of its text where it has none, or where the text is evidently in
 * another: templates of sites carry their maker's language. */
void _pm_language_settle (PmDocument *document);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-language-private.h"

#include <string.h>

/* As much as a sure answer takes. */
#define SAMPLE 4096
/* Fewer bytes of text are a headline. */
#define MIN_TEXT 80
#define MIN_PERCENT 60
/* To contradict what the page declares. */
#define SURE_TEXT 300
#define SURE_PERCENT 90

/* Codes that changed, and the detector's older spelling. */
static const struct
{
  const char *old;
  const char *code;
} renamed[] = {
  { "iw", "he" }, { "in", "id" },    { "ji", "yi" },         { "jw", "jv" },
  { "mo", "ro" }, { "zh-CN", "zh" }, { "zh-TW", "zh-Hant" }, { "sr-ME", "sr" },
  { "sh", "sr" }, { "fil", "tl" },   { "nb", "no" },
};

/* Languages so close that a text does not tell them apart for sure. */
static const char *const close_kin[] = { "bs hr sr", "da nn no", "id ms",  "gl pt",   "cs sk",
                                         "bg mk",    "ca oc",    "en sco", "hi mr ne" };

static const char *
rename_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    if (strcmp (renamed[i].old, code) == 0)
      return renamed[i].code;
  return code;
}

/* "pt" of "pt-BR". */
static char *
dup_primary (const char *tag)
{
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-"));

  return g_strdup (rename_code (primary));
}

static gboolean
is_listed (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static gboolean
contradicts (const char *detected, const char *declared)
{
  g_autofree char *one = dup_primary (detected);
  g_autofree char *other = dup_primary (declared);

  for (guint i = 0; i < G_N_ELEMENTS (close_kin); i++)
    if (is_listed (close_kin[i], one) && is_listed (close_kin[i], other))
      return FALSE;
  return strcmp (one, other) != 0;
}

/* At most SAMPLE bytes of the body's beginning, whole characters. */
static int
measure_sample (const char *body)
{
  gsize length = strnlen (body, SAMPLE);

  while (length > 0 && ((guchar) body[length] & 0xc0) == 0x80)
    length--;
  return length;
}

void
_pm_language_settle (PmDocument *document)
{
  const char *declared = pm_document_get_meta (document, PM_META_LANGUAGE);
  const char *body = pm_document_get_body (document);
  PmLanguageGuess guess;
  gboolean wins;

  _pm_language_detect (body, measure_sample (body), &guess);
  if (*guess.code == '\0')
    return;
  if (declared == NULL)
    wins = guess.bytes >= MIN_TEXT && guess.percent >= MIN_PERCENT;
  else
    wins = guess.bytes >= SURE_TEXT && guess.percent >= SURE_PERCENT &&
           contradicts (guess.code, declared);
  if (wins)
    pm_document_set_meta (document, PM_META_LANGUAGE, rename_code (guess.code), "detected");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-language.h"

#include <string.h>

static const PmLanguage *const languages[] = {
  &pm_lang_de, &pm_lang_en, &pm_lang_es, &pm_lang_fr, &pm_lang_pt, &pm_lang_ru,
};

const PmLanguage *
pm_language_find (const char *tag)
{
  gsize length = tag != NULL ? strcspn (tag, "-_") : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i]->code) == length &&
        g_ascii_strncasecmp (languages[i]->code, tag, length) == 0)
      return languages[i];
  return NULL;
}

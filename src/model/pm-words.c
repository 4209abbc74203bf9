/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-words-private.h"

#include <string.h>

/* Whether a word goes on behind @p: "3.5", "U.S", "it’s", "well-known". */
static gboolean
joins (const char *p, const char *end)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  return next < end && (c == 0x2019 || (c < 0x80 && c != 0 && strchr ("'-.,:", c) != NULL)) &&
         g_unichar_isalnum (g_utf8_get_char (next)) && !g_unichar_iswide (g_utf8_get_char (next));
}

const char *
_pm_words_scan (const char *p, const char *end, const char **start, gboolean *is_word)
{
  gunichar c;

  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p >= end)
    return NULL;
  c = g_utf8_get_char (p);
  *start = p;
  *is_word = g_unichar_isalnum (c);
  p = g_utf8_next_char (p);
  if (!*is_word || g_unichar_iswide (c))
    return p;
  for (; p < end; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p))
        continue;
      c = g_utf8_get_char (p);
      if (!joins (p, end) &&
          ((!g_unichar_isalnum (c) && !g_unichar_ismark (c)) || g_unichar_iswide (c)))
        break;
    }
  return p;
}

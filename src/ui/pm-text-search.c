/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-text-search.h"

#include <string.h>

static gunichar
fold (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isspace (character) ? ' ' : (gunichar) g_ascii_tolower (character);
  switch (character)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201b: /* ‛ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x201f: /* ‟ */
      return '"';
    case 0x2010: /* hyphens and dashes */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      /* By way of the upper case, so that both forms of sigma are one. */
      return g_unichar_isspace (character) ? ' '
                                           : g_unichar_tolower (g_unichar_toupper (character));
    }
}

/* Returns: the place after the words, or %NULL when they do not stand at @at. */
static const char *
match_at (const char *at, const char *end, const gunichar *words, glong n_words)
{
  for (glong i = 0; i < n_words; i++)
    {
      gunichar character;

      if (at >= end)
        return NULL;
      character = g_utf8_get_char (at);
      if (fold (character) != words[i])
        return NULL;
      at = g_utf8_next_char (at);
      /* One space of the words stands for any stretch of white space. */
      while (words[i] == ' ' && at < end && fold (g_utf8_get_char (at)) == ' ')
        at = g_utf8_next_char (at);
    }
  return at;
}

static gunichar *
fold_words (const char *words, glong *n_words)
{
  gunichar *folded = g_utf8_to_ucs4_fast (words, -1, n_words);
  glong n = 0;

  for (glong i = 0; i < *n_words; i++)
    {
      gunichar character = fold (folded[i]);

      if (character != ' ' || n == 0 || folded[n - 1] != ' ')
        folded[n++] = character;
    }
  *n_words = n;
  return folded;
}

GArray *
pm_text_search (const char *text, gsize length, const char *words, guint limit)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  glong n_words;
  g_autofree gunichar *folded = fold_words (words, &n_words);
  const char *end = text + length;

  for (const char *at = text; n_words > 0 && at < end && places->len < limit;)
    {
      const char *stop = match_at (at, end, folded, n_words);
      PmSpan place = { at - text, stop != NULL ? stop - text : 0 };

      if (stop != NULL)
        g_array_append_val (places, place);
      at = stop != NULL ? stop : g_utf8_next_char (at);
    }
  return places;
}

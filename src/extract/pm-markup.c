/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-markup-private.h"

#include <string.h>

#include "pm-tree-private.h"

/* Longer is no title, name or summary; nor worth parsing as markup. */
#define MAX_MARKUP 65536

char *
_pm_markup_collapse (const char *text)
{
  GString *collapsed = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (g_unichar_iscntrl (c) || c == 0xad || c == 0x200b || c == 0xfeff)
        continue;
      if (space && collapsed->len > 0)
        g_string_append_c (collapsed, ' ');
      space = FALSE;
      g_string_append_len (collapsed, at, g_utf8_next_char (at) - at);
    }
  return g_string_free (collapsed, FALSE);
}

char *
_pm_markup_dup_plain (const char *text)
{
  gboolean marked = (strchr (text, '&') != NULL && strchr (text, ';') != NULL) ||
                    (strchr (text, '<') != NULL && strchr (text, '>') != NULL);
  g_autofree char *valid = g_utf8_make_valid (text, MIN (strlen (text), MAX_MARKUP * 16));

  if (marked && strlen (valid) <= MAX_MARKUP)
    {
      g_autoptr (PmTree) tree = _pm_tree_parse (valid, strlen (valid));

      if (tree->body != NULL)
        {
          g_autofree char *plain = _pm_node_dup_text (tree->body);

          return _pm_markup_collapse (plain);
        }
    }
  return _pm_markup_collapse (valid);
}

char *
_pm_markup_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

gboolean
_pm_markup_is_same (const char *a, const char *b)
{
  g_autofree char *folded_a = _pm_markup_fold (a);
  g_autofree char *folded_b = _pm_markup_fold (b);

  return strcmp (folded_a, folded_b) == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <string.h>

/* Bookmarks were never HTML: a parser that knows how HTML nests puts every entry into the one
 * before it, as deep as the list is long. Here tags are only told apart, in one pass. */

#define MAX_ATTRIBUTES 32
#define MAX_ENTITY 10

/* Returns: where the character that the "&" at @text stands for ends; @text itself when it is none.
 */
static const char *
read_entity (const char *text, const char *end, gunichar *character)
{
  const char *name = text + 1;
  gsize length = 0;

  while (length < MAX_ENTITY && name + length < end &&
         (g_ascii_isalnum (name[length]) || (length == 0 && *name == '#')))
    length++;
  if (name + length >= end || name[length] != ';' || length == 0)
    return text;
  if (*name != '#')
    *character = _pm_list_find_entity (name, length);
  else if (g_ascii_tolower (name[1]) == 'x')
    *character = (gunichar) g_ascii_strtoull (name + 2, NULL, 16);
  else
    *character = (gunichar) g_ascii_strtoull (name + 1, NULL, 10);
  return g_unichar_validate (*character) && *character != 0 ? name + length + 1 : text;
}

static char *
dup_unescaped (const char *text, gsize length)
{
  g_autoptr (GString) plain = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    {
      gunichar character = 0;
      const char *after = *text == '&' ? read_entity (text, end, &character) : text;

      if (after > text)
        g_string_append_unichar (plain, character);
      else
        g_string_append_c (plain, *after++);
      text = after;
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Reads one attribute. Returns: where it ends. */
static const char *
read_attribute (const char *text, GPtrArray *attributes)
{
  gsize length = strcspn (text + 1, " \t\r\n\f=>") + 1;
  g_autofree char *name = g_strndup (text, length);
  const char *value = text + length + strspn (text + length, " \t\r\n\f");
  char quote;

  if (*value != '=')
    return text + length;
  value += 1 + strspn (value + 1, " \t\r\n\f");
  quote = *value == '"' || *value == '\'' ? *value : '\0';
  if (quote != '\0')
    value++;
  length = strcspn (value, quote == '"' ? "\"" : quote == '\'' ? "'" : " \t\r\n\f>");
  if (attributes->len < 2 * MAX_ATTRIBUTES)
    {
      g_ptr_array_add (attributes, g_steal_pointer (&name));
      g_ptr_array_add (attributes, dup_unescaped (value, length));
    }
  value += length;
  return quote != '\0' && *value == quote ? value + 1 : value;
}

/* Reads the tag at @text. Returns: what follows it, or the end when it is never closed. */
static const char *
read_tag (const char *text, const PmListTags *tags, gpointer state)
{
  static const char *const verbatim[] = { "script", "style", NULL };
  gboolean closing = text[1] == '/';
  gsize length = strcspn (text + 1 + closing, " \t\r\n\f/>");
  g_autofree char *name = g_ascii_strdown (text + 1 + closing, (gssize) length);
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (g_free);

  text += 1 + closing + length;
  while (*(text += strspn (text, " \t\r\n\f/")) != '\0' && *text != '>')
    text = read_attribute (text, attributes);
  if (*text == '\0')
    return text;
  g_ptr_array_add (attributes, NULL);
  if (closing)
    tags->end (state, name);
  else
    tags->start (state, name, (const char **) attributes->pdata);
  if (!closing && g_strv_contains (verbatim, name))
    {
      const char *end = strstr (text, "</");

      return end != NULL ? end : text + strlen (text);
    }
  return text + 1;
}

/* Returns: what follows the comment or declaration at @text. */
static const char *
skip_declaration (const char *text)
{
  gboolean comment = g_str_has_prefix (text, "<!--");
  const char *end = comment ? strstr (text, "-->") : strchr (text, '>');

  if (end == NULL)
    return text + strlen (text);
  return end + (comment ? 3 : 1);
}

gboolean
_pm_list_walk_html (PmListInput *input,
                    const PmListTags *tags,
                    gpointer state,
                    const gboolean *ends,
                    GError **error)
{
  const char *text = input->text;

  while (*text != '\0' && !*ends && !g_cancellable_is_cancelled (input->cancellable))
    {
      gsize length = strcspn (text + 1, "<") + 1;

      if (*text == '<' && (g_ascii_isalpha (text[1]) || text[1] == '/'))
        text = read_tag (text, tags, state);
      else if (*text == '<' && (text[1] == '!' || text[1] == '?'))
        text = skip_declaration (text);
      else
        {
          g_autofree char *words = dup_unescaped (text, length);

          tags->text (state, words, strlen (words));
          text += length;
        }
    }
  return !g_cancellable_set_error_if_cancelled (input->cancellable, error);
}

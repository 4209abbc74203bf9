/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <string.h>

/* Text that somebody wrote or copied: one address a line, or addresses between other words. A line
 * that begins with # is a remark. */

/* Where the address within @word begins: "(https://example.org)". Returns: (nullable) */
static const char *
find_address (const char *word)
{
  for (const char *c = word; *c != '\0'; c++)
    if ((g_ascii_strncasecmp (c, "http://", 7) == 0 ||
         g_ascii_strncasecmp (c, "https://", 8) == 0) &&
        (c == word || !g_ascii_isalnum (c[-1])))
      return c;
  return NULL;
}

/* Takes off what belongs to the sentence and not to the address at its end. */
static char *
dup_address (const char *start)
{
  char *address = g_strndup (start, strcspn (start, "<>\"{}|\\^`"));
  gsize length = strlen (address);

  for (; length > 0; length--)
    {
      char last = address[length - 1];
      gboolean closes = last == ')' && strchr (address, '(') == NULL;

      if (!closes && strchr (".,;:!?'*]", last) == NULL)
        break;
      address[length - 1] = '\0';
    }
  return address;
}

static gboolean
looks_like_host (const char *word)
{
  gsize host = strcspn (word, "/?#");
  const char *dot = memchr (word, '.', host);

  return dot != NULL && dot > word && dot + 1 < word + host && strchr (word, '@') == NULL &&
         g_ascii_isalnum (word[0]);
}

/* Whether @word, alone on its line, was meant to lead somewhere. */
static gboolean
looks_like_address (const char *word)
{
  g_autofree char *scheme = g_uri_parse_scheme (word);

  return scheme != NULL || looks_like_host (word);
}

static gboolean
read_line (PmListInput *input, char *line, GError **error)
{
  static const char blanks[] = " \t\f\v";

  g_strstrip (line);
  if (*line == '\0' || *line == '#')
    return TRUE;
  if (line[strcspn (line, blanks)] == '\0' && find_address (line) == NULL)
    return !looks_like_address (line) || _pm_list_add (input, pm_link_new (line), error);
  for (const char *word = line; *word != '\0'; word += strspn (word, blanks))
    {
      gsize length = strcspn (word, blanks);
      g_autofree char *copy = g_strndup (word, length);
      const char *start = find_address (copy);
      g_autofree char *address = start != NULL ? dup_address (start) : NULL;

      if (address != NULL && !_pm_list_add (input, pm_link_new (address), error))
        return FALSE;
      word += length;
    }
  return TRUE;
}

static gboolean
recognise_text (const char *text)
{
  return TRUE;
}

/* Each of its lines is an address. */
static gboolean
is_certain (const char *text)
{
  guint n_lines = 0;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");
      g_autofree char *word = g_strstrip (g_strndup (line, length));

      if (*word != '\0' && *word != '#')
        {
          if (find_address (word) != word || strpbrk (word, " \t") != NULL)
            return FALSE;
          n_lines++;
        }
      line += length + (line[length] != '\0');
    }
  return n_lines > 0;
}

static gboolean
read_text (PmListInput *input, GError **error)
{
  for (const char *line = input->text; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");
      g_autofree char *copy = g_strndup (line, length);

      if (g_cancellable_set_error_if_cancelled (input->cancellable, error) ||
          !read_line (input, copy, error))
        return FALSE;
      line += length + (line[length] != '\0');
    }
  return TRUE;
}

const PmListReader _pm_list_text = { recognise_text, is_certain, read_text };

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-name.h"

#include <string.h>

#define MIN_ACRONYM 2
#define MAX_ACRONYM 8

static gunichar
unify (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* the quotation marks that serve as apostrophes */
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x2010: /* hyphens and short dashes */
    case 0x2011:
    case 0x2013:
      return '-';
    default:
      return c;
    }
}

/* One space between words, none at the ends, no full stops. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = unify (g_utf8_get_char (p));

      if (c == '.')
        continue;
      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Most names are ASCII, and there is no quicker way to see it than to look. */
static char *
fold (const char *name)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (name))
    return g_ascii_strdown (name, -1);
  normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup (name);
}

char *
pm_entity_name_dup_key (const char *name)
{
  g_autofree char *folded = fold (name);
  g_autofree char *key = squeeze (folded);
  const char *start = key;
  gsize length = strlen (key);

  if (g_str_has_prefix (start, "the ") && length > strlen ("the "))
    start += strlen ("the ");
  length = strlen (start);
  if (g_str_has_suffix (start, "'s") && length > strlen ("'s"))
    length -= strlen ("'s");
  return length > 0 ? g_strndup (start, length) : g_strdup (name);
}

/* The next word of *@rest, which moves behind it. Returns: (nullable): where it begins */
static const char *
next_word (const char **rest)
{
  const char *word;

  while (**rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (*rest)))
    *rest = g_utf8_next_char (*rest);
  word = *rest;
  while (**rest != '\0' && g_unichar_isalnum (g_utf8_get_char (*rest)))
    *rest = g_utf8_next_char (*rest);
  return *rest > word ? word : NULL;
}

gboolean
pm_entity_name_is_acronym (const char *acronym, const char *name)
{
  g_autofree char *letters = squeeze (acronym);
  glong n = g_utf8_strlen (letters, -1);
  const char *letter = letters;
  const char *rest = name;
  const char *word;

  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  if (n < MIN_ACRONYM || n > MAX_ACRONYM)
    return FALSE;
  while ((word = next_word (&rest)) != NULL)
    {
      gunichar first = g_utf8_get_char (word);

      if (*letter != '\0' && g_unichar_toupper (first) == g_utf8_get_char (letter))
        letter = g_utf8_next_char (letter);
      else if (g_unichar_isupper (first))
        return FALSE;
    }
  return *letter == '\0';
}

static gboolean
ends_with_word (const char *whole, const char *part)
{
  gsize n_whole = strlen (whole);
  gsize n_part = strlen (part);

  return n_whole > n_part && whole[n_whole - n_part - 1] == ' ' && g_str_has_suffix (whole, part);
}

static gboolean
begins_with_word (const char *whole, const char *part)
{
  return g_str_has_prefix (whole, part) && whole[strlen (part)] == ' ';
}

gboolean
pm_entity_name_is_near (PmEntityType type, const char *part, const char *whole)
{
  const char *last_part = strrchr (part, ' ');
  const char *last_whole = strrchr (whole, ' ');

  if (ends_with_word (whole, part) && (type == PM_ENTITY_PERSON || strchr (part, ' ') != NULL))
    return TRUE;
  if (begins_with_word (whole, part) && type != PM_ENTITY_PLACE)
    return TRUE;
  return type == PM_ENTITY_PERSON && last_part != NULL && last_whole != NULL &&
         strcmp (part, whole) != 0 && strcmp (last_part, last_whole) == 0 &&
         g_utf8_get_char (part) == g_utf8_get_char (whole);
}

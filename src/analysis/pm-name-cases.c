/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis-private.h"

#include <string.h>

/* "спросили Олега Кудашкина": a person named only in another case is called by the nominative. The
 * given name tells the gender; first and last word must both bend, or the name is one already. */

/* Returns: (transfer full) (nullable): @word with another of its endings. */
static char *
bend (const PmNameCase *form, const char *word)
{
  gsize length = strlen (word);
  gsize ending = strlen (form->ending);

  if (length <= ending || strcmp (word + length - ending, form->ending) != 0)
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (length - ending), word, form->nominative);
}

static gboolean
is_given (PmContext *context, const char *name, guint64 gender)
{
  g_autofree char *key = g_utf8_strdown (name, -1);
  const PmLexeme *lexeme = pm_lexicon_find (context->lexicon, key);

  return lexeme != NULL && (lexeme->classes & PM_WORD_GIVEN) == gender;
}

static gboolean
is_known (PmContext *context, const char *word, const char *name, guint64 gender)
{
  return is_given (context, name, gender) && is_given (context, word, gender);
}

/* The nominative of a given name: a known one, or any of the @gender that is sure. */
static char *
restore_given (PmContext *context, const char *word, guint64 sure, guint64 *gender)
{
  const PmLanguage *language = context->language;

  for (gsize i = 0; i < language->n_name_cases; i++)
    {
      const PmNameCase *form = &language->name_cases[i];
      g_autofree char *name = form->given ? bend (form, word) : NULL;

      if (name == NULL || (form->gender != sure && !is_known (context, word, name, form->gender)))
        continue;
      *gender = form->gender;
      return g_steal_pointer (&name);
    }
  return NULL;
}

static char *
restore_part (PmContext *context, const char *word, guint64 gender)
{
  const PmLanguage *language = context->language;

  for (gsize i = 0; i < language->n_name_cases; i++)
    {
      const PmNameCase *form = &language->name_cases[i];
      char *name = !form->given && form->gender == gender ? bend (form, word) : NULL;

      if (name != NULL)
        return name;
    }
  return NULL;
}

/* A family name or patronymic, each side of its hyphen by itself. */
static char *
restore_word (PmContext *context, const char *word, guint64 gender)
{
  g_auto (GStrv) parts = g_strsplit (word, "-", -1);
  gboolean bent = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = restore_part (context, parts[i], gender);

      if (part == NULL)
        continue;
      g_free (parts[i]);
      parts[i] = part;
      bent = TRUE;
    }
  return bent ? g_strjoinv ("-", parts) : NULL;
}

/* A woman's name may look like a man's in another case: his family name alone tells. */
static guint64
find_sure_gender (PmContext *context, const PmEntity *entity, const char *last)
{
  g_autofree char *name = restore_word (context, last, PM_WORD_MALE);

  return name != NULL && g_ptr_array_find_with_equal_func (entity->aliases, name, g_str_equal, NULL)
             ? PM_WORD_MALE
             : 0;
}

char *
_pm_names_restore (PmContext *self, const PmEntity *entity)
{
  g_auto (GStrv) words = g_strsplit (entity->name, " ", -1);
  guint n = g_strv_length (words);
  guint64 gender = 0;
  gboolean bent = FALSE;
  char *given;

  if (self->language == NULL || self->language->n_name_cases == 0 || n < 2)
    return NULL;
  given = restore_given (self, words[0], find_sure_gender (self, entity, words[n - 1]), &gender);
  if (given == NULL)
    return NULL;
  g_free (words[0]);
  words[0] = given;
  for (guint i = 1; i < n; i++)
    {
      char *word = restore_word (self, words[i], gender);

      bent = word != NULL;
      if (!bent)
        continue;
      g_free (words[i]);
      words[i] = word;
    }
  return bent ? g_strjoinv (" ", words) : NULL;
}

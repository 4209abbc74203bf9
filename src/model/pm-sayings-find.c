/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings.h"

#include "pm-entity-name.h"

#include <string.h>

/* A filter made ready; members are %NULL where anything will do. */
typedef struct
{
  char *speaker; /* folded, or its key when it is a whole name */
  char **words;
  char *outlet;
  gboolean whole;
  const char *since;
  const char *until;
} Wanted;

static char *
dup_folded (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_utf8_casefold (stripped, -1) : NULL;
}

/* @dup_whole: makes of a whole name what is compared. */
static char *
dup_name (const char *name, gboolean whole, char *(*dup_whole) (const char *) )
{
  return whole && name != NULL ? dup_whole (name) : dup_folded (name);
}

static gboolean
holds (const char *text, const char *part)
{
  g_autofree char *folded = NULL;

  if (part == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;
  folded = g_utf8_casefold (text, -1);
  return strstr (folded, part) != NULL;
}

static gboolean
holds_words (const char *text, char **words)
{
  g_autofree char *folded = NULL;

  if (words == NULL)
    return TRUE;
  folded = g_utf8_casefold (text, -1);
  for (; *words != NULL; words++)
    if (strstr (folded, *words) == NULL)
      return FALSE;
  return TRUE;
}

/* A date is as exact as what it is compared with. */
static gboolean
is_within (const char *date, const Wanted *wanted)
{
  if (wanted->since == NULL && wanted->until == NULL)
    return TRUE;
  return date != NULL &&
         (wanted->since == NULL || strncmp (date, wanted->since, strlen (wanted->since)) >= 0) &&
         (wanted->until == NULL || strncmp (date, wanted->until, strlen (wanted->until)) <= 0);
}

static gboolean
is_speaker (const PmSaying *line, const Wanted *wanted)
{
  if (wanted->whole && wanted->speaker != NULL)
    return g_strcmp0 (line->key, wanted->speaker) == 0;
  return holds (line->speaker, wanted->speaker);
}

static gboolean
is_outlet (const PmArticle *article, const Wanted *wanted)
{
  if (wanted->whole && wanted->outlet != NULL)
    return g_strcmp0 (article->outlet, wanted->outlet) == 0;
  return holds (article->outlet, wanted->outlet);
}

static gboolean
fits (const PmSaying *line, const Wanted *wanted)
{
  if (!is_speaker (line, wanted))
    return FALSE;
  for (guint i = 0; i < line->places->len; i++)
    {
      const PmSayingPlace *place = line->places->pdata[i];

      if (is_within (place->article->published, wanted) && is_outlet (place->article, wanted) &&
          holds_words (place->words, wanted->words))
        return TRUE;
    }
  return FALSE;
}

gboolean
pm_saying_filter_is_date (const char *date)
{
  return g_regex_match_simple ("^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$", date,
                               G_REGEX_DOLLAR_ENDONLY, 0);
}

GPtrArray *
pm_sayings_find (PmSayings *self, const PmSayingFilter *filter)
{
  g_autofree char *speaker = dup_name (filter->speaker, filter->whole, pm_entity_name_dup_key);
  g_autofree char *outlet = dup_name (filter->outlet, filter->whole, g_strdup);
  g_autofree char *folded = dup_folded (filter->words);
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " \t\n", -1) : NULL;
  Wanted wanted = { speaker, words, outlet, filter->whole, filter->since, filter->until };
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    if (fits (self->lines->pdata[i], &wanted))
      g_ptr_array_add (found, self->lines->pdata[i]);
  return found;
}

/* --- who and where --- */

void
pm_saying_name_free (PmSayingName *self)
{
  g_free (self->name);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const PmSayingName *one = *(const PmSayingName *const *) a;
  const PmSayingName *two = *(const PmSayingName *const *) b;

  if (one->n_lines != two->n_lines)
    return one->n_lines > two->n_lines ? -1 : 1;
  return strcmp (one->name, two->name);
}

/* @names: (element-type PmSayingName). @by_id: to their places there, plus 1. */
static void
count_name (GPtrArray *names, GHashTable *by_id, const char *id, const char *name)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, id));

  if (at == 0)
    {
      PmSayingName *named = g_new0 (PmSayingName, 1);

      named->name = g_strdup (name);
      g_ptr_array_add (names, named);
      g_hash_table_insert (by_id, (char *) id, GUINT_TO_POINTER (names->len));
      at = names->len;
    }
  ((PmSayingName *) names->pdata[at - 1])->n_lines++;
}

GPtrArray *
pm_sayings_list_speakers (PmSayings *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_saying_name_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PmSaying *line = self->lines->pdata[i];

      if (line->key != NULL)
        count_name (names, by_key, line->key, line->speaker);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

GPtrArray *
pm_sayings_list_outlets (PmSayings *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_saying_name_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PmSaying *line = self->lines->pdata[i];

      g_hash_table_remove_all (seen);
      for (guint j = 0; j < line->places->len; j++)
        {
          const char *outlet = ((const PmSayingPlace *) line->places->pdata[j])->article->outlet;

          if (outlet != NULL &&
              (line->places->len == 1 || g_hash_table_add (seen, (char *) outlet)))
            count_name (names, by_name, outlet, outlet);
        }
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-story.h"

#include "pm-shingles.h"

#include <glib/gi18n-lib.h>

PmStoryPart *
pm_story_part_new (PmArticle *article, char *text)
{
  PmStoryPart *self = g_new0 (PmStoryPart, 1);

  self->article = article;
  self->text = text;
  return self;
}

void
pm_story_part_free (PmStoryPart *self)
{
  pm_article_free (self->article);
  g_free (self->text);
  g_free (self);
}

/* --- order --- */

/* µs UTC; a day counts from its first moment. G_MAXINT64 when there is none. */
static gint64
get_time (const PmArticle *article)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (article->published == NULL)
    return G_MAXINT64;
  time = g_date_time_new_from_iso8601 (article->published, utc);
  if (time == NULL)
    {
      midnight = g_strdup_printf ("%.10sT00:00:00", article->published);
      time = g_date_time_new_from_iso8601 (midnight, utc);
    }
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : G_MAXINT64;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const PmArticle *first = (*(PmStoryPart *const *) a)->article;
  const PmArticle *second = (*(PmStoryPart *const *) b)->article;
  gint64 times[] = { get_time (first), get_time (second) };

  if (times[0] == times[1])
    {
      times[0] = first->added != second->added ? first->added : first->id;
      times[1] = first->added != second->added ? second->added : second->id;
    }
  return times[0] < times[1] ? -1 : times[0] > times[1];
}

/* --- texts --- */

static void
number_texts (GPtrArray *parts)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      PmStoryPart *part = parts->pdata[i];
      gpointer key = GUINT_TO_POINTER (part->copy);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));

      part->first = number == 0;
      if (part->first)
        g_hash_table_insert (numbers, key, GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
      part->copy = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));
    }
}

guint
pm_story_arrange (GPtrArray *parts)
{
  g_autoptr (PmShingleSet) seen = pm_shingle_set_new ();

  g_ptr_array_sort (parts, compare_parts);
  number_texts (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      PmStoryPart *part = parts->pdata[i];

      part->n_new = pm_shingle_set_add (seen, part->text != NULL ? part->text : "", &part->n_words);
      g_clear_pointer (&part->text, g_free);
    }
  return pm_story_count_texts (parts);
}

guint
pm_story_count_texts (GPtrArray *parts)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += ((PmStoryPart *) parts->pdata[i])->first;
  return n;
}

char *
pm_story_dup_count (GPtrArray *parts)
{
  guint n_texts = pm_story_count_texts (parts);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", parts->len),
                                               parts->len);
  g_autofree char *texts = g_strdup_printf (ngettext ("%u independent text", "%u independent texts",
                                                      n_texts),
                                            n_texts);

  /* Translators: "12 articles, 2 independent texts". */
  return g_strdup_printf (C_ ("story", "%s, %s"), articles, texts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings-private.h"

#include <string.h>

typedef struct
{
  PmSayings sayings;
  gatomicrefcount ref_count;
  GPtrArray *articles;
  GStringChunk *keys; /* that lines lend */
} PmSayingsPrivate;

G_DEFINE_BOXED_TYPE (PmSayings, pm_sayings, pm_sayings_ref, pm_sayings_unref)

/* --- places --- */

/* Returns: how many bytes of white space begin at @p. */
static gsize
count_spaces (const char *p)
{
  const char *end = p;

  while (*end != '\0' && g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end - p;
}

static char *
dup_line (const char *words)
{
  GString *line = g_string_sized_new (strlen (words));
  const char *start = words + count_spaces (words);

  for (const char *p = start; *p != '\0';)
    {
      gsize n = g_ascii_isgraph (*p) ? 0 : count_spaces (p);

      if (n == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      g_string_append_len (line, start, p - start);
      start = p += n;
      if (*p != '\0')
        g_string_append_c (line, ' ');
    }
  g_string_append (line, start);
  return g_string_free (line, FALSE);
}

PmSayingPlace *
pm_saying_place_new (const PmArticle *article,
                     const PmQuote *quote,
                     const char *words,
                     const char *speaker)
{
  PmSayingPlace *self = g_new0 (PmSayingPlace, 1);

  *self = (PmSayingPlace){
    article, quote->span, quote->kind, quote->verdict, dup_line (words), g_strdup (speaker),
  };
  return self;
}

void
pm_saying_place_free (PmSayingPlace *self)
{
  g_free (self->words);
  g_free (self->speaker);
  g_free (self);
}

static void
saying_free (gpointer data)
{
  PmSaying *self = data;

  g_free (self->speaker);
  g_ptr_array_unref (self->places);
  g_free (self);
}

/* By date; without one, last, in the order in which they were added; then as the article has
 * them. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PmSayingPlace *one = *(const PmSayingPlace *const *) a;
  const PmSayingPlace *two = *(const PmSayingPlace *const *) b;
  const char *first = one->article->published;
  const char *second = two->article->published;

  if ((first == NULL) != (second == NULL))
    return first == NULL ? 1 : -1;
  if (g_strcmp0 (first, second) != 0)
    return strcmp (first, second);
  if (one->article->added != two->article->added)
    return one->article->added < two->article->added ? -1 : 1;
  if (one->article->id != two->article->id)
    return one->article->id < two->article->id ? -1 : 1;
  return pm_span_compare (&one->span, &two->span);
}

/* --- the whole --- */

static void
count_outlets (PmSaying *self)
{
  g_autoptr (GHashTable) outlets = NULL;

  self->n_outlets = 1;
  if (self->places->len == 1)
    return;
  outlets = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->places->len; i++)
    {
      const PmSayingPlace *place = self->places->pdata[i];

      g_hash_table_add (outlets, place->article->outlet != NULL ? place->article->outlet : "");
    }
  self->n_outlets = g_hash_table_size (outlets);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PmSaying *one = *(const PmSaying *const *) a;
  const PmSaying *two = *(const PmSaying *const *) b;
  const PmSayingPlace *first = one->places->pdata[0];
  const PmSayingPlace *second = two->places->pdata[0];
  int order = g_strcmp0 (second->article->published, first->article->published);

  if (order != 0)
    return order;
  if (first->article->added != second->article->added)
    return first->article->added > second->article->added ? -1 : 1;
  if (first->article->id != second->article->id)
    return first->article->id > second->article->id ? -1 : 1;
  return pm_span_compare (&first->span, &second->span);
}

static void
count (PmSayings *self)
{
  g_autoptr (GHashTable) speakers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) articles = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      PmSaying *line = self->lines->pdata[i];

      count_outlets (line);
      self->n_quotes += line->places->len;
      for (guint j = 0; j < line->places->len; j++)
        g_hash_table_add (articles,
                          (gpointer) ((const PmSayingPlace *) line->places->pdata[j])->article);
      if (line->key != NULL)
        g_hash_table_add (speakers, (gpointer) line->key);
    }
  self->n_speakers = g_hash_table_size (speakers);
  self->n_articles = g_hash_table_size (articles);
}

PmSayings *
pm_sayings_new (GPtrArray *articles, GPtrArray *places)
{
  PmSayingsPrivate *priv = g_new0 (PmSayingsPrivate, 1);

  g_atomic_ref_count_init (&priv->ref_count);
  priv->articles = articles;
  priv->keys = g_string_chunk_new (4096);
  priv->sayings.lines = g_ptr_array_new_with_free_func (saying_free);
  g_ptr_array_sort (places, compare_places);
  g_ptr_array_set_free_func (places, NULL);
  _pm_sayings_arrange (places, priv->keys, priv->sayings.lines);
  g_ptr_array_unref (places);
  count (&priv->sayings);
  g_ptr_array_sort (priv->sayings.lines, compare_lines);
  return &priv->sayings;
}

PmSayings *
pm_sayings_ref (PmSayings *self)
{
  g_atomic_ref_count_inc (&((PmSayingsPrivate *) self)->ref_count);
  return self;
}

void
pm_sayings_unref (PmSayings *self)
{
  if (!g_atomic_ref_count_dec (&((PmSayingsPrivate *) self)->ref_count))
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (((PmSayingsPrivate *) self)->articles);
  g_string_chunk_free (((PmSayingsPrivate *) self)->keys);
  g_free (self);
}

static gboolean
is_same_place (const PmSayingPlace *one, const PmSayingPlace *other)
{
  return one->article->id == other->article->id &&
         pm_span_compare (&one->span, &other->span) == 0 && one->kind == other->kind &&
         one->verdict == other->verdict && strcmp (one->words, other->words) == 0 &&
         g_strcmp0 (one->article->outlet, other->article->outlet) == 0 &&
         g_strcmp0 (one->article->published, other->article->published) == 0;
}

static gboolean
is_same_line (const PmSaying *one, const PmSaying *other)
{
  if (g_strcmp0 (one->speaker, other->speaker) != 0 || one->places->len != other->places->len)
    return FALSE;
  for (guint i = 0; i < one->places->len; i++)
    if (!is_same_place (one->places->pdata[i], other->places->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
pm_sayings_is_same (PmSayings *self, PmSayings *other)
{
  if (self->lines->len != other->lines->len)
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (!is_same_line (self->lines->pdata[i], other->lines->pdata[i]))
      return FALSE;
  return TRUE;
}

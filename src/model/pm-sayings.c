/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings.h"

#include "pm-entity-name.h"
#include "pm-shingles.h"
#include "pm-words-private.h"

#include <string.h>

/* A quote is short: two words that are worded otherwise leave half of its runs of three. */
#define RUN 3
/* Fewer runs in common are a phrase that anybody may use. */
#define MIN_COMMON 3
/* With fewer runs of words in common, words of an unknown speaker that are not the same may be
 * anybody's. */
#define MIN_ANONYMOUS 4
/* Lines that share one run of words and are looked at: the latest ones. */
#define MAX_CANDIDATES 4

typedef struct
{
  PmSayings sayings;
  gatomicrefcount ref_count;
  GPtrArray *articles;
} PmSayingsPrivate;

G_DEFINE_BOXED_TYPE (PmSayings, pm_sayings, pm_sayings_ref, pm_sayings_unref)

/* --- places --- */

static char *
dup_line (const char *words)
{
  GString *line = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (line, c);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
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

/* --- putting them together --- */

/* A line that is being made. */
typedef struct
{
  PmSaying *saying;
  GPtrArray *keys;      /* (element-type utf8): of the names its places give the speaker */
  char *letters;        /* the words of the first place, without signs and case */
  PmShingles *shingles; /* (nullable): of it, when it is long enough */
} Draft;

/* Where in the drafts a run of words stands: a list in an array. */
typedef struct
{
  guint draft;
  guint next; /* 0: no more */
} Posting;

typedef struct
{
  GPtrArray *drafts;
  GHashTable *runs;   /* (element-type gint64 guint): to the first of its postings */
  GArray *postings;   /* (element-type Posting): the first one is not used */
  GHashTable *spoken; /* (element-type utf8 guint): drafts by speaker and letters, plus 1 */
} Making;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_ptr_array_unref (self->keys);
  g_free (self->letters);
  g_clear_pointer (&self->shingles, pm_shingles_free);
  g_free (self);
}

static char *
dup_letters (const char *words)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  const char *end = words + strlen (words);
  const char *p = words;
  const char *start;
  gboolean is_word;

  while ((p = _pm_words_scan (p, end, &start, &is_word)) != NULL)
    if (is_word)
      g_string_append_len (g_string_append_c (letters, ' '), start, p - start);
  return g_utf8_casefold (letters->str, letters->len);
}

/* @key: (nullable): of the speaker's name. */
static gboolean
may_be_same_speaker (const Draft *draft, const char *letters, const char *key, guint n_common)
{
  if (key == NULL || draft->keys->len == 0)
    return n_common >= MIN_ANONYMOUS || strcmp (draft->letters, letters) == 0;
  for (guint i = 0; i < draft->keys->len; i++)
    {
      const char *own = draft->keys->pdata[i];

      if (strcmp (own, key) == 0 || pm_entity_name_is_near (PM_ENTITY_PERSON, own, key) ||
          pm_entity_name_is_near (PM_ENTITY_PERSON, key, own))
        return TRUE;
    }
  return FALSE;
}

/* The drafts that share a run with @hashes; of many that share one, the latest. A draft that has
 * all of the runs shares the rare ones among them too. Returns: (element-type guint) */
static GHashTable *
list_candidates (Making *self, GArray *hashes)
{
  GHashTable *candidates = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < hashes->len; i++)
    {
      gint64 hash = g_array_index (hashes, guint64, i);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->runs, &hash));

      for (guint n = 0; at != 0 && n < MAX_CANDIDATES; n++)
        {
          const Posting *posting = &g_array_index (self->postings, Posting, at);

          g_hash_table_add (candidates, GUINT_TO_POINTER (posting->draft));
          at = posting->next;
        }
    }
  return candidates;
}

/* The draft that has most in common, of equal ones the earliest. Returns: -1 when none has enough.
 */
static int
find_draft (Making *self, PmShingles *shingles, const char *letters, const char *key)
{
  g_autoptr (GHashTable) candidates = list_candidates (self, pm_shingles_get_hashes (shingles));
  GHashTableIter iter;
  gpointer place;
  int best = -1;
  guint most = 0;

  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    {
      int draft = GPOINTER_TO_INT (place);
      const Draft *candidate = self->drafts->pdata[draft];
      guint n = pm_shingles_count_common (shingles, candidate->shingles);
      guint shorter = MIN (pm_shingles_get_count (shingles),
                           pm_shingles_get_count (candidate->shingles));

      if (n < MIN_COMMON || n * 2 < shorter || n < most ||
          (n == most && best >= 0 && draft > best) ||
          !may_be_same_speaker (candidate, letters, key, n))
        continue;
      best = draft;
      most = n;
    }
  return best;
}

static void
post (Making *self, guint draft, GArray *hashes)
{
  for (guint i = 0; i < hashes->len; i++)
    {
      gint64 hash = g_array_index (hashes, guint64, i);
      Posting posting = { draft, GPOINTER_TO_UINT (g_hash_table_lookup (self->runs, &hash)) };

      g_hash_table_insert (self->runs, g_memdup2 (&hash, sizeof hash),
                           GUINT_TO_POINTER (self->postings->len));
      g_array_append_val (self->postings, posting);
    }
}

/* @shingles: (transfer full) (nullable) */
static Draft *
add_draft (Making *self, const char *letters, PmShingles *shingles)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->saying = g_new0 (PmSaying, 1);
  draft->saying->places = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_saying_place_free);
  draft->keys = g_ptr_array_new_with_free_func (g_free);
  draft->letters = g_strdup (letters);
  draft->shingles = shingles;
  g_ptr_array_add (self->drafts, draft);
  return draft;
}

/* Words too few for a run are the same only to the word, and by the same speaker. */
static Draft *
choose_short (Making *self, const char *letters, const char *key)
{
  g_autofree char *id = g_strdup_printf ("%s\n%s", key != NULL ? key : "", letters);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->spoken, id));

  if (place != 0 && key != NULL)
    return self->drafts->pdata[place - 1];
  g_hash_table_insert (self->spoken, g_steal_pointer (&id),
                       GUINT_TO_POINTER (self->drafts->len + 1));
  return add_draft (self, letters, NULL);
}

static Draft *
choose_draft (Making *self, const char *words, const char *letters, const char *key)
{
  g_autoptr (PmShingles) shingles = pm_shingles_new_short (words, RUN);
  GArray *hashes = pm_shingles_get_hashes (shingles);
  int draft;

  if (hashes->len < MIN_COMMON)
    return choose_short (self, letters, key);
  draft = find_draft (self, shingles, letters, key);
  if (draft >= 0)
    return self->drafts->pdata[draft];
  post (self, self->drafts->len, hashes);
  return add_draft (self, letters, g_steal_pointer (&shingles));
}

/* @place: (transfer full) */
static void
place_in_draft (Making *self, PmSayingPlace *place)
{
  g_autofree char *key = place->speaker != NULL ? pm_entity_name_dup_key (place->speaker) : NULL;
  g_autofree char *letters = dup_letters (place->words);
  Draft *draft = choose_draft (self, place->words, letters, key);
  PmSaying *saying = draft->saying;

  saying->differs = saying->differs || strcmp (letters, draft->letters) != 0;
  g_ptr_array_add (saying->places, place);
  if (key == NULL || g_ptr_array_find_with_equal_func (draft->keys, key, g_str_equal, NULL))
    return;
  if (saying->speaker == NULL || strlen (place->speaker) > strlen (saying->speaker))
    {
      g_free (saying->speaker);
      saying->speaker = g_strdup (place->speaker);
    }
  g_ptr_array_add (draft->keys, g_steal_pointer (&key));
}

/* --- the whole --- */

static void
count_outlets (PmSaying *self)
{
  g_autoptr (GHashTable) outlets = g_hash_table_new (g_str_hash, g_str_equal);

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
take_drafts (PmSayings *self, GPtrArray *drafts)
{
  g_autoptr (GHashTable) speakers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) articles = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];

      count_outlets (draft->saying);
      self->n_quotes += draft->saying->places->len;
      for (guint j = 0; j < draft->saying->places->len; j++)
        g_hash_table_add (articles,
                          (gpointer) ((const PmSayingPlace *) draft->saying->places->pdata[j])
                              ->article);
      if (draft->keys->len > 0)
        g_hash_table_add (speakers, draft->keys->pdata[0]);
      g_ptr_array_add (self->lines, g_steal_pointer (&draft->saying));
    }
  self->n_speakers = g_hash_table_size (speakers);
  self->n_articles = g_hash_table_size (articles);
  g_ptr_array_sort (self->lines, compare_lines);
}

PmSayings *
pm_sayings_new (GPtrArray *articles, GPtrArray *places)
{
  PmSayingsPrivate *priv = g_new0 (PmSayingsPrivate, 1);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (draft_free);
  g_autoptr (GHashTable) runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) spoken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) postings = g_array_new (FALSE, TRUE, sizeof (Posting));
  Making making = { drafts, runs, postings, spoken };

  g_atomic_ref_count_init (&priv->ref_count);
  priv->articles = articles;
  priv->sayings.lines = g_ptr_array_new_with_free_func (saying_free);
  g_array_set_size (postings, 1);
  g_ptr_array_sort (places, compare_places);
  g_ptr_array_set_free_func (places, NULL);
  for (guint i = 0; i < places->len; i++)
    place_in_draft (&making, places->pdata[i]);
  g_ptr_array_unref (places);
  take_drafts (&priv->sayings, drafts);
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
  g_free (self);
}

/* --- finding --- */

/* A filter made ready; members are %NULL where anything will do. */
typedef struct
{
  char *speaker;
  char **words;
  char *outlet;
  const char *since;
  const char *until;
} Wanted;

static char *
dup_folded (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_utf8_casefold (stripped, -1) : NULL;
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
fits (const PmSaying *line, const Wanted *wanted)
{
  if (!holds (line->speaker, wanted->speaker))
    return FALSE;
  for (guint i = 0; i < line->places->len; i++)
    {
      const PmSayingPlace *place = line->places->pdata[i];

      if (is_within (place->article->published, wanted) &&
          holds (place->article->outlet, wanted->outlet) &&
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
  g_autofree char *speaker = dup_folded (filter->speaker);
  g_autofree char *outlet = dup_folded (filter->outlet);
  g_autofree char *folded = dup_folded (filter->words);
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " \t\n", -1) : NULL;
  Wanted wanted = { speaker, words, outlet, filter->since, filter->until };
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->lines->len; i++)
    if (fits (self->lines->pdata[i], &wanted))
      g_ptr_array_add (found, self->lines->pdata[i]);
  return found;
}

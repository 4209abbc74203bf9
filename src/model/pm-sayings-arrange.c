/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings-private.h"

#include "pm-entity-name.h"
#include "pm-shingles.h"

#include <string.h>

/* Puts the quotes of a notebook, a hundred thousand of them, into lines: each is held against the
 * lines before it that share a run of words with it. */

/* A quote is short: two words that are worded otherwise leave half of its runs of three. */
#define RUN 3
/* Fewer runs in common are a phrase that anybody may use. */
#define MIN_COMMON 3
/* With fewer runs of words in common, words of an unknown speaker that are not the same may be
 * anybody's. */
#define MIN_ANONYMOUS 4
/* Lines that share one run of words and are looked at: the latest ones. */
#define MAX_CANDIDATES 4

/* A line that is being made. */
typedef struct
{
  PmSaying *saying;
  GPtrArray *keys; /* (nullable) (element-type utf8): of the names its places give the speaker */
  guint64 words;   /* the number of the words of the first place */
  PmShingles *shingles; /* (nullable): of it, when it is long enough */
  guint looked_at;      /* the number of the last place it was held against */
} Draft;

/* Where in the drafts a run of words stands: a list in an array. */
typedef struct
{
  guint draft;
  guint next; /* 0: no more */
} Posting;

typedef struct
{
  guint64 run;
  guint first; /* of its postings; 0 in a slot that is free */
} Slot;

typedef struct
{
  GPtrArray *drafts;
  GArray *postings;   /* (element-type Posting): the first one is not used */
  Slot *slots;        /* an open hash table, at most half full; a run is a good hash of itself */
  gsize n_slots;      /* a power of two */
  gsize n_runs;       /* slots that are taken */
  GArray *found;      /* (element-type gsize): slots of the runs of the place at hand */
  GHashTable *spoken; /* (element-type utf8 guint): drafts by speaker and words, plus 1 */
  GHashTable *names;  /* (element-type utf8 utf8): from speakers to their keys */
  GStringChunk *keys; /* each once, so that one key is one address */
  guint n_places;     /* seen so far */
} Making;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->shingles, pm_shingles_free);
  g_free (self);
}

/* --- which drafts have a run --- */

static gsize
find_slot (const Slot *slots, gsize n_slots, guint64 run)
{
  gsize at = run & (n_slots - 1);

  while (slots[at].first != 0 && slots[at].run != run)
    at = (at + 1) & (n_slots - 1);
  return at;
}

/* Makes room for @n more runs. */
static void
reserve (Making *self, gsize n)
{
  gsize n_slots = self->n_slots;
  Slot *slots;

  while ((self->n_runs + n) * 2 > n_slots)
    n_slots *= 2;
  if (n_slots == self->n_slots)
    return;
  slots = g_new0 (Slot, n_slots);
  for (gsize i = 0; i < self->n_slots; i++)
    if (self->slots[i].first != 0)
      slots[find_slot (slots, n_slots, self->slots[i].run)] = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

/* Finds the slots of all @runs at once: most are far apart in memory, and none waits for another.
 */
static void
find_slots (Making *self, GArray *runs)
{
  reserve (self, runs->len);
  g_array_set_size (self->found, runs->len);
  for (guint i = 0; i < runs->len; i++)
    g_array_index (self->found, gsize, i) = find_slot (self->slots, self->n_slots,
                                                       g_array_index (runs, guint64, i));
}

/* @runs: whose slots were found last. */
static void
post (Making *self, guint draft, GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      guint64 run = g_array_index (runs, guint64, i);
      Slot *slot = &self->slots[g_array_index (self->found, gsize, i)];
      Posting posting = { draft, 0 };

      /* One that was free may be another's of these runs by now. */
      if (slot->first != 0 && slot->run != run)
        slot = &self->slots[find_slot (self->slots, self->n_slots, run)];
      self->n_runs += slot->first == 0;
      posting.next = slot->first;
      *slot = (Slot){ run, self->postings->len };
      g_array_append_val (self->postings, posting);
    }
}

/* --- which draft is the same --- */

/* @key: (nullable): of the speaker's name. */
static gboolean
may_be_same_speaker (const Draft *draft, guint64 words, const char *key, guint n_common)
{
  if (key == NULL || draft->keys == NULL)
    return n_common >= MIN_ANONYMOUS || draft->words == words;
  for (guint i = 0; i < draft->keys->len; i++)
    {
      const char *own = draft->keys->pdata[i];

      if (own == key || pm_entity_name_is_near (PM_ENTITY_PERSON, own, key) ||
          pm_entity_name_is_near (PM_ENTITY_PERSON, key, own))
        return TRUE;
    }
  return FALSE;
}

/* The draft that has most in common so far, of equal ones the earliest. */
typedef struct
{
  PmShingles *shingles;
  const char *key; /* (nullable) */
  int best;        /* -1: none has enough */
  guint most;
} Match;

static void
compare_draft (Making *self, Match *match, guint at)
{
  Draft *draft = self->drafts->pdata[at];
  guint n;
  guint shorter;

  if (draft->looked_at == self->n_places)
    return;
  draft->looked_at = self->n_places;
  n = pm_shingles_count_common (match->shingles, draft->shingles);
  shorter = MIN (pm_shingles_get_count (match->shingles), pm_shingles_get_count (draft->shingles));
  if (n < MIN_COMMON || n * 2 < shorter || n < match->most ||
      (n == match->most && match->best >= 0 && at > (guint) match->best) ||
      !may_be_same_speaker (draft, pm_shingles_get_words (match->shingles), match->key, n))
    return;
  match->best = at;
  match->most = n;
}

/* Looks at the drafts that share a run, whose slots were found; of many that share one, at the
 * latest. A draft that has all of the runs shares the rare ones among them too. */
static int
find_draft (Making *self, PmShingles *shingles, const char *key)
{
  GArray *runs = pm_shingles_get_hashes (shingles);
  Match match = { shingles, key, -1, 0 };

  for (guint i = 0; i < runs->len; i++)
    {
      guint at = self->slots[g_array_index (self->found, gsize, i)].first;

      for (guint n = 0; at != 0 && n < MAX_CANDIDATES; n++)
        {
          const Posting *posting = &g_array_index (self->postings, Posting, at);

          compare_draft (self, &match, posting->draft);
          at = posting->next;
        }
    }
  return match.best;
}

/* --- one place after the other --- */

/* @shingles: (transfer full) (nullable) */
static Draft *
add_draft (Making *self, guint64 words, PmShingles *shingles)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->saying = g_new0 (PmSaying, 1);
  draft->saying->places = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_saying_place_free);
  draft->words = words;
  draft->shingles = shingles;
  g_ptr_array_add (self->drafts, draft);
  return draft;
}

/* Words too few for a run are the same only to the word, and by the same speaker. */
static Draft *
choose_short (Making *self, guint64 words, const char *key)
{
  g_autofree char *id = NULL;
  guint place;

  if (key == NULL)
    return add_draft (self, words, NULL);
  id = g_strdup_printf ("%" G_GINT64_MODIFIER "x%s", words, key);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->spoken, id));
  if (place != 0)
    return self->drafts->pdata[place - 1];
  g_hash_table_insert (self->spoken, g_steal_pointer (&id),
                       GUINT_TO_POINTER (self->drafts->len + 1));
  return add_draft (self, words, NULL);
}

static Draft *
choose_draft (Making *self, const char *text, const char *key, guint64 *words)
{
  g_autoptr (PmShingles) shingles = pm_shingles_new_short (text, RUN);
  GArray *runs = pm_shingles_get_hashes (shingles);
  int draft;

  *words = pm_shingles_get_words (shingles);
  if (runs->len < MIN_COMMON)
    return choose_short (self, *words, key);
  find_slots (self, runs);
  draft = find_draft (self, shingles, key);
  if (draft >= 0)
    return self->drafts->pdata[draft];
  post (self, self->drafts->len, runs);
  return add_draft (self, *words, g_steal_pointer (&shingles));
}

/* Returns: (transfer none) (nullable) */
static const char *
get_key (Making *self, const char *speaker)
{
  const char *known = speaker != NULL ? g_hash_table_lookup (self->names, speaker) : NULL;
  g_autofree char *key = NULL;

  if (speaker == NULL || known != NULL)
    return known;
  key = pm_entity_name_dup_key (speaker);
  known = g_string_chunk_insert_const (self->keys, key);
  g_hash_table_insert (self->names, (char *) speaker, (char *) known);
  return known;
}

static void
place_in_draft (Making *self, PmSayingPlace *place)
{
  const char *key = get_key (self, place->speaker);
  guint64 words;
  Draft *draft;
  PmSaying *saying;

  self->n_places++;
  draft = choose_draft (self, place->words, key, &words);
  saying = draft->saying;
  saying->differs = saying->differs || words != draft->words;
  g_ptr_array_add (saying->places, place);
  if (key == NULL || (draft->keys != NULL && g_ptr_array_find (draft->keys, key, NULL)))
    return;
  if (saying->speaker == NULL || strlen (place->speaker) > strlen (saying->speaker))
    {
      g_free (saying->speaker);
      saying->speaker = g_strdup (place->speaker);
      saying->key = key;
    }
  if (draft->keys == NULL)
    draft->keys = g_ptr_array_new ();
  g_ptr_array_add (draft->keys, (char *) key);
}

void
_pm_sayings_arrange (GPtrArray *places, GStringChunk *keys, GPtrArray *lines)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (draft_free);
  g_autoptr (GArray) postings = g_array_new (FALSE, TRUE, sizeof (Posting));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GHashTable) spoken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Making making = {
    .drafts = drafts,
    .postings = postings,
    .n_slots = 1024,
    .found = found,
    .spoken = spoken,
    .names = names,
    .keys = keys,
  };

  making.slots = g_new0 (Slot, making.n_slots);
  g_array_set_size (postings, 1);
  for (guint i = 0; i < places->len; i++)
    place_in_draft (&making, places->pdata[i]);
  for (guint i = 0; i < drafts->len; i++)
    g_ptr_array_add (lines, g_steal_pointer (&((Draft *) drafts->pdata[i])->saying));
  g_free (making.slots);
}

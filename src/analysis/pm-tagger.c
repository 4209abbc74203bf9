/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tagger-private.h"

#include "pm-model-file.h"

#include <string.h>

/* A sentence longer than this is cut; what a person writes is not. */
#define MAX_SENTENCE 512
#define MAX_ENTRIES (1 << 20)
#define IMPOSSIBLE (G_MININT32 / 4)

typedef struct
{
  guint32 hash;
  guint32 at; /* of the number of its weights, in the file; 0 when the slot is free */
} Slot;

struct _PmTagger
{
  GBytes *bytes;
  const guint8 *data;
  Slot *slots;
  guint32 mask;
  int reluctance; /* what label 0 weighs everywhere */
  int transitions[PM_N_LABELS][PM_N_LABELS];
};

typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
} Reader;

static gboolean
read_number (Reader *r, guint32 *number)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      guint8 byte;

      if (r->at >= r->length)
        return FALSE;
      byte = r->data[r->at++];
      value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        {
          *number = (guint32) value;
          return value <= G_MAXUINT32;
        }
    }
  return FALSE;
}

static gboolean
read_weights (Reader *r)
{
  guint8 n;

  if (r->at >= r->length)
    return FALSE;
  n = r->data[r->at++];
  if (n > PM_N_LABELS || r->length - r->at < 2 * (gsize) n)
    return FALSE;
  for (guint i = 0; i < n; i++, r->at += 2)
    if (r->data[r->at] >= PM_N_LABELS)
      return FALSE;
  return TRUE;
}

static guint32
find_slot (const PmTagger *self, guint32 hash)
{
  guint32 slot = hash & self->mask;

  while (self->slots[slot].at != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & self->mask;
  return slot;
}

static gboolean
read_entries (PmTagger *self, Reader *r, guint32 n_entries)
{
  guint32 hash = 0;

  if (n_entries > MAX_ENTRIES || r->length - r->at < 3 * (gsize) n_entries)
    return FALSE;
  for (self->mask = 15; self->mask < 2 * n_entries;)
    self->mask = 2 * self->mask + 1;
  self->slots = g_new0 (Slot, (gsize) self->mask + 1);
  for (guint32 i = 0; i < n_entries; i++)
    {
      guint32 distance;
      guint32 slot;

      if (!read_number (r, &distance))
        return FALSE;
      hash += distance;
      slot = find_slot (self, hash);
      self->slots[slot] = (Slot){ hash, (guint32) r->at };
      if (!read_weights (r))
        return FALSE;
    }
  return r->at == r->length;
}

static int
read_weight (Reader *r)
{
  gint16 weight = (gint16) (r->data[r->at] | r->data[r->at + 1] << 8);

  r->at += 2;
  return weight;
}

static gboolean
read_model (PmTagger *self, Reader *r)
{
  gsize n_magic = strlen (PM_TAGGER_MAGIC);
  guint32 n_entries;

  if (r->length < n_magic + 2 + 2 * PM_N_LABELS * PM_N_LABELS + 4 || r->length > G_MAXINT32 ||
      memcmp (r->data, PM_TAGGER_MAGIC, n_magic) != 0)
    return FALSE;
  r->at = n_magic;
  self->reluctance = read_weight (r);
  for (guint before = 0; before < PM_N_LABELS; before++)
    for (guint label = 0; label < PM_N_LABELS; label++)
      self->transitions[before][label] = read_weight (r);
  n_entries = r->data[r->at] | r->data[r->at + 1] << 8 | r->data[r->at + 2] << 16 |
              (guint32) r->data[r->at + 3] << 24;
  r->at += 4;
  return read_entries (self, r, n_entries);
}

PmTagger *
_pm_tagger_new (GBytes *bytes)
{
  g_autoptr (PmTagger) self = g_new0 (PmTagger, 1);
  Reader reader = { 0 };

  self->bytes = g_bytes_ref (bytes);
  self->data = reader.data = g_bytes_get_data (bytes, &reader.length);
  return read_model (self, &reader) ? g_steal_pointer (&self) : NULL;
}

void
_pm_tagger_free (PmTagger *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->slots);
  g_free (self);
}

static void
add_weights (const guint8 *weights, int *scores)
{
  for (guint n = *weights++; n > 0; n--, weights += 2)
    scores[weights[0]] += (gint8) weights[1];
}

/* In three rounds, each of which calls from memory what the next one reads. */
void
_pm_tagger_score (const PmTagger *self, PmFeatures *features, guint at, int *scores)
{
  guint32 list[PM_MAX_FEATURES];
  guint n = _pm_features_list (features, at, list, NULL);
  guint n_known = 0;

  memset (scores, 0, PM_N_LABELS * sizeof *scores);
  scores[0] = self->reluctance;
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&self->slots[list[i] & self->mask]);
  for (guint i = 0; i < n; i++)
    {
      guint32 weights = self->slots[find_slot (self, list[i])].at;

      if (weights == 0)
        continue;
      __builtin_prefetch (self->data + weights);
      list[n_known++] = weights;
    }
  for (guint i = 0; i < n_known; i++)
    add_weights (self->data + list[i], scores);
}

/* The best chain that ends at each label of a token, given those that end at the token before. */
static void
advance (const PmTagger *self, const int *before, const int *scores, int *now, guint8 *from)
{
  for (guint label = 0; label < PM_N_LABELS; label++)
    {
      int best = G_MININT32;

      from[label] = 0;
      for (guint other = 0; other < PM_N_LABELS; other++)
        if (pm_label_follows (label, other) &&
            before[other] + self->transitions[other][label] > best)
          {
            best = before[other] + self->transitions[other][label];
            from[label] = other;
          }
      now[label] = best + scores[label];
    }
}

static void
decode (const PmTagger *self, const int *scores, guint n_tokens, guint8 *labels)
{
  guint8 from[MAX_SENTENCE][PM_N_LABELS];
  int chains[2][PM_N_LABELS];
  const int *last = chains[(n_tokens - 1) % 2];
  guint best = 0;

  for (guint label = 0; label < PM_N_LABELS; label++)
    chains[0][label] = pm_label_opens (label) ? scores[label] : IMPOSSIBLE;
  for (guint i = 1; i < n_tokens; i++)
    advance (self, chains[(i - 1) % 2], scores + i * PM_N_LABELS, chains[i % 2], from[i]);
  for (guint label = 0; label < PM_N_LABELS; label++)
    if (pm_label_closes (label) && last[label] > last[best])
      best = label;
  for (guint i = n_tokens; i-- > 0;)
    {
      labels[i] = best;
      if (i > 0)
        best = from[i][best];
    }
}

void
_pm_tagger_decode (const PmTagger *self, const int *scores, guint n_tokens, guint8 *labels)
{
  for (guint first = 0; first < n_tokens; first += MAX_SENTENCE)
    decode (self, scores + (gsize) first * PM_N_LABELS, MIN (n_tokens - first, MAX_SENTENCE),
            labels + first);
}

const PmTagger *
_pm_tagger_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *taggers = NULL;
  PmTagger *self;

  g_mutex_lock (&mutex);
  if (taggers == NULL)
    taggers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (taggers, language, NULL, (gpointer *) &self))
    {
      g_autofree char *name = g_strconcat ("names.", language, NULL);
      g_autoptr (GBytes) bytes = pm_model_file_open (name);

      self = bytes != NULL ? _pm_tagger_new (bytes) : NULL;
      if (bytes != NULL && self == NULL)
        g_warning ("%s is no model; names are found by rules alone", name);
      g_hash_table_insert (taggers, g_strdup (language), self);
    }
  g_mutex_unlock (&mutex);
  return self;
}

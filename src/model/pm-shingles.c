/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-shingles.h"

#include "pm-words-private.h"

#include <string.h>

#define WORDS 5
#define CHARACTERS 8
/* Bytes that a word and the space behind it have, on the average or less. */
#define LETTERS 6
/* Of the numbers: no two of ten million are likely to be the same by chance, and SQLite keeps them
 * in six bytes. */
#define BITS 47
#define SAMPLED_OF 16
#define MAX_SAMPLED 1024

#define MIN_COMPARED 20
#define MIN_PASSAGE 16
#define PASSAGE_PART 25
#define COPY_PART 2

struct _PmShingles
{
  GArray *hashes; /* (element-type guint64): in order, each once */
  guint64 words;
};

struct _PmShingleSet
{
  GHashTable *hashes; /* (element-type gint64) */
};

/* --- a text's words and runs of them --- */

typedef struct
{
  guint64 hash;
  gboolean is_wide; /* a character of a script without spaces */
  PmSpan span;
} Word;

/* FNV-1a over the lower-case code points. */
static guint64
hash_word (const char *start, const char *end)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) g_ascii_tolower (*p)
                                      : g_unichar_tolower (g_utf8_get_char (p));

      hash = (hash ^ c) * G_GUINT64_CONSTANT (0x100000001b3);
    }
  return hash;
}

static GArray *
list_words (const char *text)
{
  gsize length = strlen (text);
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (Word), length / LETTERS + 1);
  const char *end = text + length;
  const char *p = text;
  const char *start;
  gboolean is_word;

  while ((p = _pm_words_scan (p, end, &start, &is_word)) != NULL)
    {
      Word word = { hash_word (start, p),
                    g_unichar_iswide (g_utf8_get_char (start)),
                    { start - text, p - text } };

      if (is_word)
        g_array_append_val (words, word);
    }
  return words;
}

/* How many words make a shingle at word @i; 0 when too few are left. */
static guint
get_run (GArray *words, guint i, guint n_words)
{
  guint n = g_array_index (words, Word, i).is_wide ? CHARACTERS : n_words;

  return i + n <= words->len ? n : 0;
}

/* The finaliser of SplitMix64 (Steele, Lea, Flood 2014) over the words' numbers in their order. */
static guint64
hash_run (GArray *words, guint i, guint n)
{
  guint64 hash = n;

  for (guint j = i; j < i + n; j++)
    {
      hash = hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + g_array_index (words, Word, j).hash;
      hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      hash ^= hash >> 31;
    }
  return hash >> (64 - BITS);
}

/* --- the shingles of one text --- */

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return first < second ? -1 : first > second;
}

static void
drop_repeated (GArray *hashes)
{
  guint n = 0;

  for (guint i = 0; i < hashes->len; i++)
    if (n == 0 || g_array_index (hashes, guint64, i) != g_array_index (hashes, guint64, n - 1))
      g_array_index (hashes, guint64, n++) = g_array_index (hashes, guint64, i);
  g_array_set_size (hashes, n);
}

PmShingles *
pm_shingles_new_short (const char *text, guint n_words)
{
  PmShingles *self = g_new (PmShingles, 1);
  g_autoptr (GArray) words = list_words (text);

  self->words = hash_run (words, 0, words->len);
  self->hashes = g_array_sized_new (FALSE, FALSE, sizeof (guint64), words->len);
  for (guint i = 0; i < words->len; i++)
    {
      guint n = get_run (words, i, n_words);
      guint64 hash = n > 0 ? hash_run (words, i, n) : 0;

      if (n > 0)
        g_array_append_val (self->hashes, hash);
    }
  g_array_sort (self->hashes, compare_hashes);
  drop_repeated (self->hashes);
  return self;
}

PmShingles *
pm_shingles_new (const char *text)
{
  return pm_shingles_new_short (text, WORDS);
}

void
pm_shingles_free (PmShingles *self)
{
  g_array_unref (self->hashes);
  g_free (self);
}

guint
pm_shingles_get_count (PmShingles *self)
{
  return self->hashes->len;
}

guint64
pm_shingles_get_words (PmShingles *self)
{
  return self->words;
}

GArray *
pm_shingles_get_hashes (PmShingles *self)
{
  return self->hashes;
}

static guint
count_common (GArray *a, GArray *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint64 first = g_array_index (a, guint64, i);
      guint64 second = g_array_index (b, guint64, j);

      n += first == second;
      i += first <= second;
      j += second <= first;
    }
  return n;
}

guint
pm_shingles_count_common (PmShingles *self, PmShingles *other)
{
  return count_common (self->hashes, other->hashes);
}

PmLikeness
pm_shingles_compare (PmShingles *self, PmShingles *other)
{
  guint shorter = MIN (self->hashes->len, other->hashes->len);
  guint common;

  if (shorter < MIN_COMPARED)
    return PM_LIKENESS_NONE;
  common = count_common (self->hashes, other->hashes);
  if (common >= shorter / COPY_PART)
    return PM_LIKENESS_COPY;
  return common >= MAX (MIN_PASSAGE, shorter / PASSAGE_PART) ? PM_LIKENESS_PASSAGES
                                                             : PM_LIKENESS_NONE;
}

static gboolean
contains (PmShingles *self, guint64 hash)
{
  return g_array_binary_search (self->hashes, &hash, compare_hashes, NULL);
}

GArray *
pm_shingles_find_common (PmShingles *self, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  g_autoptr (GArray) words = list_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      guint n = get_run (words, i, WORDS);
      PmSpan span = g_array_index (words, Word, i).span;
      PmSpan *last = spans->len > 0 ? &g_array_index (spans, PmSpan, spans->len - 1) : NULL;

      if (n == 0 || !contains (self, hash_run (words, i, n)))
        continue;
      span.end = g_array_index (words, Word, i + n - 1).span.end;
      if (last != NULL && span.start <= last->end)
        last->end = span.end;
      else
        g_array_append_val (spans, span);
    }
  return spans;
}

GArray *
pm_shingles_sample (PmShingles *self)
{
  GArray *sample = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->hashes->len && sample->len < MAX_SAMPLED; i++)
    {
      gint64 hash = g_array_index (self->hashes, guint64, i);

      if (hash % SAMPLED_OF == 0)
        g_array_append_val (sample, hash);
    }
  return sample;
}

/* --- what several texts had --- */

PmShingleSet *
pm_shingle_set_new (void)
{
  PmShingleSet *self = g_new (PmShingleSet, 1);

  self->hashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
pm_shingle_set_free (PmShingleSet *self)
{
  g_hash_table_unref (self->hashes);
  g_free (self);
}

guint
pm_shingle_set_add (PmShingleSet *self, const char *text, guint *n_words)
{
  g_autoptr (GArray) words = list_words (text);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new ();
  guint known = 0; /* the words before this one were all there before, or are counted */
  guint n_new = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint n = get_run (words, i, WORDS);
      guint64 hash = n > 0 ? hash_run (words, i, n) : 0;

      if (n > 0 && g_hash_table_contains (self->hashes, &hash))
        known = i + n;
      else if (n > 0)
        g_ptr_array_add (hashes, g_memdup2 (&hash, sizeof hash));
      n_new += i >= known;
    }
  for (guint i = 0; i < hashes->len; i++)
    g_hash_table_add (self->hashes, hashes->pdata[i]);
  *n_words = words->len;
  return n_new;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-word-classes.h"

#include <math.h>
#include <string.h>

/* Fewer moved words than one in so many end the search. */
#define SETTLED 1000

typedef struct
{
  guint word;
  guint n;
} Neighbour;

/* How often a word stands beside words of the classes in @touched. */
typedef struct
{
  gint32 *counts; /* by class */
  guint *touched;
  guint n_touched;
} Side;

typedef struct
{
  guint n_vocabulary;
  guint n_classes;
  guint *classes;     /* by word */
  gint64 *weights;    /* n log n */
  Neighbour **after;  /* by word: the words after it, ended by one with n 0 */
  Neighbour **before; /* by word: the words before it */
  gint32 *totals;     /* by word */
  gint32 *sums;       /* by class */
  gint32 *pairs;      /* first class × second class */
  gint32 *reversed;   /* second class × first class */
  Side left;
  Side right;
  gint32 doubled; /* how often the word follows itself */
} Exchange;

gint64 *
pm_word_classes_tabulate (gsize n)
{
  gint64 *weights = g_new0 (gint64, n + 1);

  for (gsize i = 2; i <= n; i++)
    weights[i] = llround (i * log (i) * 1024);
  return weights;
}

gint32 *
pm_word_classes_count_pairs (const guint *words,
                             gsize n_words,
                             const guint *classes,
                             guint n_classes)
{
  gint32 *pairs = g_new0 (gint32, (gsize) n_classes * n_classes);

  for (gsize i = 1; i < n_words; i++)
    pairs[classes[words[i - 1]] * n_classes + classes[words[i]]]++;
  return pairs;
}

/* --- neighbours --- */

static int
compare_pairs (const void *a, const void *b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/* Returns: for each word the words that stand @step after it, with their counts. */
static Neighbour **
list_neighbours (const guint *words, gsize n_words, guint n_vocabulary, gboolean after)
{
  g_autofree guint64 *pairs = g_new (guint64, n_words);
  Neighbour **lists = g_new0 (Neighbour *, n_vocabulary);
  gsize n = n_words - 1;

  for (gsize i = 0; i < n; i++)
    pairs[i] = after ? (guint64) words[i] << 32 | words[i + 1]
                     : (guint64) words[i + 1] << 32 | words[i];
  qsort (pairs, n, sizeof *pairs, compare_pairs);
  for (gsize i = 0; i < n;)
    {
      guint word = pairs[i] >> 32;
      g_autoptr (GArray) list = g_array_new (TRUE, TRUE, sizeof (Neighbour));

      while (i < n && pairs[i] >> 32 == word)
        {
          Neighbour neighbour = { (guint) pairs[i], 0 };

          for (; i < n && pairs[i] >> 32 == word && (guint) pairs[i] == neighbour.word; i++)
            neighbour.n++;
          g_array_append_val (list, neighbour);
        }
      lists[word] = g_array_steal (list, NULL);
    }
  return lists;
}

static void
free_neighbours (Neighbour **lists, guint n_vocabulary)
{
  for (guint i = 0; i < n_vocabulary; i++)
    g_free (lists[i]);
  g_free (lists);
}

/* --- one word --- */

static void
side_fill (Side *side, const Neighbour *list, guint word, const guint *classes)
{
  for (guint i = 0; i < side->n_touched; i++)
    side->counts[side->touched[i]] = 0;
  side->n_touched = 0;
  for (const Neighbour *p = list; p != NULL && p->n > 0; p++)
    {
      guint class = classes[p->word];

      if (p->word == word)
        continue;
      if (side->counts[class] == 0)
        side->touched[side->n_touched++] = class;
      side->counts[class] += p->n;
    }
}

static gint32
count_doubled (const Neighbour *list, guint word)
{
  for (const Neighbour *p = list; p != NULL && p->n > 0; p++)
    if (p->word == word)
      return p->n;
  return 0;
}

/* Adds (@sign 1) the word to @class or takes it out (@sign -1). */
static void
shift (Exchange *self, guint word, guint class, int sign)
{
  guint n = self->n_classes;

  self->sums[class] += sign * self->totals[word];
  for (guint i = 0; i < self->right.n_touched; i++)
    {
      guint other = self->right.touched[i];

      self->pairs[class * n + other] += sign * self->right.counts[other];
      self->reversed[other * n + class] += sign * self->right.counts[other];
    }
  for (guint i = 0; i < self->left.n_touched; i++)
    {
      guint other = self->left.touched[i];

      self->pairs[other * n + class] += sign * self->left.counts[other];
      self->reversed[class * n + other] += sign * self->left.counts[other];
    }
  self->pairs[class * n + class] += sign * self->doubled;
  self->reversed[class * n + class] += sign * self->doubled;
}

static gint64
side_gain (const Side *side, const gint32 *row, const gint64 *weights, guint class)
{
  gint64 gain = 0;

  for (guint i = 0; i < side->n_touched; i++)
    {
      guint other = side->touched[i];

      if (other != class)
        gain += weights[row[other] + side->counts[other]] - weights[row[other]];
    }
  return gain;
}

/* What the classes would say more of each other with the word, which is in none, in @class. */
static gint64
gain_of (const Exchange *self, guint word, guint class)
{
  const gint64 *weights = self->weights;
  const gint32 *row = self->pairs + (gsize) class * self->n_classes;
  const gint32 *column = self->reversed + (gsize) class * self->n_classes;
  gint32 within = self->right.counts[class] + self->left.counts[class] + self->doubled;

  return side_gain (&self->right, row, weights, class) +
         side_gain (&self->left, column, weights, class) + weights[row[class] + within] -
         weights[row[class]] -
         2 * (weights[self->sums[class] + self->totals[word]] - weights[self->sums[class]]);
}

static gboolean
place (Exchange *self, guint word)
{
  guint old = self->classes[word];
  guint best = old;

  side_fill (&self->right, self->after[word], word, self->classes);
  side_fill (&self->left, self->before[word], word, self->classes);
  self->doubled = count_doubled (self->after[word], word);
  shift (self, word, old, -1);

  gint64 best_gain = gain_of (self, word, old);

  for (guint class = PM_WORD_FIXED; class < self->n_classes; class ++)
    {
      gint64 gain = gain_of (self, word, class);

      if (gain > best_gain)
        {
          best_gain = gain;
          best = class;
        }
    }
  shift (self, word, best, 1);
  self->classes[word] = best;
  return best != old;
}

/* --- all words --- */

static void
side_init (Side *side, guint n_classes)
{
  side->counts = g_new0 (gint32, n_classes);
  side->touched = g_new (guint, n_classes);
  side->n_touched = 0;
}

static void
side_clear (Side *side)
{
  g_free (side->counts);
  g_free (side->touched);
}

static void
exchange_init (Exchange *self, const guint *words, gsize n_words)
{
  gsize n = self->n_classes;

  self->classes = g_new (guint, self->n_vocabulary);
  for (guint i = 0; i < self->n_vocabulary; i++)
    self->classes[i] = i < n ? i : PM_WORD_FIXED + i % (n - PM_WORD_FIXED);
  self->weights = pm_word_classes_tabulate (n_words);
  self->after = list_neighbours (words, n_words, self->n_vocabulary, TRUE);
  self->before = list_neighbours (words, n_words, self->n_vocabulary, FALSE);
  self->totals = g_new0 (gint32, self->n_vocabulary);
  self->sums = g_new0 (gint32, n);
  for (gsize i = 0; i < n_words; i++)
    {
      self->totals[words[i]]++;
      self->sums[self->classes[words[i]]]++;
    }
  self->pairs = pm_word_classes_count_pairs (words, n_words, self->classes, n);
  self->reversed = g_new (gint32, n * n);
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      self->reversed[j * n + i] = self->pairs[i * n + j];
  side_init (&self->left, n);
  side_init (&self->right, n);
}

static void
exchange_clear (Exchange *self)
{
  free_neighbours (self->after, self->n_vocabulary);
  free_neighbours (self->before, self->n_vocabulary);
  side_clear (&self->left);
  side_clear (&self->right);
  g_free (self->weights);
  g_free (self->totals);
  g_free (self->sums);
  g_free (self->pairs);
  g_free (self->reversed);
}

guint *
pm_word_classes_find (const guint *words,
                      gsize n_words,
                      guint n_vocabulary,
                      guint n_classes,
                      guint n_rounds)
{
  Exchange exchange = { .n_vocabulary = n_vocabulary, .n_classes = n_classes };

  exchange_init (&exchange, words, n_words);
  for (guint round = 0; round < n_rounds; round++)
    {
      guint n_moved = 0;

      for (guint word = PM_WORD_FIXED; word < n_vocabulary; word++)
        n_moved += place (&exchange, word);
      if (n_moved < n_vocabulary / SETTLED)
        break;
    }
  exchange_clear (&exchange);
  return exchange.classes;
}

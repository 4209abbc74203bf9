/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-class-tree.h"

#include "pm-word-classes.h"

#define NO_NODE G_MAXUINT

typedef struct
{
  guint left;
  guint right;
} Branch;

typedef struct
{
  guint n;
  guint n_apart;
  gint32 *pairs;
  gint32 *firsts;  /* by class: as the first of a pair */
  gint32 *seconds; /* by class: as the second */
  gint64 *weights;
  gint64 *losses; /* by pair of classes, the lower first */
  guint *nodes; /* by class: the branch it has become, n + its number; NO_NODE when it is no more */
  GArray *branches;
} Tree;

static gint32
count (const Tree *self, guint first, guint second)
{
  return self->pairs[(gsize) first * self->n + second];
}

static gint64
join (const Tree *self, gint32 a, gint32 b)
{
  return self->weights[a] + self->weights[b] - self->weights[a + b];
}

/* What the joining of @i and @j loses beside the class @k. */
static gint64
loss_beside (const Tree *self, guint i, guint j, guint k)
{
  return join (self, count (self, i, k), count (self, j, k)) +
         join (self, count (self, k, i), count (self, k, j));
}

static gint64
loss_of (const Tree *self, guint i, guint j)
{
  const gint64 *weights = self->weights;
  gint32 inner[] = { count (self, i, i), count (self, i, j), count (self, j, i),
                     count (self, j, j) };
  gint64 loss = -join (self, self->firsts[i], self->firsts[j]) -
                join (self, self->seconds[i], self->seconds[j]) -
                weights[inner[0] + inner[1] + inner[2] + inner[3]];

  for (guint k = 0; k < G_N_ELEMENTS (inner); k++)
    loss += weights[inner[k]];
  for (guint k = 0; k < self->n; k++)
    if (k != i && k != j && self->nodes[k] != NO_NODE)
      loss += loss_beside (self, i, j, k);
  return loss;
}

static gint64 *
loss_at (Tree *self, guint i, guint j)
{
  return self->losses + (gsize) MIN (i, j) * self->n + MAX (i, j);
}

/* Adds to all losses, @sign times, what stands beside @k. */
static void
add_beside (Tree *self, guint k, guint a, guint b, int sign)
{
  for (guint i = self->n_apart; i < self->n; i++)
    for (guint j = i + 1; self->nodes[i] != NO_NODE && i != a && i != b && j < self->n; j++)
      if (self->nodes[j] != NO_NODE && j != a && j != b)
        *loss_at (self, i, j) += sign * loss_beside (self, i, j, k);
}

static void
add_counts (Tree *self, guint a, guint b)
{
  for (guint k = 0; k < self->n; k++)
    {
      self->pairs[(gsize) a * self->n + k] += count (self, b, k);
      self->pairs[(gsize) b * self->n + k] = 0;
    }
  for (guint k = 0; k < self->n; k++)
    {
      self->pairs[(gsize) k * self->n + a] += count (self, k, b);
      self->pairs[(gsize) k * self->n + b] = 0;
    }
  self->firsts[a] += self->firsts[b];
  self->seconds[a] += self->seconds[b];
}

static void
merge (Tree *self, guint a, guint b)
{
  Branch branch = { self->nodes[a], self->nodes[b] };

  add_beside (self, a, a, b, -1);
  add_beside (self, b, a, b, -1);
  add_counts (self, a, b);
  g_array_append_val (self->branches, branch);
  self->nodes[a] = self->n + self->branches->len - 1;
  self->nodes[b] = NO_NODE;
  add_beside (self, a, a, b, 1);
  for (guint i = self->n_apart; i < self->n; i++)
    if (i != a && self->nodes[i] != NO_NODE)
      *loss_at (self, a, i) = loss_of (self, MIN (a, i), MAX (a, i));
}

static gboolean
find_pair (Tree *self, guint *a, guint *b)
{
  gint64 least = G_MAXINT64;

  for (guint i = self->n_apart; i < self->n; i++)
    for (guint j = i + 1; self->nodes[i] != NO_NODE && j < self->n; j++)
      if (self->nodes[j] != NO_NODE && *loss_at (self, i, j) < least)
        {
          least = *loss_at (self, i, j);
          *a = i;
          *b = j;
        }
  return least < G_MAXINT64;
}

static void
set_paths (const Tree *self, guint node, guint64 path, guint64 *paths)
{
  if (node < self->n)
    {
      paths[node] = path;
      return;
    }

  const Branch *branch = &g_array_index (self->branches, Branch, node - self->n);

  set_paths (self, branch->left, path << 1, paths);
  set_paths (self, branch->right, path << 1 | 1, paths);
}

static void
tree_init (Tree *self, gsize n_words)
{
  self->weights = pm_word_classes_tabulate (n_words);
  self->losses = g_new0 (gint64, (gsize) self->n * self->n);
  self->firsts = g_new0 (gint32, self->n);
  self->seconds = g_new0 (gint32, self->n);
  self->nodes = g_new (guint, self->n);
  self->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  for (guint i = 0; i < self->n; i++)
    {
      self->nodes[i] = i;
      for (guint j = 0; j < self->n; j++)
        {
          self->firsts[i] += count (self, i, j);
          self->seconds[i] += count (self, j, i);
        }
    }
  for (guint i = self->n_apart; i < self->n; i++)
    for (guint j = i + 1; j < self->n; j++)
      *loss_at (self, i, j) = loss_of (self, i, j);
}

guint64 *
pm_class_tree_find_paths (gint32 *pairs, guint n_classes, gsize n_words, guint n_apart)
{
  Tree tree = { .n = n_classes, .n_apart = n_apart, .pairs = pairs };
  guint64 *paths = g_new0 (guint64, n_classes);
  guint a = n_apart;
  guint b;

  tree_init (&tree, n_words);
  while (find_pair (&tree, &a, &b))
    merge (&tree, a, b);
  set_paths (&tree, tree.nodes[n_apart], 1, paths);
  g_array_unref (tree.branches);
  g_free (tree.nodes);
  g_free (tree.seconds);
  g_free (tree.firsts);
  g_free (tree.losses);
  g_free (tree.weights);
  return paths;
}

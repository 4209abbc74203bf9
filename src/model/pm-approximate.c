/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-approximate-private.h"

#define WORD 64

/* The vertical differences of one block of 64 pattern characters in the current column. */
typedef struct
{
  guint64 plus;
  guint64 minus;
} Block;

/* Moves @block one text character on. @equal: where the pattern has that character. @carry: the
 * horizontal difference that comes in from the block above. Returns: the one at the bit @out. */
static int
advance (Block *block, guint64 equal, int carry, guint64 out)
{
  guint64 vertical = equal | block->minus;
  guint64 horizontal;
  guint64 plus;
  guint64 minus;
  int result;

  if (carry < 0)
    equal |= 1;
  horizontal = (((equal & block->plus) + block->plus) ^ block->plus) | equal;
  plus = block->minus | ~(horizontal | block->plus);
  minus = block->plus & horizontal;
  result = (plus & out) != 0 ? 1 : (minus & out) != 0 ? -1 : 0;
  plus <<= 1;
  minus <<= 1;
  if (carry < 0)
    minus |= 1;
  else if (carry > 0)
    plus |= 1;
  block->plus = minus | ~(vertical | plus);
  block->minus = plus & vertical;
  return result;
}

/* Numbers the pattern's characters from 1 and notes where each stands: row n of the table is
 * character n's. */
static GHashTable *
index_pattern (const gunichar *pattern, gsize n_pattern, gsize n_blocks, GArray *table)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  g_array_set_size (table, n_blocks);
  for (gsize i = 0; i < n_pattern; i++)
    {
      guint number = GPOINTER_TO_UINT (
          g_hash_table_lookup (numbers, GUINT_TO_POINTER (pattern[i])));

      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, GUINT_TO_POINTER (pattern[i]), GUINT_TO_POINTER (number));
          g_array_set_size (table, (number + 1) * n_blocks);
        }
      g_array_index (table, guint64, number * n_blocks + i / WORD) |= G_GUINT64_CONSTANT (1)
                                                                      << (i % WORD);
    }
  return numbers;
}

guint *
_pm_approximate_scores (const gunichar *pattern,
                        gsize n_pattern,
                        const gunichar *text,
                        gsize n_text)
{
  gsize n_blocks = (n_pattern + WORD - 1) / WORD;
  guint64 last = G_GUINT64_CONSTANT (1) << ((n_pattern - 1) % WORD);
  g_autoptr (GArray) table = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_autoptr (GHashTable) numbers = index_pattern (pattern, n_pattern, n_blocks, table);
  g_autofree Block *blocks = g_new0 (Block, n_blocks);
  guint *scores = g_new (guint, n_text + 1);

  for (gsize b = 0; b < n_blocks; b++)
    blocks[b].plus = ~G_GUINT64_CONSTANT (0);
  scores[0] = n_pattern;
  for (gsize i = 0; i < n_text; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, GUINT_TO_POINTER (text[i])));
      const guint64 *equal = &g_array_index (table, guint64, number * n_blocks);
      int carry = 0;

      for (gsize b = 0; b < n_blocks; b++)
        carry = advance (&blocks[b], equal[b], carry,
                         b + 1 == n_blocks ? last : G_GUINT64_CONSTANT (1) << (WORD - 1));
      scores[i + 1] = scores[i] + carry;
    }
  return scores;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A map from words to values that is read where it lies in its file. Words are kept as hashes: one
 * that is not in the table is taken for one that is about once in 2^21 times.
 *
 * The file, in little-endian numbers: "PMW1"; the number of bits that choose a bucket, of entries,
 * of values (32 bits each); the values (64); for each bucket and after the last the entry it starts
 * at (32); for each entry the 24 bits of its hash after those that choose the bucket, ascending;
 * for each entry the value it has (16). */
typedef struct _PmWordTable PmWordTable;

#define PM_WORD_HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* Returns: @hash with @length bytes more; it is the same for a word in pieces and in one. */
guint64 pm_word_hash_add (guint64 hash, const char *bytes, gsize length);

/* Takes any bytes: what does not fit the form is refused, and what only lies leads to wrong values.
 * Returns: (transfer full) (nullable): %NULL when @bytes are no such table. */
PmWordTable *pm_word_table_new (GBytes *bytes);
void pm_word_table_free (PmWordTable *self);

/* Returns: whether the word with @hash is there; @value is set only then. */
gboolean pm_word_table_find (const PmWordTable *self, guint64 hash, guint64 *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmWordTable, pm_word_table_free)

G_END_DECLS

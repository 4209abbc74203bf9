/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exchange clustering (Martin, Liermann and Ney, 1998): each word is moved in turn to the class in
 * which the classes of neighbouring words say most of each other, until few words move. Sums are of
 * whole numbers, so that every machine finds the same classes. */

/* Words 0 to PM_WORD_FIXED - 1, the end of a sentence and all that is rare, keep classes of their
 * own, 0 to PM_WORD_FIXED - 1. */
#define PM_WORD_FIXED 2

/* @words: the text, each word by its number; frequent words have low numbers.
 * Returns: (transfer full): the class of each of the @n_vocabulary words, below @n_classes. */
guint *pm_word_classes_find (const guint *words,
                             gsize n_words,
                             guint n_vocabulary,
                             guint n_classes,
                             guint n_rounds);

/* Returns: (transfer full): how often a word of each class is followed by one of each, row by row.
 */
gint32 *pm_word_classes_count_pairs (const guint *words,
                                     gsize n_words,
                                     const guint *classes,
                                     guint n_classes);

/* Returns: (transfer full): n log n of 0 to @n in whole numbers. */
gint64 *pm_word_classes_tabulate (gsize n);

G_END_DECLS

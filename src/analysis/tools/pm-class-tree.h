/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Joins classes of words two by two, those first whose joining loses least of what classes say of
 * their neighbours (Brown and others, 1992), to one binary tree.
 * @pairs: how often each class is followed by each, row by row; it is changed.
 * @n_words: the sum of @pairs.
 * @n_apart: that many classes, the first ones, are neighbours but have no place in the tree.
 * Returns: (transfer full): the path of each class, a 1 and a bit for each branch from the root; 0
 * for those apart. */
guint64 *pm_class_tree_find_paths (gint32 *pairs, guint n_classes, gsize n_words, guint n_apart);

G_END_DECLS

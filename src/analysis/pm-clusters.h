/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of a language in classes, learned from plain text so that words that stand among the same
 * words share one: countries, surnames, months. The classes are the leaves of a binary tree; near
 * ones share the start of their path, so a part of a path is a coarser class. */
typedef struct _PmClusters PmClusters;

/* Loaded when first asked for and kept for the life of the program; immutable, so any thread may
 * ask.
 * @language: "en"
 * Returns: (transfer none) (nullable): %NULL when there are none for @language. */
const PmClusters *pm_clusters_get (const char *language);

/* @bytes: a file as the tool cluster-words writes it, or anything else.
 * Returns: (transfer full) (nullable): %NULL when @bytes are no such file. */
PmClusters *pm_clusters_new (GBytes *bytes);
void pm_clusters_free (PmClusters *self);

/* @word: as it is written; one in capitals that is not known so is asked for as "Word".
 * Returns: the path of its class, a 1 and then one bit for each branch; 0 when it is not known. */
guint pm_clusters_find (const PmClusters *self, const char *word);

/* Returns: the coarser class at @depth branches of @path; @path when it is no longer than that. */
guint pm_clusters_get_prefix (guint path, guint depth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmClusters, pm_clusters_free)

G_END_DECLS

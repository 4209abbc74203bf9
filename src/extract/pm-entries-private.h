/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* The times of a live blog's entries: at least three parts side by side, each with a time and
 * running text of its own. Elsewhere a time belongs to the page, here to the text.
 * @roots: (element-type PmNode): what the article is made of.
 * Returns: (transfer full) (element-type PmNode): a set of elements. */
GHashTable *_pm_entries_find_times (GPtrArray *roots);

G_END_DECLS

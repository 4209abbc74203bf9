/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The difference of two sequences in linear space: E. Myers, "An O(ND) difference algorithm and its
 * variations", Algorithmica 1, 1986. Where they differ by more than a few hundred elements it goes
 * on from the furthest point it has reached, so that the time stays in proportion to the length.
 *
 * @removed, @added: as long as @before and @after: set to 1 where the element is not common. */
void _pm_sequence_diff (const guint *before,
                        gsize n_before,
                        const guint *after,
                        gsize n_after,
                        guint8 *removed,
                        guint8 *added);

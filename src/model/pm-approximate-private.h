/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Approximate string matching by bit-parallel dynamic programming: G. Myers, "A fast bit-vector
 * algorithm for approximate string matching based on dynamic programming", J. ACM 46(3), 1999, in
 * the block form of H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances", 2003.
 *
 * Returns: (transfer full): @n_text + 1 numbers: the i-th is the fewest edits (insertions,
 * deletions, replacements) that turn @pattern into some stretch of @text ending before its i-th
 * character. @n_pattern must not be 0. */
guint *_pm_approximate_scores (const gunichar *pattern,
                               gsize n_pattern,
                               const gunichar *text,
                               gsize n_text);

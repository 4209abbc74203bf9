/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds the token at or behind @p: a word, a sign, or one character of a script without spaces.
 * @start: (out), @is_word: (out): whether it is no sign. Both are set only when there is one.
 * Returns: where it ends; %NULL when there is none before @end. */
const char *_pm_words_scan (const char *p, const char *end, const char **start, gboolean *is_word);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The entry of the reader's find bar, with its count and arrows. It knows words, not texts: who
 * owns it looks them up and tells how many there are. Signals: "search" (char *words): the words
 * are others; empty for none "step" (int by): to the next (1) or previous (-1) match "closed": the
 * matches should be forgotten */

#define PM_TYPE_FIND_BAR (pm_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PmFindBar, pm_find_bar, PM, FIND_BAR, AdwBin)

/* Opens, with the focus in it. @words: (nullable): to look for; %NULL for those of last time. */
void pm_find_bar_open (PmFindBar *self, const char *words);
void pm_find_bar_close (PmFindBar *self);
gboolean pm_find_bar_is_open (PmFindBar *self);
/* @current: counted from 1; 0 when there is none. */
void pm_find_bar_set_result (PmFindBar *self, guint current, guint n_matches);
const char *pm_find_bar_get_words (PmFindBar *self);

G_END_DECLS

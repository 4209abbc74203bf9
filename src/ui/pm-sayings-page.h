/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* Who said what in the whole notebook: a line for everything that was said, the latest first, by
 * speaker, words, outlet and date. A line that several articles have unfolds them, the earliest
 * first, with what they word otherwise marked. Opening a line leads to its first place, by the
 * action win.open-place. It follows the notebook while it is shown.
 *
 * Property: "summary" (string): how much there is, for a subtitle. */
#define PM_TYPE_SAYINGS_PAGE (pm_sayings_page_get_type ())
G_DECLARE_FINAL_TYPE (PmSayingsPage, pm_sayings_page, PM, SAYINGS_PAGE, AdwBin)

/* @notebook: (nullable) */
void pm_sayings_page_set_notebook (PmSayingsPage *self, PmNotebook *notebook);
/* @speaker: (nullable): the one to begin with; what was looked for before stays with %NULL. */
void pm_sayings_page_open (PmSayingsPage *self, const char *speaker);

G_END_DECLS

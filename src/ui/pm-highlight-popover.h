/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-highlight.h"

G_BEGIN_DECLS

/* What can be done with the words that are selected, or with a highlight: five colours, Tag, Note,
 * Copy, Remove. All of it are the reader's "article." actions, with their keys beside them. It
 * never takes the focus from the text. */

#define PM_TYPE_HIGHLIGHT_POPOVER (pm_highlight_popover_get_type ())
G_DECLARE_FINAL_TYPE (PmHighlightPopover, pm_highlight_popover, PM, HIGHLIGHT_POPOVER, GtkPopover)

GtkWidget *pm_highlight_popover_new (void);
/* @highlight: (nullable): whose colour to check; %NULL for a selection, which has nothing to
 * remove. */
void pm_highlight_popover_set_highlight (PmHighlightPopover *self, const PmHighlight *highlight);

G_END_DECLS

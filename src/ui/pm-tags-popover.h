/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* Where tags are chosen: those set, those the notebook knows, and an entry that narrows them down
 * or makes a new one. Signal: "saved" (GStrv tags): once, when it is closed and the tags are
 * others. */
#define PM_TYPE_TAGS_POPOVER (pm_tags_popover_get_type ())
G_DECLARE_FINAL_TYPE (PmTagsPopover, pm_tags_popover, PM, TAGS_POPOVER, GtkPopover)

/* @notebook: (nullable): whose tags to offer. @tags: (element-type utf8): those set. */
GtkWidget *pm_tags_popover_new (PmNotebook *notebook, GPtrArray *tags);
/* Sets @tag, as typing it and Enter does. */
void pm_tags_popover_add (PmTagsPopover *self, const char *tag);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-record.h"

G_BEGIN_DECLS

/* A card of rows under a small heading with a count, as panels are made of. It is seen only when it
 * has rows.
 *
 * Properties: "title" (string, nullable: no heading), "description" (string, nullable: under the
 * title), "row-type" (GType of a PmRow subclass, construct only), "suffix" (GtkWidget, nullable: at
 * the end of the heading). Signal: "row-selected" (PmRow *row, nullable). A row that is clicked or
 * given Enter is opened by itself. */
#define PM_TYPE_GROUP (pm_group_get_type ())
G_DECLARE_FINAL_TYPE (PmGroup, pm_group, PM, GROUP, AdwBin)

GtkWidget *pm_group_new (const char *title, GType row_type);
/* The text beside the title instead of the bare number. @text: (nullable): the number again. */
void pm_group_set_count (PmGroup *self, const char *text);
GtkListBox *pm_group_get_list (PmGroup *self);

/* What the rows are about, in order. @items: kept by reference, unchanged from now on; what they
 * point to must live as long as @record. Rows of things that are gone are removed now; rows are
 * made and brought up to date by pm_group_fill(). Things are the same when their rows' keys are and
 * the record is of the same article. */
void pm_group_set_items (PmGroup *self, PmRecord *record, GPtrArray *items);
/* Works until it is done or @deadline (monotonic µs) has passed, but makes one row at least.
 * Returns: whether it is done. */
gboolean pm_group_fill (PmGroup *self, gint64 deadline);

G_END_DECLS

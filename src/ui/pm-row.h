/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-panel.h"

G_BEGIN_DECLS

/* A row of a panel: one thing of the article. Pointed at or focused, it marks the thing's places in
 * the text; selected, it unfolds what one can do with it. Children of a subclass's template stand
 * below each other. */
#define PM_TYPE_ROW (pm_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (PmRow, pm_row, PM, ROW, GtkListBoxRow)

struct _PmRowClass
{
  GtkListBoxRowClass parent_class;

  /* Returns: (transfer full): what makes @item the same thing when the article is read again. */
  char *(*dup_key) (gconstpointer item);
  /* Fills the row. @item lives as long as the row's record. */
  void (*bind) (PmRow *self, gpointer item);
  /* The row was clicked or given Enter. */
  void (*open) (PmRow *self);
  /* (nullable): Returns: (transfer full) (element-type PmSpan): the places to mark. */
  GArray *(*list_places) (PmRow *self);
  /* (nullable): Returns: (transfer floating): shown below the rest while the row is selected; made
   * anew each time. */
  GtkWidget *(*make_details) (PmRow *self);
};

void pm_row_bind (PmRow *self, PmRecord *record, gpointer item);
void pm_row_open (PmRow *self);
/* The record that the row's item is of. */
PmRecord *pm_row_get_record (PmRow *self);
/* Returns: (nullable): the panel around it. */
PmPanel *pm_row_get_panel (PmRow *self);
/* Makes what the selected row unfolds anew, if it is unfolded. */
void pm_row_update_details (PmRow *self);
/* What a screen reader calls the row. */
void pm_row_set_name (PmRow *self, const char *name);

/* Returns: (transfer full): @words in one line and no longer than a row can show, for a label. */
char *pm_row_dup_line (const char *words);
/* A small button for the details. @icon_name, @label: (nullable): one of both at least; @title is
 * the tooltip and accessible name. */
GtkWidget *
pm_row_action_new (const char *icon_name, const char *label, const char *title, const char *action);

G_END_DECLS

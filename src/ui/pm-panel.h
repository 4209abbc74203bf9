/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-group.h"
#include "pm-notebook.h"

G_BEGIN_DECLS

/* One side panel over the open article. A panel shows and asks; it reaches the rest of the window
 * through the window's actions alone:
 * - win.go-to ((tt), a span): scroll the reader there and flash it
 * - win.mark (a(tt)): mark all these places; empty clears
 * - win.open-article (x)
 * - win.download (as): capture these addresses
 * - win.open-uri (s): in the user's browser
 * - win.toast (s): one sentence
 * - win.toast-undo (s): one sentence with an Undo button
 *
 * A panel builds nothing before it is seen. Its rows are made a few at a time between frames, and
 * rows whose thing is still there when the same article's record comes anew stay, with their
 * selection and place.
 *
 * In a subclass's template, <child type="top"> stands above the scrolled part and every other child
 * in it; a PmGroup among those takes part in selection: one row is selected in the whole panel.
 * Properties: "empty-icon-name", "empty-title", "empty-description" (strings): what is said when
 * there is nothing to show. */

#define PM_TYPE_PANEL (pm_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (PmPanel, pm_panel, PM, PANEL, AdwBin)

struct _PmPanelClass
{
  AdwBinClass parent_class;

  /* The record changed, or is now %NULL. Called with the panel's notebook set. */
  void (*show) (PmPanel *self, PmRecord *record);
};

/* @notebook: (nullable) */
void pm_panel_set_notebook (PmPanel *self, PmNotebook *notebook);
PmNotebook *pm_panel_get_notebook (PmPanel *self);
/* @record: (nullable) */
void pm_panel_set_record (PmPanel *self, PmRecord *record);
/* Returns: (nullable) (transfer none) */
PmRecord *pm_panel_get_record (PmPanel *self);

void pm_panel_go_to (PmPanel *self, PmSpan span);
void pm_panel_mark (PmPanel *self, const PmSpan *spans, gsize n_spans);
/* @message: one sentence. */
void pm_panel_toast (PmPanel *self, const char *message);
/* Says @error in a toast, unless the user cancelled. */
void pm_panel_toast_error (PmPanel *self, const GError *error);
/* To the clipboard; says so. */
void pm_panel_copy (PmPanel *self, const char *text);
/* Stores @highlight in the notebook; a failure is said in a toast. Does nothing without a notebook.
 */
void pm_panel_put_highlight (PmPanel *self, const PmHighlight *highlight);

/* --- for subclasses --- */

/* Cancelled when the panel is disposed of, or its notebook is changed. */
GCancellable *pm_panel_get_cancellable (PmPanel *self);
/* Appends @group to the scrolled part, as the template's groups are. */
void pm_panel_add_group (PmPanel *self, PmGroup *group);
void pm_panel_remove_group (PmPanel *self, PmGroup *group);
/* Gives @group, of this panel, the things of its rows; see pm_group_set_items(). The rows come in
 * the next frames. */
void pm_panel_fill (PmPanel *self, PmGroup *group, PmRecord *record, GPtrArray *items);
/* Whether rows are still to be made. */
gboolean pm_panel_is_filling (PmPanel *self);
/* Shows the empty state instead of the rows. The state without an article is the base class's own
 * matter. */
void pm_panel_set_empty (PmPanel *self, gboolean empty);

G_END_DECLS

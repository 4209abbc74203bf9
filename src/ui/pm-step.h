/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An undoable step on its way to the notebook, and what the window says once it is done. The row it
 * was taken from may be gone by then; the window is not. */
typedef struct _PmStep PmStep;

/* @sentence: (transfer full) (nullable): to be said with Undo; %NULL for nothing to say. */
PmStep *pm_step_new (GtkWidget *widget, char *sentence);
/* Says the sentence, or what went wrong, and frees @self. @error: (nullable) */
void pm_step_done (PmStep *self, const GError *error);

G_END_DECLS

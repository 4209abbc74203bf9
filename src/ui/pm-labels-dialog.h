/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* Chooses the tags, or the collections, of one article: those of the notebook with a tick each, and
 * an entry that finds one or names a new one. */

#define PM_TYPE_LABELS_DIALOG (pm_labels_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmLabelsDialog, pm_labels_dialog, PM, LABELS_DIALOG, AdwWindow)

/* @article: copied. @field: %PM_FIELD_TAGS or %PM_FIELD_COLLECTIONS. */
GtkWidget *pm_labels_dialog_new (GtkWindow *parent,
                                 PmNotebook *notebook,
                                 const PmArticle *article,
                                 PmArticleField field);

G_END_DECLS

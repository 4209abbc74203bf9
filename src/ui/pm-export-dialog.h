/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* Asks what to export and in which format, then where to, and shows how far it is; it can be
 * cancelled at any time and leaves nothing behind then. Signal "exported" (path): the file is
 * complete. */

#define PM_TYPE_EXPORT_DIALOG (pm_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmExportDialog, pm_export_dialog, PM, EXPORT_DIALOG, AdwWindow)

/* @article: the one shown, 0 for none. @shown: (nullable) (element-type PmArticleItem): those of
 * the library. */
GtkWidget *
pm_export_dialog_new (GtkWindow *parent, PmNotebook *notebook, gint64 article, GListModel *shown);

G_END_DECLS

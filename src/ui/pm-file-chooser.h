/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place that asks for files: GtkFileDialog where GTK has it (4.10), GtkFileChooserNative
 * before; through the portal in a sandbox. */

typedef enum
{
  PM_FILE_CHOOSER_OPEN,
  PM_FILE_CHOOSER_OPEN_SEVERAL,
  PM_FILE_CHOOSER_SAVE,
} PmFileChooserMode;

/* @name: (nullable): proposed, when saving. @filter: (nullable) (transfer none): what to offer;
 * everything otherwise. */
void pm_file_chooser_async (GtkWindow *parent,
                            PmFileChooserMode mode,
                            const char *title,
                            const char *name,
                            GtkFileFilter *filter,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* Returns: (transfer full) (element-type GFile) (nullable): at least one; %NULL when the user
 * thought better of it. */
GListModel *pm_file_chooser_finish (GAsyncResult *result);
/* For the modes that give one file. Returns: (transfer full) (nullable) */
GFile *pm_file_chooser_finish_one (GAsyncResult *result);

/* A filter by suffixes, "html", and its title. Returns: (transfer full) */
GtkFileFilter *pm_file_filter_new (const char *title, const char *const *suffixes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-file-chooser.h"

#include <glib/gi18n-lib.h>

#if GTK_CHECK_VERSION(4, 10, 0)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  g_autoptr (GTask) task = G_TASK (user_data);
  PmFileChooserMode mode = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = NULL;

  if (mode == PM_FILE_CHOOSER_OPEN_SEVERAL)
    {
      g_task_return_pointer (task, gtk_file_dialog_open_multiple_finish (dialog, result, NULL),
                             g_object_unref);
      return;
    }
  file = mode == PM_FILE_CHOOSER_SAVE ? gtk_file_dialog_save_finish (dialog, result, NULL)
                                      : gtk_file_dialog_open_finish (dialog, result, NULL);
  if (file != NULL)
    g_list_store_append (files, file);
  g_task_return_pointer (task, file != NULL ? g_steal_pointer (&files) : NULL, g_object_unref);
}

static void
show_chooser (GtkWindow *parent,
              PmFileChooserMode mode,
              const char *title,
              const char *name,
              GtkFileFilter *filter,
              GTask *task)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);
  if (filter != NULL)
    gtk_file_dialog_set_default_filter (dialog, filter);
  if (mode == PM_FILE_CHOOSER_SAVE)
    gtk_file_dialog_save (dialog, parent, NULL, chosen_cb, task);
  else if (mode == PM_FILE_CHOOSER_OPEN)
    gtk_file_dialog_open (dialog, parent, NULL, chosen_cb, task);
  else
    gtk_file_dialog_open_multiple (dialog, parent, NULL, chosen_cb, task);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (files != NULL && g_list_model_get_n_items (files) == 0)
    g_clear_object (&files);
  g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  g_object_unref (dialog);
}

static void
show_chooser (GtkWindow *parent,
              PmFileChooserMode mode,
              const char *title,
              const char *name,
              GtkFileFilter *filter,
              GTask *task)
{
  gboolean save = mode == PM_FILE_CHOOSER_SAVE;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent,
                                                              save ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                                   : GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog),
                                        mode == PM_FILE_CHOOSER_OPEN_SEVERAL);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

void
pm_file_chooser_async (GtkWindow *parent,
                       PmFileChooserMode mode,
                       const char *title,
                       const char *name,
                       GtkFileFilter *filter,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, pm_file_chooser_async);
  g_task_set_task_data (task, GINT_TO_POINTER (mode), NULL);
  show_chooser (parent, mode, title, name, filter, task);
}

GListModel *
pm_file_chooser_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

GFile *
pm_file_chooser_finish_one (GAsyncResult *result)
{
  g_autoptr (GListModel) files = pm_file_chooser_finish (result);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

GtkFileFilter *
pm_file_filter_new (const char *title, const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, title);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  return filter;
}

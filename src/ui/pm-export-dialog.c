/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "pm-article-list.h"
#include "pm-dialog.h"
#include "pm-file-chooser.h"
#include "pm-settings.h"

typedef enum
{
  WHAT_ARTICLE,
  WHAT_SHOWN,
  WHAT_ALL,
} What;

struct _PmExportDialog
{
  AdwWindow parent_instance;

  GSettings *settings;
  PmNotebook *notebook;
  GListModel *shown;
  gint64 article;
  GArray *choices; /* (element-type What): as the rows of @what */
  GCancellable *cancellable;

  AdwComboRow *what;
  AdwComboRow *format;
  GtkStack *pages;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  GtkLabel *failure;
};

G_DEFINE_FINAL_TYPE (PmExportDialog, pm_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const PmFormat *
get_format (PmExportDialog *self)
{
  gsize n_formats;
  const PmFormat *formats = pm_notebook_list_formats (&n_formats);
  guint selected = adw_combo_row_get_selected (self->format);

  return selected < n_formats ? &formats[selected] : &formats[0];
}

/* Returns: (transfer full) (nullable): what pm_notebook_export_async() takes. */
static GArray *
list_articles (PmExportDialog *self)
{
  What what = g_array_index (self->choices, What, adw_combo_row_get_selected (self->what));
  GArray *articles;

  if (what == WHAT_ALL)
    return NULL;
  articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (what == WHAT_ARTICLE)
    g_array_append_val (articles, self->article);
  for (guint i = 0; what == WHAT_SHOWN && i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (PmArticleItem) item = g_list_model_get_item (self->shown, i);
      const PmArticle *article = pm_article_item_get_article (item);

      if (article->state == PM_ARTICLE_READY)
        g_array_append_val (articles, article->id);
    }
  return articles;
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  PmExportDialog *self = PM_EXPORT_DIALOG (user_data);
  g_autofree char *label = g_strdup_printf (_ ("Article %u of %u"), MIN (done + 1, total), total);

  gtk_label_set_label (self->progress_label, label);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
}

static void
show_progress (PmExportDialog *self, gboolean running)
{
  gtk_stack_set_visible_child_name (self->pages, running ? "progress" : "choice");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.export", !running);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) job = G_TASK (user_data);
  PmExportDialog *self = PM_EXPORT_DIALOG (g_task_get_source_object (job));
  g_autoptr (GError) error = NULL;

  if (pm_notebook_export_finish (PM_NOTEBOOK (source), result, &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, g_task_get_task_data (job));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_progress (self, FALSE);
  gtk_label_set_label (self->failure, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
}

static void
export_to (PmExportDialog *self, const char *path)
{
  g_autoptr (GArray) articles = list_articles (self);
  GTask *job = g_task_new (self, NULL, NULL, NULL);

  g_task_set_task_data (job, g_strdup (path), g_free);
  g_settings_set_string (self->settings, "export-format", get_format (self)->id);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_label_set_label (self->progress_label, _ ("Preparing…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_progress (self, TRUE);
  pm_notebook_export_async (self->notebook, path, get_format (self)->id, articles, progress_cb,
                            self, self->cancellable, exported_cb, job);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmExportDialog) self = PM_EXPORT_DIALOG (user_data);
  g_autoptr (GFile) file = pm_file_chooser_finish_one (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    export_to (self, path);
}

static void export(GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmExportDialog *self = PM_EXPORT_DIALOG (widget);
  const PmFormat *format = get_format (self);
  g_autofree char *title = pm_notebook_dup_title (self->notebook);
  g_autofree char *name = g_strdup_printf ("%s.%s", title, format->extension);
  g_autoptr (GtkFileFilter) filter = pm_file_filter_new (format->title,
                                                         (const char *const[]){ format->extension,
                                                                                NULL });

  pm_file_chooser_async (GTK_WINDOW (self), PM_FILE_CHOOSER_SAVE, _ ("Export"), name, filter,
                         file_chosen_cb, g_object_ref (self));
}

static gboolean
pm_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (PM_EXPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (pm_export_dialog_parent_class)->close_request (window);
}

static void
pm_export_dialog_dispose (GObject *object)
{
  PmExportDialog *self = PM_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->notebook);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (pm_export_dialog_parent_class)->dispose (object);
}

static void
pm_export_dialog_class_init (PmExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pm_export_dialog_close_request;
  signals[EXPORTED] = g_signal_new ("exported", PM_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmExportDialog, what);
  gtk_widget_class_bind_template_child (widget_class, PmExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, PmExportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, PmExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, PmExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, PmExportDialog, failure);
  gtk_widget_class_install_action (widget_class, "dialog.export", NULL, export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pm_export_dialog_init (PmExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  self->settings = pm_settings_new ();
  self->choices = g_array_new (FALSE, FALSE, sizeof (What));
}

static void
add_choice (PmExportDialog *self, GtkStringList *titles, What what, const char *title)
{
  gtk_string_list_append (titles, title);
  g_array_append_val (self->choices, what);
}

static void
fill_what (PmExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_shown = self->shown != NULL ? g_list_model_get_n_items (self->shown) : 0;
  g_autofree char *shown = g_strdup_printf (ngettext ("The one in the list", "The %u in the list",
                                                      n_shown),
                                            n_shown);

  if (self->article != 0)
    add_choice (self, titles, WHAT_ARTICLE, _ ("This article"));
  if (n_shown > 0)
    add_choice (self, titles, WHAT_SHOWN, shown);
  add_choice (self, titles, WHAT_ALL, _ ("All articles"));
  adw_combo_row_set_model (self->what, G_LIST_MODEL (titles));
}

static void
fill_formats (PmExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "export-format");
  gsize n_formats;
  const PmFormat *formats = pm_notebook_list_formats (&n_formats);
  guint selected = 0;

  for (guint i = 0; i < n_formats; i++)
    {
      gtk_string_list_append (titles, formats[i].title);
      if (g_str_equal (formats[i].id, last))
        selected = i;
    }
  adw_combo_row_set_model (self->format, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->format, selected);
}

GtkWidget *
pm_export_dialog_new (GtkWindow *parent, PmNotebook *notebook, gint64 article, GListModel *shown)
{
  PmExportDialog *self = g_object_new (PM_TYPE_EXPORT_DIALOG, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);

  g_set_object (&self->notebook, notebook);
  g_set_object (&self->shown, shown);
  self->article = article;
  fill_what (self);
  fill_formats (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cited-dialog.h"

#include "pm-chip.h"
#include "pm-date.h"
#include "pm-dialog.h"
#include "pm-source-row.h"

#include <glib/gi18n-lib.h>

#define MAX_CITED 50
/* Of the articles of one source. */
#define MAX_CITING 50

struct _PmCitedDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable;
  GPtrArray *cited; /* (nullable) (element-type PmCited) */

  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *failure;
};

G_DEFINE_FINAL_TYPE (PmCitedDialog, pm_cited_dialog, ADW_TYPE_WINDOW)

static void
open_cb (AdwActionRow *row, gpointer article)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (root));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-article", "x", *(gint64 *) article);
  gtk_window_close (GTK_WINDOW (root));
}

static void
free_id (gpointer id, GClosure *closure)
{
  g_free (id);
}

static GtkWidget *
article_row_new (const PmArticle *article)
{
  g_autofree char *date = pm_date_dup_human (article->published, article->added);
  g_autofree char *about = article->outlet ? g_strdup_printf ("%s · %s", article->outlet, date)
                                           : g_strdup (date);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), article->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (open_cb),
                         g_memdup2 (&article->id, sizeof article->id), free_id, 0);
  return row;
}

/* The articles' rows are made when they are asked for: they may be thousands. */
static void
unfold_cb (GtkWidget *row, GParamSpec *pspec, PmCited *cited)
{
  g_signal_handlers_disconnect_by_func (row, unfold_cb, cited);
  for (guint i = 0; i < MIN (cited->citing->len, MAX_CITING); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), article_row_new (cited->citing->pdata[i]));
}

static GtkWidget *
cited_row_new (PmCited *cited)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *count = g_strdup_printf (ngettext ("%u article", "%u articles",
                                                      cited->citing->len),
                                            cited->citing->len);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cited->name);
  if (cited->url != NULL && g_strcmp0 (cited->url, cited->name) != 0)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), cited->url);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), gtk_label_new (count));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               pm_chip_new (pm_source_row_get_kind_title (cited->kind)));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (unfold_cb), cited);
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmCitedDialog) self = PM_CITED_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = pm_notebook_list_cited_finish (PM_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  for (guint i = 0; i < list->len; i++)
    gtk_list_box_append (self->list, cited_row_new (list->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, list->len > 0 ? "list" : "empty");
  self->cited = g_steal_pointer (&list);
}

static void
pm_cited_dialog_dispose (GObject *object)
{
  PmCitedDialog *self = PM_CITED_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (pm_cited_dialog_parent_class)->dispose (object);
}

static void
pm_cited_dialog_finalize (GObject *object)
{
  g_clear_pointer (&PM_CITED_DIALOG (object)->cited, g_ptr_array_unref);
  G_OBJECT_CLASS (pm_cited_dialog_parent_class)->finalize (object);
}

static void
pm_cited_dialog_class_init (PmCitedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_cited_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_cited_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-cited-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmCitedDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PmCitedDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PmCitedDialog, failure);
}

static void
pm_cited_dialog_init (PmCitedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
pm_cited_dialog_new (GtkWindow *parent, PmNotebook *notebook)
{
  PmCitedDialog *self = g_object_new (PM_TYPE_CITED_DIALOG, "transient-for", parent,
                                      "destroy-with-parent", TRUE, NULL);

  pm_notebook_list_cited_async (notebook, MAX_CITED, self->cancellable, listed_cb,
                                g_object_ref (self));
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-labels-dialog.h"

#include "pm-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PmLabelsDialog
{
  AdwWindow parent_instance;

  PmNotebook *notebook;
  PmArticle *article;
  PmArticleField field;

  GtkEditable *entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PmLabelsDialog, pm_labels_dialog, ADW_TYPE_WINDOW)

static GtkCheckButton *
row_get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

/* Returns: (nullable): the row named @name. */
static GtkListBoxRow *
find_row (PmLabelsDialog *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (gtk_check_button_get_label (row_get_check (row)), name) == 0)
      return row;
  return NULL;
}

static GtkListBoxRow *
add_row (PmLabelsDialog *self, const char *name, gboolean chosen, gboolean first)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_add_css_class (check, "label-check");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_insert (self->list, row, first ? 0 : -1);
  return GTK_LIST_BOX_ROW (row);
}

static GPtrArray *
get_chosen (PmLabelsDialog *self)
{
  return self->field == PM_FIELD_TAGS ? self->article->tags : self->article->collections;
}

static void
summary_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmLabelsDialog) self = PM_LABELS_DIALOG (user_data);
  PmSummary *summary = pm_notebook_load_summary_finish (PM_NOTEBOOK (source), result, NULL);
  GPtrArray *labels;

  /* Without the others, the article's own are still there to be changed. */
  if (summary == NULL)
    return;
  labels = self->field == PM_FIELD_TAGS ? summary->tags : summary->collections;
  for (guint i = 0; i < labels->len; i++)
    {
      const PmLabel *label = g_ptr_array_index (labels, i);

      if (find_row (self, label->name) == NULL)
        add_row (self, label->name, FALSE, FALSE);
    }
  pm_summary_free (summary);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  PmLabelsDialog *self = PM_LABELS_DIALOG (user_data);
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);
  g_autofree char *name = g_utf8_casefold (gtk_check_button_get_label (row_get_check (row)), -1);

  return strstr (name, g_strstrip (wanted)) != NULL;
}

static void
changed_cb (PmLabelsDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

/* Ticks what was typed, making it when it is new. Returns: whether anything was. */
static gboolean
tick_typed (PmLabelsDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  GtkListBoxRow *row;

  if (*name == '\0')
    return FALSE;
  row = find_row (self, name);
  if (row == NULL)
    row = add_row (self, name, FALSE, TRUE);
  gtk_check_button_set_active (row_get_check (row), TRUE);
  gtk_editable_set_text (self->entry, "");
  return TRUE;
}

static void
activate_cb (PmLabelsDialog *self)
{
  if (!tick_typed (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "dialog.done", NULL);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_put_article_finish (PM_NOTEBOOK (source), result, &error))
    gtk_widget_activate_action (window, "win.toast", "s", error->message);
}

static void
done (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmLabelsDialog *self = PM_LABELS_DIALOG (widget);
  GPtrArray *chosen = get_chosen (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkListBoxRow *row;

  tick_typed (self);
  g_ptr_array_set_size (chosen, 0);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (row_get_check (row)))
      g_ptr_array_add (chosen, g_strdup (gtk_check_button_get_label (row_get_check (row))));
  pm_notebook_put_article_async (self->notebook, self->article, self->field, NULL, put_cb,
                                 g_object_ref (parent));
  gtk_window_close (GTK_WINDOW (self));
}

static void
pm_labels_dialog_dispose (GObject *object)
{
  PmLabelsDialog *self = PM_LABELS_DIALOG (object);

  g_clear_object (&self->notebook);
  g_clear_pointer (&self->article, pm_article_free);
  G_OBJECT_CLASS (pm_labels_dialog_parent_class)->dispose (object);
}

static void
pm_labels_dialog_class_init (PmLabelsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_labels_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-labels-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmLabelsDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PmLabelsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "dialog.done", NULL, done);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pm_labels_dialog_init (PmLabelsDialog *self)
{
  GtkWidget *none;

  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  none = gtk_label_new (_ ("Type a name and press Return"));
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (none, "empty-list");
  gtk_list_box_set_placeholder (self->list, none);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

GtkWidget *
pm_labels_dialog_new (GtkWindow *parent,
                      PmNotebook *notebook,
                      const PmArticle *article,
                      PmArticleField field)
{
  PmLabelsDialog *self = g_object_new (PM_TYPE_LABELS_DIALOG, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);
  gboolean tags = field == PM_FIELD_TAGS;
  const char *prompt = tags ? _ ("Find or add a tag") : _ ("Find or add a collection");
  GPtrArray *chosen;

  g_set_object (&self->notebook, notebook);
  self->article = pm_article_copy (article);
  self->field = field;
  gtk_window_set_title (GTK_WINDOW (self), tags ? _ ("Tags") : _ ("Collections"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  prompt, -1);
  chosen = get_chosen (self);
  for (guint i = 0; i < chosen->len; i++)
    add_row (self, g_ptr_array_index (chosen, i), TRUE, FALSE);
  pm_notebook_load_summary_async (notebook, NULL, summary_cb, g_object_ref (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
  return GTK_WIDGET (self);
}

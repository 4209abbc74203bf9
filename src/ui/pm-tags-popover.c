/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tags-popover.h"

#include <string.h>

struct _PmTagsPopover
{
  GtkPopover parent_instance;

  GHashTable *buttons; /* tag -> GtkCheckButton */
  gboolean changed;
  GCancellable *cancellable;

  GtkEntry *entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PmTagsPopover, pm_tags_popover, GTK_TYPE_POPOVER)

static guint saved_signal;

static void
toggled_cb (PmTagsPopover *self)
{
  self->changed = TRUE;
}

static GtkCheckButton *
add_button (PmTagsPopover *self, const char *tag, gboolean first)
{
  GtkWidget *button = g_hash_table_lookup (self->buttons, tag);
  GtkWidget *label, *row;

  if (button)
    return GTK_CHECK_BUTTON (button);
  button = gtk_check_button_new ();
  label = gtk_label_new (tag);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tag, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->buttons, g_strdup (tag), button);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "tag", g_utf8_casefold (tag, -1), g_free);
  gtk_list_box_insert (self->list, row, first ? 0 : -1);
  return GTK_CHECK_BUTTON (button);
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  PmTagsPopover *self = data;
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);

  return strstr (g_object_get_data (G_OBJECT (row), "tag"), typed) != NULL;
}

static void
summary_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmTagsPopover) self = data;
  PmSummary *summary = pm_notebook_load_summary_finish (PM_NOTEBOOK (source), result, NULL);

  /* Without the notebook's tags one can still type: not worth a sentence. */
  if (!summary)
    return;
  for (guint i = 0; i < summary->tags->len; i++)
    add_button (self, ((PmLabel *) summary->tags->pdata[i])->name, FALSE);
  pm_summary_free (summary);
  gtk_list_box_invalidate_filter (self->list);
}

static void
changed_cb (PmTagsPopover *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
activate_cb (PmTagsPopover *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (*g_strstrip (typed) == '\0')
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    pm_tags_popover_add (self, typed);
}

static void
row_activated_cb (PmTagsPopover *self, GtkListBoxRow *row)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));

  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
}

static void
closed_cb (PmTagsPopover *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  activate_cb (self);
  if (!self->changed)
    return;
  self->changed = FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
        g_strv_builder_add (builder, gtk_label_get_label (GTK_LABEL (
                                         gtk_check_button_get_child (GTK_CHECK_BUTTON (button)))));
    }
  tags = g_strv_builder_end (builder);
  g_signal_emit (self, saved_signal, 0, tags);
}

static void
pm_tags_popover_dispose (GObject *object)
{
  g_cancellable_cancel (PM_TAGS_POPOVER (object)->cancellable);
  G_OBJECT_CLASS (pm_tags_popover_parent_class)->dispose (object);
}

static void
pm_tags_popover_finalize (GObject *object)
{
  PmTagsPopover *self = PM_TAGS_POPOVER (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->buttons);
  G_OBJECT_CLASS (pm_tags_popover_parent_class)->finalize (object);
}

static void
pm_tags_popover_class_init (PmTagsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_tags_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_tags_popover_finalize;
  saved_signal = g_signal_new ("saved", PM_TYPE_TAGS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-tags-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PmTagsPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, PmTagsPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
pm_tags_popover_init (PmTagsPopover *self)
{
  self->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, fits, self, NULL);
}

GtkWidget *
pm_tags_popover_new (PmNotebook *notebook, GPtrArray *tags)
{
  PmTagsPopover *self = g_object_new (PM_TYPE_TAGS_POPOVER, NULL);

  for (guint i = 0; i < tags->len; i++)
    gtk_check_button_set_active (add_button (self, tags->pdata[i], FALSE), TRUE);
  self->changed = FALSE;
  if (notebook)
    pm_notebook_load_summary_async (notebook, self->cancellable, summary_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

void
pm_tags_popover_add (PmTagsPopover *self, const char *tag)
{
  gtk_check_button_set_active (add_button (self, tag, TRUE), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

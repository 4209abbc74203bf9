/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-dialog.h"

#include "pm-dialog.h"
#include "pm-entity-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most frequent ones; any other can be typed. */
#define MAX_NAMES 5000

struct _PmEntityDialog
{
  AdwWindow parent_instance;

  PmNotebook *notebook;
  PmCorrectionKind kind;
  PmEntityName *entity;
  gint64 article;
  GCancellable *cancellable;

  GtkEditable *entry;
  GtkLabel *explanation;
  GtkWidget *scroller;
  GListStore *items; /* (element-type PmEntityItem) */
  GtkStringFilter *filter;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PmEntityDialog, pm_entity_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *title;
  const char *explanation;
  const char *prompt;
} texts[PM_N_CORRECTION_KINDS] = {
  [PM_CORRECTION_RENAME] = { N_ ("Rename"), N_ ("In every article of the notebook."), N_ ("Name") },
  [PM_CORRECTION_MERGE] = { N_ ("Merge With"),
                            N_ ("Both are one from now on, in every article of the notebook, "
                                "under the name chosen here."),
                            N_ ("Find the entity it is") },
  [PM_CORRECTION_SPLIT] = { N_ ("Split"),
                            N_ ("What reads so in this article is of another entity. Choose the "
                                "form, and the name that the other goes by."),
                            N_ ("Name of the other") },
};

static char *
dup_typed (PmEntityDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static PmEntityItem *
get_selected (PmEntityDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
update (PmEntityDialog *self)
{
  g_autofree char *typed = dup_typed (self);
  gboolean has_name = *typed != '\0';
  gboolean has_item = get_selected (self) != NULL;
  gboolean complete = self->kind == PM_CORRECTION_MERGE ? has_item : has_name;

  if (self->kind == PM_CORRECTION_SPLIT)
    complete = has_name && has_item;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.done", complete);
}

static void
changed_cb (PmEntityDialog *self)
{
  if (self->kind == PM_CORRECTION_MERGE)
    {
      g_autofree char *typed = dup_typed (self);

      gtk_string_filter_set_search (self->filter, typed);
      gtk_single_selection_set_selected (self->selection,
                                         *typed != '\0' ? 0 : GTK_INVALID_LIST_POSITION);
    }
  update (self);
}

static void
selected_cb (PmEntityDialog *self)
{
  PmEntityItem *item = get_selected (self);

  if (self->kind == PM_CORRECTION_SPLIT && item != NULL)
    gtk_editable_set_text (self->entry, pm_entity_item_get_title (item));
  update (self);
}

static void
activate_cb (PmEntityDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.done", NULL);
}

/* --- making the correction --- */

static void
merge (PmEntityDialog *self, GtkWidget *parent)
{
  PmEntitySubject subject = { .notebook = self->notebook,
                              .type = self->entity->type,
                              .name = self->entity->name };
  guint32 type;
  const char *name;

  g_variant_get (pm_entity_item_get_target (get_selected (self)), "(u&s)", &type, &name);
  pm_entity_merge (parent, &subject, &(PmEntityName){ type, (char *) name });
}

static void
rename_or_split (PmEntityDialog *self, GtkWidget *parent)
{
  g_autofree char *name = dup_typed (self);
  gboolean split = self->kind == PM_CORRECTION_SPLIT;
  const char *form = split ? pm_entity_item_get_title (get_selected (self)) : NULL;
  PmEntityCorrection *correction = pm_entity_correction_new (self->kind, self->entity->type,
                                                             self->entity->name, form,
                                                             self->entity->type, name);

  if (split)
    correction->article = self->article;
  pm_entity_correct (parent, self->notebook, correction,
                     split ? g_strdup_printf (_ ("“%s” is apart from “%s” now"), form,
                                              self->entity->name)
                           : g_strdup_printf (_ ("Renamed to “%s”"), name));
}

static void
done (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntityDialog *self = PM_ENTITY_DIALOG (widget);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (self->kind == PM_CORRECTION_MERGE)
    merge (self, parent);
  else
    rename_or_split (self, parent);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the list --- */

static void
names_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmEntityDialog) self = PM_ENTITY_DIALOG (user_data);
  g_autoptr (GPtrArray) names = pm_notebook_list_names_finish (PM_NOTEBOOK (source), result, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  /* Without the list there is nothing to merge with, and nothing was changed. */
  for (guint i = 0; names != NULL && i < names->len && items->len < MAX_NAMES; i++)
    {
      const PmNamed *named = names->pdata[i];
      g_autofree char *count = g_strdup_printf ("%u", named->n_articles);

      if (named->type != self->entity->type || strcmp (named->name, self->entity->name) != 0)
        g_ptr_array_add (items,
                         pm_entity_item_new (named->name, pm_entity_type_get_title (named->type),
                                             count, "dialog.done",
                                             g_variant_new ("(us)", (guint32) named->type,
                                                            named->name)));
    }
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
}

static void
add_forms (PmEntityDialog *self, GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (PmEntityItem) item = pm_entity_item_new (forms->pdata[i], NULL, NULL,
                                                          "dialog.done", NULL);

      g_list_store_append (self->items, item);
    }
  gtk_single_selection_set_selected (self->selection, 0);
}

static void
pm_entity_dialog_dispose (GObject *object)
{
  PmEntityDialog *self = PM_ENTITY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->entity, pm_entity_name_free);
  G_OBJECT_CLASS (pm_entity_dialog_parent_class)->dispose (object);
}

static void
pm_entity_dialog_class_init (PmEntityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PM_TYPE_ENTITY_ITEM);
  G_OBJECT_CLASS (klass)->dispose = pm_entity_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-entity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmEntityDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PmEntityDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, PmEntityDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, PmEntityDialog, items);
  gtk_widget_class_bind_template_child (widget_class, PmEntityDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, PmEntityDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "dialog.done", NULL, done);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pm_entity_dialog_init (PmEntityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
pm_entity_dialog_new (GtkWindow *parent, PmCorrectionKind kind, const PmEntitySubject *subject)
{
  PmEntityDialog *self = g_object_new (PM_TYPE_ENTITY_DIALOG, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);
  const char *prompt = _ (texts[kind].prompt);

  self->notebook = g_object_ref (subject->notebook);
  self->kind = kind;
  self->entity = pm_entity_name_new (subject->type, subject->name);
  self->article = subject->article;
  gtk_window_set_title (GTK_WINDOW (self), _ (texts[kind].title));
  gtk_label_set_label (self->explanation, _ (texts[kind].explanation));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  prompt, -1);
  gtk_widget_set_visible (self->scroller, kind != PM_CORRECTION_RENAME);
  if (kind == PM_CORRECTION_RENAME)
    gtk_window_set_default_size (GTK_WINDOW (self), 360, -1);
  if (kind == PM_CORRECTION_RENAME)
    gtk_editable_set_text (self->entry, subject->name);
  else if (kind == PM_CORRECTION_MERGE)
    pm_notebook_list_names_async (self->notebook, self->cancellable, names_cb, g_object_ref (self));
  else
    add_forms (self, subject->aliases);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  return GTK_WIDGET (self);
}

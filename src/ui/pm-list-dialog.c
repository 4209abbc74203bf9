/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-dialog.h"

#include <glib/gi18n-lib.h>

#include "pm-dialog.h"
#include "pm-plan-list.h"

struct _PmListDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable; /* of reading */
  PmPlan *plan;              /* (nullable): until it is made */
  PmPlanList *links;         /* (nullable) */

  GtkStack *pages;
  AdwStatusPage *unusable;
  GtkButton *add;
  GtkToggleButton *new_links;
  GtkToggleButton *here;
  GtkToggleButton *broken;
  GtkToggleButton *feeds;
  GtkListView *list;
  GtkLabel *repeated;
  GtkEditable *tags;
  GtkEditable *collection;
};

G_DEFINE_FINAL_TYPE (PmListDialog, pm_list_dialog, ADW_TYPE_WINDOW)

static PmFate
get_fate (PmListDialog *self)
{
  if (gtk_toggle_button_get_active (self->here))
    return PM_FATE_HERE;
  if (gtk_toggle_button_get_active (self->feeds))
    return PM_FATE_FEED;
  return gtk_toggle_button_get_active (self->broken) ? PM_FATE_BROKEN : PM_FATE_NEW;
}

/* Of the two buttons that change, the one that is up says nothing. */
static void
fate_cb (PmListDialog *self, GtkToggleButton *button)
{
  if (self->links != NULL && gtk_toggle_button_get_active (button))
    pm_plan_list_set_fate (self->links, get_fate (self));
}

/* @label: (transfer full) */
static void
set_count (GtkToggleButton *button, guint n, char *label)
{
  g_autofree char *owned = label;

  gtk_button_set_label (GTK_BUTTON (button), owned);
  gtk_widget_set_sensitive (GTK_WIDGET (button), n > 0);
}

/* The first kind there is. */
static void
choose_fate (PmListDialog *self)
{
  const guint *n = self->plan->n_fates;

  gtk_toggle_button_set_active (n[PM_FATE_NEW] > 0    ? self->new_links
                                : n[PM_FATE_FEED] > 0 ? self->feeds
                                : n[PM_FATE_HERE] > 0 ? self->here
                                                      : self->broken,
                                TRUE);
}

/* Returns: (nullable): what the button does, when there is something to do. */
static char *
dup_deed (const guint *n)
{
  if (n[PM_FATE_NEW] > 0 && n[PM_FATE_FEED] > 0)
    return g_strdup (_ ("_Add and Follow All"));
  if (n[PM_FATE_NEW] > 0)
    return g_strdup_printf (ngettext ("_Add %u Article", "_Add %u Articles", n[PM_FATE_NEW]),
                            n[PM_FATE_NEW]);
  if (n[PM_FATE_FEED] > 0)
    return g_strdup_printf (ngettext ("_Follow %u Feed", "_Follow %u Feeds", n[PM_FATE_FEED]),
                            n[PM_FATE_FEED]);
  return NULL;
}

static void
show_counts (PmListDialog *self)
{
  const guint *n = self->plan->n_fates;
  g_autofree char *repeated = g_strdup_printf (ngettext ("%u link occurs more than once",
                                                         "%u links occur more than once",
                                                         self->plan->n_repeated),
                                               self->plan->n_repeated);
  g_autofree char *deed = dup_deed (n);

  set_count (self->new_links, n[PM_FATE_NEW], g_strdup_printf (_ ("%u New"), n[PM_FATE_NEW]));
  set_count (self->feeds, n[PM_FATE_FEED],
             g_strdup_printf (ngettext ("%u Feed", "%u Feeds", n[PM_FATE_FEED]), n[PM_FATE_FEED]));
  gtk_widget_set_visible (GTK_WIDGET (self->feeds), n[PM_FATE_FEED] > 0);
  set_count (self->here, n[PM_FATE_HERE], g_strdup_printf (_ ("%u Already Here"), n[PM_FATE_HERE]));
  set_count (self->broken, n[PM_FATE_BROKEN], g_strdup_printf (_ ("%u Broken"), n[PM_FATE_BROKEN]));
  gtk_label_set_label (self->repeated, repeated);
  gtk_widget_set_visible (GTK_WIDGET (self->repeated), self->plan->n_repeated > 0);
  if (deed != NULL)
    gtk_button_set_label (self->add, deed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", deed != NULL);
}

static void
show_plan (PmListDialog *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  show_counts (self);
  choose_fate (self);
  self->links = pm_plan_list_new (self->plan, get_fate (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->links)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->pages, "plan");
  if (self->plan->n_fates[PM_FATE_NEW] + self->plan->n_fates[PM_FATE_FEED] > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
show_unusable (PmListDialog *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->unusable, escaped);
  gtk_stack_set_visible_child_name (self->pages, "unusable");
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmListDialog) self = PM_LIST_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPlan) plan = pm_notebook_plan_finish (PM_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (plan == NULL)
    show_unusable (self, error->message);
  else if (plan->links->len == 0)
    show_unusable (self, _ ("There is no link in it."));
  else
    {
      self->plan = g_steal_pointer (&plan);
      show_plan (self);
    }
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmListDialog *self = PM_LIST_DIALOG (widget);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_auto (GStrv) tags = g_strsplit (gtk_editable_get_text (self->tags), ",", -1);
  g_autofree char *collection = g_strdup (gtk_editable_get_text (self->collection));

  for (guint i = 0; tags[i] != NULL; i++)
    g_strstrip (tags[i]);
  g_strstrip (collection);
  if (self->plan->n_fates[PM_FATE_NEW] > 0)
    pm_window_add_links (PM_WINDOW (window), self->plan, (const char *const *) tags, collection);
  if (self->plan->n_fates[PM_FATE_FEED] > 0)
    pm_window_follow_links (PM_WINDOW (window), self->plan, (const char *const *) tags, collection);
  gtk_window_close (GTK_WINDOW (self));
}

static void
pm_list_dialog_dispose (GObject *object)
{
  PmListDialog *self = PM_LIST_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->links);
  g_clear_pointer (&self->plan, pm_plan_unref);
  G_OBJECT_CLASS (pm_list_dialog_parent_class)->dispose (object);
}

static void
pm_list_dialog_class_init (PmListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PM_TYPE_PLAN_ITEM);
  G_OBJECT_CLASS (klass)->dispose = pm_list_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, unusable);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, add);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, new_links);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, here);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, broken);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, feeds);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, repeated);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, tags);
  gtk_widget_class_bind_template_child (widget_class, PmListDialog, collection);
  gtk_widget_class_bind_template_callback (widget_class, fate_cb);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pm_list_dialog_init (PmListDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", FALSE);
}

GtkWidget *
pm_list_dialog_new (PmWindow *window, GInputStream *list)
{
  PmListDialog *self = g_object_new (PM_TYPE_LIST_DIALOG, "transient-for", window,
                                     "destroy-with-parent", TRUE, NULL);

  pm_notebook_plan_async (pm_window_get_notebook (window), list, self->cancellable, planned_cb,
                          g_object_ref (self));
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-feeds-dialog.h"

#include <glib/gi18n-lib.h>

#include "pm-dialog.h"
#include "pm-feed-list.h"
#include "pm-feed-row.h"
#include "pm-gradual-list.h"

struct _PmFeedsDialog
{
  AdwWindow parent_instance;

  PmNotebook *notebook;
  PmFeedList *feeds;
  PmGradualList *shown;
  guint n_running; /* rounds that were asked for here */
  guint n_new;     /* of the check under way */

  AdwToastOverlay *toasts;
  GtkSpinner *spinner;
  GtkEditable *address;
  GtkStack *pages;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (PmFeedsDialog, pm_feeds_dialog, ADW_TYPE_WINDOW)

static void
toast (PmFeedsDialog *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* Not behind what is said already. */
static void
toast_error (PmFeedsDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  AdwToast *said = adw_toast_new (escaped);

  adw_toast_set_priority (said, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, said);
}

/* --- rounds --- */

static void
set_running (PmFeedsDialog *self, int change)
{
  self->n_running += change;
  gtk_spinner_set_spinning (self->spinner, self->n_running > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feeds.check",
                                 self->n_running == 0 &&
                                     g_list_model_get_n_items (G_LIST_MODEL (self->feeds)) > 0);
}

static void
feed_done_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data)
{
  PM_FEEDS_DIALOG (data)->n_new += n_new;
}

/* A feed that could not be read says so in its row. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmFeedsDialog) self = PM_FEEDS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = pm_notebook_check_feeds_finish (PM_NOTEBOOK (source), result,
                                                                &error);

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->feeds == NULL)
    return;
  set_running (self, -1);
  if (intake == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    toast_error (self, error);
  else if (intake != NULL && self->n_new == 0)
    toast (self, _ ("Nothing is new"));
}

static void
check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmFeedsDialog *self = PM_FEEDS_DIALOG (widget);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->feeds)); i++)
    {
      g_autoptr (PmFeedItem) item = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      g_array_append_val (all, pm_feed_item_get_feed (item)->id);
    }
  self->n_new = 0;
  set_running (self, 1);
  pm_notebook_check_feeds_async (self->notebook, all, feed_done_cb, NULL, self, NULL, checked_cb,
                                 g_object_ref (self));
}

static void
followed_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data)
{
  PmFeedsDialog *self = PM_FEEDS_DIALOG (data);
  g_autofree char *sentence = NULL;

  feed_done_cb (feed, n_new, error, data);
  if (error != NULL || self->feeds == NULL)
    return;
  sentence = g_strdup_printf (ngettext ("Following “%s”: %u article is coming",
                                        "Following “%s”: %u articles are coming", n_new),
                              pm_feed_get_name (feed), n_new);
  toast (self, sentence);
  gtk_editable_set_text (self->address, "");
}

static void
follow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmFeedsDialog *self = PM_FEEDS_DIALOG (widget);

  /* That there is nothing in it is said as it is followed. */
  self->n_new = 1;
  set_running (self, 1);
  pm_notebook_follow_async (self->notebook, gtk_editable_get_text (self->address), NULL, NULL,
                            followed_cb, NULL, self, NULL, checked_cb, g_object_ref (self));
}

static void
changed_cb (PmFeedsDialog *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feeds.follow", *address != '\0');
}

static void
activate_cb (PmFeedsDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "feeds.follow", NULL);
}

/* --- following no more --- */

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmFeedsDialog) self = PM_FEEDS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_set_followed_finish (PM_NOTEBOOK (source), result, &error) &&
      self->feeds != NULL)
    toast_error (self, error);
}

/* Returns: (nullable): what @id is called. */
static char *
dup_name (PmFeedsDialog *self, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->feeds)); i++)
    {
      g_autoptr (PmFeedItem) item = g_list_model_get_item (G_LIST_MODEL (self->feeds), i);

      if (pm_feed_item_get_feed (item)->id == id)
        return g_markup_escape_text (pm_feed_get_name (pm_feed_item_get_feed (item)), -1);
    }
  return NULL;
}

static void
unfollow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmFeedsDialog *self = PM_FEEDS_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autofree char *name = dup_name (self, id);
  g_autofree char *sentence = NULL;
  AdwToast *undoable;

  if (name == NULL)
    return;
  sentence = g_strdup_printf (_ ("“%s” is not followed any more"), name);
  undoable = adw_toast_new (sentence);
  adw_toast_set_button_label (undoable, _ ("_Undo"));
  adw_toast_set_action_name (undoable, "feeds.follow-again");
  adw_toast_set_action_target (undoable, "x", id);
  adw_toast_set_priority (undoable, ADW_TOAST_PRIORITY_HIGH);
  pm_notebook_set_followed_async (self->notebook, id, FALSE, NULL, decided_cb, g_object_ref (self));
  adw_toast_overlay_add_toast (self->toasts, undoable);
}

static void
follow_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmFeedsDialog *self = PM_FEEDS_DIALOG (widget);

  pm_notebook_set_followed_async (self->notebook, g_variant_get_int64 (parameter), TRUE, NULL,
                                  decided_cb, g_object_ref (self));
}

/* --- the list --- */

static void
listed_cb (PmFeedsDialog *self)
{
  gboolean loading;

  g_object_get (self->feeds, "loading", &loading, NULL);
  gtk_stack_set_visible_child_name (self->pages,
                                    loading ? "loading"
                                    : g_list_model_get_n_items (G_LIST_MODEL (self->feeds)) > 0
                                        ? "feeds"
                                        : "none");
  set_running (self, 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, pm_feed_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  pm_feed_row_set_feed (PM_FEED_ROW (gtk_list_item_get_child (item)),
                        pm_feed_item_get_feed (gtk_list_item_get_item (item)));
}

static void
show_feeds (PmFeedsDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->feeds = pm_feed_list_new (self->notebook);
  self->shown = pm_gradual_list_new ();
  pm_gradual_list_set_list (self->shown, G_LIST_MODEL (self->feeds));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  selection = gtk_no_selection_new (g_object_ref (pm_gradual_list_get_model (self->shown)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->feeds, "items-changed", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feeds, "notify::loading", G_CALLBACK (listed_cb), self,
                           G_CONNECT_SWAPPED);
  listed_cb (self);
}

/* --- the widget --- */

static void
pm_feeds_dialog_dispose (GObject *object)
{
  PmFeedsDialog *self = PM_FEEDS_DIALOG (object);

  if (self->shown != NULL)
    pm_gradual_list_set_list (self->shown, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->feeds);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (pm_feeds_dialog_parent_class)->dispose (object);
}

static void
pm_feeds_dialog_class_init (PmFeedsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_feeds_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-feeds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmFeedsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, PmFeedsDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, PmFeedsDialog, address);
  gtk_widget_class_bind_template_child (widget_class, PmFeedsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, PmFeedsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "feeds.check", NULL, check);
  gtk_widget_class_install_action (widget_class, "feeds.follow", NULL, follow);
  gtk_widget_class_install_action (widget_class, "feeds.unfollow", "x", unfollow);
  gtk_widget_class_install_action (widget_class, "feeds.follow-again", "x", follow_again);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pm_feeds_dialog_init (PmFeedsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  changed_cb (self);
}

GtkWidget *
pm_feeds_dialog_new (PmWindow *window)
{
  PmFeedsDialog *self = g_object_new (PM_TYPE_FEEDS_DIALOG, "transient-for", window,
                                      "destroy-with-parent", TRUE, NULL);

  self->notebook = g_object_ref (pm_window_get_notebook (window));
  show_feeds (self);
  return GTK_WIDGET (self);
}

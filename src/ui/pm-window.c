/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

#include "pm-room.h"
#include "pm-settings.h"

#define SAVE_DELAY_SECONDS 2
#define MIN_PANE_WIDTH 200

G_DEFINE_FINAL_TYPE (PmWindow, pm_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- the remembered state --- */

static void
save_size (PmWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)) || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  g_settings_set_int (self->settings, "width", width);
  g_settings_set_int (self->settings, "height", height);
}

static void
save_panes (PmWindow *self)
{
  int library = gtk_paned_get_position (self->outer);
  /* As place_inspector_cb() counts it, so that it does not creep. */
  int inspector = gtk_widget_get_width (GTK_WIDGET (self->inner)) -
                  gtk_paned_get_position (self->inner);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->library)) && library >= MIN_PANE_WIDTH)
    g_settings_set_int (self->settings, "library-width", library);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->inspector)) && self->placing == 0 &&
      inspector >= MIN_PANE_WIDTH)
    g_settings_set_int (self->settings, "inspector-width", inspector);
}

static void
save_state (PmWindow *self)
{
  g_clear_handle_id (&self->saving, g_source_remove);
  g_clear_handle_id (&self->checking, g_source_remove);
  save_size (self);
  save_panes (self);
  if (self->notebook == NULL)
    return;
  _pm_window_keep_place (self);
  g_settings_set_string (self->settings, "last-notebook", pm_notebook_get_path (self->notebook));
  g_settings_set_int64 (self->settings, "open-article", self->article);
  if (self->record != NULL)
    g_settings_set_uint64 (self->settings, "open-place", pm_reader_get_place (self->reader));
}

static gboolean
save_cb (gpointer user_data)
{
  PmWindow *self = PM_WINDOW (user_data);

  self->saving = 0;
  save_state (self);
  return G_SOURCE_REMOVE;
}

void
_pm_window_save_soon (PmWindow *self)
{
  if (self->saving == 0 && self->settings != NULL)
    self->saving = g_timeout_add_seconds (SAVE_DELAY_SECONDS, save_cb, self);
}

/* The inspector's width is known only as the rest of the window's, and that only once it has one.
 */
static gboolean
place_inspector_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PmWindow *self = PM_WINDOW (user_data);
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner));

  if (width <= 0)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (self->inner,
                          MAX (width - g_settings_get_int (self->settings, "inspector-width"), 0));
  self->placing = 0;
  return G_SOURCE_REMOVE;
}

static void
place_inspector (PmWindow *self)
{
  if (self->placing == 0 && gtk_widget_get_visible (GTK_WIDGET (self->inspector)))
    self->placing = gtk_widget_add_tick_callback (GTK_WIDGET (self->inner), place_inspector_cb,
                                                  self, NULL);
}

static void
inspector_moved_cb (PmWindow *self)
{
  if (self->placing == 0)
    _pm_window_save_soon (self);
}

static void
panel_cb (PmWindow *self)
{
  const char *panel = pm_inspector_get_panel (self->inspector);

  if (self->settings != NULL && panel != NULL)
    g_settings_set_string (self->settings, "panel", panel);
}

/* Of two panes beside the article the one that was asked for last stays, and of one alone the
 * article. */
static void
crowded_cb (PmWindow *self)
{
  gboolean library = gtk_widget_get_visible (GTK_WIDGET (self->library));
  gboolean inspector = gtk_widget_get_visible (GTK_WIDGET (self->inspector));

  if (inspector && (!library || !self->inspector_came_last))
    g_settings_set_boolean (self->settings, "inspector-visible", FALSE);
  else if (library)
    g_settings_set_boolean (self->settings, "library-visible", FALSE);
}

static void
visible_cb (PmWindow *self, GParamSpec *pspec, GtkWidget *pane)
{
  if (gtk_widget_get_visible (pane))
    self->inspector_came_last = pane == GTK_WIDGET (self->inspector);
}

static void
active_cb (PmWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    _pm_window_save_soon (self);
}

static void
restore_state (PmWindow *self)
{
  g_autofree char *panel = g_settings_get_string (self->settings, "panel");

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "width"),
                               g_settings_get_int (self->settings, "height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  /* In a small window the article comes first. */
  gtk_paned_set_position (self->outer, MIN (g_settings_get_int (self->settings, "library-width"),
                                            g_settings_get_int (self->settings, "width") / 4));
  pm_inspector_set_panel (self->inspector, panel);
  g_settings_bind (self->settings, "library-visible", self->library, "visible",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "inspector-visible", self->inspector, "visible",
                   G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->inspector, "notify::visible", G_CALLBACK (place_inspector), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "notify::visible", G_CALLBACK (visible_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::visible", G_CALLBACK (visible_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  place_inspector (self);
}

/* --- the notebook --- */

static void
changed_cb (PmWindow *self, gint64 article, guint parts)
{
  guint shown = PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT | PM_NOTEBOOK_HIGHLIGHTS;

  if (self->article != 0 && (article == 0 || article == self->article) && (parts & shown))
    _pm_window_reload_article (self);
}

static void
set_notebook (PmWindow *self, PmNotebook *notebook)
{
  g_autoptr (PmNotebook) before = g_steal_pointer (&self->notebook);

  _pm_window_clear_article (self);
  g_signal_group_set_target (self->notebook_signals, notebook);
  pm_library_set_notebook (self->library, notebook);
  pm_reader_set_notebook (self->reader, notebook);
  pm_inspector_set_notebook (self->inspector, notebook);
  _pm_window_leave_entity (self);
  pm_entity_page_set_notebook (self->entity_page, notebook);
  pm_sayings_page_set_notebook (self->sayings_page, notebook);
  self->notebook = notebook != NULL ? g_object_ref (notebook) : NULL;
  if (before != NULL)
    pm_notebook_close (before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cited", notebook != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", notebook != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", notebook != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-link", notebook != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.feeds", notebook != NULL);
  _pm_window_update_undo (self);
}

static void
show_last_article (PmWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-notebook");
  gint64 article = g_settings_get_int64 (self->settings, "open-article");
  gsize *place;

  if (article == 0 || g_strcmp0 (last, pm_notebook_get_path (self->notebook)) != 0)
    return;
  place = g_new (gsize, 1);
  *place = g_settings_get_uint64 (self->settings, "open-place");
  g_hash_table_insert (self->places, g_memdup2 (&article, sizeof article), place);
  pm_window_open_article (self, article);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmNotebook) notebook = pm_notebook_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  g_clear_object (&self->opening);
  if (notebook == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->unusable, escaped);
      gtk_stack_set_visible_child_name (self->pages, "unusable");
      return;
    }
  gtk_stack_set_visible_child_name (self->pages, "notebook");
  set_notebook (self, notebook);
  gtk_widget_grab_focus (GTK_WIDGET (self->library));
  show_last_article (self);
  g_settings_set_string (self->settings, "last-notebook", pm_notebook_get_path (notebook));
  _pm_window_resume (self);
  _pm_window_start_checks (self);
  _pm_window_add_waiting (self);
}

static void
library_article_cb (PmWindow *self)
{
  gint64 article = pm_library_get_selected (self->library);

  if (article != 0)
    pm_window_open_article (self, article);
}

/* --- the widget --- */

static gboolean
pm_window_close_request (GtkWindow *window)
{
  PmWindow *self = PM_WINDOW (window);

  save_state (self);
  g_cancellable_cancel (self->opening);
  g_cancellable_cancel (self->renewing);
  set_notebook (self, NULL);
  return GTK_WINDOW_CLASS (pm_window_parent_class)->close_request (window);
}

static void
pm_window_dispose (GObject *object)
{
  PmWindow *self = PM_WINDOW (object);

  g_clear_handle_id (&self->saving, g_source_remove);
  g_cancellable_cancel (self->opening);
  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->renewing);
  g_clear_object (&self->opening);
  g_clear_object (&self->loading);
  g_clear_object (&self->renewing);
  g_clear_object (&self->notebook_signals);
  g_clear_pointer (&self->record, pm_record_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->stepped);
  if (self->notebook != NULL)
    pm_notebook_close (self->notebook);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (pm_window_parent_class)->dispose (object);
}

static void
pm_window_class_init (PmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PM_TYPE_ARTICLE_STATUS);
  g_type_ensure (PM_TYPE_ENTITY_PAGE);
  g_type_ensure (PM_TYPE_LIBRARY);
  g_type_ensure (PM_TYPE_READER);
  g_type_ensure (PM_TYPE_ROOM);
  g_type_ensure (PM_TYPE_SAYINGS_PAGE);
  g_type_ensure (PM_TYPE_INSPECTOR);
  G_OBJECT_CLASS (klass)->dispose = pm_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pm_window_close_request;
  _pm_window_class_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, unusable);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, inner);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, library);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, centre);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, status);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, entity_page);
  gtk_widget_class_bind_template_child (widget_class, PmWindow, sayings_page);
  gtk_widget_class_bind_template_callback (widget_class, library_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, crowded_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "entity_title_cb",
                                                G_CALLBACK (_pm_window_show_centre));
  gtk_widget_class_bind_template_callback (widget_class, inspector_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_cb);
}

static void
add_settings_actions (PmWindow *self)
{
  static const char *const keys[] = { "library-visible", "inspector-visible" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

static void
pm_window_init (PmWindow *self)
{
  self->settings = pm_settings_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->notebook_signals, "notify::can-undo",
                                  G_CALLBACK (_pm_window_update_undo), self);
  g_signal_group_connect_swapped (self->notebook_signals, "notify::can-redo",
                                  G_CALLBACK (_pm_window_update_undo), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_settings_actions (self);
  _pm_window_add_keys (self);
  _pm_window_accept_drops (self);
  restore_state (self);
  set_notebook (self, NULL);
}

GtkWidget *
pm_window_new (GtkApplication *application)
{
  PmWindow *self = g_object_new (PM_TYPE_WINDOW, "application", application, NULL);
  GMenu *menu = gtk_application_get_menu_by_id (application, "primary-menu");

  pm_library_set_menu (self->library, G_MENU_MODEL (menu));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  return GTK_WIDGET (self);
}

void
pm_window_open_notebook (PmWindow *self, const char *path)
{
  g_autofree char *last = NULL;
  g_autofree char *default_path = NULL;

  g_return_if_fail (PM_IS_WINDOW (self));

  if (self->notebook != NULL)
    save_state (self);
  last = g_settings_get_string (self->settings, "last-notebook");
  default_path = pm_notebook_dup_default_path ();
  /* A notebook that has been moved away since is not made again, empty, where it was. */
  if (path == NULL)
    path = g_file_test (last, G_FILE_TEST_EXISTS) ? last : default_path;
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  set_notebook (self, NULL);
  pm_notebook_open_async (path, self->opening, opened_cb, g_object_ref (self));
}

PmNotebook *
pm_window_get_notebook (PmWindow *self)
{
  g_return_val_if_fail (PM_IS_WINDOW (self), NULL);
  return self->notebook;
}

void
pm_window_toast (PmWindow *self, const char *sentence)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (PM_IS_WINDOW (self));

  /* A toast's title is markup. */
  escaped = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

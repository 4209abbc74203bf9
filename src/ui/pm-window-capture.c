/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

#include "pm-addresses.h"
#include "pm-versions.h"

/* What comes in: links and files that are typed, pasted, dropped or handed over by the desktop. */

/* One capture under way. */
typedef struct
{
  PmWindow *window;
  char *address;
  gboolean alone; /* show it when it is ready */
  guint n_opened; /* of the window when it was asked for */
} Capture;

static void
capture_free (Capture *capture)
{
  g_object_unref (capture->window);
  g_free (capture->address);
  g_free (capture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Capture, capture_free)

/* That the page could not be looked at again changes nothing: the article is here. */
static void
revisited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (PmVersion) version = NULL;
  g_autofree char *change = NULL;
  g_autofree char *sentence = NULL;

  if (!pm_notebook_revisit_finish (PM_NOTEBOOK (source), result, &version, NULL) ||
      version == NULL || PM_NOTEBOOK (source) != self->notebook)
    return;
  change = pm_versions_dup_change (version);
  /* Translators: of an article that was added again; then “+12 −3 words”. */
  sentence = g_strdup_printf (_ ("It has a new version: %s"), change);
  pm_window_toast (self, sentence);
}

/* A feed is no article: its row goes, and following it is offered. */
static void
offer_to_follow (Capture *capture, gint64 row, const GError *error)
{
  PmWindow *self = capture->window;
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (row != 0)
    pm_notebook_delete_article_async (self->notebook, row, NULL, NULL, NULL);
  adw_toast_set_button_label (toast, _ ("_Follow"));
  adw_toast_set_action_name (toast, "win.follow");
  adw_toast_set_action_target (toast, "s", capture->address);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A failure stays in its row, with the reason. Only when there is no row must it be said here. */
static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Capture) capture = user_data;
  PmWindow *self = capture->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = NULL;
  gboolean existed = FALSE;
  gint64 failed = 0;

  article = pm_notebook_add_finish (PM_NOTEBOOK (source), result, &existed, &failed, &error);
  if (PM_NOTEBOOK (source) != self->notebook)
    return;
  if (g_error_matches (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_FEED))
    offer_to_follow (capture, failed, error);
  else if (article == NULL && failed == 0)
    _pm_window_toast_error (self, error);
  if (article == NULL)
    return;
  if (existed && capture->alone)
    {
      pm_window_toast (self, _ ("This article is already in the notebook"));
      pm_notebook_revisit_async (self->notebook, article, PM_NOTEBOOK_REVISIT_AGE, NULL,
                                 revisited_cb, g_object_ref (self));
    }
  if (capture->alone && capture->n_opened == self->n_opened)
    pm_window_open_article (self, article->id);
}

static void
add_now (PmWindow *self, const char *const *addresses)
{
  guint n_addresses = g_strv_length ((char **) addresses);

  for (guint i = 0; i < n_addresses; i++)
    {
      Capture *capture = g_new0 (Capture, 1);

      capture->window = g_object_ref (self);
      capture->address = g_strdup (addresses[i]);
      capture->alone = n_addresses == 1;
      capture->n_opened = self->n_opened;
      pm_notebook_add_async (self->notebook, addresses[i], TRUE, NULL, NULL, NULL, added_cb,
                             capture);
    }
}

void
pm_window_add (PmWindow *self, const char *const *addresses)
{
  g_return_if_fail (PM_IS_WINDOW (self));

  if (self->notebook != NULL)
    {
      add_now (self, addresses);
      return;
    }
  for (guint i = 0; addresses[i] != NULL; i++)
    g_ptr_array_add (self->waiting, g_strdup (addresses[i]));
}

void
_pm_window_add_waiting (PmWindow *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (waiting, NULL);
  add_now (self, (const char *const *) waiting->pdata);
}

/* --- bundles --- */

/* Returns: (transfer full): for one that brought feeds too. */
static char *
dup_import (const PmImport *import)
{
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article added", "%u articles added",
                                                         import->n_new),
                                               import->n_new);
  g_autofree char *feeds = g_strdup_printf (ngettext ("%u feed is followed now",
                                                      "%u feeds are followed now", import->n_feeds),
                                            import->n_feeds);

  /* Translators: what came of reading a bundle: 3 articles added; 2 feeds are followed now */
  return import->n_new > 0 ? g_strdup_printf (_ ("%s; %s"), articles, feeds)
                           : g_steal_pointer (&feeds);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  PmImport import = { 0 };

  if (!pm_notebook_import_finish (PM_NOTEBOOK (source), result, &import, &error))
    {
      _pm_window_toast_error (self, error);
      return;
    }
  if (import.n_feeds > 0)
    sentence = dup_import (&import);
  else if (import.n_new == 0 && import.n_highlights == 0 && import.n_corrections == 0)
    sentence = g_strdup (_ ("Everything in this bundle was here already"));
  else
    sentence = g_strdup_printf (ngettext ("%u article added", "%u articles added", import.n_new),
                                import.n_new);
  pm_window_toast (self, sentence);
}

void
_pm_window_import (PmWindow *self, const char *path)
{
  if (self->notebook == NULL)
    return;
  pm_window_toast (self, _ ("Reading the bundle…"));
  pm_notebook_import_async (self->notebook, path, NULL, imported_cb, g_object_ref (self));
}

/* --- files, paste, drop --- */

/* Files that are not told by their name: each is looked at, one after the other. */
typedef struct
{
  PmWindow *window;
  GPtrArray *files; /* (element-type GFile): still to look at */
  GPtrArray *pages; /* (element-type utf8): to capture */
} Look;

static void look_at_next (Look *look);

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);

  if (stream != NULL)
    pm_window_plan_links (self, G_INPUT_STREAM (stream));
  else
    _pm_window_toast_error (self, error);
}

static void
recognised_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = user_data;
  g_autoptr (GFile) file = g_ptr_array_steal_index (look->files, 0);
  g_autofree char *path = g_file_get_path (file);

  if (pm_notebook_recognise_list_finish (result) && look->window->notebook != NULL)
    g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, g_object_ref (look->window));
  else if (path != NULL && g_str_has_suffix (path, ".json"))
    _pm_window_import (look->window, path);
  else
    g_ptr_array_add (look->pages, path != NULL ? g_steal_pointer (&path) : g_file_get_uri (file));
  look_at_next (look);
}

static void
look_at_next (Look *look)
{
  if (look->files->len > 0)
    {
      pm_notebook_recognise_list_async (look->files->pdata[0], NULL, recognised_cb, look);
      return;
    }
  g_ptr_array_add (look->pages, NULL);
  pm_window_add (look->window, (const char *const *) look->pages->pdata);
  g_object_unref (look->window);
  g_ptr_array_unref (look->files);
  g_ptr_array_unref (look->pages);
  g_free (look);
}

void
pm_window_open_files (PmWindow *self, GListModel *files)
{
  Look *look;

  g_return_if_fail (PM_IS_WINDOW (self));

  look = g_new0 (Look, 1);
  *look = (Look){ g_object_ref (self), g_ptr_array_new_with_free_func (g_object_unref),
                  g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL && g_str_has_suffix (path, ".pressmark"))
        pm_window_open_notebook (self, path);
      else if (path != NULL && g_str_has_suffix (path, ".zip"))
        _pm_window_import (self, path);
      else
        g_ptr_array_add (look->files, g_steal_pointer (&file));
    }
  look_at_next (look);
}

static gboolean
add_text (PmWindow *self, const char *text)
{
  g_auto (GStrv) addresses = pm_addresses_parse (text, FALSE);

  if (addresses[0] == NULL)
    return FALSE;
  if (addresses[1] != NULL && self->notebook != NULL)
    pm_window_plan_text (self, text);
  else
    pm_window_add (self, (const char *const *) addresses);
  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || !add_text (self, text))
    pm_window_toast (self, _ ("The clipboard holds no link"));
}

void
_pm_window_paste (PmWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  PmWindow *self = PM_WINDOW (user_data);
  g_autoptr (GListStore) store = NULL;

  if (G_VALUE_HOLDS_STRING (value))
    return add_text (self, g_value_get_string (value));
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  store = g_list_store_new (G_TYPE_FILE);
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_list_store_append (store, file->data);
  pm_window_open_files (self, G_LIST_MODEL (store));
  return TRUE;
}

void
_pm_window_accept_drops (PmWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_LINK);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

#include "pm-labels-dialog.h"

/* What can be done with any article of the library, shown or not. */

/* Returns: (transfer full) (nullable): the article that an action's @parameter names. */
static PmArticle *
dup_article (PmWindow *self, GVariant *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  const PmArticle *article;

  if (self->notebook == NULL)
    return NULL;
  if (id == 0)
    id = self->article;
  article = pm_library_find (self->library, id);
  if (article == NULL && self->record != NULL && self->record->article->id == id)
    article = self->record->article;
  return article != NULL ? pm_article_copy (article) : NULL;
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_put_article_finish (PM_NOTEBOOK (source), result, &error))
    _pm_window_toast_error (self, error);
}

void
_pm_window_unread (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);

  if (article == NULL || article->state != PM_ARTICLE_READY)
    return;
  article->unread = !article->unread;
  pm_notebook_put_article_async (self->notebook, article, PM_FIELD_UNREAD, NULL, put_cb,
                                 g_object_ref (self));
}

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (pm_notebook_put_article_finish (PM_NOTEBOOK (source), result, &error))
    _pm_window_toast_undo (self, _ ("Moved to the trash"));
  else
    _pm_window_toast_error (self, error);
}

/* The article after the one that goes is shown next, or the one before when it was the last. */
static void
step_away (PmWindow *self, gint64 article)
{
  if (article != self->article)
    return;
  pm_library_step (self->library, 1);
  if (self->article == article)
    pm_library_step (self->library, -1);
  if (self->article == article)
    _pm_window_clear_article (self);
}

void
_pm_window_trash (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);

  if (article == NULL || article->trashed != 0)
    return;
  if (article->state == PM_ARTICLE_FAILED)
    {
      gtk_widget_activate_action (widget, "win.remove", "x", article->id);
      return;
    }
  step_away (self, article->id);
  article->trashed = g_get_real_time ();
  pm_notebook_put_article_async (self->notebook, article, PM_FIELD_TRASHED, NULL, trashed_cb,
                                 g_object_ref (self));
}

void
_pm_window_restore (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);

  if (article == NULL || article->trashed == 0)
    return;
  article->trashed = 0;
  pm_notebook_put_article_async (self->notebook, article, PM_FIELD_TRASHED, NULL, put_cb,
                                 g_object_ref (self));
}

void
_pm_window_labels (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);
  PmArticleField field = g_str_equal (action, "win.tags") ? PM_FIELD_TAGS : PM_FIELD_COLLECTIONS;

  if (article != NULL)
    gtk_window_present (
        GTK_WINDOW (pm_labels_dialog_new (GTK_WINDOW (self), self->notebook, article, field)));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    _pm_window_toast_error (self, error);
}

void
_pm_window_launch (PmWindow *self, const char *uri)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GAppLaunchContext) context = G_APP_LAUNCH_CONTEXT (
      gdk_display_get_app_launch_context (display));

  g_app_info_launch_default_for_uri_async (uri, context, NULL, launched_cb, g_object_ref (self));
}

void
_pm_window_browse (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);

  if (article != NULL)
    _pm_window_launch (self, article->url);
}

/* The address comes from a page, and pages are hostile: nothing but the browser is started for it.
 */
void
_pm_window_open_uri (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  const char *uri = g_variant_get_string (parameter, NULL);
  const char *scheme = g_uri_peek_scheme (uri);

  if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
    _pm_window_launch (self, uri);
  else
    pm_window_toast (self, _ ("Only web addresses are opened in the browser"));
}

void
_pm_window_copy_link (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);

  if (article == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), article->url);
  pm_window_toast (self, _ ("Link copied"));
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_refresh_finish (PM_NOTEBOOK (source), result, &error))
    _pm_window_toast_error (self, error);
}

void
_pm_window_refresh (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);

  if (article != NULL)
    pm_notebook_refresh_async (self->notebook, article->id, NULL, refreshed_cb,
                               g_object_ref (self));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_delete_article_finish (PM_NOTEBOOK (source), result, &error))
    _pm_window_toast_error (self, error);
}

static void
remove_now (PmWindow *self, gint64 article)
{
  step_away (self, article);
  pm_notebook_delete_article_async (self->notebook, article, NULL, removed_cb, g_object_ref (self));
}

static void
confirmed_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  PmWindow *self = PM_WINDOW (user_data);
  const gint64 *article = g_object_get_data (G_OBJECT (dialog), "pm-article");

  if (g_str_equal (response, "delete") && self->notebook != NULL)
    remove_now (self, *article);
}

/* Deleting for good is the one act that cannot be undone, so it is the one that asks. A row that
 * failed holds nothing. */
void
_pm_window_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  g_autoptr (PmArticle) article = dup_article (self, parameter);
  AdwMessageDialog *dialog;

  if (article == NULL)
    return;
  if (article->state == PM_ARTICLE_FAILED)
    {
      remove_now (self, article->id);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Delete Permanently?"), NULL));
  adw_message_dialog_format_body (dialog,
                                  _ ("“%s”, its highlights and its notes will be gone for good."),
                                  article->title);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "pm-article",
                          g_memdup2 (&article->id, sizeof article->id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

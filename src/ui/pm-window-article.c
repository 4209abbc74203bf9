/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

/* The article shown: loaded off the main thread, shown by the reader and the inspector, marked as
 * read. */

void
_pm_window_keep_place (PmWindow *self)
{
  gsize *place;

  if (self->record == NULL || self->record->document == NULL)
    return;
  place = g_new (gsize, 1);
  *place = pm_reader_get_place (self->reader);
  g_hash_table_insert (self->places,
                       g_memdup2 (&self->record->article->id, sizeof self->record->article->id),
                       place);
}

static void
show_record (PmWindow *self)
{
  PmRecord *record = self->record;
  const PmArticle *article = record != NULL ? record->article : NULL;
  gboolean has_text = record != NULL && record->document != NULL;

  if (article != NULL && !has_text)
    pm_article_status_show (self->status, article);
  pm_reader_set_record (self->reader, has_text ? record : NULL);
  pm_inspector_set_record (self->inspector, has_text ? record : NULL);
  _pm_window_show_centre (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", has_text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_put_article_finish (PM_NOTEBOOK (source), result, &error))
    _pm_window_toast_error (self, error);
}

static void
mark_as_read (PmWindow *self)
{
  g_autoptr (PmArticle) article = NULL;

  if (!self->record->article->unread || self->record->document == NULL)
    return;
  article = pm_article_copy (self->record->article);
  article->unread = FALSE;
  pm_notebook_put_article_async (self->notebook, article, PM_FIELD_UNREAD, NULL, read_cb,
                                 g_object_ref (self));
}

static void
take_record (PmWindow *self, PmRecord *record)
{
  gboolean had_text = self->record != NULL && self->record->article->id == record->article->id &&
                      self->record->document != NULL;
  const gsize *place = g_hash_table_lookup (self->places, &record->article->id);

  g_clear_pointer (&self->record, pm_record_unref);
  self->record = pm_record_ref (record);
  show_record (self);
  if (record->document != NULL && !pm_span_is_empty (self->going_to))
    {
      pm_reader_go_to (self->reader, self->going_to);
      self->going_to = (PmSpan){ 0, 0 };
      place = NULL;
    }
  if (had_text || record->document == NULL)
    return;
  if (place != NULL)
    pm_reader_set_place (self->reader, *place);
  mark_as_read (self);
  _pm_window_save_soon (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = pm_notebook_load_finish (PM_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      PM_NOTEBOOK (source) != self->notebook)
    return;
  if (record != NULL && record->article->id == self->article)
    {
      take_record (self, record);
      return;
    }
  /* An article deleted since is no news; anything else is. */
  if (error != NULL && !g_error_matches (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND))
    _pm_window_toast_error (self, error);
  if (record == NULL)
    _pm_window_clear_article (self);
}

void
_pm_window_reload_article (PmWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->notebook == NULL || self->article == 0)
    return;
  self->loading = g_cancellable_new ();
  pm_notebook_load_async (self->notebook, self->article, self->loading, loaded_cb,
                          g_object_ref (self));
}

void
_pm_window_clear_article (PmWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->article = 0;
  g_clear_pointer (&self->record, pm_record_unref);
  pm_library_select (self->library, 0);
  show_record (self);
}

void
pm_window_open_article (PmWindow *self, gint64 article)
{
  g_return_if_fail (PM_IS_WINDOW (self));

  _pm_window_leave_entity (self);
  if (article == self->article)
    return;
  self->going_to = (PmSpan){ 0, 0 };
  _pm_window_keep_place (self);
  self->n_opened++;
  if (article == 0)
    {
      _pm_window_clear_article (self);
      return;
    }
  self->article = article;
  pm_library_select (self->library, article);
  _pm_window_reload_article (self);
}

gint64
pm_window_get_article (PmWindow *self)
{
  g_return_val_if_fail (PM_IS_WINDOW (self), 0);
  return self->article;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of an article into the notebook, in the order in which it happens: look whether it is
 * here, queue a row, fetch, read, store everything in one transaction, then its images. */

#include "pm-notebook-capture-private.h"

#include <glib/gi18n-lib.h>

#define MAX_ACTIVE 8
#define CAPTURE_PARTS                                                                              \
  (PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT | PM_NOTEBOOK_HIGHLIGHTS | PM_NOTEBOOK_LABELS)

static void
capture_free (gpointer data)
{
  PmCapture *self = data;

  g_clear_object (&self->task);
  g_object_unref (self->notebook);
  g_free (self->address);
  g_free (self->site);
  g_strfreev (self->tags);
  g_free (self->collection);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->reading, _pm_reading_free);
  g_clear_pointer (&self->stored, pm_article_free);
  g_free (self);
}

static void
cancelled_cb (GCancellable *source, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static PmCapture *
capture_new (PmNotebook *notebook,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  PmCapture *self = g_new0 (PmCapture, 1);

  self->notebook = g_object_ref (notebook);
  self->task = g_task_new (notebook, cancellable, callback, user_data);
  g_task_set_check_cancellable (self->task, FALSE);
  self->fraction = -1;
  self->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    self->cancel_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                  g_object_ref (self->cancellable), g_object_unref);
  return self;
}

gboolean
_pm_notebook_is_capturing (PmNotebook *self, gint64 article, double *fraction)
{
  PmCapture *capture = g_hash_table_lookup (self->captures, &article);

  *fraction = capture != NULL ? capture->fraction : 1;
  return capture != NULL;
}

/* One of many is told of together with others. */
static PmNotebookParts
get_parts (PmCapture *self, PmNotebookParts parts)
{
  return self->one_of_many ? parts | PM_NOTEBOOK_SOON : parts;
}

static void
report_progress (PmCapture *self, double fraction)
{
  self->fraction = fraction;
  if (self->article != 0)
    g_signal_emit_by_name (self->notebook, "progress", self->article, fraction);
}

static void capture_start (PmCapture *self);

/* Frees the place among the active, and gives it to the next that waits. */
static void
leave (PmCapture *self)
{
  PmNotebook *notebook = self->notebook;
  PmCapture *next;

  notebook->n_active--;
  next = g_queue_pop_head (&notebook->waiting);
  if (next != NULL)
    {
      notebook->n_active++;
      capture_start (next);
    }
}

/* Answers the one who asked. @error: (transfer full) (nullable) */
static void
answer (PmCapture *self, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (self->cancel_handler != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), self->cancel_handler);
  self->cancel_handler = 0;
  if (self->article != 0)
    {
      g_hash_table_remove (self->notebook->captures, &self->article);
      report_progress (self, 1);
    }
  /* Kept for the finish function to read, and freed with the task. */
  g_task_set_task_data (task, self, capture_free);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* --- failing --- */

typedef struct
{
  gint64 article;
  char *message;
} Failure;

static void
failure_free (gpointer data)
{
  Failure *self = data;

  g_free (self->message);
  g_free (self);
}

static gpointer
fail_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Failure *failure = data;

  return GINT_TO_POINTER (pm_store_set_article_state (db, failure->article, PM_ARTICLE_FAILED,
                                                      failure->message, error));
}

/* What is carried over the storing of a failure. */
typedef struct
{
  PmCapture *capture;
  GError *error;
} Failing;

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Failing *failing = user_data;

  /* That the reason could not be kept, as when the row is gone, changes nothing about the reason.
   */
  _pm_notebook_run_finish (PM_NOTEBOOK (source), result, NULL);
  answer (failing->capture, failing->error);
}

/* @error: (transfer full) */
static void
capture_fail (PmCapture *self, GError *error)
{
  leave (self);
  if (self->article != 0 && !self->had_text)
    {
      Failing *failing = g_new0 (Failing, 1);
      Failure *failure = g_new0 (Failure, 1);
      gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      *failing = (Failing){ self, error };
      *failure = (Failure){ self->article, g_strdup (cancelled ? _ ("The download was cancelled.")
                                                               : error->message) };
      _pm_notebook_run_async (self->notebook, fail_job, failure, failure_free, NULL, self->article,
                              get_parts (self, PM_NOTEBOOK_LIST), NULL, failed_cb, failing);
      return;
    }
  answer (self, error);
}

/* --- storing --- */

static void
images_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  answer (user_data, NULL);
}

/* In the window one reads while the images still come; of many articles only so many are on their
 * way, images included. */
static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmCapture *self = user_data;
  PmNotebook *notebook = PM_NOTEBOOK (source);
  GError *error = NULL;

  if (_pm_notebook_run_finish (notebook, result, &error) == NULL)
    {
      capture_fail (self, error);
      return;
    }
  leave (self);
  if (self->stored->id != self->article)
    _pm_notebook_changed (notebook, self->stored->id, CAPTURE_PARTS);
  if (self->leaves_text)
    answer (self, NULL);
  else if ((self->keep_failed || self->refresh) && !self->one_of_many)
    {
      _pm_notebook_fetch_images_async (notebook, self->stored->id, self->reading->page,
                                       self->reading->document, self->reading->images, NULL, NULL,
                                       NULL);
      answer (self, NULL);
    }
  else
    _pm_notebook_fetch_images_async (notebook, self->stored->id, self->reading->page,
                                     self->reading->document, self->reading->images,
                                     self->cancellable, images_cb, self);
}

/* --- reading --- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmCapture *self = user_data;
  GError *error = NULL;

  self->reading = _pm_notebook_read_finish (PM_NOTEBOOK (source), result, &error);
  if (self->reading == NULL)
    {
      capture_fail (self, error);
      return;
    }
  _pm_notebook_run_async (self->notebook, _pm_capture_store_job, self, NULL, NULL, self->article,
                          get_parts (self, CAPTURE_PARTS), self->cancellable, stored_cb, self);
}

/* @page: (nullable): %NULL to read the file at the address. */
static void
capture_read (PmCapture *self, PmPage *page)
{
  _pm_notebook_read_async (self->notebook, page, self->address, self->cancellable, read_cb, self);
}

/* --- fetching --- */

static void
fetch_progress (guint64 received, guint64 total, gpointer data)
{
  PmCapture *self = data;

  report_progress (self, total > 0 ? 0.9 * MIN (received, total) / total : -1);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmCapture *self = user_data;
  GError *error = NULL;
  g_autoptr (PmPage) page = pm_fetcher_fetch_finish (PM_FETCHER (source), result, &error);

  if (g_error_matches (error, PM_FETCH_ERROR, PM_FETCH_ERROR_FEED))
    {
      error->domain = PM_NOTEBOOK_ERROR;
      error->code = PM_NOTEBOOK_ERROR_FEED;
    }
  if (page == NULL)
    {
      capture_fail (self, error);
      return;
    }
  capture_read (self, page);
}

static void
capture_start (PmCapture *self)
{
  PmNotebook *notebook = self->notebook;

  report_progress (self, -1);
  if (_pm_capture_is_file_address (self->address))
    {
      capture_read (self, NULL);
      return;
    }
  if (self->one_of_many)
    pm_fetcher_fetch_listed_async (_pm_notebook_get_fetcher (notebook), self->address, self->site,
                                   self->cancellable, fetch_progress, self, fetched_cb, self);
  else
    pm_fetcher_fetch_async (_pm_notebook_get_fetcher (notebook), self->address, PM_FETCH_PAGE,
                            self->cancellable, fetch_progress, self, fetched_cb, self);
}

static void
capture_enter (PmCapture *self)
{
  PmNotebook *notebook = self->notebook;

  if (notebook->n_active >= MAX_ACTIVE)
    {
      g_queue_push_tail (&notebook->waiting, self);
      return;
    }
  notebook->n_active++;
  capture_start (self);
}

/* --- queueing --- */

static void
queued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmCapture *self = user_data;
  GError *error = NULL;

  if (_pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error) == NULL)
    {
      self->article = 0;
      answer (self, error);
      return;
    }
  if (self->article != 0 && g_hash_table_contains (self->notebook->captures, &self->article))
    {
      self->article = 0;
      answer (self, g_error_new_literal (PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
                                         _ ("This article is already being downloaded.")));
      return;
    }
  if (self->existed)
    {
      answer (self, NULL);
      return;
    }
  if (self->notebook->writer == NULL)
    {
      self->article = 0;
      answer (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                         _ ("The notebook is closed.")));
      return;
    }
  if (self->article != 0)
    g_hash_table_insert (self->notebook->captures, &self->article, self);
  capture_enter (self);
}

static void
capture_queue (PmCapture *self)
{
  _pm_notebook_run_async (self->notebook, _pm_capture_queue_job, self, NULL, NULL, 0,
                          PM_NOTEBOOK_LIST, self->cancellable, queued_cb, self);
}

/* --- public --- */

/* Whether the user named a file: by its place, or one that is there. */
static gboolean
is_file (const char *typed)
{
  return g_path_is_absolute (typed) || g_str_has_prefix (typed, "./") ||
         g_str_has_prefix (typed, "../") ||
         (strstr (typed, "://") == NULL && g_file_test (typed, G_FILE_TEST_IS_REGULAR));
}

/* The address of a file the user named, or the normalised one of a page. */
static char *
resolve_address (const char *typed, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  g_autoptr (GFile) file = NULL;

  if (g_ascii_strncasecmp (trimmed, "file:", 5) == 0)
    file = g_file_new_for_uri (trimmed);
  else if (is_file (trimmed))
    file = g_file_new_for_path (trimmed);
  return file != NULL ? g_file_get_uri (file) : pm_fetch_normalize_url (trimmed, error);
}

void
pm_notebook_add_async (PmNotebook *self,
                       const char *address,
                       gboolean keep_failed,
                       const char *const *tags,
                       const char *collection,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GError *error = NULL;
  char *resolved = resolve_address (address, &error);
  PmCapture *capture;

  if (resolved == NULL)
    {
      g_task_report_error (self, callback, user_data, pm_notebook_add_async, error);
      return;
    }
  capture = capture_new (self, cancellable, callback, user_data);
  capture->address = resolved;
  capture->keep_failed = keep_failed;
  capture->tags = g_strdupv ((char **) tags);
  capture->collection = g_strdup (collection);
  capture_queue (capture);
}

PmArticle *
pm_notebook_add_finish (PmNotebook *self,
                        GAsyncResult *result,
                        gboolean *existed,
                        gint64 *failed_id,
                        GError **error)
{
  PmCapture *capture = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  if (existed != NULL)
    *existed = done && capture->existed;
  if (failed_id != NULL)
    *failed_id = !done && capture != NULL ? capture->article : 0;
  return done ? pm_article_copy (capture->stored) : NULL;
}

void
_pm_notebook_capture_queued_async (PmNotebook *self,
                                   gint64 article,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  PmCapture *capture = capture_new (self, cancellable, callback, user_data);

  capture->article = article;
  capture->keep_failed = TRUE;
  capture->one_of_many = TRUE;
  _pm_notebook_run_async (self, _pm_capture_check_queued_job, capture, NULL, NULL, 0, 0,
                          capture->cancellable, queued_cb, capture);
}

void
pm_notebook_refresh_async (PmNotebook *self,
                           gint64 article,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  PmCapture *capture = capture_new (self, cancellable, callback, user_data);

  capture->article = article;
  capture->refresh = TRUE;
  capture_queue (capture);
}

gboolean
pm_notebook_refresh_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
pm_notebook_cancel (PmNotebook *self, gint64 article)
{
  PmCapture *capture = g_hash_table_lookup (self->captures, &article);

  if (capture != NULL)
    g_cancellable_cancel (capture->cancellable);
}

void
_pm_notebook_cancel_all (PmNotebook *self)
{
  GHashTableIter iter;
  gpointer capture;

  g_hash_table_iter_init (&iter, self->captures);
  while (g_hash_table_iter_next (&iter, NULL, &capture))
    g_cancellable_cancel (((PmCapture *) capture)->cancellable);
}

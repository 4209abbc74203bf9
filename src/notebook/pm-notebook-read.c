/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From an article's pages to its document and analysis: in a process of its own for what comes from
 * outside, in threads of the notebook's own for the rest. They are not the threads of GTask, where
 * names of hosts are looked up, for many seconds each when nobody answers. */

#include "pm-analyse.h"
#include "pm-notebook-private.h"

#include <string.h>

void
_pm_reading_free (PmReading *self)
{
  g_clear_pointer (&self->page, pm_page_unref);
  g_clear_pointer (&self->document, pm_document_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->analysis, pm_analysis_unref);
  g_free (self);
}

PmReading *
_pm_notebook_read (PmNotebook *self, PmPage *page, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmReading) reading = g_new0 (PmReading, 1);

  reading->page = pm_page_ref (page);
  reading->document = pm_workers_extract (self->page_workers, page, &reading->images, cancellable,
                                          error);
  if (reading->document == NULL)
    return NULL;
  reading->analysis = pm_analyse (reading->document, NULL);
  return g_steal_pointer (&reading);
}

/* What a task does: its first page, its file, and how far it has got. */
typedef struct
{
  PmPage *page; /* (nullable): %NULL before the file is read */
  char *address;
  guint n_pages;
  PmReading *reading; /* (nullable): of the pages so far */
} Reader;

static void
reader_free (gpointer data)
{
  Reader *self = data;

  g_clear_pointer (&self->page, pm_page_unref);
  g_free (self->address);
  g_clear_pointer (&self->reading, _pm_reading_free);
  g_free (self);
}

/* A saved page is the article of the address it came from; that it was read from a file stays in
 * the address asked for. */
static void
take_original_address (PmReading *reading)
{
  const char *original = pm_document_get_meta (reading->document, PM_META_CANONICAL_URL);

  if (!g_str_has_prefix (reading->page->url, "file:") || original == NULL)
    return;
  g_free (reading->page->url);
  reading->page->url = g_strdup (original);
}

void
_pm_notebook_read_thread (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Reader *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (self->page == NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (self->address);

      self->page = pm_fetch_file (file, NULL, cancellable, &error);
    }
  if (self->page != NULL)
    self->reading = _pm_notebook_read (g_task_get_source_object (task), self->page, cancellable,
                                       &error);
  if (self->reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  _pm_notebook_take_images_beside (self->page, self->reading->document, self->reading->images);
  take_original_address (self->reading);
  g_task_return_boolean (task, TRUE);
}

static void read_pages (GTask *task);

static gboolean
has_page (Reader *self, const char *url)
{
  for (PmPage *page = self->page; page != NULL; page = page->next)
    if (strcmp (page->url, url) == 0)
      return TRUE;
  return FALSE;
}

static void
return_reading (GTask *task)
{
  Reader *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&self->reading), (GDestroyNotify) _pm_reading_free);
}

/* An article whose further page cannot be had is read as far as it goes; its document says that
 * there is more. */
static void
next_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reader *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) page = pm_fetcher_fetch_finish (PM_FETCHER (source), result, &error);
  PmPage *last = self->page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (page == NULL || has_page (self, page->url))
    {
      return_reading (task);
      return;
    }
  while (last->next != NULL)
    last = last->next;
  last->next = g_steal_pointer (&page);
  self->n_pages++;
  g_clear_pointer (&self->reading, _pm_reading_free);
  read_pages (task);
}

/* Whether there is one to fetch. */
static gboolean
fetch_next_page (GTask *task)
{
  Reader *self = g_task_get_task_data (task);
  PmNotebook *notebook = g_task_get_source_object (task);
  const char *next = pm_document_get_meta (self->reading->document, PM_META_NEXT_PAGE);

  if (next == NULL || self->n_pages == PM_PAGE_MAX || has_page (self, next) ||
      g_str_has_prefix (self->page->requested_url, "file:"))
    return FALSE;
  pm_fetcher_fetch_linked_async (_pm_notebook_get_fetcher (notebook), next, PM_FETCH_PAGE,
                                 self->page, g_task_get_cancellable (task), next_page_cb,
                                 g_object_ref (task));
  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (!fetch_next_page (task))
    return_reading (task);
}

/* Reads the pages there are, and then the ones they lead to. */
static void
read_pages (GTask *task)
{
  PmNotebook *notebook = g_task_get_source_object (task);
  GTask *step = g_task_new (notebook, g_task_get_cancellable (task), read_cb, g_object_ref (task));

  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_thread_pool_push (notebook->readings, step, NULL);
}

void
_pm_notebook_read_async (PmNotebook *self,
                         PmPage *page,
                         const char *address,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Reader *reader = g_new0 (Reader, 1);

  reader->page = page != NULL ? pm_page_ref (page) : NULL;
  reader->address = g_strdup (address);
  reader->n_pages = 1;
  g_task_set_task_data (task, reader, reader_free);
  read_pages (task);
}

PmReading *
_pm_notebook_read_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

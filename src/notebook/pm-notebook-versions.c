/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The versions of an article, and what changed between them. Only bytes are kept of a capture: its
 * text is extracted when it is asked for. What was counted is kept beside it, so that a list of
 * versions extracts what came since, and all of it only when the rules have changed. */

#include "pm-analyse.h"
#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

/* --- texts --- */

typedef struct
{
  gint64 article;
  const PmVersion *version;
  PmPage *page;         /* (nullable) */
  PmDocument *document; /* (nullable): what is stored, when that is all there is */
} Text;

static void
text_clear (Text *self)
{
  g_clear_pointer (&self->page, pm_page_unref);
  g_clear_pointer (&self->document, pm_document_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, text_clear)

static gpointer
load_text_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Text *text = data;

  text->page = pm_store_load_capture (db, text->version->capture, error);
  if (text->page == NULL)
    return NULL;
  if (text->page->content == NULL && text->version->is_shown)
    text->document = pm_store_load_document (db, text->article, error);
  return text->page->content != NULL || !text->version->is_shown || text->document != NULL ? text
                                                                                           : NULL;
}

/* @document: (out): %NULL when there is no text in what was kept.
 * Returns: %FALSE when the notebook cannot be read. */
static gboolean
load_text (PmNotebook *self,
           gint64 article,
           const PmVersion *version,
           PmDocument **document,
           GError **error)
{
  g_auto (Text) text = { article, version };

  if (_pm_notebook_run (self, load_text_job, &text, NULL, 0, 0, error) == NULL)
    return FALSE;
  if (text.page->content != NULL)
    *document = pm_workers_extract (self->page_workers, text.page, NULL, NULL, NULL);
  else
    *document = g_steal_pointer (&text.document);
  return TRUE;
}

/* --- counting --- */

typedef struct
{
  PmNotebook *notebook;
  gint64 article;
  GPtrArray *listed;  /* (element-type PmVersion): what is a version of its own, the oldest first */
  GPtrArray *counted; /* (element-type PmVersion): what was not known before */
  gint64 read;        /* the capture whose text @document is, or 0 */
  PmDocument *document; /* (nullable) */
} Listing;

static void
listing_clear (Listing *self)
{
  g_ptr_array_unref (self->listed);
  g_ptr_array_unref (self->counted);
  g_clear_pointer (&self->document, pm_document_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static PmVersion *
get_last (Listing *self)
{
  return self->listed->len > 0 ? self->listed->pdata[self->listed->len - 1] : NULL;
}

/* Reads the text of @version, after which it is the listing's own. */
static gboolean
read_text (Listing *self, const PmVersion *version, GError **error)
{
  if (self->read == version->capture)
    return TRUE;
  g_clear_pointer (&self->document, pm_document_unref);
  self->read = version->capture;
  return load_text (self->notebook, self->article, version, &self->document, error);
}

/* Counts what @version, whose text is the listing's, has against @before. */
static void
count_words (Listing *self, PmVersion *version, PmDocument *before)
{
  version->words = self->document != NULL ? pm_document_count_words (self->document) : 0;
  if (version->words > 0 && before != NULL)
    {
      g_autoptr (PmTextDiff) diff = pm_text_diff_new (pm_document_get_text (before),
                                                      pm_document_get_text (self->document));

      version->n_added = diff->n_added;
      version->n_removed = diff->n_removed;
    }
}

static gboolean
count (Listing *self, PmVersion *version, GError **error)
{
  PmVersion *last = get_last (self);
  g_autoptr (PmDocument) before = NULL;

  if (last != NULL && last->sha256 != NULL && g_strcmp0 (last->sha256, version->sha256) == 0)
    version->words = last->words;
  else
    {
      if (last != NULL && !read_text (self, last, error))
        return FALSE;
      if (last != NULL && self->document != NULL)
        before = pm_document_ref (self->document);
      if (!read_text (self, version, error))
        return FALSE;
      count_words (self, version, before);
    }
  version->is_known = TRUE;
  g_ptr_array_add (self->counted, pm_version_copy (version));
  return TRUE;
}

/* Lists @version, or notes that the last one was seen again. */
static void
list_version (Listing *self, const PmVersion *version)
{
  PmVersion *last = get_last (self);

  if (version->words == 0)
    return;
  if (last == NULL || version->n_added + version->n_removed > 0)
    {
      g_ptr_array_add (self->listed, pm_version_copy (version));
      return;
    }
  last->seen = version->fetched;
  last->is_shown |= version->is_shown;
}

/* --- listing --- */

static gpointer
list_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_versions (db, *(gint64 *) data, PM_ANALYSIS_VERSION, error);
}

static gpointer
keep_counts_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *counted = data;

  for (guint i = 0; i < counted->len; i++)
    if (!pm_store_put_version (db, counted->pdata[i], PM_ANALYSIS_VERSION, error))
      return NULL;
  return counted;
}

static gboolean
list_all (Listing *self, GPtrArray *versions, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < versions->len; i++)
    {
      PmVersion *version = versions->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (!version->is_known && !count (self, version, error)))
        return FALSE;
      list_version (self, version);
    }
  return TRUE;
}

static void
reverse (GPtrArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      gpointer first = array->pdata[i];

      array->pdata[i] = array->pdata[array->len - 1 - i];
      array->pdata[array->len - 1 - i] = first;
    }
}

GPtrArray *
pm_notebook_list_versions (PmNotebook *self,
                           gint64 article,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) versions = _pm_notebook_run (self, list_job, &article,
                                                     (GDestroyNotify) g_ptr_array_unref, 0, 0,
                                                     error);
  GDestroyNotify version_free = (GDestroyNotify) pm_version_free;
  g_auto (Listing) listing = { self, article, g_ptr_array_new_with_free_func (version_free),
                               g_ptr_array_new_with_free_func (version_free) };

  if (versions == NULL || !list_all (&listing, versions, cancellable, error))
    return NULL;
  /* A notebook opened for looking is counted every time. */
  if (listing.counted->len > 0 && self->writer != NULL &&
      _pm_notebook_run (self, keep_counts_job, listing.counted, NULL, article, PM_NOTEBOOK_VERSIONS,
                        error) == NULL)
    return NULL;
  reverse (listing.listed);
  return g_ptr_array_ref (listing.listed);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *versions = pm_notebook_list_versions (source, *(gint64 *) data, cancellable, &error);

  if (versions != NULL)
    g_task_return_pointer (task, versions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
pm_notebook_list_versions_async (PmNotebook *self,
                                 gint64 article,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&article, sizeof article), g_free);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
pm_notebook_list_versions_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- comparing --- */

PmTextDiff *
pm_notebook_compare (PmNotebook *self,
                     gint64 article,
                     const PmVersion *before,
                     const PmVersion *after,
                     GError **error)
{
  g_autoptr (PmDocument) old = NULL;
  g_autoptr (PmDocument) new = NULL;

  if (!load_text (self, article, before, &old, error) ||
      !load_text (self, article, after, &new, error))
    return NULL;
  if (old == NULL || new == NULL)
    {
      g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND,
                   _ ("There is no text any more in what was kept of this version."));
      return NULL;
    }
  return pm_text_diff_new (pm_document_get_text (old), pm_document_get_text (new));
}

typedef struct
{
  gint64 article;
  PmVersion *before;
  PmVersion *after;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  pm_version_free (self->before);
  pm_version_free (self->after);
  g_free (self);
}

static void
compare_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *comparison = data;
  GError *error = NULL;
  PmTextDiff *diff = pm_notebook_compare (source, comparison->article, comparison->before,
                                          comparison->after, &error);

  if (diff != NULL)
    g_task_return_pointer (task, diff, (GDestroyNotify) pm_text_diff_unref);
  else
    g_task_return_error (task, error);
}

void
pm_notebook_compare_async (PmNotebook *self,
                           gint64 article,
                           const PmVersion *before,
                           const PmVersion *after,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Comparison *comparison = g_new0 (Comparison, 1);

  *comparison = (Comparison){ article, pm_version_copy (before), pm_version_copy (after) };
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_thread);
}

PmTextDiff *
pm_notebook_compare_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

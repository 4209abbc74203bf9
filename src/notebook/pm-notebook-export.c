/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shipping: choosing what goes out, and running the export where it may block. */

#include "pm-bundle.h"
#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

/* --- formats --- */

const PmFormat *
pm_notebook_list_formats (gsize *n_formats)
{
  static PmFormat *formats;
  gsize n;
  const PmBundleFormat *table = pm_bundle_list_formats (&n);

  if (g_once_init_enter (&formats))
    {
      PmFormat *made = g_new0 (PmFormat, n);

      for (gsize i = 0; i < n; i++)
        made[i] = (PmFormat){ table[i].id, _ (table[i].title), table[i].extension };
      g_once_init_leave (&formats, made);
    }
  *n_formats = n;
  return formats;
}

/* --- export --- */

/* What an export needs, on whichever thread it runs. */
typedef struct
{
  PmNotebook *notebook;
  char *path;
  char *format;
  GArray *articles; /* (nullable): all, or what @query finds */
  char *query;
  PmNotebookProgress progress;
  gpointer progress_data;
  GMainContext *context;
  GTask *task; /* (nullable): progress is told only while it runs */
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->notebook);
  g_free (self->path);
  g_free (self->format);
  g_clear_pointer (&self->articles, g_array_unref);
  g_free (self->query);
  g_main_context_unref (self->context);
  g_free (self);
}

static Export *
export_new (PmNotebook *notebook,
            const char *path,
            const char *format,
            GArray *articles,
            const char *query)
{
  Export *self = g_new0 (Export, 1);

  self->notebook = g_object_ref (notebook);
  self->path = g_strdup (path);
  self->format = g_strdup (format);
  self->articles = articles != NULL ? g_array_ref (articles) : NULL;
  self->query = g_strdup (query);
  self->context = g_main_context_ref_thread_default ();
  return self;
}

static PmRecord *
load_record (gint64 article, gpointer data, GError **error)
{
  return pm_notebook_load (data, article, TRUE, error);
}

typedef struct
{
  gint64 article;
  const char *url;
} Resource;

static gpointer
load_resource_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Resource *resource = data;

  return pm_store_load_resource (db, resource->article, resource->url, error);
}

static GBytes *
load_resource (gint64 article, const char *url, gpointer data, GError **error)
{
  Resource resource = { article, url };

  return _pm_notebook_run (data, load_resource_job, &resource, (GDestroyNotify) g_bytes_unref, 0, 0,
                           error);
}

/* One report of how far the export is, on its way to the one who asked. */
typedef struct
{
  GTask *task;
  guint done;
  guint total;
} Report;

static void
report_free (gpointer data)
{
  Report *self = data;

  g_object_unref (self->task);
  g_free (self);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Export *export = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task))
    export->progress (report->done, report->total, export->progress_data);
  return G_SOURCE_REMOVE;
}

static void
export_progress (guint done, guint total, gpointer data)
{
  Export *self = data;
  Report *report;

  if (self->progress == NULL)
    return;
  report = g_new0 (Report, 1);
  *report = (Report){ g_object_ref (self->task), done, total };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, report_cb, report, report_free);
}

/* The ids to export; the newest last, as they were read. */
static GArray *
choose_articles (Export *self, GError **error)
{
  g_autoptr (GPtrArray) articles = NULL;
  GArray *ids;

  if (self->articles != NULL)
    return g_array_ref (self->articles);
  articles = pm_notebook_list_articles (self->notebook, PM_LIST_ALL, NULL, self->query, 0, error);
  if (articles == NULL)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = articles->len; i > 0; i--)
    g_array_append_val (ids, ((PmArticle *) articles->pdata[i - 1])->id);
  return ids;
}

static gboolean
export_run (Export *self, GCancellable *cancellable, GError **error)
{
  const PmBundleFormat *format = self->format != NULL ? pm_bundle_find_format (self->format) : NULL;
  g_autofree char *title = pm_notebook_dup_title (self->notebook);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (PmBundle) bundle = NULL;
  gsize n_formats;

  if (self->format == NULL)
    format = pm_bundle_list_formats (&n_formats);
  if (format == NULL)
    {
      g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
                   _ ("There is no export format called “%s”."), self->format);
      return FALSE;
    }
  ids = choose_articles (self, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    {
      g_set_error_literal (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND,
                           _ ("There is no article to export."));
      return FALSE;
    }
  bundle = pm_bundle_new (title, ids, load_record, load_resource, self->notebook);
  /* Whom a colleague follows is nothing that a few articles tell. */
  if (self->articles == NULL && self->query == NULL)
    bundle->feeds = pm_notebook_list_feeds (self->notebook, error);
  if (self->articles == NULL && self->query == NULL && bundle->feeds == NULL)
    return FALSE;
  return pm_bundle_export (bundle, format, self->path, export_progress, self, cancellable, error);
}

gboolean
pm_notebook_export (PmNotebook *self,
                    const char *path,
                    const char *format,
                    GArray *articles,
                    const char *query,
                    GCancellable *cancellable,
                    GError **error)
{
  Export *export = export_new (self, path, format, articles, query);
  gboolean done = export_run (export, cancellable, error);

  export_free (export);
  return done;
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (export_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
pm_notebook_export_async (PmNotebook *self,
                          const char *path,
                          const char *format,
                          GArray *articles,
                          PmNotebookProgress progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Export *export = export_new (self, path, format, articles, NULL);

  export->progress = progress;
  export->progress_data = progress_data;
  export->task = task;
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_thread);
}

gboolean
pm_notebook_export_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

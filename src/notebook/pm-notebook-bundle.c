/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shipping: choosing what goes out, running the export where it may block, and taking a bundle in.
 */

#include "pm-analyse.h"
#include "pm-bundle.h"
#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

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

/* --- import --- */

typedef struct
{
  GPtrArray *records;
  gboolean dry_run;
  GHashTable *corrections; /* (element-type utf8): uuids of those that came */
  PmImport counts;
} Import;

/* The article of the notebook that @record is, or 0. */
static gboolean
find_record (PmDb *db, PmRecord *record, gint64 *id, GError **error)
{
  if (!pm_store_find_article_by_uuid (db, record->article->uuid, id, error))
    return FALSE;
  return *id != 0 || pm_store_find_article (db, record->article->url, id, error);
}

/* Adds every capture, the one the document was made from last, so that it is the newest. Returns:
 * its id, or 0. */
static gboolean
add_captures (PmDb *db, gint64 article, PmRecord *record, gint64 *capture, GError **error)
{
  *capture = 0;
  for (guint i = record->captures->len; i > 0; i--)
    {
      PmPage *page = record->captures->pdata[i - 1];

      if (record->page != NULL && page->fetched == record->page->fetched)
        continue;
      if (pm_store_add_capture (db, article, page, error) == 0)
        return FALSE;
    }
  if (record->page == NULL)
    return TRUE;
  *capture = pm_store_add_capture (db, article, record->page, error);
  return *capture != 0;
}

static gint64
import_article (PmDb *db, PmRecord *record, GError **error)
{
  gint64 id = pm_store_add_article (db, record->article, error);
  gint64 capture;
  g_autoptr (PmAnalysis) analysis = NULL;

  if (id == 0)
    return 0;
  if (record->article->trashed != 0 &&
      !pm_store_set_trashed (db, id, record->article->trashed, error))
    return 0;
  if (record->article->state == PM_ARTICLE_FAILED &&
      !pm_store_set_article_state (db, id, PM_ARTICLE_FAILED, record->article->error, error))
    return 0;
  if (record->document == NULL)
    return id;
  /* An analysis that was corrected is no derived one: what was derived is found again. */
  analysis = record->analysis != NULL && record->corrections->len == 0 && record->verdicts->len == 0
                 ? pm_analysis_ref (record->analysis)
                 : pm_analyse (record->document, NULL);
  if (!add_captures (db, id, record, &capture, error) ||
      !pm_store_save_document (db, id, capture, record->document, analysis, PM_ANALYSIS_VERSION,
                               error) ||
      !_pm_notebook_store_images (db, id, record->images, error))
    return 0;
  return id;
}

/* Brings the tags that the article here does not have yet. */
static gboolean
merge_tags (PmDb *db, gint64 id, GPtrArray *tags, GError **error)
{
  g_autoptr (PmArticle) article = pm_store_load_article (db, id, error);
  guint before;

  if (article == NULL)
    return FALSE;
  before = article->tags->len;
  for (guint i = 0; i < tags->len; i++)
    if (!g_ptr_array_find_with_equal_func (article->tags, tags->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (article->tags, g_strdup (tags->pdata[i]));
  return article->tags->len == before || pm_store_set_article_tags (db, id, article->tags, error);
}

static gboolean
import_highlights (PmDb *db, Import *import, gint64 article, PmRecord *record, GError **error)
{
  for (guint i = 0; i < record->highlights->len; i++)
    {
      g_autoptr (PmHighlight) highlight = pm_highlight_copy (record->highlights->pdata[i]);
      gint64 present;

      if (!pm_store_find_highlight_by_uuid (db, highlight->uuid, &present, error))
        return FALSE;
      if (present != 0)
        continue;
      import->counts.n_highlights++;
      highlight->id = 0;
      highlight->article = article;
      if (!import->dry_run && pm_store_put_highlight (db, highlight, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Each comes once, though every article that it changes carries it. */
static gboolean
import_corrections (PmDb *db, Import *import, gint64 article, PmRecord *record, GError **error)
{
  for (guint i = 0; i < record->corrections->len; i++)
    {
      g_autoptr (PmEntityCorrection) correction = pm_entity_correction_copy (
          record->corrections->pdata[i]);
      gint64 present;

      if (!pm_store_find_correction_by_uuid (db, correction->uuid, &present, error))
        return FALSE;
      if (present != 0 || !g_hash_table_add (import->corrections, g_strdup (correction->uuid)))
        continue;
      import->counts.n_corrections++;
      correction->id = 0;
      correction->article = correction->article != 0 ? article : 0;
      if (!import->dry_run && pm_store_add_correction (db, correction, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_verdicts (PmDb *db, Import *import, gint64 article, PmRecord *record, GError **error)
{
  for (guint i = 0; i < record->verdicts->len; i++)
    {
      g_autoptr (PmQuoteVerdict) verdict = pm_quote_verdict_copy (record->verdicts->pdata[i]);
      gint64 present;

      if (!pm_store_find_verdict_by_uuid (db, verdict->uuid, &present, error))
        return FALSE;
      if (present != 0)
        continue;
      import->counts.n_corrections++;
      verdict->id = 0;
      verdict->article = article;
      if (!import->dry_run && pm_store_put_verdict (db, verdict, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_record (PmDb *db, Import *import, PmRecord *record, GError **error)
{
  gint64 id;

  if (!find_record (db, record, &id, error))
    return FALSE;
  if (id != 0)
    import->counts.n_present++;
  else
    import->counts.n_new++;
  if (!import->dry_run)
    {
      if (id == 0)
        id = import_article (db, record, error);
      else if (!merge_tags (db, id, record->article->tags, error))
        return FALSE;
      if (id == 0)
        return FALSE;
    }
  return import_corrections (db, import, id, record, error) &&
         import_verdicts (db, import, id, record, error) &&
         import_highlights (db, import, id, record, error);
}

static gpointer
import_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Import *import = data;

  for (guint i = 0; i < import->records->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !import_record (db, import, import->records->pdata[i], error))
      return NULL;
  return import;
}

gboolean
pm_notebook_import (PmNotebook *self,
                    const char *path,
                    gboolean dry_run,
                    PmImport *import,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) records = pm_bundle_import (path, cancellable, error);
  g_autoptr (GHashTable) corrections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                              NULL);
  Import job = { records, dry_run, corrections, { 0, 0, 0, 0 } };

  if (records == NULL ||
      _pm_notebook_run (self, import_job, &job, NULL, 0,
                        PM_NOTEBOOK_LIST | PM_NOTEBOOK_HIGHLIGHTS | PM_NOTEBOOK_LABELS |
                            PM_NOTEBOOK_ENTITIES | PM_NOTEBOOK_QUOTES,
                        error) == NULL)
    return FALSE;
  if (import != NULL)
    *import = job.counts;
  return TRUE;
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree PmImport *import = g_new0 (PmImport, 1);
  GError *error = NULL;

  if (pm_notebook_import (source, data, FALSE, import, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&import), g_free);
  else
    g_task_return_error (task, error);
}

void
pm_notebook_import_async (PmNotebook *self,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, import_thread);
}

gboolean
pm_notebook_import_finish (PmNotebook *self, GAsyncResult *result, PmImport *import, GError **error)
{
  g_autofree PmImport *answer = g_task_propagate_pointer (G_TASK (result), error);

  if (answer != NULL && import != NULL)
    *import = *answer;
  return answer != NULL;
}

/* --- citing --- */

/* @published as people write it, at the precision it has. */
static char *
format_date (const char *published)
{
  g_autoptr (GDateTime) date = NULL;
  int year;
  int month;
  int day;

  if (published == NULL)
    return NULL;
  if (sscanf (published, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (published);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: a date in a citation, as "15 April 2021". */
  return date != NULL ? g_date_time_format (date, _ ("%-d %B %Y")) : g_strdup (published);
}

static void
append_part (GString *citation, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (citation->len > 0)
    g_string_append (citation, ", ");
  g_string_append (citation, part);
}

char *
pm_notebook_dup_citation (PmRecord *record, PmSpan span)
{
  g_autoptr (GString) citation = g_string_new (NULL);
  g_autofree char *title = g_strdup_printf (_ ("“%s”"), record->article->title);
  g_autofree char *date = format_date (record->article->published);
  g_autofree char *words = NULL;

  append_part (citation, record->article->byline);
  append_part (citation, title);
  append_part (citation, record->article->outlet);
  append_part (citation, date);
  append_part (citation, record->page != NULL ? record->page->url : record->article->url);
  if (record->document == NULL || pm_span_is_empty (span))
    return g_strdup (citation->str);
  words = pm_document_dup_span (record->document, span);
  return g_strdup_printf (_ ("“%s” (%s)"), words != NULL ? words : "", citation->str);
}

/* --- care --- */

static gpointer
stats_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_get_stats (db, data, error));
}

GArray *
pm_notebook_get_stats (PmNotebook *self, GError **error)
{
  PmStats stats = { 0 };
  GArray *counts;

  if (_pm_notebook_run (self, stats_job, &stats, NULL, 0, 0, error) == NULL)
    return NULL;
  const PmCount rows[] = {
    { "articles", _ ("Articles"), stats.articles },
    { "captures", _ ("Captures"), stats.captures },
    { "highlights", _ ("Highlights"), stats.highlights },
    { "orphans", _ ("Highlights whose words are gone"), stats.orphans },
    { "tags", _ ("Tags"), stats.tags },
    { "entities", _ ("Entities"), stats.entities },
    { "quotes", _ ("Quotes"), stats.quotes },
    { "sources", _ ("Sources"), stats.sources },
    { "bytes", _ ("Bytes"), stats.bytes },
  };
  counts = g_array_new (FALSE, FALSE, sizeof (PmCount));
  return g_array_append_vals (counts, rows, G_N_ELEMENTS (rows));
}

static gpointer
check_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_check (db, error);
}

static gpointer
repair_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_repair (db, error));
}

GPtrArray *
pm_notebook_check (PmNotebook *self, gboolean repair, GError **error)
{
  if (repair && _pm_notebook_run (self, repair_job, NULL, NULL, 0,
                                  PM_NOTEBOOK_LIST | PM_NOTEBOOK_HIGHLIGHTS, error) == NULL)
    return NULL;
  return _pm_notebook_run (self, check_job, NULL, (GDestroyNotify) g_ptr_array_unref, 0, 0, error);
}

static gpointer
backup_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_backup (db, data, error));
}

gboolean
pm_notebook_backup (PmNotebook *self, const char *path, GError **error)
{
  return _pm_notebook_run (self, backup_job, (gpointer) path, NULL, 0, 0, error) != NULL;
}

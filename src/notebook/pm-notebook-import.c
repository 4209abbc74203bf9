/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a bundle in: what is here already keeps what it has, and gains what it lacked. */

#include "pm-analyse.h"
#include "pm-bundle.h"
#include "pm-notebook-private.h"

typedef struct
{
  GPtrArray *records;
  GPtrArray *feeds;
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

/* Whether the user changed what was derived: what keeps two names apart changes nothing. */
static gboolean
is_corrected (PmRecord *record)
{
  for (guint i = 0; i < record->corrections->len; i++)
    if (((PmEntityCorrection *) record->corrections->pdata[i])->kind != PM_CORRECTION_APART)
      return TRUE;
  return record->verdicts->len > 0;
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
  analysis = record->analysis != NULL && !is_corrected (record)
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

/* One that is followed here stays as it is. */
static gboolean
import_feeds (PmDb *db, Import *import, GError **error)
{
  for (guint i = 0; i < import->feeds->len; i++)
    {
      const PmFeed *feed = import->feeds->pdata[i];
      gint64 present;

      if (!pm_store_find_feed (db, feed->url, &present, error))
        return FALSE;
      if (present != 0)
        continue;
      import->counts.n_feeds++;
      if (!import->dry_run && pm_store_put_feed (db, feed, error) == 0)
        return FALSE;
    }
  return TRUE;
}

static gpointer
import_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Import *import = data;

  for (guint i = 0; i < import->records->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !import_record (db, import, import->records->pdata[i], error))
      return NULL;
  return import_feeds (db, import, error) ? import : NULL;
}

gboolean
pm_notebook_import (PmNotebook *self,
                    const char *path,
                    gboolean dry_run,
                    PmImport *import,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GPtrArray) records = pm_bundle_import (path, &feeds, cancellable, error);
  g_autoptr (GHashTable) corrections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                              NULL);
  Import job = { records, feeds, dry_run, corrections, { 0 } };

  if (records == NULL ||
      _pm_notebook_run (self, import_job, &job, NULL, 0,
                        PM_NOTEBOOK_LIST | PM_NOTEBOOK_HIGHLIGHTS | PM_NOTEBOOK_LABELS |
                            PM_NOTEBOOK_ENTITIES | PM_NOTEBOOK_QUOTES | PM_NOTEBOOK_FEEDS,
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

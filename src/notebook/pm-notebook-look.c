/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking: each question is a job on the reader, asked in two ways. */

#include "pm-notebook-private.h"

static PmQuery *
query_new (PmListScope scope, const char *label, const char *search, guint limit)
{
  static const PmScope scopes[] = { PM_SCOPE_ALL, PM_SCOPE_UNREAD, PM_SCOPE_TRASH, PM_SCOPE_TAG,
                                    PM_SCOPE_COLLECTION };
  PmQuery *self = g_new0 (PmQuery, 1);

  *self = (PmQuery){ scopes[scope], g_strdup (label), g_strdup (search), limit };
  return self;
}

static void
query_free (gpointer data)
{
  PmQuery *self = data;

  g_free ((char *) self->label);
  g_free ((char *) self->search);
  g_free (self);
}

static gpointer
list_articles_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_articles (db, data, error);
}

GPtrArray *
pm_notebook_list_articles (PmNotebook *self,
                           PmListScope scope,
                           const char *label,
                           const char *search,
                           guint limit,
                           GError **error)
{
  PmQuery *query = query_new (scope, label, search, limit);
  GPtrArray *articles = _pm_notebook_run (self, list_articles_job, query,
                                          (GDestroyNotify) g_ptr_array_unref, 0, 0, error);

  query_free (query);
  return articles;
}

void
pm_notebook_list_articles_async (PmNotebook *self,
                                 PmListScope scope,
                                 const char *label,
                                 const char *search,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  _pm_notebook_run_async (self, list_articles_job, query_new (scope, label, search, limit),
                          query_free, (GDestroyNotify) g_ptr_array_unref, 0, 0, cancellable,
                          callback, user_data);
}

GPtrArray *
pm_notebook_list_articles_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

gpointer
_pm_notebook_load_record_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmLoad *load = data;

  return pm_store_load_record (db, load->article, load->with_bytes, error);
}

PmRecord *
pm_notebook_load (PmNotebook *self, gint64 article, gboolean with_bytes, GError **error)
{
  PmLoad load = { article, with_bytes };

  return _pm_notebook_run (self, _pm_notebook_load_record_job, &load,
                           (GDestroyNotify) pm_record_unref, 0, 0, error);
}

void
pm_notebook_load_async (PmNotebook *self,
                        gint64 article,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  PmLoad *load = g_new0 (PmLoad, 1);

  load->article = article;
  _pm_notebook_run_async (self, _pm_notebook_load_record_job, load, g_free,
                          (GDestroyNotify) pm_record_unref, 0, 0, cancellable, callback, user_data);
}

PmRecord *
pm_notebook_load_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

static gpointer
list_highlights_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_highlights (db, *(gint64 *) data, error);
}

GPtrArray *
pm_notebook_list_highlights (PmNotebook *self, gint64 article, GError **error)
{
  return _pm_notebook_run (self, list_highlights_job, &article, (GDestroyNotify) g_ptr_array_unref,
                           0, 0, error);
}

typedef struct
{
  gint64 article;
  char *url;
} LoadImage;

static void
load_image_free (gpointer data)
{
  LoadImage *self = data;

  g_free (self->url);
  g_free (self);
}

static gpointer
load_image_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  LoadImage *load = data;

  return pm_store_load_resource (db, load->article, load->url, error);
}

void
pm_notebook_load_image_async (PmNotebook *self,
                              gint64 article,
                              const char *url,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  LoadImage *load = g_new0 (LoadImage, 1);

  *load = (LoadImage){ article, g_strdup (url) };
  _pm_notebook_run_async (self, load_image_job, load, load_image_free,
                          (GDestroyNotify) g_bytes_unref, 0, 0, cancellable, callback, user_data);
}

GBytes *
pm_notebook_load_image_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

void
pm_summary_free (PmSummary *self)
{
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->collections, g_ptr_array_unref);
  g_free (self);
}

static gpointer
load_summary_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmArticleCounts counts;
  PmSummary *summary = g_new0 (PmSummary, 1);

  if (pm_store_count_articles (db, &counts, error) &&
      pm_store_count_quotes (db, &summary->n_quotes, error) &&
      (summary->tags = pm_store_list_tags (db, error)) != NULL &&
      (summary->collections = pm_store_list_collections (db, error)) != NULL)
    {
      summary->n_all = counts.all;
      summary->n_unread = counts.unread;
      summary->n_trash = counts.trash;
      return summary;
    }
  pm_summary_free (summary);
  return NULL;
}

void
pm_notebook_load_summary_async (PmNotebook *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  _pm_notebook_run_async (self, load_summary_job, NULL, NULL, (GDestroyNotify) pm_summary_free, 0,
                          0, cancellable, callback, user_data);
}

PmSummary *
pm_notebook_load_summary_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

void
pm_links_free (PmLinks *self)
{
  g_clear_pointer (&self->archived, g_array_unref);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->citing, g_ptr_array_unref);
  g_free (self);
}

/* @analysis: (nullable). Sources that are only named have an empty address, which nothing is found
 * for. Returns: (transfer container): %NULL-terminated */
static GPtrArray *
list_urls (PmAnalysis *analysis)
{
  GPtrArray *urls = g_ptr_array_new ();

  for (guint i = 0; analysis != NULL && i < analysis->sources->len; i++)
    {
      PmSource *source = analysis->sources->pdata[i];

      g_ptr_array_add (urls, source->url != NULL ? source->url : (gpointer) "");
    }
  g_ptr_array_add (urls, NULL);
  return urls;
}

/* One look-up for all links. */
static gboolean
find_links (PmDb *db, PmAnalysis *analysis, PmLinks *links, GError **error)
{
  g_autoptr (GPtrArray) urls = list_urls (analysis);
  const char *const *strv = (const char *const *) urls->pdata;

  links->archived = pm_store_find_articles (db, strv, error);
  if (links->archived == NULL)
    return FALSE;
  links->answers = pm_store_find_answers (db, strv, error);
  return links->answers != NULL;
}

static gboolean
find_states (PmDb *db, PmLinks *links, GError **error)
{
  for (guint i = 0; i < links->archived->len; i++)
    {
      gint64 id = g_array_index (links->archived, gint64, i);
      g_autoptr (PmArticle) article = id != 0 ? pm_store_load_article (db, id, error) : NULL;
      PmArticleState state = article != NULL ? article->state : PM_ARTICLE_QUEUED;

      if (id != 0 && article == NULL)
        return FALSE;
      g_array_append_val (links->states, state);
    }
  return TRUE;
}

static gpointer
load_links_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmRecord *record = data;
  PmLinks *links = g_new0 (PmLinks, 1);

  links->states = g_array_new (FALSE, TRUE, sizeof (PmArticleState));
  links->citing = pm_store_list_citing (db, record->article->id, error);
  if (links->citing != NULL && find_links (db, record->analysis, links, error) &&
      find_states (db, links, error))
    return links;
  pm_links_free (links);
  return NULL;
}

PmLinks *
pm_notebook_load_links (PmNotebook *self, PmRecord *record, GError **error)
{
  return _pm_notebook_run (self, load_links_job, record, (GDestroyNotify) pm_links_free, 0, 0,
                           error);
}

void
pm_notebook_load_links_async (PmNotebook *self,
                              PmRecord *record,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  _pm_notebook_run_async (self, load_links_job, pm_record_ref (record),
                          (GDestroyNotify) pm_record_unref, (GDestroyNotify) pm_links_free, 0, 0,
                          cancellable, callback, user_data);
}

PmLinks *
pm_notebook_load_links_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

static gpointer
list_cited_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_cited (db, GPOINTER_TO_UINT (data), error);
}

GPtrArray *
pm_notebook_list_cited (PmNotebook *self, guint limit, GError **error)
{
  return _pm_notebook_run (self, list_cited_job, GUINT_TO_POINTER (limit),
                           (GDestroyNotify) g_ptr_array_unref, 0, 0, error);
}

void
pm_notebook_list_cited_async (PmNotebook *self,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  _pm_notebook_run_async (self, list_cited_job, GUINT_TO_POINTER (limit), NULL,
                          (GDestroyNotify) g_ptr_array_unref, 0, 0, cancellable, callback,
                          user_data);
}

GPtrArray *
pm_notebook_list_cited_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

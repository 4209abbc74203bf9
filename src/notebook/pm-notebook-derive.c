/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deriving again from what was kept, and without a notebook: no network in either. */

#include "pm-analyse.h"
#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

static gpointer
list_stale_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_stale (db, 0, error);
}

struct _PmDerived
{
  gint64 article;
  PmReading *reading;
};

PmDerived *
_pm_derived_new (gint64 article, PmReading *reading)
{
  PmDerived *self = g_new (PmDerived, 1);

  *self = (PmDerived){ article, reading };
  return self;
}

void
_pm_derived_free (PmDerived *self)
{
  _pm_reading_free (self->reading);
  g_free (self);
}

gboolean
_pm_notebook_save_derived (PmDb *db, PmDerived *derived, GError **error)
{
  PmReading *reading = derived->reading;

  return pm_store_save_document (db, derived->article, PM_STORE_SAME_CAPTURE, reading->document,
                                 reading->analysis, PM_ANALYSIS_VERSION, error) &&
         _pm_notebook_store_images (db, derived->article, reading->images, error);
}

static gpointer
save_derived_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (_pm_notebook_save_derived (db, data, error));
}

/* Of an article that came without its page, from somebody's bundle. */
static PmReading *
read_again (PmDocument *document)
{
  PmReading *reading = g_new0 (PmReading, 1);

  reading->document = pm_document_ref (document);
  reading->images = g_ptr_array_new ();
  reading->analysis = pm_analyse (document, NULL);
  return reading;
}

PmReading *
_pm_notebook_read_record (PmNotebook *self,
                          PmRecord *record,
                          GCancellable *cancellable,
                          GError **error)
{
  if (record->page != NULL && record->page->content != NULL)
    return _pm_notebook_read (self, record->page, cancellable, error);
  if (record->document != NULL)
    return read_again (record->document);
  g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND,
               _ ("Nothing is kept of “%s” to analyse."), record->article->title);
  return NULL;
}

static gboolean
reanalyse_one (PmNotebook *self, gint64 article, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmRecord) record = pm_notebook_load (self, article, TRUE, error);
  g_autoptr (PmReading) reading = NULL;
  PmDerived derived;

  if (record != NULL)
    reading = _pm_notebook_read_record (self, record, cancellable, error);
  if (reading == NULL)
    return FALSE;
  derived = (PmDerived){ article, reading };
  return _pm_notebook_run (self, save_derived_job, &derived, NULL, article,
                           PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT | PM_NOTEBOOK_HIGHLIGHTS,
                           error) != NULL;
}

gboolean
pm_notebook_reanalyse (PmNotebook *self,
                       gint64 article,
                       guint *n_done,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GArray) ids = NULL;

  if (n_done != NULL)
    *n_done = 0;
  if (article != 0)
    ids = g_array_append_val (g_array_new (FALSE, FALSE, sizeof (gint64)), article);
  else
    ids = _pm_notebook_run (self, list_stale_job, NULL, (GDestroyNotify) g_array_unref, 0, 0,
                            error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !reanalyse_one (self, g_array_index (ids, gint64, i), cancellable, error))
        return FALSE;
      if (n_done != NULL)
        (*n_done)++;
    }
  return ids != NULL;
}

struct _PmExtractor
{
  PmWorkers *workers;
};

PmExtractor *
pm_extractor_new (void)
{
  PmExtractor *self = g_new0 (PmExtractor, 1);

  self->workers = pm_workers_new (1);
  return self;
}

void
pm_extractor_free (PmExtractor *self)
{
  pm_workers_free (self->workers);
  g_free (self);
}

PmDocument *
pm_extractor_read_file (PmExtractor *self,
                        const char *path,
                        const char *url,
                        const char *charset,
                        GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PmPage) page = pm_fetch_file (file, url, NULL, error);

  if (page == NULL)
    return NULL;
  if (charset != NULL && *charset != '\0')
    {
      g_free (page->charset);
      page->charset = g_strdup (charset);
    }
  return pm_workers_extract (self->workers, page, NULL, NULL, error);
}

PmAnalysis *
pm_notebook_analyse (PmDocument *document)
{
  return pm_analyse (document, NULL);
}

gboolean
pm_notebook_guesses (PmDocument *document)
{
  return pm_analyse_guesses (document);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that tell the same story, and what differs between two of them. */

#include "pm-notebook-private.h"

static gpointer
load_story_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_load_story (db, *(gint64 *) data, error);
}

GPtrArray *
pm_notebook_load_story (PmNotebook *self, gint64 article, GError **error)
{
  return _pm_notebook_run (self, load_story_job, &article, (GDestroyNotify) g_ptr_array_unref, 0, 0,
                           error);
}

void
pm_notebook_load_story_async (PmNotebook *self,
                              gint64 article,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  _pm_notebook_run_async (self, load_story_job, g_memdup2 (&article, sizeof article), g_free,
                          (GDestroyNotify) g_ptr_array_unref, 0, 0, cancellable, callback,
                          user_data);
}

GPtrArray *
pm_notebook_load_story_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

/* --- comparing --- */

typedef struct
{
  gint64 before;
  gint64 after;
} Pair;

static gpointer
compare_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Pair *pair = data;
  g_autoptr (PmDocument) before = pm_store_load_document (db, pair->before, error);
  g_autoptr (PmDocument) after = before != NULL ? pm_store_load_document (db, pair->after, error)
                                                : NULL;

  return after != NULL
             ? pm_text_diff_new (pm_document_get_text (before), pm_document_get_text (after))
             : NULL;
}

void
pm_notebook_compare_articles_async (PmNotebook *self,
                                    gint64 before,
                                    gint64 after,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Pair pair = { before, after };

  _pm_notebook_run_async (self, compare_job, g_memdup2 (&pair, sizeof pair), g_free,
                          (GDestroyNotify) pm_text_diff_unref, 0, 0, cancellable, callback,
                          user_data);
}

PmTextDiff *
pm_notebook_compare_articles_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

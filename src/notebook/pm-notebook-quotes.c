/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotes: what the user says of them, as undoable steps, and who said what in all the notebook. */

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

#define VERDICT_PARTS (PM_NOTEBOOK_TEXT | PM_NOTEBOOK_QUOTES)

/* --- judging --- */

static gpointer
judge_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PmQuoteVerdict *verdict = data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);
  gint64 id;

  if (verdict->id != 0)
    {
      edit->verdict_before = pm_store_load_verdict (db, verdict->id, error);
      if (edit->verdict_before == NULL)
        return NULL;
    }
  id = pm_store_put_verdict (db, verdict, error);
  if (id == 0)
    return NULL;
  edit->verdict_after = pm_store_load_verdict (db, id, error);
  return edit->verdict_after != NULL ? g_steal_pointer (&edit) : NULL;
}

static gboolean
is_valid (const PmQuoteVerdict *verdict, GError **error)
{
  if (pm_quote_verdict_is_valid (verdict))
    return TRUE;
  g_set_error_literal (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
                       _ ("A quote has words, and a speaker a name."));
  return FALSE;
}

/* @edit: (transfer full) (nullable) */
static PmQuoteVerdict *
take_verdict (PmNotebook *self, PmEdit *edit)
{
  if (edit == NULL)
    return NULL;
  _pm_notebook_push_edit (self, edit);
  return pm_quote_verdict_copy (edit->verdict_after);
}

PmQuoteVerdict *
pm_notebook_judge (PmNotebook *self, const PmQuoteVerdict *verdict, GError **error)
{
  if (!is_valid (verdict, error))
    return NULL;
  return take_verdict (self, _pm_notebook_run (self, judge_job, (gpointer) verdict,
                                               (GDestroyNotify) _pm_edit_free, verdict->article,
                                               VERDICT_PARTS, error));
}

void
pm_notebook_judge_async (PmNotebook *self,
                         const PmQuoteVerdict *verdict,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GError *error = NULL;

  if (!is_valid (verdict, &error))
    {
      g_task_report_error (self, callback, user_data, pm_notebook_judge_async, error);
      return;
    }
  _pm_notebook_run_async (self, judge_job, pm_quote_verdict_copy (verdict),
                          (GDestroyNotify) pm_quote_verdict_free, (GDestroyNotify) _pm_edit_free,
                          verdict->article, VERDICT_PARTS, cancellable, callback, user_data);
}

PmQuoteVerdict *
pm_notebook_judge_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_verdict (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
withdraw_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);

  edit->verdict_before = pm_store_load_verdict (db, id, error);
  if (edit->verdict_before == NULL || !pm_store_withdraw_verdict (db, id, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* @edit: (transfer full) (nullable) */
static gboolean
take_withdrawal (PmNotebook *self, PmEdit *edit)
{
  if (edit != NULL)
    _pm_notebook_push_edit (self, edit);
  return edit != NULL;
}

gboolean
pm_notebook_withdraw_verdict (PmNotebook *self, gint64 verdict, GError **error)
{
  return take_withdrawal (self, _pm_notebook_run (self, withdraw_job, &verdict,
                                                  (GDestroyNotify) _pm_edit_free, 0, VERDICT_PARTS,
                                                  error));
}

void
pm_notebook_withdraw_verdict_async (PmNotebook *self,
                                    gint64 verdict,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  _pm_notebook_run_async (self, withdraw_job, g_memdup2 (&verdict, sizeof verdict), g_free,
                          (GDestroyNotify) _pm_edit_free, 0, VERDICT_PARTS, cancellable, callback,
                          user_data);
}

gboolean
pm_notebook_withdraw_verdict_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_withdrawal (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
list_verdicts_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_verdicts (db, 0, error);
}

GPtrArray *
pm_notebook_list_verdicts (PmNotebook *self, GError **error)
{
  return _pm_notebook_run (self, list_verdicts_job, NULL, (GDestroyNotify) g_ptr_array_unref, 0, 0,
                           error);
}

/* --- looking --- */

/* What is read on the worker, and put together elsewhere: other reads need not wait for that. */
typedef struct
{
  GPtrArray *articles;
  GPtrArray *places;
} Sayings;

static void
sayings_free (gpointer data)
{
  Sayings *self = data;

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_sayings_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *articles;
  GPtrArray *places = pm_store_list_sayings (db, &articles, error);
  Sayings *sayings = places != NULL ? g_new0 (Sayings, 1) : NULL;

  if (sayings != NULL)
    *sayings = (Sayings){ articles, places };
  return sayings;
}

/* @read: (transfer full) */
static PmSayings *
arrange (Sayings *read)
{
  PmSayings *sayings = pm_sayings_new (g_steal_pointer (&read->articles),
                                       g_steal_pointer (&read->places));

  sayings_free (read);
  return sayings;
}

PmSayings *
pm_notebook_load_sayings (PmNotebook *self, GError **error)
{
  Sayings *read = _pm_notebook_run (self, read_sayings_job, NULL, sayings_free, 0, 0, error);

  return read != NULL ? arrange (read) : NULL;
}

static void
arrange_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, arrange (data), (GDestroyNotify) pm_sayings_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Sayings *read = _pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error);

  if (read == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, read, NULL);
  g_task_run_in_thread (task, arrange_in_thread);
}

void
pm_notebook_load_sayings_async (PmNotebook *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  _pm_notebook_run_async (self, read_sayings_job, NULL, NULL, sayings_free, 0, 0, cancellable,
                          read_cb, task);
}

PmSayings *
pm_notebook_load_sayings_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

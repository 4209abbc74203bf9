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

static gpointer
load_sayings_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_load_sayings (db, error);
}

PmSayings *
pm_notebook_load_sayings (PmNotebook *self, GError **error)
{
  return _pm_notebook_run (self, load_sayings_job, NULL, (GDestroyNotify) pm_sayings_unref, 0, 0,
                           error);
}

void
pm_notebook_load_sayings_async (PmNotebook *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  _pm_notebook_run_async (self, load_sayings_job, NULL, NULL, (GDestroyNotify) pm_sayings_unref, 0,
                          0, cancellable, callback, user_data);
}

PmSayings *
pm_notebook_load_sayings_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

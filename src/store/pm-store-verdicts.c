/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#define VERDICT_COLUMNS                                                                            \
  "id, uuid, article, verdict, kind, exact, prefix, suffix, hint_start, hint_end, speaker, "       \
  "created "

/* Returns: (nullable): %NULL for a row that makes no sense. */
static PmQuoteVerdict *
read_verdict (PmStmt *stmt)
{
  g_autofree char *exact = _pm_stmt_dup_required (stmt, 5);
  PmSpan hint = { (gsize) pm_stmt_get_int64 (stmt, 8), (gsize) pm_stmt_get_int64 (stmt, 9) };
  g_autoptr (PmQuoteVerdict) self = g_new0 (PmQuoteVerdict, 1);

  self->id = pm_stmt_get_int64 (stmt, 0);
  self->uuid = _pm_stmt_dup_required (stmt, 1);
  self->article = pm_stmt_get_int64 (stmt, 2);
  self->anchor = pm_anchor_new_from_words (exact, pm_stmt_get_text (stmt, 6),
                                           pm_stmt_get_text (stmt, 7), hint);
  self->speaker = _pm_stmt_dup_text (stmt, 10);
  self->created = pm_stmt_get_int64 (stmt, 11);
  if (!pm_verdict_from_string (pm_stmt_get_text (stmt, 3), &self->verdict) ||
      !pm_quote_kind_from_string (pm_stmt_get_text (stmt, 4), &self->kind) ||
      !pm_quote_verdict_is_valid (self))
    return NULL;
  return g_steal_pointer (&self);
}

PmQuoteVerdict *
pm_store_load_verdict (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT " VERDICT_COLUMNS
                                               "FROM quote_verdict WHERE id = ?1");
  g_autoptr (GError) local_error = NULL;
  PmQuoteVerdict *verdict;

  pm_stmt_bind_int64 (stmt, 1, id);
  if (!pm_stmt_step (stmt, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
      return NULL;
    }
  verdict = read_verdict (stmt);
  if (verdict == NULL)
    _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
  return verdict;
}

GPtrArray *
pm_store_list_verdicts (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, article != 0 ? "SELECT " VERDICT_COLUMNS
                         "FROM quote_verdict WHERE article = ?1 ORDER BY created, uuid"
                       : "SELECT " VERDICT_COLUMNS
                         "FROM quote_verdict ORDER BY article, created, uuid");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_quote_verdict_free);
  g_autoptr (GError) local_error = NULL;

  if (article != 0)
    pm_stmt_bind_int64 (stmt, 1, article);
  while (pm_stmt_step (stmt, &local_error))
    {
      PmQuoteVerdict *verdict = read_verdict (stmt);

      if (verdict == NULL)
        {
          _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
          return NULL;
        }
      g_ptr_array_add (list, verdict);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
pm_store_find_verdict_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT id FROM quote_verdict WHERE uuid = ?1");

  pm_stmt_bind_text (stmt, 1, uuid);
  return _pm_store_find_id (stmt, id, error);
}

/* A time after that of every other of the article, so that it holds over them whatever the clock
 * says. */
static gboolean
choose_time (PmDb *db, gint64 article, gint64 *time, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT max (?1, 1 + coalesce (max (created), 0)) FROM quote_verdict WHERE article = ?2");

  pm_stmt_bind_int64 (stmt, 1, g_get_real_time ());
  pm_stmt_bind_int64 (stmt, 2, article);
  if (!pm_stmt_step (stmt, error))
    return FALSE;
  *time = pm_stmt_get_int64 (stmt, 0);
  return TRUE;
}

gint64
pm_store_put_verdict (PmDb *db, const PmQuoteVerdict *verdict, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO quote_verdict (id, uuid, article, verdict, kind, exact, prefix, suffix, "
          "hint_start, hint_end, speaker, created) "
          "VALUES (nullif (?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
          "ON CONFLICT (id) DO UPDATE SET uuid = ?2, verdict = ?4, kind = ?5, exact = ?6, "
          "prefix = ?7, suffix = ?8, hint_start = ?9, hint_end = ?10, speaker = ?11, "
          "created = ?12 WHERE article = ?3");
  gint64 created = verdict->created;

  g_return_val_if_fail (pm_quote_verdict_is_valid (verdict), 0);
  if (created == 0 && !choose_time (db, verdict->article, &created, error))
    return 0;
  pm_stmt_bind_int64 (stmt, 1, verdict->id);
  pm_stmt_bind_text (stmt, 2, verdict->uuid);
  pm_stmt_bind_int64 (stmt, 3, verdict->article);
  pm_stmt_bind_text (stmt, 4, pm_verdict_to_string (verdict->verdict));
  pm_stmt_bind_text (stmt, 5, pm_quote_kind_to_string (verdict->kind));
  pm_stmt_bind_text (stmt, 6, verdict->anchor->exact);
  pm_stmt_bind_text (stmt, 7, verdict->anchor->prefix);
  pm_stmt_bind_text (stmt, 8, verdict->anchor->suffix);
  pm_stmt_bind_int64 (stmt, 9, verdict->anchor->hint.start);
  pm_stmt_bind_int64 (stmt, 10, verdict->anchor->hint.end);
  pm_stmt_bind_text (stmt, 11, verdict->speaker);
  pm_stmt_bind_int64 (stmt, 12, created);
  if (!pm_stmt_run (stmt, error))
    return 0;
  /* A verdict stays with its article. */
  if (pm_db_get_changes (db) == 0)
    return _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  return verdict->id != 0 ? verdict->id : pm_db_get_last_id (db);
}

gboolean
pm_store_withdraw_verdict (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "DELETE FROM quote_verdict WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  if (!pm_stmt_run (stmt, error))
    return FALSE;
  return pm_db_get_changes (db) == 1 || _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
}

PmAnalysis *
_pm_store_judge_quotes (PmDb *db,
                        gint64 article,
                        PmAnalysis *analysis,
                        PmDocument *document,
                        GPtrArray **verdicts,
                        GError **error)
{
  g_autoptr (GPtrArray) list = pm_store_list_verdicts (db, article, error);
  PmAnalysis *judged;

  if (list == NULL)
    return NULL;
  judged = pm_quote_verdicts_apply (list, analysis, document);
  if (verdicts != NULL)
    *verdicts = g_steal_pointer (&list);
  return judged;
}

PmAnalysis *
_pm_store_load_judged (PmDb *db,
                       gint64 article,
                       PmDocument *document,
                       PmEntityCorrections *corrections,
                       GError **error)
{
  g_autoptr (PmAnalysis) derived = _pm_store_load_analysis (db, article, document, error);
  g_autoptr (PmAnalysis) corrected = NULL;

  if (derived == NULL)
    return NULL;
  corrected = pm_entity_corrections_apply (corrections, derived, document, article, NULL);
  return _pm_store_judge_quotes (db, article, corrected, document, NULL, error);
}

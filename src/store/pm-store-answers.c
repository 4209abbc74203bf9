/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of asking whether links still answer. */

#include "pm-store-private.h"

gboolean
pm_store_put_answer (PmDb *db, const char *url, const PmAnswer *answer, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "REPLACE INTO answer (key, asked, checked, status, url, error) "
                         "VALUES (address_key (?1), ?1, ?2, ?3, ?4, ?5)");

  pm_stmt_bind_text (stmt, 1, url);
  pm_stmt_bind_int64 (stmt, 2, answer->checked);
  pm_stmt_bind_int64 (stmt, 3, answer->status);
  pm_stmt_bind_text (stmt, 4, answer->url);
  pm_stmt_bind_text (stmt, 5, answer->error);
  return pm_stmt_run (stmt, error);
}

/* @answer: (out) (transfer full) (nullable): there is none. */
static gboolean
find_answer (PmDb *db, const char *url, PmAnswer **answer, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT checked, status, url, error FROM answer "
                                               "WHERE key = address_key (?1)");
  g_autoptr (GError) local_error = NULL;

  *answer = NULL;
  pm_stmt_bind_text (stmt, 1, url);
  if (pm_stmt_step (stmt, &local_error))
    {
      *answer = pm_answer_new (pm_stmt_get_text (stmt, 2));
      (*answer)->checked = pm_stmt_get_int64 (stmt, 0);
      (*answer)->status = pm_stmt_get_int64 (stmt, 1);
      (*answer)->error = _pm_stmt_dup_text (stmt, 3);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
free_answer (gpointer data)
{
  g_clear_pointer ((PmAnswer **) &data, pm_answer_free);
}

GPtrArray *
pm_store_find_answers (PmDb *db, const char *const *urls, GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (free_answer);

  for (gsize i = 0; urls[i] != NULL; i++)
    {
      PmAnswer *answer;

      if (!find_answer (db, urls[i], &answer, error))
        return NULL;
      g_ptr_array_add (answers, answer);
    }
  return g_steal_pointer (&answers);
}

gboolean
_pm_store_prune_answers (PmDb *db, GError **error)
{
  return pm_db_exec (db,
                     "DELETE FROM answer WHERE key NOT IN "
                     "(SELECT target FROM source WHERE target IS NOT NULL)",
                     error);
}

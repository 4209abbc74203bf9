/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of the texts that an article's captures brought. */

#include "pm-store-private.h"

static PmVersion *
read_version (PmStmt *stmt)
{
  PmVersion *version = pm_version_new (pm_stmt_get_int64 (stmt, 0));

  version->url = _pm_stmt_dup_required (stmt, 1);
  version->sha256 = _pm_stmt_dup_text (stmt, 2);
  version->fetched = pm_stmt_get_int64 (stmt, 3);
  version->seen = version->fetched;
  version->is_shown = pm_stmt_get_int64 (stmt, 4) != 0;
  version->is_known = !pm_stmt_is_null (stmt, 5);
  version->words = CLAMP (pm_stmt_get_int64 (stmt, 5), 0, G_MAXINT);
  version->n_added = CLAMP (pm_stmt_get_int64 (stmt, 6), 0, G_MAXINT);
  version->n_removed = CLAMP (pm_stmt_get_int64 (stmt, 7), 0, G_MAXINT);
  return version;
}

GPtrArray *
pm_store_list_versions (PmDb *db, gint64 article, int rules, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT c.id, c.url, iif (EXISTS (SELECT 1 FROM capture f WHERE f.first = c.id), NULL, "
          "c.body_sha256), c.fetched, d.capture IS NOT NULL, v.words, v.added, "
          "v.removed FROM capture c LEFT JOIN version v ON v.capture = c.id AND v.rules = ?2 "
          "LEFT JOIN document d ON d.article = c.article AND d.capture = c.id "
          "WHERE c.article = ?1 AND c.first IS NULL ORDER BY c.fetched, c.id");
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_version_free);
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article);
  pm_stmt_bind_int64 (stmt, 2, rules);
  while (pm_stmt_step (stmt, &local_error))
    g_ptr_array_add (versions, read_version (stmt));
  if (local_error == NULL)
    return g_steal_pointer (&versions);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
pm_store_put_version (PmDb *db, const PmVersion *version, int rules, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "INSERT OR REPLACE INTO version (capture, rules, words, added, removed) "
                         "SELECT id, ?2, ?3, ?4, ?5 FROM capture WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, version->capture);
  pm_stmt_bind_int64 (stmt, 2, rules);
  pm_stmt_bind_int64 (stmt, 3, version->words);
  pm_stmt_bind_int64 (stmt, 4, version->n_added);
  pm_stmt_bind_int64 (stmt, 5, version->n_removed);
  return pm_stmt_run (stmt, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

/* Articles that were asked for and have not come yet. */

GPtrArray *
pm_store_list_queued (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT " PM_ARTICLE_COLUMNS "FROM article a LEFT JOIN headline h ON h.article = a.id "
          "WHERE a.state = 'queued' AND a.trashed = 0 ORDER BY a.id");

  return _pm_store_read_rows (stmt, error);
}

/* What is kept of an article that has come is never dropped here, whoever asks. */
static gboolean
drop (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) index =
      pm_db_prepare (db, "DELETE FROM search WHERE rowid = "
                         "(SELECT id FROM article WHERE id = ?1 AND state <> 'ready')");
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "DELETE FROM article WHERE id = ?1 AND state <> 'ready'");

  pm_stmt_bind_int64 (index, 1, id);
  pm_stmt_bind_int64 (stmt, 1, id);
  return pm_stmt_run (index, error) && pm_stmt_run (stmt, error);
}

static gboolean
drop_all (PmDb *db, GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!drop (db, g_array_index (ids, gint64, i), error))
      return FALSE;
  return _pm_store_prune_labels (db, error);
}

gboolean
pm_store_drop_unfetched (PmDb *db, GArray *ids, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, drop_all (db, ids, error), error);
}

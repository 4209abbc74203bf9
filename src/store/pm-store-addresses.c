/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which article an address leads to. Every address an article goes by has a row with its key, so
 * that one look-up in one index answers. */

#include "pm-store-private.h"

gboolean
_pm_store_add_address (PmDb *db,
                       gint64 article,
                       PmAddressRank rank,
                       const char *url,
                       GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "INSERT OR IGNORE INTO address (key, rank, article) "
                                               "VALUES (address_key (?1), ?2, ?3)");

  pm_stmt_bind_text (stmt, 1, url);
  pm_stmt_bind_int64 (stmt, 2, rank);
  pm_stmt_bind_int64 (stmt, 3, article);
  return pm_stmt_run (stmt, error);
}

gboolean
_pm_store_set_canonical (PmDb *db, gint64 article, const char *url, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db,
                                           "DELETE FROM address WHERE article = ?1 AND rank = 2");

  pm_stmt_bind_int64 (stmt, 1, article);
  return pm_stmt_run (stmt, error) &&
         (url == NULL || _pm_store_add_address (db, article, PM_ADDRESS_CANONICAL, url, error));
}

gboolean
_pm_store_rebuild_addresses (PmDb *db, GError **error)
{
  return pm_db_exec (
      db,
      "DELETE FROM address;"
      "INSERT OR IGNORE INTO address SELECT address_key (url), 0, id FROM article;"
      "INSERT OR IGNORE INTO address SELECT address_key (requested_url), 1, article FROM capture;"
      "INSERT OR IGNORE INTO address SELECT address_key (url), 1, article FROM capture;"
      "INSERT OR IGNORE INTO address SELECT address_key (canonical_url), 2, article FROM headline "
      "  WHERE canonical_url IS NOT NULL;"
      "UPDATE source SET target = address_key (url) WHERE url IS NOT NULL;"
      "UPDATE OR REPLACE answer SET key = address_key (asked)",
      error);
}

/* An article in the trash comes after any other. Then the very address comes before another of the
 * same key, and one that was asked for before one where a fetch ended; what only a page says of
 * itself is last. */
static gboolean
find_article (PmDb *db, const char *url, PmAddressRank last, gint64 *id, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT a.id FROM address d JOIN article a ON a.id = d.article "
                         "WHERE d.key = address_key (?1) AND d.rank <= ?2 "
                         "ORDER BY a.trashed > 0, a.url <> ?1, d.rank, a.id LIMIT 1");

  pm_stmt_bind_text (stmt, 1, url);
  pm_stmt_bind_int64 (stmt, 2, last);
  return _pm_store_find_id (stmt, id, error);
}

gboolean
pm_store_find_article (PmDb *db, const char *url, gint64 *id, GError **error)
{
  return find_article (db, url, PM_ADDRESS_FETCHED, id, error);
}

gboolean
pm_store_find_claiming (PmDb *db, const char *url, gint64 *id, GError **error)
{
  return find_article (db, url, PM_ADDRESS_CANONICAL, id, error);
}

GArray *
pm_store_find_articles (PmDb *db, const char *const *urls, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; urls[i] != NULL; i++)
    {
      gint64 id;

      if (!pm_store_find_claiming (db, urls[i], &id, error))
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

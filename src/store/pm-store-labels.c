/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

static const struct
{
  const char *clear;
  const char *name;
  const char *link;
} statements[] = {
  [PM_LABEL_ARTICLE_TAG] = {
    "DELETE FROM article_tag WHERE article = ?1",
    "INSERT OR IGNORE INTO tag (name) VALUES (?1)",
    "INSERT OR IGNORE INTO article_tag (article, tag, position) "
    "SELECT ?1, id, ?3 FROM tag WHERE name = ?2",
  },
  [PM_LABEL_ARTICLE_COLLECTION] = {
    "DELETE FROM article_collection WHERE article = ?1",
    "INSERT OR IGNORE INTO collection (name) VALUES (?1)",
    "INSERT OR IGNORE INTO article_collection (article, collection, position) "
    "SELECT ?1, id, ?3 FROM collection WHERE name = ?2",
  },
  [PM_LABEL_HIGHLIGHT_TAG] = {
    "DELETE FROM highlight_tag WHERE highlight = ?1",
    "INSERT OR IGNORE INTO tag (name) VALUES (?1)",
    "INSERT OR IGNORE INTO highlight_tag (highlight, tag, position) "
    "SELECT ?1, id, ?3 FROM tag WHERE name = ?2",
  },
};

static gboolean
add_label (PmDb *db,
           PmLabelKind kind,
           gint64 owner,
           const char *name,
           guint position,
           GError **error)
{
  g_autoptr (PmStmt) label = pm_db_prepare (db, statements[kind].name);
  g_autoptr (PmStmt) link = pm_db_prepare (db, statements[kind].link);

  pm_stmt_bind_text (label, 1, name);
  pm_stmt_bind_int64 (link, 1, owner);
  pm_stmt_bind_text (link, 2, name);
  pm_stmt_bind_int64 (link, 3, position);
  return pm_stmt_run (label, error) && pm_stmt_run (link, error);
}

gboolean
_pm_store_set_labels (PmDb *db, PmLabelKind kind, gint64 owner, GPtrArray *names, GError **error)
{
  g_autoptr (PmStmt) clear = pm_db_prepare (db, statements[kind].clear);
  gboolean had_some;

  pm_stmt_bind_int64 (clear, 1, owner);
  if (!pm_stmt_run (clear, error))
    return FALSE;
  had_some = pm_db_get_changes (db) > 0;
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = names->pdata[i];

      if (*name != '\0' && !add_label (db, kind, owner, name, i, error))
        return FALSE;
    }
  return !had_some || _pm_store_prune_labels (db, error);
}

gboolean
_pm_store_prune_labels (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) tags = pm_db_prepare (
      db, "DELETE FROM tag WHERE "
          "NOT EXISTS (SELECT 1 FROM article_tag WHERE article_tag.tag = tag.id) AND "
          "NOT EXISTS (SELECT 1 FROM highlight_tag WHERE highlight_tag.tag = tag.id)");
  g_autoptr (PmStmt) collections = pm_db_prepare (
      db, "DELETE FROM collection WHERE NOT EXISTS "
          "(SELECT 1 FROM article_collection WHERE article_collection.collection = collection.id)");

  return pm_stmt_run (tags, error) && pm_stmt_run (collections, error);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const PmLabel *left = *(const PmLabel *const *) a;
  const PmLabel *right = *(const PmLabel *const *) b;
  int order = g_utf8_collate (left->name, right->name);

  return order != 0 ? order : g_strcmp0 (left->name, right->name);
}

static GPtrArray *
list_labels (PmStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_label_free);
  g_autoptr (GError) local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      const char *name = pm_stmt_get_text (stmt, 0);

      g_ptr_array_add (labels, pm_label_new (name != NULL ? name : "", pm_stmt_get_int64 (stmt, 1),
                                             pm_stmt_get_int64 (stmt, 2)));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  g_ptr_array_sort (labels, compare_labels);
  return g_steal_pointer (&labels);
}

GPtrArray *
pm_store_list_tags (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "WITH held (tag, article) AS ("
          "  SELECT tag, article FROM article_tag UNION "
          "  SELECT t.tag, h.article FROM highlight_tag t JOIN highlight h ON h.id = t.highlight), "
          "articles (tag, n) AS ("
          "  SELECT held.tag, count(*) FROM held JOIN article a ON a.id = held.article "
          "  WHERE a.trashed = 0 GROUP BY held.tag), "
          "highlights (tag, n) AS ("
          "  SELECT t.tag, count(*) FROM highlight_tag t JOIN highlight h ON h.id = t.highlight "
          "  JOIN article a ON a.id = h.article WHERE a.trashed = 0 GROUP BY t.tag) "
          "SELECT tag.name, coalesce(articles.n, 0), coalesce(highlights.n, 0) FROM tag "
          "LEFT JOIN articles ON articles.tag = tag.id "
          "LEFT JOIN highlights ON highlights.tag = tag.id");

  return list_labels (stmt, error);
}

GPtrArray *
pm_store_list_collections (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT c.name, count(a.id), coalesce(sum("
          "  (SELECT count(*) FROM highlight WHERE highlight.article = a.id)), 0) "
          "FROM collection c JOIN article_collection ac ON ac.collection = c.id "
          "LEFT JOIN article a ON a.id = ac.article AND a.trashed = 0 GROUP BY c.id");

  return list_labels (stmt, error);
}

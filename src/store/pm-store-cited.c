/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the articles of a notebook lean on together: addresses by their key, names by themselves. */

#include "pm-store-private.h"

/* Another page of an outlet's own is no source that others share, nor is "a study". */
#define CITED                                                                                      \
  "SELECT s.article, s.name, s.url, s.kind, s.target, coalesce (s.target, lower (s.name)) AS key " \
  "FROM source s JOIN article a ON a.id = s.article "                                              \
  "WHERE a.trashed = 0 AND s.kind <> 'internal' AND (s.url IS NOT NULL OR s.entity IS NOT NULL) "

static gboolean
find_kept (PmDb *db, PmCited *cited, GError **error)
{
  g_autoptr (PmArticle) article = NULL;

  if (cited->url == NULL)
    return TRUE;
  if (!pm_store_find_claiming (db, cited->url, &cited->kept, error))
    return FALSE;
  if (cited->kept == 0)
    return TRUE;
  article = pm_store_load_article (db, cited->kept, error);
  if (article == NULL)
    return FALSE;
  g_free (cited->name);
  cited->name = g_strdup (article->title);
  return TRUE;
}

static gboolean
load_citing (PmDb *db, PmCited *cited, const char *key, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT " PM_ARTICLE_COLUMNS "FROM article a LEFT JOIN headline h ON h.article = a.id "
          "WHERE a.trashed = 0 AND a.id IN (SELECT article FROM source "
          "  WHERE kind <> 'internal' AND ((?1 AND target = ?2) OR "
          "        (NOT ?1 AND target IS NULL AND lower (name) = ?2))) "
          "ORDER BY a.added DESC, a.id DESC");

  pm_stmt_bind_int64 (stmt, 1, cited->url != NULL);
  pm_stmt_bind_text (stmt, 2, key);
  cited->citing = _pm_store_read_articles (db, stmt, error);
  return cited->citing != NULL;
}

static PmCited *
read_cited (PmDb *db, PmStmt *stmt, GError **error)
{
  g_autoptr (PmCited) cited = NULL;
  g_autofree char *key = _pm_stmt_dup_required (stmt, 0);
  const char *url = pm_stmt_get_text (stmt, 2);
  PmSourceKind kind = PM_SOURCE_OTHER;

  pm_source_kind_from_string (pm_stmt_get_text (stmt, 3), &kind);
  cited = pm_cited_new (url != NULL ? url : pm_stmt_get_text (stmt, 1), url, kind);
  return find_kept (db, cited, error) && load_citing (db, cited, key, error)
             ? g_steal_pointer (&cited)
             : NULL;
}

GPtrArray *
pm_store_list_cited (PmDb *db, guint limit, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT key, max (name), min (url), min (kind) FROM (" CITED ") "
                         "GROUP BY target IS NULL, key HAVING count (DISTINCT article) > 1 "
                         "ORDER BY count (DISTINCT article) DESC, key LIMIT ?1");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_cited_free);
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, limit);
  while (pm_stmt_step (stmt, &local_error))
    {
      PmCited *cited = read_cited (db, stmt, error);

      if (cited == NULL)
        return NULL;
      g_ptr_array_add (list, cited);
    }
  if (local_error == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#define MAX_SNIPPETS 100

/* PmScope, as bound to ?1; the label is ?2. The sub-selects run once a query, and only in their
 * scope. */
#define IN_SCOPE                                                                                   \
  "(a.trashed > 0) = (?1 = 2) AND (?1 <> 1 OR a.unread) AND "                                      \
  "(?1 <> 3 OR a.id IN "                                                                           \
  "  (SELECT l.article FROM tag t JOIN article_tag l ON l.tag = t.id WHERE t.name = ?2 UNION "     \
  "   SELECT m.article FROM tag t JOIN highlight_tag l ON l.tag = t.id "                           \
  "   JOIN highlight m ON m.id = l.highlight WHERE t.name = ?2)) AND "                             \
  "(?1 <> 4 OR a.id IN "                                                                           \
  "  (SELECT l.article FROM collection c JOIN article_collection l ON l.collection = c.id "        \
  "   WHERE c.name = ?2)) "

G_STATIC_ASSERT (PM_SCOPE_UNREAD == 1 && PM_SCOPE_TRASH == 2 && PM_SCOPE_TAG == 3 &&
                 PM_SCOPE_COLLECTION == 4);

PmArticle *
_pm_store_read_article (PmStmt *stmt)
{
  const char *title = pm_stmt_get_text (stmt, 3);
  PmArticle *article = g_new0 (PmArticle, 1);

  article->id = pm_stmt_get_int64 (stmt, 0);
  article->uuid = _pm_stmt_dup_required (stmt, 1);
  article->url = _pm_stmt_dup_required (stmt, 2);
  article->title = g_strdup (title != NULL && *title != '\0' ? title : article->url);
  article->outlet = _pm_stmt_dup_text (stmt, 4);
  article->byline = _pm_stmt_dup_text (stmt, 5);
  article->published = _pm_stmt_dup_text (stmt, 6);
  article->language = _pm_stmt_dup_text (stmt, 7);
  article->added = pm_stmt_get_int64 (stmt, 8);
  article->trashed = pm_stmt_get_int64 (stmt, 9);
  if (!pm_article_state_from_string (pm_stmt_get_text (stmt, 10), &article->state))
    article->state = PM_ARTICLE_FAILED;
  article->error = _pm_stmt_dup_text (stmt, 11);
  article->unread = pm_stmt_get_int64 (stmt, 12) != 0;
  article->note = _pm_stmt_dup_text (stmt, 13);
  article->tags = g_ptr_array_new_with_free_func (g_free);
  article->collections = g_ptr_array_new_with_free_func (g_free);
  return article;
}

typedef void (*ReadFunc) (PmArticle *article, PmStmt *stmt);

static void
read_tag (PmArticle *article, PmStmt *stmt)
{
  g_ptr_array_add (article->tags, _pm_stmt_dup_required (stmt, 1));
}

static void
read_collection (PmArticle *article, PmStmt *stmt)
{
  g_ptr_array_add (article->collections, _pm_stmt_dup_required (stmt, 1));
}

static void
read_colors (PmArticle *article, PmStmt *stmt)
{
  PmColor color;

  if (pm_color_from_string (pm_stmt_get_text (stmt, 1), &color))
    article->colors |= 1u << color;
  article->n_highlights += pm_stmt_get_int64 (stmt, 2);
}

static void
read_fetched (PmArticle *article, PmStmt *stmt)
{
  article->fetched = pm_stmt_get_int64 (stmt, 1);
}

/* One query for all articles of a list, over the range of their ids: for one it touches one row,
 * for ten thousand it reads the index through, once. */
static const struct
{
  const char *sql;
  ReadFunc read;
} fillings[] = {
  { "SELECT l.article, t.name FROM article_tag l JOIN tag t ON t.id = l.tag "
    "WHERE l.article BETWEEN ?1 AND ?2 ORDER BY l.article, l.position",
    read_tag },
  { "SELECT l.article, c.name FROM article_collection l JOIN collection c ON c.id = l.collection "
    "WHERE l.article BETWEEN ?1 AND ?2 ORDER BY l.article, l.position",
    read_collection },
  { "SELECT article, color, count(*) FROM highlight WHERE article BETWEEN ?1 AND ?2 "
    "GROUP BY article, color",
    read_colors },
  { "SELECT article, max(fetched) FROM capture WHERE article BETWEEN ?1 AND ?2 GROUP BY article",
    read_fetched },
};

gboolean
_pm_store_fill_articles (PmDb *db, GPtrArray *articles, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 first = G_MAXINT64;
  gint64 last = 0;

  for (guint i = 0; i < articles->len; i++)
    {
      PmArticle *article = articles->pdata[i];

      g_hash_table_insert (by_id, &article->id, article);
      first = MIN (first, article->id);
      last = MAX (last, article->id);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_autoptr (PmStmt) stmt = pm_db_prepare (db, fillings[i].sql);
      g_autoptr (GError) local_error = NULL;

      pm_stmt_bind_int64 (stmt, 1, first);
      pm_stmt_bind_int64 (stmt, 2, last);
      while (pm_stmt_step (stmt, &local_error))
        {
          gint64 id = pm_stmt_get_int64 (stmt, 0);
          PmArticle *article = g_hash_table_lookup (by_id, &id);

          if (article != NULL)
            fillings[i].read (article, stmt);
        }
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
_pm_store_read_rows (PmStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_article_free);
  g_autoptr (GError) local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    g_ptr_array_add (articles, _pm_store_read_article (stmt));
  if (local_error == NULL)
    return g_steal_pointer (&articles);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
_pm_store_read_articles (PmDb *db, PmStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) articles = _pm_store_read_rows (stmt, error);

  if (articles == NULL || !_pm_store_fill_articles (db, articles, error))
    return NULL;
  return g_steal_pointer (&articles);
}

static void
bind_query (PmStmt *stmt, const PmQuery *query)
{
  pm_stmt_bind_int64 (stmt, 1, query->scope);
  pm_stmt_bind_text (stmt, 2, query->label);
  pm_stmt_bind_int64 (stmt, 3, query->limit > 0 ? (gint64) query->limit : -1);
}

static GPtrArray *
list_newest (PmDb *db, const PmQuery *query, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT " PM_ARTICLE_COLUMNS
                         "FROM article a LEFT JOIN headline h ON h.article = a.id WHERE " IN_SCOPE
                         "ORDER BY a.added DESC, a.id DESC LIMIT ?3");

  bind_query (stmt, query);
  return _pm_store_read_articles (db, stmt, error);
}

/* Cutting a snippet takes time by the number of hits in the article, so that only those get one
 * that somebody may come to see. */
static gboolean
add_snippets (PmDb *db, const char *match, GPtrArray *articles, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < articles->len && i < MAX_SNIPPETS; i++)
    {
      g_autoptr (PmStmt) stmt =
          pm_db_prepare (db, "SELECT snippet(search, -1, char(2), char(3), '…', 24) FROM search "
                             "WHERE search MATCH ?1 AND rowid = ?2");
      PmArticle *article = articles->pdata[i];

      pm_stmt_bind_text (stmt, 1, match);
      pm_stmt_bind_int64 (stmt, 2, article->id);
      if (pm_stmt_step (stmt, &local_error))
        article->snippet = _pm_stmt_dup_text (stmt, 0);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return TRUE;
}

/* A word in the title counts ten times one in the text, one that the user marked or wrote four
 * times. */
static GPtrArray *
search (PmDb *db, const PmQuery *query, GError **error)
{
  g_autofree char *match = _pm_store_dup_match (query->search);
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT " PM_ARTICLE_COLUMNS "FROM search JOIN article a ON a.id = search.rowid "
          "LEFT JOIN headline h ON h.article = a.id WHERE search MATCH ?4 AND " IN_SCOPE
          "ORDER BY bm25(search, 10.0, 1.0, 4.0, 4.0), a.added DESC, a.id DESC LIMIT ?3");
  g_autoptr (GPtrArray) articles = NULL;

  if (match == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) pm_article_free);
  bind_query (stmt, query);
  pm_stmt_bind_text (stmt, 4, match);
  articles = _pm_store_read_articles (db, stmt, error);
  if (articles == NULL || !add_snippets (db, match, articles, error))
    return NULL;
  return g_steal_pointer (&articles);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;
  return TRUE;
}

GPtrArray *
pm_store_list_articles (PmDb *db, const PmQuery *query, GError **error)
{
  if (query->search == NULL || is_blank (query->search))
    return list_newest (db, query, error);
  return search (db, query, error);
}

gboolean
pm_store_count_articles (PmDb *db, PmArticleCounts *counts, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT count(*) FILTER (WHERE trashed = 0), "
                                               "count(*) FILTER (WHERE trashed = 0 AND unread), "
                                               "count(*) FILTER (WHERE trashed > 0) FROM article");

  if (!pm_stmt_step (stmt, error))
    return FALSE;
  counts->all = pm_stmt_get_int64 (stmt, 0);
  counts->unread = pm_stmt_get_int64 (stmt, 1);
  counts->trash = pm_stmt_get_int64 (stmt, 2);
  return TRUE;
}

PmArticle *
pm_store_load_article (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT " PM_ARTICLE_COLUMNS
                         "FROM article a LEFT JOIN headline h ON h.article = a.id WHERE a.id = ?1");
  g_autoptr (GPtrArray) articles = NULL;

  pm_stmt_bind_int64 (stmt, 1, id);
  articles = _pm_store_read_articles (db, stmt, error);
  if (articles == NULL)
    return NULL;
  if (articles->len > 0)
    return g_ptr_array_steal_index (articles, 0);
  _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  return NULL;
}

GPtrArray *
pm_store_list_citing (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "WITH citing (id) AS (SELECT article FROM source WHERE target IN "
          "  (SELECT key FROM address WHERE article = ?1)) "
          "SELECT " PM_ARTICLE_COLUMNS "FROM article a LEFT JOIN headline h ON h.article = a.id "
          "WHERE a.id IN (SELECT id FROM citing) AND a.id <> ?1 AND a.trashed = 0 "
          "ORDER BY a.added DESC, a.id DESC");

  pm_stmt_bind_int64 (stmt, 1, article);
  return _pm_store_read_articles (db, stmt, error);
}

GArray *
pm_store_list_stale (PmDb *db, int analysis_version, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT a.id FROM article a LEFT JOIN document d ON d.article = a.id "
          "WHERE a.state = 'ready' AND (?1 = 0 OR coalesce(d.analysis_version, 0) < ?1) "
          "ORDER BY a.id");

  pm_stmt_bind_int64 (stmt, 1, analysis_version);
  return _pm_store_list_ids (stmt, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

/* @title is derived, and a place is kept for it until the text says better. */
static gboolean
add_headline (PmDb *db, gint64 id, const char *title, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db,
                                           "INSERT INTO headline (article, title) VALUES (?1, ?2)");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_text (stmt, 2, title);
  return pm_stmt_run (stmt, error);
}

static gint64
insert_article (PmDb *db, const PmArticle *article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO article (uuid, url, added, trashed, state, error, unread, note) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  gint64 id;

  pm_stmt_bind_text (stmt, 1, article->uuid);
  pm_stmt_bind_text (stmt, 2, article->url);
  pm_stmt_bind_int64 (stmt, 3, article->added);
  pm_stmt_bind_int64 (stmt, 4, article->trashed);
  pm_stmt_bind_text (stmt, 5, pm_article_state_to_string (article->state));
  pm_stmt_bind_text (stmt, 6, article->error);
  pm_stmt_bind_int64 (stmt, 7, article->unread != FALSE);
  pm_stmt_bind_text (stmt, 8, article->note);
  if (!pm_stmt_run (stmt, error))
    return 0;
  id = pm_db_get_last_id (db);
  if (article->title != NULL && *article->title != '\0' &&
      g_strcmp0 (article->title, article->url) != 0 &&
      !add_headline (db, id, article->title, error))
    return 0;
  if (!_pm_store_add_address (db, id, PM_ADDRESS_ASKED_FOR, article->url, error) ||
      !_pm_store_set_labels (db, PM_LABEL_ARTICLE_TAG, id, article->tags, error) ||
      !_pm_store_set_labels (db, PM_LABEL_ARTICLE_COLLECTION, id, article->collections, error) ||
      !_pm_store_index_article (db, id, error))
    return 0;
  return id;
}

gint64
pm_store_add_article (PmDb *db, const PmArticle *article, GError **error)
{
  gint64 id;

  if (!pm_db_begin (db, error))
    return 0;
  id = insert_article (db, article, error);
  return _pm_db_end (db, id != 0, error) ? id : 0;
}

/* Runs @stmt, which changes one row by its id. */
static gboolean
change_one (PmDb *db, PmStmt *stmt, GError **error)
{
  if (!pm_stmt_run (stmt, error))
    return FALSE;
  return pm_db_get_changes (db) > 0 || _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
}

gboolean
pm_store_set_article_state (PmDb *db,
                            gint64 id,
                            PmArticleState state,
                            const char *message,
                            GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "UPDATE article SET state = ?2, error = ?3 WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_text (stmt, 2, pm_article_state_to_string (state));
  pm_stmt_bind_text (stmt, 3, message);
  return change_one (db, stmt, error);
}

gboolean
pm_store_set_article_url (PmDb *db, gint64 id, const char *url, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "UPDATE article SET url = ?2 WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_text (stmt, 2, url);
  return change_one (db, stmt, error);
}

gboolean
pm_store_set_unread (PmDb *db, gint64 id, gboolean unread, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "UPDATE article SET unread = ?2 WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_int64 (stmt, 2, unread != FALSE);
  return change_one (db, stmt, error);
}

gboolean
pm_store_set_trashed (PmDb *db, gint64 id, gint64 when, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "UPDATE article SET trashed = ?2 WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_int64 (stmt, 2, when);
  return change_one (db, stmt, error);
}

static gboolean
write_note (PmDb *db, gint64 id, const char *note, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "UPDATE article SET note = ?2 WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_text (stmt, 2, note != NULL && *note != '\0' ? note : NULL);
  return change_one (db, stmt, error) && _pm_store_index_article (db, id, error);
}

gboolean
pm_store_set_article_note (PmDb *db, gint64 id, const char *note, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, write_note (db, id, note, error), error);
}

static gboolean
set_labels (PmDb *db, PmLabelKind kind, gint64 id, GPtrArray *names, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT 1 FROM article WHERE id = ?1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, id);
  if (pm_stmt_step (stmt, &local_error))
    return pm_db_begin (db, error) &&
           _pm_db_end (db, _pm_store_set_labels (db, kind, id, names, error), error);
  if (local_error == NULL)
    return _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
pm_store_set_article_tags (PmDb *db, gint64 id, GPtrArray *tags, GError **error)
{
  return set_labels (db, PM_LABEL_ARTICLE_TAG, id, tags, error);
}

gboolean
pm_store_set_article_collections (PmDb *db, gint64 id, GPtrArray *collections, GError **error)
{
  return set_labels (db, PM_LABEL_ARTICLE_COLLECTION, id, collections, error);
}

static gboolean
delete_article (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) index = pm_db_prepare (db, "DELETE FROM search WHERE rowid = ?1");
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "DELETE FROM article WHERE id = ?1");

  pm_stmt_bind_int64 (index, 1, id);
  pm_stmt_bind_int64 (stmt, 1, id);
  return pm_stmt_run (index, error) && change_one (db, stmt, error) &&
         _pm_store_prune_labels (db, error) && _pm_store_prune_blobs (db, error);
}

gboolean
pm_store_delete_article (PmDb *db, gint64 id, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, delete_article (db, id, error), error);
}

static gboolean
purge_trash (PmDb *db, gint64 before, GError **error)
{
  g_autoptr (PmStmt) index =
      pm_db_prepare (db, "DELETE FROM search WHERE rowid IN "
                         "(SELECT id FROM article WHERE trashed > 0 AND trashed < ?1)");
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "DELETE FROM article WHERE trashed > 0 AND trashed < ?1");
  g_autoptr (PmStmt) feeds = pm_db_prepare (db, "DELETE FROM feed WHERE ended > 0 AND ended < ?1");

  pm_stmt_bind_int64 (index, 1, before);
  pm_stmt_bind_int64 (stmt, 1, before);
  pm_stmt_bind_int64 (feeds, 1, before);
  return pm_stmt_run (index, error) && pm_stmt_run (stmt, error) && pm_stmt_run (feeds, error) &&
         _pm_store_prune_answers (db, error) && _pm_store_prune_labels (db, error) &&
         _pm_store_prune_blobs (db, error);
}

gboolean
pm_store_purge_trash (PmDb *db, gint64 before, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, purge_trash (db, before, error), error);
}

gboolean
pm_store_find_article_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT id FROM article WHERE uuid = ?1");

  pm_stmt_bind_text (stmt, 1, uuid);
  return _pm_store_find_id (stmt, id, error);
}

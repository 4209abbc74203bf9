/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feeds that are followed, and what they have led to. */

#include "pm-store-private.h"

/* How long an entry that its feed no longer has is remembered, and how many are at most. */
#define MEMORY (90 * G_TIME_SPAN_DAY)
#define MAX_ENTRIES "10000"

/* --- looking --- */

static gboolean
read_tags (PmDb *db, PmFeed *feed, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT name FROM feed_tag WHERE feed = ?1 "
                                               "ORDER BY position");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, feed->id);
  while (pm_stmt_step (stmt, &local_error))
    g_strv_builder_add (names, pm_stmt_get_text (stmt, 0));
  feed->tags = g_strv_builder_end (names);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* @id: 0 for all that are followed. */
static GPtrArray *
list_feeds (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT f.id, f.url, f.title, f.added, f.collection, s.checked, s.due, s.etag, "
          "s.modified, s.error FROM feed f LEFT JOIN feed_state s ON s.feed = f.id "
          "WHERE iif (?1 = 0, f.ended = 0, f.id = ?1) "
          "ORDER BY ifnull (f.title, f.url) COLLATE NOCASE, f.id");
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_feed_free);
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, id);
  while (pm_stmt_step (stmt, &local_error))
    {
      PmFeed *feed = pm_feed_new (pm_stmt_get_text (stmt, 1));

      g_ptr_array_add (feeds, feed);
      feed->id = pm_stmt_get_int64 (stmt, 0);
      feed->title = _pm_stmt_dup_text (stmt, 2);
      feed->added = pm_stmt_get_int64 (stmt, 3);
      feed->collection = _pm_stmt_dup_text (stmt, 4);
      feed->checked = pm_stmt_get_int64 (stmt, 5);
      feed->due = pm_stmt_get_int64 (stmt, 6);
      feed->etag = _pm_stmt_dup_text (stmt, 7);
      feed->modified = _pm_stmt_dup_text (stmt, 8);
      feed->error = _pm_stmt_dup_text (stmt, 9);
    }
  for (guint i = 0; local_error == NULL && i < feeds->len; i++)
    read_tags (db, feeds->pdata[i], &local_error);
  if (local_error == NULL)
    return g_steal_pointer (&feeds);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
pm_store_list_feeds (PmDb *db, GError **error)
{
  return list_feeds (db, 0, error);
}

PmFeed *
pm_store_load_feed (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) feeds = list_feeds (db, id, error);

  if (feeds != NULL && feeds->len > 0)
    return g_ptr_array_steal_index (feeds, 0);
  if (feeds != NULL)
    _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  return NULL;
}

/* @ended: whether one counts that is not followed any more. */
static gboolean
find_feed (PmDb *db, const char *url, gboolean ended, gint64 *id, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT id FROM feed WHERE address_key (url) = address_key (?1) "
                         "AND (ended = 0 OR ?2) ORDER BY ended, id LIMIT 1");

  pm_stmt_bind_text (stmt, 1, url);
  pm_stmt_bind_int64 (stmt, 2, ended);
  return _pm_store_find_id (stmt, id, error);
}

gboolean
pm_store_find_feed (PmDb *db, const char *url, gint64 *id, GError **error)
{
  return find_feed (db, url, FALSE, id, error);
}

/* --- what the user says --- */

static gboolean
write_tags (PmDb *db, gint64 id, char **tags, GError **error)
{
  g_autoptr (PmStmt) clear = pm_db_prepare (db, "DELETE FROM feed_tag WHERE feed = ?1");

  pm_stmt_bind_int64 (clear, 1, id);
  if (!pm_stmt_run (clear, error))
    return FALSE;
  for (int i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autoptr (PmStmt) stmt = pm_db_prepare (db, "INSERT INTO feed_tag (feed, position, name) "
                                                   "VALUES (?1, ?2, ?3)");

      pm_stmt_bind_int64 (stmt, 1, id);
      pm_stmt_bind_int64 (stmt, 2, i);
      pm_stmt_bind_text (stmt, 3, tags[i]);
      if (!pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gint64
put_feed (PmDb *db, const PmFeed *feed, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO feed (id, url, title, added, collection) VALUES (?1, ?2, ?3, ?4, ?5) "
          "ON CONFLICT (id) DO UPDATE SET title = ifnull (?3, title), added = ?4, ended = 0, "
          "collection = ?5 RETURNING id");
  gint64 id;

  if (!find_feed (db, feed->url, TRUE, &id, error))
    return 0;
  if (id != 0)
    pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_text (stmt, 2, feed->url);
  pm_stmt_bind_text (stmt, 3, feed->title);
  pm_stmt_bind_int64 (stmt, 4, feed->added);
  pm_stmt_bind_text (stmt, 5, feed->collection);
  return _pm_store_find_id (stmt, &id, error) && write_tags (db, id, feed->tags, error) ? id : 0;
}

gint64
pm_store_put_feed (PmDb *db, const PmFeed *feed, GError **error)
{
  gint64 id;

  if (!pm_db_begin (db, error))
    return 0;
  id = put_feed (db, feed, error);
  return _pm_db_end (db, id != 0, error) ? id : 0;
}

gboolean
pm_store_end_feed (PmDb *db, gint64 id, gint64 when, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "UPDATE feed SET ended = ?2 WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  pm_stmt_bind_int64 (stmt, 2, when);
  if (!pm_stmt_run (stmt, error))
    return FALSE;
  return pm_db_get_changes (db) > 0 || _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
}

/* --- what its server says --- */

static gboolean
write_state (PmDb *db, const PmFeed *feed, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT OR REPLACE INTO feed_state (feed, checked, due, etag, modified, error) "
          "SELECT id, ?2, ?3, ?4, ?5, ?6 FROM feed WHERE id = ?1");
  g_autoptr (PmStmt) move =
      pm_db_prepare (db, "UPDATE OR IGNORE feed SET url = ?2, title = ifnull (title, ?3) "
                         "WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, feed->id);
  pm_stmt_bind_int64 (stmt, 2, feed->checked);
  pm_stmt_bind_int64 (stmt, 3, feed->due);
  pm_stmt_bind_text (stmt, 4, feed->etag);
  pm_stmt_bind_text (stmt, 5, feed->modified);
  pm_stmt_bind_text (stmt, 6, feed->error);
  pm_stmt_bind_int64 (move, 1, feed->id);
  pm_stmt_bind_text (move, 2, feed->url);
  pm_stmt_bind_text (move, 3, feed->title);
  return pm_stmt_run (stmt, error) && pm_stmt_run (move, error);
}

gboolean
pm_store_put_feed_state (PmDb *db, const PmFeed *feed, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, write_state (db, feed, error), error);
}

gboolean
pm_store_note_entry (PmDb *db,
                     gint64 feed,
                     const char *url,
                     gint64 when,
                     gboolean *is_new,
                     GError **error)
{
  g_autoptr (PmStmt) see = pm_db_prepare (db, "UPDATE feed_entry SET seen = ?3 "
                                              "WHERE feed = ?1 AND key = address_key (?2)");
  g_autoptr (PmStmt) add = pm_db_prepare (db, "INSERT INTO feed_entry (feed, key, seen) "
                                              "VALUES (?1, address_key (?2), ?3)");

  pm_stmt_bind_int64 (see, 1, feed);
  pm_stmt_bind_text (see, 2, url);
  pm_stmt_bind_int64 (see, 3, when);
  if (!pm_stmt_run (see, error))
    return FALSE;
  *is_new = pm_db_get_changes (db) == 0;
  if (!*is_new)
    return TRUE;
  pm_stmt_bind_int64 (add, 1, feed);
  pm_stmt_bind_text (add, 2, url);
  pm_stmt_bind_int64 (add, 3, when);
  return pm_stmt_run (add, error);
}

gboolean
pm_store_forget_entries (PmDb *db, gint64 feed, gint64 when, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "DELETE FROM feed_entry WHERE feed = ?1 AND (seen < ?2 OR key IN "
                         "(SELECT key FROM feed_entry WHERE feed = ?1 ORDER BY seen DESC, key "
                         "LIMIT -1 OFFSET " MAX_ENTRIES "))");

  pm_stmt_bind_int64 (stmt, 1, feed);
  pm_stmt_bind_int64 (stmt, 2, when - MEMORY);
  return pm_stmt_run (stmt, error);
}

gboolean
pm_store_find_feed_naming (PmDb *db, const char *url, char **feed, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT f.url FROM feed_entry e JOIN feed f ON f.id = e.feed "
                         "WHERE e.key = address_key (?1) ORDER BY f.id LIMIT 1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_text (stmt, 1, url);
  *feed = pm_stmt_step (stmt, &local_error) ? _pm_stmt_dup_text (stmt, 0) : NULL;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

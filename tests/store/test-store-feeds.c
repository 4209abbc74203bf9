/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feeds that are followed, and what they have led to. */

#include "store-fixture.h"

#define URL "https://news.example/feed?type=rss"
#define DAY G_TIME_SPAN_DAY

typedef struct
{
  char *folder;
  PmDb *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_make_folder ();
  self->db = fixture_open (self->folder, "n.pressmark", PM_DB_WRITER);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_assert_sound (self->db);
  pm_db_close (self->db);
  fixture_remove_folder (self->folder);
}

static gint64
follow (Fixture *self, const char *url, const char *title)
{
  g_autoptr (PmFeed) feed = pm_feed_new (url);
  g_autoptr (GError) error = NULL;
  gint64 id;

  feed->title = g_strdup (title);
  feed->added = 5;
  feed->collection = g_strdup ("Ports");
  feed->tags = g_strsplit ("tide,gauge", ",", -1);
  id = pm_store_put_feed (self->db, feed, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
note (Fixture *self, gint64 feed, const char *url, gint64 when)
{
  g_autoptr (GError) error = NULL;
  gboolean is_new;

  pm_store_note_entry (self->db, feed, url, when, &is_new, &error);
  g_assert_no_error (error);
  return is_new;
}

static void
test_follow (Fixture *self, gconstpointer data)
{
  gint64 second = follow (self, "https://b.example/feed", NULL);
  gint64 first = follow (self, URL, "Any news");
  g_autoptr (GPtrArray) feeds = pm_store_list_feeds (self->db, NULL);
  const PmFeed *feed = feeds->pdata[0];
  gint64 found;

  g_assert_cmpuint (feeds->len, ==, 2);
  g_assert_cmpint (feed->id, ==, first);
  g_assert_cmpstr (feed->url, ==, URL);
  g_assert_cmpstr (feed->title, ==, "Any news");
  g_assert_cmpstr (feed->collection, ==, "Ports");
  g_assert_cmpuint (g_strv_length (feed->tags), ==, 2);
  g_assert_cmpstr (feed->tags[1], ==, "gauge");
  g_assert_cmpint (feed->checked, ==, 0);
  g_assert_true (
      pm_store_find_feed (self->db, "http://www.news.example/feed?type=rss", &found, NULL));
  g_assert_cmpint (found, ==, first);
  g_assert_true (
      pm_store_find_feed (self->db, "https://news.example/feed?type=atom", &found, NULL));
  g_assert_cmpint (found, ==, 0);
  g_assert_cmpint (((PmFeed *) feeds->pdata[1])->id, ==, second);
}

/* What it led to is remembered over that. */
static void
test_end (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = follow (self, URL, "Any news");
  gint64 found;

  g_assert_true (note (self, id, "https://news.example/1", 10));
  g_assert_true (pm_store_end_feed (self->db, id, 20, NULL));
  g_assert_true (pm_store_find_feed (self->db, URL, &found, NULL));
  g_assert_cmpint (found, ==, 0);
  g_assert_cmpint (follow (self, URL, NULL), ==, id);
  g_assert_false (note (self, id, "https://news.example/1", 30));
  fixture_assert_query (self->db, "SELECT title FROM feed WHERE ended = 0", "Any news");
  g_assert_true (pm_store_end_feed (self->db, id, 40, NULL));
  g_assert_true (pm_store_purge_trash (self->db, 40, NULL));
  fixture_assert_query (self->db, "SELECT count(*) FROM feed", "1");
  g_assert_true (pm_store_purge_trash (self->db, 41, NULL));
  fixture_assert_query (self->db, "SELECT count(*) FROM feed", "0");
  fixture_assert_query (self->db, "SELECT count(*) FROM feed_entry", "0");
  g_assert_false (pm_store_end_feed (self->db, id, 0, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_FOUND);
}

static void
test_state (Fixture *self, gconstpointer data)
{
  gint64 other = follow (self, "https://b.example/feed", NULL);
  gint64 id = follow (self, URL, NULL);
  g_autoptr (PmFeed) feed = pm_store_load_feed (self->db, id, NULL);
  g_autoptr (PmFeed) loaded = NULL;
  g_autoptr (PmFeed) again = NULL;

  feed->checked = 7;
  feed->due = 8;
  feed->etag = g_strdup ("\"one\"");
  feed->modified = g_strdup ("yesterday");
  feed->error = g_strdup ("It is down.");
  feed->title = g_strdup ("Its own title");
  g_free (feed->url);
  feed->url = g_strdup ("https://moved.example/feed");
  g_assert_true (pm_store_put_feed_state (self->db, feed, NULL));
  loaded = pm_store_load_feed (self->db, id, NULL);
  g_assert_cmpint (loaded->checked, ==, 7);
  g_assert_cmpint (loaded->due, ==, 8);
  g_assert_cmpstr (loaded->etag, ==, "\"one\"");
  g_assert_cmpstr (loaded->modified, ==, "yesterday");
  g_assert_cmpstr (loaded->error, ==, "It is down.");
  g_assert_cmpstr (loaded->title, ==, "Its own title");
  g_assert_cmpstr (loaded->url, ==, "https://moved.example/feed");
  /* Where another feed stands it cannot go; and a title stays. */
  g_free (loaded->url);
  loaded->url = g_strdup ("https://b.example/feed");
  g_free (loaded->title);
  loaded->title = g_strdup ("A new one");
  loaded->checked = 9;
  g_assert_true (pm_store_put_feed_state (self->db, loaded, NULL));
  again = pm_store_load_feed (self->db, id, NULL);
  g_assert_cmpint (again->checked, ==, 9);
  g_assert_cmpstr (again->url, ==, "https://moved.example/feed");
  g_assert_cmpstr (again->title, ==, "Its own title");
  g_assert_cmpint (other, !=, id);
}

static void
test_entries (Fixture *self, gconstpointer data)
{
  gint64 id = follow (self, URL, NULL);
  gint64 other = follow (self, "https://b.example/feed", NULL);
  g_autofree char *feed = NULL;
  g_autofree char *none = NULL;

  g_assert_true (note (self, id, "https://news.example/1", DAY));
  g_assert_false (note (self, id, "https://m.news.example/1?utm_source=feed", 2 * DAY));
  g_assert_true (note (self, other, "https://news.example/1", DAY));
  g_assert_true (note (self, id, "https://news.example/2", 60 * DAY));
  g_assert_true (pm_store_find_feed_naming (self->db, "https://news.example/2", &feed, NULL));
  g_assert_cmpstr (feed, ==, URL);
  g_assert_true (pm_store_find_feed_naming (self->db, "https://news.example/3", &none, NULL));
  g_assert_null (none);
  /* The one that went long ago is forgotten, of this feed alone. */
  g_assert_true (pm_store_forget_entries (self->db, id, 92 * DAY, NULL));
  fixture_assert_query (self->db, "SELECT count(*) FROM feed_entry", "3");
  g_assert_true (pm_store_forget_entries (self->db, id, 93 * DAY, NULL));
  fixture_assert_query (self->db, "SELECT count(*) FROM feed_entry", "2");
  g_assert_true (note (self, id, "https://news.example/1", 93 * DAY));
}

/* However much a feed pours out. */
static void
test_many_entries (Fixture *self, gconstpointer data)
{
  gint64 id = follow (self, URL, NULL);

  g_assert_true (pm_db_begin (self->db, NULL));
  for (guint i = 0; i < 10010; i++)
    {
      g_autofree char *url = g_strdup_printf ("https://news.example/%u", i);

      g_assert_true (note (self, id, url, i));
    }
  g_assert_true (pm_store_forget_entries (self->db, id, 10010, NULL));
  g_assert_true (pm_db_commit (self->db, NULL));
  fixture_assert_query (self->db, "SELECT count(*) FROM feed_entry", "10000");
  fixture_assert_query (self->db, "SELECT min(seen) FROM feed_entry", "10");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/feeds/follow", test_follow);
  ADD ("/store/feeds/end", test_end);
  ADD ("/store/feeds/state", test_state);
  ADD ("/store/feeds/entries", test_entries);
  ADD ("/store/feeds/many-entries", test_many_entries);
  return g_test_run ();
}

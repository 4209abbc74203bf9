/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feeds that are followed, over a real server on the loopback. */

#include "feeds-fixture.h"
#include "pm-feed-list.h"

#include <string.h>

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/feed", NULL);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (PmFeed) feed = NULL;
  PmArticle *article;

  feeds_follow_two (fixture);
  g_assert_cmpuint (feeds_heard.n_new, ==, 2);
  feed = feeds_get_one (fixture);
  g_assert_cmpstr (feed->url, ==, url);
  g_assert_cmpstr (feed->title, ==, "Port news");
  g_assert_cmpstr (feed->collection, ==, "Ports");
  g_assert_null (feed->error);
  g_assert_cmpint (feed->due - feed->checked, ==, 180 * G_TIME_SPAN_MINUTE);
  articles = pm_notebook_list_articles (fixture->notebook, PM_LIST_UNREAD, NULL, NULL, 0, NULL);
  g_assert_cmpuint (articles->len, ==, 2);
  article = articles->pdata[0];
  g_assert_cmpstr (article->title, ==, "Article a2");
  g_assert_cmpstr (article->tags->pdata[0], ==, "tide");
  g_assert_cmpstr (article->collections->pdata[0], ==, "Ports");
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmFeed) before = NULL;
  g_autoptr (PmFeed) after = NULL;
  g_autoptr (PmIntake) none = NULL;

  feeds_follow_two (fixture);
  before = feeds_get_one (fixture);
  feeds_check_again (fixture, 0);
  after = feeds_get_one (fixture);
  g_assert_cmpuint (feeds_site.n_same, ==, 1);
  g_assert_cmpuint (feeds_site.n_feeds, ==, 1);
  g_assert_cmpint (after->checked, >, before->checked);
  g_assert_cmpint (after->due - after->checked, ==, 180 * G_TIME_SPAN_MINUTE);
  g_assert_cmpstr (after->etag, ==, before->etag);
  feeds_publish ("/a3");
  feeds_check_again (fixture, 1);
  g_assert_cmpuint (feeds_site.n_articles, ==, 3);
  /* Nobody is asked before it is time. */
  none = feeds_check (fixture, FALSE);
  g_assert_cmpuint (feeds_heard.n_feeds, ==, 0);
}

/* What was deleted, or is in the trash, does not come back. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GAsyncResult) deleted = NULL;
  PmArticle *trashed;

  feeds_follow_two (fixture);
  articles = pm_notebook_list_articles (fixture->notebook, PM_LIST_ALL, NULL, NULL, 0, NULL);
  pm_notebook_delete_article_async (fixture->notebook, ((PmArticle *) articles->pdata[0])->id, NULL,
                                    fixture_keep_cb, &deleted);
  fixture_wait (&deleted);
  trashed = articles->pdata[1];
  trashed->trashed = 1;
  g_assert_true (pm_notebook_put_article (fixture->notebook, trashed, PM_FIELD_TRASHED, NULL));
  feeds_publish ("/a3");
  feeds_check_again (fixture, 1);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 1);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_TRASH), ==, 1);
}

/* What was here before is not touched. */
static void
test_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = fixture_add (fixture, "/a1", FALSE, NULL, NULL, NULL);
  g_autoptr (PmIntake) intake = NULL;

  g_assert_nonnull (article);
  feeds_publish ("/a1");
  feeds_publish ("/a2");
  intake = feeds_follow (fixture, "/feed", NULL);
  g_assert_cmpuint (intake->n_added, ==, 1);
  g_assert_cmpuint (intake->n_here, ==, 1);
  g_assert_cmpuint (feeds_heard.n_new, ==, 1);
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/feed", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (PmIntake) again = NULL;
  g_autoptr (PmFeed) feed = NULL;

  feeds_publish ("/a1");
  intake = feeds_follow (fixture, "/old", &error);
  g_assert_no_error (error);
  feed = feeds_get_one (fixture);
  g_assert_cmpstr (feed->url, ==, url);
  /* By whichever address, it is one feed. */
  again = feeds_follow (fixture, "/old", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->n_added, ==, 0);
  pm_feed_free (g_steal_pointer (&feed));
  feed = feeds_get_one (fixture);
}

static void
test_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/feed", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (PmFeed) feed = NULL;

  feeds_publish ("/a1");
  intake = feeds_follow (fixture, "/front", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (intake->n_added, ==, 1);
  feed = feeds_get_one (fixture);
  g_assert_cmpstr (feed->url, ==, url);
}

static void
test_no_feed (Fixture *fixture, gconstpointer data)
{
  static const char *const paths[] = { "/a1", "/nothing" };
  g_autoptr (GPtrArray) feeds = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (feeds_follow (fixture, paths[i], &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpstr (feeds_heard.message, ==, error->message);
    }
  feeds = pm_notebook_list_feeds (fixture->notebook, NULL);
  g_assert_cmpuint (feeds->len, ==, 0);
}

/* Says so, and leaves everything as it was. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmFeed) before = NULL;
  g_autoptr (PmFeed) after = NULL;
  g_autofree char *items = NULL;

  feeds_follow_two (fixture);
  before = feeds_get_one (fixture);
  items = g_strdup (feeds_site.items->str);
  g_string_truncate (feeds_site.items, 0);
  feeds_site.after = "<item><li";
  feeds_check_again (fixture, 0);
  g_assert_true (g_str_has_suffix (feeds_heard.message, "."));
  after = feeds_get_one (fixture);
  g_assert_cmpstr (after->error, ==, feeds_heard.message);
  g_assert_cmpstr (after->title, ==, "Port news");
  g_assert_cmpstr (after->etag, ==, before->etag);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 2);
  /* Mended, it goes on. */
  feeds_site.after = NULL;
  g_string_assign (feeds_site.items, items);
  feeds_publish ("/a3");
  feeds_check_again (fixture, 1);
  pm_feed_free (g_steal_pointer (&after));
  after = feeds_get_one (fixture);
  g_assert_null (after->error);
}

/* What can be read of a damaged feed counts, and it is asked for whole the next time. */
static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmFeed) feed = NULL;

  feeds_site.after = "<item><link>/a9</l";
  feeds_follow_two (fixture);
  feed = feeds_get_one (fixture);
  g_assert_null (feed->etag);
  feeds_site.after = NULL;
  feeds_check_again (fixture, 0);
  g_assert_cmpuint (feeds_site.n_feeds, ==, 2);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmFeed) before = NULL;
  g_autoptr (PmFeed) after = NULL;

  feeds_follow_two (fixture);
  before = feeds_get_one (fixture);
  feeds_site.status = 503;
  feeds_check_again (fixture, 0);
  after = feeds_get_one (fixture);
  g_assert_nonnull (after->error);
  g_assert_cmpstr (after->etag, ==, before->etag);
  g_assert_cmpint (after->due - after->checked, >, 119 * G_TIME_SPAN_MINUTE);
  g_assert_cmpint (after->due - after->checked, <, 121 * G_TIME_SPAN_MINUTE);
}

/* A row says why it is empty, and the user may still fetch it by itself. */
static void
test_disallowed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;
  const PmMiss *miss;

  feeds_publish ("/a1");
  feeds_publish ("/closed/1");
  intake = feeds_follow (fixture, "/feed", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (intake->n_added, ==, 1);
  g_assert_cmpuint (intake->missed->len, ==, 1);
  g_assert_cmpuint (feeds_site.n_articles, ==, 1);
  miss = intake->missed->pdata[0];
  g_assert_true (fixture_refresh (fixture, miss->article, &error));
  g_assert_no_error (error);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/feed", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPlan) plan = NULL;
  g_autoptr (PmFeed) feed = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (feeds_site.items, "<item><link>/a%u</link></item>", i);
  pm_notebook_look_at_feed_async (fixture->notebook, url, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  feed = pm_notebook_look_at_feed_finish (fixture->notebook, result, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (feed->id, ==, 0);
  g_assert_cmpstr (feed->title, ==, "Port news");
  g_assert_cmpuint (plan->links->len, ==, 1000);
  g_assert_cmpuint (plan->n_fates[PM_FATE_NEW], ==, 1000);
  g_assert_cmpuint (feeds_site.n_articles, ==, 0);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 0);
}

/* Closed in the middle, as after a crash, what is new waits, and the feed is followed. */
static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/feed", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) resumed = NULL;
  g_autoptr (PmIntake) left = NULL;
  g_autoptr (PmIntake) rest = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (feeds_site.items, "<item><link>/a%u</link></item>", i);
  fixture->held = g_ptr_array_new ();
  pm_notebook_follow_async (fixture->notebook, url, NULL, NULL, NULL, NULL, NULL, NULL,
                            fixture_keep_cb, &result);
  while (fixture->held->len < 2)
    g_main_context_iteration (NULL, TRUE);
  pm_notebook_close (fixture->notebook);
  fixture_wait (&result);
  left = pm_notebook_check_feeds_finish (fixture->notebook, result, NULL);
  g_assert_cmpuint (left->n_left, ==, 20);
  g_clear_object (&result);
  fixture_let_go (fixture);
  fixture_close (fixture);
  fixture_open (fixture, TRUE);
  pm_feed_free (feeds_get_one (fixture));
  pm_notebook_resume_async (fixture->notebook, NULL, fixture_keep_cb, &resumed);
  fixture_wait (&resumed);
  rest = pm_notebook_add_links_finish (fixture->notebook, resumed, NULL);
  g_assert_cmpuint (rest->n_added, ==, 20);
  feeds_check_again (fixture, 0);
}

/* What the user stopped is not lost: its row offers it again. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/feed", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (feeds_site.items, "<item><link>/a%u</link></item>", i);
  fixture->held = g_ptr_array_new ();
  pm_notebook_follow_async (fixture->notebook, url, NULL, NULL, NULL, NULL, NULL, NULL,
                            fixture_keep_cb, &result);
  while (fixture->held->len < 2)
    g_main_context_iteration (NULL, TRUE);
  pm_notebook_cancel_links (fixture->notebook);
  fixture_let_go (fixture);
  fixture_wait (&result);
  intake = pm_notebook_check_feeds_finish (fixture->notebook, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (intake->n_left + intake->n_added, ==, 20);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 20);
}

static void
test_unfollow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmFeed) feed = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gint64 id;

  feeds_follow_two (fixture);
  feed = feeds_get_one (fixture);
  id = feed->id;
  g_assert_true (pm_notebook_set_followed (fixture->notebook, id, FALSE, &error));
  g_assert_no_error (error);
  none = pm_notebook_list_feeds (fixture->notebook, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 2);
  g_assert_true (pm_notebook_set_followed (fixture->notebook, id, TRUE, &error));
  feeds_publish ("/a3");
  feeds_check_again (fixture, 1);
  g_assert_false (pm_notebook_set_followed (fixture->notebook, 99, FALSE, &error));
  g_assert_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND);
}

/* A list of feeds is followed in one step; one that cannot be read says so in its row. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *opml = g_strdup_printf (
      "<opml><body><outline text=\"Harbours\"><outline text=\"Mine\" xmlUrl=\"%s/feed\" "
      "category=\"gauge\"/><outline text=\"Gone\" xmlUrl=\"%s/gone\"/></outline></body></opml>",
      fixture->base, fixture->base);
  g_autoptr (PmPlan) plan = fixture_plan (fixture, opml);
  g_autoptr (PmPlan) again = NULL;
  const char *const tags[] = { "tide", "", "gauge", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (GPtrArray) feeds = NULL;
  const PmFeed *feed;

  feeds_publish ("/a1");
  g_assert_cmpuint (plan->n_fates[PM_FATE_FEED], ==, 2);
  feeds_begin ();
  pm_notebook_follow_links_async (fixture->notebook, plan, tags, "Pile", feeds_done_cb, NULL, NULL,
                                  NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  intake = pm_notebook_check_feeds_finish (fixture->notebook, result, NULL);
  g_assert_cmpuint (intake->n_added, ==, 1);
  g_assert_cmpuint (feeds_heard.n_feeds, ==, 2);
  feeds = pm_notebook_list_feeds (fixture->notebook, NULL);
  feed = feeds->pdata[0];
  g_assert_cmpstr (feed->title, ==, "Gone");
  g_assert_nonnull (feed->error);
  feed = feeds->pdata[1];
  g_assert_cmpstr (feed->title, ==, "Mine");
  g_assert_cmpstr (feed->collection, ==, "Harbours");
  g_assert_cmpuint (g_strv_length (feed->tags), ==, 2);
  g_assert_null (feed->error);
  again = fixture_plan (fixture, opml);
  g_assert_cmpuint (again->n_fates[PM_FATE_HERE], ==, 2);
}

static void
wait_for_items (PmFeedList *list, guint n_items)
{
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != n_items)
    g_main_context_iteration (NULL, TRUE);
}

static void
changed_cb (guint *n_changes)
{
  (*n_changes)++;
}

/* The list that is shown follows the notebook, and leaves alone what did not change. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmFeedList) list = pm_feed_list_new (fixture->notebook);
  g_autoptr (PmFeedItem) first = NULL;
  g_autoptr (PmFeedItem) again = NULL;
  g_autoptr (PmIntake) intake = NULL;
  guint n_changes = 0;
  gint64 id;

  feeds_follow_two (fixture);
  wait_for_items (list, 1);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (pm_feed_item_get_feed (first)->title, ==, "Port news");
  id = pm_feed_item_get_feed (first)->id;
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (changed_cb), &n_changes);
  intake = feeds_follow (fixture, "/front", NULL);
  g_assert_true (pm_notebook_set_followed (fixture->notebook, id, FALSE, NULL));
  wait_for_items (list, 0);
  g_assert_true (pm_notebook_set_followed (fixture->notebook, id, TRUE, NULL));
  wait_for_items (list, 1);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpint (pm_feed_item_get_feed (again)->id, ==, id);
  n_changes = 0;
  g_assert_true (pm_notebook_set_followed (fixture->notebook, id, TRUE, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changes, ==, 0);
}

/* An article is asked for, a feed comes. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  feeds_publish ("/a1");
  g_assert_null (fixture_add (fixture, "/feed", FALSE, NULL, NULL, &error));
  g_assert_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_FEED);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, feeds_set_up, function, feeds_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/feeds/follow", test_follow);
  ADD ("/feeds/unchanged", test_unchanged);
  ADD ("/feeds/deleted", test_deleted);
  ADD ("/feeds/here", test_here);
  ADD ("/feeds/moved", test_moved);
  ADD ("/feeds/named", test_named);
  ADD ("/feeds/no-feed", test_no_feed);
  ADD ("/feeds/broken", test_broken);
  ADD ("/feeds/cut-off", test_cut_off);
  ADD ("/feeds/busy", test_busy);
  ADD ("/feeds/disallowed", test_disallowed);
  ADD ("/feeds/many", test_many);
  ADD ("/feeds/resume", test_resume);
  ADD ("/feeds/cancel", test_cancel);
  ADD ("/feeds/unfollow", test_unfollow);
  ADD ("/feeds/links", test_links);
  ADD ("/feeds/list", test_list);
  ADD ("/feeds/added", test_added);
  return g_test_run ();
}

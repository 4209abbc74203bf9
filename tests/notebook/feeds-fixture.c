/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feeds-fixture.h"

#include <string.h>

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><head><title>Article %s</title>%s</head><body><article>"           \
  "<h1>Article %s</h1><p>%s, for the %s time.</p><p>%s</p></article></body></html>"

FeedsSite feeds_site;

static void
put_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

static void
answer_feed (SoupServerMessage *message)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  g_autofree char *etag = g_strdup_printf ("\"%u\"", g_str_hash (feeds_site.items->str));
  g_autofree char *feed = NULL;

  if (feeds_site.status != 0)
    {
      soup_server_message_set_status (message, feeds_site.status, NULL);
      put_header (message, "Retry-After", "7200");
      return;
    }
  put_header (message, "ETag", etag);
  if (g_strcmp0 (soup_message_headers_get_one (request, "If-None-Match"), etag) == 0)
    {
      feeds_site.n_same++;
      soup_server_message_set_status (message, 304, NULL);
      return;
    }
  feeds_site.n_feeds++;
  feed = g_strconcat ("<rss version=\"2.0\"><channel><title>Port news</title><ttl>180</ttl>",
                      feeds_site.items->str,
                      feeds_site.after != NULL ? feeds_site.after : "</channel></rss>", NULL);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/rss+xml", SOUP_MEMORY_COPY, feed,
                                    strlen (feed));
}

static void
answer_text (SoupServerMessage *message, const char *text)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, text, strlen (text));
}

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *fixture = user_data;
  gboolean front = g_str_equal (path, "/front");
  g_autofree char *html = NULL;

  if (g_str_equal (path, "/robots.txt"))
    answer_text (message, "User-agent: *\nDisallow: /closed/\n");
  else if (g_str_equal (path, "/feed"))
    answer_feed (message);
  else if (g_str_equal (path, "/old"))
    soup_server_message_set_redirect (message, 301, "/feed");
  else if (front || path[1] == 'a' || g_str_has_prefix (path, "/closed/"))
    {
      html = g_strdup_printf (PAGE, path + 1,
                              front ? "<link rel=alternate type='application/rss+xml' href=feed>"
                                    : "",
                              path + 1, FIXTURE_COUNCIL, path + 1, FIXTURE_REPORT);
      feeds_site.n_articles++;
      fixture_answer (fixture, message, html);
    }
  else
    soup_server_message_set_status (message, 404, NULL);
}

void
feeds_set_up (Fixture *fixture, gconstpointer data)
{
  memset (&feeds_site, 0, sizeof feeds_site);
  feeds_site.items = g_string_new (NULL);
  fixture_set_up (fixture, serve_cb);
}

void
feeds_tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_tear_down (fixture, data);
  g_string_free (feeds_site.items, TRUE);
}

/* --- steps --- */

void
feeds_publish (const char *path)
{
  g_autofree char *item = g_strdup_printf ("<item><title>About %s</title><link>%s</link></item>",
                                           path + 1, path);

  g_string_prepend (feeds_site.items, item);
}

FeedsHeard feeds_heard;

void
feeds_done_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data)
{
  feeds_heard.n_feeds++;
  feeds_heard.n_new += n_new;
  g_free (feeds_heard.message);
  feeds_heard.message = error != NULL ? g_strdup (error->message) : NULL;
}

void
feeds_begin (void)
{
  g_clear_pointer (&feeds_heard.message, g_free);
  memset (&feeds_heard, 0, sizeof feeds_heard);
}

PmIntake *
feeds_follow (Fixture *fixture, const char *path, GError **error)
{
  g_autofree char *url = g_strconcat (fixture->base, path, NULL);
  const char *const tags[] = { "tide", NULL };
  g_autoptr (GAsyncResult) result = NULL;

  feeds_begin ();
  pm_notebook_follow_async (fixture->notebook, url, tags, "Ports", feeds_done_cb, NULL, NULL, NULL,
                            fixture_keep_cb, &result);
  fixture_wait (&result);
  return pm_notebook_check_feeds_finish (fixture->notebook, result, error);
}

PmIntake *
feeds_check (Fixture *fixture, gboolean chosen)
{
  g_autoptr (GPtrArray) feeds = pm_notebook_list_feeds (fixture->notebook, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PmIntake *intake;

  for (guint i = 0; i < feeds->len; i++)
    g_array_append_val (ids, ((PmFeed *) feeds->pdata[i])->id);
  feeds_begin ();
  pm_notebook_check_feeds_async (fixture->notebook, chosen ? ids : NULL, feeds_done_cb, NULL, NULL,
                                 NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  intake = pm_notebook_check_feeds_finish (fixture->notebook, result, &error);
  g_assert_no_error (error);
  return intake;
}

void
feeds_check_again (Fixture *fixture, guint n_new)
{
  g_autoptr (PmIntake) intake = feeds_check (fixture, TRUE);

  g_assert_cmpuint (feeds_heard.n_feeds, ==, 1);
  g_assert_cmpuint (feeds_heard.n_new, ==, n_new);
  g_assert_cmpuint (intake->n_added, ==, n_new);
}

PmFeed *
feeds_get_one (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feeds = pm_notebook_list_feeds (fixture->notebook, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (feeds->len, ==, 1);
  return g_ptr_array_steal_index (feeds, 0);
}

void
feeds_follow_two (Fixture *fixture)
{
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (GError) error = NULL;

  feeds_publish ("/a1");
  feeds_publish ("/a2");
  intake = feeds_follow (fixture, "/feed", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (intake->n_added, ==, 2);
}

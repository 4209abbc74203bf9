/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking for the same again on a server's terms: what changed, and what programs may read. */

#include "pm-fetcher.h"

#include <libsoup/soup.h>
#include <string.h>

#define PAGE "<!DOCTYPE html><title>Harbour</title><p>The harbour was closed on Friday.</p>"
#define FEED "<rss><channel><item><link>https://x.example/</link></item></channel></rss>"

typedef struct
{
  SoupServer *server;
  char *base;
  PmFetcher *fetcher;
  guint robots_status;
  const char *robots;
  guint n_robots;
  guint n_others;
  SoupServerMessage *held; /* (nullable): a request for the robots.txt */
  gboolean holds;
} Fixture;

static void
put_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

static void
answer_robots (Fixture *self, SoupServerMessage *message)
{
  self->n_robots++;
  soup_server_message_set_status (message, self->robots_status, NULL);
  soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, self->robots,
                                    strlen (self->robots));
  if (!self->holds)
    return;
  self->held = message;
  soup_server_message_pause (message);
}

static void
answer_feed (SoupServerMessage *message)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  const char *etag = soup_message_headers_get_one (request, "If-None-Match");
  const char *modified = soup_message_headers_get_one (request, "If-Modified-Since");

  put_header (message, "Cache-Control", "public, max-age=7200");
  if (g_strcmp0 (etag, "\"one\"") == 0 &&
      g_strcmp0 (modified, "Sat, 01 Nov 2025 00:00:00 GMT") == 0)
    {
      soup_server_message_set_status (message, 304, NULL);
      return;
    }
  put_header (message, "ETag", "\"one\"");
  put_header (message, "Last-Modified", "Sat, 01 Nov 2025 00:00:00 GMT");
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/xml", SOUP_MEMORY_STATIC, FEED, strlen (FEED));
}

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *self = user_data;

  if (g_str_equal (path, "/robots.txt"))
    {
      answer_robots (self, message);
      return;
    }
  self->n_others++;
  if (g_str_equal (path, "/feed"))
    answer_feed (message);
  else if (g_str_equal (path, "/moved"))
    soup_server_message_set_redirect (message, 301, "/moved-again");
  else if (g_str_equal (path, "/moved-again"))
    soup_server_message_set_redirect (message, 308, "/feed");
  else if (g_str_equal (path, "/detour"))
    soup_server_message_set_redirect (message, 302, "/moved");
  else if (g_str_equal (path, "/open"))
    soup_server_message_set_redirect (message, 302, "/closed");
  else if (g_str_equal (path, "/busy"))
    {
      soup_server_message_set_status (message, 503, NULL);
      put_header (message, "Retry-After", "7200");
    }
  else
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, PAGE,
                                        strlen (PAGE));
    }
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoslist (GUri) uris = NULL;

  self->server = soup_server_new (NULL, NULL);
  self->robots_status = 200;
  self->robots = "User-agent: *\nDisallow: /closed\n";
  soup_server_add_handler (self->server, NULL, serve_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  self->fetcher = pm_fetcher_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->fetcher);
  g_clear_object (&self->server);
  g_free (self->base);
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* @site: (nullable): see pm_fetcher_fetch_listed_async(). */
static PmPage *
fetch_listed (Fixture *self, const char *path, const char *site, GError **error)
{
  g_autofree char *url = g_strconcat (self->base, path, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  pm_fetcher_fetch_listed_async (self->fetcher, url, site, NULL, NULL, NULL, keep_cb, &result);
  wait_for (&result);
  return pm_fetcher_fetch_finish (self->fetcher, result, error);
}

static PmPage *
fetch_feed (Fixture *self, const char *path, PmFetchTerms **terms, GError **error)
{
  g_autofree char *url = g_strconcat (self->base, path, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmFetchTerms) before = g_steal_pointer (terms);

  pm_fetcher_fetch_feed_async (self->fetcher, url, before != NULL ? before->etag : NULL,
                               before != NULL ? before->modified : NULL, NULL, NULL, keep_cb,
                               &result);
  wait_for (&result);
  return pm_fetcher_fetch_feed_finish (self->fetcher, result, terms, error);
}

/* --- what programs may read --- */

static void
test_disallowed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) page = fetch_listed (self, "/article", NULL, &error);
  g_autofree char *url = g_strconcat (self->base, "/closed", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmPage) typed = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (page);
  g_assert_null (fetch_listed (self, "/closed/x", NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_DISALLOWED);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
  g_clear_error (&error);
  g_assert_cmpuint (self->n_others, ==, 1);
  /* Nor by way of an address that is allowed. */
  g_assert_null (fetch_listed (self, "/open", NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_DISALLOWED);
  g_assert_cmpuint (self->n_robots, ==, 1);
  /* What the user asks for by itself is fetched. */
  pm_fetcher_fetch_async (self->fetcher, url, PM_FETCH_PAGE, NULL, NULL, NULL, keep_cb, &result);
  wait_for (&result);
  typed = pm_fetcher_fetch_finish (self->fetcher, result, NULL);
  g_assert_nonnull (typed);
}

/* @data: the status of the robots.txt, and whether it lets in. */
static void
test_robots_status (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint status = GPOINTER_TO_UINT (data);
  g_autoptr (PmPage) page = NULL;

  self->robots_status = status;
  page = fetch_listed (self, "/article", NULL, &error);
  if (status < 500)
    g_assert_no_error (error);
  else
    g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_SERVER_STATUS);
  g_assert_cmpuint (self->n_others, ==, status < 500 ? 1 : 0);
}

/* One request for all that wait; who leaves gets no answer, and the last that leaves ends it. */
static void
test_robots_shared (Fixture *self, gconstpointer data)
{
  g_autofree char *url = g_strconcat (self->base, "/article", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) page = NULL;

  self->holds = TRUE;
  pm_fetcher_fetch_listed_async (self->fetcher, url, NULL, cancellable, NULL, NULL, keep_cb,
                                 &first);
  pm_fetcher_fetch_listed_async (self->fetcher, url, NULL, cancellable, NULL, NULL, keep_cb,
                                 &second);
  while (self->held == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for (&first);
  wait_for (&second);
  g_assert_null (pm_fetcher_fetch_finish (self->fetcher, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  self->holds = FALSE;
  pm_fetcher_fetch_listed_async (self->fetcher, url, NULL, NULL, NULL, NULL, keep_cb, &third);
  wait_for (&third);
  page = pm_fetcher_fetch_finish (self->fetcher, third, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_robots, ==, 2);
  soup_server_message_unpause (self->held);
}

/* What a feed names may lie here only when the feed does. */
static void
test_feed_of_another_site (Fixture *self, gconstpointer data)
{
  g_autofree char *site = g_strconcat (self->base, "/feed", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) page = fetch_listed (self, "/article", site, &error);

  g_assert_no_error (error);
  g_assert_nonnull (page);
  g_assert_null (fetch_listed (self, "/article", "https://news.example/feed", &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_FORBIDDEN_ADDRESS);
  g_assert_cmpuint (self->n_others, ==, 1);
}

/* --- what has changed --- */

static void
test_unchanged (Fixture *self, gconstpointer data)
{
  g_autoptr (PmFetchTerms) terms = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) first = fetch_feed (self, "/feed", &terms, &error);
  g_autoptr (PmPage) second = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (first->body);
  g_assert_cmpstr (terms->etag, ==, "\"one\"");
  g_assert_cmpstr (terms->modified, ==, "Sat, 01 Nov 2025 00:00:00 GMT");
  g_assert_cmpint (terms->max_age, ==, 7200);
  g_assert_null (terms->moved_to);
  second = fetch_feed (self, "/feed", &terms, &error);
  g_assert_no_error (error);
  g_assert_null (second->body);
  g_assert_cmpstr (terms->etag, ==, "\"one\"");
  g_assert_cmpint (terms->max_age, ==, 7200);
}

/* A validator comes out of a file, and may not smuggle a header in. */
static void
test_odd_validator (Fixture *self, gconstpointer data)
{
  g_autofree char *url = g_strconcat (self->base, "/feed", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmFetchTerms) terms = NULL;
  g_autoptr (PmPage) page = NULL;
  const PmHop *hop;

  pm_fetcher_fetch_feed_async (self->fetcher, url, "\"one\"\r\nX-Odd: 1", "", NULL, NULL, keep_cb,
                               &result);
  wait_for (&result);
  page = pm_fetcher_fetch_feed_finish (self->fetcher, result, &terms, NULL);
  g_assert_nonnull (page->body);
  hop = page->hops->pdata[0];
  g_assert_null (strstr (hop->request_headers, "If-"));
  g_assert_null (strstr (hop->request_headers, "X-Odd"));
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  g_autoptr (PmFetchTerms) terms = NULL;
  g_autofree char *feed = g_strconcat (self->base, "/feed", NULL);
  g_autoptr (PmPage) page = fetch_feed (self, "/moved", &terms, NULL);
  g_autoptr (PmPage) detour = NULL;

  g_assert_cmpstr (page->url, ==, feed);
  g_assert_cmpstr (terms->moved_to, ==, feed);
  g_clear_pointer (&terms, pm_fetch_terms_free);
  detour = fetch_feed (self, "/detour", &terms, NULL);
  g_assert_cmpstr (detour->url, ==, feed);
  g_assert_null (terms->moved_to);
}

static void
test_busy (Fixture *self, gconstpointer data)
{
  gint64 before = g_get_real_time ();
  g_autoptr (PmFetchTerms) terms = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch_feed (self, "/busy", &terms, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_BUSY);
  g_assert_cmpint (terms->retry_at, >=, before + 7000 * (gint64) G_USEC_PER_SEC);
}

/* An article asked for, a feed sent. */
static void
test_feed_for_page (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch_listed (self, "/feed", NULL, &error));
  g_assert_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_FEED);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/fetch-terms/disallowed", NULL, test_disallowed);
  ADD ("/fetch-terms/robots-missing", GUINT_TO_POINTER (404), test_robots_status);
  ADD ("/fetch-terms/robots-denied", GUINT_TO_POINTER (403), test_robots_status);
  ADD ("/fetch-terms/robots-broken", GUINT_TO_POINTER (500), test_robots_status);
  ADD ("/fetch-terms/robots-shared", NULL, test_robots_shared);
  ADD ("/fetch-terms/feed-of-another-site", NULL, test_feed_of_another_site);
  ADD ("/fetch-terms/unchanged", NULL, test_unchanged);
  ADD ("/fetch-terms/odd-validator", NULL, test_odd_validator);
  ADD ("/fetch-terms/moved", NULL, test_moved);
  ADD ("/fetch-terms/busy", NULL, test_busy);
  ADD ("/fetch-terms/feed-for-page", NULL, test_feed_for_page);
  return g_test_run ();
}

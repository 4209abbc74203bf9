/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-resolver.h"
#include "fetch-server.h"
#include "fetch-steps.h"

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Before its turn, while it waits for an answer, and while it waits for the rest. */
static void
test_cancel (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *hangs = fetch_server_url (server, 'b', "/hangs");
  g_autofree char *stalls = fetch_server_url (server, 'b', "/stalls");
  g_autofree char *page = fetch_server_url (server, 'g', "/page");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  Fetch fetches[4] = { 0 };

  g_cancellable_cancel (cancelled);
  fetch_begin (&fetches[0], fetcher, hangs, PM_FETCH_PAGE, cancellable);
  fetch_begin (&fetches[1], fetcher, stalls, PM_FETCH_PAGE, cancellable);
  fetch_begin (&fetches[2], fetcher, page, PM_FETCH_PAGE, cancellable);
  fetch_begin (&fetches[3], fetcher, page, PM_FETCH_PAGE, cancelled);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 30, cancel_cb, g_object_ref (cancellable),
                      g_object_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (fetches); i++)
    {
      fetch_wait (&fetches[i]);
      fetch_check ("cancel", &fetches[i], FETCH_CANCELLED);
      fetch_clear (&fetches[i]);
    }
  g_assert_cmpuint (server->n_requests, ==, 2);
}

/* All at once, since the shortest limit is a second. A TLS handshake that nobody answers stands for
 * a connection that does not come about. */
static void
test_slow (void)
{
  PmFetchLimits limits = pm_fetch_limits_default;
  g_autoptr (FetchServer) server = fetch_server_new ();
  PmFetcher *fetchers[3];
  g_autofree char *handshake = g_strdup_printf ("https://127.0.0.1:%u/", server->broken_port);
  g_autofree char *hangs = fetch_server_url (server, 'b', "/hangs");
  g_autofree char *stalls = fetch_server_url (server, 'b', "/stalls");
  g_autofree char *soon = fetch_server_url (server, 'g', "/soon");
  gint64 start = g_get_monotonic_time ();
  Fetch fetches[4] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (fetchers); i++)
    {
      limits = pm_fetch_limits_default;
      *(guint *[]){ &limits.connect_seconds, &limits.idle_seconds, &limits.whole_seconds }[i] = 1;
      fetchers[i] = pm_fetcher_new (&limits);
    }
  fetch_begin (&fetches[0], fetchers[0], handshake, PM_FETCH_PAGE, NULL);
  fetch_begin (&fetches[1], fetchers[1], stalls, PM_FETCH_PAGE, NULL);
  fetch_begin (&fetches[2], fetchers[2], hangs, PM_FETCH_PAGE, NULL);
  fetch_begin (&fetches[3], fetchers[0], soon, PM_FETCH_PAGE, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fetches); i++)
    {
      fetch_wait (&fetches[i]);
      fetch_check ("slow", &fetches[i], i < 3 ? PM_FETCH_ERROR_TIMED_OUT : FETCH_FINE);
    }
  g_assert_cmpuint (fetches[3].page->hops->len, ==, 2);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC);
  for (gsize i = 0; i < G_N_ELEMENTS (fetches); i++)
    fetch_clear (&fetches[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (fetchers); i++)
    g_clear_object (&fetchers[i]);
}

/* @server: 'g' is loopback by its name, so has no pause. */
static void
fetch_many (FetchServer *server, char kind, PmFetchLimits *limits, guint n_fetches)
{
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (limits);
  g_autofree char *url = fetch_server_url (server, kind, "/counted");
  g_autofree Fetch *fetches = g_new0 (Fetch, n_fetches);

  for (guint i = 0; i < n_fetches; i++)
    fetch_begin (&fetches[i], fetcher, url, PM_FETCH_PAGE, NULL);
  for (guint i = 0; i < n_fetches; i++)
    {
      fetch_wait (&fetches[i]);
      g_assert_no_error (fetches[i].error);
      fetch_clear (&fetches[i]);
    }
}

static void
test_polite (void)
{
  PmFetchLimits limits = pm_fetch_limits_default;
  g_autoptr (FetchServer) server = fetch_server_new ();
  gint64 start;

  fetch_many (server, 'g', &limits, 9);
  g_assert_cmpuint (server->n_requests, ==, 9);
  g_assert_cmpuint (server->most_inside, ==, 2);

  /* The fourth starts after three pauses, however slow this machine is. */
  limits.host_pause_ms = 40;
  start = g_get_monotonic_time ();
  fetch_many (server, 'd', &limits, 4);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 3 * 40 * 1000);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GResolver) resolver = NULL;

  /* Whatever proxy the environment names, these tests speak to their own servers. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);
  resolver = g_object_new (FETCH_TYPE_RESOLVER, NULL);
  g_resolver_set_default (resolver);
  g_test_add_func ("/fetch/cancel", test_cancel);
  g_test_add_func ("/fetch/slow", test_slow);
  g_test_add_func ("/fetch/polite", test_polite);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetcher.h"

#include "fetch-resolver.h"
#include "fetch-server.h"
#include "fetch-steps.h"

#include <string.h>
#include <sys/resource.h>

#define HTML "<!DOCTYPE html><title>Harbour</title><p>The harbour was closed on Friday.</p>"

static const struct
{
  char server;
  const char *path;
  PmFetchKind kind;
  int expected;
  const char *type;    /* when fine */
  const char *content; /* (nullable): when fine; HTML unless said */
} cases[] = {
  { 'g', "/page", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/page#part", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/odd-type", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/xhtml", PM_FETCH_PAGE, FETCH_FINE, "application/xhtml+xml" },
  { 'g', "/plain", PM_FETCH_PAGE, FETCH_FINE, "text/plain", "Words." },
  { 'g', "/untyped", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/untyped-text", PM_FETCH_PAGE, FETCH_FINE, "text/plain", "Only words here." },
  { 'g', "/untyped-binary", PM_FETCH_PAGE, PM_FETCH_ERROR_WRONG_TYPE },
  { 'g', "/zip", PM_FETCH_PAGE, PM_FETCH_ERROR_WRONG_TYPE },
  { 'g', "/pdf", PM_FETCH_PAGE, FETCH_FINE, "application/pdf" },
  { 'g', "/mhtml", PM_FETCH_PAGE, FETCH_FINE, "multipart/related" },
  { 'g', "/message", PM_FETCH_PAGE, FETCH_FINE, "message/rfc822" },
  { 'g', "/png", PM_FETCH_PAGE, PM_FETCH_ERROR_WRONG_TYPE },
  { 'g', "/empty", PM_FETCH_PAGE, PM_FETCH_ERROR_EMPTY },
  { 'g', "/no-content", PM_FETCH_PAGE, PM_FETCH_ERROR_EMPTY },
  { 'g', "/missing", PM_FETCH_PAGE, PM_FETCH_ERROR_NOT_FOUND },
  { 'g', "/gone", PM_FETCH_PAGE, PM_FETCH_ERROR_NOT_FOUND },
  { 'g', "/login", PM_FETCH_PAGE, PM_FETCH_ERROR_DENIED },
  { 'g', "/denied", PM_FETCH_PAGE, PM_FETCH_ERROR_DENIED },
  { 'g', "/legal", PM_FETCH_PAGE, PM_FETCH_ERROR_DENIED },
  { 'g', "/teapot", PM_FETCH_PAGE, PM_FETCH_ERROR_CLIENT_STATUS },
  { 'g', "/broken", PM_FETCH_PAGE, PM_FETCH_ERROR_SERVER_STATUS },
  { 'g', "/down", PM_FETCH_PAGE, PM_FETCH_ERROR_SERVER_STATUS },
  { 'g', "/busy-long", PM_FETCH_PAGE, PM_FETCH_ERROR_BUSY },
  { 'g', "/busy-date", PM_FETCH_PAGE, PM_FETCH_ERROR_BUSY },
  { 'g', "/busy-silent", PM_FETCH_PAGE, PM_FETCH_ERROR_BUSY },
  { 'g', "/soon-once", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/soon-never", PM_FETCH_PAGE, PM_FETCH_ERROR_BUSY },
  { 'g', "/to-to-page", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/to-space", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/cookie", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/to-file", PM_FETCH_PAGE, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { 'g', "/to-ftp", PM_FETCH_PAGE, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { 'g', "/to-data", PM_FETCH_PAGE, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { 'g', "/to-script", PM_FETCH_PAGE, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { 'g', "/to-nonsense", PM_FETCH_PAGE, PM_FETCH_ERROR_SERVER_STATUS },
  { 'g', "/to-nowhere", PM_FETCH_PAGE, PM_FETCH_ERROR_SERVER_STATUS },
  { 'g', "/to-self", PM_FETCH_PAGE, PM_FETCH_ERROR_TOO_MANY_REDIRECTS },
  { 'g', "/loop-a", PM_FETCH_PAGE, PM_FETCH_ERROR_TOO_MANY_REDIRECTS },
  { 'g', "/down-from/20", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/down-from/21", PM_FETCH_PAGE, PM_FETCH_ERROR_TOO_MANY_REDIRECTS },
  { 'g', "/packed/gzip", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/packed/br", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/packed/deflate", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/packed/raw", PM_FETCH_PAGE, FETCH_FINE, "text/html" },
  { 'g', "/unknown-encoding", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'g', "/not-gzip", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'g', "/large", PM_FETCH_PAGE, PM_FETCH_ERROR_TOO_LARGE },
  { 'g', "/large-chunked", PM_FETCH_PAGE, PM_FETCH_ERROR_TOO_LARGE },
  { 'b', "/chunks", PM_FETCH_PAGE, FETCH_FINE, "text/html", "<p>Whole." },
  { 'b', "/chunks-closing", PM_FETCH_PAGE, FETCH_FINE, "text/html", "<p>Whole." },
  { 'b', "/short", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'b', "/short-closing", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'b', "/short-chunk", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'b', "/short-chunks", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'b', "/short-chunks-closing", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'b', "/until-close", PM_FETCH_PAGE, FETCH_FINE, "text/html", "<p>All there is." },
  { 'b', "/short-headers", PM_FETCH_PAGE, PM_FETCH_ERROR_SERVER_STATUS },
  { 'b', "/nothing", PM_FETCH_PAGE, PM_FETCH_ERROR_CUT_OFF },
  { 'b', "/not-http", PM_FETCH_PAGE, PM_FETCH_ERROR_SERVER_STATUS },
  { 's', "/page", PM_FETCH_PAGE, PM_FETCH_ERROR_TLS },
  { 'g', "/png", PM_FETCH_IMAGE, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
  { 'd', "/png", PM_FETCH_IMAGE, PM_FETCH_ERROR_FORBIDDEN_ADDRESS },
};

static void
test_cases (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = fetch_server_url (server, cases[i].server, cases[i].path);
      const char *content = cases[i].content != NULL ? cases[i].content : HTML;
      g_auto (Fetch) fetch = { 0 };

      fetch_begin (&fetch, fetcher, url, cases[i].kind, NULL);
      fetch_wait (&fetch);
      fetch_check (cases[i].path, &fetch, cases[i].expected);
      if (fetch.page == NULL)
        continue;
      g_assert_cmpstr (fetch.page->content_type, ==, cases[i].type);
      g_assert_cmpmem (g_bytes_get_data (fetch.page->content, NULL),
                       g_bytes_get_size (fetch.page->content), content, strlen (content));
    }
}

/* The first of the process, before libsoup was seen to end a body in chunks well. */
static void
test_cut_between_chunks (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'b', "/short-chunks");
  g_auto (Fetch) fetch = { 0 };

  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  fetch_check ("cut", &fetch, PM_FETCH_ERROR_CUT_OFF);
}

static void
test_refused (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'g', "/page");
  g_auto (Fetch) fetch = { 0 };

  soup_server_disconnect (server->good);
  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  fetch_check ("refused", &fetch, PM_FETCH_ERROR_REFUSED);
}

static void
test_not_resolved (void)
{
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_auto (Fetch) fetch = { 0 };

  fetch_begin (&fetch, fetcher, "http://press.invalid/", PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  g_assert_error (fetch.error, PM_FETCH_ERROR, PM_FETCH_ERROR_NOT_RESOLVED);
  g_assert_nonnull (strstr (fetch.error->message, "press.invalid"));
}

/* The same sequence as the table in pm-page.h describes it. */
static void
test_record (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'g', "/to-to-page");
  g_autofree char *final = fetch_server_url (server, 'g', "/page");
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", server->good_port);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, HTML, -1);
  gint64 before = g_get_real_time ();
  g_auto (Fetch) fetch = { 0 };
  PmHop *hop;

  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  g_assert_no_error (fetch.error);
  g_assert_cmpstr (fetch.page->requested_url, ==, url);
  g_assert_cmpstr (fetch.page->url, ==, final);
  g_assert_cmpstr (fetch.page->body_sha256, ==, digest);
  g_assert_null (fetch.page->charset);
  g_assert_null (fetch.page->encoding);
  g_assert_cmpint (fetch.page->fetched, >=, before);
  g_assert_cmpuint (fetch.page->hops->len, ==, 3);
  hop = g_ptr_array_index (fetch.page->hops, 1);
  g_assert_cmpuint (hop->status, ==, 301);
  g_assert_nonnull (strstr (hop->response_headers, "Location: page#part\n"));
  hop = g_ptr_array_index (fetch.page->hops, 2);
  g_assert_cmpstr (hop->url, ==, final);
  g_assert_cmpstr (hop->method, ==, "GET");
  g_assert_cmpuint (hop->status, ==, 200);
  g_assert_cmpstr (hop->reason, ==, "OK");
  g_assert_cmpstr (hop->protocol, ==, "HTTP/1.1");
  g_assert_cmpstr (hop->address, ==, address);
  g_assert_null (hop->tls_version);
  g_assert_nonnull (strstr (hop->response_headers, "Content-Type: text/html\n"));
  g_assert_nonnull (strstr (hop->request_headers, "Accept-Encoding: gzip, deflate, br\n"));
  g_assert_nonnull (strstr (hop->request_headers, "User-Agent: Pressmark/" PM_VERSION " ("));
  g_assert_null (strstr (hop->request_headers, "Referer"));
  g_assert_cmpstr (hop->request_headers, ==, server->last_headers);
  g_assert_cmpint (hop->started, >=, before);
  g_assert_cmpint (hop->finished, >=, hop->started);
  g_assert_cmpint (hop->finished, <=, fetch.page->fetched);
}

static void
test_bytes_as_received (void)
{
  static const char *const encodings[] = { "gzip", "deflate", "br" };
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *path = g_strconcat ("/packed/", encodings[i], NULL);
      g_autofree char *url = fetch_server_url (server, 'g', path);
      g_autoptr (GBytes) packed = fetch_server_pack (encodings[i], HTML);
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, packed);
      g_auto (Fetch) fetch = { 0 };

      fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
      fetch_wait (&fetch);
      g_assert_no_error (fetch.error);
      g_assert_cmpstr (fetch.page->encoding, ==, encodings[i]);
      g_assert_true (g_bytes_equal (fetch.page->body, packed));
      g_assert_cmpstr (fetch.page->body_sha256, ==, digest);
    }
}

/* More than is decoded in one turn. */
static void
test_much (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'g', "/much");
  g_auto (Fetch) fetch = { 0 };

  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  g_assert_no_error (fetch.error);
  g_assert_cmpuint (g_bytes_get_size (fetch.page->content), ==, FETCH_SERVER_MUCH);
  g_assert_cmpuint (g_bytes_get_size (fetch.page->body), <, FETCH_SERVER_MUCH / 100);
}

static void
test_charset (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'g', "/charset");
  g_auto (Fetch) fetch = { 0 };

  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  g_assert_no_error (fetch.error);
  g_assert_cmpstr (fetch.page->content_type, ==, "text/html");
  g_assert_cmpstr (fetch.page->charset, ==, "windows-1251");
}

static glong
get_peak_kib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* A gibibyte in less than a mebibyte: refused at the limit, and without the memory for more. The
 * peak is the process's, so this test runs first. */
static void
test_bomb (void)
{
  PmFetchLimits limits = pm_fetch_limits_default;
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = NULL;
  g_autofree char *url = fetch_server_url (server, 'g', "/bomb");
  g_auto (Fetch) fetch = { 0 };
  glong before = get_peak_kib ();

  limits.max_inflated = 16 << 20;
  fetcher = pm_fetcher_new (&limits);
  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  fetch_check ("bomb", &fetch, PM_FETCH_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (fetch.error->message, "16"));
  g_assert_cmpint (get_peak_kib () - before, <, 64 * 1024);
}

/* What is not to be reached is not even asked, on a new connection or on one kept from before. */
static void
test_guard (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *image = fetch_server_url (server, 'd', "/png");
  g_autofree char *page = fetch_server_url (server, 'd', "/page");
  g_auto (Fetch) first = { 0 };
  g_auto (Fetch) second = { 0 };
  g_auto (Fetch) third = { 0 };

  fetch_begin (&first, fetcher, image, PM_FETCH_IMAGE, NULL);
  fetch_wait (&first);
  fetch_check ("new connection", &first, PM_FETCH_ERROR_FORBIDDEN_ADDRESS);
  g_assert_cmpuint (server->n_requests, ==, 0);
  fetch_begin (&second, fetcher, page, PM_FETCH_PAGE, NULL);
  fetch_wait (&second);
  g_assert_no_error (second.error);
  fetch_begin (&third, fetcher, image, PM_FETCH_IMAGE, NULL);
  fetch_wait (&third);
  fetch_check ("kept connection", &third, PM_FETCH_ERROR_FORBIDDEN_ADDRESS);
  g_assert_cmpuint (server->n_requests, ==, 1);
}

/* An image of a page that itself lies inside, on the same server and on another. */
static void
test_image_of_page (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *page = fetch_server_url (server, 'g', "/page");
  g_autofree char *image = fetch_server_url (server, 'g', "/png");
  g_autofree char *other = fetch_server_url (server, 'b', "/png");
  g_autofree char *html = fetch_server_url (server, 'g', "/page?again");
  g_autofree char *large = fetch_server_url (server, 'g', "/large-image");
  g_auto (Fetch) of = { 0 };
  g_auto (Fetch) same = { 0 };
  g_auto (Fetch) elsewhere = { 0 };
  g_auto (Fetch) wrong = { 0 };
  g_auto (Fetch) too_large = { 0 };

  fetch_begin (&of, fetcher, page, PM_FETCH_PAGE, NULL);
  fetch_wait (&of);
  g_assert_no_error (of.error);
  pm_fetcher_fetch_linked_async (fetcher, image, PM_FETCH_IMAGE, of.page, NULL, fetch_done_cb,
                                 &same);
  fetch_wait (&same);
  g_assert_no_error (same.error);
  g_assert_cmpstr (same.page->content_type, ==, "image/png");
  pm_fetcher_fetch_linked_async (fetcher, other, PM_FETCH_IMAGE, of.page, NULL, fetch_done_cb,
                                 &elsewhere);
  fetch_wait (&elsewhere);
  fetch_check ("other port", &elsewhere, PM_FETCH_ERROR_FORBIDDEN_ADDRESS);
  pm_fetcher_fetch_linked_async (fetcher, html, PM_FETCH_IMAGE, of.page, NULL, fetch_done_cb,
                                 &wrong);
  fetch_wait (&wrong);
  fetch_check ("not an image", &wrong, PM_FETCH_ERROR_WRONG_TYPE);
  pm_fetcher_fetch_linked_async (fetcher, large, PM_FETCH_IMAGE, of.page, NULL, fetch_done_cb,
                                 &too_large);
  fetch_wait (&too_large);
  fetch_check ("too large", &too_large, PM_FETCH_ERROR_TOO_LARGE);
}

static void
progress_cb (guint64 received, guint64 total, gpointer data)
{
  guint64 *seen = data;

  g_assert_cmpuint (received, >=, seen[0]);
  seen[0] = received;
  seen[1] = total;
}

static void
test_progress (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'g', "/page");
  guint64 seen[2] = { 0 };
  g_auto (Fetch) fetch = { 0 };

  pm_fetcher_fetch_async (fetcher, url, PM_FETCH_PAGE, NULL, progress_cb, seen, fetch_done_cb,
                          &fetch);
  fetch_wait (&fetch);
  g_assert_no_error (fetch.error);
  g_assert_cmpuint (seen[0], ==, strlen (HTML));
  g_assert_cmpuint (seen[1], ==, strlen (HTML));
}

/* Runs last: it makes the whole process trust the test's certificate. */
static void
test_tls_record (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (PM_TEST_DATA
                                                               "/fetch/self-signed.pem",
                                                               &error);
  g_autoptr (GTlsCertificate) certificate =
      g_tls_certificate_new_from_file (PM_TEST_DATA "/fetch/self-signed.pem", NULL);
  g_autofree char *url = fetch_server_url (server, 's', "/page");
  g_autofree char *digest = NULL;
  g_autoptr (GByteArray) der = NULL;
  g_auto (Fetch) fetch = { 0 };
  PmHop *hop;

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  g_object_get (certificate, "certificate", &der, NULL);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
  fetch_begin (&fetch, fetcher, url, PM_FETCH_PAGE, NULL);
  fetch_wait (&fetch);
  g_assert_no_error (fetch.error);
  hop = g_ptr_array_index (fetch.page->hops, 0);
  g_assert_cmpstr (hop->certificate_sha256, ==, digest);
  g_assert_true (g_str_has_prefix (hop->tls_version, "TLS 1."));
  g_test_message ("%s, %s", hop->protocol, hop->tls_version);
  g_assert_true (g_str_has_prefix (hop->protocol, "HTTP/"));
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
  g_test_add_func ("/fetch/bomb", test_bomb);
  g_test_add_func ("/fetch/cut-between-chunks", test_cut_between_chunks);
  g_test_add_func ("/fetch/cases", test_cases);
  g_test_add_func ("/fetch/refused", test_refused);
  g_test_add_func ("/fetch/not-resolved", test_not_resolved);
  g_test_add_func ("/fetch/record", test_record);
  g_test_add_func ("/fetch/bytes-as-received", test_bytes_as_received);
  g_test_add_func ("/fetch/much", test_much);
  g_test_add_func ("/fetch/charset", test_charset);
  g_test_add_func ("/fetch/guard", test_guard);
  g_test_add_func ("/fetch/image-of-page", test_image_of_page);
  g_test_add_func ("/fetch/progress", test_progress);
  g_test_add_func ("/fetch/tls-record", test_tls_record);
  return g_test_run ();
}

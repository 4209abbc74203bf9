/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetcher.h"

#include "fetch-server.h"

#include <string.h>

typedef struct
{
  PmAnswer *answer;
  GError *error;
  gboolean done;
} Check;

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Check *check = data;

  check->answer = pm_fetcher_check_finish (PM_FETCHER (source), result, &check->error);
  check->done = TRUE;
}

static void
check_clear (Check *check)
{
  g_clear_pointer (&check->answer, pm_answer_free);
  g_clear_error (&check->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

/* The page that links to @url: of the same server, and the user typed its address. */
static PmPage *
page_beside (const char *url)
{
  PmPage *page = pm_page_new (url);
  PmHop *hop = pm_hop_new (url);

  hop->address = g_strdup ("127.0.0.1:80");
  g_ptr_array_add (page->hops, hop);
  return page;
}

static void
run_check (PmFetcher *fetcher, const char *url, PmPage *page, Check *check)
{
  pm_fetcher_check_async (fetcher, url, page, NULL, checked_cb, check);
  while (!check->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (check->error);
  g_assert_cmpint (check->answer->checked, >, 0);
  if (check->answer->error != NULL)
    g_assert_true (g_str_has_suffix (check->answer->error, "."));
}

static const struct
{
  const char *path;
  guint status;
  PmAnswerKind kind;
  const char *final;
  guint n_gets; /* that were needed */
} cases[] = {
  { "/page", 200, PM_ANSWER_FINE, "/page", 0 },
  { "/zip", 200, PM_ANSWER_FINE, "/zip", 0 },
  { "/empty", 200, PM_ANSWER_FINE, "/empty", 0 },
  { "/no-content", 204, PM_ANSWER_FINE, "/no-content", 0 },
  { "/large", 200, PM_ANSWER_FINE, "/large", 0 },
  { "/to-to-page", 200, PM_ANSWER_MOVED, "/page", 0 },
  { "/cookie", 200, PM_ANSWER_FINE, "/cookie", 0 },
  { "/headless/405", 200, PM_ANSWER_FINE, "/headless/405", 1 },
  { "/headless/501", 200, PM_ANSWER_FINE, "/headless/501", 1 },
  { "/headless/404", 200, PM_ANSWER_FINE, "/headless/404", 1 },
  { "/headless/403", 200, PM_ANSWER_FINE, "/headless/403", 1 },
  { "/missing", 404, PM_ANSWER_GONE, "/missing", 1 },
  { "/gone", 410, PM_ANSWER_GONE, "/gone", 1 },
  { "/denied", 403, PM_ANSWER_REFUSED, "/denied", 1 },
  { "/broken", 500, PM_ANSWER_SILENT, "/broken", 1 },
  { "/soon-once", 200, PM_ANSWER_FINE, "/soon-once", 0 },
  { "/busy-date", 429, PM_ANSWER_REFUSED, "/busy-date", 0 },
  { "/busy-long", 503, PM_ANSWER_SILENT, "/busy-long", 0 },
  { "/to-self", 302, PM_ANSWER_SILENT, "/to-self", 0 },
  { "/to-file", 302, PM_ANSWER_SILENT, "/to-file", 0 },
};

static void
test_cases (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = fetch_server_url (server, 'g', cases[i].path);
      g_autofree char *final = fetch_server_url (server, 'g', cases[i].final);
      g_autoptr (PmPage) page = page_beside (url);
      g_auto (Check) check = { 0 };
      guint n_gets = server->n_gets;

      run_check (fetcher, url, page, &check);
      g_test_message ("%s: %u, %s", cases[i].path, check.answer->status, check.answer->error);
      g_assert_cmpuint (check.answer->status, ==, cases[i].status);
      g_assert_cmpint (pm_answer_get_kind (check.answer, url), ==, cases[i].kind);
      g_assert_true ((check.answer->error == NULL) == (cases[i].kind <= PM_ANSWER_MOVED));
      g_assert_cmpstr (check.answer->url, ==, final);
      g_assert_cmpuint (server->n_gets - n_gets, ==, cases[i].n_gets);
    }
  /* Nothing of a body that is not wanted flows on. */
  while (server->n_pouring > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* A server that hangs, on HEAD alone and for good. */
static void
test_hangs (void)
{
  PmFetchLimits limits = pm_fetch_limits_default;
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = NULL;
  g_autoptr (PmPage) page = NULL;
  g_autofree char *on_head = fetch_server_url (server, 'b', "/until-close");
  g_autofree char *hangs = fetch_server_url (server, 'b', "/hangs");
  g_auto (Check) first = { 0 };
  g_auto (Check) second = { 0 };

  limits.idle_seconds = 1;
  fetcher = pm_fetcher_new (&limits);
  page = page_beside (hangs);
  pm_fetcher_check_async (fetcher, hangs, page, NULL, checked_cb, &second);
  run_check (fetcher, on_head, page, &first);
  g_assert_cmpuint (first.answer->status, ==, 200);
  while (!second.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (second.error);
  g_assert_cmpuint (second.answer->status, ==, 0);
  g_assert_nonnull (second.answer->error);
  g_assert_cmpint (pm_answer_get_kind (second.answer, hangs), ==, PM_ANSWER_SILENT);
}

/* A link may not lead inside, unless its page lies there. */
static void
test_private (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autofree char *url = fetch_server_url (server, 'g', "/page");
  g_auto (Check) check = { 0 };

  run_check (fetcher, url, NULL, &check);
  g_assert_cmpuint (server->n_requests, ==, 0);
  g_assert_cmpuint (check.answer->status, ==, 0);
  g_assert_nonnull (strstr (check.answer->error, "private network"));
}

static void
test_cancel (void)
{
  g_autoptr (FetchServer) server = fetch_server_new ();
  g_autoptr (PmFetcher) fetcher = pm_fetcher_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *url = fetch_server_url (server, 'b', "/hangs");
  g_autoptr (PmPage) page = page_beside (url);
  g_auto (Check) check = { 0 };

  pm_fetcher_check_async (fetcher, url, page, cancellable, checked_cb, &check);
  g_cancellable_cancel (cancellable);
  while (!check.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (check.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (check.answer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/check/cases", test_cases);
  g_test_add_func ("/fetch/check/hangs", test_hangs);
  g_test_add_func ("/fetch/check/private", test_private);
  g_test_add_func ("/fetch/check/cancel", test_cancel);
  return g_test_run ();
}

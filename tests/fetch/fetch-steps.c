/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-steps.h"

#include <string.h>

void
fetch_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fetch *fetch = data;

  g_assert_false (fetch->done);
  fetch->page = pm_fetcher_fetch_finish (PM_FETCHER (source), result, &fetch->error);
  fetch->done = TRUE;
}

void
fetch_begin (Fetch *fetch,
             PmFetcher *fetcher,
             const char *url,
             PmFetchKind kind,
             GCancellable *cancellable)
{
  fetch->fetcher = g_object_ref (fetcher);
  pm_fetcher_fetch_async (fetcher, url, kind, cancellable, NULL, NULL, fetch_done_cb, fetch);
}

void
fetch_wait (Fetch *fetch)
{
  while (!fetch->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true ((fetch->page == NULL) == (fetch->error != NULL));
}

void
fetch_clear (Fetch *fetch)
{
  g_clear_object (&fetch->fetcher);
  g_clear_pointer (&fetch->page, pm_page_unref);
  g_clear_error (&fetch->error);
}

void
fetch_check (const char *name, const Fetch *fetch, int expected)
{
  if (expected == FETCH_FINE)
    g_assert_no_error (fetch->error);
  else if (expected == FETCH_CANCELLED)
    g_assert_error (fetch->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    {
      g_test_message ("%s: %s", name, fetch->error != NULL ? fetch->error->message : "no error");
      g_assert_error (fetch->error, PM_FETCH_ERROR, expected);
      g_assert_true (g_str_has_suffix (fetch->error->message, "."));
      g_assert_nonnull (strstr (fetch->error->message, " "));
      g_assert_null (strchr (fetch->error->message, '%'));
      g_assert_true (strstr (fetch->error->message, "127.0.0.1") != NULL ||
                     strstr (fetch->error->message, "inside.test") != NULL);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

/* Whether an address still answers. That nobody does is an answer too, and no failure of the check.
 */

/* Servers that do not know HEAD refuse it, hang up, or say that there is no such page. */
gboolean
_pm_fetch_doubts_head (guint status, const GError *error)
{
  if (error == NULL)
    return status >= 400 && status != 429 && status != 503;
  return g_error_matches (error, PM_FETCH_ERROR, PM_FETCH_ERROR_REFUSED) ||
         g_error_matches (error, PM_FETCH_ERROR, PM_FETCH_ERROR_TIMED_OUT) ||
         g_error_matches (error, PM_FETCH_ERROR, PM_FETCH_ERROR_SERVER_STATUS);
}

void
_pm_fetch_tell (PmAnswer *answer, const char *url, guint status)
{
  answer->status = status;
  g_free (answer->url);
  answer->url = g_strdup (url);
}

static void
headers_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PmAnswer *answer = g_task_get_task_data (task);
  GError *error = NULL;
  PmPage *page = pm_fetcher_fetch_finish (PM_FETCHER (source), result, &error);

  g_clear_pointer (&page, pm_page_unref);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  answer->checked = g_get_real_time ();
  answer->error = error != NULL ? g_strdup (error->message) : NULL;
  g_clear_error (&error);
  g_task_return_boolean (task, TRUE);
}

void
pm_fetcher_check_async (PmFetcher *self,
                        const char *url,
                        PmPage *page,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  PmAnswer *answer = pm_answer_new (url);

  g_task_set_task_data (task, answer, (GDestroyNotify) pm_answer_free);
  _pm_fetcher_fetch_headers_async (self, url, page, answer, cancellable, headers_cb, task);
}

PmAnswer *
pm_fetcher_check_finish (PmFetcher *self, GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);

  return g_task_propagate_boolean (task, error) ? pm_answer_copy (g_task_get_task_data (task))
                                                : NULL;
}

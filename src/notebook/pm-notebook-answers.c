/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the links of an article still answer. What comes of each is kept as it comes: who cancels
 * keeps what is known by then. */

#include "pm-address-key.h"
#include "pm-notebook-private.h"

/* One check of many links. */
typedef struct
{
  PmNotebook *notebook;
  GTask *task;
  GCancellable *cancellable;
  gulong cancel_handler;
  PmLinkChecked checked; /* (nullable) */
  gpointer checked_data;
  GPtrArray *visits; /* (element-type Visit) */
  guint n_running;
  guint n_done; /* links */
  guint n_links;
  GError *error; /* (nullable): the notebook cannot keep what came */
} Check;

/* The links of one key: the same address but for what does not matter. */
typedef struct
{
  Check *check;
  GPtrArray *urls; /* (element-type utf8) */
  PmAnswer *answer;
} Visit;

static void
visit_free (gpointer data)
{
  Visit *self = data;

  g_ptr_array_unref (self->urls);
  g_clear_pointer (&self->answer, pm_answer_free);
  g_free (self);
}

static void
cancelled_cb (GCancellable *source, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
finish (Check *self)
{
  GCancellable *source = g_task_get_cancellable (self->task);

  g_cancellable_disconnect (source, self->cancel_handler);
  g_ptr_array_remove (self->notebook->checks, self);
  _pm_notebook_flush_changes (self->notebook);
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (self->task, TRUE);
  g_object_unref (self->task);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->visits);
  g_object_unref (self->notebook);
  g_free (self);
}

static void
leave (Check *self)
{
  self->n_running--;
  if (self->n_running == 0)
    finish (self);
}

/* --- each visit --- */

static gpointer
keep_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Visit *visit = data;

  return GINT_TO_POINTER (pm_store_put_answer (db, visit->urls->pdata[0], visit->answer, error));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;
  Check *self = visit->check;
  GError *error = NULL;

  if (_pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error) == NULL)
    {
      if (self->error == NULL)
        self->error = g_steal_pointer (&error);
      g_clear_error (&error);
      g_cancellable_cancel (self->cancellable);
    }
  for (guint i = 0; i < visit->urls->len && self->error == NULL; i++)
    {
      self->n_done++;
      if (self->checked != NULL)
        self->checked (visit->urls->pdata[i], visit->answer, self->n_done, self->n_links,
                       self->checked_data);
    }
  leave (self);
}

static void
visited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Visit *visit = user_data;

  /* Only cancelling leaves it without an answer. */
  visit->answer = pm_fetcher_check_finish (PM_FETCHER (source), result, NULL);
  if (visit->answer == NULL)
    leave (visit->check);
  else
    _pm_notebook_run_async (visit->check->notebook, keep_job, visit, NULL, NULL, 0,
                            PM_NOTEBOOK_ANSWERS | PM_NOTEBOOK_SOON, NULL, kept_cb, visit);
}

/* --- all of them --- */

static void
add_link (Check *self, GHashTable *visits, const char *url)
{
  char *key = pm_address_dup_key (url);
  Visit *visit = g_hash_table_lookup (visits, key);

  if (visit == NULL)
    {
      visit = g_new0 (Visit, 1);
      *visit = (Visit){ self, g_ptr_array_new_with_free_func (g_free), NULL };
      g_ptr_array_add (self->visits, visit);
    }
  g_hash_table_replace (visits, key, visit);
  if (g_ptr_array_find_with_equal_func (visit->urls, url, g_str_equal, NULL))
    return;
  g_ptr_array_add (visit->urls, g_strdup (url));
  self->n_links++;
}

static void
add_links (Check *self, PmRecord *record, const char *const *urls)
{
  g_autoptr (GHashTable) visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *sources = record->analysis != NULL ? record->analysis->sources : NULL;

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const PmSource *source = sources->pdata[i];

      if (source->url != NULL && pm_source_is_web (source->url) &&
          (urls == NULL || g_strv_contains (urls, source->url)))
        add_link (self, visits, source->url);
    }
}

void
pm_notebook_check_links_async (PmNotebook *self,
                               PmRecord *record,
                               const char *const *urls,
                               PmLinkChecked checked,
                               gpointer checked_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Check *check = g_new0 (Check, 1);

  check->notebook = g_object_ref (self);
  check->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (check->task, FALSE);
  check->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    check->cancel_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                   g_object_ref (check->cancellable),
                                                   g_object_unref);
  check->checked = checked;
  check->checked_data = checked_data;
  check->visits = g_ptr_array_new_with_free_func (visit_free);
  g_ptr_array_add (self->checks, check);
  add_links (check, record, urls);
  check->n_running = 1;
  for (guint i = 0; i < check->visits->len; i++)
    {
      Visit *visit = check->visits->pdata[i];

      check->n_running++;
      pm_fetcher_check_async (_pm_notebook_get_fetcher (self), visit->urls->pdata[0], record->page,
                              check->cancellable, visited_cb, visit);
    }
  leave (check);
}

gboolean
pm_notebook_check_links_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
_pm_notebook_cancel_checks (PmNotebook *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    g_cancellable_cancel (((Check *) self->checks->pdata[i])->cancellable);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check of a feed: ask the server for what has changed, read that in the pool, keep what it
 * brought together with a queue of what is new, and download that. What fails changes nothing but
 * the sentence in the feed's row and the time of the next check. */

#include "pm-list.h"
#include "pm-notebook-round-private.h"

/* The newest stand first: what follows is older. */
#define MAX_ENTRIES 1000
/* What servers say about when to ask again counts within these, in seconds. */
#define SOONEST 3600
#define LATEST (24 * 3600)
#define LATEST_RETRY (7 * 24 * 3600)
#define AFTER_FAILURE (4 * 3600)

/* One feed's. */
typedef struct
{
  PmRound *round;
  PmFeed *feed;
  char *host;
  PmPage *page;        /* (nullable): of the answer */
  PmFetchTerms *terms; /* (nullable): of the same */
  char *named;         /* (nullable): the address of the feed that the page names */
  PmPlan *plan;        /* (nullable): of what is in the feed */
  gint64 ttl;          /* seconds, by the feed's own word; -1 when it says nothing */
  gboolean is_whole;
  GError *failure; /* (nullable) */
  PmFeedLinks links;
} Check;

static void
check_free (Check *self)
{
  pm_feed_free (self->feed);
  g_free (self->host);
  g_clear_pointer (&self->page, pm_page_unref);
  g_clear_pointer (&self->terms, pm_fetch_terms_free);
  g_free (self->named);
  g_clear_pointer (&self->plan, pm_plan_unref);
  g_clear_error (&self->failure);
  g_free (self);
}

/* --- the end of a check --- */

static void
leave (Check *self)
{
  PmRound *round = self->round;
  g_autofree char *host = g_steal_pointer (&self->host);

  check_free (self);
  _pm_round_leave (round, host);
}

/* @error: (nullable) */
static void
report (Check *self, guint n_new, const GError *error)
{
  PmRound *round = self->round;

  if (error != NULL && self->feed->id == 0 && round->error == NULL)
    round->error = g_error_copy (error);
  if (round->feed_done != NULL)
    round->feed_done (self->feed, n_new, error, round->done_data);
}

/* When to ask again; @retry_at: 0 when nobody said. */
static gint64
find_due (Check *self, gboolean failed, gint64 retry_at)
{
  PmFeed *feed = self->feed;
  gint64 second = G_USEC_PER_SEC;

  if (failed && retry_at != 0)
    return CLAMP (retry_at, feed->checked + SOONEST * second,
                  feed->checked + LATEST_RETRY * second);
  if (failed)
    return feed->checked + AFTER_FAILURE * second;
  return feed->checked + CLAMP (MAX (self->terms->max_age, self->ttl), SOONEST, LATEST) * second;
}

/* What was answered counts once it was read: until then the answer before is asked with. */
static void
take_terms (Check *self)
{
  PmFeed *feed = self->feed;
  PmFetchTerms *terms = self->terms;

  g_free (feed->etag);
  g_free (feed->modified);
  feed->etag = g_steal_pointer (&terms->etag);
  feed->modified = g_steal_pointer (&terms->modified);
  if (terms->moved_to == NULL)
    return;
  g_free (feed->url);
  feed->url = g_steal_pointer (&terms->moved_to);
}

static gpointer
keep_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (_pm_notebook_store_feed (db, ((Check *) data)->feed, error));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Check *self = user_data;
  g_autoptr (GError) error = NULL;

  _pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error);
  if (error == NULL && self->failure != NULL)
    error = g_steal_pointer (&self->failure);
  report (self, 0, error);
  leave (self);
}

/* Ends a check that brought nothing. @error: (transfer full) (nullable): it has not changed. */
static void
settle (Check *self, gint64 retry_at, GError *error)
{
  PmFeed *feed = self->feed;
  PmNotebook *notebook = self->round->notebook;

  self->failure = error;
  if (feed->id == 0 || notebook->writer == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      report (self, 0, error);
      leave (self);
      return;
    }
  feed->checked = g_get_real_time ();
  feed->due = find_due (self, error != NULL, retry_at);
  g_free (feed->error);
  feed->error = error != NULL ? g_strdup (error->message) : NULL;
  _pm_notebook_run_async (notebook, keep_job, self, NULL, NULL, 0, PM_NOTEBOOK_FEEDS, NULL, kept_cb,
                          self);
}

/* --- what is new --- */

static void
queued_cb (guint n_new, gpointer data)
{
  report (data, n_new, NULL);
}

static void
sum_up (PmIntake *sum, PmIntake *intake)
{
  sum->n_added += intake->n_added;
  sum->n_here += intake->n_here;
  sum->n_left += intake->n_left;
  while (intake->missed->len > 0)
    g_ptr_array_add (sum->missed, g_ptr_array_steal_index (intake->missed, 0));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Check *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = pm_notebook_add_links_finish (PM_NOTEBOOK (source), result, &error);

  if (intake != NULL)
    sum_up (self->round->intake, intake);
  else
    report (self, 0, error);
  leave (self);
}

static gpointer
look_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Check *self = data;

  return pm_store_find_feed (db, self->feed->url, &self->feed->id, error)
             ? _pm_notebook_find_plan_job (db, self->plan, cancellable, error)
             : NULL;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Check *self = user_data;
  g_autoptr (GError) error = NULL;
  PmPlan *plan = _pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error);

  if (plan != NULL)
    {
      self->round->sight = g_new0 (PmSight, 1);
      *self->round->sight = (PmSight){ pm_feed_copy (self->feed), plan };
    }
  else
    report (self, 0, error);
  leave (self);
}

static void
take_in (Check *self)
{
  PmRound *round = self->round;
  PmFeed *feed = self->feed;

  take_terms (self);
  /* A damaged one is asked for whole the next time. */
  if (!self->is_whole)
    {
      g_clear_pointer (&feed->etag, g_free);
      g_clear_pointer (&feed->modified, g_free);
    }
  feed->checked = g_get_real_time ();
  feed->due = find_due (self, FALSE, 0);
  g_clear_pointer (&feed->error, g_free);
  self->links = (PmFeedLinks){
    feed, self->plan, queued_cb, self, round->link_done, round->done_data
  };
  if (round->looks)
    _pm_notebook_run_async (round->notebook, look_job, self, NULL, (GDestroyNotify) pm_plan_unref,
                            0, 0, round->cancellable, looked_cb, self);
  else
    _pm_notebook_add_feed_links_async (round->notebook, &self->links, round->cancellable, added_cb,
                                       self);
}

/* --- reading --- */

/* Returns: (nullable): the address of the feed that a page names. */
static char *
dup_named (Check *self, GCancellable *cancellable)
{
  g_autoptr (PmDocument) document = pm_workers_extract (self->round->notebook->page_workers,
                                                        self->page, NULL, cancellable, NULL);

  return document != NULL ? g_strdup (pm_document_get_meta (document, PM_META_FEED)) : NULL;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *self = data;
  PmFeed *feed = self->feed;
  GError *error = NULL;
  g_autoptr (PmFeedContent) content = pm_list_read_feed (self->page->content, self->page->url,
                                                         MAX_ENTRIES, cancellable, &error);

  if (content == NULL)
    {
      /* A feed that is followed names no other. */
      if (feed->id == 0 && self->named == NULL)
        self->named = dup_named (self, cancellable);
      g_task_return_error (task, error);
      return;
    }
  self->plan = _pm_notebook_make_plan (content->links);
  self->ttl = content->ttl;
  self->is_whole = content->is_whole;
  if (feed->title == NULL)
    feed->title = g_steal_pointer (&content->title);
  g_task_return_boolean (task, TRUE);
}

static void fetch (Check *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Check *self = user_data;
  PmFeed *feed = self->feed;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_in (self);
  else if (self->named != NULL && !g_str_equal (self->named, feed->url) &&
           self->round->notebook->writer != NULL)
    {
      g_error_free (error);
      g_free (feed->url);
      feed->url = g_strdup (self->named);
      fetch (self);
    }
  else
    settle (self, 0, error);
}

/* --- fetching --- */

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Check *self = user_data;
  GError *error = NULL;
  PmPage *page;

  g_clear_pointer (&self->terms, pm_fetch_terms_free);
  page = pm_fetcher_fetch_feed_finish (PM_FETCHER (source), result, &self->terms, &error);
  if (page == NULL)
    {
      settle (self, self->terms->retry_at, error);
      return;
    }
  g_clear_pointer (&self->page, pm_page_unref);
  self->page = page;
  if (page->body != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self->round->notebook, self->round->cancellable, read_cb,
                                           self);

      g_task_set_task_data (task, self, NULL);
      g_task_run_in_thread (task, read_thread);
    }
  else
    {
      take_terms (self);
      settle (self, 0, NULL);
    }
}

static void
fetch (Check *self)
{
  pm_fetcher_fetch_feed_async (_pm_notebook_get_fetcher (self->round->notebook), self->feed->url,
                               self->feed->etag, self->feed->modified, self->page,
                               self->round->cancellable, fetched_cb, self);
}

void
_pm_round_check (PmRound *self, PmFeed *feed)
{
  Check *check = g_new0 (Check, 1);

  check->round = self;
  check->feed = feed;
  check->host = _pm_round_dup_host (feed);
  /* Until somebody says something else, what was said the last time. */
  check->ttl = feed->error == NULL ? (feed->due - feed->checked) / G_USEC_PER_SEC : -1;
  fetch (check);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which feeds are checked, and when each: see pm-notebook-round-private.h. */

#include "pm-notebook-round-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE 4

static void
sight_free (PmSight *self)
{
  pm_feed_free (self->feed);
  pm_plan_unref (self->plan);
  g_free (self);
}

static void
round_free (PmRound *self)
{
  g_object_unref (self->notebook);
  g_object_unref (self->task);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->plan, pm_plan_unref);
  g_strfreev (self->tags);
  g_free (self->collection);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->hosts);
  g_clear_pointer (&self->intake, pm_intake_free);
  g_clear_pointer (&self->sight, sight_free);
  g_clear_error (&self->error);
  g_free (self);
}

static void
cancelled_cb (GCancellable *source, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static PmRound *
round_new (PmNotebook *notebook,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  PmRound *self = g_new0 (PmRound, 1);

  self->notebook = g_object_ref (notebook);
  self->task = g_task_new (notebook, cancellable, callback, user_data);
  g_task_set_check_cancellable (self->task, FALSE);
  self->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    self->cancel_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                  g_object_ref (self->cancellable), g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_feed_free);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->intake = pm_intake_new ();
  g_ptr_array_add (notebook->rounds, self);
  return self;
}

static void
wind_up (PmRound *self)
{
  g_cancellable_disconnect (g_task_get_cancellable (self->task), self->cancel_handler);
  g_ptr_array_remove (self->notebook->rounds, self);
  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else if (self->looks && self->sight == NULL)
    g_task_return_new_error (self->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                             _ ("The notebook is closed."));
  else if (self->looks)
    g_task_return_pointer (self->task, g_steal_pointer (&self->sight), (GDestroyNotify) sight_free);
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->intake),
                           (GDestroyNotify) pm_intake_free);
  round_free (self);
}

char *
_pm_round_dup_host (const PmFeed *feed)
{
  const char *start = strstr (feed->url, "://");
  const char *host = start != NULL ? start + 3 : feed->url;

  return g_strndup (host, strcspn (host, "/?#"));
}

static gboolean
start_one (PmRound *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      g_autofree char *host = _pm_round_dup_host (self->waiting->pdata[i]);

      if (g_hash_table_contains (self->hosts, host))
        continue;
      g_hash_table_add (self->hosts, g_steal_pointer (&host));
      self->n_running++;
      _pm_round_check (self, g_ptr_array_steal_index (self->waiting, i));
      return TRUE;
    }
  return FALSE;
}

static void
start_next (PmRound *self)
{
  gboolean more = TRUE;

  while (more && self->n_running < AT_ONCE && self->notebook->writer != NULL &&
         !g_cancellable_is_cancelled (self->cancellable))
    more = start_one (self);
  if (self->n_running == 0)
    wind_up (self);
}

void
_pm_round_leave (PmRound *self, const char *host)
{
  g_hash_table_remove (self->hosts, host);
  self->n_running--;
  start_next (self);
}

/* --- whom to ask --- */

static gboolean
is_wanted (PmRound *self, const PmFeed *feed)
{
  if (self->chosen == NULL)
    return feed->due <= g_get_real_time ();
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, gint64, i) == feed->id)
      return TRUE;
  return FALSE;
}

static gpointer
choose_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmRound *self = data;
  g_autoptr (GPtrArray) feeds = pm_store_list_feeds (db, error);

  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    if (is_wanted (self, feeds->pdata[i]))
      g_ptr_array_add (self->waiting, pm_feed_copy (feeds->pdata[i]));
  return feeds != NULL ? self : NULL;
}

/* @more: (nullable). Returns: (transfer full): the names in both, each once. */
static char **
join_names (char **names, char **more)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new ();
  char **lists[] = { names, more };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (char **name = lists[i]; name != NULL && *name != NULL; name++)
      if (**name != '\0' && !g_ptr_array_find_with_equal_func (joined, *name, g_str_equal, NULL))
        g_ptr_array_add (joined, *name);
  g_ptr_array_add (joined, NULL);
  return g_strdupv ((char **) joined->pdata);
}

/* @name: (nullable) */
static const char *
get_name (const char *name)
{
  return name != NULL && *name != '\0' ? name : NULL;
}

static PmFeed *
make_feed (PmRound *self, const PmPlanned *planned)
{
  PmFeed *feed = pm_feed_new (planned->address);
  const PmLink *link = planned->link;

  feed->added = g_get_real_time ();
  feed->title = g_strdup (link->title);
  feed->collection = g_strdup (
      get_name (link->collection != NULL ? link->collection : self->collection));
  feed->tags = join_names (self->tags, link->tags);
  return feed;
}

static gpointer
follow_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmRound *self = data;

  for (guint i = 0; i < self->plan->links->len; i++)
    {
      const PmPlanned *planned = self->plan->links->pdata[i];
      g_autoptr (PmFeed) feed = NULL;
      gint64 id;

      if (planned->fate != PM_FATE_FEED)
        continue;
      if (!pm_store_find_feed (db, planned->address, &id, error))
        return NULL;
      feed = make_feed (self, planned);
      if (id == 0)
        id = pm_store_put_feed (db, feed, error);
      g_clear_pointer (&feed, pm_feed_free);
      feed = id != 0 ? pm_store_load_feed (db, id, error) : NULL;
      if (feed == NULL)
        return NULL;
      g_ptr_array_add (self->waiting, g_steal_pointer (&feed));
    }
  return self;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmRound *self = user_data;

  if (_pm_notebook_run_finish (PM_NOTEBOOK (source), result, &self->error) != NULL)
    start_next (self);
  else
    wind_up (self);
}

/* --- public --- */

/* One feed, which there may be no row for. */
static void
start_with (PmRound *self, const char *address)
{
  char *url = pm_fetch_normalize_url (address, &self->error);
  PmFeed *feed;

  if (url == NULL)
    {
      wind_up (self);
      return;
    }
  feed = pm_feed_new (NULL);
  feed->url = url;
  feed->tags = join_names (self->tags, NULL);
  feed->collection = g_strdup (get_name (self->collection));
  g_ptr_array_add (self->waiting, feed);
  start_next (self);
}

void
pm_notebook_look_at_feed_async (PmNotebook *self,
                                const char *address,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  PmRound *round = round_new (self, cancellable, callback, user_data);

  round->looks = TRUE;
  start_with (round, address);
}

PmFeed *
pm_notebook_look_at_feed_finish (PmNotebook *self,
                                 GAsyncResult *result,
                                 PmPlan **plan,
                                 GError **error)
{
  PmSight *sight = g_task_propagate_pointer (G_TASK (result), error);
  PmFeed *feed;

  if (sight == NULL)
    return NULL;
  feed = g_steal_pointer (&sight->feed);
  *plan = g_steal_pointer (&sight->plan);
  g_free (sight);
  return feed;
}

void
pm_notebook_follow_async (PmNotebook *self,
                          const char *address,
                          const char *const *tags,
                          const char *collection,
                          PmFeedDone feed_done,
                          PmLinkDone link_done,
                          gpointer done_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  PmRound *round = round_new (self, cancellable, callback, user_data);

  round->tags = g_strdupv ((char **) tags);
  round->collection = g_strdup (collection);
  round->feed_done = feed_done;
  round->link_done = link_done;
  round->done_data = done_data;
  start_with (round, address);
}

void
pm_notebook_follow_links_async (PmNotebook *self,
                                PmPlan *plan,
                                const char *const *tags,
                                const char *collection,
                                PmFeedDone feed_done,
                                PmLinkDone link_done,
                                gpointer done_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  PmRound *round = round_new (self, cancellable, callback, user_data);

  round->plan = pm_plan_ref (plan);
  round->tags = g_strdupv ((char **) tags);
  round->collection = g_strdup (collection);
  round->feed_done = feed_done;
  round->link_done = link_done;
  round->done_data = done_data;
  _pm_notebook_run_async (self, follow_job, round, NULL, NULL, 0, PM_NOTEBOOK_FEEDS,
                          round->cancellable, chosen_cb, round);
}

void
pm_notebook_check_feeds_async (PmNotebook *self,
                               GArray *feeds,
                               PmFeedDone feed_done,
                               PmLinkDone link_done,
                               gpointer done_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  PmRound *round = round_new (self, cancellable, callback, user_data);

  round->chosen = feeds != NULL ? g_array_copy (feeds) : NULL;
  round->feed_done = feed_done;
  round->link_done = link_done;
  round->done_data = done_data;
  _pm_notebook_run_async (self, choose_job, round, NULL, NULL, 0, 0, round->cancellable, chosen_cb,
                          round);
}

PmIntake *
pm_notebook_check_feeds_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
_pm_notebook_cancel_feeds (PmNotebook *self)
{
  for (guint i = 0; i < self->rounds->len; i++)
    g_cancellable_cancel (((PmRound *) self->rounds->pdata[i])->cancellable);
}

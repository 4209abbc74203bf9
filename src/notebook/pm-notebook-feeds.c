/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The feeds that are followed, as rows. */

#include "pm-notebook-private.h"

static gpointer
list_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_feeds (db, error);
}

GPtrArray *
pm_notebook_list_feeds (PmNotebook *self, GError **error)
{
  return _pm_notebook_run (self, list_job, NULL, (GDestroyNotify) g_ptr_array_unref, 0, 0, error);
}

void
pm_notebook_list_feeds_async (PmNotebook *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  _pm_notebook_run_async (self, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, 0, 0,
                          cancellable, callback, user_data);
}

GPtrArray *
pm_notebook_list_feeds_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

/* --- what the user says --- */

typedef struct
{
  gint64 feed;
  gboolean follow;
} Decision;

static gpointer
decide_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Decision *decision = data;
  gint64 ended = decision->follow ? 0 : g_get_real_time ();

  return GINT_TO_POINTER (pm_store_end_feed (db, decision->feed, ended, error));
}

gboolean
pm_notebook_set_followed (PmNotebook *self, gint64 feed, gboolean follow, GError **error)
{
  Decision decision = { feed, follow };

  return _pm_notebook_run (self, decide_job, &decision, NULL, 0, PM_NOTEBOOK_FEEDS, error) != NULL;
}

void
pm_notebook_set_followed_async (PmNotebook *self,
                                gint64 feed,
                                gboolean follow,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Decision *decision = g_new0 (Decision, 1);

  *decision = (Decision){ feed, follow };
  _pm_notebook_run_async (self, decide_job, decision, g_free, NULL, 0, PM_NOTEBOOK_FEEDS,
                          cancellable, callback, user_data);
}

gboolean
pm_notebook_set_followed_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error) != NULL;
}

/* --- what a check brought --- */

/* Whatever address led here: a feed that is followed already stays what the user made of it. */
static gboolean
take_over (PmDb *db, PmFeed *feed, GError **error)
{
  g_autoptr (PmFeed) known = NULL;

  if (!pm_store_find_feed (db, feed->url, &feed->id, error))
    return FALSE;
  if (feed->id == 0)
    {
      feed->added = feed->checked;
      feed->id = pm_store_put_feed (db, feed, error);
      return feed->id != 0;
    }
  known = pm_store_load_feed (db, feed->id, error);
  if (known == NULL)
    return FALSE;
  g_strfreev (feed->tags);
  g_free (feed->collection);
  feed->tags = g_steal_pointer (&known->tags);
  feed->collection = g_steal_pointer (&known->collection);
  return TRUE;
}

gboolean
_pm_notebook_store_feed (PmDb *db, PmFeed *feed, GError **error)
{
  return (feed->id != 0 || take_over (db, feed, error)) &&
         pm_store_put_feed_state (db, feed, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <string.h>

/* Each site's robots.txt, asked for once a day by the first that wants to go there, while the
 * others wait for the answer too. What cannot be had for a reason of the site's own keeps everybody
 * out for a while, as RFC 9309 wants it; a site without one lets everybody in. */

#define MAX_AGE (24 * G_TIME_SPAN_HOUR)
#define MAX_ERROR_AGE (5 * G_TIME_SPAN_MINUTE)

typedef struct
{
  char *url;
  gpointer data;
} Waiter;

typedef struct
{
  PmGate *gate;
  char *url; /* of the robots.txt */
  PmReach reach;
  PmRobots *robots;   /* (nullable): not here, or not to be had */
  GError *error;      /* (nullable): why it is not to be had */
  gint64 until;       /* monotonic µs */
  GPtrArray *waiters; /* (element-type Waiter) (nullable): while it is asked for */
  GCancellable *cancellable;
} Site;

struct _PmGate
{
  PmFetcher *fetcher; /* borrowed: it owns this */
  void (*answer) (gpointer data, GError *error);
  GHashTable *sites; /* by reach and origin */
};

static void
waiter_free (gpointer data)
{
  g_free (((Waiter *) data)->url);
  g_free (data);
}

static void
site_free (gpointer data)
{
  Site *self = data;

  g_clear_pointer (&self->robots, _pm_robots_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->waiters, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  g_free (self->url);
  g_free (self);
}

PmGate *
_pm_gate_new (PmFetcher *fetcher, void (*answer) (gpointer data, GError *error))
{
  PmGate *self = g_new0 (PmGate, 1);

  self->fetcher = fetcher;
  self->answer = answer;
  self->sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, site_free);
  return self;
}

void
_pm_gate_free (PmGate *self)
{
  g_hash_table_unref (self->sites);
  g_free (self);
}

/* Returns: (nullable) (transfer full): why @url may not be fetched. */
static GError *
judge (Site *site, const char *url)
{
  g_autofree char *host = NULL;

  if (site->error != NULL)
    return g_error_copy (site->error);
  if (_pm_robots_allow (site->robots, url))
    return NULL;
  host = _pm_fetch_dup_host (url);
  return _pm_fetch_error_disallowed (host);
}

/* Whether the site has no robots.txt, or one that cannot matter. */
static gboolean
is_open (const GError *error)
{
  static const PmFetchError open[] = { PM_FETCH_ERROR_NOT_FOUND, PM_FETCH_ERROR_DENIED,
                                       PM_FETCH_ERROR_CLIENT_STATUS, PM_FETCH_ERROR_EMPTY,
                                       PM_FETCH_ERROR_TOO_MANY_REDIRECTS };

  for (gsize i = 0; i < G_N_ELEMENTS (open); i++)
    if (g_error_matches (error, PM_FETCH_ERROR, (int) open[i]))
      return TRUE;
  return FALSE;
}

static void read_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
ask_site (Site *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  _pm_fetcher_fetch_robots_async (self->gate->fetcher, self->url, self->reach, self->cancellable,
                                  read_cb, self);
}

static void
answer_all (Site *self)
{
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  for (guint i = 0; i < waiters->len; i++)
    {
      Waiter *waiter = waiters->pdata[i];

      self->gate->answer (waiter->data, judge (self, waiter->url));
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Site *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmPage) page = pm_fetcher_fetch_finish (PM_FETCHER (source), result, &error);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* Somebody came after the last one had left. */
  if (cancelled && self->waiters->len > 0)
    {
      ask_site (self);
      return;
    }
  if (page != NULL || is_open (error))
    self->robots = _pm_robots_new (page != NULL ? page->content : NULL);
  else
    self->error = g_steal_pointer (&error);
  if (!cancelled)
    self->until = g_get_monotonic_time () + (self->robots != NULL ? MAX_AGE : MAX_ERROR_AGE);
  answer_all (self);
}

/* What a redirect may lead to depends on the reach of who asks, so that is part of the key. */
static Site *
find_site (PmGate *self, const char *url, PmReach reach)
{
  const char *host = strstr (url, "://") + 3;
  g_autofree char *origin = g_strndup (url, host - url + strcspn (host, "/?#"));
  g_autofree char *key = g_strdup_printf ("%d %s", (int) reach, origin);
  Site *site = g_hash_table_lookup (self->sites, key);

  if (site != NULL && (site->waiters != NULL || g_get_monotonic_time () < site->until))
    return site;
  site = g_new0 (Site, 1);
  site->gate = self;
  site->url = g_strconcat (origin, "/robots.txt", NULL);
  site->reach = reach;
  site->waiters = g_ptr_array_new_with_free_func (waiter_free);
  g_hash_table_insert (self->sites, g_steal_pointer (&key), site);
  ask_site (site);
  return site;
}

void
_pm_gate_ask (PmGate *self, const char *url, PmReach reach, gpointer data)
{
  Site *site = find_site (self, url, reach);
  Waiter *waiter;

  if (site->waiters == NULL)
    {
      self->answer (data, judge (site, url));
      return;
    }
  waiter = g_new0 (Waiter, 1);
  *waiter = (Waiter){ g_strdup (url), data };
  g_ptr_array_add (site->waiters, waiter);
}

static void
leave (Site *site, gpointer data)
{
  for (guint i = 0; i < site->waiters->len; i++)
    if (((Waiter *) site->waiters->pdata[i])->data == data)
      {
        g_ptr_array_remove_index (site->waiters, i);
        /* It is not worth waiting for when nobody does. */
        if (site->waiters->len == 0)
          g_cancellable_cancel (site->cancellable);
        return;
      }
}

void
_pm_gate_cancel (PmGate *self, gpointer data)
{
  GHashTableIter iter;
  gpointer site;

  g_hash_table_iter_init (&iter, self->sites);
  while (g_hash_table_iter_next (&iter, NULL, &site))
    if (((Site *) site)->waiters != NULL)
      leave (site, data);
}

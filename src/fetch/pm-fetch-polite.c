/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

/* Who may start when: a few requests a host at once, a pause between their starts, and a ceiling
 * over all hosts, so that a list of ten thousand links opens no ten thousand connections. A host is
 * forgotten when nobody is there and its pause is over. */

#define MAX_ACTIVE 16

typedef struct
{
  PmPolite *polite;
  char *name;
  GQueue waiting; /* of the waiters' data */
  guint active;
  gboolean listed; /* in the list of hosts that only wait for the ceiling */
  gint64 pause;
  gint64 next_start; /* monotonic µs */
  GSource *alarm;
} Host;

struct _PmPolite
{
  guint per_host;
  gint64 pause;
  void (*turn) (gpointer data);
  GHashTable *hosts;
  GQueue ready; /* of Host, borrowed */
  guint active;
  GSource *pump;
};

static void
host_free (Host *host)
{
  g_queue_clear (&host->waiting);
  _pm_alarm_clear (&host->alarm);
  g_free (host->name);
  g_free (host);
}

/* Finds out what @host waits for next. */
static void
host_review (Host *host)
{
  PmPolite *self = host->polite;
  gboolean paused = g_get_monotonic_time () < host->next_start;
  gboolean wanted = host->waiting.length > 0 && host->active < self->per_host;

  if (host->listed)
    return;
  if (paused)
    g_source_set_ready_time (host->alarm, host->next_start);
  else if (wanted)
    {
      host->listed = TRUE;
      g_queue_push_tail (&self->ready, host);
      g_source_set_ready_time (self->pump, 0);
    }
  else if (host->waiting.length == 0 && host->active == 0)
    g_hash_table_remove (self->hosts, host->name);
}

static gboolean
host_due_cb (gpointer data)
{
  host_review (data);
  return G_SOURCE_CONTINUE;
}

static Host *
find_host (PmPolite *self, const char *name)
{
  Host *host = g_hash_table_lookup (self->hosts, name);

  if (host != NULL)
    return host;
  host = g_new0 (Host, 1);
  host->polite = self;
  host->name = g_strdup (name);
  g_queue_init (&host->waiting);
  host->pause = _pm_fetch_reach_of_host (name) == PM_REACH_LOCAL ? 0 : self->pause;
  host->alarm = _pm_alarm_new (host_due_cb, host);
  g_hash_table_insert (self->hosts, host->name, host);
  return host;
}

/* Hosts take turns, so that one with a thousand waiters does not hold up the rest. */
static gboolean
pump_cb (gpointer data)
{
  PmPolite *self = data;

  while (self->active < MAX_ACTIVE && self->ready.length > 0)
    {
      Host *host = g_queue_pop_head (&self->ready);
      gint64 now = g_get_monotonic_time ();
      gpointer waiter = now < host->next_start ? NULL : g_queue_pop_head (&host->waiting);

      host->listed = FALSE;
      if (waiter != NULL)
        {
          host->active++;
          self->active++;
          host->next_start = now + host->pause;
        }
      host_review (host);
      if (waiter != NULL)
        self->turn (waiter);
    }
  return G_SOURCE_CONTINUE;
}

PmPolite *
_pm_polite_new (guint per_host, guint pause_ms, void (*turn) (gpointer data))
{
  PmPolite *self = g_new0 (PmPolite, 1);

  self->per_host = MAX (per_host, 1);
  self->pause = (gint64) pause_ms * 1000;
  self->turn = turn;
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) host_free);
  g_queue_init (&self->ready);
  self->pump = _pm_alarm_new (pump_cb, self);
  return self;
}

void
_pm_polite_free (PmPolite *self)
{
  _pm_alarm_clear (&self->pump);
  g_queue_clear (&self->ready);
  g_hash_table_unref (self->hosts);
  g_free (self);
}

void
_pm_polite_wait (PmPolite *self, const char *host, gpointer data)
{
  Host *found = find_host (self, host);

  g_queue_push_tail (&found->waiting, data);
  host_review (found);
}

void
_pm_polite_cancel (PmPolite *self, const char *host, gpointer data)
{
  Host *found = find_host (self, host);

  g_queue_remove (&found->waiting, data);
  host_review (found);
}

void
_pm_polite_leave (PmPolite *self, const char *host)
{
  Host *found = find_host (self, host);

  g_assert (found->active > 0);
  found->active--;
  self->active--;
  if (self->ready.length > 0)
    g_source_set_ready_time (self->pump, 0);
  host_review (found);
}

void
_pm_polite_hold (PmPolite *self, const char *host, gint64 until)
{
  Host *found = find_host (self, host);

  found->next_start = MAX (found->next_start, until);
  host_review (found);
}

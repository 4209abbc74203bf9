/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-notebook-private.h"

G_BEGIN_DECLS

/* Feeds are checked in rounds: a few at once, and never two of one host. */

/* A feed that was looked at, and what is in it. */
typedef struct
{
  PmFeed *feed;
  PmPlan *plan;
} PmSight;

typedef struct
{
  PmNotebook *notebook;
  GTask *task;
  GCancellable *cancellable;
  gulong cancel_handler;
  PmFeedDone feed_done;
  PmLinkDone link_done;
  gpointer done_data;

  PmPlan *plan;       /* (nullable): of feeds that are to be followed */
  char **tags;        /* (nullable): for their articles */
  char *collection;   /* (nullable): likewise */
  GArray *chosen;     /* (element-type gint64) (nullable): those that are due */
  gboolean looks;     /* and changes nothing */
  GPtrArray *waiting; /* (element-type PmFeed) */
  GHashTable *hosts;  /* where a check is under way */
  guint n_running;
  PmIntake *intake;
  PmSight *sight; /* (nullable): of what was looked at */
  GError *error;  /* (nullable): of a feed that there is no row for */
} PmRound;

/* Checks @feed (transfer full), and says so to @self when it is over. */
void _pm_round_check (PmRound *self, PmFeed *feed);
/* A check is over. */
void _pm_round_leave (PmRound *self, const char *host);
/* Returns: (transfer full): whom @feed is asked from. */
char *_pm_round_dup_host (const PmFeed *feed);

G_END_DECLS

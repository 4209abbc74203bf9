/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PM_TYPE_FEED (pm_feed_get_type ())

/* A feed that is followed: its articles come into the notebook by themselves. A plain value. Times
 * are µs UTC, 0 when unset. */
typedef struct
{
  gint64 id;
  char *url;
  char *title; /* (nullable) */
  gint64 added;
  char *collection; /* (nullable): given to its articles */
  char **tags;      /* (nullable): likewise */
  gint64 checked;   /* the last time that its server was asked */
  gint64 due;       /* when to ask again, at the earliest */
  char *etag;       /* (nullable): to ask with */
  char *modified;   /* (nullable): likewise */
  char *error;      /* (nullable): one sentence: why it could not be read the last time */
} PmFeed;

GType pm_feed_get_type (void) G_GNUC_CONST;
PmFeed *pm_feed_new (const char *url);
PmFeed *pm_feed_copy (const PmFeed *self);
void pm_feed_free (PmFeed *self);

/* Returns: what to call it: its title, or else its address. */
const char *pm_feed_get_name (const PmFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmFeed, pm_feed_free)

G_END_DECLS

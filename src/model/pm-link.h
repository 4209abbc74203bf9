/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One link of a list: an address that may become an article, and what the list says about it. A
 * plain value. */
typedef struct
{
  char *url;        /* as the list has it; not an address at all when there is a @problem */
  char *title;      /* (nullable) */
  char *note;       /* (nullable): the user's own words about it */
  char *collection; /* (nullable): the folder it lay in */
  char **tags;      /* (nullable) */
  gint64 added;     /* µs UTC, 0 when the list does not say */
  gboolean feed;    /* leads to a feed, not to an article */
  char *problem;    /* (nullable): one sentence: why it cannot be captured */
} PmLink;

PmLink *pm_link_new (const char *url);
void pm_link_free (PmLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmLink, pm_link_free)

G_END_DECLS

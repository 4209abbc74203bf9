/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-feed.h"

G_DEFINE_BOXED_TYPE (PmFeed, pm_feed, pm_feed_copy, pm_feed_free)

PmFeed *
pm_feed_new (const char *url)
{
  PmFeed *self = g_new0 (PmFeed, 1);

  self->url = g_strdup (url);
  return self;
}

PmFeed *
pm_feed_copy (const PmFeed *self)
{
  PmFeed *copy = pm_feed_new (self->url);

  copy->id = self->id;
  copy->title = g_strdup (self->title);
  copy->added = self->added;
  copy->collection = g_strdup (self->collection);
  copy->tags = g_strdupv (self->tags);
  copy->checked = self->checked;
  copy->due = self->due;
  copy->etag = g_strdup (self->etag);
  copy->modified = g_strdup (self->modified);
  copy->error = g_strdup (self->error);
  return copy;
}

void
pm_feed_free (PmFeed *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self->collection);
  g_strfreev (self->tags);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->error);
  g_free (self);
}

const char *
pm_feed_get_name (const PmFeed *self)
{
  return self->title != NULL ? self->title : self->url;
}

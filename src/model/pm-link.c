/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-link.h"

PmLink *
pm_link_new (const char *url)
{
  PmLink *self = g_new0 (PmLink, 1);

  self->url = g_strdup (url);
  return self;
}

void
pm_link_free (PmLink *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self->note);
  g_free (self->collection);
  g_strfreev (self->tags);
  g_free (self->problem);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cited.h"

PmCited *
pm_cited_new (const char *name, const char *url, PmSourceKind kind)
{
  PmCited *self = g_new0 (PmCited, 1);

  self->name = g_strdup (name);
  self->url = g_strdup (url);
  self->kind = kind;
  return self;
}

void
pm_cited_free (PmCited *self)
{
  g_free (self->name);
  g_free (self->url);
  g_clear_pointer (&self->citing, g_ptr_array_unref);
  g_free (self);
}

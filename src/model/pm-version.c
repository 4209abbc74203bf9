/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-version.h"

G_DEFINE_BOXED_TYPE (PmVersion, pm_version, pm_version_copy, pm_version_free)

PmVersion *
pm_version_new (gint64 capture)
{
  PmVersion *self = g_new0 (PmVersion, 1);

  self->capture = capture;
  return self;
}

PmVersion *
pm_version_copy (const PmVersion *self)
{
  PmVersion *copy = g_new (PmVersion, 1);

  *copy = *self;
  copy->url = g_strdup (self->url);
  copy->sha256 = g_strdup (self->sha256);
  return copy;
}

void
pm_version_free (PmVersion *self)
{
  g_free (self->url);
  g_free (self->sha256);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-resource.h"

/* The reference count stands behind the fields that everyone may read. */
typedef struct
{
  PmResource resource;
  gatomicrefcount ref_count;
} PmResourcePrivate;

G_DEFINE_BOXED_TYPE (PmResource, pm_resource, pm_resource_ref, pm_resource_unref)

PmResource *
pm_resource_new (const char *url, const char *type, GBytes *bytes)
{
  PmResourcePrivate *priv = g_new0 (PmResourcePrivate, 1);

  g_atomic_ref_count_init (&priv->ref_count);
  priv->resource.url = g_strdup (url);
  priv->resource.type = g_strdup (type);
  priv->resource.bytes = g_bytes_ref (bytes);
  return &priv->resource;
}

PmResource *
pm_resource_ref (PmResource *self)
{
  g_atomic_ref_count_inc (&((PmResourcePrivate *) self)->ref_count);
  return self;
}

void
pm_resource_unref (PmResource *self)
{
  if (!g_atomic_ref_count_dec (&((PmResourcePrivate *) self)->ref_count))
    return;
  g_free (self->url);
  g_free (self->type);
  g_bytes_unref (self->bytes);
  g_free (self);
}

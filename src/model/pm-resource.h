/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PM_TYPE_RESOURCE (pm_resource_get_type ())

/* Something that a page shows and carries within itself, an image. A boxed value, immutable once
 * handed on. */
typedef struct
{
  char *url;  /* by which the document's marks name it */
  char *type; /* media type: "image/png" */
  GBytes *bytes;
} PmResource;

GType pm_resource_get_type (void) G_GNUC_CONST;

PmResource *pm_resource_new (const char *url, const char *type, GBytes *bytes);
PmResource *pm_resource_ref (PmResource *self);
void pm_resource_unref (PmResource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmResource, pm_resource_unref)

G_END_DECLS

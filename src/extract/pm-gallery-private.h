/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"

G_BEGIN_DECLS

/* The pictures of an article, each once. */
typedef struct
{
  GHashTable *addresses;       /* (element-type utf8) */
  const PmNode *last;          /* (nullable) */
  const PmNode *last_noscript; /* (nullable): that @last is in */
} PmGallery;

void _pm_gallery_init (PmGallery *self);
void _pm_gallery_clear (PmGallery *self);
/* @noscript: (nullable): the <noscript> that @image is in.
 * Returns: (transfer full) (nullable): the block of <img> @image, or %NULL when it is no picture
 * for readers or was there before. */
PmBlock *
_pm_gallery_add (PmGallery *self, const PmNode *image, const PmNode *noscript, const char *base);

G_END_DECLS

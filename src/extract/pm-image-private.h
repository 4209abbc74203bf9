/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* Whether @node is an element of a page's own making that stands for an <img>. */
gboolean _pm_image_is_custom (const PmNode *node);
/* Returns: (transfer full) (nullable): the absolute address of the picture that <img> @image shows
 * once its page's scripts have run: lazily loaded ones have it in data- attributes, in srcset, or
 * in the <source>s beside them. Of one whose bytes came with the page, what the page calls it: an
 * address, "cid:…", or the name that pm-data-images-private.h gives it. %NULL for what is no
 * picture for readers: counting pixels, inlined placeholders, spacers. */
char *_pm_image_dup_address (const PmNode *image, const char *base);

G_END_DECLS

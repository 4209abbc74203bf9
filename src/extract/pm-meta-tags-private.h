/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* The <meta> elements of a page by their name, property or itemprop, ignoring case. */
typedef struct _PmMetaTags PmMetaTags;

PmMetaTags *_pm_meta_tags_new (PmTree *tree);
void _pm_meta_tags_free (PmMetaTags *self);

/* Returns: (transfer none) (nullable): the first value that is not empty, entities decoded, white
 * space collapsed. */
const char *_pm_meta_tags_get (PmMetaTags *self, const char *name);
/* Returns: (transfer none) (nullable) (element-type utf8): all values, in order. */
GPtrArray *_pm_meta_tags_list (PmMetaTags *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmMetaTags, _pm_meta_tags_free)

G_END_DECLS

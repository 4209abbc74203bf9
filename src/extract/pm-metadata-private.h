/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-json-ld-private.h"
#include "pm-page.h"
#include "pm-tree-private.h"

G_BEGIN_DECLS

/* What a page says about its article: for every field the first usable value, best source first
 * (of titles the one that stands over the article), with the key it came from. A value is unusable
 * when it is empty, has no letter or digit, is an unfilled template ("{{title}}"), an address where
 * a name is due, or, as a title, the site's name.
 */
typedef struct
{
  char *values[PM_N_META];
  char *keys[PM_N_META];
} PmMetadata;

/* @tree: with its furniture marked. @base: what addresses are relative to. */
PmMetadata *_pm_metadata_read (PmTree *tree, PmJsonLd *json_ld, PmPage *page, const char *base);
void _pm_metadata_free (PmMetadata *self);
void _pm_metadata_store (PmMetadata *self, PmDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmMetadata, _pm_metadata_free)

G_END_DECLS

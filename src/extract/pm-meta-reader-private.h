/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-meta-tags-private.h"
#include "pm-metadata-private.h"

G_BEGIN_DECLS

/* What the parts of reading metadata share: where to look, and the fields found so far. */
typedef struct
{
  PmMetadata *result;
  PmTree *tree;
  PmJsonLd *json_ld;
  JsonObject *article; /* (nullable) */
  PmMetaTags *tags;
  PmPage *page;
  const char *base;
  const PmNode *headline; /* (nullable): the heading that the title is, once it is read */
} PmMetaReader;

gboolean _pm_meta_reader_is_usable (const char *value);
/* @value: (transfer full) (nullable). Returns: whether the field is set now, by this or before. */
gboolean _pm_meta_reader_take (PmMetaReader *self, PmMetaField field, char *value, const char *key);
/* Whether @text is the site's name, or its host's. */
gboolean _pm_meta_reader_names_site (PmMetaReader *self, const char *text);
/* Whether @node belongs to another article that this page only announces, or to a reader's comment.
 */
gboolean _pm_meta_reader_is_elsewhere (const PmNode *node);

/* Returns: (transfer full) (nullable): the text of @node, or %NULL when it is longer than @max
 * bytes or empty. Costs little where there is much text or many elements. */
char *_pm_meta_reader_dup_short (const PmNode *node, gsize max);
/* Whether the class or id of @node holds one of @words, ignoring case.
 * @words: in small letters, %NULL at the end. */
gboolean _pm_meta_reader_is_called (const PmNode *node, const char *const *words);
/* Bytes of running text below the headline within which its byline and date stand; further down are
 * those of other articles. */
#define PM_META_NEAR 1500
/* Returns: (nullable): from where to look for what stands around the headline: some put it above.
 */
const PmNode *_pm_meta_reader_get_start (PmMetaReader *self);
/* Returns: the bytes of @node when it is running text that is shown, or 0. */
gsize _pm_meta_reader_measure_prose (const PmNode *node);

void _pm_meta_reader_read_title (PmMetaReader *self);
void _pm_meta_reader_read_byline (PmMetaReader *self);
void _pm_meta_reader_read_dates (PmMetaReader *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-census-private.h"
#include "pm-metadata-private.h"
#include "pm-saved-private.h"

G_BEGIN_DECLS

/* What one page gives to its article, which may be cut into several. */
typedef struct
{
  PmSaved *saved;
  char *text; /* what the tree stands on */
  gsize length;
  PmTree *tree;
  PmJsonLd *json_ld;
  PmCensus census;
  PmMetadata *metadata;
  GPtrArray *blocks; /* (element-type PmBlock) */
  char *next;        /* (nullable): the address of the page after it */
} PmPart;

void _pm_part_clear (PmPart *self);
/* Finds the text of @page. */
gboolean _pm_part_open (PmPart *self, PmPage *page, GError **error);
/* Reads it as HTML. @first: (nullable): the article's first page, when this is not it but page
 * @number. */
void _pm_part_read (PmPart *self, const PmPart *first, int number);
/* Reads the pages after @page and moves their blocks behind those of @first; one that cannot be
 * read ends the article. */
void _pm_part_append_pages (PmPart *first, PmPage *page);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PmPart, _pm_part_clear)

G_END_DECLS

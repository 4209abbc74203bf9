/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"
#include "pm-article.h"
#include "pm-document.h"
#include "pm-entity-correction.h"
#include "pm-highlight.h"
#include "pm-page.h"
#include "pm-quote-verdict.h"
#include "pm-resource.h"

G_BEGIN_DECLS

#define PM_TYPE_RECORD (pm_record_get_type ())

/* One article whole: what the reader opens and a bundle carries. A boxed value, immutable once
 * handed on. */
typedef struct
{
  PmArticle *article;
  PmDocument *document;  /* (nullable): %NULL while it is not fetched */
  PmAnalysis *analysis;  /* (nullable): as the user's corrections have it */
  GPtrArray *highlights; /* (element-type PmHighlight): in order of the text, orphans last */
  PmPage *page; /* (nullable): the capture @document was made from; without its bytes unless asked
                   for */
  GPtrArray *corrections; /* (element-type PmEntityCorrection): that had something to correct in
                             @analysis, in the order in which they hold; then those that keep one
                             of its entities apart from another */
  GPtrArray *verdicts;    /* (element-type PmQuoteVerdict): in the order in which they were given */
  GPtrArray *captures;    /* (element-type PmPage): every capture, newest first, without bytes */
  GPtrArray *images;      /* (element-type PmResource): those that a bundle brings; else empty */
} PmRecord;

GType pm_record_get_type (void) G_GNUC_CONST;
/* @article: (transfer full) */
PmRecord *pm_record_new (PmArticle *article);
PmRecord *pm_record_ref (PmRecord *self);
void pm_record_unref (PmRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmRecord, pm_record_unref)

G_END_DECLS

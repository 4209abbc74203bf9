/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-census-private.h"
#include "pm-metadata-private.h"

G_BEGIN_DECLS

/* What speaks for and against a page being one article, as numbers of about the same size. What
 * each of them weighs is learned from pages that people have sorted: whoever changes this list, or
 * what an entry counts, has to learn anew (pm-verdict-weights-private.h says how). */
typedef enum
{
  /* What the page says it is. */
  PM_EVIDENCE_OG_ARTICLE,
  PM_EVIDENCE_OG_WEBSITE,
  PM_EVIDENCE_OG_PRODUCT,
  PM_EVIDENCE_DATA_PRODUCT, /* in JSON-LD or microdata */
  PM_EVIDENCE_DATA_SITE,
  PM_EVIDENCE_DATED,
  PM_EVIDENCE_DATED_HEAD, /* in data, not in words on the page */
  PM_EVIDENCE_SIGNED,
  PM_EVIDENCE_SIGNED_HEAD,
  PM_EVIDENCE_UNSAID, /* no date, no author, no word of an article */
  PM_EVIDENCE_TITLE_SHORT,
  PM_EVIDENCE_TITLE_MARKS,
  PM_EVIDENCE_NAMED_SINGLE,
  PM_EVIDENCE_NAMED_SHOP,
  PM_EVIDENCE_NAMED_PAGE,
  /* Its address. */
  PM_EVIDENCE_URL_DEPTH,
  PM_EVIDENCE_URL_SHALLOW,
  PM_EVIDENCE_URL_SLUG,
  PM_EVIDENCE_URL_WORD,
  PM_EVIDENCE_URL_TEXT,
  PM_EVIDENCE_URL_LIST,
  PM_EVIDENCE_URL_SHOP,
  /* Its parts. */
  PM_EVIDENCE_PROSE_SHARE,
  PM_EVIDENCE_ITEMS,
  PM_EVIDENCE_TOGETHER,
  PM_EVIDENCE_SCATTERED,
  PM_EVIDENCE_OURS,
  PM_EVIDENCE_YOURS,
  PM_EVIDENCE_KEPT_LINKED,
  PM_EVIDENCE_KEPT_HEADINGS,
  PM_EVIDENCE_BUTTON_SHARE,
  PM_EVIDENCE_SHOP_SHARE,
  PM_EVIDENCE_COMMENTS,
  /* The text that was found. */
  PM_EVIDENCE_THIN,
  PM_EVIDENCE_HEADINGS,
  PM_N_EVIDENCE
} PmEvidenceKind;

typedef struct
{
  double values[PM_N_EVIDENCE];
  guint prose; /* characters in the paragraphs, lists and tables that were found */
} PmEvidence;

/* @url: the page's own address. */
void _pm_evidence_gather (PmEvidence *self,
                          const PmCensus *census,
                          const PmTree *tree,
                          PmJsonLd *json_ld,
                          const PmMetadata *metadata,
                          PmDocument *document,
                          const char *url);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"
#include "pm-anchor.h"
#include "pm-document.h"

G_BEGIN_DECLS

/* What the user says of a quote against, or with, the analysis. It holds by the quote's words, as a
 * highlight does, never by derived rows: whatever is found at these words, or is not found there
 * any more, is what the verdict says, however often the article is analysed again. One whose words
 * have gone from the text waits for them. A plain value. */
typedef struct
{
  gint64 id;  /* 0 until it is stored */
  char *uuid; /* stable across bundles */
  gint64 article;
  PmVerdict verdict; /* never %PM_VERDICT_NONE */
  PmQuoteKind kind;  /* of the quote */
  PmAnchor *anchor;
  char *speaker;  /* (nullable): by name; %NULL for nobody who is known, and for what is no quote */
  PmSpan span;    /* where its words stand in the text it was last applied to; empty: nowhere */
  gint64 created; /* µs UTC; 0 until it is stored */
} PmQuoteVerdict;

/* @speaker: (nullable). With a fresh uuid and no id. */
PmQuoteVerdict *pm_quote_verdict_new (gint64 article,
                                      PmDocument *document,
                                      const PmQuote *quote,
                                      PmVerdict verdict,
                                      const char *speaker);
PmQuoteVerdict *pm_quote_verdict_copy (const PmQuoteVerdict *self);
void pm_quote_verdict_free (PmQuoteVerdict *self);
/* Whether it has what its kind needs. */
gboolean pm_quote_verdict_is_valid (const PmQuoteVerdict *self);

/* @analysis as the user wants its quotes; without any verdict that is @analysis itself. A quote
 * that is most of a verdict's words, or has most of its own among them, is the one the verdict is
 * about; where none is, one the user called a quote is put there. Of two verdicts about the same
 * words the later one holds.
 * @verdicts: (element-type PmQuoteVerdict): in the order in which they were given; each gets its
 * span. Returns: (transfer full) */
PmAnalysis *
pm_quote_verdicts_apply (GPtrArray *verdicts, PmAnalysis *analysis, PmDocument *document);
/* Returns: (nullable) (transfer none): the one that decided about @quote, of the same outcome. */
const PmQuoteVerdict *pm_quote_verdicts_find (GPtrArray *verdicts, const PmQuote *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmQuoteVerdict, pm_quote_verdict_free)

G_END_DECLS

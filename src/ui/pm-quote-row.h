/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-row.h"

G_BEGIN_DECLS

/* One quote: its words, who said them, and the words of the article that say so; item: PmQuote.
 * Actions: "quote.highlight", "quote.copy", "quote.menu", and those of pm-quote-actions.h. */
#define PM_TYPE_QUOTE_ROW (pm_quote_row_get_type ())
G_DECLARE_FINAL_TYPE (PmQuoteRow, pm_quote_row, PM, QUOTE_ROW, PmRow)

/* Whether both are known to be of one speaker. */
gboolean pm_quote_same_speaker (const PmQuote *a, const PmQuote *b);

G_END_DECLS

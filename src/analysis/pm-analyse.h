/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"
#include "pm-document.h"

G_BEGIN_DECLS

/* Runs the analysers over @document in their order (entities, quotes, sources). A pure function:
 * the same document gives the same analysis on every machine, from any thread.
 * @language: (nullable): BCP 47; %NULL for the document's own, else English. A language without a
 * file of its own gets the rules that need no words. Returns: (transfer full): never %NULL. */
PmAnalysis *pm_analyse (PmDocument *document, const char *language);

/* Whether names of @document are guessed by their capitals: nothing was learned of its language. */
gboolean pm_analyse_guesses (PmDocument *document);

/* Raised whenever the rules change, of extraction too, so that what was stored is derived anew. */
#define PM_ANALYSIS_VERSION 4

G_END_DECLS

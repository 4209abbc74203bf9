/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-census-private.h"
#include "pm-metadata-private.h"

G_BEGIN_DECLS

/* Judges whether @document, made from @tree, is an article, and a whole one.
 * @page_url: where the page came from.
 * Returns: (nullable): a PM_NOTICE code, or %NULL for an article. */
const char *_pm_verdict_judge (PmDocument *document,
                               const PmCensus *census,
                               const PmTree *tree,
                               PmJsonLd *json_ld,
                               const PmMetadata *metadata,
                               const char *page_url);

G_END_DECLS

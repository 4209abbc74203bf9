/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-evidence-private.h"

G_BEGIN_DECLS

/* Pages that a site sends in an article's place, known by clear signs: an error sent as a page, a
 * check for robots, a form to sign in, a wall of cookies; and articles that are not all there.
 * @url: the page's own address.
 * Returns: (nullable): a PM_NOTICE code. */
const char *_pm_stub_find (const PmEvidence *evidence,
                           const PmCensus *census,
                           const PmTree *tree,
                           PmJsonLd *json_ld,
                           const PmMetadata *metadata,
                           PmDocument *document,
                           const char *url);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"
#include "pm-metadata-private.h"

G_BEGIN_DECLS

/* Drops from @blocks what got into the article's part of the page but is none of its text: the
 * title once more, the byline, dates, calls to share or subscribe, teasers of other articles,
 * copyright lines.
 * @blocks: (element-type PmBlock) */
void _pm_trim_blocks (GPtrArray *blocks, const PmMetadata *metadata, const char *page_url);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"
#include "pm-metadata-private.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type PmBlock): the text of the article on the page, or else
 * whatever the page says; empty when it says nothing. */
GPtrArray *
_pm_body_read (PmTree *tree, PmJsonLd *json_ld, const PmMetadata *metadata, const char *base);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"
#include "pm-json-ld-private.h"

G_BEGIN_DECLS

/* The article's text as a page repeats it in its JSON-LD, without headings, links and pictures: a
 * check on what was found, and the text where only scripts would show it. */

/* Returns: (transfer none) (nullable): valid as long as @json_ld; %NULL when it is no whole text.
 */
const char *_pm_data_body_find (PmJsonLd *json_ld);

/* Whether enough of @body stands in @blocks. */
gboolean _pm_data_body_is_in (const char *body, GPtrArray *blocks);

/* Returns: (transfer full) (element-type PmBlock): a paragraph for each line of @body. */
GPtrArray *_pm_data_body_read (const char *body);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes what stands behind the article about who wrote it: paragraphs that speak of a name of
 * @byline in the third person.
 * @blocks: (element-type PmBlock)
 * @byline: (nullable) */
void _pm_biography_drop (GPtrArray *blocks, const char *byline);

G_END_DECLS

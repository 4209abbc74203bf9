/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* Finds the parts of a page that hold the article. What the page itself calls its article's body is
 * believed when it holds enough of the running text; else the text's density decides, much as
 * Arc90's and Mozilla's Readability do it: paragraphs give points to what is around them.
 * @tree: with its furniture marked.
 * @summary: (nullable): what the page says of itself, folded; a standfirst is known by it.
 * Returns: (transfer full) (element-type PmNode): in document order; empty when there is no text.
 */
GPtrArray *_pm_finder_find (PmTree *tree, const char *summary);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* The next page of an article that is cut into several. "rel=next" alone does not say that: most
 * sites mean the next article by it. So the address must be that of the first page with a page
 * number, and that number the one to come; then a link that says "next", or that number, is enough.
 *
 * @first: the address of the first page. @number: of the page looked for, from 2.
 * @base: what addresses are relative to.
 * Returns: (transfer full) (nullable): an absolute address without a fragment. */
char *_pm_next_page_find (const PmTree *tree, const char *first, int number, const char *base);
/* Compiles the patterns, to machine code: a process that may make none any more would interpret
 * them, several times slower. */
void _pm_next_page_prepare (void);

G_END_DECLS

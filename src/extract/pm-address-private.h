/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* Addresses in a page, made absolute. */

/* Returns: (transfer full) (nullable): the address that the page itself says it has: its canonical
 * link, or what it tells social networks. */
char *_pm_address_find_own (const PmTree *tree);

/* Returns: (transfer full): what relative addresses of @tree are relative to: its <base href>, or
 * @page_url. */
char *_pm_address_find_base (const PmTree *tree, const char *page_url);

/* Returns: (transfer full) (nullable): @reference as an absolute http or https address, or %NULL
 * when it is none, or only a place in the same page. */
char *_pm_address_resolve (const char *base, const char *reference);

/* Whether the hosts of two addresses belong to the same registered domain (publicsuffix.org). */
gboolean _pm_address_is_same_site (const char *a, const char *b);

/* Returns: (transfer full) (nullable): the host of @url, without "www.". */
char *_pm_address_dup_host (const char *url);

/* Whether the address names a site's front page: no path, no query. */
gboolean _pm_address_is_root (const char *url);

G_END_DECLS

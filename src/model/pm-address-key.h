/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The key under which two addresses name the same article, for comparison only: what was asked for
 * and fetched is kept as it was.
 *
 * It leaves out what does not change the article: the scheme, user and fragment; a default port;
 * the host's "www", "m", "mobile" and "amp" labels; the query's parameters that only tell where the
 * reader came from; AMP's marks in path and query, and AMP caches around another address;
 * "index.html" and a slash at the end. What stays is written in one way: the host in lower case and
 * ASCII, percent-encoding by RFC 3986 §6.2.2, parameters by name.
 *
 * It names no site: it knows protocols, and what is a parameter's name everywhere. Any bytes are
 * safe; what is no http or https address is its own key.
 *
 * Returns: (transfer full) */
char *pm_address_dup_key (const char *url);

G_END_DECLS

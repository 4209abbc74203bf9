/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A resolver that knows one name, "inside.test", which is 127.0.0.1, so that the tests ask no
 * name server and nothing in the name itself tells where it leads. */
#define FETCH_TYPE_RESOLVER (fetch_resolver_get_type ())
G_DECLARE_FINAL_TYPE (FetchResolver, fetch_resolver, FETCH, RESOLVER, GResolver)

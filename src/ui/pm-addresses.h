/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The addresses in words that the user typed, pasted or dropped, for pm_notebook_add_async():
 * parted by white space, each once, in order, at most 10,000. Taken are http, https and file
 * addresses; with @typed also what looks like an address without its scheme, "example.org/news".
 * Everything else is left aside. Returns: (element-type utf8) (transfer full): NULL-terminated; may
 * be empty. */
GStrv pm_addresses_parse (const char *text, gboolean typed);

G_END_DECLS

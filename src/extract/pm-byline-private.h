/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds the names in @text ("By Ann Lee and Bo Ray, Staff Writers | Nov 18") to @names, each once,
 * without "By", dates, addresses and job titles. Nothing is added for what holds no name.
 * @names: (element-type utf8) */
void _pm_byline_add_names (GPtrArray *names, const char *text);

/* Whether @text begins like a byline: "By Ann Lee". */
gboolean _pm_byline_is_byline (const char *text);

/* Whether @text is one person's name and nothing else: two to four words, each with a capital. */
gboolean _pm_byline_is_name (const char *text);

G_END_DECLS

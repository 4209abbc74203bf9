/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds the names in @text ("By Ann Lee and Bo Ray, Staff Writers | Nov 18") to @names, each once,
 * without "By", dates, addresses and job titles. Nothing is added for what holds no name.
 * @names: (element-type utf8) */
void _pm_byline_add_names (GPtrArray *names, const char *text);

/* Adds what @text says without "By", whatever it names: a team, a paper, a login name. Nothing is
 * added for an address, several things at once, or what systems put where nobody gave a name.
 * @names: (element-type utf8) */
void _pm_byline_add_credit (GPtrArray *names, const char *text);

/* Whether @text is "By" or its like alone. */
gboolean _pm_byline_is_opening (const char *text);

/* Whether @text begins with "By", "Written by", "Von", "Autor:" or their like, and goes on. */
gboolean _pm_byline_opens (const char *text);

/* Returns: (transfer none) (nullable): what follows "By" or its like in @text, when that is its
 * beginning or stands behind a date or a section: "1 May | by Ann Lee". */
const char *_pm_byline_find (const char *text);

/* Whether @text begins like a byline: "By Ann Lee". */
gboolean _pm_byline_is_byline (const char *text);

/* Whether @text is one person's name and nothing else: two to four words, each with a capital but
 * for "van" and its like. */
gboolean _pm_byline_is_name (const char *text);

G_END_DECLS

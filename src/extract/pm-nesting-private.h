/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parser takes time and memory that grow with the square of the depth, of the formatting
 * elements left open, and of the attributes of a tag. A page is therefore measured before it is
 * parsed, and parsed without the tags that are too many: its text stays. It is also parsed without
 * its scripts and style sheets, which nobody reads and which are half of most pages; JSON stays. */

/* @length: (inout): of @text, then of what is returned.
 * Returns: (transfer full) (nullable): @text with spaces in the place of such tags, and one in that
 * of each script, or %NULL when there are none. Wrong in the page's favour only by a bounded
 * amount: the depth that is counted may fall short of the real one by the number of formatting
 * elements that are open, and by what HTML puts around rows and cells. */
char *_pm_nesting_flatten (const char *text, gsize *length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parser takes time and memory that grow with the square of the depth, of the formatting
 * elements left open, and of the attributes of a tag. A page is therefore measured before it is
 * parsed. */

/* Whether parsing @text stays cheap. Wrong in the page's favour only by a bounded amount: the depth
 * that is counted may fall short of the real one by the number of formatting elements that are
 * open. */
gboolean _pm_nesting_is_reasonable (const char *text, gsize length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Short pieces of text from attributes and JSON, where markup and entities are found that nobody
 * decoded. */

/* Returns: (transfer full): @text with entities decoded, tags dropped, white space collapsed, no
 * control characters. */
char *_pm_markup_dup_plain (const char *text);
/* Returns: (transfer full): @text with white space (no-break spaces too) collapsed. */
char *_pm_markup_collapse (const char *text);
/* Whether the letters and digits of both are the same, ignoring case. */
gboolean _pm_markup_is_same (const char *a, const char *b);
/* Returns: (transfer full): the letters and digits of @text, case folded. */
char *_pm_markup_fold (const char *text);

G_END_DECLS

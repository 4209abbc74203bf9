/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a charset is called, and whether text is in it. */

/* pm-charset-names.c. Returns: (transfer full) (nullable): iconv's name for @label, or %NULL when
 * iconv has none. */
char *_pm_charset_resolve (const char *label);

/* pm-charset-evidence.c */

/* UTF-16 that does not say so by its first two bytes: of what is written in it, spaces and markup
 * at least have a zero byte each. Returns: (nullable) */
const char *_pm_charset_find_utf16 (const char *data, gsize length);
/* Whether the text decodes as UTF-8, and could not but for that be decoded as anything. */
gboolean _pm_charset_is_evidently_utf8 (const char *data, gsize length);
/* Whether @charset, which somebody declared, evidently is not the text's. @charset: as iconv calls
 * it. */
gboolean _pm_charset_is_contradicted (const char *charset, const char *data, gsize length);
/* Returns: (transfer full): the likeliest one by the text alone, as iconv calls it. */
char *_pm_charset_detect (const char *data, gsize length);

G_END_DECLS

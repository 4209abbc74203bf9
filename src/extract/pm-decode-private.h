/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes to text, in the order of the WHATWG encoding standard and HTML's "determining the character
 * encoding": byte order mark, transport, <meta>, then detection. */

/* Whether @bytes begin like an image, an archive, a font, … and so are no text whatever their
 * label. */
gboolean _pm_decode_is_binary (GBytes *bytes);

/* @declared: (nullable): the charset the HTTP header names.
 * @used: (out) (optional): the charset decided on, in iconv's spelling; free with g_free().
 * Returns: (transfer full): valid UTF-8 without NUL, carriage return, or control characters other
 * than tab and line feed; what could not be decoded is U+FFFD. */
char *_pm_decode (GBytes *bytes, const char *declared, gsize *length, char **used);

/* Loads the tables of all charsets the web has, and keeps them: the C library has each in a file of
 * its own. */
void _pm_decode_prepare (void);

G_END_DECLS

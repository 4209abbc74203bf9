/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text, a whole block, is a set phrase of web pages and no part of an article:
 * "Advertisement", "Read more: …", "Sign up for our newsletter", "© 2019 …". Judged by how short
 * blocks begin, in some languages. */
gboolean _pm_phrases_is_furniture (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text, a heading or a line that stands for one, is a set phrase that announces what is
 * around an article: "About the author", "More stories", in some languages. */
gboolean _pm_headings_opens_furniture (const char *text);

G_END_DECLS

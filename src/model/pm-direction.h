/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether most letters of @text, of the first thousand, are written from right to left. */
gboolean pm_direction_is_rtl (const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The preferences and the window's remembered state:
 * data/io.github.pressmark.Pressmark.gschema.xml.
 *
 * Returns: (transfer full) (nullable): %NULL when the schema is not installed; g_settings_new()
 * would end the program. All objects share the same values. */
GSettings *pm_settings_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How articles are set and whether the window is light or dark; every row is bound to its setting,
 * at once. */

#define PM_TYPE_PREFERENCES (pm_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PmPreferences, pm_preferences, PM, PREFERENCES, AdwPreferencesWindow)

GtkWidget *pm_preferences_new (GtkWindow *parent);

G_END_DECLS

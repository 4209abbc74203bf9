/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Buttons side by side of which one is active: each an icon, the active one with its title where
 * there is room. */
#define PM_TYPE_SWITCHER (pm_switcher_get_type ())
G_DECLARE_FINAL_TYPE (PmSwitcher, pm_switcher, PM, SWITCHER, GtkWidget)

/* @action: of a string; @target: its value that this button stands for. */
void pm_switcher_add (PmSwitcher *self,
                      const char *title,
                      const char *icon_name,
                      const char *action,
                      const char *target);

G_END_DECLS

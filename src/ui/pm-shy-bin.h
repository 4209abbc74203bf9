/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows its child whole or not at all: asks for the child's natural width but makes do with none.
 * For words that are worth having where there is room, and not worth cutting. Property "child"
 * (GtkWidget, nullable). */
#define PM_TYPE_SHY_BIN (pm_shy_bin_get_type ())
G_DECLARE_FINAL_TYPE (PmShyBin, pm_shy_bin, PM, SHY_BIN, GtkWidget)

G_END_DECLS

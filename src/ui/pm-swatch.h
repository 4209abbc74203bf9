/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-highlight.h"

G_BEGIN_DECLS

/* A disc in the ink of a highlight colour, with a check mark when it is the one in use. */

#define PM_TYPE_SWATCH (pm_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PmSwatch, pm_swatch, PM, SWATCH, GtkWidget)

GtkWidget *pm_swatch_new (PmColor color);
void pm_swatch_set_checked (PmSwatch *self, gboolean checked);

G_END_DECLS

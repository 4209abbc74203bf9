/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-span.h"

G_BEGIN_DECLS

/* Where in a text something stands: the text as a line, a bar for each stretch of it, the higher
 * the more often. Colour and size come from the style sheet (node "sparkline"). For the eye only:
 * screen readers hear the count. */
#define PM_TYPE_SPARKLINE (pm_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (PmSparkline, pm_sparkline, PM, SPARKLINE, GtkWidget)

/* @places: (element-type PmSpan) @length: of the text, in bytes. */
void pm_sparkline_set_places (PmSparkline *self, GArray *places, gsize length);
/* The number of places in the stretch @bin, from 0; 0 beyond the last. */
guint pm_sparkline_get_bin (PmSparkline *self, guint bin);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-span.h"

G_BEGIN_DECLS

/* A thin strip beside the scrollbar with a tick for each place worth going to.
 * Signal: "activated" (guint64 start, guint64 end): the span of the tick that was clicked. */

#define PM_TYPE_MARKER_STRIP (pm_marker_strip_get_type ())
G_DECLARE_FINAL_TYPE (PmMarkerStrip, pm_marker_strip, PM, MARKER_STRIP, GtkWidget)

void pm_marker_strip_clear (PmMarkerStrip *self);
/* @position: 0 at the top of the article to 1 at its end. Later ticks cover earlier ones. */
void pm_marker_strip_add (PmMarkerStrip *self, double position, const GdkRGBA *color, PmSpan span);
/* Returns: %FALSE when there is no tick near @y. */
gboolean pm_marker_strip_find (PmMarkerStrip *self, double y, PmSpan *span);

G_END_DECLS

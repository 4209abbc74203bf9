/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-dossier.h"

G_BEGIN_DECLS

/* How often something is named over the dates of the articles that name it: a bar for each of equal
 * stretches of time, the first and the last date below. Colours and size come from the style sheet
 * (node "timeline"). A screen reader hears the same as one sentence. */
#define PM_TYPE_TIMELINE (pm_timeline_get_type ())
G_DECLARE_FINAL_TYPE (PmTimeline, pm_timeline, PM, TIMELINE, GtkWidget)

/* @appearances: (element-type PmAppearance); one whose article has no day does not count. */
void pm_timeline_set_appearances (PmTimeline *self, GPtrArray *appearances);
/* Whether there is more than one day to draw. */
gboolean pm_timeline_has_span (PmTimeline *self);
/* How often it is named in the @bin-th stretch, from 0. */
guint pm_timeline_get_bin (PmTimeline *self, guint bin);

G_END_DECLS

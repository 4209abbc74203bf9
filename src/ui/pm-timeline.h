/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-dossier.h"

G_BEGIN_DECLS

/* How often something is found over the dates of the articles that have it: a bar for each of equal
 * stretches of time, the first and the last date below. Colours and size come from the style sheet
 * (node "timeline"). A screen reader hears the dates as its description; its label is its owner's.
 */
#define PM_TYPE_TIMELINE (pm_timeline_get_type ())
G_DECLARE_FINAL_TYPE (PmTimeline, pm_timeline, PM, TIMELINE, GtkWidget)

typedef struct
{
  guint32 day; /* Julian */
  guint n;
} PmTimelineDay;

/* Adds @n to the day of @date, an ISO date; (nullable): what has no day does not count. For any
 * thread. @days: (element-type PmTimelineDay): longer by one at the most, and not when the date
 * added last was of the same day. */
void pm_timeline_count (GArray *days, const char *date, guint n);
/* @days: (element-type PmTimelineDay): in any order */
void pm_timeline_set_days (PmTimeline *self, GArray *days);
/* @appearances: (element-type PmAppearance): each counts as often as it mentions. */
void pm_timeline_set_appearances (PmTimeline *self, GPtrArray *appearances);
/* Whether there is more than one day to draw. */
gboolean pm_timeline_has_span (PmTimeline *self);
/* How often it is named in the @bin-th stretch, from 0. */
guint pm_timeline_get_bin (PmTimeline *self, guint bin);

G_END_DECLS

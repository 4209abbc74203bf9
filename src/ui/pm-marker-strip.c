/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-marker-strip.h"

#include <math.h>

#define TICK_HEIGHT 5
#define TRACK_WIDTH 7
#define NEAR 5 /* pixels a click may be off */

typedef struct
{
  double position;
  GdkRGBA color;
  PmSpan span;
} Tick;

struct _PmMarkerStrip
{
  GtkWidget parent_instance;

  GArray *ticks; /* (element-type Tick) */
};

G_DEFINE_FINAL_TYPE (PmMarkerStrip, pm_marker_strip, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
draw_pill (GtkSnapshot *snapshot, double x, double y, double height, const GdkRGBA *color)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, TRACK_WIDTH, height);
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &bounds, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static double
get_y (PmMarkerStrip *self, const Tick *tick)
{
  int room = MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - TICK_HEIGHT);

  return floor (tick->position * room);
}

static void
pm_marker_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PmMarkerStrip *self = PM_MARKER_STRIP (widget);
  double x = (gtk_widget_get_width (widget) - TRACK_WIDTH) / 2;
  double last = -1;
  const GdkRGBA *last_color = NULL;
  GdkRGBA track;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &track);
  track.alpha *= 0.06;
  if (self->ticks->len > 0)
    draw_pill (snapshot, x, 0, gtk_widget_get_height (widget), &track);
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const Tick *tick = &g_array_index (self->ticks, Tick, i);
      double y = get_y (self, tick);

      if (y == last && gdk_rgba_equal (last_color, &tick->color))
        continue;
      draw_pill (snapshot, x, y, TICK_HEIGHT, &tick->color);
      last = y;
      last_color = &tick->color;
    }
}

static void
pressed_cb (PmMarkerStrip *self, int n_press, double x, double y)
{
  PmSpan span;

  if (pm_marker_strip_find (self, y, &span))
    g_signal_emit (self, signals[ACTIVATED], 0, (guint64) span.start, (guint64) span.end);
}

static void
motion_cb (PmMarkerStrip *self, double x, double y)
{
  PmSpan span;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   pm_marker_strip_find (self, y, &span) ? "pointer" : NULL);
}

static void
pm_marker_strip_finalize (GObject *object)
{
  g_array_unref (PM_MARKER_STRIP (object)->ticks);
  G_OBJECT_CLASS (pm_marker_strip_parent_class)->finalize (object);
}

static void
pm_marker_strip_class_init (PmMarkerStripClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_marker_strip_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = pm_marker_strip_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "markerstrip");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT64,
                                     G_TYPE_UINT64);
}

static void
pm_marker_strip_init (PmMarkerStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
pm_marker_strip_clear (PmMarkerStrip *self)
{
  g_array_set_size (self->ticks, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pm_marker_strip_add (PmMarkerStrip *self, double position, const GdkRGBA *color, PmSpan span)
{
  Tick tick = { CLAMP (position, 0, 1), *color, span };

  g_array_append_val (self->ticks, tick);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
pm_marker_strip_find (PmMarkerStrip *self, double y, PmSpan *span)
{
  double best = NEAR + TICK_HEIGHT / 2.0;
  gboolean found = FALSE;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const Tick *tick = &g_array_index (self->ticks, Tick, i);
      double distance = fabs (get_y (self, tick) + TICK_HEIGHT / 2.0 - y);

      if (distance > best)
        continue;
      best = distance;
      *span = tick->span;
      found = TRUE;
    }
  return found;
}

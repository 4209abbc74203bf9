/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-timeline.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define N_BINS 60
#define GAP 4 /* between the bars and the dates */

struct _PmTimeline
{
  GtkWidget parent_instance;

  GArray *days; /* (element-type PmTimelineDay) */
  guint32 first;
  guint32 last;
  guint bins[N_BINS];
  guint highest;
};

G_DEFINE_FINAL_TYPE (PmTimeline, pm_timeline, GTK_TYPE_WIDGET)

static char *
format_day (guint32 julian)
{
  g_autoptr (GDate) date = g_date_new_julian (julian);
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                    g_date_get_day (date), 0, 0, 0);

  /* Translators: a date below a timeline, as "15 Apr 2021". */
  return g_date_time_format (time, _ ("%-d %b %Y"));
}

static guint
get_bin (PmTimeline *self, guint32 day)
{
  guint32 length = MAX (self->last - self->first, 1);

  return (guint) ((guint64) (day - self->first) * (N_BINS - 1) / length);
}

static void
describe (PmTimeline *self)
{
  g_autofree char *first = format_day (self->first);
  g_autofree char *last = format_day (self->last);
  g_autofree char *dates = g_strdup_printf (_ ("From %s to %s"), first, last);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, dates,
                                  -1);
}

static void
count (PmTimeline *self)
{
  memset (self->bins, 0, sizeof self->bins);
  self->highest = 0;
  for (guint i = 0; i < self->days->len; i++)
    {
      const PmTimelineDay *day = &g_array_index (self->days, PmTimelineDay, i);
      guint bin = get_bin (self, day->day);

      self->bins[bin] += day->n;
      self->highest = MAX (self->highest, self->bins[bin]);
    }
}

static PangoLayout *
create_label (PmTimeline *self, guint32 day)
{
  g_autofree char *text = format_day (day);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
draw_label (PmTimeline *self, GtkSnapshot *snapshot, const GdkRGBA *color, gboolean last)
{
  g_autoptr (PangoLayout) layout = create_label (self, last ? self->last : self->first);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (last != rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - width : 0,
                            gtk_widget_get_height (GTK_WIDGET (self)) - height));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_bars (PmTimeline *self,
           GtkSnapshot *snapshot,
           const GdkRGBA *color,
           const GdkRGBA *faint,
           int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double step = (double) width / N_BINS;

  gtk_snapshot_append_color (snapshot, faint, &GRAPHENE_RECT_INIT (0, height, width, 1));
  for (guint i = 0; i < N_BINS; i++)
    {
      double x = rtl ? width - (i + 1) * step : i * step;
      double bar = height * (0.15 + 0.85 * self->bins[i] / MAX (self->highest, 3));

      if (self->bins[i] > 0)
        gtk_snapshot_append_color (snapshot, color,
                                   &GRAPHENE_RECT_INIT ((int) x, (int) (height - bar),
                                                        MAX ((int) step - 1, 2), (int) bar));
    }
}

static void
pm_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PmTimeline *self = PM_TIMELINE (widget);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA color, faint;
  int text_height;

  if (self->days->len == 0)
    return;
  layout = create_label (self, self->first);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &color);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &faint);
  faint.alpha *= 0.3;
  draw_bars (self, snapshot, &color, &faint, gtk_widget_get_height (widget) - text_height - GAP);
  faint.alpha = 0.7;
  draw_label (self, snapshot, &faint, FALSE);
  draw_label (self, snapshot, &faint, TRUE);
}

static void
pm_timeline_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : GAP + height * 4;
}

static void
pm_timeline_finalize (GObject *object)
{
  g_array_unref (PM_TIMELINE (object)->days);
  G_OBJECT_CLASS (pm_timeline_parent_class)->finalize (object);
}

static void
pm_timeline_class_init (PmTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_timeline_finalize;
  widget_class->snapshot = pm_timeline_snapshot;
  widget_class->measure = pm_timeline_measure;
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pm_timeline_init (PmTimeline *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (PmTimelineDay));
}

void
pm_timeline_count (GArray *days, const char *date, guint n)
{
  PmTimelineDay *last = days->len > 0 ? &g_array_index (days, PmTimelineDay, days->len - 1) : NULL;
  int year, month, day;
  GDate parsed;
  PmTimelineDay added;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1 ||
      month < 1 || day < 1 || !g_date_valid_dmy (day, month, year))
    return;
  g_date_clear (&parsed, 1);
  g_date_set_dmy (&parsed, day, month, year);
  added = (PmTimelineDay){ g_date_get_julian (&parsed), n };
  if (last != NULL && last->day == added.day)
    last->n += n;
  else
    g_array_append_val (days, added);
}

void
pm_timeline_set_days (PmTimeline *self, GArray *days)
{
  g_array_set_size (self->days, 0);
  g_array_append_vals (self->days, days->data, days->len);
  for (guint i = 0; i < days->len; i++)
    {
      guint32 day = g_array_index (days, PmTimelineDay, i).day;

      self->first = i == 0 ? day : MIN (self->first, day);
      self->last = i == 0 ? day : MAX (self->last, day);
    }
  if (days->len > 0)
    {
      count (self);
      describe (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pm_timeline_set_appearances (PmTimeline *self, GPtrArray *appearances)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (PmTimelineDay));

  for (guint i = 0; i < appearances->len; i++)
    {
      const PmAppearance *appearance = appearances->pdata[i];

      pm_timeline_count (days, appearance->article->published, appearance->mentions->len);
    }
  pm_timeline_set_days (self, days);
}

gboolean
pm_timeline_has_span (PmTimeline *self)
{
  return self->days->len > 0 && self->last > self->first;
}

guint
pm_timeline_get_bin (PmTimeline *self, guint bin)
{
  return bin < N_BINS ? self->bins[bin] : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sparkline.h"

/* Fewer would run neighbouring paragraphs together, more would be thinner than a pixel and a gap at
 * the usual width. */
#define N_BINS 25

struct _PmSparkline
{
  GtkWidget parent_instance;

  guint bins[N_BINS];
  guint highest;
};

G_DEFINE_FINAL_TYPE (PmSparkline, pm_sparkline, GTK_TYPE_WIDGET)

static void
pm_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PmSparkline *self = PM_SPARKLINE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget) - 1;
  double step = (double) width / N_BINS;
  GdkRGBA color, faint;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  faint = color;
  faint.alpha *= 0.3;
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (0, height, width, 1));
  for (guint i = 0; i < N_BINS; i++)
    {
      double x = rtl ? width - (i + 1) * step : i * step;
      /* A single place must still be seen beside a crowd. */
      double bar = height * (0.4 + 0.6 * self->bins[i] / MAX (self->highest, 3));

      if (self->bins[i] > 0)
        gtk_snapshot_append_color (snapshot, &color,
                                   &GRAPHENE_RECT_INIT ((int) x, (int) (height - bar),
                                                        MAX ((int) step - 1, 2), (int) bar));
    }
}

static void
pm_sparkline_class_init (PmSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = pm_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pm_sparkline_init (PmSparkline *self)
{
}

void
pm_sparkline_set_places (PmSparkline *self, GArray *places, gsize length)
{
  memset (self->bins, 0, sizeof self->bins);
  self->highest = 0;
  for (guint i = 0; i < places->len && length > 0; i++)
    {
      gsize start = g_array_index (places, PmSpan, i).start;
      guint bin = MIN ((gsize) ((double) start / length * N_BINS), N_BINS - 1);

      self->bins[bin]++;
      self->highest = MAX (self->highest, self->bins[bin]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
pm_sparkline_get_bin (PmSparkline *self, guint bin)
{
  return bin < N_BINS ? self->bins[bin] : 0;
}

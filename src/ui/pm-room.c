/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-room.h"

/* No window is of use that is narrower. */
#define MIN_WIDTH 360

struct _PmRoom
{
  AdwBin parent_instance;

  guint telling; /* tick that says that it is crowded */
};

G_DEFINE_FINAL_TYPE (PmRoom, pm_room, ADW_TYPE_BIN)

enum
{
  CROWDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tell_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PM_ROOM (widget)->telling = 0;
  g_signal_emit (widget, signals[CROWDED], 0);
  return G_SOURCE_REMOVE;
}

static void
pm_room_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
pm_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PmRoom *self = PM_ROOM (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int needed;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, needed), height, baseline, NULL);
  if (needed > width && self->telling == 0)
    self->telling = gtk_widget_add_tick_callback (widget, tell_cb, NULL, NULL);
}

static void
pm_room_class_init (PmRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = pm_room_measure;
  widget_class->size_allocate = pm_room_size_allocate;
  signals[CROWDED] = g_signal_new ("crowded", PM_TYPE_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
pm_room_init (PmRoom *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  /* The bin's own would ask for what its child needs. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

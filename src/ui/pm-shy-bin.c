/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-shy-bin.h"

struct _PmShyBin
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PmShyBin, pm_shy_bin, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
pm_shy_bin_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  PmShyBin *self = PM_SHY_BIN (widget);

  *minimum = *natural = 0;
  if (self->child && gtk_widget_get_visible (self->child))
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
pm_shy_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PmShyBin *self = PM_SHY_BIN (widget);
  int natural = 0;

  if (!self->child || !gtk_widget_get_visible (self->child))
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_child_visible (self->child, width >= natural);
  if (width >= natural)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
pm_shy_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    g_value_set_object (value, PM_SHY_BIN (object)->child);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_shy_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PmShyBin *self = PM_SHY_BIN (object);

  if (id != PROP_CHILD)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  if (self->child)
    gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
pm_shy_bin_dispose (GObject *object)
{
  g_clear_pointer (&PM_SHY_BIN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (pm_shy_bin_parent_class)->dispose (object);
}

static void
pm_shy_bin_class_init (PmShyBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_shy_bin_get_property;
  object_class->set_property = pm_shy_bin_set_property;
  object_class->dispose = pm_shy_bin_dispose;
  widget_class->measure = pm_shy_bin_measure;
  widget_class->size_allocate = pm_shy_bin_size_allocate;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pm_shy_bin_init (PmShyBin *self)
{
}

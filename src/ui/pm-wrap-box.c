/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-wrap-box.h"

#define SPACING 6
#define N_TAG_COLORS 8

struct _PmWrapBox
{
  GtkWidget parent_instance;
};

static void pm_wrap_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PmWrapBox,
                               pm_wrap_box,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      pm_wrap_box_buildable_init))

/* Sets the children in lines of at most @width, the way both measuring and allocating need it.
 * Returns: the height they take. */
static int
lay_out (PmWrapBox *self, int width, gboolean allocate)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, w, h;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &w, NULL, NULL);
      w = MAX (minimum, MIN (w, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, NULL, &h, NULL, NULL);
      if (x > 0 && x + w > width)
        {
          y += line + SPACING;
          x = line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - w : x, y, w, h }, -1);
      x += w + SPACING;
      line = MAX (line, h);
    }
  return y + line;
}

static void
pm_wrap_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      int min, nat;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      widest = MAX (widest, min);
      sum += nat + (sum > 0 ? SPACING : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = sum;
    }
  else
    *minimum = *natural = lay_out (PM_WRAP_BOX (widget),
                                   for_size < 0 ? sum : MAX (for_size, widest), FALSE);
}

static void
pm_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (PM_WRAP_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
pm_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pm_wrap_box_add_child (GtkBuildable *buildable,
                       GtkBuilder *builder,
                       GObject *child,
                       const char *type)
{
  pm_wrap_box_append (PM_WRAP_BOX (buildable), GTK_WIDGET (child));
}

static void
pm_wrap_box_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = pm_wrap_box_add_child;
}

static void
pm_wrap_box_dispose (GObject *object)
{
  pm_wrap_box_clear (PM_WRAP_BOX (object));
  G_OBJECT_CLASS (pm_wrap_box_parent_class)->dispose (object);
}

static void
pm_wrap_box_class_init (PmWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_wrap_box_dispose;
  widget_class->measure = pm_wrap_box_measure;
  widget_class->size_allocate = pm_wrap_box_size_allocate;
  widget_class->get_request_mode = pm_wrap_box_get_request_mode;
}

static void
pm_wrap_box_init (PmWrapBox *self)
{
}

GtkWidget *
pm_wrap_box_new (void)
{
  return g_object_new (PM_TYPE_WRAP_BOX, NULL);
}

void
pm_wrap_box_append (PmWrapBox *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
pm_wrap_box_clear (PmWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

GtkWidget *
pm_tag_chip_new (const char *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  g_autofree char *color = g_strdup_printf ("tag-%u", g_str_hash (tag) % N_TAG_COLORS);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (dot, "tag-dot");
  gtk_widget_add_css_class (dot, color);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (chip), dot);
  gtk_box_append (GTK_BOX (chip), label);
  return chip;
}

void
pm_wrap_box_set_tags (PmWrapBox *self, GPtrArray *tags)
{
  pm_wrap_box_clear (self);
  for (guint i = 0; i < tags->len; i++)
    pm_wrap_box_append (self, pm_tag_chip_new (tags->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), tags->len > 0);
}

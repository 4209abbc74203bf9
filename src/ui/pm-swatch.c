/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-swatch.h"

#include <adwaita.h>

#include "pm-reader-tags.h"

#define SIZE 22

struct _PmSwatch
{
  GtkWidget parent_instance;

  PmColor color;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (PmSwatch, pm_swatch, GTK_TYPE_WIDGET)

static void
pm_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PmSwatch *self = PM_SWATCH (widget);
  float x = (gtk_widget_get_width (widget) - SIZE) / 2;
  float y = (gtk_widget_get_height (widget) - SIZE) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, SIZE, SIZE);
  const float widths[4] = { 1, 1, 1, 1 };
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GskRoundedRect disc;
  GdkRGBA ink;
  GdkRGBA rim;

  pm_color_get_tick (self->color, &rim);
  /* The dark inks are made to carry text, and look alike without it. */
  if (dark)
    ink = rim;
  else
    pm_color_get_ink (self->color, FALSE, &ink);
  rim.alpha = 0.5;
  gsk_rounded_rect_init_from_rect (&disc, &bounds, SIZE / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &ink, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &disc, widths, (const GdkRGBA[4]){ rim, rim, rim, rim });
  GTK_WIDGET_CLASS (pm_swatch_parent_class)->snapshot (widget, snapshot);
}

static void
pm_swatch_dispose (GObject *object)
{
  g_clear_pointer (&PM_SWATCH (object)->check, gtk_widget_unparent);
  G_OBJECT_CLASS (pm_swatch_parent_class)->dispose (object);
}

static void
pm_swatch_class_init (PmSwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pm_swatch_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = pm_swatch_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pm_swatch_init (PmSwatch *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
  self->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_halign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->check, FALSE);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
}

GtkWidget *
pm_swatch_new (PmColor color)
{
  PmSwatch *self = g_object_new (PM_TYPE_SWATCH, NULL);

  self->color = color;
  return GTK_WIDGET (self);
}

void
pm_swatch_set_checked (PmSwatch *self, gboolean checked)
{
  gtk_widget_set_visible (self->check, checked);
}

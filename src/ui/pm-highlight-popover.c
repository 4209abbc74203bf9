/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-highlight-popover.h"

#include "pm-swatch.h"

struct _PmHighlightPopover
{
  GtkPopover parent_instance;

  GtkBox *colors;
  GtkWidget *remove;
  PmSwatch *swatches[PM_N_COLORS];
};

G_DEFINE_FINAL_TYPE (PmHighlightPopover, pm_highlight_popover, GTK_TYPE_POPOVER)

static void
add_color (PmHighlightPopover *self, PmColor color)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *swatch = pm_swatch_new (color);
  g_autofree char *tip = g_strdup_printf ("%s (%d)", pm_color_get_title (color), color + 1);

  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.highlight");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", pm_color_to_string (color));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pm_color_get_title (color), -1);
  gtk_box_append (self->colors, button);
  self->swatches[color] = PM_SWATCH (swatch);
}

static void
pm_highlight_popover_class_init (PmHighlightPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-highlight-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PmHighlightPopover, colors);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightPopover, remove);
}

static void
pm_highlight_popover_init (PmHighlightPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (PmColor color = 0; color < PM_N_COLORS; color++)
    add_color (self, color);
}

GtkWidget *
pm_highlight_popover_new (void)
{
  return g_object_new (PM_TYPE_HIGHLIGHT_POPOVER, NULL);
}

void
pm_highlight_popover_set_highlight (PmHighlightPopover *self, const PmHighlight *highlight)
{
  for (PmColor color = 0; color < PM_N_COLORS; color++)
    pm_swatch_set_checked (self->swatches[color], highlight != NULL && highlight->color == color);
  gtk_widget_set_visible (self->remove, highlight != NULL);
}

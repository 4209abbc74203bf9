/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-chip.h"

GtkWidget *
pm_chip_new (const char *text)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "quiet");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

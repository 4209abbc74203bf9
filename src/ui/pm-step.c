/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-step.h"

struct _PmStep
{
  GtkWidget *window;
  char *sentence; /* (nullable) */
};

PmStep *
pm_step_new (GtkWidget *widget, char *sentence)
{
  PmStep *self = g_new0 (PmStep, 1);

  *self = (PmStep){ g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget))), sentence };
  return self;
}

void
pm_step_done (PmStep *self, const GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (self->window, "win.toast", "s", error->message);
  else if (self->sentence != NULL)
    gtk_widget_activate_action (self->window, "win.toast-undo", "s", self->sentence);
  g_object_unref (self->window);
  g_free (self->sentence);
  g_free (self);
}

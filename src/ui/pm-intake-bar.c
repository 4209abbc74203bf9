/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-intake-bar.h"

#include <glib/gi18n-lib.h>

/* An article that comes in every few milliseconds is no reason to draw each time; but of a few
 * articles, the last that came would be left out. */
#define FEW 50
#define PAUSE (100 * G_TIME_SPAN_MILLISECOND)

struct _PmIntakeBar
{
  AdwBin parent_instance;

  GSignalGroup *notebook_signals;
  gint64 shown; /* monotonic */

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (PmIntakeBar, pm_intake_bar, ADW_TYPE_BIN)

static void
intake_cb (PmIntakeBar *self, guint done, guint total)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *label = NULL;

  gtk_revealer_set_reveal_child (self->revealer, total > 0);
  if (total == 0 || (done > 0 && total > FEW && now - self->shown < PAUSE))
    return;
  self->shown = now;
  label = g_strdup_printf (_ ("Adding articles: %u of %u"), done, total);
  gtk_label_set_label (self->label, label);
  gtk_progress_bar_set_fraction (self->progress, (double) done / total);
}

static void
pm_intake_bar_dispose (GObject *object)
{
  g_clear_object (&PM_INTAKE_BAR (object)->notebook_signals);
  G_OBJECT_CLASS (pm_intake_bar_parent_class)->dispose (object);
}

static void
pm_intake_bar_class_init (PmIntakeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_intake_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-intake-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PmIntakeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PmIntakeBar, label);
  gtk_widget_class_bind_template_child (widget_class, PmIntakeBar, progress);
}

static void
pm_intake_bar_init (PmIntakeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "intake", G_CALLBACK (intake_cb), self);
}

void
pm_intake_bar_set_notebook (PmIntakeBar *self, PmNotebook *notebook)
{
  g_return_if_fail (PM_IS_INTAKE_BAR (self));
  g_signal_group_set_target (self->notebook_signals, notebook);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

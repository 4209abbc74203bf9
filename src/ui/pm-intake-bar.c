/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-intake-bar.h"

#include <glib/gi18n-lib.h>

/* An article that comes in every few milliseconds is no reason to draw each time; but of a few
 * articles, the last that came would be left out. */
#define FEW 50
#define PAUSE (100 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  guint done;
  guint total; /* 0 when there is none */
} Work;

struct _PmIntakeBar
{
  AdwBin parent_instance;

  GSignalGroup *notebook_signals;
  Work intake;
  Work renewal;
  gint64 shown; /* monotonic */

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;
  GtkButton *cancel;
};

G_DEFINE_FINAL_TYPE (PmIntakeBar, pm_intake_bar, ADW_TYPE_BIN)

/* What the user waits for comes before what goes on behind it. */
static void
update (PmIntakeBar *self)
{
  const Work *work = self->intake.total > 0 ? &self->intake : &self->renewal;
  gboolean is_intake = work == &self->intake;
  gint64 now = g_get_monotonic_time ();
  g_autofree char *label = NULL;

  gtk_revealer_set_reveal_child (self->revealer, work->total > 0);
  if (work->total == 0 || (work->done > 0 && work->total > FEW && now - self->shown < PAUSE))
    return;
  self->shown = now;
  label =
      is_intake
          ? g_strdup_printf (_ ("Adding articles: %u of %u"), work->done, work->total)
          /* Translators: what an older version of the program made of kept pages is made anew. */
          : g_strdup_printf (_ ("Reading kept pages again: %u of %u"), work->done, work->total);
  gtk_label_set_label (self->label, label);
  gtk_progress_bar_set_fraction (self->progress, (double) work->done / work->total);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel),
                                  is_intake ? "win.cancel-links" : "win.cancel-renewal");
}

static void
intake_cb (PmIntakeBar *self, guint done, guint total)
{
  self->intake = (Work){ done, total };
  update (self);
}

static void
renewal_cb (PmIntakeBar *self, guint done, guint total)
{
  self->renewal = (Work){ done, total };
  update (self);
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
  gtk_widget_class_bind_template_child (widget_class, PmIntakeBar, cancel);
}

static void
pm_intake_bar_init (PmIntakeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "intake", G_CALLBACK (intake_cb), self);
  g_signal_group_connect_swapped (self->notebook_signals, "renewal", G_CALLBACK (renewal_cb), self);
}

void
pm_intake_bar_set_notebook (PmIntakeBar *self, PmNotebook *notebook)
{
  g_return_if_fail (PM_IS_INTAKE_BAR (self));
  g_signal_group_set_target (self->notebook_signals, notebook);
  self->intake = self->renewal = (Work){ 0, 0 };
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-date-filter.h"

#include "pm-date.h"
#include "pm-sayings.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The two ends. */
typedef enum
{
  SINCE,
  UNTIL,
  N_ENDS
} End;

struct _PmDateFilter
{
  AdwBin parent_instance;

  char *dates[N_ENDS]; /* (nullable) */
  gboolean filling;    /* what changes in the widgets is not the user's doing */

  GtkMenuButton *button;
  GtkLabel *label;
  GtkToggleButton *since;
  GtkToggleButton *until;
  GtkEditable *entry;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (PmDateFilter, pm_date_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which end the calendar and the entry are about. */
static End
get_end (PmDateFilter *self)
{
  return gtk_toggle_button_get_active (self->since) ? SINCE : UNTIL;
}

static char *
dup_range (PmDateFilter *self)
{
  g_autofree char *since = pm_date_dup_human (self->dates[SINCE], 0);
  g_autofree char *until = pm_date_dup_human (self->dates[UNTIL], 0);

  if (self->dates[SINCE] != NULL && self->dates[UNTIL] != NULL)
    /* Translators: two dates: 15 Apr 2021 – 3 May 2021 */
    return g_strdup_printf (_ ("%s – %s"), since, until);
  if (self->dates[SINCE] != NULL)
    /* Translators: a date */
    return g_strdup_printf (_ ("From %s"), since);
  if (self->dates[UNTIL] != NULL)
    /* Translators: a date */
    return g_strdup_printf (_ ("Until %s"), until);
  return g_strdup (_ ("Date"));
}

static void
show_range (PmDateFilter *self)
{
  g_autofree char *range = dup_range (self);

  gtk_label_set_label (self->label, range);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  range, -1);
  if (self->dates[SINCE] != NULL || self->dates[UNTIL] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

/* @date: (nullable) */
static void
set_date (PmDateFilter *self, End end, const char *date)
{
  if (g_strcmp0 (self->dates[end], date) == 0)
    return;
  g_free (self->dates[end]);
  self->dates[end] = g_strdup (date);
  show_range (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Shows the month of @date, or the day. */
static void
show_in_calendar (PmDateFilter *self, const char *date)
{
  int year = 0, month = 1, day = 1;
  g_autoptr (GDateTime) time = NULL;

  if (date != NULL && sscanf (date, "%4d-%2d-%2d", &year, &month, &day) >= 1)
    time = g_date_time_new_local (year, month, day, 0, 0, 0);
  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
}

static void
fill (PmDateFilter *self)
{
  const char *date = self->dates[get_end (self)];

  self->filling = TRUE;
  gtk_editable_set_text (self->entry, date != NULL ? date : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  show_in_calendar (self, date);
  self->filling = FALSE;
}

static void
day_selected_cb (PmDateFilter *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (self->filling)
    return;
  day = gtk_calendar_get_date (self->calendar);
  date = g_date_time_format (day, "%Y-%m-%d");
  set_date (self, get_end (self), date);
  fill (self);
}

/* What makes no sense as a date is marked, and is any. */
static void
typed_cb (PmDateFilter *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  gboolean makes_sense = pm_saying_filter_is_date (typed);

  if (self->filling)
    return;
  if (*typed == '\0' || makes_sense)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  set_date (self, get_end (self), makes_sense ? typed : NULL);
  self->filling = TRUE;
  show_in_calendar (self, makes_sense ? typed : NULL);
  self->filling = FALSE;
}

static void
close_cb (PmDateFilter *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
any (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pm_date_filter_clear (PM_DATE_FILTER (widget));
}

static void
pm_date_filter_finalize (GObject *object)
{
  PmDateFilter *self = PM_DATE_FILTER (object);

  for (End end = 0; end < N_ENDS; end++)
    g_free (self->dates[end]);
  G_OBJECT_CLASS (pm_date_filter_parent_class)->finalize (object);
}

static void
pm_date_filter_class_init (PmDateFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_date_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", PM_TYPE_DATE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-date-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, PmDateFilter, button);
  gtk_widget_class_bind_template_child (widget_class, PmDateFilter, label);
  gtk_widget_class_bind_template_child (widget_class, PmDateFilter, since);
  gtk_widget_class_bind_template_child (widget_class, PmDateFilter, until);
  gtk_widget_class_bind_template_child (widget_class, PmDateFilter, entry);
  gtk_widget_class_bind_template_child (widget_class, PmDateFilter, calendar);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_install_action (widget_class, "date-filter.any", NULL, any);
}

static void
pm_date_filter_init (PmDateFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_range (self);
}

const char *
pm_date_filter_get_since (PmDateFilter *self)
{
  g_return_val_if_fail (PM_IS_DATE_FILTER (self), NULL);
  return self->dates[SINCE];
}

const char *
pm_date_filter_get_until (PmDateFilter *self)
{
  g_return_val_if_fail (PM_IS_DATE_FILTER (self), NULL);
  return self->dates[UNTIL];
}

void
pm_date_filter_clear (PmDateFilter *self)
{
  g_return_if_fail (PM_IS_DATE_FILTER (self));

  for (End end = 0; end < N_ENDS; end++)
    set_date (self, end, NULL);
  fill (self);
}

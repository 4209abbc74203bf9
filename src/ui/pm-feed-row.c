/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-feed-row.h"

#include <glib/gi18n-lib.h>

#include "pm-date.h"

struct _PmFeedRow
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *detail;
  GtkWidget *warning;
  GtkWidget *unfollow;
};

G_DEFINE_FINAL_TYPE (PmFeedRow, pm_feed_row, ADW_TYPE_BIN)

static void
pm_feed_row_class_init (PmFeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-feed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmFeedRow, name);
  gtk_widget_class_bind_template_child (widget_class, PmFeedRow, detail);
  gtk_widget_class_bind_template_child (widget_class, PmFeedRow, warning);
  gtk_widget_class_bind_template_child (widget_class, PmFeedRow, unfollow);
}

static void
pm_feed_row_init (PmFeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pm_feed_row_new (void)
{
  return g_object_new (PM_TYPE_FEED_ROW, NULL);
}

/* "Checked today at 14:05" */
static char *
dup_checked (gint64 checked)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (checked / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = pm_date_dup_human (NULL, checked);
  g_autofree char *time = g_date_time_format (local, "%R");

  /* Translators: a feed; then a day, such as “Today” or “15 Apr 2021”, and a time. */
  return g_strdup_printf (_ ("Checked: %s, %s"), day, time);
}

void
pm_feed_row_set_feed (PmFeedRow *self, const PmFeed *feed)
{
  g_autofree char *checked = NULL;
  g_autofree char *label = NULL;
  g_autofree char *whole = NULL;

  g_return_if_fail (PM_IS_FEED_ROW (self));

  checked = feed->checked != 0 ? dup_checked (feed->checked) : g_strdup (_ ("Not checked yet"));
  whole = g_strjoin ("\n", pm_feed_get_name (feed), feed->title != NULL ? feed->url : NULL, NULL);
  label = g_strdup_printf (_ ("Stop following “%s”"), pm_feed_get_name (feed));
  gtk_label_set_label (self->name, pm_feed_get_name (feed));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
  gtk_label_set_label (self->detail, feed->error != NULL ? feed->error : checked);
  gtk_widget_set_visible (self->warning, feed->error != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->unfollow), "x", feed->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->unfollow), "feeds.unfollow");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unfollow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

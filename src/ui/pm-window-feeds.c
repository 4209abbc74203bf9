/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

#include "pm-feeds-dialog.h"

/* Feeds that are followed: one more of them, and looking every now and then for what is new in
 * those that are due. */

#define PAUSE (15 * 60)

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = pm_notebook_check_feeds_finish (PM_NOTEBOOK (source), result,
                                                                &error);

  /* What was here before is no news. */
  if (PM_NOTEBOOK (source) == self->notebook &&
      (intake == NULL || intake->n_added + intake->missed->len > 0))
    _pm_window_report_intake (self, intake, error);
}

static void
followed_cb (const PmFeed *feed, guint n_new, const GError *error, gpointer data)
{
  g_autofree char *sentence = NULL;

  if (error != NULL)
    return;
  sentence = g_strdup_printf (_ ("Following “%s”"), pm_feed_get_name (feed));
  pm_window_toast (data, sentence);
}

void
_pm_window_follow (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  if (self->notebook != NULL)
    pm_notebook_follow_async (self->notebook, g_variant_get_string (parameter, NULL), NULL, NULL,
                              followed_cb, NULL, self, NULL, checked_cb, g_object_ref (self));
}

void
pm_window_follow_links (PmWindow *self,
                        PmPlan *plan,
                        const char *const *tags,
                        const char *collection)
{
  g_return_if_fail (PM_IS_WINDOW (self));
  if (self->notebook != NULL)
    pm_notebook_follow_links_async (self->notebook, plan, tags, collection, NULL, NULL, NULL, NULL,
                                    checked_cb, g_object_ref (self));
}

void
_pm_window_feeds (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  if (self->notebook != NULL)
    gtk_window_present (GTK_WINDOW (pm_feeds_dialog_new (self)));
}

/* Only those that are due by their own word are asked. */
static void
check (PmWindow *self)
{
  if (self->notebook != NULL && g_settings_get_boolean (self->settings, "check-feeds"))
    pm_notebook_check_feeds_async (self->notebook, NULL, NULL, NULL, NULL, NULL, checked_cb,
                                   g_object_ref (self));
}

static gboolean
check_cb (gpointer user_data)
{
  check (user_data);
  return G_SOURCE_CONTINUE;
}

void
_pm_window_start_checks (PmWindow *self)
{
  g_clear_handle_id (&self->checking, g_source_remove);
  self->checking = g_timeout_add_seconds (PAUSE, check_cb, self);
  check (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-list-dialog.h"

/* Many links at once, from the moment they are added to the sentence that says what became of them.
 */

#define NOTIFICATION "links"

/* "Added 981 articles, 12 were here, 7 failed" */
static char *
dup_summary (const PmIntake *intake)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_failed = intake->missed->len;

  g_ptr_array_add (parts, g_strdup_printf (ngettext ("Added %u article", "Added %u articles",
                                                     intake->n_added),
                                           intake->n_added));
  if (intake->n_here > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u was here", "%u were here", intake->n_here),
                                      intake->n_here));
  if (n_failed > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u failed", "%u failed", n_failed), n_failed));
  if (intake->n_left > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u was cancelled", "%u were cancelled",
                                                       intake->n_left),
                                             intake->n_left));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* The first that failed says why, and can be tried again. */
static void
toast_summary (PmWindow *self, const PmIntake *intake, const char *summary)
{
  g_autofree char *escaped = g_markup_escape_text (summary, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (intake->missed->len > 0)
    {
      const PmMiss *miss = intake->missed->pdata[0];

      adw_toast_set_button_label (toast, _ ("_Show Failed"));
      adw_toast_set_action_name (toast, "win.open-article");
      adw_toast_set_action_target (toast, "x", miss->article);
    }
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
notify_summary (PmWindow *self, const char *summary)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GNotification) notification = g_notification_new (summary);

  if (application != NULL && !gtk_window_is_active (GTK_WINDOW (self)))
    g_application_send_notification (G_APPLICATION (application), NOTIFICATION, notification);
}

void
_pm_window_report_intake (PmWindow *self, const PmIntake *intake, const GError *error)
{
  g_autofree char *summary = NULL;

  if (intake == NULL)
    {
      _pm_window_toast_error (self, error);
      return;
    }
  if (intake->n_added + intake->n_here + intake->n_left + intake->missed->len == 0)
    return;
  summary = dup_summary (intake);
  toast_summary (self, intake, summary);
  notify_summary (self, summary);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = pm_notebook_add_links_finish (PM_NOTEBOOK (source), result, &error);

  /* Of another notebook, or of one that is closed and goes on the next time. */
  if (PM_NOTEBOOK (source) == self->notebook)
    _pm_window_report_intake (self, intake, error);
}

void
pm_window_plan_links (PmWindow *self, GInputStream *list)
{
  g_return_if_fail (PM_IS_WINDOW (self));
  if (self->notebook != NULL)
    gtk_window_present (GTK_WINDOW (pm_list_dialog_new (self, list)));
}

void
pm_window_plan_text (PmWindow *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GInputStream) list = g_memory_input_stream_new_from_bytes (bytes);

  pm_window_plan_links (self, list);
}

void
pm_window_add_links (PmWindow *self, PmPlan *plan, const char *const *tags, const char *collection)
{
  g_return_if_fail (PM_IS_WINDOW (self));
  if (self->notebook != NULL)
    pm_notebook_add_links_async (self->notebook, plan, tags, collection, NULL, NULL, NULL, added_cb,
                                 g_object_ref (self));
}

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (pm_notebook_renew_finish (PM_NOTEBOOK (source), result, &error) < 0 &&
      PM_NOTEBOOK (source) == self->notebook)
    _pm_window_toast_error (self, error);
}

void
_pm_window_resume (PmWindow *self)
{
  g_cancellable_cancel (self->renewing);
  g_clear_object (&self->renewing);
  self->renewing = g_cancellable_new ();
  pm_notebook_renew_async (self->notebook, self->renewing, renewed_cb, g_object_ref (self));
  pm_notebook_resume_async (self->notebook, NULL, added_cb, g_object_ref (self));
}

void
_pm_window_cancel_links (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  if (self->notebook != NULL)
    pm_notebook_cancel_links (self->notebook);
}

void
_pm_window_cancel_renewal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (PM_WINDOW (widget)->renewing);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-window-private.h"

#include <glib/gi18n-lib.h>

#include "pm-add-dialog.h"
#include "pm-cited-dialog.h"
#include "pm-export-dialog.h"
#include "pm-file-chooser.h"

/* --- toasts --- */

void
_pm_window_toast_error (PmWindow *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    pm_window_toast (self, error->message);
}

void
_pm_window_toast_undo (PmWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
toast (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pm_window_toast (PM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _pm_window_toast_undo (PM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* --- the panels' actions --- */

static void
go_to (GtkWidget *widget, const char *action, GVariant *parameter)
{
  guint64 start, end;

  g_variant_get (parameter, "(tt)", &start, &end);
  _pm_window_leave_entity (PM_WINDOW (widget));
  pm_reader_go_to (PM_WINDOW (widget)->reader, (PmSpan){ start, end });
}

static void
mark (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gsize n_spans = g_variant_n_children (parameter);
  g_autofree PmSpan *spans = g_new0 (PmSpan, MAX (n_spans, 1));

  for (gsize i = 0; i < n_spans; i++)
    {
      guint64 start, end;

      g_variant_get_child (parameter, i, "(tt)", &start, &end);
      spans[i] = (PmSpan){ start, end };
    }
  pm_reader_mark (PM_WINDOW (widget)->reader, spans, n_spans);
}

static void
open_article (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  pm_window_open_article (self, g_variant_get_int64 (parameter));
  gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD);
}

static void
download (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree const char **addresses = g_variant_get_strv (parameter, NULL);
  PmWindow *self = PM_WINDOW (widget);

  /* Asked for from within an article that the user goes on reading. */
  self->n_opened++;
  pm_window_add (self, addresses);
}

static void
panel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  g_settings_set_boolean (self->settings, "inspector-visible", TRUE);
  pm_inspector_set_panel (self->inspector, g_variant_get_string (parameter, NULL));
}

static void
cited (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  if (self->notebook != NULL)
    gtk_window_present (GTK_WINDOW (pm_cited_dialog_new (GTK_WINDOW (self), self->notebook)));
}

/* --- moving about --- */

static void
next_article (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pm_library_step (PM_WINDOW (widget)->library, 1);
}

static void
previous_article (GtkWidget *widget, const char *action, GVariant *parameter)
{
  pm_library_step (PM_WINDOW (widget)->library, -1);
}

static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);

  g_settings_set_boolean (self->settings, "library-visible", TRUE);
  pm_library_focus_search (self->library);
}

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (PM_WINDOW (widget)->reader), "article.find", NULL);
}

static void
text_size (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  int by = g_variant_get_int32 (parameter);

  if (by == 0)
    g_settings_reset (self->settings, "reader-size");
  else
    g_settings_set_int (self->settings, "reader-size",
                        CLAMP (g_settings_get_int (self->settings, "reader-size") + by, 8, 36));
}

/* --- undo --- */

void
_pm_window_update_undo (PmWindow *self)
{
  gboolean can_undo = FALSE, can_redo = FALSE;

  if (self->notebook != NULL)
    g_object_get (self->notebook, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}

/* A step back or forth under way, with the sentence that tells of it. */
typedef struct
{
  PmWindow *window;
  char *sentence;
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->window);
  g_free (step->sentence);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

/* Toasts wait for each other; of many steps in a row only the last is still news. */
static void
toast_step (PmWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (self->stepped != NULL)
    adw_toast_dismiss (self->stepped);
  g_clear_object (&self->stepped);
  self->stepped = adw_toast_new (escaped);
  adw_toast_set_timeout (self->stepped, 3);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->stepped));
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Step) step = user_data;
  g_autoptr (GError) error = NULL;

  if (pm_notebook_undo_finish (PM_NOTEBOOK (source), result, NULL, &error))
    toast_step (step->window, step->sentence);
  else
    _pm_window_toast_error (step->window, error);
}

static void
undo_or_redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  gboolean undo = g_str_equal (action, "win.undo");
  g_autofree char *title = NULL;
  Step *step;

  if (self->notebook == NULL)
    return;
  g_object_get (self->notebook, undo ? "undo-title" : "redo-title", &title, NULL);
  step = g_new0 (Step, 1);
  step->window = g_object_ref (self);
  /* Translators: %s is what was done: Highlight. */
  step->sentence = g_strdup_printf (undo ? _ ("Undone: %s") : _ ("Done again: %s"),
                                    title != NULL ? title : "");
  if (undo)
    pm_notebook_undo_async (self->notebook, NULL, stepped_cb, step);
  else
    pm_notebook_redo_async (self->notebook, NULL, stepped_cb, step);
}

/* --- notebooks, bundles, dialogs --- */

static void
notebook_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GFile) file = pm_file_chooser_finish_one (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    pm_window_open_notebook (self, path);
}

static void
choose_notebook (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gboolean open = g_str_equal (action, "win.open-notebook");
  g_autoptr (GtkFileFilter) filter = pm_file_filter_new (_ ("Notebooks"), (const char *const[]){
                                                                              "pressmark", NULL });

  pm_file_chooser_async (GTK_WINDOW (widget), open ? PM_FILE_CHOOSER_OPEN : PM_FILE_CHOOSER_SAVE,
                         open ? _ ("Open Notebook") : _ ("New Notebook"),
                         open ? NULL : _ ("Notebook.pressmark"), filter, notebook_chosen_cb,
                         g_object_ref (widget));
}

static void
bundle_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmWindow) self = PM_WINDOW (user_data);
  g_autoptr (GFile) file = pm_file_chooser_finish_one (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    _pm_window_import (self, path);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileFilter) filter = pm_file_filter_new (_ ("Research bundles"),
                                                         (const char *const[]){ "zip", "json",
                                                                                NULL });

  pm_file_chooser_async (GTK_WINDOW (widget), PM_FILE_CHOOSER_OPEN, _ ("Import Bundle"), NULL,
                         filter, bundle_chosen_cb, g_object_ref (widget));
}

static void
add_link (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (pm_add_dialog_new (PM_WINDOW (widget))));
}

static void
show_folder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    _pm_window_launch (PM_WINDOW (widget), uri);
}

static void
exported_cb (PmWindow *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sentence = g_strdup_printf (_ ("Exported to “%s”"), name);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *done = adw_toast_new (escaped);

  adw_toast_set_button_label (done, _ ("_Show in Folder"));
  adw_toast_set_action_name (done, "win.show-folder");
  adw_toast_set_action_target (done, "s", path);
  adw_toast_set_timeout (done, 10);
  adw_toast_overlay_add_toast (self->toasts, done);
}

static void export(GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmWindow *self = PM_WINDOW (widget);
  gboolean has_text = self->record != NULL && self->record->document != NULL;
  GtkWidget *dialog;

  if (self->notebook == NULL)
    return;
  dialog = pm_export_dialog_new (GTK_WINDOW (self), self->notebook, has_text ? self->article : 0,
                                 pm_library_get_articles (self->library));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _pm_window_paste (PM_WINDOW (widget));
}

/* --- the tables --- */

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.go-to", "(tt)", go_to },
  { "win.mark", "a(tt)", mark },
  { "win.open-article", "x", open_article },
  { "win.open-place", "(xtt)", _pm_window_open_place },
  { "win.open-entity", "(us)", _pm_window_open_entity },
  { "win.who-said-what", "s", _pm_window_open_sayings },
  { "win.close-entity", NULL, _pm_window_close_entity },
  { "win.download", "as", download },
  { "win.open-uri", "s", _pm_window_open_uri },
  { "win.toast", "s", toast },
  { "win.toast-undo", "s", toast_undo },
  { "win.panel", "s", panel },
  { "win.next-article", NULL, next_article },
  { "win.previous-article", NULL, previous_article },
  { "win.search", NULL, search },
  { "win.find", NULL, find },
  { "win.text-size", "i", text_size },
  { "win.undo", NULL, undo_or_redo },
  { "win.redo", NULL, undo_or_redo },
  { "win.open-notebook", NULL, choose_notebook },
  { "win.new-notebook", NULL, choose_notebook },
  { "win.add-link", NULL, add_link },
  { "win.feeds", NULL, _pm_window_feeds },
  { "win.follow", "s", _pm_window_follow },
  { "win.cancel-links", NULL, _pm_window_cancel_links },
  { "win.cancel-renewal", NULL, _pm_window_cancel_renewal },
  { "win.paste", NULL, paste },
  { "win.cited", NULL, cited },
  { "win.export", NULL, export },
  { "win.show-folder", "s", show_folder },
  { "win.import", NULL, import },
  { "win.unread", "x", _pm_window_unread },
  { "win.trash", "x", _pm_window_trash },
  { "win.restore", "x", _pm_window_restore },
  { "win.tags", "x", _pm_window_labels },
  { "win.collections", "x", _pm_window_labels },
  { "win.browse", "x", _pm_window_browse },
  { "win.copy-link", "x", _pm_window_copy_link },
  { "win.refresh", "x", _pm_window_refresh },
  { "win.remove", "x", _pm_window_remove },
};

/* Keys that an entry has a use of its own for, and so are not the application's accelerators. Those
 * of the reader are its actions. */
static const struct
{
  const char *trigger;
  const char *action;
} keys[] = {
  { "h", "article.highlight('')" },
  { "1", "article.highlight('yellow')" },
  { "2", "article.highlight('green')" },
  { "3", "article.highlight('blue')" },
  { "4", "article.highlight('purple')" },
  { "5", "article.highlight('orange')" },
  { "t", "article.tag" },
  { "n", "article.note" },
  { "c", "article.copy-quotation" },
  { "bracketright", "article.next-highlight" },
  { "bracketleft", "article.previous-highlight" },
  { "j", "win.next-article" },
  { "k", "win.previous-article" },
  { "u", "win.unread(int64 0)" },
  { "Delete", "win.trash(int64 0)" },
  { "<Control>v", "win.paste" },
  { "<Control>z", "win.undo" },
  { "<Control><Shift>z", "win.redo" },
};

void
_pm_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
}

static gboolean
is_typing (GtkWidget *focus)
{
  return GTK_IS_EDITABLE (focus) ||
         (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)));
}

static gboolean
is_within (GtkWidget *focus, gpointer pane)
{
  return focus == pane || gtk_widget_is_ancestor (focus, pane);
}

static gboolean
activate (PmWindow *self, const char *detailed)
{
  gboolean of_reader = g_str_has_prefix (detailed, "article.");
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return FALSE;
  return gtk_widget_activate_action_variant (of_reader ? GTK_WIDGET (self->reader)
                                                       : GTK_WIDGET (self),
                                             name, target);
}

/* Before the focused widget sees the key: a text view that cannot be edited swallows some
 * nevertheless. Only in the reader and the library; elsewhere a widget may have its own use for it.
 */
static gboolean
early_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PmWindow *self = PM_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || is_typing (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) != NULL ||
      !(is_within (focus, self->reader) || is_within (focus, self->library)))
    return FALSE;
  return activate (self, user_data);
}

static gboolean
late_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PmWindow *self = PM_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && is_typing (focus))
    return FALSE;
  return activate (self, user_data);
}

static void
add_keys_in_phase (PmWindow *self, GtkPropagationPhase phase, GtkShortcutFunc callback)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (callback, (gpointer) keys[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
_pm_window_add_keys (PmWindow *self)
{
  add_keys_in_phase (self, GTK_PHASE_CAPTURE, early_key_cb);
  add_keys_in_phase (self, GTK_PHASE_BUBBLE, late_key_cb);
}

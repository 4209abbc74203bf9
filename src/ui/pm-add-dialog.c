/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-add-dialog.h"

#include <glib/gi18n-lib.h>

#include "pm-addresses.h"
#include "pm-dialog.h"
#include "pm-file-chooser.h"

#define WIDTH 460

struct _PmAddDialog
{
  AdwWindow parent_instance;

  GtkTextView *links;
  GtkLabel *hint;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (PmAddDialog, pm_add_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (PmAddDialog *self)
{
  char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->links), "text", &text, NULL);
  return text;
}

static void
changed_cb (PmAddDialog *self)
{
  g_autofree char *text = dup_text (self);
  g_auto (GStrv) links = pm_addresses_parse (text, TRUE);
  guint n_links = g_strv_length (links);
  g_autofree char *count = g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);

  gtk_label_set_label (self->hint,
                       n_links > 1 ? count : _ ("One link, or several on lines of their own"));
  gtk_button_set_label (self->add, n_links > 1 ? _ ("_Next") : _ ("_Add"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.add", n_links > 0);
}

/* A window does not grow with what it holds by itself. */
static void
grow_cb (PmAddDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

static void
add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmAddDialog *self = PM_ADD_DIALOG (widget);
  PmWindow *window = PM_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *text = dup_text (self);
  g_auto (GStrv) links = pm_addresses_parse (text, TRUE);

  if (g_strv_length (links) > 1)
    pm_window_plan_text (window, text);
  else
    pm_window_add (window, (const char *const *) links);
  gtk_window_close (GTK_WINDOW (self));
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmAddDialog) self = PM_ADD_DIALOG (user_data);
  g_autoptr (GListModel) files = pm_file_chooser_finish (result);

  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (files == NULL || window == NULL)
    return;
  pm_window_open_files (PM_WINDOW (window), files);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_files (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "html", "htm",  "xhtml", "mhtml", "mht",  "pdf",  "txt",
                                          "csv",  "opml", "xml",   "rss",   "atom", "json", NULL };
  g_autoptr (GtkFileFilter) filter = pm_file_filter_new (_ ("Pages, texts and lists of links"),
                                                         suffixes);

  pm_file_chooser_async (GTK_WINDOW (widget), PM_FILE_CHOOSER_OPEN_SEVERAL, _ ("Add Files"), NULL,
                         filter, files_chosen_cb, g_object_ref (widget));
}

/* What the user copied is what they mean to add, when it is a link; a password or a sentence is
 * left alone. */
static void
clipboard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmAddDialog) self = PM_ADD_DIALOG (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_auto (GStrv) links = NULL;
  g_autofree char *joined = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (text == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  buffer = gtk_text_view_get_buffer (self->links);
  links = pm_addresses_parse (text, FALSE);
  if (links[0] == NULL || gtk_text_buffer_get_char_count (buffer) > 0)
    return;
  joined = g_strjoinv ("\n", links);
  gtk_text_buffer_set_text (buffer, joined, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/* Return adds, as in an entry; Shift+Return starts another line. */
static gboolean
key_cb (PmAddDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.add", NULL);
  return TRUE;
}

static void
pm_add_dialog_class_init (PmAddDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-add-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmAddDialog, links);
  gtk_widget_class_bind_template_child (widget_class, PmAddDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, PmAddDialog, add);
  gtk_widget_class_install_action (widget_class, "dialog.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "dialog.choose-files", NULL, choose_files);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pm_add_dialog_init (PmAddDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->links), keys);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->links), "changed",
                            G_CALLBACK (changed_cb), self);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->links)),
                           "notify::upper", G_CALLBACK (grow_cb), self, G_CONNECT_SWAPPED);
  grow_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->links));
  changed_cb (self);
}

GtkWidget *
pm_add_dialog_new (PmWindow *window)
{
  PmAddDialog *self = g_object_new (PM_TYPE_ADD_DIALOG, "transient-for", window,
                                    "destroy-with-parent", TRUE, NULL);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, clipboard_cb,
                                 g_object_ref (self));
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-note-popover.h"

struct _PmNotePopover
{
  GtkPopover parent_instance;

  char *note; /* as it was */
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (PmNotePopover, pm_note_popover, GTK_TYPE_POPOVER)

static guint saved_signal;

static void
closed_cb (PmNotePopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_strchomp (text);
  if (g_str_equal (text, self->note))
    return;
  g_free (self->note);
  self->note = g_strdup (text);
  g_signal_emit (self, saved_signal, 0, text);
}

static void
done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
}

static void
pm_note_popover_finalize (GObject *object)
{
  g_free (PM_NOTE_POPOVER (object)->note);
  G_OBJECT_CLASS (pm_note_popover_parent_class)->finalize (object);
}

static void
pm_note_popover_class_init (PmNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_note_popover_finalize;
  saved_signal = g_signal_new ("saved", PM_TYPE_NOTE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "note.done", NULL, done_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PmNotePopover, view);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

/* Ctrl+Enter is done; before the text view makes a new line of it. */
static GtkEventController *
done_key_new (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("note.done")));
  return controller;
}

static void
pm_note_popover_init (PmNotePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_controller (GTK_WIDGET (self), done_key_new ());
}

GtkWidget *
pm_note_popover_new (const char *note)
{
  PmNotePopover *self = g_object_new (PM_TYPE_NOTE_POPOVER, NULL);

  self->note = g_strdup (note ? note : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->note, -1);
  return GTK_WIDGET (self);
}

GtkTextBuffer *
pm_note_popover_get_buffer (PmNotePopover *self)
{
  return gtk_text_view_get_buffer (self->view);
}

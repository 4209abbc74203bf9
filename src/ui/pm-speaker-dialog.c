/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speaker-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget; /* (nullable): weak */
  GtkEditable *entry;
  void (*chosen) (GtkWidget *widget, const char *name);
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *self = data;

  g_clear_weak_pointer (&self->widget);
  g_free (self);
}

static char *
dup_name (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = dup_name (entry);

  adw_message_dialog_set_response_enabled (dialog, "choose", *name != '\0');
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *name = dup_name (asking->entry);

  if (g_str_equal (response, "choose") && asking->widget != NULL && *name != '\0')
    asking->chosen (asking->widget, name);
}

void
pm_speaker_dialog_present (GtkWidget *widget, void (*chosen) (GtkWidget *widget, const char *name))
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Who Said It?"), NULL);
  GtkWidget *entry = gtk_entry_new ();
  Asking *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->widget, widget);
  asking->entry = GTK_EDITABLE (entry);
  asking->chosen = chosen;
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the speaker"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "choose",
                                    _ ("_Set Speaker"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "choose",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "choose", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "choose");
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

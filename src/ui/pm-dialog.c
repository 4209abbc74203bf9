/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-dialog.h"

static void
parent_destroyed_cb (GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, NULL);
}

static void
parent_cb (GtkWindow *dialog)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_destroyed_cb), dialog,
                             G_CONNECT_SWAPPED);
}

void
pm_dialog_forget_parent (GtkWindow *dialog)
{
  g_signal_connect (dialog, "notify::transient-for", G_CALLBACK (parent_cb), NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-dialog.h"

void
pm_dialog_leave (GObject *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
}

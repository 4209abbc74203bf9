/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the init of a window with a parent that something under way may hold on to for an answer: a
 * window that was closed and is still held goes on knowing its parent in GTK 4.8, when that is gone
 * too. This makes it forget it in time. */
void pm_dialog_forget_parent (GtkWindow *dialog);

G_END_DECLS

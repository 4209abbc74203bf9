/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the dispose of a window with a parent that something under way may hold on to for an answer:
 * GTK 4.8 would go on knowing its parent when that is gone. */
void pm_dialog_leave (GObject *dialog);

G_END_DECLS

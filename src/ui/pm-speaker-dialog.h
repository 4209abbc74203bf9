/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for the name of who said it, over the window around @widget, and calls @chosen with @widget
 * and the name, unless the user thinks better of it or @widget is gone by then. */
void pm_speaker_dialog_present (GtkWidget *widget,
                                void (*chosen) (GtkWidget *widget, const char *name));

G_END_DECLS

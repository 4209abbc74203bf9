/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A word in a rounded frame that says what a row is: "shown", "first", "agency". */
GtkWidget *pm_chip_new (const char *text);

G_END_DECLS

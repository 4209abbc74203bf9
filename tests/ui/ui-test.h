/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window's tests share: waiting without sleeping, and finding what a user would see. */

typedef gboolean (*UiTestCondition) (gpointer data);

/* Runs the main loop until @condition holds; fails the test, saying @what, when it does not within
 * ten seconds. */
void ui_test_wait (UiTestCondition condition, gpointer data, const char *what);
/* Returns: (nullable): the first mapped descendant of @root of type @type whose @property
 * (nullable) is @value. */
GtkWidget *ui_test_find (GtkWidget *root, GType type, const char *property, const char *value);
/* Saves a picture of @window in the folder that PM_PICTURES names, when it names one. */
void ui_test_picture (GtkWidget *window, const char *name);

G_END_DECLS

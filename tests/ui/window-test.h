/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-application.h"
#include "pm-window-private.h"

G_BEGIN_DECLS

/* What the tests of the real window share: an application, a folder for notebooks, and windows. */

/* Windows come and go; the application stays until the last test. */
void window_test_init (int *argc, char ***argv);
int window_test_run (void);
PmApplication *window_test_get_application (void);
/* Returns: (transfer full): in the folder. */
char *window_test_dup_path (const char *name);

/* @notebook: its name in the folder; it need not be there. */
PmWindow *window_test_open (const char *notebook);
/* Waits for the window's end, so that one test's work does not run on into the next one's. */
void window_test_close (PmWindow *window);
/* Adds a page of the test data, and waits until it is shown. */
void window_test_add_page (PmWindow *window);
/* Waits until the article that is open is shown. */
void window_test_wait_for_article (PmWindow *window);

/* Returns: (nullable): the dialog of that type that is open. */
GtkWidget *window_test_find_dialog (GType type);
/* @root: a widget, somewhere in which the label is to appear. */
void window_test_wait_for_label (gpointer root, const char *label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-window.h"

G_BEGIN_DECLS

/* Asks for one or more links, starting with the one on the clipboard, and has @window capture them.
 */

#define PM_TYPE_ADD_DIALOG (pm_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmAddDialog, pm_add_dialog, PM, ADD_DIALOG, AdwWindow)

GtkWidget *pm_add_dialog_new (PmWindow *window);

G_END_DECLS

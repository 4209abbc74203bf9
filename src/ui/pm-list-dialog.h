/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-window.h"

G_BEGIN_DECLS

/* Says what adding a list of links would do, before it is done: how many are new, here already or
 * broken, and which; then has @window add the new ones. */

#define PM_TYPE_LIST_DIALOG (pm_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmListDialog, pm_list_dialog, PM, LIST_DIALOG, AdwWindow)

/* @list: see pm_notebook_plan_async(). @window has a notebook. */
GtkWidget *pm_list_dialog_new (PmWindow *window, GInputStream *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-window.h"

G_BEGIN_DECLS

/* The feeds that the window's notebook follows: looking at them, following more, checking them now,
 * and following them no more. */
#define PM_TYPE_FEEDS_DIALOG (pm_feeds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmFeedsDialog, pm_feeds_dialog, PM, FEEDS_DIALOG, AdwWindow)

/* The window's notebook must be open. */
GtkWidget *pm_feeds_dialog_new (PmWindow *window);

G_END_DECLS

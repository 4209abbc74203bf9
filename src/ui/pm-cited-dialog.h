/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* What several articles of the notebook lean on, that of the most articles first; each unfolds the
 * articles, which open in @parent's window. */

#define PM_TYPE_CITED_DIALOG (pm_cited_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmCitedDialog, pm_cited_dialog, PM, CITED_DIALOG, AdwWindow)

GtkWidget *pm_cited_dialog_new (GtkWindow *parent, PmNotebook *notebook);

G_END_DECLS

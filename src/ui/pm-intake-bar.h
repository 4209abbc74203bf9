/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* How far the adding of many links is, or else what is derived again behind it, and a button to
 * cancel that ("win.cancel-links", "win.cancel-renewal"); it hides while there is nothing to say.
 */

#define PM_TYPE_INTAKE_BAR (pm_intake_bar_get_type ())
G_DECLARE_FINAL_TYPE (PmIntakeBar, pm_intake_bar, PM, INTAKE_BAR, AdwBin)

/* @notebook: (nullable) */
void pm_intake_bar_set_notebook (PmIntakeBar *self, PmNotebook *notebook);

G_END_DECLS

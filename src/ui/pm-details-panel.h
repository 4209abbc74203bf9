/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-panel.h"

G_BEGIN_DECLS

/* Where the article comes from, what it says of itself, every capture of it, and the user's own
 * tags and note for it as a whole. Actions: "details.refresh", "details.browse",
 * "details.copy-link". */
#define PM_TYPE_DETAILS_PANEL (pm_details_panel_get_type ())
G_DECLARE_FINAL_TYPE (PmDetailsPanel, pm_details_panel, PM, DETAILS_PANEL, PmPanel)

G_END_DECLS

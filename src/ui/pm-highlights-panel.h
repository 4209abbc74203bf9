/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-panel.h"

G_BEGIN_DECLS

/* The article's highlights in the order of its text, to filter by colour and tag; those whose words
 * are gone last. */
#define PM_TYPE_HIGHLIGHTS_PANEL (pm_highlights_panel_get_type ())
G_DECLARE_FINAL_TYPE (PmHighlightsPanel, pm_highlights_panel, PM, HIGHLIGHTS_PANEL, PmPanel)

G_END_DECLS

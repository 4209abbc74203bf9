/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-panel.h"

G_BEGIN_DECLS

/* Who and what the article names: people, organisations, places, other; most often named first. */
#define PM_TYPE_ENTITIES_PANEL (pm_entities_panel_get_type ())
G_DECLARE_FINAL_TYPE (PmEntitiesPanel, pm_entities_panel, PM, ENTITIES_PANEL, PmPanel)

G_END_DECLS

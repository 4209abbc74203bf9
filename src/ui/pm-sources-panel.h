/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-panel.h"

G_BEGIN_DECLS

/* What the article leans on: what it links to, each address once; what it names without a link; and
 * the articles of the notebook that link here. Actions: "sources.download" (as),
 * "sources.download-all". */
#define PM_TYPE_SOURCES_PANEL (pm_sources_panel_get_type ())
G_DECLARE_FINAL_TYPE (PmSourcesPanel, pm_sources_panel, PM, SOURCES_PANEL, PmPanel)

G_END_DECLS

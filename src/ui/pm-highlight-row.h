/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-row.h"

G_BEGIN_DECLS

/* One highlight: its words beside its colour, its tags and note; item: PmHighlight. Actions:
 * "highlight.recolor" (s: a colour's name), "highlight.copy", "highlight.remove". */
#define PM_TYPE_HIGHLIGHT_ROW (pm_highlight_row_get_type ())
G_DECLARE_FINAL_TYPE (PmHighlightRow, pm_highlight_row, PM, HIGHLIGHT_ROW, PmRow)

G_END_DECLS

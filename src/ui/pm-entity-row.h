/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-row.h"

G_BEGIN_DECLS

/* One entity: name, other forms, where in the text, how often; item: PmEntity. Each opening goes to
 * its next mention. Its menu (Menu, Shift+F10, secondary click) corrects it; dragged onto another
 * row it is merged with that; Ctrl+Enter or a double click opens its page. */
#define PM_TYPE_ENTITY_ROW (pm_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (PmEntityRow, pm_entity_row, PM, ENTITY_ROW, PmRow)

/* Whether its name or one of its other forms holds @typed, which is case-folded. */
gboolean pm_entity_row_matches (const PmEntity *entity, const char *typed);
const PmEntity *pm_entity_row_get_entity (PmEntityRow *self);

G_END_DECLS

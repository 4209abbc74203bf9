/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-row.h"

G_BEGIN_DECLS

/* An article of the notebook that links to this one; item: PmArticle. Opening it opens that
 * article. */
#define PM_TYPE_CITING_ROW (pm_citing_row_get_type ())
G_DECLARE_FINAL_TYPE (PmCitingRow, pm_citing_row, PM, CITING_ROW, PmRow)

G_END_DECLS

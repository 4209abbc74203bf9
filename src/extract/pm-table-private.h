/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* Whether <table> @table holds data in rows and columns; else it only places parts of the page side
 * by side. */
gboolean _pm_table_is_data (const PmNode *table);
gboolean _pm_table_is_header_row (const PmNode *row);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* Further columns are not told apart. */
#define PM_TABLE_COLUMNS 64

/* Where the cells of a table stand, row after row. */
typedef struct
{
  guint below[PM_TABLE_COLUMNS]; /* so many rows more does the cell above reach down */
  guint column;                  /* the next free one of the present row */
} PmTableGrid;

/* Whether <table> @table holds data in rows and columns; else it only places parts of the page side
 * by side. */
gboolean _pm_table_is_data (const PmNode *table);
gboolean _pm_table_is_header_row (const PmNode *row);

void _pm_table_grid_begin_row (PmTableGrid *self);
/* Gives @cell its place. Returns: the column it stands in; what is skipped is taken by cells from
 * above or, behind the column, by wide ones. */
guint _pm_table_grid_add (PmTableGrid *self, const PmNode *cell);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-table-private.h"

#include <string.h>

/* A cell with more than this on average is a piece of text, not of data. */
#define MAX_CELL_LENGTH 150
#define MAX_ROWS 1000

gboolean
_pm_table_is_header_row (const PmNode *row)
{
  gboolean in_head = row->parent != NULL && row->parent->tag == GUMBO_TAG_THEAD;
  gboolean header = FALSE;

  for (const PmNode *cell = row->first; cell != NULL; cell = cell->next)
    {
      /* The corner above the names of the rows is often an empty cell of the other kind. */
      if (cell->tag == GUMBO_TAG_TD && cell->length > 0 && !in_head)
        return FALSE;
      header = header || cell->tag == GUMBO_TAG_TH || (in_head && cell->tag == GUMBO_TAG_TD);
    }
  return header;
}

static guint
get_extent (const PmNode *cell, const char *name, guint max)
{
  const char *value = _pm_node_get_attribute (cell, name);

  return value != NULL ? CLAMP (g_ascii_strtoll (value, NULL, 10), 1, max) : 1;
}

/* Passes over what cells of rows above take of this one. */
static void
skip_taken (PmTableGrid *self)
{
  for (; self->column < PM_TABLE_COLUMNS && self->below[self->column] > 0; self->column++)
    self->below[self->column]--;
}

void
_pm_table_grid_begin_row (PmTableGrid *self)
{
  /* What the row before did not come to. */
  if (self->column > 0)
    for (; self->column < PM_TABLE_COLUMNS; self->column++)
      self->below[self->column] -= self->below[self->column] > 0;
  self->column = 0;
}

guint
_pm_table_grid_add (PmTableGrid *self, const PmNode *cell)
{
  guint width = get_extent (cell, "colspan", PM_TABLE_COLUMNS);
  guint rows = get_extent (cell, "rowspan", MAX_ROWS);
  guint column;

  skip_taken (self);
  column = self->column;
  for (; width > 0 && self->column < PM_TABLE_COLUMNS; width--)
    self->below[self->column++] = rows - 1;
  return column;
}

gboolean
_pm_table_is_data (const PmNode *table)
{
  const char *role = _pm_node_get_attribute (table, "role");
  guint rows = 0, cells = 0, headers = 0;

  if (role != NULL && (strcmp (role, "presentation") == 0 || strcmp (role, "none") == 0))
    return FALSE;
  for (const PmNode *at = _pm_node_next (table, table, FALSE); at != NULL;
       at = _pm_node_next (at, table, FALSE))
    {
      if (at->tag == GUMBO_TAG_TABLE)
        return FALSE;
      rows += at->tag == GUMBO_TAG_TR;
      cells += at->tag == GUMBO_TAG_TD || at->tag == GUMBO_TAG_TH;
      headers += at->tag == GUMBO_TAG_TH || at->tag == GUMBO_TAG_CAPTION;
    }
  if (cells == 0 || table->length / cells > MAX_CELL_LENGTH)
    return FALSE;
  return headers > 0 ? cells > 1 : rows > 1 && cells >= 2 * rows;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-table-private.h"

#include <string.h>

/* A cell with more than this on average is a piece of text, not of data. */
#define MAX_CELL_LENGTH 150

gboolean
_pm_table_is_header_row (const PmNode *row)
{
  gboolean header = FALSE;

  for (const PmNode *cell = row->first; cell != NULL; cell = cell->next)
    {
      if (cell->tag == GUMBO_TAG_TD)
        return FALSE;
      header = header || cell->tag == GUMBO_TAG_TH;
    }
  return header;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-builder-steps-private.h"

#include "pm-role-private.h"
#include "pm-table-private.h"

/* Longer is no caption, whatever its class says. */
#define MAX_CAPTION 600
#define MAX_LEVEL 12

void
_pm_builder_walk_item (PmBuilder *self, const PmNode *item, int number, guint group)
{
  const PmPlace *place = _pm_notes_get_place (self->notes, item);

  _pm_pen_end_block (&self->pen);
  if (place != NULL)
    {
      _pm_pen_add_target (&self->pen, place->number, place->is_note);
      g_hash_table_add (self->placed, (gpointer) item);
    }
  _pm_builder_walk_blocks (self, item,
                           (PmBlockStart){ PM_MARK_LIST_ITEM,
                                           CLAMP (self->list_level, 1, MAX_LEVEL), number, group });
}

void
_pm_builder_walk_list (PmBuilder *self, const PmNode *node)
{
  const char *start = _pm_node_get_attribute (node, "start");
  int number = node->tag == GUMBO_TAG_OL ? 1 : 0;
  PmBlockStart before = self->pen.start;
  guint group = self->list_level > 0 ? before.group : 0;

  _pm_pen_end_block (&self->pen);
  if (number == 1 && start != NULL)
    number = CLAMP (g_ascii_strtoll (start, NULL, 10), 1, G_MAXINT / 2);
  if (group == 0)
    group = ++self->groups;
  self->list_level++;
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    if (child->tag != GUMBO_TAG_LI)
      _pm_builder_walk (self, child);
    else if (!_pm_builder_leaves_out (self, child))
      _pm_builder_walk_item (self, child, number > 0 ? number++ : 0, group);
  self->list_level--;
  self->pen.start = before;
  _pm_pen_end_block (&self->pen);
}

static void
walk_cell (PmBuilder *self, const PmNode *cell, gboolean in_header_row)
{
  if (cell->tag == GUMBO_TAG_TH && !in_header_row)
    _pm_builder_walk_inline (self, cell, PM_MARK_STRONG);
  else
    _pm_builder_walk_children (self, cell);
}

static void
walk_row (PmBuilder *self, const PmNode *row, PmTableGrid *grid, int table, guint group)
{
  gboolean header = _pm_table_is_header_row (row);
  PmBlockStart before = self->pen.start;
  gboolean is_first = TRUE;
  guint column = 0;

  _pm_pen_end_block (&self->pen);
  self->pen.start = (PmBlockStart){ PM_MARK_TABLE_ROW, header, table, group };
  _pm_pen_begin_block (&self->pen);
  self->pen.in_row = TRUE;
  _pm_table_grid_begin_row (grid);
  for (const PmNode *cell = row->first; cell != NULL; cell = cell->next)
    if (cell->tag == GUMBO_TAG_TD || cell->tag == GUMBO_TAG_TH)
      {
        guint place = _pm_table_grid_add (grid, cell);

        place = is_first ? place : MAX (place, column + 1);
        is_first = FALSE;
        for (; column < place; column++)
          _pm_pen_next_cell (&self->pen);
        if (!_pm_builder_leaves_out (self, cell))
          walk_cell (self, cell, header);
      }
  for (; column + 1 < grid->column; column++)
    _pm_pen_next_cell (&self->pen);
  self->pen.in_row = FALSE;
  _pm_pen_end_block (&self->pen);
  self->pen.start = before;
}

void
_pm_builder_walk_table (PmBuilder *self, const PmNode *node)
{
  guint group = ++self->groups;
  int table = ++self->tables;
  PmTableGrid grid = { { 0 }, 0 };
  gboolean skip = FALSE;

  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, skip))
    {
      skip = (at->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0 || at->tag == GUMBO_TAG_TR ||
             at->tag == GUMBO_TAG_CAPTION;
      if (at->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE))
        continue;
      if (at->tag == GUMBO_TAG_CAPTION)
        _pm_builder_walk_blocks (self, at, (PmBlockStart){ PM_MARK_CAPTION, 0, 0, 0 });
      else if (at->tag == GUMBO_TAG_TR)
        walk_row (self, at, &grid, table, group);
    }
}

static void
begin_quotation (PmBuilder *self)
{
  self->quotes++;
  self->quote_group = ++self->groups;
}

void
_pm_builder_walk_quote (PmBuilder *self, const PmNode *node)
{
  if (self->quote_level == 0 && !self->is_quoting)
    begin_quotation (self);
  self->quote_level++;
  _pm_builder_walk_blocks (self, node,
                           (PmBlockStart){ PM_MARK_QUOTE, MIN (self->quote_level, MAX_LEVEL),
                                           self->quotes, self->quote_group });
  self->quote_level--;
}

void
_pm_builder_walk_code (PmBuilder *self, const PmNode *node)
{
  PmBlockStart before = self->pen.start;

  _pm_pen_end_block (&self->pen);
  self->pen.start = (PmBlockStart){ PM_MARK_CODE_BLOCK, 0, 0, 0 };
  self->pen.verbatim = TRUE;
  _pm_builder_walk_children (self, node);
  self->pen.verbatim = FALSE;
  if (self->pen.current != NULL && _pm_block_is_line_numbers (self->pen.current))
    g_string_truncate (self->pen.current->text, 0);
  _pm_pen_end_block (&self->pen);
  self->pen.start = before;
}

void
_pm_builder_walk_code_line (PmBuilder *self, const PmNode *node)
{
  const PmBlock *block = self->pen.current;

  if (block != NULL && block->text->len > 0 && block->text->str[block->text->len - 1] != '\n')
    _pm_pen_break_line (&self->pen);
  _pm_builder_walk_children (self, node);
  if (node->next != NULL)
    _pm_pen_break_line (&self->pen);
}

gboolean
_pm_builder_is_caption (PmBuilder *self, const PmNode *node)
{
  if (node->length > MAX_CAPTION || self->caption != 0 || self->quote_level > 0)
    return FALSE;
  if (node->flags & PM_NODE_CAPTION)
    return node->length > 0 || (node->flags & PM_NODE_FURNITURE);
  return node->tag == GUMBO_TAG_FIGURE && node->length > 0 && !_pm_role_holds_blocks (node);
}

void
_pm_builder_walk_caption (PmBuilder *self, const PmNode *node)
{
  self->caption = self->figure != 0 ? self->figure : ++self->groups;
  _pm_builder_walk_blocks (self, node, (PmBlockStart){ PM_MARK_CAPTION, 0, 0, self->caption });
  self->caption = 0;
}

void
_pm_builder_walk_figure (PmBuilder *self, const PmNode *node)
{
  guint first;

  _pm_pen_end_block (&self->pen);
  first = self->pen.blocks->len;
  self->figure = ++self->groups;
  self->is_quoting = _pm_role_is_quotation (node);
  if (self->is_quoting)
    begin_quotation (self);
  if (_pm_builder_is_caption (self, node))
    _pm_builder_walk_caption (self, node);
  else
    _pm_builder_walk_blocks (self, node, self->pen.start);
  self->figure = 0;
  self->is_quoting = FALSE;
  _pm_pen_move_captions (&self->pen, first);
}

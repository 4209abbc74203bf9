/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-builder-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-entries-private.h"
#include "pm-furniture-private.h"
#include "pm-gallery-private.h"
#include "pm-image-private.h"
#include "pm-notes-private.h"
#include "pm-pen-private.h"
#include "pm-role-private.h"
#include "pm-table-private.h"
#include "pm-vocabulary-private.h"

/* Longer is no caption, whatever its class says. */
#define MAX_CAPTION 600
#define MAX_LEVEL 12
/* Of the heading that the time of a live blog's entry is. */
#define TIME_LEVEL 4

typedef struct
{
  const char *base;
  PmPen pen;
  PmNotes *notes;
  PmGallery gallery;
  GHashTable *times;  /* (element-type PmNode): of a live blog's entries */
  GHashTable *placed; /* (element-type PmNode): places that were written */
  int list_level;
  int quote_level;
  int quotes;
  guint quote_group;
  guint figure;        /* the group of the one at hand, 0 for none */
  guint caption;       /* likewise */
  gboolean is_quoting; /* the figure holds a quotation; its caption says whose */
  guint groups;
  int tables;
} Builder;

static void walk (Builder *self, const PmNode *node);

static void
walk_children (Builder *self, const PmNode *node)
{
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    walk (self, child);
}

static void
walk_inline (Builder *self, const PmNode *node, PmMarkKind kind)
{
  _pm_pen_open (&self->pen, kind, NULL, 0);
  walk_children (self, node);
  _pm_pen_close (&self->pen);
}

/* Runs @node's children as blocks that begin as @start says. */
static void
walk_blocks (Builder *self, const PmNode *node, PmBlockStart start)
{
  PmBlockStart before = self->pen.start;

  _pm_pen_end_block (&self->pen);
  self->pen.start = start;
  walk_children (self, node);
  _pm_pen_end_block (&self->pen);
  self->pen.start = before;
}

static gboolean
is_note (Builder *self, const PmNode *node)
{
  const PmPlace *place = _pm_notes_get_place (self->notes, node);

  return place != NULL && place->is_note;
}

/* What is furniture elsewhere may belong to what is around it here. */
static gboolean
is_left_out (Builder *self, const PmNode *node)
{
  if (node->flags & PM_NODE_DROPPED)
    return TRUE;
  if (!(node->flags & PM_NODE_FURNITURE))
    return FALSE;
  if ((self->caption != 0 || self->figure != 0) && _pm_role_is_credit (node))
    return FALSE;
  if (self->quote_level > 0 && _pm_role_is_attribution (node))
    return FALSE;
  return !is_note (self, node) && !g_hash_table_contains (self->times, node);
}

/* @noscript: (nullable) */
static void
walk_image (Builder *self, const PmNode *node, const PmNode *noscript)
{
  PmBlock *block;

  if (_pm_role_is_emoji (node))
    {
      _pm_pen_write (&self->pen, _pm_node_get_attribute (node, "alt"));
      return;
    }
  block = _pm_gallery_add (&self->gallery, node, noscript, self->base);
  if (block != NULL)
    _pm_pen_place (&self->pen, block);
}

static void
walk_noscript (Builder *self, const PmNode *node)
{
  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, FALSE))
    if (at->tag == GUMBO_TAG_IMG)
      walk_image (self, at, node);
}

static void
walk_item (Builder *self, const PmNode *item, int number, guint group)
{
  const PmPlace *place = _pm_notes_get_place (self->notes, item);

  _pm_pen_end_block (&self->pen);
  if (place != NULL)
    {
      _pm_pen_add_target (&self->pen, place->number, place->is_note);
      g_hash_table_add (self->placed, (gpointer) item);
    }
  walk_blocks (self, item,
               (PmBlockStart){ PM_MARK_LIST_ITEM, CLAMP (self->list_level, 1, MAX_LEVEL), number,
                               group });
}

static void
walk_list (Builder *self, const PmNode *node)
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
      walk (self, child);
    else if (!is_left_out (self, child))
      walk_item (self, child, number > 0 ? number++ : 0, group);
  self->list_level--;
  self->pen.start = before;
  _pm_pen_end_block (&self->pen);
}

static void
walk_cell (Builder *self, const PmNode *cell, gboolean in_header_row)
{
  if (cell->tag == GUMBO_TAG_TH && !in_header_row)
    walk_inline (self, cell, PM_MARK_STRONG);
  else
    walk_children (self, cell);
}

static void
walk_row (Builder *self, const PmNode *row, PmTableGrid *grid, int table, guint group)
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
        if (!is_left_out (self, cell))
          walk_cell (self, cell, header);
      }
  for (; column + 1 < grid->column; column++)
    _pm_pen_next_cell (&self->pen);
  self->pen.in_row = FALSE;
  _pm_pen_end_block (&self->pen);
  self->pen.start = before;
}

static void
walk_table (Builder *self, const PmNode *node)
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
        walk_blocks (self, at, (PmBlockStart){ PM_MARK_CAPTION, 0, 0, 0 });
      else if (at->tag == GUMBO_TAG_TR)
        walk_row (self, at, &grid, table, group);
    }
}

static void
begin_quotation (Builder *self)
{
  self->quotes++;
  self->quote_group = ++self->groups;
}

static void
walk_quote (Builder *self, const PmNode *node)
{
  if (self->quote_level == 0 && !self->is_quoting)
    begin_quotation (self);
  self->quote_level++;
  walk_blocks (self, node,
               (PmBlockStart){ PM_MARK_QUOTE, MIN (self->quote_level, MAX_LEVEL), self->quotes,
                               self->quote_group });
  self->quote_level--;
}

static void
walk_code (Builder *self, const PmNode *node)
{
  PmBlockStart before = self->pen.start;

  _pm_pen_end_block (&self->pen);
  self->pen.start = (PmBlockStart){ PM_MARK_CODE_BLOCK, 0, 0, 0 };
  self->pen.verbatim = TRUE;
  walk_children (self, node);
  self->pen.verbatim = FALSE;
  if (self->pen.current != NULL && _pm_block_is_line_numbers (self->pen.current))
    g_string_truncate (self->pen.current->text, 0);
  _pm_pen_end_block (&self->pen);
  self->pen.start = before;
}

/* Pages put each line of code into an element of its own. */
static void
walk_code_line (Builder *self, const PmNode *node)
{
  const PmBlock *block = self->pen.current;

  if (block != NULL && block->text->len > 0 && block->text->str[block->text->len - 1] != '\n')
    _pm_pen_break_line (&self->pen);
  walk_children (self, node);
  if (node->next != NULL)
    _pm_pen_break_line (&self->pen);
}

static void
add_rule (Builder *self)
{
  _pm_pen_end_block (&self->pen);
  _pm_pen_place (&self->pen, _pm_block_new (PM_MARK_RULE));
}

static gboolean
is_caption (Builder *self, const PmNode *node)
{
  if (node->length > MAX_CAPTION || self->caption != 0 || self->quote_level > 0)
    return FALSE;
  if (node->flags & PM_NODE_CAPTION)
    return node->length > 0 || (node->flags & PM_NODE_FURNITURE);
  return node->tag == GUMBO_TAG_FIGURE && node->length > 0 && !_pm_role_holds_blocks (node);
}

static void
walk_caption (Builder *self, const PmNode *node)
{
  self->caption = self->figure != 0 ? self->figure : ++self->groups;
  walk_blocks (self, node, (PmBlockStart){ PM_MARK_CAPTION, 0, 0, self->caption });
  self->caption = 0;
}

/* Captions stand below their pictures, wherever the page has them. */
static void
walk_figure (Builder *self, const PmNode *node)
{
  guint first;

  _pm_pen_end_block (&self->pen);
  first = self->pen.blocks->len;
  self->figure = ++self->groups;
  self->is_quoting = _pm_role_is_quotation (node);
  if (self->is_quoting)
    begin_quotation (self);
  if (is_caption (self, node))
    walk_caption (self, node);
  else
    walk_blocks (self, node, self->pen.start);
  self->figure = 0;
  self->is_quoting = FALSE;
  _pm_pen_move_captions (&self->pen, first);
}

static void
walk_link (Builder *self, const PmNode *node)
{
  const PmPlace *place = _pm_notes_get_target (self->notes, node);
  g_autofree char *url = NULL;

  if (_pm_node_get_attribute (node, "href") == NULL)
    {
      walk_children (self, node);
      return;
    }
  if (place != NULL && _pm_notes_is_way_back (self->notes, node))
    {
      /* One at the start is the number of its note. */
      if (self->pen.current == NULL || self->pen.current->text->len == 0)
        walk_children (self, node);
      return;
    }
  /* The sign beside a heading by which its address is copied. */
  if (place != NULL && _pm_node_is_within (node, place->node) && !_pm_role_has_words (node))
    return;
  /* One without an address, to a place in the same page, is still a link to the judgement of what
   * is a menu. */
  url = _pm_address_resolve (self->base, _pm_node_get_attribute (node, "href"));
  if (place != NULL)
    _pm_pen_open (&self->pen, PM_MARK_REFERENCE, NULL, place->number);
  else
    _pm_pen_open (&self->pen, PM_MARK_LINK, url, 0);
  walk_children (self, node);
  _pm_pen_close (&self->pen);
}

static gboolean
walk_inline_element (Builder *self, const PmNode *node)
{
  switch (node->tag)
    {
    case GUMBO_TAG_A:
      walk_link (self, node);
      return TRUE;
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      walk_inline (self, node, PM_MARK_STRONG);
      return TRUE;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_DFN:
      walk_inline (self, node, PM_MARK_EMPHASIS);
      return TRUE;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      walk_inline (self, node, PM_MARK_CODE);
      return TRUE;
    case GUMBO_TAG_SUP:
      walk_inline (self, node, PM_MARK_SUPERSCRIPT);
      return TRUE;
    case GUMBO_TAG_SUB:
      walk_inline (self, node, PM_MARK_SUBSCRIPT);
      return TRUE;
    case GUMBO_TAG_Q:
      _pm_pen_write (&self->pen, "“");
      walk_children (self, node);
      _pm_pen_write (&self->pen, "”");
      return TRUE;
    case GUMBO_TAG_BR:
      _pm_pen_break_line (&self->pen);
      return TRUE;
    case GUMBO_TAG_IMG:
      walk_image (self, node, NULL);
      return TRUE;
    default:
      if (!_pm_image_is_custom (node))
        return FALSE;
      walk_image (self, node, NULL);
      return TRUE;
    }
}

static void
walk_block (Builder *self, const PmNode *node)
{
  int heading = _pm_node_get_heading_level (node);

  if (heading > 0 && self->pen.start.kind != PM_MARK_CAPTION)
    walk_blocks (self, node, (PmBlockStart){ PM_MARK_HEADING, heading, 0, 0 });
  else if (_pm_role_is_definition (node))
    walk_blocks (self, node,
                 (PmBlockStart){ node->tag == GUMBO_TAG_DT ? PM_MARK_TERM : PM_MARK_DEFINITION, 0,
                                 0, 0 });
  else
    {
      _pm_pen_end_block (&self->pen);
      walk_children (self, node);
      _pm_pen_end_block (&self->pen);
    }
}

static void
walk_block_element (Builder *self, const PmNode *node)
{
  /* What stands in a caption is one, however it is set. */
  switch (self->pen.start.kind == PM_MARK_CAPTION ? GUMBO_TAG_DIV : node->tag)
    {
    case GUMBO_TAG_HR:
      add_rule (self);
      break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
      walk_list (self, node);
      break;
    case GUMBO_TAG_BLOCKQUOTE:
      walk_quote (self, node);
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_LISTING:
      walk_code (self, node);
      break;
    case GUMBO_TAG_TABLE:
      if (_pm_table_is_data (node))
        walk_table (self, node);
      else
        walk_block (self, node);
      break;
    default:
      walk_block (self, node);
      break;
    }
}

static void
walk_time (Builder *self, const PmNode *time)
{
  const PmNode *block = time->parent;

  while (block != NULL && !(block->flags & PM_NODE_BLOCK))
    block = block->parent;
  /* One within a sentence or before one stays there. */
  if ((time->flags & PM_NODE_FURNITURE) || (block != NULL && block->length <= time->length))
    walk_blocks (self, time, (PmBlockStart){ PM_MARK_HEADING, TIME_LEVEL, 0, 0 });
  else
    walk_inline (self, time, PM_MARK_STRONG);
}

/* What names a part of the page also names the network of a quoted post, and the heads of a live
 * blog's entries. */
static void
search_furniture (Builder *self, const PmNode *furniture)
{
  gboolean hides_posts = (furniture->words & (PM_WORD_FURNITURE | PM_WORD_COMMENTS)) &&
                         !(furniture->words & PM_WORD_EMBED);
  gboolean skip;

  for (const PmNode *node = furniture; node != NULL; node = _pm_node_next (node, furniture, skip))
    {
      gboolean is_time = g_hash_table_contains (self->times, node);

      skip = (node->flags & PM_NODE_DROPPED) || is_time ||
             (!hides_posts && _pm_role_is_post (node));
      if (node->flags & PM_NODE_DROPPED)
        continue;
      if (is_time)
        walk_time (self, node);
      else if (skip)
        walk_quote (self, node);
    }
}

static void
mark_place (Builder *self, const PmNode *node)
{
  const PmPlace *place = _pm_notes_get_place (self->notes, node);

  if (place == NULL || g_hash_table_contains (self->placed, node))
    return;
  if ((node->flags & PM_NODE_BLOCK) && !self->pen.in_row)
    _pm_pen_end_block (&self->pen);
  _pm_pen_add_target (&self->pen, place->number, place->is_note);
  g_hash_table_add (self->placed, (gpointer) node);
}

static void
walk (Builder *self, const PmNode *node)
{
  if (_pm_node_is_text (node))
    {
      _pm_pen_write (&self->pen, node->text);
      return;
    }
  if (node->tag == GUMBO_TAG_NOSCRIPT)
    walk_noscript (self, node);
  if (is_left_out (self, node))
    {
      if (node->flags & PM_NODE_GALLERY)
        walk_blocks (self, node, (PmBlockStart){ PM_MARK_CAPTION, 0, 0, 0 });
      else if (!(node->flags & PM_NODE_DROPPED))
        search_furniture (self, node);
      return;
    }
  if (_pm_role_is_way_back (node))
    return;
  mark_place (self, node);
  if (walk_inline_element (self, node))
    return;
  if (g_hash_table_contains (self->times, node))
    walk_time (self, node);
  else if (self->pen.verbatim && (node->flags & PM_NODE_BLOCK))
    walk_code_line (self, node);
  else if (node->tag == GUMBO_TAG_FIGURE && !self->pen.in_row && self->figure == 0)
    walk_figure (self, node);
  else if (node->tag == GUMBO_TAG_FIGCAPTION && self->is_quoting)
    walk_quote (self, node);
  else if (is_caption (self, node) && !self->pen.in_row)
    walk_caption (self, node);
  else if (self->pen.in_row || !(node->flags & PM_NODE_BLOCK))
    {
      self->pen.space = self->pen.space || (node->flags & PM_NODE_BLOCK);
      walk_children (self, node);
      self->pen.space = self->pen.space || (node->flags & PM_NODE_BLOCK);
    }
  else
    walk_block_element (self, node);
}

/* Notes that lie elsewhere in the page belong at the end of the article. */
static void
walk_missing_notes (Builder *self)
{
  const PmPlace *place = _pm_notes_next (self->notes, 1);
  const PmNode *list = NULL;
  int number = 0;

  for (; place != NULL; place = _pm_notes_next (self->notes, place->number + 1))
    {
      const PmNode *note = place->node;

      if (g_hash_table_contains (self->placed, note))
        continue;
      _pm_pen_end_block (&self->pen);
      if (note->tag != GUMBO_TAG_LI)
        {
          walk (self, note);
          continue;
        }
      if (note->parent != list)
        {
          self->groups++;
          number = 0;
        }
      list = note->parent;
      number += list->tag == GUMBO_TAG_OL;
      walk_item (self, note, number, self->groups);
    }
}

GPtrArray *
_pm_builder_build (GPtrArray *roots, const char *base)
{
  Builder self = { .base = base };
  GPtrArray *blocks;

  _pm_pen_init (&self.pen);
  self.notes = _pm_notes_find (roots, base);
  self.times = _pm_entries_find_times (roots);
  self.placed = g_hash_table_new (NULL, NULL);
  _pm_gallery_init (&self.gallery);
  for (guint i = 0; i < roots->len; i++)
    {
      _pm_pen_end_block (&self.pen);
      walk (&self, g_ptr_array_index (roots, i));
    }
  walk_missing_notes (&self);
  blocks = _pm_pen_finish (&self.pen);
  _pm_notes_free (self.notes);
  g_hash_table_unref (self.times);
  g_hash_table_unref (self.placed);
  _pm_gallery_clear (&self.gallery);
  return blocks;
}

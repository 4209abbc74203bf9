/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-builder-private.h"

#include "pm-address-private.h"
#include "pm-builder-steps-private.h"
#include "pm-entries-private.h"
#include "pm-image-private.h"
#include "pm-role-private.h"
#include "pm-table-private.h"
#include "pm-vocabulary-private.h"

/* Of the heading that the time of a live blog's entry is. */
#define TIME_LEVEL 4

void
_pm_builder_walk_children (PmBuilder *self, const PmNode *node)
{
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    _pm_builder_walk (self, child);
}

void
_pm_builder_walk_inline (PmBuilder *self, const PmNode *node, PmMarkKind kind)
{
  _pm_pen_open (&self->pen, kind, NULL, 0);
  _pm_builder_walk_children (self, node);
  _pm_pen_close (&self->pen);
}

void
_pm_builder_walk_blocks (PmBuilder *self, const PmNode *node, PmBlockStart start)
{
  PmBlockStart before = self->pen.start;

  _pm_pen_end_block (&self->pen);
  self->pen.start = start;
  _pm_builder_walk_children (self, node);
  _pm_pen_end_block (&self->pen);
  self->pen.start = before;
}

static gboolean
is_note (PmBuilder *self, const PmNode *node)
{
  const PmPlace *place = _pm_notes_get_place (self->notes, node);

  return place != NULL && place->is_note;
}

gboolean
_pm_builder_leaves_out (PmBuilder *self, const PmNode *node)
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
walk_image (PmBuilder *self, const PmNode *node, const PmNode *noscript)
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
walk_noscript (PmBuilder *self, const PmNode *node)
{
  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, FALSE))
    if (at->tag == GUMBO_TAG_IMG)
      walk_image (self, at, node);
}

static void
add_rule (PmBuilder *self)
{
  _pm_pen_end_block (&self->pen);
  _pm_pen_place (&self->pen, _pm_block_new (PM_MARK_RULE));
}

static void
walk_link (PmBuilder *self, const PmNode *node)
{
  const PmPlace *place = _pm_notes_get_target (self->notes, node);
  g_autofree char *url = NULL;

  if (_pm_node_get_attribute (node, "href") == NULL)
    {
      _pm_builder_walk_children (self, node);
      return;
    }
  if (place != NULL && _pm_notes_is_way_back (self->notes, node))
    {
      /* One at the start is the number of its note. */
      if (self->pen.current == NULL || self->pen.current->text->len == 0)
        _pm_builder_walk_children (self, node);
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
  _pm_builder_walk_children (self, node);
  _pm_pen_close (&self->pen);
}

static gboolean
walk_inline_element (PmBuilder *self, const PmNode *node)
{
  switch (node->tag)
    {
    case GUMBO_TAG_A:
      walk_link (self, node);
      return TRUE;
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      _pm_builder_walk_inline (self, node, PM_MARK_STRONG);
      return TRUE;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_DFN:
      _pm_builder_walk_inline (self, node, PM_MARK_EMPHASIS);
      return TRUE;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      _pm_builder_walk_inline (self, node, PM_MARK_CODE);
      return TRUE;
    case GUMBO_TAG_SUP:
      _pm_builder_walk_inline (self, node, PM_MARK_SUPERSCRIPT);
      return TRUE;
    case GUMBO_TAG_SUB:
      _pm_builder_walk_inline (self, node, PM_MARK_SUBSCRIPT);
      return TRUE;
    case GUMBO_TAG_Q:
      _pm_pen_write (&self->pen, "“");
      _pm_builder_walk_children (self, node);
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
walk_block (PmBuilder *self, const PmNode *node)
{
  int heading = _pm_node_get_heading_level (node);

  if (heading > 0 && self->pen.start.kind != PM_MARK_CAPTION)
    _pm_builder_walk_blocks (self, node, (PmBlockStart){ PM_MARK_HEADING, heading, 0, 0 });
  else if (_pm_role_is_definition (node))
    _pm_builder_walk_blocks (self, node,
                             (PmBlockStart){ node->tag == GUMBO_TAG_DT ? PM_MARK_TERM
                                                                       : PM_MARK_DEFINITION,
                                             0, 0, 0 });
  else
    {
      _pm_pen_end_block (&self->pen);
      _pm_builder_walk_children (self, node);
      _pm_pen_end_block (&self->pen);
    }
}

static void
walk_block_element (PmBuilder *self, const PmNode *node)
{
  /* What stands in a caption is one, however it is set. */
  switch (self->pen.start.kind == PM_MARK_CAPTION ? GUMBO_TAG_DIV : node->tag)
    {
    case GUMBO_TAG_HR:
      add_rule (self);
      break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
      _pm_builder_walk_list (self, node);
      break;
    case GUMBO_TAG_BLOCKQUOTE:
      _pm_builder_walk_quote (self, node);
      break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_LISTING:
      _pm_builder_walk_code (self, node);
      break;
    case GUMBO_TAG_TABLE:
      if (_pm_table_is_data (node))
        _pm_builder_walk_table (self, node);
      else
        walk_block (self, node);
      break;
    default:
      walk_block (self, node);
      break;
    }
}

static void
walk_time (PmBuilder *self, const PmNode *time)
{
  const PmNode *block = time->parent;

  while (block != NULL && !(block->flags & PM_NODE_BLOCK))
    block = block->parent;
  /* One within a sentence or before one stays there. */
  if ((time->flags & PM_NODE_FURNITURE) || (block != NULL && block->length <= time->length))
    _pm_builder_walk_blocks (self, time, (PmBlockStart){ PM_MARK_HEADING, TIME_LEVEL, 0, 0 });
  else
    _pm_builder_walk_inline (self, time, PM_MARK_STRONG);
}

/* What names a part of the page also names the network of a quoted post, and the heads of a live
 * blog's entries. */
static void
search_furniture (PmBuilder *self, const PmNode *furniture)
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
        _pm_builder_walk_quote (self, node);
    }
}

static void
mark_place (PmBuilder *self, const PmNode *node)
{
  const PmPlace *place = _pm_notes_get_place (self->notes, node);

  if (place == NULL || g_hash_table_contains (self->placed, node))
    return;
  if ((node->flags & PM_NODE_BLOCK) && !self->pen.in_row)
    _pm_pen_end_block (&self->pen);
  _pm_pen_add_target (&self->pen, place->number, place->is_note);
  g_hash_table_add (self->placed, (gpointer) node);
}

void
_pm_builder_walk (PmBuilder *self, const PmNode *node)
{
  if (_pm_node_is_text (node))
    {
      _pm_pen_write (&self->pen, node->text);
      return;
    }
  if (node->tag == GUMBO_TAG_NOSCRIPT)
    walk_noscript (self, node);
  if (_pm_builder_leaves_out (self, node))
    {
      if (node->flags & PM_NODE_GALLERY)
        _pm_builder_walk_blocks (self, node, (PmBlockStart){ PM_MARK_CAPTION, 0, 0, 0 });
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
    _pm_builder_walk_code_line (self, node);
  else if (node->tag == GUMBO_TAG_FIGURE && !self->pen.in_row && self->figure == 0)
    _pm_builder_walk_figure (self, node);
  else if (node->tag == GUMBO_TAG_FIGCAPTION && self->is_quoting)
    _pm_builder_walk_quote (self, node);
  else if (_pm_builder_is_caption (self, node) && !self->pen.in_row)
    _pm_builder_walk_caption (self, node);
  else if (self->pen.in_row || !(node->flags & PM_NODE_BLOCK))
    {
      self->pen.space = self->pen.space || (node->flags & PM_NODE_BLOCK);
      _pm_builder_walk_children (self, node);
      self->pen.space = self->pen.space || (node->flags & PM_NODE_BLOCK);
    }
  else
    walk_block_element (self, node);
}

/* Notes that lie elsewhere in the page belong at the end of the article. */
static void
walk_missing_notes (PmBuilder *self)
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
          _pm_builder_walk (self, note);
          continue;
        }
      if (note->parent != list)
        {
          self->groups++;
          number = 0;
        }
      list = note->parent;
      number += list->tag == GUMBO_TAG_OL;
      _pm_builder_walk_item (self, note, number, self->groups);
    }
}

GPtrArray *
_pm_builder_build (GPtrArray *roots, const char *base)
{
  PmBuilder self = { .base = base };
  GPtrArray *blocks;

  _pm_pen_init (&self.pen);
  self.notes = _pm_notes_find (roots, base);
  self.times = _pm_entries_find_times (roots);
  self.placed = g_hash_table_new (NULL, NULL);
  _pm_gallery_init (&self.gallery);
  for (guint i = 0; i < roots->len; i++)
    {
      _pm_pen_end_block (&self.pen);
      _pm_builder_walk (&self, g_ptr_array_index (roots, i));
    }
  walk_missing_notes (&self);
  blocks = _pm_pen_finish (&self.pen);
  _pm_notes_free (self.notes);
  g_hash_table_unref (self.times);
  g_hash_table_unref (self.placed);
  _pm_gallery_clear (&self.gallery);
  return blocks;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-builder-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-furniture-private.h"
#include "pm-image-private.h"
#include "pm-table-private.h"

/* Longer is no caption, whatever its class says. */
#define MAX_CAPTION 600
#define MAX_LEVEL 12

typedef struct
{
  PmMarkKind kind;
  gsize start;
  char *url;
} Open;

/* What the next block will be. */
typedef struct
{
  PmMarkKind kind;
  int level;
  int number;
  guint group;
} Context;

typedef struct
{
  const char *base;
  GPtrArray *blocks;
  PmBlock *current; /* (nullable) */
  Context context;
  GArray *open;      /* (element-type Open) */
  gboolean space;    /* white space was seen and not yet written */
  guint line_breaks; /* so many <br>, likewise */
  gboolean verbatim;
  gboolean in_row; /* one block whatever is inside */
  int list_level;
  int quote_level;
  guint groups;
  int tables;
} Builder;

static void walk (Builder *self, const PmNode *node);

static void
clear_open (gpointer data)
{
  g_free (((Open *) data)->url);
}

static void
flush (Builder *self)
{
  self->space = TRUE;
  if (self->in_row)
    return;
  self->line_breaks = 0;
  if (self->current == NULL)
    return;
  for (guint i = self->open->len; i > 0; i--)
    {
      Open *open = &g_array_index (self->open, Open, i - 1);

      _pm_block_add_inline (self->current, open->kind, open->start, self->current->text->len,
                            open->url);
      open->start = 0;
    }
  _pm_block_trim (self->current);
  if (_pm_block_is_text (self->current))
    g_ptr_array_add (self->blocks, g_steal_pointer (&self->current));
  g_clear_pointer (&self->current, _pm_block_free);
}

static void
ensure_block (Builder *self)
{
  if (self->current != NULL)
    return;
  self->current = _pm_block_new (self->context.kind);
  self->current->level = self->context.level;
  self->current->number = self->context.number;
  self->current->group = self->context.group;
  /* What else is in a list item are paragraphs of their own. */
  if (self->context.kind == PM_MARK_LIST_ITEM)
    self->context = (Context){ PM_MARK_PARAGRAPH, 0, 0, 0 };
}

static void
write_pending (Builder *self)
{
  if (self->line_breaks > 1 && !self->in_row)
    flush (self);
  ensure_block (self);
  if (self->current->text->len > 0 && !self->verbatim)
    {
      if (self->line_breaks > 0 && !self->in_row && self->current->kind != PM_MARK_HEADING)
        g_string_append_c (self->current->text, '\n');
      else if ((self->space || self->line_breaks > 0) &&
               !g_ascii_isspace (self->current->text->str[self->current->text->len - 1]))
        g_string_append_c (self->current->text, ' ');
    }
  self->space = FALSE;
  self->line_breaks = 0;
}

/* Bytes at @at that show nothing: soft hyphen, zero-width space, byte order mark; and control
 * characters, which numeric references bring in. */
static gsize
measure_invisible (const char *at)
{
  if ((guchar) *at < ' ')
    return 1;
  if ((guchar) at[0] == 0xc2 && ((guchar) at[1] == 0xad || (guchar) at[1] < 0xa0))
    return 2;
  if (g_str_has_prefix (at, "\xe2\x80\x8b") || g_str_has_prefix (at, "\xef\xbb\xbf"))
    return 3;
  return *at == 0x7f ? 1 : 0;
}

static void
append_verbatim (Builder *self, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (*at == '\n' || *at == '\t' || measure_invisible (at) == 0)
        {
          write_pending (self);
          g_string_append_len (self->current->text, at, next - at);
        }
      at = next;
    }
}

static void
append_text (Builder *self, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (g_ascii_isspace (*at) || (at[0] == '\xc2' && at[1] == '\xa0'))
        self->space = TRUE;
      else if (measure_invisible (at) == 0)
        {
          if (self->space || self->line_breaks > 0 || self->current == NULL)
            write_pending (self);
          g_string_append_len (self->current->text, at, next - at);
        }
      at = next;
    }
}

static void
walk_children (Builder *self, const PmNode *node)
{
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    walk (self, child);
}

static void
walk_inline (Builder *self, const PmNode *node, PmMarkKind kind, char *url)
{
  Open open = { kind, 0, url };
  gsize end;

  /* White space that is still to be written before it is trimmed from the mark later. */
  if (self->current != NULL)
    open.start = self->current->text->len;
  g_array_append_val (self->open, open);
  walk_children (self, node);
  open = g_array_index (self->open, Open, self->open->len - 1);
  end = self->current != NULL ? self->current->text->len : 0;
  if (end > open.start)
    _pm_block_add_inline (self->current, open.kind, open.start, end, open.url);
  g_array_set_size (self->open, self->open->len - 1);
}

/* Runs @node's children as blocks that begin in @context. */
static void
walk_context (Builder *self, const PmNode *node, Context context)
{
  Context before = self->context;

  flush (self);
  self->context = context;
  walk_children (self, node);
  flush (self);
  self->context = before;
}

static void
add_picture (Builder *self, const PmNode *node)
{
  g_autofree char *url = _pm_image_dup_address (node, self->base);
  const char *alt = _pm_node_get_attribute (node, "alt");
  PmBlock *block;

  if (url == NULL)
    return;
  for (guint i = self->blocks->len; i > 0; i--)
    {
      const PmBlock *other = g_ptr_array_index (self->blocks, i - 1);

      if (other->kind != PM_MARK_IMAGE)
        break;
      if (strcmp (other->url, url) == 0)
        return;
    }
  block = _pm_block_new (PM_MARK_IMAGE);
  block->url = g_steal_pointer (&url);
  block->alt = alt != NULL && *alt != '\0' ? g_utf8_make_valid (alt, -1) : NULL;
  g_ptr_array_add (self->blocks, block);
}

/* Lazy pages keep the real picture in a <noscript> beside an empty one. */
static void
walk_noscript (Builder *self, const PmNode *node)
{
  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, FALSE))
    if (at->tag == GUMBO_TAG_IMG)
      add_picture (self, at);
}

static void
walk_list (Builder *self, const PmNode *node)
{
  const char *start = _pm_node_get_attribute (node, "start");
  int number = node->tag == GUMBO_TAG_OL ? 1 : 0;
  Context before = self->context;
  guint group = self->list_level > 0 ? self->context.group : 0;

  flush (self);
  if (number == 1 && start != NULL)
    number = CLAMP (g_ascii_strtoll (start, NULL, 10), 1, G_MAXINT / 2);
  if (group == 0)
    group = ++self->groups;
  self->list_level++;
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    if (child->tag == GUMBO_TAG_LI && !(child->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)))
      walk_context (self, child,
                    (Context){ PM_MARK_LIST_ITEM, MIN (self->list_level, MAX_LEVEL),
                               number > 0 ? number++ : 0, group });
    else
      walk (self, child);
  self->list_level--;
  self->context = before;
  flush (self);
}

static void
walk_row (Builder *self, const PmNode *row, int table, guint group)
{
  gboolean header = _pm_table_is_header_row (row);
  gboolean first = TRUE;
  Context before = self->context;

  flush (self);
  self->context = (Context){ PM_MARK_TABLE_ROW, header, table, group };
  ensure_block (self);
  self->in_row = TRUE;
  for (const PmNode *cell = row->first; cell != NULL; cell = cell->next)
    if ((cell->tag == GUMBO_TAG_TD || cell->tag == GUMBO_TAG_TH) &&
        !(cell->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)))
      {
        if (!first)
          g_string_append_c (self->current->text, '\t');
        first = FALSE;
        self->space = FALSE;
        self->line_breaks = 0;
        walk_children (self, cell);
      }
  self->in_row = FALSE;
  flush (self);
  self->context = before;
}

static void
walk_table (Builder *self, const PmNode *node)
{
  guint group = ++self->groups;
  int table = ++self->tables;
  gboolean skip = FALSE;

  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, skip))
    {
      skip = (at->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0 || at->tag == GUMBO_TAG_TR ||
             at->tag == GUMBO_TAG_CAPTION;
      if (at->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE))
        continue;
      if (at->tag == GUMBO_TAG_CAPTION)
        walk_context (self, at, (Context){ PM_MARK_CAPTION, 0, 0, 0 });
      else if (at->tag == GUMBO_TAG_TR)
        walk_row (self, at, table, group);
    }
}

static void
walk_quote (Builder *self, const PmNode *node)
{
  self->quote_level++;
  walk_context (self, node, (Context){ PM_MARK_QUOTE, MIN (self->quote_level, MAX_LEVEL), 0, 0 });
  self->quote_level--;
}

static void
walk_code (Builder *self, const PmNode *node)
{
  Context before = self->context;

  flush (self);
  self->context = (Context){ PM_MARK_CODE_BLOCK, 0, 0, 0 };
  self->verbatim = TRUE;
  walk_children (self, node);
  self->verbatim = FALSE;
  flush (self);
  self->context = before;
}

static void
add_rule (Builder *self)
{
  flush (self);
  g_ptr_array_add (self->blocks, _pm_block_new (PM_MARK_RULE));
}

static gboolean
is_caption (const PmNode *node)
{
  if (node->length > MAX_CAPTION || node->length == 0)
    return FALSE;
  if (node->flags & PM_NODE_CAPTION)
    return TRUE;
  if (node->tag != GUMBO_TAG_FIGURE)
    return FALSE;
  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, FALSE))
    if (at->tag == GUMBO_TAG_TABLE || at->tag == GUMBO_TAG_BLOCKQUOTE || at->tag == GUMBO_TAG_PRE)
      return FALSE;
  return TRUE;
}

static gboolean
walk_marked (Builder *self, const PmNode *node)
{
  switch (node->tag)
    {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      walk_inline (self, node, PM_MARK_STRONG, NULL);
      return TRUE;
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_DFN:
      walk_inline (self, node, PM_MARK_EMPHASIS, NULL);
      return TRUE;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      walk_inline (self, node, PM_MARK_CODE, NULL);
      return TRUE;
    case GUMBO_TAG_SUP:
      walk_inline (self, node, PM_MARK_SUPERSCRIPT, NULL);
      return TRUE;
    case GUMBO_TAG_SUB:
      walk_inline (self, node, PM_MARK_SUBSCRIPT, NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
walk_link (Builder *self, const PmNode *node)
{
  char *url = _pm_address_resolve (self->base, _pm_node_get_attribute (node, "href"));

  /* One without an address, to a place in the same page, is still a link to the judgement of what
   * is a menu. */
  if (_pm_node_get_attribute (node, "href") != NULL)
    walk_inline (self, node, PM_MARK_LINK, url);
  else
    walk_children (self, node);
}

static void
walk_block (Builder *self, const PmNode *node)
{
  int heading = _pm_node_get_heading_level (node);

  if (heading > 0 && !self->in_row)
    walk_context (self, node, (Context){ PM_MARK_HEADING, heading, 0, 0 });
  else
    {
      flush (self);
      walk_children (self, node);
      flush (self);
    }
}

static void
walk (Builder *self, const PmNode *node)
{
  if (_pm_node_is_text (node))
    {
      if (self->verbatim)
        append_verbatim (self, node->text);
      else
        append_text (self, node->text);
      return;
    }
  if (node->tag == GUMBO_TAG_NOSCRIPT)
    walk_noscript (self, node);
  if (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE))
    return;
  if (node->tag == GUMBO_TAG_BR)
    self->line_breaks++;
  else if (node->tag == GUMBO_TAG_IMG)
    add_picture (self, node);
  else if (node->tag == GUMBO_TAG_A)
    walk_link (self, node);
  else if (walk_marked (self, node))
    return;
  else if (is_caption (node) && !self->in_row)
    walk_context (self, node, (Context){ PM_MARK_CAPTION, 0, 0, 0 });
  else if (self->in_row || !(node->flags & PM_NODE_BLOCK))
    {
      self->space = self->space || (node->flags & PM_NODE_BLOCK);
      walk_children (self, node);
      self->space = self->space || (node->flags & PM_NODE_BLOCK);
    }
  else if (node->tag == GUMBO_TAG_HR)
    add_rule (self);
  else if (node->tag == GUMBO_TAG_UL || node->tag == GUMBO_TAG_OL)
    walk_list (self, node);
  else if (node->tag == GUMBO_TAG_BLOCKQUOTE)
    walk_quote (self, node);
  else if (node->tag == GUMBO_TAG_PRE || node->tag == GUMBO_TAG_XMP ||
           node->tag == GUMBO_TAG_LISTING)
    walk_code (self, node);
  else if (node->tag == GUMBO_TAG_TABLE && _pm_table_is_data (node))
    walk_table (self, node);
  else
    walk_block (self, node);
}

GPtrArray *
_pm_builder_build (GPtrArray *roots, const char *base)
{
  Builder self = { .base = base, .context = { PM_MARK_PARAGRAPH, 0, 0, 0 } };

  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  self.open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_array_set_clear_func (self.open, clear_open);
  for (guint i = 0; i < roots->len; i++)
    {
      flush (&self);
      walk (&self, g_ptr_array_index (roots, i));
    }
  flush (&self);
  g_array_unref (self.open);
  return self.blocks;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pen-private.h"

static void
clear_open (gpointer data)
{
  g_free (((PmInline *) data)->url);
}

void
_pm_pen_init (PmPen *self)
{
  *self = (PmPen){ .start = { PM_MARK_PARAGRAPH, 0, 0, 0 } };
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_block_free);
  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->open = g_array_new (FALSE, FALSE, sizeof (PmInline));
  g_array_set_clear_func (self->open, clear_open);
}

GPtrArray *
_pm_pen_finish (PmPen *self)
{
  _pm_pen_end_block (self);
  g_array_unref (self->open);
  g_array_unref (self->targets);
  g_ptr_array_unref (self->pictures);
  return g_steal_pointer (&self->blocks);
}

/* A caption in several pieces is one caption. */
static gboolean
goes_on_with (const PmBlock *block, const PmBlock *next)
{
  return block->kind == PM_MARK_CAPTION && next->kind == PM_MARK_CAPTION && block->group != 0 &&
         block->group == next->group;
}

static void
add_text_block (PmPen *self, PmBlock *block)
{
  PmBlock *before = self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1)
                                          : NULL;

  if (before != NULL && goes_on_with (before, block))
    {
      _pm_block_append (before, block);
      _pm_block_free (block);
    }
  else
    g_ptr_array_add (self->blocks, block);
}

void
_pm_pen_end_block (PmPen *self)
{
  self->space = TRUE;
  if (self->in_row)
    return;
  self->line_breaks = 0;
  if (self->current == NULL)
    return;
  for (guint i = self->open->len; i > 0; i--)
    {
      PmInline *open = &g_array_index (self->open, PmInline, i - 1);

      open->span.end = self->current->text->len;
      _pm_block_add_inline (self->current, open);
      open->span.start = 0;
    }
  _pm_block_trim (self->current);
  if (_pm_block_is_text (self->current))
    add_text_block (self, g_steal_pointer (&self->current));
  g_clear_pointer (&self->current, _pm_block_free);
  while (self->pictures->len > 0)
    g_ptr_array_add (self->blocks, g_ptr_array_steal_index (self->pictures, 0));
}

void
_pm_pen_begin_block (PmPen *self)
{
  if (self->current != NULL)
    return;
  self->current = _pm_block_new (self->start.kind);
  self->current->level = self->start.level;
  self->current->number = self->start.number;
  self->current->group = self->start.group;
  /* What else is in a list item are paragraphs that go on with it. */
  if (self->start.kind == PM_MARK_LIST_ITEM)
    self->start = (PmBlockStart){ PM_MARK_PARAGRAPH, self->start.level, 0, self->start.group };
}

static void
take_targets (PmPen *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    _pm_block_add_target (self->current, g_array_index (self->targets, guint, i), self->has_note);
  g_array_set_size (self->targets, 0);
  self->has_note = FALSE;
}

static void
write_pending (PmPen *self)
{
  if (self->line_breaks > 1 && !self->in_row && !self->verbatim)
    _pm_pen_end_block (self);
  _pm_pen_begin_block (self);
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
  if (self->targets->len > 0)
    take_targets (self);
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
write_verbatim (PmPen *self, const char *text)
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
write_collapsed (PmPen *self, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (g_ascii_isspace (*at) || (at[0] == '\xc2' && at[1] == '\xa0'))
        self->space = TRUE;
      else if (measure_invisible (at) == 0)
        {
          if (self->space || self->line_breaks > 0 || self->current == NULL ||
              self->targets->len > 0)
            write_pending (self);
          g_string_append_len (self->current->text, at, next - at);
        }
      at = next;
    }
}

void
_pm_pen_write (PmPen *self, const char *text)
{
  if (self->verbatim)
    write_verbatim (self, text);
  else
    write_collapsed (self, text);
}

void
_pm_pen_break_line (PmPen *self)
{
  if (self->verbatim)
    write_verbatim (self, "\n");
  else
    self->line_breaks++;
}

void
_pm_pen_next_cell (PmPen *self)
{
  g_string_append_c (self->current->text, '\t');
  self->space = FALSE;
  self->line_breaks = 0;
}

void
_pm_pen_open (PmPen *self, PmMarkKind kind, const char *url, int number)
{
  PmInline open = { kind, { 0, 0 }, g_strdup (url), number };

  /* White space that is still to be written before it is trimmed from the mark later. */
  if (self->current != NULL)
    open.span.start = self->current->text->len;
  g_array_append_val (self->open, open);
}

void
_pm_pen_close (PmPen *self)
{
  PmInline *open = &g_array_index (self->open, PmInline, self->open->len - 1);

  open->span.end = self->current != NULL ? self->current->text->len : 0;
  if (!pm_span_is_empty (open->span))
    _pm_block_add_inline (self->current, open);
  g_array_set_size (self->open, self->open->len - 1);
}

void
_pm_pen_add_target (PmPen *self, int number, gboolean is_note)
{
  guint value = number;

  g_array_append_val (self->targets, value);
  self->has_note = self->has_note || is_note;
}

void
_pm_pen_place (PmPen *self, PmBlock *block)
{
  if (self->current != NULL && self->current->text->len > 0)
    g_ptr_array_add (self->pictures, block);
  else
    g_ptr_array_add (self->blocks, block);
}

void
_pm_pen_move_captions (PmPen *self, guint first)
{
  gpointer *blocks = self->blocks->pdata;

  for (guint i = first; i + 1 < self->blocks->len; i++)
    {
      PmBlock *caption = blocks[i];
      PmBlock *picture = blocks[i + 1];

      if (caption->kind != PM_MARK_CAPTION || picture->kind != PM_MARK_IMAGE ||
          (i > first && ((PmBlock *) blocks[i - 1])->kind == PM_MARK_IMAGE))
        continue;
      blocks[i] = picture;
      blocks[++i] = caption;
    }
}

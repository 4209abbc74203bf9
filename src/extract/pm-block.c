/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-block-private.h"

#include <string.h>

static void
clear_inline (gpointer data)
{
  g_free (((PmInline *) data)->url);
}

PmBlock *
_pm_block_new (PmMarkKind kind)
{
  PmBlock *self = g_new0 (PmBlock, 1);

  self->kind = kind;
  self->text = g_string_new (NULL);
  self->inlines = g_array_new (FALSE, FALSE, sizeof (PmInline));
  g_array_set_clear_func (self->inlines, clear_inline);
  return self;
}

void
_pm_block_free (PmBlock *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->inlines);
  g_free (self->url);
  g_free (self->alt);
  g_free (self);
}

void
_pm_block_add_inline (PmBlock *self, const PmInline *mark)
{
  PmInline copy = *mark;
  guint at = self->inlines->len;

  if (copy.span.end <= copy.span.start)
    return;
  copy.url = g_strdup (mark->url);
  /* Inner marks end, and so arrive, before the ones around them. */
  while (at > 0 && g_array_index (self->inlines, PmInline, at - 1).span.start >= copy.span.start)
    at--;
  g_array_insert_val (self->inlines, at, copy);
}

void
_pm_block_add_target (PmBlock *self, int number, gboolean is_note)
{
  /* It covers what is still to be written too. */
  PmInline target = { PM_MARK_TARGET, { 0, G_MAXSIZE }, NULL, number };

  self->is_note = self->is_note || is_note;
  _pm_block_add_inline (self, &target);
}

/* A Chinese or Japanese character says as much as three letters; its UTF-8 begins at U+3000. */
static guint
count_letters (const char *text, gsize start, gsize end)
{
  guint letters = 0;

  for (gsize i = start; i < end; i++)
    if (((guchar) text[i] & 0xc0) != 0x80 && !g_ascii_isspace (text[i]))
      letters += (guchar) text[i] >= 0xe3 && (guchar) text[i] < 0xee ? 3 : 1;
  return letters;
}

/* Nested marks of one kind would be counted twice; @done is where the last one ended. */
static void
count_inlines (PmBlock *self)
{
  gsize linked_to = 0, strong_to = 0;

  self->letters = count_letters (self->text->str, 0, self->text->len);
  self->linked = self->strong = 0;
  for (guint i = 0; i < self->inlines->len; i++)
    {
      const PmInline *mark = &g_array_index (self->inlines, PmInline, i);
      gboolean is_link = mark->kind == PM_MARK_LINK || mark->kind == PM_MARK_REFERENCE;
      gsize *done = is_link ? &linked_to : &strong_to;
      guint *count = is_link ? &self->linked : &self->strong;

      if (!is_link && mark->kind != PM_MARK_STRONG && mark->kind != PM_MARK_EMPHASIS)
        continue;
      if (mark->span.end > *done)
        *count += count_letters (self->text->str, MAX (mark->span.start, *done), mark->span.end);
      *done = MAX (*done, mark->span.end);
    }
  if (self->is_note)
    self->linked = 0;
}

/* What of the block's text is kept. */
static PmSpan
find_kept (const PmBlock *self)
{
  const char *text = self->text->str;
  PmSpan kept = { 0, self->text->len };

  while (kept.start < kept.end && g_ascii_isspace (text[kept.start]))
    kept.start++;
  if (kept.start == kept.end)
    return kept;
  while (g_ascii_isspace (text[kept.end - 1]) &&
         !(self->kind == PM_MARK_TABLE_ROW && text[kept.end - 1] == '\t'))
    kept.end--;
  if (self->kind == PM_MARK_TABLE_ROW)
    while (kept.start > 0 && text[kept.start - 1] == '\t')
      kept.start--;
  if (self->kind == PM_MARK_CODE_BLOCK)
    while (kept.start > 0 && text[kept.start - 1] != '\n')
      kept.start--;
  return kept;
}

void
_pm_block_trim (PmBlock *self)
{
  PmSpan kept = find_kept (self);

  g_string_truncate (self->text, kept.end);
  g_string_erase (self->text, 0, kept.start);
  for (guint i = self->inlines->len; i > 0; i--)
    {
      PmSpan *span = &g_array_index (self->inlines, PmInline, i - 1).span;

      span->start = CLAMP (span->start, kept.start, kept.end) - kept.start;
      span->end = CLAMP (span->end, kept.start, kept.end) - kept.start;
      while (span->start < span->end && g_ascii_isspace (self->text->str[span->start]))
        span->start++;
      while (span->end > span->start && g_ascii_isspace (self->text->str[span->end - 1]))
        span->end--;
      if (pm_span_is_empty (*span))
        g_array_remove_index (self->inlines, i - 1);
    }
  count_inlines (self);
}

void
_pm_block_append (PmBlock *self, const PmBlock *other)
{
  gsize start;

  g_string_append_c (self->text, '\n');
  start = self->text->len;
  g_string_append_len (self->text, other->text->str, other->text->len);
  for (guint i = 0; i < other->inlines->len; i++)
    {
      PmInline mark = g_array_index (other->inlines, PmInline, i);

      mark.span.start += start;
      mark.span.end += start;
      mark.url = g_strdup (mark.url);
      g_array_append_val (self->inlines, mark);
    }
  count_inlines (self);
}

gboolean
_pm_block_is_text (const PmBlock *self)
{
  return self->text->len > 0;
}

gboolean
_pm_block_is_line_numbers (const PmBlock *self)
{
  return strchr (self->text->str, '\n') != NULL &&
         strspn (self->text->str, "0123456789 \n") == self->text->len;
}

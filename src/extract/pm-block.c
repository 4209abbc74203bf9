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
_pm_block_add_inline (PmBlock *self, PmMarkKind kind, gsize start, gsize end, const char *url)
{
  PmInline mark = { kind, { start, end }, NULL };
  guint at = self->inlines->len;

  if (end <= start)
    return;
  mark.url = g_strdup (url);
  /* Inner marks end, and so arrive, before the ones around them. */
  while (at > 0 && g_array_index (self->inlines, PmInline, at - 1).span.start >= start)
    at--;
  g_array_insert_val (self->inlines, at, mark);
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
      gsize *done = mark->kind == PM_MARK_LINK ? &linked_to : &strong_to;
      guint *count = mark->kind == PM_MARK_LINK ? &self->linked : &self->strong;

      if (mark->kind != PM_MARK_LINK && mark->kind != PM_MARK_STRONG &&
          mark->kind != PM_MARK_EMPHASIS)
        continue;
      if (mark->span.end > *done)
        *count += count_letters (self->text->str, MAX (mark->span.start, *done), mark->span.end);
      *done = MAX (*done, mark->span.end);
    }
}

void
_pm_block_trim (PmBlock *self)
{
  gsize start = 0;
  gsize end = self->text->len;

  while (start < end && g_ascii_isspace (self->text->str[start]))
    start++;
  while (end > start && g_ascii_isspace (self->text->str[end - 1]))
    end--;
  g_string_truncate (self->text, end);
  g_string_erase (self->text, 0, start);
  for (guint i = self->inlines->len; i > 0; i--)
    {
      PmSpan *span = &g_array_index (self->inlines, PmInline, i - 1).span;

      span->start = CLAMP (span->start, start, end) - start;
      span->end = CLAMP (span->end, start, end) - start;
      while (span->start < span->end && g_ascii_isspace (self->text->str[span->start]))
        span->start++;
      while (span->end > span->start && g_ascii_isspace (self->text->str[span->end - 1]))
        span->end--;
      if (pm_span_is_empty (*span))
        g_array_remove_index (self->inlines, i - 1);
    }
  count_inlines (self);
}

gboolean
_pm_block_is_text (const PmBlock *self)
{
  return self->text->len > 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-pdf-joints-private.h"

#include <string.h>
#include <wchar.h>

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION || c == '"' ||
         c == '\'' || c == ' ';
}

gboolean
_pm_pdf_ends_sentence (const char *text)
{
  const char *at = text + strlen (text);
  gunichar c = ' ';

  while (at > text && is_closing (c))
    {
      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
    }
  return wcschr (L".!?:…。！？：؟।", c) != NULL;
}

static gboolean
is_ideographic (gunichar c)
{
  return (c >= 0x3000 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xfff0);
}

static gunichar
get_last (const GString *text)
{
  return g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xad || c == 0x2010;
}

/* The word around byte @at. Returns: (transfer full): in lower case, with the hyphens in it. */
static char *
dup_word_before (const GString *text)
{
  const char *at = text->str + text->len;

  while (at > text->str)
    {
      const char *before = g_utf8_prev_char (at);
      gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalpha (c) && !is_hyphen (c))
        break;
      at = before;
    }
  return g_utf8_strdown (at, -1);
}

static char *
dup_word_after (const char *text)
{
  const char *end = text;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || is_hyphen (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_utf8_strdown (text, end - text);
}

GHashTable *
_pm_pdf_list_words (GPtrArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const PmPdfLine *line = lines->pdata[i];
      g_auto (GStrv) parts = g_strsplit (line->block->text->str, " ", -1);

      for (guint n = 0; parts[n] != NULL && parts[n + 1] != NULL; n++)
        {
          char *word = dup_word_after (parts[n]);

          if (*word != '\0')
            g_hash_table_add (words, word);
          else
            g_free (word);
        }
    }
  return words;
}

/* Whether the hyphen that ends @text is only there because the line ended. A compound keeps its
 * own, when the document writes it so elsewhere and never as one word. */
static gboolean
is_break (const GString *text, const char *next, GHashTable *words)
{
  g_autofree char *before = dup_word_before (text);
  g_autofree char *after = dup_word_after (next);
  g_autofree char *compound = g_strconcat (before, after, NULL);
  g_autofree char *whole = NULL;

  if (!g_unichar_islower (g_utf8_get_char (next)))
    return FALSE;
  *g_utf8_prev_char (before + strlen (before)) = '\0';
  whole = g_strconcat (before, after, NULL);
  return g_hash_table_contains (words, whole) || !g_hash_table_contains (words, compound);
}

/* The character at the end goes, and what lay over it becomes shorter. */
static void
drop_last (PmBlock *block, gsize length)
{
  g_string_truncate (block->text, length);
  for (guint i = 0; i < block->inlines->len; i++)
    {
      PmSpan *span = &g_array_index (block->inlines, PmInline, i).span;

      span->end = MIN (span->end, length);
    }
}

/* What goes on over a line's end is one mark. @mark: its address is copied. */
static void
add_mark (PmBlock *block, const PmInline *mark)
{
  for (guint i = block->inlines->len; i > 0; i--)
    {
      PmInline *last = &g_array_index (block->inlines, PmInline, i - 1);

      if (last->kind != mark->kind)
        continue;
      if (mark->span.start > last->span.end + 1 || g_strcmp0 (last->url, mark->url) != 0)
        break;
      last->span.end = mark->span.end;
      return;
    }
  _pm_block_add_inline (block, mark);
}

void
_pm_pdf_join (PmBlock *block, const PmBlock *next, GHashTable *words)
{
  GString *text = block->text;
  const char *added = next->text->str;
  gunichar last = text->len > 0 ? get_last (text) : ' ';
  gsize start;

  if (text->len > 1 && is_hyphen (last))
    {
      const char *hyphen = g_utf8_prev_char (text->str + text->len);

      if (g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen))) &&
          (last == 0xad || is_break (text, added, words)))
        drop_last (block, hyphen - text->str);
      else if (!g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (hyphen))))
        g_string_append_c (text, ' ');
    }
  else if (text->len > 0 && last != 0x2014 &&
           !(is_ideographic (last) && is_ideographic (g_utf8_get_char (added))))
    g_string_append_c (text, ' ');
  start = text->len;
  g_string_append_len (text, added, next->text->len);
  for (guint i = 0; i < next->inlines->len; i++)
    {
      PmInline mark = g_array_index (next->inlines, PmInline, i);

      mark.span.start += start;
      mark.span.end += start;
      add_mark (block, &mark);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-document.h"

#include <string.h>

struct _PmDocument
{
  gatomicrefcount ref_count;
  char *text;
  gsize length;
  GArray *marks;         /* (element-type PmMark) */
  GStringChunk *strings; /* owns the marks' addresses and texts */
  char *meta[PM_N_META];
  char *meta_keys[PM_N_META];
};

G_DEFINE_BOXED_TYPE (PmDocument, pm_document, pm_document_ref, pm_document_unref)

static const char *const mark_names[PM_N_MARKS] = {
  [PM_MARK_TITLE] = "title",
  [PM_MARK_HEADING] = "heading",
  [PM_MARK_PARAGRAPH] = "paragraph",
  [PM_MARK_LIST_ITEM] = "list-item",
  [PM_MARK_QUOTE] = "quote",
  [PM_MARK_CODE_BLOCK] = "code-block",
  [PM_MARK_TABLE_ROW] = "table-row",
  [PM_MARK_TERM] = "term",
  [PM_MARK_DEFINITION] = "definition",
  [PM_MARK_CAPTION] = "caption",
  [PM_MARK_IMAGE] = "image",
  [PM_MARK_RULE] = "rule",
  [PM_MARK_STRONG] = "strong",
  [PM_MARK_EMPHASIS] = "emphasis",
  [PM_MARK_CODE] = "code",
  [PM_MARK_SUPERSCRIPT] = "superscript",
  [PM_MARK_SUBSCRIPT] = "subscript",
  [PM_MARK_LINK] = "link",
  [PM_MARK_REFERENCE] = "reference",
  [PM_MARK_TARGET] = "target",
};

static const char *const meta_names[PM_N_META] = {
  [PM_META_TITLE] = "title",
  [PM_META_BYLINE] = "byline",
  [PM_META_PUBLISHED] = "published",
  [PM_META_MODIFIED] = "modified",
  [PM_META_OUTLET] = "outlet",
  [PM_META_LANGUAGE] = "language",
  [PM_META_CANONICAL_URL] = "canonical-url",
  [PM_META_LEAD_IMAGE] = "lead-image",
  [PM_META_SUMMARY] = "summary",
  [PM_META_SECTION] = "section",
  [PM_META_NOTICE] = "notice",
  [PM_META_NEXT_PAGE] = "next-page",
  [PM_META_FEED] = "feed",
};

const char *
pm_mark_kind_to_string (PmMarkKind kind)
{
  g_return_val_if_fail (kind < PM_N_MARKS, NULL);
  return mark_names[kind];
}

gboolean
pm_mark_kind_from_string (const char *string, PmMarkKind *kind)
{
  for (guint i = 0; i < PM_N_MARKS; i++)
    if (g_strcmp0 (string, mark_names[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

const char *
pm_meta_field_to_string (PmMetaField field)
{
  g_return_val_if_fail (field < PM_N_META, NULL);
  return meta_names[field];
}

gboolean
pm_meta_field_from_string (const char *string, PmMetaField *field)
{
  for (guint i = 0; i < PM_N_META; i++)
    if (g_strcmp0 (string, meta_names[i]) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

PmDocument *
pm_document_new (char *text, gssize length)
{
  PmDocument *self = g_new0 (PmDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->marks = g_array_new (FALSE, FALSE, sizeof (PmMark));
  self->strings = g_string_chunk_new (1024);
  return self;
}

/* Where the line that starts at @at ends, its line feed not counted. */
static gsize
find_line_end (const char *text, gsize length, gsize at)
{
  const char *end = memchr (text + at, '\n', length - at);

  return end != NULL ? (gsize) (end - text) : length;
}

static gboolean
is_blank (const char *text, gsize start, gsize end)
{
  for (gsize i = start; i < end; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

PmDocument *
pm_document_new_plain (const char *text, gsize length)
{
  PmDocument *self = pm_document_new (g_strndup (text, length), length);
  PmSpan paragraph = { 0, 0 };

  for (gsize at = 0; at < length;)
    {
      gsize end = find_line_end (text, length, at);

      if (is_blank (text, at, end))
        {
          if (!pm_span_is_empty (paragraph))
            pm_document_add_mark (self, PM_MARK_PARAGRAPH, paragraph, 0, 0, NULL, NULL);
          paragraph = (PmSpan){ 0, 0 };
        }
      else
        {
          if (pm_span_is_empty (paragraph))
            paragraph.start = at;
          paragraph.end = end;
        }
      at = end + 1;
    }
  if (!pm_span_is_empty (paragraph))
    pm_document_add_mark (self, PM_MARK_PARAGRAPH, paragraph, 0, 0, NULL, NULL);
  return self;
}

PmDocument *
pm_document_ref (PmDocument *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
pm_document_unref (PmDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < PM_N_META; i++)
    {
      g_free (self->meta[i]);
      g_free (self->meta_keys[i]);
    }
  g_array_unref (self->marks);
  g_string_chunk_free (self->strings);
  g_free (self->text);
  g_free (self);
}

void
pm_document_add_mark (PmDocument *self,
                      PmMarkKind kind,
                      PmSpan span,
                      int level,
                      int number,
                      const char *url,
                      const char *text)
{
  PmMark mark = { kind, span, level, number, NULL, NULL };

  g_return_if_fail (span.start <= span.end && span.end <= self->length);
  if (url != NULL)
    mark.url = g_string_chunk_insert_const (self->strings, url);
  if (text != NULL)
    mark.text = g_string_chunk_insert_const (self->strings, text);
  g_array_append_val (self->marks, mark);
}

/* Returns: (nullable): the last block so far. */
static const PmMark *
get_last_block (PmDocument *self)
{
  for (guint i = self->marks->len; i > 0; i--)
    {
      const PmMark *mark = &g_array_index (self->marks, PmMark, i - 1);

      if (pm_mark_is_block (mark))
        return mark;
    }
  return NULL;
}

/* Blocks follow each other without overlapping; what is within one lies wholly within it. */
static gboolean
fits (PmDocument *self, const PmMark *mark)
{
  const PmMark *block = get_last_block (self);
  guint n = self->marks->len;

  if (mark->span.start > mark->span.end || mark->span.end > self->length)
    return FALSE;
  if (n > 0 && mark->span.start < g_array_index (self->marks, PmMark, n - 1).span.start)
    return FALSE;
  if (!pm_mark_is_block (mark))
    return block != NULL && pm_span_contains (block->span, mark->span);
  if ((mark->kind == PM_MARK_IMAGE || mark->kind == PM_MARK_RULE) && !pm_span_is_empty (mark->span))
    return FALSE;
  return block == NULL || mark->span.start >= block->span.end;
}

gboolean
pm_document_try_mark (PmDocument *self,
                      PmMarkKind kind,
                      PmSpan span,
                      int level,
                      int number,
                      const char *url,
                      const char *text)
{
  PmMark mark = { kind, span, level, number, NULL, NULL };

  if (!fits (self, &mark))
    return FALSE;
  pm_document_add_mark (self, kind, span, level, number, url, text);
  return TRUE;
}

void
pm_document_set_meta (PmDocument *self, PmMetaField field, const char *value, const char *key)
{
  g_return_if_fail (field < PM_N_META);
  if (value != NULL && *value == '\0')
    value = NULL;
  g_free (self->meta[field]);
  self->meta[field] = g_strdup (value);
  g_free (self->meta_keys[field]);
  self->meta_keys[field] = value != NULL ? g_strdup (key) : NULL;
}

const char *
pm_document_get_text (PmDocument *self)
{
  return self->text;
}

gsize
pm_document_get_length (PmDocument *self)
{
  return self->length;
}

const PmMark *
pm_document_get_marks (PmDocument *self, gsize *n_marks)
{
  *n_marks = self->marks->len;
  return (const PmMark *) self->marks->data;
}

GPtrArray *
pm_document_list_images (PmDocument *self)
{
  GPtrArray *urls = g_ptr_array_new ();

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PmMark *mark = &g_array_index (self->marks, PmMark, i);

      if (mark->kind == PM_MARK_IMAGE && mark->url != NULL)
        g_ptr_array_add (urls, (char *) mark->url);
    }
  if (self->meta[PM_META_LEAD_IMAGE] != NULL)
    g_ptr_array_add (urls, self->meta[PM_META_LEAD_IMAGE]);
  return urls;
}

const char *
pm_document_get_meta (PmDocument *self, PmMetaField field)
{
  g_return_val_if_fail (field < PM_N_META, NULL);
  return self->meta[field];
}

const char *
pm_document_get_meta_key (PmDocument *self, PmMetaField field)
{
  g_return_val_if_fail (field < PM_N_META, NULL);
  return self->meta_keys[field];
}

const char *
pm_document_get_body (PmDocument *self)
{
  const char *body = self->text;

  if (self->marks->len > 0 && g_array_index (self->marks, PmMark, 0).kind == PM_MARK_TITLE)
    body += g_array_index (self->marks, PmMark, 0).span.end;
  while (*body == '\n')
    body++;
  return body;
}

char *
pm_document_dup_running_text (PmDocument *self)
{
  g_autoptr (GString) running = g_string_new (NULL);
  gsize last = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PmMark *mark = &g_array_index (self->marks, PmMark, i);

      if (!pm_mark_is_block (mark) || pm_span_is_empty (mark->span))
        continue;
      if (mark->kind != PM_MARK_TITLE && mark->kind != PM_MARK_CAPTION)
        {
          /* Rows and items that follow each other keep their single line feed. */
          if (running->len > 0)
            g_string_append (running, mark->span.start == last + 1 ? "\n" : "\n\n");
          g_string_append_len (running, self->text + mark->span.start, pm_span_length (mark->span));
        }
      last = mark->span.end;
    }
  return g_string_free (g_steal_pointer (&running), FALSE);
}

guint
pm_document_count_words (PmDocument *self)
{
  guint words = 0;
  guint wide = 0;
  gboolean inside = FALSE;

  for (const char *p = pm_document_get_body (self); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iswide (c))
        wide += g_unichar_isalpha (c);
      else if (!g_unichar_isalnum (c))
        inside = inside && !g_unichar_isspace (c);
      else if (!inside)
        {
          inside = TRUE;
          words++;
        }
    }
  return words + wide / 2;
}

static gboolean
is_boundary (PmDocument *self, gsize at)
{
  return at == self->length || ((guchar) self->text[at] & 0xc0) != 0x80;
}

char *
pm_document_dup_span (PmDocument *self, PmSpan span)
{
  if (span.start > span.end || span.end > self->length || !is_boundary (self, span.start) ||
      !is_boundary (self, span.end))
    return NULL;
  return g_strndup (self->text + span.start, pm_span_length (span));
}

const PmMark *
pm_document_find_block (PmDocument *self, gsize at)
{
  const PmMark *found = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PmMark *mark = &g_array_index (self->marks, PmMark, i);

      if (mark->span.start > at)
        break;
      if (pm_mark_is_block (mark) && !pm_span_is_empty (mark->span))
        found = mark;
    }
  return found;
}

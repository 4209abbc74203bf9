/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-dump.h"

#include <string.h>

static void
dump_meta (PmDocument *document, GString *dump)
{
  for (PmMetaField field = 0; field < PM_N_META; field++)
    if (pm_document_get_meta (document, field) != NULL)
      g_string_append_printf (dump, "%s: %s (%s)\n", pm_meta_field_to_string (field),
                              pm_document_get_meta (document, field),
                              pm_document_get_meta_key (document, field));
}

static void
dump_mark (PmDocument *document, const PmMark *mark, GString *dump)
{
  g_autofree char *words = pm_document_dup_span (document, mark->span);
  g_autofree char *escaped = g_strescape (words, NULL);
  g_autofree char *shown = g_strcompress (escaped);
  g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\\n", lines);
  g_auto (GStrv) cells = g_strsplit (joined, "\t", -1);
  g_autofree char *text = g_strjoinv ("\\t", cells);

  g_string_append_printf (dump, "%s%s", pm_mark_is_block (mark) ? "\n" : "  ",
                          pm_mark_kind_to_string (mark->kind));
  if (mark->level != 0)
    g_string_append_printf (dump, " %d", mark->level);
  if (mark->number != 0)
    g_string_append_printf (dump, " #%d", mark->number);
  if (mark->url != NULL)
    g_string_append_printf (dump, " <%s>", mark->url);
  if (mark->text != NULL)
    g_string_append_printf (dump, " {%s}", mark->text);
  g_string_append_printf (dump, "%s%s\n", *text != '\0' ? " | " : "", text);
}

char *
extract_dump (PmDocument *document)
{
  GString *dump = g_string_new (NULL);
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  dump_meta (document, dump);
  for (gsize i = 0; i < n_marks; i++)
    dump_mark (document, &marks[i], dump);
  return g_string_free (dump, FALSE);
}

static gboolean
fail (const char *reason, const PmMark *mark)
{
  g_test_message ("%s: %s mark at %" G_GSIZE_FORMAT, reason, pm_mark_kind_to_string (mark->kind),
                  mark->span.start);
  return FALSE;
}

/* The bytes between two blocks: "\n\n", or "\n" within a list or table. */
static gboolean
check_gap (const char *text, const PmMark *before, const PmMark *block)
{
  gsize gap = block->span.start - before->span.end;
  gboolean lines = before->kind == block->kind &&
                   (block->kind == PM_MARK_LIST_ITEM || block->kind == PM_MARK_TABLE_ROW);

  if (gap == 1 && lines)
    return text[before->span.end] == '\n';
  return gap == 2 && strncmp (text + before->span.end, "\n\n", 2) == 0;
}

gboolean
extract_check (PmDocument *document)
{
  const char *text = pm_document_get_text (document);
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);
  const PmMark *block = NULL;
  gsize start = 0;

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) != pm_document_get_length (document) ||
      strchr (text, '\r') != NULL)
    return FALSE;
  for (gsize i = 0; i < n_marks; i++)
    {
      const PmMark *mark = &marks[i];
      g_autofree char *words = pm_document_dup_span (document, mark->span);

      if (words == NULL)
        return fail ("bad span", mark);
      if (mark->span.start < start)
        return fail ("out of order", mark);
      start = mark->span.start;
      if (!pm_mark_is_block (mark))
        {
          if (block == NULL || !pm_span_contains (block->span, mark->span) ||
              pm_span_is_empty (mark->span))
            return fail ("outside its block", mark);
          continue;
        }
      if (pm_span_is_empty (mark->span))
        continue;
      if (block == NULL ? mark->span.start != 0 : !check_gap (text, block, mark))
        return fail ("bad gap", mark);
      block = mark;
    }
  return block == NULL || block->span.end == pm_document_get_length (document);
}

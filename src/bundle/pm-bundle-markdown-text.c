/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An article's text as CommonMark with the tables and footnotes of GFM. Every ASCII mark may be
 * escaped (CommonMark 0.30 §2.4), so whatever some dialect takes for its own is. */

/* "[12]", "*": what calls a footnote is no longer. */
#define MAX_CALL 8

typedef struct
{
  PmDocument *document;
  guint article;      /* its number, which tells its notes from other articles' */
  GHashTable *notes;  /* (element-type guint): numbers of the targets that are written as such */
  gboolean is_called; /* the text at hand stands for a note, whose number is written instead */
  GString *out;
  const char *prefix; /* of every line of the present block: "> " */
  gboolean is_code;
  gboolean is_term; /* strong as a whole */
  gboolean is_row;
  int table; /* the open table's number, 0 for none */
  gboolean in_quote;
  int quotation; /* the number of the one at hand */
} Writer;

void
_pm_bundle_markdown_escape (GString *out, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; p < end; p++)
    {
      gboolean starts_line = out->len == 0 || strchr ("\n ", out->str[out->len - 1]) != NULL;

      if (strchr ("\\`*_[]<>|~&#$^", *p) != NULL || (strchr ("=%", *p) != NULL && p[1] == *p) ||
          (strchr ("-+=", *p) != NULL && starts_line))
        g_string_append_c (out, '\\');
      /* "1. " at the start of a line would be a list. */
      else if ((*p == '.' || *p == ')') && out->len > 0 &&
               g_ascii_isdigit (out->str[out->len - 1]) && (p + 1 == end || p[1] == ' '))
        g_string_append_c (out, '\\');
      if ((guchar) *p >= 0x20 || *p == '\t')
        g_string_append_c (out, *p);
      else if (*p == '\n')
        g_string_append_c (out, ' ');
    }
}

/* What stands between marks of emphasis must begin and end with a letter's like (§6.2). */
static gboolean
is_tight (Writer *self, PmSpan span)
{
  const char *text = pm_document_get_text (self->document);
  const char *last = g_utf8_find_prev_char (text, text + span.end);

  return !g_unichar_isspace (g_utf8_get_char (text + span.start)) && last != NULL &&
         !g_unichar_isspace (g_utf8_get_char (last)) &&
         memchr (text + span.start, '\n', pm_span_length (span)) == NULL;
}

static void
append_fence (Writer *self, const PmRun *run)
{
  PmMarkKind kind = run->mark->kind;

  if (kind != PM_MARK_EMPHASIS && (kind != PM_MARK_STRONG || self->is_term))
    return;
  if (is_tight (self, run->span))
    g_string_append (self->out, kind == PM_MARK_STRONG ? "**" : "*");
}

static gboolean
is_call (Writer *self, const PmMark *mark)
{
  return mark->kind == PM_MARK_REFERENCE &&
         g_hash_table_contains (self->notes, GINT_TO_POINTER (mark->number));
}

static void
open_run (const PmRun *run, gpointer data)
{
  Writer *self = data;

  if (run->mark->kind == PM_MARK_LINK && _pm_bundle_is_link (run->mark->url))
    g_string_append_c (self->out, '[');
  else if (is_call (self, run->mark))
    {
      g_string_append_printf (self->out, "[^%u-%d]", self->article, run->mark->number);
      self->is_called = TRUE;
    }
  else
    append_fence (self, run);
}

/* In angle brackets an address may hold anything but those, spaces and line ends (§6.3, §6.5). */
void
_pm_bundle_markdown_address (GString *out, const char *url)
{
  if (!_pm_bundle_is_link (url))
    {
      _pm_bundle_markdown_escape (out, url, -1);
      return;
    }
  g_string_append_c (out, '<');
  for (const char *p = url; *p != '\0'; p++)
    if (strchr ("<>\\|", *p) != NULL || (guchar) *p <= ' ')
      g_string_append_printf (out, "%%%02X", (guchar) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '>');
}

static void
close_run (const PmRun *run, gpointer data)
{
  Writer *self = data;

  if (run->mark->kind == PM_MARK_LINK && _pm_bundle_is_link (run->mark->url))
    {
      g_string_append (self->out, "](");
      _pm_bundle_markdown_address (self->out, run->mark->url);
      g_string_append_c (self->out, ')');
    }
  else if (is_call (self, run->mark))
    self->is_called = FALSE;
  else
    append_fence (self, run);
}

static void
write_text (const char *text, gsize length, gpointer data)
{
  Writer *self = data;
  const char *end = text + length;

  if (self->is_called)
    return;
  for (const char *p = text; p < end;)
    {
      const char *line = memchr (p, '\n', end - p);
      const char *stop = line != NULL ? line : end;

      if (self->is_code)
        g_string_append_len (self->out, p, stop - p);
      else
        _pm_bundle_markdown_escape (self->out, p, stop - p);
      if (line != NULL && self->is_row)
        g_string_append_c (self->out, ' ');
      else if (line != NULL)
        g_string_append_printf (self->out, "%s\n%s", self->is_code ? "" : "\\", self->prefix);
      p = line != NULL ? line + 1 : end;
    }
}

static void
write_cell (gpointer data)
{
  Writer *self = data;

  g_string_append (self->out, " | ");
}

static const PmRunWriter run_writer = { open_run, close_run, write_text, write_cell };

static void
write_block (Writer *self, gsize block, const char *first, const char *prefix, const char *after)
{
  self->prefix = prefix;
  g_string_append (self->out, first);
  _pm_bundle_walk_block (self->document, block, NULL, &run_writer, self);
  g_string_append (self->out, after);
}

static guint
count_cells (Writer *self, const PmMark *mark)
{
  const char *text = pm_document_get_text (self->document);
  guint n = 1;

  for (gsize i = mark->span.start; i < mark->span.end; i++)
    n += text[i] == '\t';
  return n;
}

/* A table's first row is its head, whether it was one or not: GFM has no other tables. */
static void
write_row (Writer *self, const PmMark *mark, gsize block)
{
  gboolean is_first = self->table == 0;

  self->table = MAX (mark->number, 1);
  self->is_row = TRUE;
  write_block (self, block, "| ", "", " |\n");
  self->is_row = FALSE;
  for (guint n = is_first ? count_cells (self, mark) : 0; n > 0; n--)
    g_string_append (self->out, n > 1 ? "| --- " : "| --- |\n");
}

static void
write_item (Writer *self, const PmMark *mark, gsize block)
{
  g_autofree char *indent = g_strnfill (4 * CLAMP (mark->level - 1, 0, 16), ' ');
  g_autofree char *first = mark->number > 0 ? g_strdup_printf ("%s%d. ", indent, mark->number)
                                            : g_strdup_printf ("%s- ", indent);
  g_autofree char *prefix = g_strdup_printf ("%s    ", indent);

  write_block (self, block, first, prefix, "\n");
}

/* Returns: the number of the note that the block of mark @block is, or 0. */
static int
find_note (Writer *self, gsize block)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (self->document, &n_marks);

  for (gsize i = block + 1; i < n_marks && !pm_mark_is_block (&marks[i]); i++)
    if (marks[i].kind == PM_MARK_TARGET &&
        g_hash_table_contains (self->notes, GINT_TO_POINTER (marks[i].number)))
      return marks[i].number;
  return 0;
}

/* Whether the block of mark @block was a note and is written. */
static gboolean
write_note (Writer *self, gsize block)
{
  int number = find_note (self, block);
  g_autofree char *first = g_strdup_printf ("[^%u-%d]: ", self->article, number);

  if (number == 0)
    return FALSE;
  write_block (self, block, first, "    ", "\n\n");
  return TRUE;
}

/* Paragraphs that go on with a list's item stand under its text. */
static void
write_paragraph (Writer *self, const PmMark *mark, gsize block)
{
  g_autofree char *indent = g_strnfill (4 * CLAMP (mark->level, 0, 16), ' ');

  write_block (self, block, indent, indent, "\n\n");
}

static void
write_quote (Writer *self, const PmMark *mark, gsize block)
{
  g_autoptr (GString) prefix = g_string_new (NULL);

  for (int i = 0; i < CLAMP (mark->level, 1, 16); i++)
    g_string_append (prefix, "> ");
  write_block (self, block, prefix->str, prefix->str, "\n");
  self->in_quote = TRUE;
  self->quotation = mark->number > 0 ? mark->number : self->quotation;
}

/* The fence is longer than any run of backticks within (§4.5). */
static void
write_code (Writer *self, const PmMark *mark, gsize block)
{
  const char *text = pm_document_get_text (self->document);
  gsize longest = 2;
  gsize run = 0;
  g_autofree char *fence = NULL;

  for (gsize i = mark->span.start; i < mark->span.end; i++)
    {
      run = text[i] == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  fence = g_strnfill (longest + 1, '`');
  g_string_append_printf (self->out, "%s\n", fence);
  g_string_append_len (self->out, text + mark->span.start, pm_span_length (mark->span));
  g_string_append_printf (self->out, "\n%s\n\n", fence);
}

static void
write_image (Writer *self, const PmMark *mark)
{
  if (mark->text == NULL || *mark->text == '\0')
    return;
  _pm_bundle_markdown_escape (self->out, _ ("Image:"), -1);
  g_string_append_c (self->out, ' ');
  _pm_bundle_markdown_escape (self->out, mark->text, -1);
  g_string_append (self->out, "\n\n");
}

/* An empty line parts two quotations, one with the mark two paragraphs of the same. */
static void
end_quote (Writer *self, const PmMark *mark)
{
  gboolean goes_on = mark != NULL && mark->kind == PM_MARK_QUOTE &&
                     (mark->number == 0 || mark->number == self->quotation);

  if (self->in_quote)
    g_string_append (self->out, goes_on ? ">\n" : "\n");
  self->in_quote = FALSE;
}

static void
write_mark (Writer *self, const PmMark *mark, gsize block, gboolean list_ends)
{
  static const char *const headings[] = { "### ", "#### ", "##### ", "###### " };

  if (self->table != 0 && (mark->kind != PM_MARK_TABLE_ROW || MAX (mark->number, 1) != self->table))
    {
      g_string_append_c (self->out, '\n');
      self->table = 0;
    }
  if (list_ends)
    g_string_append_c (self->out, '\n');
  end_quote (self, mark);
  switch (mark->kind)
    {
    case PM_MARK_TITLE:
      break;
    case PM_MARK_HEADING:
      write_block (self, block, headings[CLAMP (mark->level - 2, 0, 3)], "", "\n\n");
      break;
    case PM_MARK_LIST_ITEM:
      if (!write_note (self, block))
        write_item (self, mark, block);
      break;
    case PM_MARK_TERM:
      self->is_term = TRUE;
      write_block (self, block, "**", "", "**\n\n");
      self->is_term = FALSE;
      break;
    case PM_MARK_QUOTE:
      write_quote (self, mark, block);
      break;
    case PM_MARK_CODE_BLOCK:
      write_code (self, mark, block);
      break;
    case PM_MARK_TABLE_ROW:
      write_row (self, mark, block);
      break;
    case PM_MARK_IMAGE:
      write_image (self, mark);
      break;
    case PM_MARK_RULE:
      g_string_append (self->out, "* * *\n\n");
      break;
    case PM_MARK_PARAGRAPH:
      if (!write_note (self, block))
        write_paragraph (self, mark, block);
      break;
    default:
      write_block (self, block, "", "", "\n\n");
      break;
    }
}

/* Targets that are called in a few characters and stand in text of their own, below: the first of a
 * block. */
static void
find_notes (Writer *self)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (self->document, &n_marks);
  g_autoptr (GHashTable) called = g_hash_table_new (NULL, NULL);
  const PmMark *block = NULL;

  for (gsize i = 0; i < n_marks; i++)
    {
      gpointer number = GINT_TO_POINTER (marks[i].number);

      if (pm_mark_is_block (&marks[i]))
        block = &marks[i];
      else if (marks[i].kind == PM_MARK_REFERENCE && pm_span_length (marks[i].span) <= MAX_CALL)
        g_hash_table_add (called, number);
      else if (marks[i].kind == PM_MARK_TARGET && g_hash_table_contains (called, number) &&
               block != NULL &&
               (block->kind == PM_MARK_LIST_ITEM || block->kind == PM_MARK_PARAGRAPH))
        {
          g_hash_table_add (self->notes, number);
          block = NULL;
        }
    }
}

void
_pm_bundle_markdown_text (PmBundleItem *item, GString *out)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (item->record->document, &n_marks);
  g_autoptr (GHashTable) notes = g_hash_table_new (NULL, NULL);
  Writer writer = { .document = item->record->document,
                    .article = item->number,
                    .notes = notes,
                    .out = out,
                    .prefix = "" };
  gboolean in_list = FALSE;

  find_notes (&writer);
  for (gsize i = 0; i < n_marks; i++)
    {
      gboolean is_item = marks[i].kind == PM_MARK_LIST_ITEM && find_note (&writer, i) == 0;

      if (!pm_mark_is_block (&marks[i]))
        continue;
      write_mark (&writer, &marks[i], i, in_list && !is_item);
      in_list = is_item;
    }
  end_quote (&writer, NULL);
  if (in_list || writer.table != 0)
    g_string_append_c (out, '\n');
}

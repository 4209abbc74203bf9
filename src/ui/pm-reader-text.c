/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-date.h"
#include "pm-direction.h"

/* Beyond this many bytes a block's line breaks stay line feeds: the view lays out a line as a
 * whole, and one of a megabyte would be felt. */
#define LONG_BLOCK (16 * 1024)
#define MAX_IMAGES 300
#define MAX_TABLES 300 /* that get tab stops of their own */
#define WORDS_A_MINUTE 210
/* A table with more characters in a row, and so many between its columns, is wide. */
#define MAX_ROW 84
#define COLUMN_GAP 3
#define MAX_COLUMNS 64
#define MAX_ROWS 400 /* that are looked at */
#define MAX_LABEL 80 /* bytes */
#define MAX_LABELS 20000

static void
table_free (PmReaderTable *table)
{
  g_array_unref (table->rows);
  g_free (table);
}

/* @look: %PM_N_LOOKS adds nothing. */
static void
add_run (PmReaderText *self, PmLook look, guint start, guint end)
{
  PmReaderRun run = { look, start, end };

  if (look < PM_N_LOOKS && start < end)
    g_array_append_val (self->runs, run);
}

static void
append_own (PmReaderText *self, const char *text)
{
  g_string_append (self->text, text);
  self->n_chars += g_utf8_strlen (text, -1);
}

static void
begin_line (PmReaderText *self)
{
  if (self->n_chars > 0)
    append_own (self, "\n");
}

static void
append_own_line (PmReaderText *self, PmLook look, const char *text)
{
  guint start;

  if (text == NULL || *text == '\0')
    return;
  begin_line (self);
  start = self->n_chars;
  append_own (self, text);
  add_run (self, look, start, self->n_chars);
}

/* The outlet, the byline: on the side where the title begins, whichever way their own words run. */
static void
append_credit_line (PmReaderText *self, PmLook look, const char *text)
{
  gboolean is_rtl = pm_direction_is_rtl (pm_document_get_text (self->document));
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = is_rtl ? g_strdup_printf ("\u200f\u2068%s\u2069", text) : g_strdup (text);
  append_own_line (self, look, line);
}

/* @cell_break: (nullable): what stands for tabs, which stay else; one character, as @line_break. */
static void
append_span (PmReaderText *self, PmSpan span, const char *line_break, const char *cell_break)
{
  const char *text = pm_document_get_text (self->document);
  const char *at = text + span.start;
  const char *end = text + span.end;

  if (pm_span_is_empty (span))
    return;
  while (at < end)
    {
      const char *stop = at;

      while (stop < end && *stop != '\n' && (*stop != '\t' || cell_break == NULL))
        stop++;
      g_string_append_len (self->text, at, stop - at);
      if (stop == end)
        break;
      g_string_append (self->text, *stop == '\n' ? line_break : cell_break);
      at = stop + 1;
    }
  self->n_chars += pm_reader_map_add (self->map, span, self->n_chars);
}

/* What stands before the text of a list item. */
static char *
dup_bullet (const PmMark *mark)
{
  static const char *const bullets[] = { "•", "◦", "▪" };

  if (mark->number != 0)
    return g_strdup_printf ("%d.\t", mark->number);
  return g_strconcat (bullets[(CLAMP (mark->level, 1, 3) - 1)], "\t", NULL);
}

/* Returns: %PM_N_LOOKS for a plain paragraph. */
static PmLook
choose_look (const PmMark *mark)
{
  switch (mark->kind)
    {
    case PM_MARK_TITLE:
      return PM_LOOK_TITLE;
    case PM_MARK_HEADING:
      return PM_LOOK_HEADING_2 + CLAMP (mark->level, 2, 4) - 2;
    case PM_MARK_PARAGRAPH:
      return mark->level > 0 ? PM_LOOK_ITEM_1 + CLAMP (mark->level, 1, 3) - 1 : PM_N_LOOKS;
    case PM_MARK_LIST_ITEM:
      return PM_LOOK_LIST_1 + CLAMP (mark->level, 1, 3) - 1;
    case PM_MARK_QUOTE:
      return PM_LOOK_QUOTE_1 + CLAMP (mark->level, 1, 2) - 1;
    case PM_MARK_CODE_BLOCK:
      return PM_LOOK_CODE_BLOCK;
    case PM_MARK_TABLE_ROW:
      return mark->level == 1 ? PM_LOOK_TABLE_HEAD : PM_LOOK_TABLE_ROW;
    case PM_MARK_TERM:
      return PM_LOOK_TERM;
    case PM_MARK_DEFINITION:
      return PM_LOOK_DEFINITION;
    case PM_MARK_CAPTION:
      return PM_LOOK_CAPTION;
    case PM_MARK_STRONG:
      return PM_LOOK_STRONG;
    case PM_MARK_EMPHASIS:
      return PM_LOOK_EMPHASIS;
    case PM_MARK_CODE:
      return PM_LOOK_CODE;
    case PM_MARK_SUPERSCRIPT:
      return PM_LOOK_SUPERSCRIPT;
    case PM_MARK_SUBSCRIPT:
      return PM_LOOK_SUBSCRIPT;
    case PM_MARK_LINK:
    case PM_MARK_REFERENCE:
      return PM_LOOK_LINK;
    default:
      return PM_N_LOOKS;
    }
}

typedef enum
{
  GROUP_NONE,
  GROUP_LIST,
  GROUP_QUOTE,
  GROUP_TABLE,
  GROUP_TERMS,
} Group;

static Group
get_group (const PmMark *mark)
{
  switch (mark->kind)
    {
    case PM_MARK_PARAGRAPH:
      return mark->level > 0 ? GROUP_LIST : GROUP_NONE;
    case PM_MARK_LIST_ITEM:
      return GROUP_LIST;
    case PM_MARK_QUOTE:
      return GROUP_QUOTE;
    case PM_MARK_TABLE_ROW:
      return GROUP_TABLE;
    case PM_MARK_TERM:
    case PM_MARK_DEFINITION:
      return GROUP_TERMS;
    default:
      return GROUP_NONE;
    }
}

static gboolean
is_same_group (const PmMark *mark, const PmMark *next)
{
  if (next == NULL || get_group (mark) != get_group (next))
    return FALSE;
  if (mark->kind == PM_MARK_TABLE_ROW)
    return mark->number == next->number;
  if (mark->kind == PM_MARK_QUOTE)
    return next->number == 0 || mark->number == next->number;
  /* A numbered list behind a bulleted one. */
  if (mark->kind == PM_MARK_LIST_ITEM && next->kind == PM_MARK_LIST_ITEM && next->level <= 1)
    return mark->level > 1 || (mark->number > 0) == (next->number > 0);
  return TRUE;
}

static void
add_row (PmReaderText *self, const PmMark *before, const PmMark *mark, guint start)
{
  PmReaderTable *table;

  if ((before == NULL || !is_same_group (before, mark)) && self->tables->len < MAX_TABLES)
    {
      table = g_new0 (PmReaderTable, 1);
      table->start = start;
      table->rows = g_array_new (FALSE, FALSE, sizeof (PmSpan));
      g_ptr_array_add (self->tables, table);
    }
  table = self->tables->pdata[self->tables->len - 1];
  table->end = self->n_chars;
  g_array_append_val (table->rows, mark->span);
}

/* The cell of @row that begins at byte @at, its tab not counted. */
static PmSpan
get_cell (PmReaderText *self, PmSpan row, gsize at)
{
  const char *text = pm_document_get_text (self->document);
  const char *tab = memchr (text + at, '\t', row.end - at);

  return (PmSpan){ at, tab != NULL ? (gsize) (tab - text) : row.end };
}

static void
measure_row (PmReaderText *self, PmSpan row, glong widths[MAX_COLUMNS])
{
  const char *text = pm_document_get_text (self->document);
  gsize at = row.start;

  for (guint column = 0; column < MAX_COLUMNS && at <= row.end; column++)
    {
      PmSpan cell = get_cell (self, row, at);

      widths[column] = MAX (widths[column],
                            g_utf8_strlen (text + cell.start, pm_span_length (cell)) + COLUMN_GAP);
      at = cell.end + 1;
    }
}

/* Returns: (transfer full) (nullable): the name of @column, to stand before a cell. */
static char *
dup_label (PmReaderText *self, guint column)
{
  gsize at = self->head.start;

  if (column >= MAX_COLUMNS || self->n_labels >= MAX_LABELS)
    return NULL;
  for (; at <= self->head.end && !pm_span_is_empty (self->head); column--)
    {
      PmSpan cell = get_cell (self, self->head, at);
      g_autofree char *words = NULL;

      at = cell.end + 1;
      if (column > 0)
        continue;
      if (pm_span_length (cell) > MAX_LABEL)
        return NULL;
      self->n_labels++;
      words = pm_document_dup_span (self->document, cell);
      /* Translators: the name of a table's column, before what stands in it. */
      return words != NULL && *words != '\0' ? g_strdup_printf (_ ("%s: "), words) : NULL;
    }
  return NULL;
}

/* What stands between two cells, with a label for the second when that says something. */
static void
append_cell_break (PmReaderText *self, gsize tab, guint column, gboolean is_empty)
{
  g_autofree char *label = is_empty ? NULL : dup_label (self, column);
  guint start;

  append_span (self, (PmSpan){ tab, tab + 1 }, "", is_empty ? "\u200b" : "\u2028");
  start = self->n_chars;
  append_own (self, label != NULL ? label : "");
  add_run (self, PM_LOOK_LABEL, start, self->n_chars);
}

static void
append_wide_row (PmReaderText *self, PmSpan row)
{
  gsize at = row.start;

  for (guint column = 0; at <= row.end; column++)
    {
      PmSpan cell = get_cell (self, row, at);
      guint start;

      if (column > 0)
        append_cell_break (self, at - 1, column, pm_span_is_empty (cell));
      start = self->n_chars;
      append_span (self, cell, " ", NULL);
      if (column == 0)
        add_run (self, PM_LOOK_STRONG, start, self->n_chars);
      at = cell.end + 1;
    }
}

/* The names of the columns of a wide table, on one line. */
static void
append_wide_head (PmReaderText *self, PmSpan row)
{
  gsize at = row.start;

  while (at <= row.end)
    {
      PmSpan cell = get_cell (self, row, at);

      append_span (self, cell, " ", NULL);
      at = cell.end + 1;
      if (at > row.end)
        break;
      append_own (self, " ");
      append_span (self, (PmSpan){ cell.end, at }, "", "·");
      append_own (self, " ");
    }
}

static void
append_image (PmReaderText *self, const PmMark *mark, const PmMark *next)
{
  if (self->images->len == MAX_IMAGES)
    return;
  begin_line (self);
  g_array_append_val (self->images, self->n_chars);
  g_ptr_array_add (self->marks, (gpointer) mark);
  add_run (self, PM_LOOK_IMAGE, self->n_chars, self->n_chars + 1);
  /* A caption stands close to its image. */
  if (next == NULL || next->kind != PM_MARK_CAPTION)
    add_run (self, PM_LOOK_GROUP_END, self->n_chars, self->n_chars + 1);
  self->n_chars++;
}

static void
append_block (PmReaderText *self, const PmMark *before, const PmMark *mark, const PmMark *next)
{
  const char *line_break = "\u2028";
  PmLook look = choose_look (mark);
  guint start;

  if (mark->kind == PM_MARK_TABLE_ROW)
    line_break = " ";
  else if (pm_span_length (mark->span) > LONG_BLOCK)
    line_break = "\n";
  begin_line (self);
  start = self->n_chars;
  if (mark->kind == PM_MARK_LIST_ITEM)
    {
      g_autofree char *bullet = dup_bullet (mark);

      append_own (self, bullet);
    }
  if (mark->kind == PM_MARK_TABLE_ROW && self->is_wide && mark->level == 1)
    append_wide_head (self, mark->span);
  else if (mark->kind == PM_MARK_TABLE_ROW && self->is_wide)
    append_wide_row (self, mark->span);
  else
    append_span (self, mark->span, line_break, NULL);
  add_run (self, look, start, self->n_chars);
  if (mark->kind == PM_MARK_HEADING && before != NULL && before->kind == PM_MARK_HEADING)
    add_run (self, PM_LOOK_UNDER_HEADING, start, self->n_chars);
  if (mark->kind == PM_MARK_TABLE_ROW && self->is_wide)
    add_run (self, PM_LOOK_WIDE_ROW, start, self->n_chars);
  if (get_group (mark) != GROUP_NONE && !is_same_group (mark, next))
    add_run (self, PM_LOOK_GROUP_END, start, self->n_chars);
  if (mark->kind == PM_MARK_TABLE_ROW && !self->is_wide)
    add_row (self, before, mark, start);
}

static char *
dup_outlet (PmDocument *document, const PmArticle *article)
{
  const char *outlet = pm_document_get_meta (document, PM_META_OUTLET);
  const char *section = pm_document_get_meta (document, PM_META_SECTION);

  if (outlet == NULL)
    outlet = article->outlet;
  if (outlet == NULL || section == NULL)
    return g_strdup (outlet != NULL ? outlet : section);
  return g_strdup_printf ("%s · %s", outlet, section);
}

/* "Ann, Bo, Cy" as people write it: "By Ann, Bo and Cy". */
static char *
dup_byline (const char *names)
{
  const char *last = strrchr (names, ',');
  g_autofree char *first = NULL;
  g_autofree char *final = NULL;
  g_autofree char *list = NULL;

  if (last == NULL || last[1] == '\0')
    return g_strdup_printf (_ ("By %s"), names);
  first = g_strndup (names, last - names);
  final = g_strstrip (g_strdup (last + 1));
  /* Translators: the two ends of a list of names: "Ann, Bo" and "Cy". */
  list = g_strdup_printf (_ ("%s and %s"), first, final);
  return g_strdup_printf (_ ("By %s"), list);
}

static char *
dup_credits (PmDocument *document, const PmArticle *article)
{
  const char *names = pm_document_get_meta (document, PM_META_BYLINE);
  const char *published = pm_document_get_meta (document, PM_META_PUBLISHED);
  guint minutes = (pm_document_count_words (document) + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *date;

  if (names == NULL)
    names = article->byline;
  if (names != NULL)
    g_ptr_array_add (parts, dup_byline (names));
  date = pm_date_dup_human (published != NULL ? published : article->published, 0);
  if (*date != '\0')
    g_ptr_array_add (parts, date);
  else
    g_free (date);
  if (minutes > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u min", "%u min", minutes),
                                      minutes));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* The block as far as it can be shown: marks come from files too, so they may overlap, reach
 * beyond the text or split a character. */
static PmMark
clip_block (PmReaderText *self, const PmMark *mark, gsize from)
{
  const char *text = pm_document_get_text (self->document);
  gsize length = pm_document_get_length (self->document);
  PmMark clipped = *mark;

  clipped.span.start = CLAMP (mark->span.start, from, length);
  clipped.span.end = CLAMP (mark->span.end, clipped.span.start, length);
  while (clipped.span.start < length && (text[clipped.span.start] & 0xc0) == 0x80)
    clipped.span.start++;
  while (clipped.span.end < length && (text[clipped.span.end] & 0xc0) == 0x80)
    clipped.span.end++;
  clipped.span.end = MAX (clipped.span.start, clipped.span.end);
  return clipped;
}

/* Text that no block covers is shown as a paragraph rather than lost. */
static void
append_uncovered (PmReaderText *self, gsize start, gsize end)
{
  const char *text = pm_document_get_text (self->document);
  PmMark mark = { PM_MARK_PARAGRAPH };

  while (start < end && g_ascii_isspace (text[start]))
    start++;
  while (start < end && g_ascii_isspace (text[end - 1]))
    end--;
  mark.span = (PmSpan){ start, end };
  if (start < end)
    append_block (self, NULL, &mark, NULL);
}

/* The table whose first row is block @first. */
static void
look_over_table (PmReaderText *self, GPtrArray *blocks, guint first)
{
  glong widths[MAX_COLUMNS] = { 0 };
  glong width = 0;

  self->head = (PmSpan){ 0, 0 };
  for (guint i = first; i < MIN (blocks->len, first + MAX_ROWS); i++)
    {
      const PmMark *mark = blocks->pdata[i];
      PmMark row = clip_block (self, mark, 0);

      if (i > first && !is_same_group (blocks->pdata[i - 1], mark))
        break;
      if (i == first && mark->level == 1)
        self->head = row.span;
      measure_row (self, row.span, widths);
    }
  for (guint i = 0; i < MAX_COLUMNS; i++)
    width += widths[i];
  self->is_wide = width > MAX_ROW;
}

static GPtrArray *
list_blocks (PmDocument *document)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);
  GPtrArray *blocks = g_ptr_array_new ();

  for (gsize i = 0; i < n_marks; i++)
    if (pm_mark_is_block (&marks[i]))
      g_ptr_array_add (blocks, (gpointer) &marks[i]);
  return blocks;
}

static void
append_blocks (PmReaderText *self, const char *credits)
{
  g_autoptr (GPtrArray) blocks = list_blocks (self->document);
  gsize done = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PmMark *mark = blocks->pdata[i];
      const PmMark *before = i > 0 ? blocks->pdata[i - 1] : NULL;
      const PmMark *next = i + 1 < blocks->len ? blocks->pdata[i + 1] : NULL;
      PmMark block = clip_block (self, mark, done);

      append_uncovered (self, done, block.span.start);
      done = block.span.end;
      if (mark->kind == PM_MARK_TABLE_ROW && (before == NULL || !is_same_group (before, mark)))
        look_over_table (self, blocks, i);
      if (mark->kind == PM_MARK_IMAGE)
        append_image (self, mark, next);
      else if (mark->kind == PM_MARK_RULE)
        append_own_line (self, PM_LOOK_RULE, "\u00a0");
      else if (!pm_span_is_empty (block.span))
        append_block (self, before, &block, next);
      if (i == 0 && mark->kind == PM_MARK_TITLE)
        append_credit_line (self, PM_LOOK_BYLINE, credits);
    }
  append_uncovered (self, done, pm_document_get_length (self->document));
}

static void
add_inline_runs (PmReaderText *self)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (self->document, &n_marks);
  gboolean in_code = FALSE;

  for (gsize i = 0; i < n_marks; i++)
    if (pm_mark_is_block (&marks[i]))
      in_code = marks[i].kind == PM_MARK_CODE_BLOCK;
    else if (!in_code || marks[i].kind != PM_MARK_CODE)
      add_run (self, choose_look (&marks[i]),
               pm_reader_map_to_offset (self->map, marks[i].span.start, PM_EDGE_START),
               pm_reader_map_to_offset (self->map, marks[i].span.end, PM_EDGE_END));
}

static gboolean
has_title (PmDocument *document)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  return n_marks > 0 && marks[0].kind == PM_MARK_TITLE && !pm_span_is_empty (marks[0].span);
}

PmReaderText *
pm_reader_text_new (PmDocument *document, const PmArticle *article)
{
  PmReaderText *self = g_new0 (PmReaderText, 1);
  gsize length = pm_document_get_length (document);
  g_autofree char *outlet = dup_outlet (document, article);
  g_autofree char *credits = dup_credits (document, article);

  self->document = document;
  self->text = g_string_sized_new (length + length / 16);
  self->map = pm_reader_map_new (pm_document_get_text (document), length);
  self->runs = g_array_new (FALSE, FALSE, sizeof (PmReaderRun));
  self->images = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_ptr_array_new ();
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);

  append_credit_line (self, PM_LOOK_OUTLET, outlet);
  if (!has_title (document))
    {
      append_own_line (self, PM_LOOK_TITLE, article->title);
      append_credit_line (self, PM_LOOK_BYLINE, credits);
    }
  append_blocks (self, credits);
  add_inline_runs (self);
  return self;
}

void
pm_reader_text_free (PmReaderText *self)
{
  g_string_free (self->text, TRUE);
  pm_reader_map_free (self->map);
  g_array_unref (self->runs);
  g_array_unref (self->images);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

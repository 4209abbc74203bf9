/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include "pm-direction.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An article's text as HTML: lists and tables are put together again from their rows, highlights
 * lie within the inline marks. */

/* Larger images are told of by their alternative text, so that a report can still be mailed. */
#define MAX_IMAGE 500000

typedef struct
{
  int level;
  gboolean ordered;
} List;

typedef struct
{
  PmBundleItem *item;
  GString *out;
  GArray *lists;     /* (element-type List): open ones, outermost first */
  gboolean in_item;  /* the block before goes on with a list's item */
  int quotes;        /* open block quotations */
  int quotation;     /* the number of the outermost */
  gboolean in_terms; /* a list of definitions is open */
  gboolean in_figure;
  gboolean is_rtl;   /* the article as a whole */
  int table;         /* the open table's number, 0 for none */
  const char *cell;  /* "td" or "th" */
  gboolean is_code;  /* line ends stay as they are */
  GHashTable *named; /* highlights and targets that have had their first stretch */
  gsize last_end;    /* of the block before */
} Writer;

static const char *const mark_tags[PM_N_MARKS] = {
  [PM_MARK_STRONG] = "strong",   [PM_MARK_EMPHASIS] = "em",   [PM_MARK_CODE] = "code",
  [PM_MARK_SUPERSCRIPT] = "sup", [PM_MARK_SUBSCRIPT] = "sub", [PM_MARK_LINK] = "a",
  [PM_MARK_REFERENCE] = "a",     [PM_MARK_TARGET] = "span",
};

static void
open_highlight (Writer *self, const PmHighlight *highlight)
{
  g_string_append_printf (self->out, "<mark class=\"hl %s\"",
                          pm_color_to_string (highlight->color));
  if (g_hash_table_add (self->named, (gpointer) highlight))
    {
      g_string_append (self->out, " id=\"h-");
      _pm_bundle_append_escaped (self->out, highlight->uuid, -1);
      g_string_append_c (self->out, '"');
    }
  g_string_append_c (self->out, '>');
}

/* Places are told apart by article and number. */
static void
open_target (Writer *self, const PmMark *mark)
{
  if (g_hash_table_add (self->named, (gpointer) mark))
    g_string_append_printf (self->out, "<span id=\"t-%u-%d\">", self->item->number, mark->number);
  else
    g_string_append (self->out, "<span>");
}

static void
open_run (const PmRun *run, gpointer data)
{
  Writer *self = data;

  if (run->highlight != NULL)
    open_highlight (self, run->highlight);
  else if (run->mark->kind == PM_MARK_REFERENCE)
    g_string_append_printf (self->out, "<a href=\"#t-%u-%d\">", self->item->number,
                            run->mark->number);
  else if (run->mark->kind == PM_MARK_TARGET)
    open_target (self, run->mark);
  else if (run->mark->kind == PM_MARK_LINK && !_pm_bundle_is_link (run->mark->url))
    g_string_append (self->out, "<span>");
  else if (run->mark->kind == PM_MARK_LINK)
    {
      g_string_append (self->out, "<a rel=\"noreferrer\" href=\"");
      _pm_bundle_append_escaped (self->out, run->mark->url, -1);
      g_string_append (self->out, "\">");
    }
  else
    g_string_append_printf (self->out, "<%s>", mark_tags[run->mark->kind]);
}

static void
close_run (const PmRun *run, gpointer data)
{
  Writer *self = data;

  if (run->highlight != NULL)
    g_string_append (self->out, "</mark>");
  else if (run->mark->kind == PM_MARK_LINK && !_pm_bundle_is_link (run->mark->url))
    g_string_append (self->out, "</span>");
  else
    g_string_append_printf (self->out, "</%s>", mark_tags[run->mark->kind]);
}

static void
write_text (const char *text, gsize length, gpointer data)
{
  Writer *self = data;
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *line = self->is_code ? NULL : memchr (p, '\n', end - p);

      _pm_bundle_append_escaped (self->out, p, (line != NULL ? line : end) - p);
      if (line != NULL)
        g_string_append (self->out, "<br>\n");
      p = line != NULL ? line + 1 : end;
    }
}

static void
write_cell (gpointer data)
{
  Writer *self = data;

  g_string_append_printf (self->out, "</%s><%s>", self->cell, self->cell);
}

static const PmRunWriter run_writer = { open_run, close_run, write_text, write_cell };

static void
write_runs (Writer *self, gsize block)
{
  _pm_bundle_walk_block (self->item->record->document, block, self->item->record->highlights,
                         &run_writer, self);
}

static void
close_list (Writer *self)
{
  List *list = &g_array_index (self->lists, List, self->lists->len - 1);

  g_string_append (self->out, list->ordered ? "</li></ol>\n" : "</li></ul>\n");
  g_array_set_size (self->lists, self->lists->len - 1);
}

static List *
get_list (Writer *self)
{
  return self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
}

/* Items of one list stand on neighbouring lines, but for paragraphs that go on with one. */
static gboolean
goes_on_with_list (Writer *self, const PmMark *mark)
{
  if (mark == NULL)
    return FALSE;
  if (mark->kind == PM_MARK_LIST_ITEM)
    return self->in_item || mark->span.start <= self->last_end + 1;
  return mark->kind == PM_MARK_PARAGRAPH && mark->level > 0;
}

/* Closes what does not go on with @mark: %NULL closes all. */
static void
close_groups (Writer *self, const PmMark *mark)
{
  gboolean same_quote = mark != NULL && mark->kind == PM_MARK_QUOTE &&
                        (mark->number == 0 || mark->number == self->quotation);
  int quotes = same_quote ? MAX (mark->level, 1) : 0;

  if (!goes_on_with_list (self, mark))
    while (self->lists->len > 0)
      close_list (self);
  for (; self->quotes > quotes; self->quotes--)
    g_string_append (self->out, "</blockquote>\n");
  if (self->table != 0 &&
      (mark == NULL || mark->kind != PM_MARK_TABLE_ROW || MAX (mark->number, 1) != self->table))
    {
      g_string_append (self->out, "</table></div>\n");
      self->table = 0;
    }
  if (self->in_terms &&
      (mark == NULL || (mark->kind != PM_MARK_TERM && mark->kind != PM_MARK_DEFINITION)))
    {
      g_string_append (self->out, "</dl>\n");
      self->in_terms = FALSE;
    }
  if (self->in_figure && (mark == NULL || mark->kind != PM_MARK_CAPTION))
    {
      g_string_append (self->out, "</figure>\n");
      self->in_figure = FALSE;
    }
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A block that runs the other way than its article says so. */
static void
open_block (Writer *self, const char *tag, const PmMark *mark)
{
  g_autofree char *text = pm_document_dup_span (self->item->record->document, mark->span);

  g_string_append_printf (self->out, "<%s", tag);
  if (text != NULL && has_letters (text) && pm_direction_is_rtl (text) != self->is_rtl)
    g_string_append (self->out, self->is_rtl ? " dir=\"ltr\"" : " dir=\"rtl\"");
}

static void
write_simple (Writer *self, const char *tag, const PmMark *mark, gsize block)
{
  open_block (self, tag, mark);
  g_string_append_c (self->out, '>');
  write_runs (self, block);
  g_string_append_printf (self->out, "</%s>\n", tag);
}

static void
write_list_item (Writer *self, const PmMark *mark, gsize block)
{
  List list = { mark->level, mark->number > 0 };

  while (get_list (self) != NULL && get_list (self)->level > mark->level)
    close_list (self);
  if (get_list (self) != NULL && get_list (self)->level == mark->level &&
      get_list (self)->ordered != list.ordered)
    close_list (self);
  if (get_list (self) == NULL || get_list (self)->level < mark->level)
    {
      g_array_append_val (self->lists, list);
      g_string_append (self->out, list.ordered ? "<ol>\n" : "<ul>\n");
    }
  else
    g_string_append (self->out, "</li>\n");
  open_block (self, "li", mark);
  if (list.ordered)
    g_string_append_printf (self->out, " value=\"%d\"", mark->number);
  g_string_append_c (self->out, '>');
  write_runs (self, block);
}

static void
write_row (Writer *self, const PmMark *mark, gsize block)
{
  self->cell = mark->level == 1 ? "th" : "td";
  if (self->table == 0)
    {
      /* A number that is not set still opens one table. */
      self->table = MAX (mark->number, 1);
      g_string_append (self->out, "<div class=\"table\"><table>\n");
    }
  g_string_append_printf (self->out, "<tr><%s>", self->cell);
  write_runs (self, block);
  g_string_append_printf (self->out, "</%s></tr>\n", self->cell);
}

static void
append_picture (Writer *self, GBytes *bytes, const char *type, const char *alt)
{
  gsize size;
  gconstpointer image = g_bytes_get_data (bytes, &size);
  g_autofree char *encoded = g_base64_encode (image, size);

  g_string_append_printf (self->out, "<img src=\"data:%s;base64,%s\" alt=\"", type, encoded);
  _pm_bundle_append_escaped (self->out, alt, -1);
  g_string_append (self->out, "\">\n");
}

/* Its caption follows before the figure is closed. */
static void
write_image (Writer *self, const PmMark *mark)
{
  GBytes *bytes = mark->url != NULL ? g_hash_table_lookup (self->item->images, mark->url) : NULL;
  const char *extension;
  const char *type = bytes != NULL ? _pm_bundle_sniff_image (bytes, &extension) : NULL;
  const char *alt = mark->text != NULL ? mark->text : "";
  gboolean is_shown = type != NULL && g_bytes_get_size (bytes) <= MAX_IMAGE;

  if (!is_shown && *alt == '\0')
    return;
  self->in_figure = TRUE;
  g_string_append (self->out, "<figure>\n");
  if (is_shown)
    append_picture (self, bytes, type, alt);
  else
    {
      g_string_append (self->out, "<p class=\"image\">");
      _pm_bundle_append_escaped (self->out, _ ("Image:"), -1);
      g_string_append_c (self->out, ' ');
      _pm_bundle_append_escaped (self->out, alt, -1);
      g_string_append (self->out, "</p>\n");
    }
}

static void
write_caption (Writer *self, const PmMark *mark, gsize block)
{
  if (self->in_figure)
    write_simple (self, "figcaption", mark, block);
  else
    {
      open_block (self, "p", mark);
      g_string_append (self->out, " class=\"caption\">");
      write_runs (self, block);
      g_string_append (self->out, "</p>\n");
    }
}

static void
write_definition (Writer *self, const PmMark *mark, gsize block)
{
  if (!self->in_terms)
    g_string_append (self->out, "<dl>\n");
  self->in_terms = TRUE;
  write_simple (self, mark->kind == PM_MARK_TERM ? "dt" : "dd", mark, block);
}

static void
write_paragraph (Writer *self, const PmMark *mark, gsize block)
{
  while (get_list (self) != NULL && get_list (self)->level > MAX (mark->level, 1))
    close_list (self);
  write_simple (self, "p", mark, block);
}

static void
write_heading (Writer *self, const PmMark *mark, gsize block)
{
  /* The report has its own first level, and the article's title the second. */
  char tag[] = { 'h', '0' + CLAMP (mark->level + 1, 3, 6), '\0' };

  write_simple (self, tag, mark, block);
}

static void
write_block (Writer *self, const PmMark *mark, gsize block)
{
  close_groups (self, mark);
  switch (mark->kind)
    {
    case PM_MARK_TITLE:
      break;
    case PM_MARK_HEADING:
      write_heading (self, mark, block);
      break;
    case PM_MARK_LIST_ITEM:
      write_list_item (self, mark, block);
      break;
    case PM_MARK_QUOTE:
      self->quotation = mark->number > 0 ? mark->number : self->quotation;
      for (; self->quotes < MIN (MAX (mark->level, 1), 16); self->quotes++)
        g_string_append (self->out, "<blockquote>\n");
      write_simple (self, "p", mark, block);
      break;
    case PM_MARK_CODE_BLOCK:
      self->is_code = TRUE;
      g_string_append (self->out, "<pre dir=\"ltr\"><code>");
      write_runs (self, block);
      g_string_append (self->out, "</code></pre>\n");
      self->is_code = FALSE;
      break;
    case PM_MARK_TABLE_ROW:
      write_row (self, mark, block);
      break;
    case PM_MARK_TERM:
    case PM_MARK_DEFINITION:
      write_definition (self, mark, block);
      break;
    case PM_MARK_CAPTION:
      write_caption (self, mark, block);
      break;
    case PM_MARK_IMAGE:
      write_image (self, mark);
      break;
    case PM_MARK_RULE:
      g_string_append (self->out, "<hr>\n");
      break;
    default:
      write_paragraph (self, mark, block);
      break;
    }
  self->in_item = mark->kind == PM_MARK_PARAGRAPH && mark->level > 0;
  self->last_end = MAX (self->last_end, mark->span.end);
}

void
_pm_bundle_html_title (PmBundleItem *item, GString *out)
{
  gsize n_marks = 0;
  const PmMark *marks = item->record->document != NULL
                            ? pm_document_get_marks (item->record->document, &n_marks)
                            : NULL;
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  Writer writer = { .item = item, .out = out, .named = named };

  if (n_marks > 0 && marks[0].kind == PM_MARK_TITLE)
    write_runs (&writer, 0);
  else
    _pm_bundle_append_escaped (out, item->record->article->title, -1);
}

void
_pm_bundle_html_text (PmBundleItem *item, GString *out)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (item->record->document, &n_marks);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  Writer writer = { .item = item, .out = out, .lists = lists, .named = named };

  writer.is_rtl = pm_direction_is_rtl (pm_document_get_text (item->record->document));

  if (n_marks > 0 && marks[0].kind == PM_MARK_TITLE)
    for (guint i = 0; i < item->record->highlights->len; i++)
      {
        PmHighlight *highlight = item->record->highlights->pdata[i];

        /* Those that begin in the title were named there. */
        if (!highlight->orphan && pm_span_overlaps (highlight->span, marks[0].span))
          g_hash_table_add (named, highlight);
      }
  for (gsize i = 0; i < n_marks; i++)
    if (pm_mark_is_block (&marks[i]))
      write_block (&writer, &marks[i], i);
  close_groups (&writer, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

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
  int quotes;        /* open block quotations */
  int table;         /* the open table's number, 0 for none */
  const char *cell;  /* "td" or "th" */
  gboolean is_code;  /* line ends stay as they are */
  GHashTable *named; /* (element-type PmHighlight): have had their first stretch */
  gsize last_end;    /* of the block before */
} Writer;

static const char *const mark_tags[PM_N_MARKS] = {
  [PM_MARK_STRONG] = "strong",   [PM_MARK_EMPHASIS] = "em",   [PM_MARK_CODE] = "code",
  [PM_MARK_SUPERSCRIPT] = "sup", [PM_MARK_SUBSCRIPT] = "sub", [PM_MARK_LINK] = "a",
};

static void
open_run (const PmRun *run, gpointer data)
{
  Writer *self = data;

  if (run->highlight != NULL)
    {
      g_string_append_printf (self->out, "<mark class=\"hl %s\"",
                              pm_color_to_string (run->highlight->color));
      if (g_hash_table_add (self->named, (gpointer) run->highlight))
        {
          g_string_append (self->out, " id=\"h-");
          _pm_bundle_append_escaped (self->out, run->highlight->uuid, -1);
          g_string_append_c (self->out, '"');
        }
      g_string_append_c (self->out, '>');
    }
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

/* Closes what does not go on with @mark: %NULL closes all. */
static void
close_groups (Writer *self, const PmMark *mark)
{
  int quotes = mark != NULL && mark->kind == PM_MARK_QUOTE ? MAX (mark->level, 1) : 0;
  /* Items of one list stand on neighbouring lines. */
  gboolean same_list = mark != NULL && mark->kind == PM_MARK_LIST_ITEM &&
                       mark->span.start <= self->last_end + 1;

  while (!same_list && self->lists->len > 0)
    close_list (self);
  for (; self->quotes > quotes; self->quotes--)
    g_string_append (self->out, "</blockquote>\n");
  if (self->table != 0 &&
      (mark == NULL || mark->kind != PM_MARK_TABLE_ROW || MAX (mark->number, 1) != self->table))
    {
      g_string_append (self->out, "</table></div>\n");
      self->table = 0;
    }
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
  if (list.ordered)
    g_string_append_printf (self->out, "<li value=\"%d\">", mark->number);
  else
    g_string_append (self->out, "<li>");
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
write_image (Writer *self, const PmMark *mark)
{
  GBytes *bytes = mark->url != NULL ? g_hash_table_lookup (self->item->images, mark->url) : NULL;
  const char *extension;
  const char *type = bytes != NULL ? _pm_bundle_sniff_image (bytes, &extension) : NULL;
  const char *alt = mark->text != NULL ? mark->text : "";
  gsize size;

  if (type != NULL && g_bytes_get_size (bytes) <= MAX_IMAGE)
    {
      gconstpointer image = g_bytes_get_data (bytes, &size);
      g_autofree char *encoded = g_base64_encode (image, size);

      g_string_append_printf (self->out, "<figure><img src=\"data:%s;base64,%s\" alt=\"", type,
                              encoded);
      _pm_bundle_append_escaped (self->out, alt, -1);
      g_string_append (self->out, "\"></figure>\n");
    }
  else if (*alt != '\0')
    {
      g_string_append (self->out, "<p class=\"image\">");
      _pm_bundle_append_escaped (self->out, _ ("Image:"), -1);
      g_string_append_c (self->out, ' ');
      _pm_bundle_append_escaped (self->out, alt, -1);
      g_string_append (self->out, "</p>\n");
    }
}

static void
write_simple (Writer *self, const char *open, const char *close, gsize block)
{
  g_string_append (self->out, open);
  write_runs (self, block);
  g_string_append (self->out, close);
}

static void
write_heading (Writer *self, const PmMark *mark, gsize block)
{
  /* The report has its own first level, and the article's title the second. */
  int level = CLAMP (mark->level + 1, 3, 6);

  g_string_append_printf (self->out, "<h%d>", level);
  write_runs (self, block);
  g_string_append_printf (self->out, "</h%d>\n", level);
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
      for (; self->quotes < MIN (MAX (mark->level, 1), 16); self->quotes++)
        g_string_append (self->out, "<blockquote>\n");
      write_simple (self, "<p>", "</p>\n", block);
      break;
    case PM_MARK_CODE_BLOCK:
      self->is_code = TRUE;
      write_simple (self, "<pre><code>", "</code></pre>\n", block);
      self->is_code = FALSE;
      break;
    case PM_MARK_TABLE_ROW:
      write_row (self, mark, block);
      break;
    case PM_MARK_CAPTION:
      write_simple (self, "<p class=\"caption\">", "</p>\n", block);
      break;
    case PM_MARK_IMAGE:
      write_image (self, mark);
      break;
    case PM_MARK_RULE:
      g_string_append (self->out, "<hr>\n");
      break;
    default:
      write_simple (self, "<p>", "</p>\n", block);
      break;
    }
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

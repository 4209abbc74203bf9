/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs set here by a small typesetter in several layouts: whatever the layout, what is read has to
 * be what was written. */

#include "extract-dump.h"

#include <cairo-pdf.h>
#include <string.h>

#define WIDTH 520.0
#define HEIGHT 595.0
#define MARGIN 40.0
#define SIZE 8.0
#define LINE 10.0

typedef struct
{
  const char *name;
  int columns;
  int letters;        /* in a full line */
  int lines;          /* in a full column */
  int indent;         /* letters before a paragraph's first line */
  double gap;         /* lines between two paragraphs */
  const char *header; /* (nullable): on every page, with its number */
  gboolean hyphens;
  gboolean title_page; /* the first page has no header */
  gboolean chapters;   /* the header has a letter, the next every two pages */
} Layout;

static const Layout layouts[] = {
  { "gaps", 1, 90, 16, 0, 1, "The Estuary Post %d", TRUE },
  { "indents", 1, 90, 11, 3, 0, "%d", TRUE },
  { "columns", 2, 41, 7, 3, 0, "The Estuary Post, page %d of 3", TRUE, TRUE },
  { "chapters", 1, 40, 9, 3, 0, "Of the %d. chapter", TRUE, TRUE, TRUE },
  { "columns-gaps", 2, 41, 22, 0, 1, NULL, FALSE },
  { "three-columns", 3, 25, 20, 0, 1, "%d", TRUE },
};

/* A heading begins with "#", an item with "•". */
static const char *const article[] = {
  "#Gauge to be rebuilt",
  "The council of Port Ansgar voted on Monday to rebuild the old tide gauge, which had failed "
  "during the winter storms of last year, after extraordinarily complicated negotiations between "
  "the harbour administration and representatives of the fishermen, who depend on it.",
  "Ingrid Halvorsen, the harbour master, said after the vote in the town hall on Monday evening "
  "that the instrument, which a well-known clockmaker had installed more than a hundred years "
  "earlier, was wrong by an hour for eleven years and that nobody had ever noticed it, because "
  "everybody on the waterfront looked at the water itself instead of the instrument.",
  "#What the authority knew",
  "According to a report by the Norland Maritime Authority, which acknowledged the "
  "misunderstanding only after repeated enquiries by this newspaper, maintenance had been "
  "postponed for budgetary reasons in every single year since the installation of the new "
  "lighthouse, although the well-known weaknesses of the construction were documented in detail.",
  "• Maintenance of the instrument costs as much as a small boat does.",
  "• Reconstruction will take about eighteen months from the beginning of the summer.",
  "The fishermen do not expect that anything will be different for them afterwards, but they are "
  "going to celebrate the reopening with the traditional procession of boats along the coast, as "
  "their grandparents did when the gauge was inaugurated under similar circumstances.",
};

/* The place where the next line goes. */
typedef struct
{
  const Layout *layout;
  cairo_t *cr;
  int page, column;
  double y; /* in lines from the column's top */
} Pen;

static void
show (Pen *pen, double x, double y, double size, gboolean bold, const char *text)
{
  cairo_select_font_face (pen->cr, "monospace", CAIRO_FONT_SLANT_NORMAL,
                          bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (pen->cr, size);
  cairo_move_to (pen->cr, x, y);
  cairo_show_text (pen->cr, text);
}

static void
begin_page (Pen *pen)
{
  int page = ++pen->page;
  g_auto (GStrv) halves = NULL;
  g_autofree char *number = g_strdup_printf (pen->layout->chapters ? "%c" : "%d",
                                             pen->layout->chapters ? 'A' + page / 2 : page);
  g_autofree char *header = NULL;

  if (pen->layout->header == NULL || (pen->layout->title_page && pen->page == 1))
    return;
  halves = g_strsplit (pen->layout->header, "%d", 2);
  header = g_strjoinv (number, halves);
  show (pen, MARGIN, MARGIN - 2 * LINE, SIZE, FALSE, header);
}

static void
next_line (Pen *pen)
{
  if (++pen->y < pen->layout->lines)
    return;
  pen->y = 0;
  if (++pen->column < pen->layout->columns)
    return;
  cairo_show_page (pen->cr);
  pen->column = 0;
  begin_page (pen);
}

static void
show_line (Pen *pen, int indent, double size, const char *text)
{
  double step = (WIDTH - 2 * MARGIN) / pen->layout->columns;

  show (pen, MARGIN + pen->column * step + indent * SIZE * 0.6, MARGIN + pen->y * LINE, size,
        size > SIZE, text);
  next_line (pen);
}

/* How much of @word goes on a line with @room for it. A word broken at its end takes a hyphen. */
static int
break_word (Pen *pen, const char *word, int room)
{
  int length = strlen (word);

  if (length <= room)
    return length;
  return pen->layout->hyphens && room > 4 && length > room + 3 &&
                 strspn (word, "abcdefghijklmnopqrstuvwxyz") > room
             ? room - 1
             : 0;
}

static void
show_paragraph (Pen *pen, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean item = g_str_has_prefix (text, "•");
  int indent = item ? 0 : pen->layout->indent;

  for (guint i = 0; words[i] != NULL;)
    {
      int room = pen->layout->letters - indent - (int) line->len - (line->len > 0);
      int size = break_word (pen, words[i], room);

      if (size > 0)
        {
          g_string_append_printf (line, "%s%.*s", line->len > 0 ? " " : "", size, words[i]);
          if (words[i][size] == '\0')
            {
              i++;
              continue;
            }
          g_string_append_c (line, '-');
          memmove (words[i], words[i] + size, strlen (words[i] + size) + 1);
        }
      show_line (pen, indent, SIZE, line->str);
      g_string_truncate (line, 0);
      indent = item ? 2 : 0;
    }
  show_line (pen, indent, SIZE, line->str);
}

static void
show_block (Pen *pen, const char *text)
{
  if (*text == '#')
    {
      if (pen->y > 0)
        next_line (pen);
      show_line (pen, 0, pen->page == 1 && pen->column == 0 && pen->y == 0 ? 12 : 10, text + 1);
    }
  else
    show_paragraph (pen, text);
  for (double gap = pen->layout->gap; gap > 0 && pen->y > 0; gap--)
    next_line (pen);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PmPage *
make_page (GByteArray *bytes)
{
  PmPage *page = pm_page_new ("https://port.example.org/papers/gauge.pdf");
  g_autoptr (GBytes) body = g_byte_array_free_to_bytes (bytes);

  page->content_type = g_strdup ("application/pdf");
  pm_page_set_body (page, body, NULL, NULL);
  return page;
}

static PmPage *
set_article (const Layout *layout, const char *title)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  Pen pen = { layout, cairo_create (surface) };

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Ada Example and Bo Ray");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  "2024-05-01T09:00:00+02:00");
  begin_page (&pen);
  for (guint i = 0; i < G_N_ELEMENTS (article); i++)
    show_block (&pen, article[i]);
  cairo_show_page (pen.cr);
  cairo_destroy (pen.cr);
  cairo_surface_destroy (surface);
  return make_page (bytes);
}

/* What the document's text should be. */
static char *
write_text (void)
{
  GString *text = g_string_new (article[0] + 1);

  for (guint i = 1; i < G_N_ELEMENTS (article); i++)
    {
      gboolean item = g_str_has_prefix (article[i], "•");

      g_string_append (text, item && g_str_has_prefix (article[i - 1], "•") ? "\n" : "\n\n");
      g_string_append (text, article[i] + (*article[i] == '#') + (item ? strlen ("• ") : 0));
    }
  return g_string_free (text, FALSE);
}

static void
test_layout (gconstpointer data)
{
  const Layout *layout = data;
  g_autoptr (PmPage) page = set_article (layout, "Microsoft Word - gauge.doc");
  g_autofree char *expected = write_text ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) document = pm_extract (page, &error);
  gsize n_marks;
  const PmMark *marks;
  guint counts[PM_N_MARKS] = { 0 };

  g_assert_no_error (error);
  g_assert_true (extract_check (document));
  g_assert_cmpstr (pm_document_get_text (document), ==, expected);
  marks = pm_document_get_marks (document, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    counts[marks[i].kind]++;
  g_assert_cmpuint (counts[PM_MARK_TITLE], ==, 1);
  g_assert_cmpuint (counts[PM_MARK_HEADING], ==, 1);
  g_assert_cmpuint (counts[PM_MARK_PARAGRAPH], ==, 4);
  g_assert_cmpuint (counts[PM_MARK_LIST_ITEM], ==, 2);
}

static const struct
{
  const char *given;
  const char *title;
  const char *key;
} titles[] = {
  { "The gauge of Port Ansgar", "The gauge of Port Ansgar", "pdf:title" },
  { "Microsoft Word - gauge.doc", "Gauge to be rebuilt", "pdf:largest-text" },
  { "gauge_final2.indd", "Gauge to be rebuilt", "pdf:largest-text" },
  { "untitled", "Gauge to be rebuilt", "pdf:largest-text" },
  { "", "Gauge to be rebuilt", "pdf:largest-text" },
};

static void
test_metadata (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (PmPage) page = set_article (&layouts[0], titles[i].given);
      g_autoptr (PmDocument) document = pm_extract (page, NULL);

      g_assert_cmpstr (pm_document_get_meta (document, PM_META_TITLE), ==, titles[i].title);
      g_assert_cmpstr (pm_document_get_meta_key (document, PM_META_TITLE), ==, titles[i].key);
      g_assert_cmpstr (pm_document_get_meta (document, PM_META_BYLINE), ==, "Ada Example, Bo Ray");
      g_assert_true (
          g_str_has_prefix (pm_document_get_meta (document, PM_META_PUBLISHED), "2024-05-01T"));
      g_assert_cmpstr (pm_document_get_meta (document, PM_META_OUTLET), ==, "port.example.org");
      g_assert_cmpstr (pm_document_get_meta (document, PM_META_LANGUAGE), ==, "en");
      g_assert_cmpstr (pm_document_get_meta (document, PM_META_CANONICAL_URL), ==,
                       "https://port.example.org/papers/gauge.pdf");
    }
}

static const struct
{
  double y;
  cairo_font_slant_t slant;
  cairo_font_weight_t weight;
  const char *text;
} pieces[] = {
  { 100, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL, "The authority says that it was " },
  { 100, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD, "by no" },
  { 110, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD, "means " },
  { 110, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL, "asked, whatever the " },
  { 110, CAIRO_FONT_SLANT_OBLIQUE, CAIRO_FONT_WEIGHT_NORMAL, "Gauge Weekly" },
  { 120, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL, "wrote in the summer before last." },
};

/* The words of the only mark of @kind. */
static char *
dup_marked (PmDocument *document, PmMarkKind kind)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);
  char *words = NULL;

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == kind)
      {
        g_assert_null (words);
        words = pm_document_dup_span (document, marks[i].span);
      }
  return words;
}

static void
test_emphasis (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PmPage) page = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autofree char *strong = NULL;
  g_autofree char *slanted = NULL;

  cairo_set_font_size (cr, SIZE);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      cairo_select_font_face (cr, "monospace", pieces[i].slant, pieces[i].weight);
      if (i == 0 || pieces[i].y != pieces[i - 1].y)
        cairo_move_to (cr, MARGIN, pieces[i].y);
      cairo_show_text (cr, pieces[i].text);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  page = make_page (bytes);
  document = pm_extract (page, NULL);
  g_assert_true (extract_check (document));
  strong = dup_marked (document, PM_MARK_STRONG);
  slanted = dup_marked (document, PM_MARK_EMPHASIS);
  g_assert_cmpstr (strong, ==, "by no means");
  g_assert_cmpstr (slanted, ==, "Gauge Weekly");
}

static void
test_link (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  Pen pen = { &layouts[0], cairo_create (surface) };
  g_autoptr (PmPage) page = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autofree char *words = NULL;
  gsize n_marks;
  const PmMark *link;

  show (&pen, MARGIN, 100, SIZE, FALSE, "The authority says so in a document, the");
  cairo_tag_begin (pen.cr, CAIRO_TAG_LINK, "uri='../report.html' rect=[40 102 260 10]");
  cairo_tag_end (pen.cr, CAIRO_TAG_LINK);
  show (&pen, MARGIN, 110, SIZE, FALSE, "report of the year before last, which is");
  show (&pen, MARGIN, 120, SIZE, FALSE, "known to everybody in the harbour today.");
  cairo_show_page (pen.cr);
  cairo_destroy (pen.cr);
  cairo_surface_destroy (surface);
  page = make_page (bytes);
  document = pm_extract (page, NULL);
  g_assert_true (extract_check (document));
  link = pm_document_get_marks (document, &n_marks);
  while (n_marks > 0 && link->kind != PM_MARK_LINK)
    {
      link++;
      n_marks--;
    }
  g_assert_cmpuint (n_marks, >, 0);
  g_assert_cmpstr (link->url, ==, "https://port.example.org/report.html");
  words = pm_document_dup_span (document, link->span);
  g_assert_cmpstr (words, ==, "report of the year before last, which is");
}

/* Letters are drawn from the left, words of this alphabet are read from the right. */
static void
test_to_the_left (void)
{
  static const char *const lines[] = {
    "מועצת העיר החליטה לבנות מחדש את מד הגאות הישן",
    "שנהרס בסערות החורף של השנה שעברה לאחר דיון ארוך",
    "התושבים שמחים מאוד.",
    "ראש הנמל אמר לאחר ההצבעה שהמכשיר טעה בשעה",
    "במשך אחת עשרה שנים ואיש לא הבחין בכך כל אותו",
    "הזמן.",
  };
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *first = g_strjoin (" ", lines[0], lines[1], lines[2], NULL);
  g_autofree char *second = g_strjoin (" ", lines[3], lines[4], lines[5], NULL);
  g_autofree char *expected = g_strjoin ("\n\n", first, second, NULL);
  g_autoptr (PmPage) page = NULL;
  g_autoptr (PmDocument) document = NULL;

  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, SIZE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *drawn = g_utf8_strreverse (lines[i], -1);
      cairo_text_extents_t extents;

      cairo_text_extents (cr, drawn, &extents);
      cairo_move_to (cr, WIDTH - MARGIN - extents.x_advance, 100 + i * LINE);
      cairo_show_text (cr, drawn);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  page = make_page (bytes);
  document = pm_extract (page, NULL);
  g_assert_true (extract_check (document));
  g_assert_cmpstr (pm_document_get_text (document), ==, expected);
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_LANGUAGE), ==, "he");
}

static const struct
{
  const char *name;
  const char *bytes;
  int code;
} broken[] = {
  { "nothing", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", PM_EXTRACT_ERROR_NOT_TEXT },
  { "no-catalog", "%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF\n", PM_EXTRACT_ERROR_NOT_TEXT },
  { "no-pages",
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count "
    "0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    PM_EXTRACT_ERROR_EMPTY },
  { "endless-pages",
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 "
    "R]/Count 2000000000>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    PM_EXTRACT_ERROR_EMPTY },
  { "picture",
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
    "1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 "
    "R>>\n%%EOF\n",
    PM_EXTRACT_ERROR_EMPTY },
  { "nothing-but-header",
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 "
    "R]/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 "
    "200]/Resources<</Font<</F1 6 0 R>>>>/Contents 5 0 R>>endobj\n4 0 obj<</Type/Page/Parent 2 0 "
    "R/MediaBox[0 0 300 200]/Resources<</Font<</F1 6 0 R>>>>/Contents 5 0 R>>endobj\n5 0 "
    "obj<</Length 44>>stream\nBT /F1 10 Tf 50 150 Td (The Estuary Post) Tj ET  "
    "\nendstream endobj\n6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Root 1 0 R>>\n%%EOF\n",
    PM_EXTRACT_ERROR_EMPTY },
  { "encrypted",
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count "
    "0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)"
    "/U(12345678901234567890123456789012)/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 "
    "R/ID[(a)(a)]>>\n%%EOF\n",
    PM_EXTRACT_ERROR_NOT_TEXT },
};

static void
test_broken (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (PmPage) page = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (bytes, (const guint8 *) broken[i].bytes, strlen (broken[i].bytes));
  page = make_page (bytes);
  document = pm_extract (page, &error);
  g_assert_null (document);
  g_assert_error (error, PM_EXTRACT_ERROR, broken[i].code);
}

/* A file that was cut off, or damaged on the way, is read as far as it goes or refused. Its last
 * quarter stays whole: there is the date, and poppler warns of a strange one. */
static void
test_damaged (void)
{
  g_autoptr (PmPage) whole = set_article (&layouts[2], "Gauge");
  gsize length;
  const guint8 *data = g_bytes_get_data (whole->content, &length);

  for (guint i = 1; i < 40; i++)
    {
      GByteArray *bytes = g_byte_array_new ();
      g_autoptr (PmPage) page = NULL;
      g_autoptr (PmDocument) document = NULL;

      g_byte_array_append (bytes, data, i % 2 ? length * i / 40 : length);
      for (gsize at = i * 7 + 8; at < bytes->len / 4 * 3 && i % 2 == 0; at += 997 + i)
        bytes->data[at] ^= 1 << i % 8;
      page = make_page (bytes);
      document = pm_extract (page, NULL);
      g_assert_true (document == NULL || extract_check (document));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *name = g_strconcat ("/pdf/layout/", layouts[i].name, NULL);

      g_test_add_data_func (name, &layouts[i], test_layout);
    }
  g_test_add_func ("/pdf/metadata", test_metadata);
  g_test_add_func ("/pdf/emphasis", test_emphasis);
  g_test_add_func ("/pdf/link", test_link);
  g_test_add_func ("/pdf/to-the-left", test_to_the_left);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *name = g_strconcat ("/pdf/broken/", broken[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_broken);
    }
  g_test_add_func ("/pdf/damaged", test_damaged);
  return g_test_run ();
}

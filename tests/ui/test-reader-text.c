/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document becomes the reader's text, and every byte of it is found there again. */
#include <string.h>

#include <gtk/gtk.h>

#include "pm-reader-buffer.h"
#include "pm-text-search.h"

static const PmReaderStyle style = { 16, 7, (char *) "Sans", FALSE, FALSE };

/* Appends a block to @text and its mark to @marks. */
static void
add_block (GString *text, GArray *marks, PmMarkKind kind, int level, int number, const char *words)
{
  PmMark mark = { kind, { 0, 0 }, level, number, NULL, NULL };
  const PmMark *last = marks->len > 0 ? &g_array_index (marks, PmMark, marks->len - 1) : NULL;
  gboolean tight = last != NULL && last->kind == kind &&
                   (kind == PM_MARK_LIST_ITEM || kind == PM_MARK_TABLE_ROW);

  if (text->len > 0 && *words != '\0')
    g_string_append (text, tight ? "\n" : "\n\n");
  mark.span.start = text->len + (*words == '\0' ? 2 : 0);
  g_string_append (text, words);
  mark.span.end = MAX (mark.span.start, text->len);
  g_array_append_val (marks, mark);
}

static PmDocument *
make_document (GString *text, GArray *marks)
{
  gsize length = text->len;
  PmDocument *document = pm_document_new (g_string_free (text, FALSE), length);

  for (guint i = 0; i < marks->len; i++)
    {
      const PmMark *mark = &g_array_index (marks, PmMark, i);

      pm_document_add_mark (document, mark->kind, mark->span, mark->level, mark->number, mark->url,
                            mark->text);
    }
  g_array_unref (marks);
  return document;
}

#define WIDE_ROW                                                                                   \
  "Ansgar\t\tFour piles of oak, driven into the clay of the harbour by hand in the summer of the " \
  "year 1871"

/* Something of everything. */
static PmDocument *
make_everything (void)
{
  GString *text = g_string_new (NULL);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (PmMark));
  PmDocument *document;
  gsize at;

  add_block (text, marks, PM_MARK_TITLE, 0, 0, "Žluť and everything else");
  add_block (text, marks, PM_MARK_PARAGRAPH, 0, 0,
             "A first, with 😀🏳️‍🌈 and a\nbreak in it.");
  add_block (text, marks, PM_MARK_IMAGE, 0, 0, "");
  add_block (text, marks, PM_MARK_CAPTION, 0, 0, "A caption");
  add_block (text, marks, PM_MARK_HEADING, 2, 0, "Heading");
  add_block (text, marks, PM_MARK_LIST_ITEM, 1, 0, "one");
  add_block (text, marks, PM_MARK_LIST_ITEM, 2, 0, "two, deeper");
  add_block (text, marks, PM_MARK_LIST_ITEM, 1, 12, "twelve");
  add_block (text, marks, PM_MARK_PARAGRAPH, 1, 0, "and so on");
  add_block (text, marks, PM_MARK_QUOTE, 1, 0, "Said so.");
  add_block (text, marks, PM_MARK_TERM, 0, 0, "Slack");
  add_block (text, marks, PM_MARK_DEFINITION, 0, 0, "Water that stands.");
  add_block (text, marks, PM_MARK_RULE, 0, 0, "");
  add_block (text, marks, PM_MARK_CODE_BLOCK, 0, 0, "if (x)\n\n\ty ();");
  add_block (text, marks, PM_MARK_TABLE_ROW, 1, 1, "Land\tZahl");
  add_block (text, marks, PM_MARK_TABLE_ROW, 0, 1, "Österreich\t9\nMillionen");
  add_block (text, marks, PM_MARK_TABLE_ROW, 0, 2, "another\ttable");
  add_block (text, marks, PM_MARK_TABLE_ROW, 1, 3, "Gauge\tBuilt\tWhat it stands on");
  add_block (text, marks, PM_MARK_TABLE_ROW, 0, 3, WIDE_ROW);
  add_block (text, marks, PM_MARK_PARAGRAPH, 0, 0, "وقال المتحدث إن الاتفاق 123 سيوقع.");
  add_block (text, marks, PM_MARK_IMAGE, 0, 0, "");
  add_block (text, marks, PM_MARK_PARAGRAPH, 0, 0, "The end, e\u0301 and a\u00a0link.");
  at = strstr (text->str, "link") - text->str;
  document = make_document (text, marks);
  pm_document_add_mark (document, PM_MARK_LINK, (PmSpan){ at, at + 4 }, 0, 0,
                        "https://example.org/", NULL);
  pm_document_set_meta (document, PM_META_OUTLET, "The Example", NULL);
  pm_document_set_meta (document, PM_META_BYLINE, "Ann Alpha, Bo Beta", NULL);
  return document;
}

static PmReaderBuffer *
make_buffer (PmDocument *document)
{
  g_autoptr (PmArticle) article = pm_article_new ("https://example.org/article");

  return pm_reader_buffer_new (document, article, &style);
}

static gboolean
is_in_block (PmDocument *document, gsize at)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (pm_mark_is_block (&marks[i]) && marks[i].span.start <= at && at < marks[i].span.end)
      return TRUE;
  return FALSE;
}

static void
check_positions (PmDocument *document)
{
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  const char *text = pm_document_get_text (document);
  guint last = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar expected = g_utf8_get_char (at);
      gunichar actual;
      GtkTextIter iter;

      if (!is_in_block (document, at - text))
        continue;
      pm_reader_buffer_get_iter (buffer, at - text, PM_EDGE_START, &iter);
      actual = gtk_text_iter_get_char (&iter);
      if (expected == '\n')
        g_assert_true (actual == 0x2028 || actual == ' ' || actual == '\n');
      else if (expected == '\t')
        g_assert_true (actual == '\t' || actual == 0x2028 || actual == 0x200b || actual == 0xb7);
      else
        g_assert_cmpuint (actual, ==, expected);
      g_assert_cmpuint (gtk_text_iter_get_offset (&iter), >=, last);
      last = gtk_text_iter_get_offset (&iter);
      g_assert_cmpuint (pm_reader_buffer_get_byte (buffer, &iter, PM_EDGE_START), ==, at - text);
      g_assert_cmpuint (pm_reader_buffer_get_byte (buffer, &iter, PM_EDGE_END), ==, at - text);

      /* The end of a span that ends after this character. */
      pm_reader_buffer_get_iter (buffer, g_utf8_next_char (at) - text, PM_EDGE_END, &iter);
      g_assert_cmpuint (gtk_text_iter_get_offset (&iter), ==, last + 1);
      g_assert_cmpuint (pm_reader_buffer_get_byte (buffer, &iter, PM_EDGE_END), ==,
                        g_utf8_next_char (at) - text);
    }
}

static void
test_positions (void)
{
  g_autoptr (PmDocument) everything = make_everything ();
  g_autoptr (PmDocument) plain = pm_document_new_plain ("One.\n\nTwo\nlines.\n\n\n\nThree.", 26);
  g_autoptr (PmDocument) empty = pm_document_new (g_strdup (""), 0);

  check_positions (everything);
  check_positions (plain);
  check_positions (empty);
}

static void
test_separators (void)
{
  g_autoptr (PmDocument) document = pm_document_new_plain ("One.\n\nTwo.", 10);
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  GtkTextIter end_of_one;
  GtkTextIter start_of_two;
  GtkTextIter iter;

  pm_reader_buffer_get_iter (buffer, 4, PM_EDGE_END, &end_of_one);
  pm_reader_buffer_get_iter (buffer, 6, PM_EDGE_START, &start_of_two);
  g_assert_cmpint (gtk_text_iter_get_offset (&start_of_two), ==,
                   gtk_text_iter_get_offset (&end_of_one) + 1);
  pm_reader_buffer_get_iter (buffer, 5, PM_EDGE_START, &iter);
  g_assert_true (gtk_text_iter_equal (&iter, &start_of_two));
  pm_reader_buffer_get_iter (buffer, 5, PM_EDGE_END, &iter);
  g_assert_true (gtk_text_iter_equal (&iter, &end_of_one));
}

/* What the reader adds is not the document's: selected alone, it is nothing. */
static void
test_own_words (void)
{
  g_autoptr (PmDocument) document = make_everything ();
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  GtkTextIter start;
  GtkTextIter end;
  PmSpan span;
  g_autofree char *words = NULL;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &start);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  words = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (words, ==, "The Example");
  span = pm_reader_buffer_get_span (buffer, &start, &end);
  g_assert_true (pm_span_is_empty (span));

  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (buffer), &end);
  span = pm_reader_buffer_get_span (buffer, &end, &start);
  g_assert_cmpuint (span.start, ==, 0);
  g_assert_cmpuint (span.end, ==, pm_document_get_length (document));
}

static void
test_byline (void)
{
  g_autoptr (PmDocument) document = make_everything ();
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_nonnull (
      strstr (text, "The Example\nŽluť and everything else\nBy Ann Alpha and Bo Beta"));
  g_assert_nonnull (strstr (text, "\n•\tone\n◦\ttwo, deeper\n12.\ttwelve\n"));
}

/* A tag over a line feed makes GTK 4.8 draw the next paragraph with it; and one whose foreground
 * cannot be read makes it crash under a screen reader. */
static void
test_tags (void)
{
  g_autoptr (PmDocument) document = make_everything ();
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  g_autoptr (GPtrArray) highlights = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_highlight_free);
  gsize length = pm_document_get_length (document);
  guint n_tagged = 0;
  GtkTextIter iter;

  g_ptr_array_add (highlights, pm_highlight_new (1, pm_document_get_text (document), length,
                                                 (PmSpan){ 0, length }));
  pm_reader_buffer_set_highlights (buffer, highlights);
  pm_reader_buffer_apply (buffer, PM_LOOK_FLASH, (PmSpan){ 0, length });
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), &iter);
  do
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);

      if (gtk_text_iter_ends_line (&iter))
        g_assert_null (tags);
      for (GSList *tag = tags; tag != NULL; tag = tag->next)
        {
          GdkRGBA *color = NULL;

          g_object_get (tag->data, "foreground", &color, NULL);
          n_tagged += color != NULL;
          g_clear_pointer (&color, gdk_rgba_free);
        }
    }
  while (gtk_text_iter_forward_char (&iter));
  g_assert_cmpuint (n_tagged, >, 0);
}

static GtkTextTag *
find_background (PmReaderBuffer *buffer, gsize at)
{
  GtkTextTag *found = NULL;
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  pm_reader_buffer_get_iter (buffer, at, PM_EDGE_START, &iter);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *tag = tags; tag != NULL; tag = tag->next)
    {
      gboolean set;

      g_object_get (tag->data, "background-set", &set, NULL);
      if (set)
        found = tag->data;
    }
  return found;
}

static void
test_wide_table (void)
{
  g_autoptr (PmDocument) document = make_everything ();
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_nonnull (strstr (text, "\nLand\tZahl\nÖsterreich\t9 Millionen\nanother\ttable\n"));
  g_assert_nonnull (strstr (text, "\nGauge · Built · What it stands on\n"
                                  "Ansgar\u200b\u2028What it stands on: Four piles"));
}

static void
test_credits_from_the_right (void)
{
  GString *words = g_string_new (NULL);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (PmMark));
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (PmReaderBuffer) buffer = NULL;
  g_autofree char *text = NULL;

  add_block (words, marks, PM_MARK_TITLE, 0, 0, "مقياس المد");
  document = make_document (words, marks);
  pm_document_set_meta (document, PM_META_OUTLET, "The Estuary Post", NULL);
  buffer = make_buffer (document);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "\u200f\u2068The Estuary Post\u2069\nمقياس المد");
}

static void
test_references (void)
{
  static const char words[] = "As he said.1\n\nIn a letter.";
  g_autoptr (PmDocument) document = pm_document_new (g_strdup (words), -1);
  g_autoptr (PmReaderBuffer) buffer = NULL;
  const PmMark *reference;

  pm_document_add_mark (document, PM_MARK_PARAGRAPH, (PmSpan){ 0, 12 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_REFERENCE, (PmSpan){ 11, 12 }, 0, 3, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_PARAGRAPH, (PmSpan){ 14, 26 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_TARGET, (PmSpan){ 14, 26 }, 0, 3, NULL, NULL);
  buffer = make_buffer (document);
  g_assert_null (pm_reader_buffer_find_link (buffer, 10));
  g_assert_null (pm_reader_buffer_find_link (buffer, 14));
  reference = pm_reader_buffer_find_link (buffer, 11);
  g_assert_nonnull (reference);
  g_assert_cmpuint (pm_reader_buffer_find_target (buffer, reference)->span.start, ==, 14);
}

static PmHighlight *
make_highlight (PmDocument *document, gsize start, gsize end, PmColor color)
{
  PmHighlight *highlight = pm_highlight_new (1, pm_document_get_text (document),
                                             pm_document_get_length (document),
                                             (PmSpan){ start, end });

  highlight->color = color;
  return highlight;
}

static void
test_overlap (void)
{
  g_autoptr (PmDocument) document = pm_document_new_plain ("0123456789 and on", 17);
  g_autoptr (PmReaderBuffer) buffer = make_buffer (document);
  g_autoptr (GPtrArray) highlights = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_highlight_free);
  GtkTextTag *tags[5];

  g_ptr_array_add (highlights, make_highlight (document, 0, 6, PM_COLOR_YELLOW));
  g_ptr_array_add (highlights, make_highlight (document, 2, 8, PM_COLOR_BLUE));
  g_ptr_array_add (highlights, make_highlight (document, 4, 5, PM_COLOR_BLUE));
  pm_reader_buffer_set_highlights (buffer, highlights);
  for (guint i = 0; i < 5; i++)
    tags[i] = find_background (buffer, i * 2);
  g_assert_nonnull (tags[0]);
  g_assert_true (tags[0] != tags[1]); /* yellow; yellow and blue */
  g_assert_true (tags[1] != tags[2]); /* with another blue on it */
  g_assert_true (tags[2] != tags[3]); /* blue */
  g_assert_true (tags[1] != tags[3]);
  g_assert_null (tags[4]);
  g_ptr_array_set_size (highlights, 0);
  pm_reader_buffer_set_highlights (buffer, highlights);
  g_assert_null (find_background (buffer, 0));
}

/* Marks come from files too. */
static void
test_hostile (void)
{
  g_autoptr (PmDocument) document = pm_document_new (g_strdup ("aŽb\n\ncd\xef\xbf\xbc\r\nž"), -1);
  gsize length = pm_document_get_length (document);
  g_autoptr (PmReaderBuffer) buffer = NULL;
  GtkTextIter iter;

  pm_document_add_mark (document, PM_MARK_PARAGRAPH, (PmSpan){ 2, 4 }, 99, -5, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_LIST_ITEM, (PmSpan){ 0, length }, -1, -1, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_HEADING, (PmSpan){ 1, 2 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_TITLE, (PmSpan){ 0, 1 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_LINK, (PmSpan){ 2, length - 1 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_IMAGE, (PmSpan){ length, length }, 0, 0, NULL, NULL);
  buffer = make_buffer (document);
  for (gsize at = 0; at <= length; at++)
    {
      pm_reader_buffer_get_iter (buffer, at, PM_EDGE_START, &iter);
      g_assert_cmpuint (pm_reader_buffer_get_byte (buffer, &iter, PM_EDGE_START), <=, length);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    guint n;
    PmSpan first;
  } cases[] = {
    { "Now is now, NOW.", "now", 3, { 0, 3 } },
    { "aaaa", "aa", 2, { 0, 2 } },
    { "It’s “so”", "it's \"so\"", 1, { 0, 15 } },
    { "two\n\nwords", "two words", 1, { 0, 10 } },
    { "ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ", 2, { 0, 14 } },
    { "nothing", "x", 0, { 0, 0 } },
    { "nothing", "", 0, { 0, 0 } },
    { "", "x", 0, { 0, 0 } },
    { "at the end", "end", 1, { 7, 10 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) places = pm_text_search (cases[i].text, strlen (cases[i].text),
                                                  cases[i].words, 100);

      g_assert_cmpuint (places->len, ==, cases[i].n);
      if (places->len > 0)
        {
          PmSpan span = g_array_index (places, PmSpan, 0);

          g_assert_cmpuint (span.start, ==, cases[i].first.start);
          g_assert_cmpuint (span.end, ==, cases[i].first.end);
        }
    }
}

/* A megabyte of paragraphs with headings, links and 2,000 highlights. */
static void
test_speed (void)
{
  GString *text = g_string_new (NULL);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (PmMark));
  g_autoptr (GPtrArray) highlights = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_highlight_free);
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (PmReaderBuffer) buffer = NULL;
  gint64 start;
  gint64 filled;

  for (guint i = 0; text->len < 1000 * 1000; i++)
    {
      g_autofree char *words = g_strdup_printf (
          "Paragraph %u says that the committee’s report, which had been expected for weeks, would "
          "be published on Monday; “no date has been agreed”, a spokesman for the ministry said. "
          "The opposition called it a disgrace and asked for a debate, as it had done before, "
          "when the last of the documents were released to the public after two years.",
          i);

      add_block (text, marks, i % 20 == 0 ? PM_MARK_HEADING : PM_MARK_PARAGRAPH, 2, 0,
                 i % 20 == 0 ? "A heading" : words);
    }
  document = make_document (text, marks);
  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (highlights,
                     make_highlight (document, i * 450 + 20, i * 450 + 21, i % PM_N_COLORS));
  start = g_get_monotonic_time ();
  buffer = make_buffer (document);
  filled = g_get_monotonic_time ();
  pm_reader_buffer_set_highlights (buffer, highlights);
  g_test_message ("fill %.1f ms, 2,000 highlights %.1f ms", (filled - start) / 1000.0,
                  (g_get_monotonic_time () - filled) / 1000.0);
  /* Sixty are meant; a busy machine and a sanitizer may take ten times as long. */
  g_assert_cmpint (filled - start, <, 600 * 1000);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-text/positions", test_positions);
  g_test_add_func ("/reader-text/separators", test_separators);
  g_test_add_func ("/reader-text/own-words", test_own_words);
  g_test_add_func ("/reader-text/byline", test_byline);
  g_test_add_func ("/reader-text/tags", test_tags);
  g_test_add_func ("/reader-text/wide-table", test_wide_table);
  g_test_add_func ("/reader-text/credits-from-the-right", test_credits_from_the_right);
  g_test_add_func ("/reader-text/references", test_references);
  g_test_add_func ("/reader-text/overlap", test_overlap);
  g_test_add_func ("/reader-text/hostile", test_hostile);
  g_test_add_func ("/reader-text/search", test_search);
  g_test_add_func ("/reader-text/speed", test_speed);
  return g_test_run ();
}

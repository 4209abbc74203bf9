/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-analysis.h"
#include "pm-anchor.h"
#include "pm-article.h"
#include "pm-document.h"
#include "pm-highlight.h"
#include "pm-offset-map.h"
#include "pm-record.h"

#include <string.h>

/* --- anchors --- */

#define FIRST "The chief said he never took money in 2019. "

static const struct
{
  const char *name;
  const char *before; /* the marked words stand between [ and ] */
  const char *after;  /* where they should be found, likewise; no brackets: an orphan */
} anchor_cases[] = {
  { "same", "One [two three] four", "One [two three] four" },
  { "shifted", "One [two three] four", "Zero and a half. One [two three] four" },
  { "context-decides",
    "Ports. The mayor said [no comment] to us. The chief said no comment to them.",
    "New lead here. The chief said no comment to them. Ports. The mayor said [no comment] to us." },
  { "second-of-two", "a b a [b] a c", "a b a [b] a c" },
  { "emoji-and-accents", "Žluť 😀 [kůň 😀 úpěl] ódy", "Intro 😀. Žluť 😀 [kůň 😀 úpěl] ódy" },
  { "typo-corrected", FIRST "[We recieved nothing from the harbour company] in those years.",
    FIRST "[We received nothing from the harbour company] in those years." },
  { "words-inserted", "Then [the council approved the plan on Monday] without a vote.",
    "Then [the council quietly approved the plan on Monday] without a vote." },
  { "quotes-changed", "He said “[it’s the end of the line]” and left.",
    "He said \"[it's the end of the line]\" and left." },
  { "moved-whole", "One. [A long and telling sentence of its own.] Two.",
    "Other text entirely. [A long and telling sentence of its own.]" },
  { "gone", FIRST "[The whole paragraph was later removed by the paper.] End.",
    FIRST "Nothing of the kind remains. End." },
  { "short-elsewhere-is-not-it", "They paid [two] million to the fund.",
    "In other news two ships left the port of Riga this week." },
  { "empty-text", "One [two] three", "" },
  { "right-to-left", "قال [الرئيس إن القرار] نهائي", "مقدمة. قال [الرئيس إن القرار] نهائي" },
};

/* Takes the brackets out of @marked. */
static char *
strip_brackets (const char *marked, PmSpan *span)
{
  const char *open = strchr (marked, '[');
  const char *close = strchr (marked, ']');

  *span = (PmSpan){ 0, 0 };
  if (open == NULL || close == NULL)
    return g_strdup (marked);
  *span = (PmSpan){ open - marked, close - marked - 1 };
  return g_strdup_printf ("%.*s%.*s%s", (int) (open - marked), marked, (int) (close - open - 1),
                          open + 1, close + 1);
}

static void
test_anchor (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  PmSpan marked;
  PmSpan expected;
  PmSpan found;
  g_autofree char *before = strip_brackets (anchor_cases[i].before, &marked);
  g_autofree char *after = strip_brackets (anchor_cases[i].after, &expected);
  g_autoptr (PmAnchor) anchor = pm_anchor_new (before, strlen (before), marked);
  gboolean there = pm_anchor_find (anchor, after, strlen (after), &found);
  g_autofree char *words = g_strndup (after + found.start, pm_span_length (found));
  g_autofree char *wanted = g_strndup (after + expected.start, pm_span_length (expected));

  g_assert_cmpstr (words, ==, wanted);
  g_assert_cmpuint (found.start, ==, expected.start);
  g_assert_cmpint (there, ==, !pm_span_is_empty (expected));
}

static void
test_anchor_context_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PmAnchor) anchor = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append (text, "ä");
  anchor = pm_anchor_new (text->str, text->len, (PmSpan){ 100, 110 });
  g_assert_cmpint (g_utf8_strlen (anchor->prefix, -1), ==, 32);
  g_assert_cmpint (g_utf8_strlen (anchor->suffix, -1), ==, 32);
  g_assert_cmpint (g_utf8_strlen (anchor->exact, -1), ==, 5);
}

/* A long passage with many small changes in a long text is still found, well within a second. */
static void
test_anchor_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PmAnchor) anchor = NULL;
  PmSpan passage = { 300000, 301000 };
  PmSpan found;

  for (int i = 0; i < 500000; i++)
    g_string_append_c (text, g_rand_int_range (rand, 0, 6) == 0
                                 ? ' '
                                 : 'a' + g_rand_int_range (rand, 0, 26));
  anchor = pm_anchor_new (text->str, text->len, passage);
  for (gsize i = passage.start; i < passage.end; i += 20)
    text->str[i] = '#';
  g_assert_true (pm_anchor_find (anchor, text->str, text->len, &found));
  g_assert_cmpuint (ABS ((gint64) found.start - (gint64) passage.start), <=, 2);
  g_assert_cmpuint (ABS ((gint64) found.end - (gint64) passage.end), <=, 2);
}

/* --- offsets --- */

static void
test_offset_map (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PmOffsetMap) map = NULL;
  gsize chars = 0;

  for (int i = 0; i < 400; i++)
    g_string_append (text, i % 7 == 0 ? "😀" : i % 3 == 0 ? "ž" : "a");
  map = pm_offset_map_new (text->str, text->len);
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p), chars++)
    {
      g_assert_cmpuint (pm_offset_map_to_chars (map, p - text->str), ==, chars);
      g_assert_cmpuint (pm_offset_map_to_bytes (map, chars), ==, p - text->str);
    }
  g_assert_cmpuint (pm_offset_map_to_chars (map, text->len + 99), ==, chars);
  g_assert_cmpuint (pm_offset_map_to_bytes (map, chars + 99), ==, text->len);
  g_assert_cmpuint (pm_offset_map_to_chars (map, 1), ==, 0);
}

static void
test_offset_map_empty (void)
{
  g_autoptr (PmOffsetMap) map = pm_offset_map_new ("", 0);

  g_assert_cmpuint (pm_offset_map_to_chars (map, 0), ==, 0);
  g_assert_cmpuint (pm_offset_map_to_bytes (map, 3), ==, 0);
}

/* --- documents --- */

static const struct
{
  const char *name;
  const char *text;
  const char *paragraphs; /* joined by | */
} plain_cases[] = {
  { "two", "One.\n\nTwo.", "One.|Two." },
  { "wrapped", "One\nstill one.\n\n\nTwo.\n", "One\nstill one.|Two." },
  { "blank-lines-with-spaces", "\n \t\nOne.\r\n\r\nTwo.", "One.\r|Two." },
  { "empty", "", "" },
  { "only-blank", "\n\n \n", "" },
};

static void
test_document_plain (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (PmDocument) document = pm_document_new_plain (plain_cases[i].text,
                                                           strlen (plain_cases[i].text));
  g_autoptr (GString) joined = g_string_new (NULL);
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize j = 0; j < n_marks; j++)
    {
      g_autofree char *words = pm_document_dup_span (document, marks[j].span);

      g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "", words);
    }
  g_assert_cmpstr (joined->str, ==, plain_cases[i].paragraphs);
  g_assert_cmpstr (pm_document_get_text (document), ==, plain_cases[i].text);
}

static void
test_document_spans (void)
{
  g_autoptr (PmDocument) document = pm_document_new (g_strdup ("Title\n\nŽluť 😀 kůň."), -1);
  g_autofree char *words = NULL;

  pm_document_add_mark (document, PM_MARK_TITLE, (PmSpan){ 0, 5 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_PARAGRAPH,
                        (PmSpan){ 7, pm_document_get_length (document) }, 0, 0, NULL, NULL);
  words = pm_document_dup_span (document, (PmSpan){ 7, 13 });
  g_assert_cmpstr (words, ==, "Žluť");
  g_assert_null (pm_document_dup_span (document, (PmSpan){ 8, 13 }));
  g_assert_null (pm_document_dup_span (document, (PmSpan){ 7, 700 }));
  g_assert_cmpstr (pm_document_get_body (document), ==, "Žluť 😀 kůň.");
  g_assert_cmpuint (pm_document_count_words (document), ==, 2);
  g_assert_cmpint (pm_document_find_block (document, 3)->kind, ==, PM_MARK_TITLE);
  g_assert_cmpint (pm_document_find_block (document, 9)->kind, ==, PM_MARK_PARAGRAPH);
}

static void
test_document_meta (void)
{
  g_autoptr (PmDocument) document = pm_document_new (g_strdup ("x"), -1);

  pm_document_set_meta (document, PM_META_TITLE, "A", "og:title");
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_TITLE), ==, "A");
  g_assert_cmpstr (pm_document_get_meta_key (document, PM_META_TITLE), ==, "og:title");
  pm_document_set_meta (document, PM_META_TITLE, "", "h1");
  g_assert_null (pm_document_get_meta (document, PM_META_TITLE));
  g_assert_null (pm_document_get_meta_key (document, PM_META_TITLE));
}

static void
test_document_images (void)
{
  g_autoptr (PmDocument) document = pm_document_new (g_strdup ("x"), -1);
  g_autoptr (GPtrArray) none = pm_document_list_images (document);
  g_autoptr (GPtrArray) urls = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  pm_document_add_mark (document, PM_MARK_IMAGE, (PmSpan){ 0, 0 }, 0, 0, "http://a/1.png", NULL);
  pm_document_add_mark (document, PM_MARK_IMAGE, (PmSpan){ 0, 0 }, 0, 0, NULL, "A drawing");
  pm_document_add_mark (document, PM_MARK_LINK, (PmSpan){ 0, 1 }, 0, 0, "http://a/", NULL);
  pm_document_set_meta (document, PM_META_LEAD_IMAGE, "http://a/2.png", "og:image");
  urls = pm_document_list_images (document);
  g_assert_cmpuint (urls->len, ==, 2);
  g_assert_cmpstr (urls->pdata[0], ==, "http://a/1.png");
  g_assert_cmpstr (urls->pdata[1], ==, "http://a/2.png");
}

/* Every name leads back to its value, and no other word does. */
static void
test_names (void)
{
  PmMarkKind mark;
  PmMetaField field;
  PmEntityType type;
  PmQuoteKind quote;
  PmSourceKind source;
  PmColor color;
  PmArticleState state;

  for (guint i = 0; i < PM_N_MARKS; i++)
    g_assert_true (pm_mark_kind_from_string (pm_mark_kind_to_string (i), &mark) && mark == i);
  for (guint i = 0; i < PM_N_META; i++)
    g_assert_true (pm_meta_field_from_string (pm_meta_field_to_string (i), &field) && field == i);
  for (guint i = 0; i < PM_N_ENTITY_TYPES; i++)
    g_assert_true (pm_entity_type_from_string (pm_entity_type_to_string (i), &type) && type == i);
  for (guint i = 0; i < PM_N_QUOTE_KINDS; i++)
    g_assert_true (pm_quote_kind_from_string (pm_quote_kind_to_string (i), &quote) && quote == i);
  for (guint i = 0; i < PM_N_SOURCE_KINDS; i++)
    g_assert_true (pm_source_kind_from_string (pm_source_kind_to_string (i), &source) &&
                   source == i);
  for (guint i = 0; i < PM_N_COLORS; i++)
    g_assert_true (pm_color_from_string (pm_color_to_string (i), &color) && color == i);
  for (guint i = 0; i < PM_N_ARTICLE_STATES; i++)
    g_assert_true (pm_article_state_from_string (pm_article_state_to_string (i), &state) &&
                   state == i);
  g_assert_false (pm_mark_kind_from_string ("Title", &mark));
  g_assert_false (pm_color_from_string (NULL, &color));
}

static void
test_highlight_copy (void)
{
  const char *text = "One two three";
  g_autoptr (PmHighlight) highlight = pm_highlight_new (7, text, strlen (text), (PmSpan){ 4, 7 });
  g_autoptr (PmHighlight) copy = NULL;

  pm_highlight_add_tag (highlight, "ports");
  pm_highlight_add_tag (highlight, "ports");
  pm_highlight_set_note (highlight, "check");
  copy = pm_highlight_copy (highlight);
  pm_highlight_remove_tag (highlight, "ports");
  pm_highlight_set_note (highlight, "");
  g_assert_cmpuint (copy->tags->len, ==, 1);
  g_assert_true (pm_highlight_has_tag (copy, "ports"));
  g_assert_cmpstr (copy->note, ==, "check");
  g_assert_cmpstr (copy->uuid, ==, highlight->uuid);
  g_assert_cmpstr (copy->anchor->exact, ==, "two");
  g_assert_cmpuint (highlight->tags->len, ==, 0);
  g_assert_null (highlight->note);
}

static void
test_page_body (void)
{
  g_autoptr (PmPage) page = pm_page_new ("https://news.example/");
  g_autoptr (GBytes) body = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) content = g_bytes_new_static ("abcabc", 6);

  pm_page_set_body (page, body, content, "gzip");
  g_assert_cmpstr (page->body_sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpuint (g_bytes_get_size (page->content), ==, 6);
  pm_page_set_body (page, body, NULL, NULL);
  g_assert_true (page->content == page->body);
  g_assert_null (page->encoding);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (anchor_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/anchor/%s", anchor_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_anchor);
    }
  g_test_add_func ("/anchor/context-length", test_anchor_context_length);
  g_test_add_func ("/anchor/long", test_anchor_long);
  g_test_add_func ("/offset-map/round-trip", test_offset_map);
  g_test_add_func ("/offset-map/empty", test_offset_map_empty);
  for (gsize i = 0; i < G_N_ELEMENTS (plain_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/plain/%s", plain_cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_document_plain);
    }
  g_test_add_func ("/document/spans", test_document_spans);
  g_test_add_func ("/document/meta", test_document_meta);
  g_test_add_func ("/document/images", test_document_images);
  g_test_add_func ("/names", test_names);
  g_test_add_func ("/highlight/copy", test_highlight_copy);
  g_test_add_func ("/page/body", test_page_body);
  return g_test_run ();
}

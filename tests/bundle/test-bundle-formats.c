/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundle-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* GLib's parser is strict about nesting; HTML's empty elements are closed for it first. */
static char *
make_xml (const char *html)
{
  g_autoptr (GRegex) empty = g_regex_new ("<(meta|br|hr|img)([^>]*)>", 0, 0, NULL);

  return g_regex_replace (empty, html, -1, 0, "<\\1\\2/>", 0, NULL);
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  static const char *const banned[] = { "script", "link",  "iframe", "object", "embed",
                                        "form",   "video", "audio",  "base",   NULL };
  guint *n_marks = data;

  g_assert_false (g_strv_contains (banned, element));
  *n_marks += g_str_equal (element, "mark");
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      if (g_str_equal (names[i], "src"))
        g_assert_true (g_str_has_prefix (values[i], "data:image/"));
      if (g_str_equal (names[i], "href"))
        g_assert_true (g_str_has_prefix (values[i], "http") || *values[i] == '#');
    }
}

static void
test_html_safe (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *html = fixture_read (fixture, "html");
  g_autofree char *xml = make_xml (html);
  g_autoptr (GError) error = NULL;
  guint n_marks = 0;
  GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &n_marks, NULL);

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  /* Title 1; yellow and green in pieces; two cells; two blocks; the second article's 1. */
  g_assert_cmpuint (n_marks, >=, 10);
}

static void
test_html_text (void)
{
  static const char *const expected[] = {
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"",
    "<title>Порт &amp; “harbour”: 1/2</title>",
    "<li><a href=\"#a-2\">السوق</a></li>",
    "<article id=\"a-2\" lang=\"ar\" dir=\"rtl\">",
    "<article id=\"a-1\" lang=\"en\" dir=\"ltr\">",
    "&lt;took&gt; <mark class=\"hl blue\" id=\"h-9c2b7e11-3333-4e4e-8c8c-000001000000\">money "
    "&amp; left 😀</mark></h2>",
    "<img src=\"data:image/png;base64,iVBORw0KGgpyZXN0\" alt=\"The &quot;harbour&quot; "
    "&lt;at&gt; night\">",
    "<a rel=\"noreferrer\" href=\"https://court.example/?a=1&amp;b=&quot;2&quot;\">",
    "<ol>\n<li value=\"1\">first of all<ul>\n<li>deeper</li></ul>\n</li>\n<li "
    "value=\"2\">second</li></ol>",
    "<blockquote>\n<p>A quotation’s first words</p>\n<blockquote>\n<p>and",
    "</blockquote>\n</blockquote>\n<blockquote>\n<p>Another.</p>\n</blockquote>",
    "<pre dir=\"ltr\"><code>if (a &lt; b)\n  return `x`;</code></pre>",
    "<tr><th>Year</th><th>Amount</th></tr>",
    "<tr><td><strong><mark class=\"hl orange\" "
    "id=\"h-9c2b7e11-3333-4e4e-8c8c-000001000003\">2024</mark></strong></td><td><strong><mark "
    "class=\"hl orange\">10</mark></strong> &lt;b&gt; | c</td></tr>",
    "<p>A line<br>\nand another, <span>script</span>:</p>",
    "<ul>\n<li>an item<p>that goes on</p>\n</li>\n<li>and another</li></ul>",
    "<dl>\n<dt><strong>Slack</strong></dt>\n<dd>Water that stands.<a "
    "href=\"#t-1-1\">[7]</a></dd>\n</dl>",
    "<figure>\n<p class=\"image\">Image: A gauge</p>\n<figcaption>The gauge, <a "
    "href=\"#t-1-2\">see below</a></figcaption>\n</figure>",
    "<p dir=\"rtl\"><span id=\"t-1-2\">قال الوزير</span></p>",
    "<li value=\"1\"><span id=\"t-1-1\">Pugh, Tides</span></li>",
    "<p class=\"caption\">1. Sums *paid*</p>",
    "Highlights no longer in the text",
    "<q>words that are gone</q>",
    "<bdi>Anna &lt;Ruiz&gt;</bdi> <span class=\"n\">× 1 · Ruiz</span>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "The server said &lt;404&gt;.",
    "<time datetime=\"2025-01-30T08:00:00+01:00\">2025-01-30</time>",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *html = fixture_read (fixture, "html");

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (html, expected[i]));
    }
}

/* Two highlights that overlap, across a mark's edge: pieces that nest. */
static void
test_html_overlap (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *html = fixture_read (fixture, "html");
  g_autofree char *text = NULL;
  const char *at = strstr (html, "<p>The <strong>");
  g_autoptr (GRegex) ids = g_regex_new (" id=\"[^\"]*\"", 0, 0, NULL);

  g_assert_nonnull (at);
  at = g_strndup (at, strstr (at, "</p>") - at);
  text = g_regex_replace (ids, at, -1, 0, "", 0, NULL);
  g_free ((char *) at);
  g_assert_cmpstr (
      text, ==,
      "<p>The <strong>harbour <em><mark class=\"hl yellow\">chief</mark></em><mark class=\"hl "
      "yellow\"> said</mark></strong><mark class=\"hl yellow\">: “I <mark class=\"hl "
      "green\">never took</mark></mark><mark class=\"hl green\"> money”, </mark><a "
      "rel=\"noreferrer\" href=\"https://court.example/?a=1&amp;b=&quot;2&quot;\"><mark class=\"hl "
      "green\">in</mark> court</a>, on <mark class=\"hl purple\">Friday.</mark>");
}

/* A larger image is in the bundle, and in the report only by its words. */
static void
test_html_image (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gsize size = 600000;
  char *large = g_malloc0 (size);
  g_autofree char *html = NULL;

  memcpy (large, g_bytes_get_data (fixture->image, NULL), g_bytes_get_size (fixture->image));
  g_bytes_unref (fixture->image);
  fixture->image = g_bytes_new_take (large, size);
  html = fixture_read (fixture, "html");
  g_assert_null (strstr (html, "<img"));
  g_assert_nonnull (strstr (html, "<p class=\"image\">Image: The &quot;harbour&quot; &lt;at&gt;"));
}

static void
test_markdown (void)
{
  static const char *const expected[] = {
    "# Harbour chief: “never” \\<took\\> money \\& left 😀\n",
    "> chief said: “I never took\n\nyellow · Bribery \\<1\\>\n\nCheck against \\*court\\* "
    "file\\\n\\<script\\>",
    "The **harbour *chief* said**: “I never took money”, "
    "[in court](<https://court.example/?a=1&b=\"2\">), on Friday.",
    "\n1. first of all\n    - deeper\n2. second\n\n",
    "> A quotation’s first words\n>\n> > and a quotation in it\n\n> Another.\n\n",
    "```\nif (a < b)\n  return `x`;\n```\n",
    "\n- an item\n\n    that goes on\n\n- and another\n\n",
    "**Slack**\n\nWater that stands.[^1-1]\n\n",
    "The gauge, see below\n\n",
    "[^1-1]: Pugh, Tides\n\n",
    "| Year | Amount |\n| --- | --- |\n| **2024** | **10** \\<b\\> \\| c |\n\n1\\. Sums \\*paid\\*",
    "### People\n\n- Anna \\<Ruiz\\> (1)\n",
    "- “I never took money” — Anna \\<Ruiz\\>, said (direct)\n",
    "## Highlights no longer in the text\n\n> words that are gone\n",
    "A line\\\nand another, script:",
    "- Address: <https://news.example/harbour?x=1&y=2>\n",
    "- in court (government): <https://court.example/?a=1&b=\"2\">\n",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = fixture_read (fixture, "markdown");

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (text, expected[i]));
    }
}

static void
test_front_matter (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = NULL;

  g_array_set_size (fixture->bundle->articles, 1);
  text = fixture_read (fixture, "markdown");
  g_assert_true (g_str_has_prefix (text, "---\n"
                                         "title: \"Harbour chief: “never” <took> money & left 😀\"\n"
                                         "source: \"https://news.example/harbour?x=1&y=2\"\n"
                                         "author:\n"
                                         "  - \"Anna van der Ruiz\"\n"
                                         "  - \"Joe Biden, Jr.\"\n"
                                         "  - \"Reuters\"\n"
                                         "outlet: \"The \\\"Example\\\" & Co\"\n"
                                         "published: 2025-01-30\n"
                                         "created: 2025-01-31\n"
                                         "description: \"yes: no # [x]\"\n"
                                         "tags:\n"
                                         "  - \"Ports:-&-harbours\"\n"
                                         "  - \"n2025\"\n"
                                         "---\n"));
}

static JsonNode *
parse (Fixture *fixture, const char *format)
{
  g_autofree char *text = fixture_read (fixture, format);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* Every key, and every value of "type", "motivation" and "purpose", is one that @terms defines. */
static void
check_terms (JsonNode *node, JsonObject *terms)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      check_terms (json_array_get_element (json_node_get_array (node), i), terms);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      static const char *const vocabulary[] = { "type", "motivation", "purpose", NULL };
      JsonObjectIter iter;
      const char *key;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &key, &value))
        {
          if (!g_str_equal (key, "@context"))
            g_assert_true (json_object_has_member (terms, key));
          if (g_strv_contains (vocabulary, key))
            g_assert_true (json_object_has_member (terms, json_node_get_string (value)));
          check_terms (value, terms);
        }
    }
}

static void
test_w3c_terms (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root;

  if (!json_parser_load_from_file (parser, PM_TEST_SHARED "/schemas/anno.jsonld", NULL))
    {
      g_test_skip ("the annotation context is not there");
      return;
    }
  node = parse (fixture, "w3c");
  root = json_node_get_object (json_parser_get_root (parser));
  check_terms (node, json_object_get_object_member (root, "@context"));
}

static void
test_w3c (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (JsonNode) node = parse (fixture, "w3c");
  JsonObject *root = json_node_get_object (node);
  JsonArray *items = json_object_get_array_member (json_object_get_object_member (root, "first"),
                                                   "items");
  JsonObject *item = json_array_get_object_element (items, 0);
  JsonObject *target = json_object_get_object_member (item, "target");
  JsonArray *selectors = json_object_get_array_member (target, "selector");
  JsonObject *position = json_array_get_object_element (selectors, 1);
  JsonObject *orphan = json_array_get_object_element (items, 5);

  g_assert_cmpint (json_object_get_int_member (root, "total"), ==, 7);
  g_assert_cmpuint (json_array_get_length (items), ==, 7);
  g_assert_cmpstr (json_object_get_string_member (item, "id"), ==,
                   "urn:uuid:9c2b7e11-3333-4e4e-8c8c-000001000000");
  g_assert_false (json_object_has_member (item, "body"));
  g_assert_cmpstr (json_object_get_string_member (item, "created"), ==, "2025-01-31T09:30:00Z");
  /* The smiley is one code point: 14 of them, where there are 17 bytes and 15 UTF-16 units. */
  g_assert_cmpint (json_object_get_int_member (position, "start"), ==, 30);
  g_assert_cmpint (json_object_get_int_member (position, "end"), ==, 44);
  item = json_array_get_object_element (items, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (item, "body")), ==, 2);
  target = json_object_get_object_member (orphan, "target");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (target, "selector")), ==,
                    1);
}

static void
test_csl (void)
{
  static const char *const expected[] = {
    "\"id\":\"van-der-ruiz2025\"",
    "\"id\":\"van-der-ruiz2025-2\"",
    "\"author\":[{\"family\":\"van der Ruiz\",\"given\":\"Anna\"},",
    "{\"family\":\"Biden\",\"given\":\"Joe\",\"suffix\":\"Jr.\"},{\"literal\":\"Reuters\"}]",
    "\"issued\":{\"date-parts\":[[2025,1,30]]}",
    "\"issued\":{\"date-parts\":[[2025,1]]}",
    "\"accessed\":{\"date-parts\":[[2025,1,31]]}",
    "\"type\":\"article-newspaper\"",
    "\"type\":\"webpage\"",
    "\"container-title\":\"The \\\"Example\\\" & Co\"",
    "\"URL\":\"https://news.example/harbour?x=1&y=2\"",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *text = fixture_read (fixture, "csl");
  g_autoptr (JsonNode) node = parse (fixture, "csl");

  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (text, expected[i]));
    }
}

static void
test_authors (void)
{
  static const struct
  {
    const char *byline;
    const char *author;
  } cases[] = {
    { "Anna Ruiz", "[{\"family\":\"Ruiz\",\"given\":\"Anna\"}]" },
    { "Anna Ruiz and  Li Na", "[{\"family\":\"Ruiz\",\"given\":\"Anna\"},"
                              "{\"family\":\"Na\",\"given\":\"Li\"}]" },
    { "J. R. R. Tolkien", "[{\"family\":\"Tolkien\",\"given\":\"J. R. R.\"}]" },
    { "Ursula von der Leyen", "[{\"family\":\"von der Leyen\",\"given\":\"Ursula\"}]" },
    { "Martin Luther King, Jr.",
      "[{\"family\":\"King\",\"given\":\"Martin Luther\",\"suffix\":\"Jr.\"}]" },
    { "Associated Press", "[{\"literal\":\"Associated Press\"}]" },
    { "BBC Verify", "[{\"literal\":\"BBC Verify\"}]" },
    { "The Economist", "[{\"literal\":\"The Economist\"}]" },
    { "Example Daily", "[{\"literal\":\"Example Daily\"}]" }, /* the outlet itself */
    { "Анна Ахматова", "[{\"family\":\"Ахматова\",\"given\":\"Анна\"}]" },
    { "王小明", "[{\"literal\":\"王小明\"}]" },
    { " , and ,", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  PmArticle *article = ((PmRecord *) fixture->records->pdata[2])->article;

  article->outlet = g_strdup ("Example Daily");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strdup_printf ("\"author\":%s,", cases[i].author);
      const char *last;

      g_free (article->byline);
      article->byline = g_strdup (cases[i].byline);
      text = fixture_read (fixture, "csl");
      last = strstr (text, "\"https://gone.example/\"");
      g_test_message ("%s", cases[i].byline);
      g_assert_nonnull (last);
      if (cases[i].author != NULL)
        g_assert_nonnull (strstr (last, expected));
      else
        g_assert_null (strstr (last, "\"author\""));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/html/safe", test_html_safe);
  g_test_add_func ("/bundle/html/text", test_html_text);
  g_test_add_func ("/bundle/html/overlap", test_html_overlap);
  g_test_add_func ("/bundle/html/image", test_html_image);
  g_test_add_func ("/bundle/markdown/text", test_markdown);
  g_test_add_func ("/bundle/markdown/front-matter", test_front_matter);
  g_test_add_func ("/bundle/w3c/terms", test_w3c_terms);
  g_test_add_func ("/bundle/w3c/selectors", test_w3c);
  g_test_add_func ("/bundle/csl", test_csl);
  g_test_add_func ("/bundle/csl/authors", test_authors);
  return g_test_run ();
}

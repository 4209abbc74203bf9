/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-dump.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED TRUE
#elif defined(__has_feature)
#define IS_SANITIZED __has_feature (address_sanitizer)
#else
#define IS_SANITIZED FALSE
#endif

#define PAGE_URL "https://news.example.com/2024/05/harbour/story.html"

static PmPage *
make_page (const char *data, gsize length, const char *content_type, const char *charset)
{
  g_autoptr (GBytes) body = g_bytes_new (data, length);
  PmPage *page = pm_page_new (PAGE_URL);

  page->content_type = g_strdup (content_type);
  page->charset = g_strdup (charset);
  pm_page_set_body (page, body, NULL, NULL);
  return page;
}

static PmDocument *
extract (const char *data, gsize length, GError **error)
{
  g_autoptr (PmPage) page = make_page (data, length, "text/html", NULL);

  return pm_extract (page, error);
}

/* A case is a page beside the dump that is expected of it. PM_TEST_WRITE=1 writes the dumps anew,
 * to be read before they are believed. */
static void
test_page (gconstpointer data)
{
  const char *path = data;
  gboolean plain = g_str_has_suffix (path, ".text");
  g_autofree char *stem = g_strndup (path, strrchr (path, '.') - path);
  g_autofree char *expected_path = g_strconcat (stem, ".txt", NULL);
  g_autofree char *body = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (PmPage) page = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &body, &length, NULL));
  page = make_page (body, length, plain ? "text/plain" : "text/html", NULL);
  document = pm_extract (page, &error);
  g_assert_no_error (error);
  g_assert_true (extract_check (document));
  dump = extract_dump (document);
  if (g_getenv ("PM_TEST_WRITE") != NULL)
    g_assert_true (g_file_set_contents (expected_path, dump, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (dump, ==, expected);
}

static void
add_pages (void)
{
  g_autoptr (GDir) folder = g_dir_open (PM_TEST_DATA "/extract", 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".text"))
      {
        g_autofree char *test = g_strconcat ("/extract/page/", name, NULL);

        g_test_add_data_func_full (test, g_build_filename (PM_TEST_DATA "/extract", name, NULL),
                                   test_page, g_free);
      }
}

#define SENTENCE                                                                                   \
  "The harbour was quiet on Monday, and the cranes, which had stood still for weeks, began to "    \
  "move. "
#define PROSE "<p>" SENTENCE SENTENCE "</p><p>" SENTENCE SENTENCE "</p>"
#define ARTICLE "<article><h1>Cranes move again</h1>" PROSE "</article>"

static const struct
{
  const char *name;
  const char *page;
  gsize length; /* 0: to the NUL */
  int code;
} errors[] = {
  { "empty", "", 0, PM_EXTRACT_ERROR_EMPTY },
  { "white-space", " \r\n\t ", 0, PM_EXTRACT_ERROR_EMPTY },
  { "no-text", "<html><head><title>T</title></head><body><script>var a;</script></body></html>", 0,
    PM_EXTRACT_ERROR_EMPTY },
  { "png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, PM_EXTRACT_ERROR_NOT_TEXT },
  { "zip", "PK\x03\x04\x14\0\0\0", 8, PM_EXTRACT_ERROR_NOT_TEXT },
  { "pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 0, PM_EXTRACT_ERROR_NOT_TEXT },
};

static void
test_error (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) document = NULL;

  document = extract (errors[i].page,
                      errors[i].length > 0 ? errors[i].length : strlen (errors[i].page), &error);
  g_assert_null (document);
  g_assert_error (error, PM_EXTRACT_ERROR, errors[i].code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

#define TEASER                                                                                     \
  "<h2><a href=/a>Cranes move again at the harbour</a></h2>"                                       \
  "<p>The dockers went back to work on Monday, and the first ships are coming in.</p>"
#define TEASERS TEASER TEASER TEASER TEASER TEASER TEASER

/* What the address of a page adds to what stands on it. */
static const struct
{
  const char *name;
  const char *url;
  const char *body;
  const char *notice; /* (nullable) */
} addresses[] = {
  { "front-page", "https://news.example.com/", TEASERS, "index" },
  { "section", "https://news.example.com/category/port/", TEASERS, "index" },
  { "saved-section", "file:///home/ada/port.html",
    "<link rel=canonical href='https://news.example.com/category/port/'>" TEASERS, "index" },
  { "article", "https://news.example.com/news/cranes-move-again", ARTICLE, NULL },
  { "sign-in", "https://news.example.com/account/login",
    "<h1>Log in</h1><form><input type=password></form>", "login" },
  { "consent", "https://consent.example.com/collect",
    "<p>Before you go on, tell us whether we may keep what we know about you.</p>", "consent" },
};

static void
test_address (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *html = g_strconcat ("<!doctype html>", addresses[i].body, NULL);
  g_autoptr (PmPage) page = pm_page_new (addresses[i].url);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  pm_page_set_body (page, bytes, NULL, NULL);
  document = pm_extract (page, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_NOTICE), ==, addresses[i].notice);
}

/* @before, then @part so many times, then @after: what would take hours, gigabytes or the stack if
 * nobody looked. */
static const struct
{
  const char *name;
  const char *before;
  const char *part;
  guint times;
  const char *after;
  int code; /* the error wanted, or -1 for none, or -2 for whatever */
} hostile[] = {
  { "nested", "", "<div>", 100000, "x", -1 },
  { "nested-article", "", "<div><section>", 50000, ARTICLE, -1 },
  { "nested-closed", "<div>", "<span>x</span>", 100000, ARTICLE, -1 },
  { "unclosed-inline", ARTICLE, "<b>x", 100000, "", -1 },
  { "unclosed-paragraphs", ARTICLE, "<p>x", 100000, "", -1 },
  { "unclosed-items", ARTICLE "<ul>", "<li>x", 100000, "", -1 },
  { "unclosed-anchors", ARTICLE, "<a href=x>y", 100000, "", -1 },
  { "misnested-anchors", "", "<a href=x><div>", 100000, ARTICLE, -1 },
  { "misnested-bold", "", "<b><div></b>", 100000, ARTICLE, -1 },
  { "tables", "", "<table><tr><td>", 100000, ARTICLE, -1 },
  { "svg-breakout", "<svg><div>", "<x/>", 100000, ARTICLE, -1 },
  { "attributes", "<div ", "a b c=d ", 100000, ">" ARTICLE, -1 },
  { "tags", "", "<i></i>", 400000, ARTICLE, -1 },
  { "bodies", "", "<body a=b>", 100000, ARTICLE, -1 },
  { "long-attribute", "<div class='", "a-b ", 250000, "'>" ARTICLE, -1 },
  { "long-entity-text", ARTICLE "<p>", "&amp;", 200000, "", -1 },
  { "bare-ampersands", ARTICLE "<p>", "&<", 400000, "", -1 },
  { "json-nested", "<script type='application/ld+json'>", "[", 1000000, "</script>" ARTICLE, -1 },
  { "json-authors", "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[",
    "\"A B\",", 100000, "\"C\"]}</script>" ARTICLE, -1 },
  { "json-brackets", "<script type='application/ld+json'>", "[{", 1000000, "</script>" ARTICLE,
    -1 },
  { "titles", "<title>", "a | ", 1000000, "</title>" ARTICLE, -1 },
  { "headings", "<title>Cranes</title>", "<h1>Cranes | at work</h1>", 100000, ARTICLE, -1 },
  { "bylines", "<h1>Cranes</h1>", "<div class=author>", 200, "By Ann Lee" ARTICLE, -1 },
  { "bylines-empty", "<h1>Cranes</h1>", "<i class=author></i>", 200000, ARTICLE, -1 },
  { "dates", "<h1>Cranes</h1>", "<i class=date>1 Mai </i>", 100000, ARTICLE, -1 },
  { "metas", "", "<meta name=author content='Ann Lee'>", 100000, ARTICLE, -1 },
  { "notes", ARTICLE, "<a id=x href=#y>1</a><p id=y><sup><a href=#x>2</a></sup>", 30000, "", -1 },
  { "nested-places", ARTICLE "<a href=#d>1</a>", "<div id=d><a href=#d>2</a>", 400, "x", -1 },
  { "wide-cells", ARTICLE "<table>", "<tr><th colspan=999 rowspan=999>x", 50000, "", -1 },
  { "entries", ARTICLE, "<div><time>9:05</time><p>" SENTENCE "</p></div>", 20000, "", -1 },
  { "quotations", ARTICLE, "<blockquote>" SENTENCE "</blockquote>", 20000, "", -1 },
  { "cut-off", ARTICLE, "<p>" SENTENCE "…</p>", 20000, "", -1 },
  { "pictures",
    "<meta property=og:image content='https://a.example/gauge-at-noon.jpg'><div>" ARTICLE,
    "<img src=/some-other-picture.jpg srcset='/b.jpg 9w, /c.jpg 99w'>", 50000, "</div>", -1 },
  { "srcset", ARTICLE "<img srcset='", "a.jpg 1w,", 100000, "'>", -1 },
  { "style", "<div style='", "a b;", 250000, "'>" ARTICLE, -1 },
  { "invalid-utf8", ARTICLE "<p>",
    "abc \xff\xfe d\xe9"
    "f ",
    20000, "", -1 },
  { "all-invalid", "", "\xfe\xff\x80\x81\xc0", 20000, "", -2 },
  { "numeric-references", ARTICLE "<p>", "&#0;&#1;&#xD800;&#x110000;&#127;&#128;", 20000, "", -1 },
  { "spaces", ARTICLE "<p>", " \n\t", 1000000, "x", -1 },
};

static gsize
get_peak_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  return (gsize) usage.ru_maxrss * 1024;
}

static void
test_hostile (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GString *html = g_string_new (hostile[i].before);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) document = NULL;
  clock_t start;
  double took;

  for (guint n = 0; n < hostile[i].times; n++)
    g_string_append (html, hostile[i].part);
  g_string_append (html, hostile[i].after);
  /* Processor time: a busy machine is not the page's fault. */
  start = clock ();
  document = extract (html->str, html->len, &error);
  took = (double) (clock () - start) / CLOCKS_PER_SEC;
  g_string_free (html, TRUE);
  if (hostile[i].code == -1)
    g_assert_no_error (error);
  else if (hostile[i].code >= 0)
    g_assert_error (error, PM_EXTRACT_ERROR, hostile[i].code);
  if (document != NULL)
    g_assert_true (extract_check (document));
  if (hostile[i].code == -1 && strstr (hostile[i].after, SENTENCE) != NULL)
    g_assert_nonnull (strstr (pm_document_get_text (document), SENTENCE));
  g_assert_cmpfloat (took, <, IS_SANITIZED ? 20 : 2);
  if (!IS_SANITIZED)
    g_assert_cmpuint (get_peak_memory (), <, 300 * 1024 * 1024);
}

static void
test_nul (void)
{
  static const char page[] = "<p>\0" SENTENCE "ab\0cd\0 " SENTENCE SENTENCE;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) document = extract (page, sizeof page - 1, &error);

  g_assert_no_error (error);
  g_assert_true (extract_check (document));
  g_assert_nonnull (strstr (pm_document_get_text (document), "abcd"));
}

static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *declared;
    const char *charset;
    const char *text;
  } cases[] = {
    { "\xef\xbb\xbf"
      "a\r\nb\rc",
      9, "iso-8859-1", "UTF-8", "a\nb\nc" },
    { "\xff\xfe"
      "a\0\xe9\0",
      6, NULL, "UTF-16LE", "a\xc3\xa9" },
    { "\xe9 \x80", 3, "iso-8859-1", "WINDOWS-1252", "\xc3\xa9 \xe2\x82\xac" },
    { "<meta charset=windows-1251>\xcf\xf0", 29, NULL, "WINDOWS-1251",
      "<meta charset=windows-1251>\xd0\x9f\xd1\x80" },
    { "<meta charset=latin1>\xc3\xa9", 23, NULL, "UTF-8", "<meta charset=latin1>\xc3\xa9" },
    { "<meta http-equiv=content-type content='text/html; charset=Shift_JIS'>\x83\x65", 71, NULL,
      "CP932",
      "<meta http-equiv=content-type content='text/html; charset=Shift_JIS'>\xe3\x83\x86" },
    { "a\0\x01\x7f"
      "b\xff",
      6, "utf-8", "UTF-8", "ab\xef\xbf\xbd" },
    { "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0, \xfd\xf2\xee \xf2\xe5\xea\xf1\xf2", 22, "utf-8",
      "WINDOWS-1251", "Привет, мир, это текст" },
    { "plain", 5, "no-such-charset", "UTF-8", "plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PmPage) page = make_page (cases[i].bytes, cases[i].length, "text/html",
                                           cases[i].declared);
      g_autofree char *charset = NULL;
      g_autofree char *text = NULL;
      gsize length;

      text = pm_extract_decode (page, &length, &charset);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (length, ==, strlen (text));
      g_assert_cmpstr (charset, ==, cases[i].charset);
    }
}

static void
test_plain_leaves_captions_out (void)
{
  static const char html[] =
      "<article><h1>Cranes move again</h1>" PROSE
      "<figure><img src=a.jpg><figcaption>A crane.</figcaption></figure>" PROSE "</article>";
  g_autoptr (PmDocument) document = extract (html, strlen (html), NULL);
  g_autofree char *plain = pm_document_dup_running_text (document);

  g_assert_nonnull (strstr (pm_document_get_body (document), "A crane."));
  g_assert_null (strstr (plain, "A crane."));
  g_assert_null (strstr (plain, "Cranes move again"));
  g_assert_null (strstr (plain, "\n\n\n"));
}

static void
test_gold_links (void)
{
  g_autofree char *html = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const PmMark *marks;
  gsize length, n_marks;
  guint links = 0;

  if (!g_file_get_contents (PM_TEST_SHARED "/gold/sanctions.html", &html, &length, NULL))
    {
      g_test_skip ("The gold page is not beside the project.");
      return;
    }
  document = extract (html, length, &error);
  g_assert_no_error (error);
  marks = pm_document_get_marks (document, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    links += marks[i].kind == PM_MARK_LINK;
  g_assert_cmpuint (links, ==, 15);
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_BYLINE), ==, "Dana Example");
}

/* A page dropped as a file: its links lead on from the address it says it has. */
static void
test_saved_page (void)
{
  static const char html[] =
      "<!DOCTYPE html><html><head><title>Gauge</title><link rel=canonical "
      "href='https://post.example/2026/gauge'></head><body><article>"
      "<h1>Gauge</h1><p>The council of Port Ansgar voted on Monday to rebuild the old tide gauge, "
      "which had failed during the winter storms "
      "of last year, as <a href='../2025/storm'>we reported</a> at the time from the "
      "harbour.</p></article></body></html>";
  g_autoptr (PmPage) page = pm_page_new ("file:///home/ada/gauge.html");
  g_autoptr (GBytes) body = g_bytes_new_static (html, strlen (html));
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  const PmMark *marks;
  gsize n_marks;

  pm_page_set_body (page, body, NULL, NULL);
  document = pm_extract (page, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_CANONICAL_URL), ==,
                   "https://post.example/2026/gauge");
  marks = pm_document_get_marks (document, &n_marks);
  g_assert_cmpint (marks[n_marks - 1].kind, ==, PM_MARK_LINK);
  g_assert_cmpstr (marks[n_marks - 1].url, ==, "https://post.example/2025/storm");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_pages ();
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *name = g_strconcat ("/extract/error/", errors[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *name = g_strconcat ("/extract/address/", addresses[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_address);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *name = g_strconcat ("/extract/hostile/", hostile[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/extract/nul", test_nul);
  g_test_add_func ("/extract/decode", test_decode);
  g_test_add_func ("/extract/plain", test_plain_leaves_captions_out);
  g_test_add_func ("/extract/gold-links", test_gold_links);
  g_test_add_func ("/extract/saved-page", test_saved_page);
  return g_test_run ();
}

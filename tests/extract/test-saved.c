/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One article in the forms in which people save it: each has to come out as the page itself does.
 */

#include "extract-dump.h"

#include <string.h>

#define URL "https://news.example.com/2024/05/harbour/story.html"
#define SENTENCE                                                                                   \
  "The harbour was quiet on Monday, and the cranes, which had stood still for weeks, began to "    \
  "move. "
#define BEGINNING "<!DOCTYPE html><html lang=en>"
#define HEAD                                                                                       \
  "<head><title>Cranes move again</title><meta property=article:published_time "                   \
  "content=2024-05-01>"                                                                            \
  "</head><body><nav><a href='/'>Home</a></nav><article><h1>Cranes move again</h1><p>" SENTENCE    \
      SENTENCE "See <a href='../gauge.html'>the gauge</a>.</p>"
#define TAIL "<p>" SENTENCE SENTENCE "</p><p>Zw\xc3\xb6lf Kr\xc3\xa4ne.</p></article></body></html>"
#define PICTURE "https://news.example.com/2024/05/harbour/crane.png"
#define IMAGE "<img src='crane.png' alt='A crane'>"

/* A picture's first bytes, 64 by 48. */
static const guint8 png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x30\x08\2\0\0\0";

static char *
encode_png (void)
{
  return g_base64_encode (png, sizeof png - 1);
}

static PmPage *
make_page (const char *requested, const char *type, const char *data, gssize length)
{
  PmPage *page = pm_page_new (requested);
  g_autoptr (GBytes) body = g_bytes_new (data, length < 0 ? strlen (data) : length);

  page->content_type = g_strdup (type);
  pm_page_set_body (page, body, NULL, NULL);
  return page;
}

#define MHTML_HEAD                                                                                 \
  "From: <Saved by Blink>\r\n"                                                                     \
  "Snapshot-Content-Location: https://news.example.com/2024/05/harb\r\n"                           \
  " our/story.html\r\n"                                                                            \
  "Subject: Cranes move again\r\nMIME-Version: 1.0\r\n"                                            \
  "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Mark--1\"\r\n"    \
  "\r\n\r\n"
#define PART "------Mark--1\r\n"
#define MHTML_PAGE                                                                                 \
  PART "Content-Type: text/html; charset=utf-8\r\nContent-ID: <frame-1@mhtml.blink>\r\n"           \
       "Content-Transfer-Encoding: 8bit\r\nContent-Location: " URL "\r\n\r\n"
#define MHTML_IMAGE(header)                                                                        \
  PART "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n" header "\r\n\r\n%s\r\n"
#define MHTML_END "------Mark--1--\r\n"
#define ADVERT PART "Content-Type: text/html\r\n\r\n<p>An advertisement, in a frame.\r\n"

/* @format: the base64 of the picture goes in at its "%s". */
static const struct
{
  const char *name;
  const char *type;
  const char *format;
  const char *image; /* (nullable): where the picture is not called by its own address */
  gboolean carries;
  const char *key;
} forms[] = {
  { "mhtml", "multipart/related",
    MHTML_HEAD MHTML_PAGE BEGINNING HEAD
    "<img src='" PICTURE "' data-src='/lazy.png' alt='A crane'>" TAIL
    "\r\n" ADVERT MHTML_IMAGE ("Content-Location: " PICTURE) MHTML_END,
    NULL, TRUE, "saved:snapshot-location" },
  { "mhtml-cid", "multipart/related",
    MHTML_HEAD MHTML_PAGE BEGINNING HEAD "<img src='cid:crane@x' alt='A crane'>" TAIL
                                         "\r\n" MHTML_IMAGE ("Content-ID: <crane@x>") MHTML_END,
    "cid:crane@x", TRUE, "saved:snapshot-location" },
  { "mhtml-bare", "multipart/related",
    "\r\n" MHTML_PAGE BEGINNING HEAD IMAGE TAIL "\r\n" MHTML_IMAGE ("Content-Location: " PICTURE)
        MHTML_END,
    NULL, TRUE, "saved:content-location" },
  { "mhtml-start", "message/rfc822",
    "MIME-Version: 1.0\nContent-Location: https://news.example.com/2024/\n"
    "Content-Type: multipart/related; boundary=mark; start=\"<page@x>\"\n\n"
    "--mark\nContent-Type: text/html\n\n<p>Not this one.\n"
    "--mark\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
    "Content-Location: 05/harbour/crane.png\n\n%s\n"
    "--mark\nContent-Type: text/html; charset=utf-8\nContent-ID: <page@x>\n"
    "Content-Location: 05/harbour/story.html\n\n" BEGINNING HEAD IMAGE TAIL "\n--mark--\n",
    NULL, TRUE, "saved:content-location" },
  { "singlefile", "text/html",
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: " URL
    " \n saved date: Wed May 01 2024 10:00:00 GMT+0200\n-->" HEAD
    "<img src=data:image/png;base64,%s alt='A crane' data-src='/lazy.png'>" TAIL,
    "urn:sha256:", TRUE, "saved:singlefile" },
  { "singlefile-shared", "text/html",
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: " URL " \n-->" HEAD
    "<style>:root{--sf-img-1: url(\"data:image/png;base64,%s\")}</style>"
    "<img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>' alt='A crane' "
    "style='background-image:var(--sf-img-1)!important'>" TAIL,
    "urn:sha256:", TRUE, "saved:singlefile" },
  { "browser", "text/html",
    "<!DOCTYPE html>\n<!-- saved from url=(0051)" URL " -->\n<html lang=en>" HEAD IMAGE TAIL
    "<!-- %s -->",
    NULL, FALSE, "saved:comment" },
  { "canonical", "text/html",
    BEGINNING "<link rel=canonical href='" URL "'>" HEAD IMAGE TAIL "<!-- %s -->", NULL, FALSE,
    "link:canonical" },
};

/* The address of the first mark of @kind, or %NULL when there is none. */
static const char *
get_url (PmDocument *document, PmMarkKind kind)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == kind)
      return marks[i].url;
  return NULL;
}

static void
check_same (PmDocument *document, PmDocument *live)
{
  static const PmMetaField fields[] = { PM_META_TITLE, PM_META_OUTLET, PM_META_PUBLISHED,
                                        PM_META_LANGUAGE, PM_META_CANONICAL_URL };

  g_assert_cmpstr (pm_document_get_text (document), ==, pm_document_get_text (live));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpstr (pm_document_get_meta (document, fields[i]), ==,
                     pm_document_get_meta (live, fields[i]));
  g_assert_cmpstr (get_url (document, PM_MARK_LINK), ==, get_url (live, PM_MARK_LINK));
}

static void
check_image (const char *url, PmPage *page, PmDocument *document, gboolean carries)
{
  g_autoptr (GPtrArray) images = pm_extract_images (page, document);
  const PmResource *image;

  g_assert_cmpuint (images->len, ==, carries);
  if (!carries)
    return;
  image = images->pdata[0];
  g_assert_cmpstr (image->url, ==, url);
  g_assert_cmpstr (image->type, ==, "image/png");
  g_assert_cmpmem (g_bytes_get_data (image->bytes, NULL), g_bytes_get_size (image->bytes), png,
                   sizeof png - 1);
}

static void
test_form (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *picture = encode_png ();
  g_auto (GStrv) halves = g_strsplit (forms[i].format, "%s", 2);
  g_autofree char *body = g_strjoinv (picture, halves);
  g_autoptr (PmPage) page = make_page ("file:///home/ada/story.any", forms[i].type, body, -1);
  g_autoptr (PmPage) live_page = make_page (URL, "text/html", BEGINNING HEAD IMAGE TAIL, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) live = pm_extract (live_page, &error);
  g_autoptr (PmDocument) document = NULL;
  const char *url;

  g_assert_no_error (error);
  document = pm_extract (page, &error);
  g_assert_no_error (error);
  g_assert_true (extract_check (document));
  check_same (document, live);
  g_assert_cmpstr (pm_document_get_meta_key (document, PM_META_CANONICAL_URL), ==, forms[i].key);
  url = get_url (document, PM_MARK_IMAGE);
  if (forms[i].image == NULL)
    g_assert_cmpstr (url, ==, PICTURE);
  else
    g_assert_true (g_str_has_prefix (url, forms[i].image));
  check_image (url, page, document, forms[i].carries);
}

/* Read again from the notebook, where it has the address it came from, a page stays the same. */
static void
test_again (void)
{
  g_autoptr (PmPage) page = make_page ("file:///home/ada/story.html", "text/html",
                                       "<!-- saved from url=(0051)" URL
                                       " -->" BEGINNING HEAD IMAGE TAIL,
                                       -1);
  g_autoptr (PmDocument) first = pm_extract (page, NULL);
  g_autoptr (PmDocument) second = NULL;
  g_autofree char *dump = extract_dump (first);
  g_autofree char *again = NULL;

  g_free (page->url);
  page->url = g_strdup (pm_document_get_meta (first, PM_META_CANONICAL_URL));
  second = pm_extract (page, NULL);
  again = extract_dump (second);
  g_assert_cmpstr (again, ==, dump);
}

/* What a server sends comes from there, whatever it says. */
static void
test_fetched_is_not_believed (void)
{
  static const char *const bodies[] = {
    "<!-- saved from url=(0051)" URL " -->" BEGINNING HEAD IMAGE TAIL,
    MHTML_HEAD MHTML_PAGE BEGINNING HEAD IMAGE TAIL "\r\n" MHTML_END,
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (PmPage) page = make_page ("https://mirror.example.org/a", "text/html", bodies[i],
                                           -1);
      g_autoptr (PmDocument) document = pm_extract (page, NULL);

      g_assert_cmpstr (pm_document_get_meta (document, PM_META_CANONICAL_URL), ==,
                       "https://mirror.example.org/a");
      g_assert_cmpstr (pm_document_get_meta (document, PM_META_OUTLET), ==, "mirror.example.org");
    }
}

/* A placeholder in an address is no picture, nor is one that the text shows. */
static void
test_written_out (void)
{
  g_autofree char *picture = encode_png ();
  g_autofree char *html = g_strconcat (
      BEGINNING HEAD
      "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAA=='>"
      "<p>It began data:image/png;base64,",
      picture, ", he said.</p><img src='data:image/svg+xml;base64,PHN2Zz4='>" TAIL, NULL);
  g_autoptr (PmPage) page = make_page (URL, "text/html", html, -1);
  g_autoptr (PmDocument) document = pm_extract (page, NULL);

  g_assert_null (get_url (document, PM_MARK_IMAGE));
  g_assert_nonnull (strstr (pm_document_get_text (document), picture));
}

/* What a component of the page shows is in a template. */
static void
test_shadow (void)
{
  g_autoptr (PmPage) page = make_page (
      URL, "text/html",
      BEGINNING "<head><title>Cranes move again</title></head><body><x-story><template "
                "shadowrootmode=open><article><h1>Cranes move again</h1><p>" SENTENCE SENTENCE
                "</p></article></template></x-story><template><p>" SENTENCE
                "Not this.</p></template>",
      -1);
  g_autoptr (PmDocument) document = pm_extract (page, NULL);

  g_assert_cmpstr (
      pm_document_get_body (document), ==,
      "The harbour was quiet on Monday, and the cranes, which had stood still for "
      "weeks, began to move. The harbour was quiet on Monday, and the cranes, which had "
      "stood still for weeks, began to move.");
}

/* @before, then @part so many times, then @after. */
static const struct
{
  const char *name;
  const char *before;
  const char *part;
  guint times;
  const char *after;
  gboolean fails;
} hostile[] = {
  { "no-page", MHTML_HEAD, PART "Content-Type: image/png\r\n\r\nx\r\n", 3, MHTML_END, TRUE },
  { "no-parts", MHTML_HEAD, "", 0, "", TRUE },
  { "empty-part", MHTML_HEAD MHTML_PAGE, "", 0, MHTML_END, TRUE },
  { "cut-off", MHTML_HEAD MHTML_PAGE BEGINNING HEAD, SENTENCE, 4, "", FALSE },
  { "many-parts", MHTML_HEAD MHTML_PAGE BEGINNING HEAD TAIL "\r\n",
    PART "Content-Type: image/png\r\n\r\nx\r\n", 20000, MHTML_END, FALSE },
  { "only-boundary", "--b\n", "", 0, "", TRUE },
  { "no-boundary", "--\n", BEGINNING HEAD TAIL, 1, "", FALSE },
  { "nested", "MIME-Version: 1.0\n", "Content-Type: multipart/related; boundary=b\n\n--b\n", 20000,
    "x", TRUE },
  { "messages", "MIME-Version: 1.0\n", "Content-Type: message/rfc822\n\n", 20000, "x", TRUE },
  { "headers", "MIME-Version: 1.0\nContent-Type: text/html\n", "Content-Location: x\n", 20000,
    "\n" BEGINNING HEAD TAIL, FALSE },
  { "comments", BEGINNING, "<!-- saved from url=(1)", 20000, "-->" HEAD TAIL, FALSE },
  { "addresses", BEGINNING HEAD TAIL "<img alt=", "data:image/png;base64,", 20000, ">", FALSE },
  { "variables", BEGINNING HEAD TAIL "<style>", "--a:url('data:image/png;base64,')var(--a", 20000,
    "", FALSE },
  { "slashes", BEGINNING HEAD TAIL "<img src=data:image/svg+xml;base64,", "ab/cd/", 20000, ">",
    FALSE },
  { "quoted-addresses", BEGINNING HEAD TAIL "<img ", "a='data:image/png;base64,' ", 400, ">",
    FALSE },
};

static void
test_hostile (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  GString *body = g_string_new (hostile[i].before);
  g_autoptr (PmPage) page = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  for (guint n = 0; n < hostile[i].times; n++)
    g_string_append (body, hostile[i].part);
  g_string_append (body, hostile[i].after);
  page = make_page ("file:///home/ada/page.mhtml", "multipart/related", body->str, body->len);
  g_string_free (body, TRUE);
  document = pm_extract (page, &error);
  if (hostile[i].fails)
    g_assert_error (error, PM_EXTRACT_ERROR, PM_EXTRACT_ERROR_NOT_TEXT);
  else
    g_assert_no_error (error);
  if (document != NULL)
    {
      g_autoptr (GPtrArray) images = pm_extract_images (page, document);

      g_assert_true (extract_check (document));
      g_assert_cmpuint (images->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *name = g_strconcat ("/saved/form/", forms[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_form);
    }
  g_test_add_func ("/saved/again", test_again);
  g_test_add_func ("/saved/fetched-is-not-believed", test_fetched_is_not_believed);
  g_test_add_func ("/saved/written-out", test_written_out);
  g_test_add_func ("/saved/shadow", test_shadow);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *name = g_strconcat ("/saved/hostile/", hostile[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_hostile);
    }
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles that are cut into several pages. */

#include "pm-extract.h"

#include <string.h>

#define PROSE                                                                                      \
  "The harbour master said on Monday that the tide gauge had been an hour slow since the clocks "  \
  "changed in March, and that nobody in the town had noticed, or wished to have noticed."

static PmPage *
page_new (const char *url, const char *body)
{
  PmPage *page = pm_page_new (url);
  g_autofree char *html = g_strdup_printf (
      "<!doctype html><title>The gauge</title><article><h1>The gauge</h1>%s</article>", body);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  page->content_type = g_strdup ("text/html");
  pm_page_set_body (page, bytes, NULL, NULL);
  return page;
}

static const struct
{
  const char *name;
  const char *url;
  const char *link;
  const char *next; /* (nullable) */
} cases[] = {
  { "segment", "https://news.example/story/", "<a href='/story/2/' rel='next'>More</a>",
    "https://news.example/story/2/" },
  { "word", "https://news.example/story",
    "<a href='/story/seite-2'>Auf Seite 2</a><a href="
    "'/story/seite-2'>weiter</a>",
    "https://news.example/story/seite-2" },
  { "number", "https://news.example/story.html", "<a href='story-2.html'>2</a>",
    "https://news.example/story-2.html" },
  { "query", "https://news.example/story?id=7", "<a href='?id=7&amp;page=2'>Next page</a>",
    "https://news.example/story?id=7&page=2" },
  { "query-first", "https://news.example/story?page=1&id=7", "<a href='?page=2&amp;id=7'>2</a>",
    "https://news.example/story?page=2&id=7" },
  { "fragment", "https://news.example/story", "<a href='/story?page=2#top'>Next</a>",
    "https://news.example/story?page=2" },
  { "head", "https://news.example/story", "<link rel='next' href='/story/2'>",
    "https://news.example/story/2" },
  { "next-article", "https://news.example/story", "<a href='/other-story' rel='next'>Next</a>",
    NULL },
  { "next-number", "https://news.example/story/1", "<a href='/story/2' rel='next'>Next</a>", NULL },
  { "last-page", "https://news.example/story", "<a href='/story/9' rel='next'>Next</a>", NULL },
  { "comments", "https://news.example/story", "<a href='/story/comment-page-2'>Next</a>", NULL },
  { "other-site", "https://news.example/story", "<a href='https://evil.example/story/2'>2</a>",
    NULL },
  { "front-page", "https://news.example/", "<a href='/page/2' rel='next'>Next</a>", NULL },
  { "unnamed", "https://news.example/story", "<a href='/story/2'>Photographs</a>", NULL },
};

static void
test_next (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *body = g_strconcat ("<p>" PROSE "</p><p>" PROSE " So he said.</p>",
                                       cases[i].link, NULL);
  g_autoptr (PmPage) page = page_new (cases[i].url, body);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) document = pm_extract (page, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_NEXT_PAGE), ==, cases[i].next);
}

/* One text in the order of the pages; what each page repeats stands once; lists and tables of two
 * pages do not run into each other. */
static void
test_joined (void)
{
  static const char *const bodies[] = {
    "<p>Standfirst: " PROSE "</p><p>One. " PROSE
    "</p><ul><li>First item of the first list</li></ul>"
    "<a href='/story/2'>2</a>",
    "<p>Standfirst: " PROSE "</p><ul><li>First item of the second list</li></ul><p>Two. " PROSE
    "</p><a href='/story/3'>Next</a>",
    "<p>Three. " PROSE "</p>",
  };
  g_autoptr (PmPage) first = page_new ("https://news.example/story", bodies[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) partial = NULL;
  g_autoptr (PmDocument) document = NULL;
  const char *text;

  first->next = page_new ("https://news.example/story/2", bodies[1]);
  partial = pm_extract (first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pm_document_get_meta (partial, PM_META_NEXT_PAGE), ==,
                   "https://news.example/story/3");
  first->next->next = page_new ("https://news.example/story/3", bodies[2]);
  document = pm_extract (first, &error);
  g_assert_no_error (error);
  g_assert_null (pm_document_get_meta (document, PM_META_NEXT_PAGE));
  text = pm_document_get_text (document);
  g_assert_true (g_str_has_prefix (text, "The gauge\n\nStandfirst"));
  g_assert_true (strstr (text, "One.") < strstr (text, "Two."));
  g_assert_true (strstr (text, "Two.") < strstr (text, "Three."));
  g_assert_null (strstr (strstr (text, "Standfirst") + 1, "Standfirst"));
  g_assert_nonnull (strstr (text, "First item of the first list\n\nFirst item of the second list"));
}

/* A page that cannot be read ends the article, and says where it would have gone on. */
static void
test_cut (void)
{
  g_autoptr (PmPage) first = page_new ("https://news.example/story",
                                       "<p>" PROSE "</p><p>Two. " PROSE
                                       "</p><a href='/story/2'>2</a>");
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDocument) document = NULL;

  first->next = pm_page_new ("https://news.example/story/2");
  document = pm_extract (first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pm_document_get_meta (document, PM_META_NEXT_PAGE), ==,
                   "https://news.example/story/2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/next/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_next);
    }
  g_test_add_func ("/pages/joined", test_joined);
  g_test_add_func ("/pages/cut", test_cut);
  return g_test_run ();
}

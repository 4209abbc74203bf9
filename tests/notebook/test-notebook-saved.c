/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page that someone saved and dropped is the article of the address it came from: with the link
 * tried before, with the link added later, with the same page saved another way. No server stands
 * at that address, so everything here comes from the files. */

#include "notebook-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Port 1 answers nobody. */
#define URL "http://127.0.0.1:1/2024/gauge.html"
#define PICTURE "http://127.0.0.1:1/2024/gauge.png"
#define PAGE(image)                                                                                \
  "<head><title>Gauge to be rebuilt</title></head><body><article><h1>Gauge to be "                 \
  "rebuilt</h1><p>" FIXTURE_COUNCIL "</p><img src='" image "' alt='The gauge'><p>" FIXTURE_COUNCIL \
  "</p></article></body></html>"
#define PIXELS "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAA="
#define MHTML                                                                                      \
  "MIME-Version: 1.0\nSnapshot-Content-Location: " URL "\n"                                        \
  "Content-Type: multipart/related; boundary=mark\n\n"                                             \
  "--mark\nContent-Type: text/html\nContent-Location: " URL                                        \
  "\n\n<html>" PAGE (PICTURE) "\n"                                                                 \
                              "--mark\nContent-Type: image/png\nContent-Location: " PICTURE "\n"   \
                              "Content-Transfer-Encoding: base64\n\n" PIXELS "\n--mark--\n"
#define SINGLEFILE                                                                                 \
  "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: " URL                            \
  " \n-->" PAGE ("data:image/png;base64," PIXELS)

#define COMPLETE                                                                                   \
  "<!DOCTYPE html>\n<!-- saved from url=(0033)" URL " -->\n<html>" PAGE ("./Gauge_files/"          \
                                                                         "gauge.png")

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, NULL);
}

static PmArticle *
drop (Fixture *fixture, const char *name, const char *content, gboolean *existed)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return fixture_add (fixture, path, TRUE, existed, NULL, NULL);
}

/* The article, whole, with its first image out of the file. */
static void
check_article (Fixture *fixture, const PmArticle *article, const char *name)
{
  g_autoptr (PmRecord) record = fixture_load (fixture, article->id);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_marks;
  const PmMark *mark = pm_document_get_marks (record->document, &n_marks);

  g_assert_cmpint (article->state, ==, PM_ARTICLE_READY);
  g_assert_cmpstr (article->url, ==, URL);
  g_assert_cmpstr (article->outlet, ==, "127.0.0.1");
  g_assert_cmpstr (record->page->url, ==, URL);
  g_assert_cmpstr (record->page->requested_url, ==, uri);
  while (mark->kind != PM_MARK_IMAGE && --n_marks > 0)
    mark++;
  bytes = fixture_load_image (fixture, article->id, mark->url, NULL);
  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 29);
}

static void
test_one_article (Fixture *fixture, gconstpointer data)
{
  gboolean existed = TRUE;
  g_autoptr (PmArticle) saved = drop (fixture, "Gauge.mhtml", MHTML, &existed);
  g_autoptr (PmArticle) other = NULL;
  g_autoptr (PmArticle) link = NULL;

  g_assert_false (existed);
  check_article (fixture, saved, "Gauge.mhtml");
  other = drop (fixture, "Gauge.html", SINGLEFILE, &existed);
  g_assert_true (existed);
  g_assert_cmpint (other->id, ==, saved->id);
  existed = FALSE;
  link = fixture_add (fixture, URL, TRUE, &existed, NULL, NULL);
  g_assert_true (existed);
  g_assert_cmpint (link->id, ==, saved->id);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 1);
}

/* The link leads nowhere for who is not signed in; then comes the page as the browser saved it. */
static void
test_after_failure (Fixture *fixture, gconstpointer data)
{
  gint64 failed = 0;
  gboolean existed = TRUE;
  g_autoptr (PmArticle) saved = NULL;

  g_assert_null (fixture_add (fixture, URL, TRUE, NULL, &failed, NULL));
  g_assert_cmpint (failed, >, 0);
  saved = drop (fixture, "Gauge.html", SINGLEFILE, &existed);
  g_assert_false (existed);
  g_assert_cmpint (saved->id, ==, failed);
  g_assert_null (saved->error);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 1);
  check_article (fixture, saved, "Gauge.html");
}

/* A browser puts what a page shows in a folder beside it. */
static void
test_complete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "Gauge_files", NULL);
  g_autofree char *path = g_build_filename (folder, "gauge.png", NULL);
  gsize length;
  g_autofree guint8 *bytes = g_base64_decode (PIXELS, &length);
  g_autoptr (PmArticle) saved = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes, length, NULL));
  saved = drop (fixture, "Gauge.html", COMPLETE, NULL);
  check_article (fixture, saved, "Gauge.html");
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) saved = drop (fixture, "Gauge.mhtml", MHTML, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_refresh (fixture, saved->id, &error));
  g_assert_no_error (error);
  check_article (fixture, saved, "Gauge.mhtml");
}

/* In somebody else's notebook it has its image too. */
static void
test_bundle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) saved = drop (fixture, "Gauge.mhtml", MHTML, NULL);
  g_autofree char *bundle = g_build_filename (fixture->folder, "Gauge.zip", NULL);
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (saved);
  g_assert_true (pm_notebook_export (fixture->notebook, bundle, NULL, NULL, NULL, NULL, &error));
  fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "Other.pressmark", NULL);
  fixture_open (fixture, TRUE);
  g_assert_true (pm_notebook_import (fixture->notebook, bundle, FALSE, NULL, NULL, &error));
  record = pm_notebook_load (fixture->notebook, 1, FALSE, &error);
  g_assert_no_error (error);
  check_article (fixture, record->article, "Gauge.mhtml");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/saved/" name, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("one-article", test_one_article);
  ADD ("after-failure", test_after_failure);
  ADD ("complete", test_complete);
  ADD ("refresh", test_refresh);
  ADD ("bundle", test_bundle);
  return g_test_run ();
}

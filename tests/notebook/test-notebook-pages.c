/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article cut into pages, over a real server on the loopback: captured as one, kept as what was
 * fetched, and derived again from that. */

#include "notebook-fixture.h"

#include <string.h>

#define PROSE                                                                                      \
  "The harbour master said on Monday that the tide gauge had been an hour slow since the clocks "  \
  "changed in March, and that nobody in the town had noticed, or wished to have noticed."

static guint n_pages;
static guint last_found; /* pages after this one are 404 */

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  guint number = g_str_equal (path, "/story") ? 1 : atoi (path + strlen ("/story/"));
  g_autofree char *link = number < n_pages
                              ? g_strdup_printf ("<a rel=next href='/story/%u'>Next</a>",
                                                 number + 1)
                              : g_strdup ("");
  g_autofree char *html = g_strdup_printf (
      "<!doctype html><title>The gauge</title><article><h1>The gauge</h1><p>Part %u. " PROSE
      "</p><p>More of part %u. " PROSE "</p>%s</article>",
      number, number, link);

  fixture_answer (user_data, message, html);
  if (number > last_found)
    soup_server_message_set_status (message, 404, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  n_pages = last_found = 3;
  fixture_set_up (fixture, serve_cb);
}

static gint64
add_story (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = fixture_add (fixture, "/story", FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  return article->id;
}

static void
assert_parts (PmDocument *document, guint n)
{
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *words = g_strdup_printf ("More of part %u.", i);
      gboolean there = strstr (pm_document_get_text (document), words) != NULL;

      g_assert_cmpint (there, ==, i <= n);
    }
}

static void
test_joined (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_story (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = pm_notebook_load (fixture->notebook, id, TRUE, &error);
  g_autoptr (PmRecord) again = NULL;
  g_autofree char *second = g_strconcat (fixture->base, "/story/2", NULL);

  g_assert_no_error (error);
  assert_parts (record->document, 3);
  g_assert_null (pm_document_get_meta (record->document, PM_META_NEXT_PAGE));
  g_assert_cmpuint (record->captures->len, ==, 1);
  g_assert_cmpstr (record->page->next->url, ==, second);
  g_assert_cmpuint (record->page->next->hops->len, ==, 1);
  g_assert_nonnull (record->page->next->next->body);
  g_assert_null (record->page->next->next->next);
  /* From what was kept, with nobody to ask. */
  soup_server_disconnect (fixture->server);
  g_assert_true (pm_notebook_reanalyse (fixture->notebook, id, NULL, NULL, &error));
  again = pm_notebook_load (fixture->notebook, id, FALSE, &error);
  g_assert_cmpstr (pm_document_get_text (again->document), ==,
                   pm_document_get_text (record->document));
}

/* What there is, is kept, and says that there is more. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) record = NULL;
  g_autofree char *third = g_strconcat (fixture->base, "/story/3", NULL);

  last_found = 2;
  record = pm_notebook_load (fixture->notebook, add_story (fixture), FALSE, NULL);
  assert_parts (record->document, 2);
  g_assert_cmpstr (pm_document_get_meta (record->document, PM_META_NEXT_PAGE), ==, third);
}

/* A site that never ends is cut off. */
static void
test_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) record = NULL;
  guint n = 0;

  n_pages = last_found = 1000;
  record = pm_notebook_load (fixture->notebook, add_story (fixture), FALSE, NULL);
  for (PmPage *page = record->page; page != NULL; page = page->next)
    n++;
  g_assert_cmpuint (n, ==, PM_PAGE_MAX);
}

/* Bundles take all pages along. */
static void
test_bundle (Fixture *fixture, gconstpointer data)
{
  gint64 id = add_story (fixture);
  g_autofree char *bundle = g_strconcat (fixture->path, ".zip", NULL);
  g_autofree char *path = g_strconcat (fixture->path, "-2.pressmark", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmNotebook) other = NULL;
  g_autoptr (PmRecord) record = pm_notebook_load (fixture->notebook, id, TRUE, &error);
  g_autoptr (PmRecord) imported = NULL;
  PmImport import;
  PmPage *theirs;

  g_assert_true (pm_notebook_export (fixture->notebook, bundle, NULL, NULL, NULL, NULL, &error));
  other = pm_notebook_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (pm_notebook_import (other, bundle, FALSE, &import, NULL, &error));
  g_assert_no_error (error);
  imported = pm_notebook_load (other, 1, TRUE, &error);
  g_assert_no_error (error);
  theirs = imported->page;
  for (PmPage *page = record->page; page != NULL; page = page->next, theirs = theirs->next)
    {
      g_assert_nonnull (theirs);
      g_assert_cmpstr (theirs->url, ==, page->url);
      g_assert_cmpuint (theirs->hops->len, ==, page->hops->len);
      g_assert_true (g_bytes_equal (theirs->body, page->body));
    }
  pm_notebook_close (other);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pages/joined", test_joined);
  ADD ("/pages/cut", test_cut);
  ADD ("/pages/endless", test_endless);
  ADD ("/pages/bundle", test_bundle);
  return g_test_run ();
}

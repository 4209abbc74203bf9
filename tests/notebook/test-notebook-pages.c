/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article cut into pages, over a real server on the loopback: captured as one, kept as what was
 * fetched, and derived again from that. */

#include "pm-notebook.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define PROSE                                                                                      \
  "The harbour master said on Monday that the tide gauge had been an hour slow since the clocks "  \
  "changed in March, and that nobody in the town had noticed, or wished to have noticed."

typedef struct
{
  char *path;
  SoupServer *server;
  char *base;
  guint n_pages;
  guint last_found; /* pages after this one are 404 */
  PmNotebook *notebook;
} Fixture;

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *fixture = user_data;
  guint number = g_str_equal (path, "/story") ? 1 : atoi (path + strlen ("/story/"));
  g_autofree char *link = number < fixture->n_pages
                              ? g_strdup_printf ("<a rel=next href='/story/%u'>Next</a>",
                                                 number + 1)
                              : g_strdup ("");
  g_autofree char *html = g_strdup_printf (
      "<!doctype html><title>The gauge</title><article><h1>The gauge</h1><p>Part %u. " PROSE
      "</p><p>More of part %u. " PROSE "</p>%s</article>",
      number, number, link);

  soup_server_message_set_status (message, number <= fixture->last_found ? 200 : 404, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, html, strlen (html));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("pressmark-test-XXXXXX", NULL);
  g_autoslist (GUri) uris = NULL;

  fixture->n_pages = fixture->last_found = 3;
  fixture->path = g_build_filename (folder, "Test.pressmark", NULL);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, serve_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  fixture->notebook = pm_notebook_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  pm_notebook_close (fixture->notebook);
  g_object_unref (fixture->notebook);
  g_object_unref (fixture->server);
  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
  g_free (fixture->base);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gint64
add_story (Fixture *fixture)
{
  g_autofree char *url = g_strconcat (fixture->base, "/story", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  pm_notebook_add_async (fixture->notebook, url, FALSE, NULL, NULL, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  article = pm_notebook_add_finish (fixture->notebook, result, NULL, NULL, &error);
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

  fixture->last_found = 2;
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

  fixture->n_pages = fixture->last_found = 1000;
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
  g_unlink (path);
  g_unlink (bundle);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

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

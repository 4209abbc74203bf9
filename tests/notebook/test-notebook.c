/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole object over a real server on the loopback and real files: what the window and the
 * command line rest on. */

#include "articles-fixture.h"

#include <string.h>

static gboolean
undo (Fixture *fixture, gboolean again, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (again)
    pm_notebook_redo_async (fixture->notebook, NULL, fixture_keep_cb, &result);
  else
    pm_notebook_undo_async (fixture->notebook, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  return pm_notebook_undo_finish (fixture->notebook, result, NULL, error);
}

/* --- capturing --- */

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmRecord) record = fixture_load (fixture, article->id);

  g_assert_cmpstr (article->title, ==, "Gauge to be rebuilt");
  g_assert_cmpstr (article->outlet, ==, "The Estuary Post");
  g_assert_cmpint (article->state, ==, PM_ARTICLE_READY);
  g_assert_nonnull (strstr (pm_document_get_text (record->document), FIXTURE_REPORT));
  g_assert_cmpuint (record->page->hops->len, ==, 1);
  g_assert_cmpuint (strlen (record->page->body_sha256), ==, 64);
  g_assert_cmpuint (record->analysis->quotes->len, >=, 1);
  g_assert_cmpuint (record->analysis->entities->len, >=, 1);
  g_assert_cmpuint (record->analysis->sources->len, >=, 1);
}

static void
test_add_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) first = articles_add (fixture);
  guint n_requests = fixture->n_requests;
  gboolean existed = FALSE;
  g_autoptr (PmArticle) second = fixture_add (fixture, "/article#section", FALSE, &existed, NULL,
                                              NULL);

  g_assert_true (existed);
  g_assert_cmpint (second->id, ==, first->id);
  g_assert_cmpuint (fixture->n_requests, ==, n_requests);
}

/* A second address that leads to an article already here is that article. */
static void
test_add_redirected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) first = articles_add (fixture);
  gboolean existed = FALSE;
  g_autoptr (PmArticle) second = fixture_add (fixture, "/moved", TRUE, &existed, NULL, NULL);

  g_assert_true (existed);
  g_assert_cmpint (second->id, ==, first->id);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 1);
}

static void
test_add_image (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autofree char *url = g_strconcat (fixture->base, "/picture.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fixture_load_image (fixture, article->id, url, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 20);
}

static void
test_add_failed (Fixture *fixture, gconstpointer data)
{
  gint64 failed = -1;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = NULL;

  g_assert_null (fixture_add (fixture, "/nothing-here", FALSE, NULL, &failed, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (failed, ==, 0);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 0);

  g_assert_null (fixture_add (fixture, "/nothing-here", TRUE, NULL, &failed, NULL));
  g_assert_cmpint (failed, >, 0);
  record = fixture_load (fixture, failed);
  g_assert_cmpint (record->article->state, ==, PM_ARTICLE_FAILED);
  g_assert_cmpstr (record->article->error, ==, error->message);
  g_assert_null (record->document);
}

static void
test_add_nonsense (Fixture *fixture, gconstpointer data)
{
  static const char *const addresses[] = {
    "", "   ", "http://", "ftp://host.example/x", "javascript:alert(1)", "http:///nohost"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fixture_add (fixture, addresses[i], TRUE, NULL, NULL, &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 0);
}

static void
test_add_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "note.txt", NULL);
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = NULL;
  g_autoptr (PmRecord) record = NULL;

  g_file_set_contents (path, "A plain headline\n\n" FIXTURE_COUNCIL "\n\n" ARTICLES_SECOND "\n", -1,
                       NULL);
  uri = g_filename_to_uri (path, NULL, NULL);
  article = fixture_add (fixture, uri, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  record = fixture_load (fixture, article->id);
  g_assert_nonnull (strstr (pm_document_get_text (record->document), ARTICLES_SECOND));
  g_assert_cmpuint (record->page->hops->len, ==, 0);
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmHighlight) stays =
      articles_highlight (fixture, article->id, "the gauge was wrong by an hour for eleven years");
  g_autoptr (PmHighlight) goes = articles_highlight (
      fixture, article->id, "said Ingrid Halvorsen, the harbour master, after the vote");
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = NULL;
  g_autofree char *words = NULL;
  PmHighlight *first;

  articles_second = "The mayor was not in town and could not be reached for a word about it, her "
                    "office wrote in a short message on Tuesday.";
  g_assert_true (fixture_refresh (fixture, article->id, &error));
  record = fixture_load (fixture, article->id);
  g_assert_cmpuint (record->captures->len, ==, 2);
  g_assert_cmpuint (record->highlights->len, ==, 2);
  first = record->highlights->pdata[0];
  g_assert_cmpint (first->id, ==, stays->id);
  words = pm_document_dup_span (record->document, first->span);
  g_assert_cmpstr (words, ==, stays->anchor->exact);
  g_assert_true (((PmHighlight *) record->highlights->pdata[1])->orphan);
  g_assert_cmpstr (((PmHighlight *) record->highlights->pdata[1])->anchor->exact, ==,
                   goes->anchor->exact);
  fixture_settle ();
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/article", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  pm_notebook_add_async (fixture->notebook, url, FALSE, NULL, NULL, cancellable, fixture_keep_cb,
                         &result);
  g_cancellable_cancel (cancellable);
  fixture_wait (&result);
  g_assert_null (pm_notebook_add_finish (fixture->notebook, result, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 0);
}

/* --- authoring --- */

static void
test_highlight_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmHighlight) highlight = articles_highlight (fixture, article->id,
                                                          "rebuild the old tide gauge");
  g_autoptr (PmHighlight) changed = NULL;
  g_autoptr (PmHighlight) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = highlight->id;

  highlight->color = PM_COLOR_GREEN;
  changed = pm_notebook_put_highlight (fixture->notebook, highlight, &error);
  g_assert_no_error (error);
  g_assert_true (undo (fixture, FALSE, &error));
  again = pm_notebook_load_highlight (fixture->notebook, id, &error);
  g_assert_cmpint (again->color, ==, PM_COLOR_YELLOW);

  g_assert_true (undo (fixture, FALSE, &error));
  g_assert_null (pm_notebook_load_highlight (fixture->notebook, id, NULL));
  g_assert_false (undo (fixture, FALSE, NULL));

  g_assert_true (undo (fixture, TRUE, &error));
  g_assert_true (undo (fixture, TRUE, &error));
  g_assert_false (undo (fixture, TRUE, NULL));
  g_clear_pointer (&again, pm_highlight_free);
  again = pm_notebook_load_highlight (fixture->notebook, id, &error);
  g_assert_cmpint (again->color, ==, PM_COLOR_GREEN);
  g_assert_cmpstr (again->note, ==, "Ask her.");
  g_assert_cmpstr (again->tags->pdata[0], ==, "gauge");

  g_assert_true (pm_notebook_delete_highlight (fixture->notebook, id, &error));
  g_assert_true (undo (fixture, FALSE, &error));
  g_clear_pointer (&again, pm_highlight_free);
  again = pm_notebook_load_highlight (fixture->notebook, id, &error);
  g_assert_cmpstr (again->uuid, ==, highlight->uuid);
  g_assert_cmpstr (again->tags->pdata[0], ==, "gauge");
}

static void
test_article_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (GError) error = NULL;

  article->unread = FALSE;
  g_assert_true (pm_notebook_put_article (fixture->notebook, article, PM_FIELD_UNREAD, &error));
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_UNREAD), ==, 0);
  article->trashed = 1;
  g_assert_true (pm_notebook_put_article (fixture->notebook, article, PM_FIELD_TRASHED, &error));
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 0);
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_TRASH), ==, 1);
  g_assert_true (undo (fixture, FALSE, &error));
  g_assert_cmpuint (fixture_count (fixture, PM_LIST_ALL), ==, 1);
}

/* Whom the one quote of the page is by. */
static void
assert_speaker (Fixture *fixture, gint64 article, const char *name)
{
  g_autoptr (PmRecord) record = fixture_load (fixture, article);

  g_assert_cmpstr (((PmQuote *) record->analysis->quotes->pdata[0])->speaker_name, ==, name);
}

static void
test_correction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmEntityCorrection) wanted = pm_entity_correction_new (PM_CORRECTION_RENAME,
                                                                    PM_ENTITY_PERSON,
                                                                    "Ingrid Halvorsen", NULL,
                                                                    PM_ENTITY_PERSON, "I. H.");
  g_autoptr (PmEntityCorrection) nameless = pm_entity_correction_new (PM_CORRECTION_RENAME,
                                                                      PM_ENTITY_PERSON,
                                                                      "Ingrid Halvorsen", NULL,
                                                                      PM_ENTITY_PERSON, " ");
  g_autoptr (PmEntityCorrection) made = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  assert_speaker (fixture, article->id, "Ingrid Halvorsen");
  g_assert_null (pm_notebook_correct (fixture->notebook, nameless, &error));
  g_assert_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID);
  g_clear_error (&error);
  made = pm_notebook_correct (fixture->notebook, wanted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->uuid, ==, wanted->uuid);
  assert_speaker (fixture, article->id, "I. H.");
  g_object_get (fixture->notebook, "undo-title", &title, NULL);
  g_assert_cmpstr (title, ==, "Rename Entity");
  g_assert_true (undo (fixture, FALSE, &error));
  assert_speaker (fixture, article->id, "Ingrid Halvorsen");
  g_assert_true (undo (fixture, TRUE, &error));
  g_assert_true (pm_notebook_reanalyse (fixture->notebook, 0, NULL, NULL, &error));
  assert_speaker (fixture, article->id, "I. H.");
  g_assert_true (pm_notebook_withdraw_correction (fixture->notebook, made->id, &error));
  assert_speaker (fixture, article->id, "Ingrid Halvorsen");
  g_assert_true (undo (fixture, FALSE, &error));
  assert_speaker (fixture, article->id, "I. H.");
  all = pm_notebook_list_corrections (fixture->notebook, &error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((PmEntityCorrection *) all->pdata[0])->id, ==, made->id);
}

/* What was acknowledged is there when the notebook is opened anew. */
static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmHighlight) highlight = articles_highlight (fixture, article->id,
                                                          "the winter storms of last year");
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture_open (fixture, FALSE);
  record = fixture_load (fixture, article->id);
  g_assert_cmpuint (record->highlights->len, ==, 1);
  g_assert_null (pm_notebook_put_highlight (fixture->notebook, highlight, &error));
  g_assert_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_UNUSABLE);
}

static void
test_reanalyse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmHighlight) highlight = articles_highlight (fixture, article->id,
                                                          "the winter storms of last year");
  g_autoptr (PmRecord) before = fixture_load (fixture, article->id);
  g_autoptr (PmRecord) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done;

  g_assert_true (pm_notebook_reanalyse (fixture->notebook, 0, &n_done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_done, ==, 1);
  after = fixture_load (fixture, article->id);
  g_assert_cmpstr (pm_document_get_text (after->document), ==,
                   pm_document_get_text (before->document));
  g_assert_cmpuint (after->highlights->len, ==, 1);
  g_assert_cmpuint (((PmHighlight *) after->highlights->pdata[0])->span.start, ==,
                    highlight->span.start);
  g_assert_cmpuint (after->analysis->entities->len, ==, before->analysis->entities->len);
  g_assert_nonnull (after->page);
  g_assert_cmpstr (after->page->body_sha256, ==, before->page->body_sha256);
}

/* --- shipping --- */

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  g_autoptr (PmArticle) article = articles_add (fixture);
  g_autoptr (PmHighlight) highlight = articles_highlight (fixture, article->id,
                                                          "the winter storms of last year");
  g_autoptr (PmRecord) before = fixture_load (fixture, article->id);
  g_autoptr (PmRecord) after = NULL;
  g_autofree char *bundle = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "Other.pressmark", NULL);
  g_autoptr (PmNotebook) other = NULL;
  g_autoptr (GError) error = NULL;
  PmHighlight *arrived;
  PmImport import;

  g_assert_true (pm_notebook_export (fixture->notebook, bundle,
                                     g_str_has_suffix (name, ".json") ? "json" : NULL, NULL, NULL,
                                     NULL, &error));
  other = pm_notebook_open (path, TRUE, &error);
  g_assert_true (pm_notebook_import (other, bundle, TRUE, &import, NULL, &error));
  g_assert_cmpuint (import.n_new, ==, 1);
  g_assert_true (pm_notebook_import (other, bundle, FALSE, &import, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (import.n_new, ==, 1);
  g_assert_cmpuint (import.n_highlights, ==, 1);
  g_assert_true (pm_notebook_import (other, bundle, FALSE, &import, NULL, &error));
  g_assert_cmpuint (import.n_new, ==, 0);
  g_assert_cmpuint (import.n_highlights, ==, 0);
  after = pm_notebook_load (other, 1, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after->article->uuid, ==, before->article->uuid);
  g_assert_cmpstr (after->article->title, ==, before->article->title);
  g_assert_cmpstr (pm_document_get_text (after->document), ==,
                   pm_document_get_text (before->document));
  arrived = after->highlights->pdata[0];
  g_assert_cmpstr (arrived->uuid, ==, highlight->uuid);
  g_assert_cmpstr (arrived->note, ==, "Ask her.");
  g_assert_cmpstr (arrived->tags->pdata[0], ==, "gauge");
  g_assert_cmpuint (arrived->span.start, ==, highlight->span.start);
  g_assert_cmpuint (after->analysis->quotes->len, ==, before->analysis->quotes->len);
  if (g_str_has_suffix (name, ".zip"))
    g_assert_true (g_bytes_equal (after->page->body, before->page->body));
  pm_notebook_close (other);
}

static void
test_export_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bundle = g_build_filename (fixture->folder, "none.zip", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (pm_notebook_export (fixture->notebook, bundle, NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (bundle, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (
      pm_notebook_export (fixture->notebook, bundle, "paper", NULL, NULL, NULL, &error));
  g_assert_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID);
}

static void
test_citation (Fixture *fixture, gconstpointer data)
{
  PmArticle *article = pm_article_new ("https://news.example/a");
  g_autoptr (PmRecord) record = pm_record_new (article);
  g_autofree char *citation = NULL;
  g_autofree char *bare = NULL;

  g_free (article->title);
  article->title = g_strdup ("A day");
  article->byline = g_strdup ("Ada Analyst");
  article->outlet = g_strdup ("News");
  article->published = g_strdup ("2021-04-15T21:04:00-04:00");
  record->document = pm_document_new_plain ("Some words here.", 16);
  citation = pm_notebook_dup_citation (record, (PmSpan){ 5, 10 });
  g_assert_cmpstr (citation, ==,
                   "“words” (Ada Analyst, “A day”, News, 15 April 2021, https://news.example/a)");
  bare = pm_notebook_dup_citation (record, (PmSpan){ 0, 0 });
  g_assert_cmpstr (bare, ==, "Ada Analyst, “A day”, News, 15 April 2021, https://news.example/a");
}

#define ADD(path, data, function)                                                                  \
  g_test_add (path, Fixture, data, articles_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/capture/add", NULL, test_add);
  ADD ("/capture/add-again", NULL, test_add_again);
  ADD ("/capture/redirected", NULL, test_add_redirected);
  ADD ("/capture/image", NULL, test_add_image);
  ADD ("/capture/failed", NULL, test_add_failed);
  ADD ("/capture/nonsense", NULL, test_add_nonsense);
  ADD ("/capture/file", NULL, test_add_file);
  ADD ("/capture/refresh", NULL, test_refresh);
  ADD ("/capture/cancel", NULL, test_cancel);
  ADD ("/author/highlight-undo", NULL, test_highlight_undo);
  ADD ("/author/correction", NULL, test_correction);
  ADD ("/author/article-fields", NULL, test_article_fields);
  ADD ("/author/reopen", NULL, test_reopen);
  ADD ("/author/reanalyse", NULL, test_reanalyse);
  ADD ("/ship/round-trip-bundle", "Bundle.zip", test_round_trip);
  ADD ("/ship/round-trip-json", "notebook.json", test_round_trip);
  ADD ("/ship/nothing", NULL, test_export_nothing);
  ADD ("/ship/citation", NULL, test_citation);
  return g_test_run ();
}

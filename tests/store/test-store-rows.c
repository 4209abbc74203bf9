/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

typedef struct
{
  char *folder;
  PmDb *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pm_db_close (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static void
test_article (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = pm_article_new ("https://a.example/ä?b=1#c");
  g_autoptr (PmArticle) loaded = NULL;
  gint64 id;
  gint64 found;

  article->note = g_strdup ("Notiz 😀");
  g_ptr_array_add (article->tags, g_strdup ("zebra"));
  g_ptr_array_add (article->tags, g_strdup ("Ähre"));
  g_ptr_array_add (article->tags, g_strdup ("zebra"));
  g_ptr_array_add (article->collections, g_strdup ("Häfen"));
  article->added = 12345;
  id = pm_store_add_article (db, article, &error);
  g_assert_no_error (error);
  loaded = pm_store_load_article (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->uuid, ==, article->uuid);
  g_assert_cmpstr (loaded->url, ==, article->url);
  g_assert_cmpstr (loaded->title, ==, article->url);
  g_assert_cmpstr (loaded->note, ==, "Notiz 😀");
  g_assert_cmpint (loaded->added, ==, 12345);
  g_assert_cmpint (loaded->state, ==, PM_ARTICLE_QUEUED);
  g_assert_true (loaded->unread);
  g_assert_cmpuint (loaded->tags->len, ==, 2);
  g_assert_cmpstr (loaded->tags->pdata[0], ==, "zebra");
  g_assert_cmpstr (loaded->tags->pdata[1], ==, "Ähre");
  g_assert_cmpstr (loaded->collections->pdata[0], ==, "Häfen");
  g_assert_true (pm_store_find_article_by_uuid (db, article->uuid, &found, &error));
  g_assert_cmpint (found, ==, id);
  g_assert_true (pm_store_find_article_by_uuid (db, "none", &found, &error));
  g_assert_cmpint (found, ==, 0);
  g_assert_cmpint (pm_store_add_article (db, article, &error), ==, 0);
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FAILED);
  fixture_assert_query (db, "SELECT count(*) FROM article", "1");
  fixture_assert_sound (db);
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = pm_article_new ("https://a.example/");
  g_autoptr (PmArticle) loaded = NULL;
  gint64 id;

  g_free (article->title);
  article->title = g_strdup ("From a list");
  id = pm_store_add_article (fixture->db, article, &error);
  loaded = pm_store_load_article (fixture->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->title, ==, "From a list");
}

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (GPtrArray) names = fixture_make_names ("a", "b");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (PmArticle) article = NULL;

  g_assert_true (pm_store_set_article_state (db, id, PM_ARTICLE_FAILED, "No.", &error));
  g_assert_true (pm_store_set_unread (db, id, FALSE, &error));
  g_assert_true (pm_store_set_trashed (db, id, 99, &error));
  g_assert_true (pm_store_set_article_note (db, id, "n", &error));
  g_assert_true (pm_store_set_article_tags (db, id, names, &error));
  g_assert_true (pm_store_set_article_collections (db, id, names, &error));
  article = pm_store_load_article (db, id, &error);
  g_assert_cmpint (article->state, ==, PM_ARTICLE_FAILED);
  g_assert_cmpstr (article->error, ==, "No.");
  g_assert_false (article->unread);
  g_assert_cmpint (article->trashed, ==, 99);
  g_assert_cmpstr (article->note, ==, "n");
  g_assert_cmpuint (article->tags->len, ==, 2);
  g_assert_cmpuint (article->collections->len, ==, 2);
  g_clear_pointer (&article, pm_article_free);
  g_assert_true (pm_store_set_article_note (db, id, "", &error));
  g_assert_true (pm_store_set_article_tags (db, id, none, &error));
  g_assert_true (pm_store_set_article_collections (db, id, NULL, &error));
  article = pm_store_load_article (db, id, &error);
  g_assert_null (article->note);
  g_assert_cmpuint (article->tags->len, ==, 0);
  fixture_assert_query (db, "SELECT (SELECT count(*) FROM tag) + (SELECT count(*) FROM collection)",
                        "0");
  fixture_assert_sound (db);
}

/* What is not there is said to be not there, by every function that is given an id. */
static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (PmPage) page = fixture_page ("https://a.example/", "x");
  g_autoptr (PmDocument) document = fixture_document (FIXTURE_TEXT);
  g_autoptr (PmHighlight) highlight = fixture_highlight (77, FIXTURE_TEXT, "mayor");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("b", 1);
  g_autoptr (GPtrArray) names = fixture_make_names ("a", NULL);
  g_autoptr (GError) error = NULL;
#define ASSERT_NOT_FOUND(call)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_true (!(call));                                                                       \
    g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_FOUND);                              \
    g_clear_error (&error);                                                                        \
  }                                                                                                \
  G_STMT_END

  ASSERT_NOT_FOUND (pm_store_load_article (db, 77, &error));
  ASSERT_NOT_FOUND (pm_store_set_article_state (db, 77, PM_ARTICLE_READY, NULL, &error));
  ASSERT_NOT_FOUND (pm_store_set_unread (db, 77, TRUE, &error));
  ASSERT_NOT_FOUND (pm_store_set_trashed (db, 77, 1, &error));
  ASSERT_NOT_FOUND (pm_store_set_article_note (db, 77, "n", &error));
  ASSERT_NOT_FOUND (pm_store_set_article_tags (db, 77, names, &error));
  ASSERT_NOT_FOUND (pm_store_set_article_collections (db, 77, names, &error));
  ASSERT_NOT_FOUND (pm_store_delete_article (db, 77, &error));
  ASSERT_NOT_FOUND (pm_store_add_capture (db, 77, page, &error));
  ASSERT_NOT_FOUND (pm_store_save_document (db, 77, 0, document, NULL, 1, &error));
  ASSERT_NOT_FOUND (pm_store_load_record (db, 77, FALSE, &error));
  ASSERT_NOT_FOUND (pm_store_load_document (db, 77, &error));
  ASSERT_NOT_FOUND (pm_store_add_resource (db, 77, "u", "image/png", bytes, &error));
  ASSERT_NOT_FOUND (pm_store_put_highlight (db, highlight, &error));
  ASSERT_NOT_FOUND (pm_store_delete_highlight (db, 77, &error));
  ASSERT_NOT_FOUND (pm_store_load_highlight (db, 77, &error));
  g_assert_null (pm_store_load_page (db, 77, &error));
  g_assert_no_error (error);
  g_assert_null (pm_store_load_resource (db, 77, "u", &error));
  g_assert_no_error (error);
  fixture_assert_query (db, "SELECT (SELECT count(*) FROM blob) + (SELECT count(*) FROM tag)", "0");
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 first = fixture_add_article (db, "https://a.example/1", FIXTURE_TEXT);
  gint64 second = fixture_add_article (db, "https://a.example/2", FIXTURE_TEXT);
  g_autoptr (PmPage) page = fixture_page ("https://final.example/", "y");
  g_autoptr (PmDocument) document = fixture_document (FIXTURE_TEXT);
  const char *const urls[] = { "https://final.example/#x", "https://canonical.example/",
                               "https://a.example/2",      "https://a.example/",
                               "https://a.example/1#",     NULL };
  const gint64 expected[] = { first, second, second, 0, first };
  g_autoptr (GArray) ids = NULL;
  gint64 found;

  pm_store_add_capture (db, first, page, &error);
  pm_document_set_meta (document, PM_META_CANONICAL_URL, "https://canonical.example/", "link");
  pm_store_save_document (db, second, 0, document, NULL, 1, &error);
  ids = pm_store_find_articles (db, urls, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, sizeof expected);
  pm_store_set_trashed (db, first, 5, &error);
  pm_store_add_capture (db, second, page, &error);
  g_assert_true (pm_store_find_article (db, "https://final.example/", &found, &error));
  g_assert_cmpint (found, ==, second);
}

/* Any address of the same key leads there; the very one asked for comes before the others. */
static void
test_find_by_key (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 first = fixture_add_article (db, "https://www.a.example/x?utm_source=n#top", "One.");
  gint64 second = fixture_add_article (db, "http://a.example/x", "Two.");
  g_autoptr (PmPage) page = fixture_page ("https://short.example/7", "y");
  g_autoptr (PmDocument) document = fixture_document ("One.");
  const char *const urls[] = { "https://www.a.example/x?utm_source=n#top",
                               "http://a.example/x",
                               "https://m.a.example/x/",
                               "https://a.example/x?page=2",
                               "http://www.short.example/7?fbclid=1",
                               "https://c.example/x?gclid=1",
                               NULL };
  const gint64 before[] = { first, second, first, 0, first, first };
  const gint64 after[] = { first, second, first, 0, first, 0 };
  g_autoptr (GArray) ids = NULL;

  g_free (page->url);
  page->url = g_strdup ("https://d.example/x");
  pm_store_add_capture (db, first, page, &error);
  pm_document_set_meta (document, PM_META_CANONICAL_URL, "https://c.example/x", "link");
  pm_store_save_document (db, first, 0, document, NULL, 1, &error);
  ids = pm_store_find_articles (db, urls, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), before, sizeof before);
  g_clear_pointer (&ids, g_array_unref);
  /* A later text that claims nothing takes the claim back. */
  pm_document_unref (document);
  document = fixture_document ("One.");
  pm_store_save_document (db, first, 0, document, NULL, 1, &error);
  g_assert_true (pm_db_exec (db, "DELETE FROM address", &error));
  g_assert_true (pm_store_repair (db, &error));
  ids = pm_store_find_articles (db, urls, &error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), after, sizeof after);
  fixture_assert_sound (db);
}

static void
test_capture (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmPage) page = fixture_page ("https://b.example/", "");
  g_autoptr (PmPage) loaded = NULL;
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GBytes) body = g_bytes_new_static ("\x1f\x8b\0zip", 6);
  g_autoptr (GBytes) content = g_bytes_new_static ("<html>\0", 7);
  PmHop *hop = page->hops->pdata[0];

  pm_page_set_body (page, body, content, "gzip");
  page->fetched += 1000;
  g_free (hop->response_headers);
  hop->response_headers = g_strdup ("X-Latin: caf\xe9\n");
  g_assert_cmpint (pm_store_add_capture (db, id, page, &error), >, 0);
  g_assert_no_error (error);
  loaded = pm_store_load_page (db, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded->body, body));
  g_assert_true (g_bytes_equal (loaded->content, content));
  g_assert_cmpstr (loaded->encoding, ==, "gzip");
  g_assert_cmpstr (loaded->charset, ==, "utf-8");
  g_assert_cmpstr (loaded->body_sha256, ==, page->body_sha256);
  g_assert_cmpint (loaded->fetched, ==, page->fetched);
  hop = loaded->hops->pdata[0];
  g_assert_cmpstr (hop->response_headers, ==, "X-Latin: caf\xef\xbf\xbd\n");
  g_assert_cmpstr (hop->address, ==, "192.0.2.7:443");
  g_assert_cmpuint (hop->status, ==, 200);
  g_assert_null (hop->tls_version);
  g_assert_cmpint (hop->finished, ==, 7);
  record = pm_store_load_record (db, id, FALSE, &error);
  g_assert_cmpuint (record->captures->len, ==, 2);
  g_assert_cmpint (((PmPage *) record->captures->pdata[0])->fetched, ==, page->fetched);
  g_assert_null (((PmPage *) record->captures->pdata[0])->body);
  g_assert_cmpstr (record->page->url, ==, "https://a.example/");
  g_assert_null (record->page->body);
  g_assert_cmpint (record->article->fetched, ==, page->fetched);
  fixture_assert_sound (db);
}

/* The same bytes are stored once, and go when nothing needs them any more. */
static void
test_blobs (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 first = fixture_add_article (db, "https://a.example/1", FIXTURE_TEXT);
  gint64 second = fixture_add_article (db, "https://a.example/2", FIXTURE_TEXT);
  g_autoptr (GBytes) image = g_bytes_new_static ("\0PNG", 4);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GBytes) loaded_empty = NULL;
  g_autoptr (PmPage) page = pm_page_new ("file:///x");

  fixture_assert_query (db, "SELECT count(*) FROM blob", "1");
  g_assert_true (pm_store_add_resource (db, first, "u", "image/png", image, &error));
  g_assert_true (pm_store_add_resource (db, second, "u", "image/png", image, &error));
  g_assert_true (pm_store_add_resource (db, second, "u", "image/png", empty, &error));
  loaded = pm_store_load_resource (db, first, "u", &error);
  g_assert_true (g_bytes_equal (loaded, image));
  loaded_empty = pm_store_load_resource (db, second, "u", &error);
  g_assert_cmpuint (g_bytes_get_size (loaded_empty), ==, 0);
  fixture_assert_query (db, "SELECT count(*) FROM blob", "3");
  page->body_sha256 = g_strdup ("abc");
  g_assert_cmpint (pm_store_add_capture (db, second, page, &error), >, 0);
  g_assert_true (pm_store_delete_article (db, first, &error));
  fixture_assert_query (db, "SELECT count(*) FROM blob", "2");
  pm_store_set_trashed (db, second, 10, &error);
  g_assert_true (pm_store_purge_trash (db, 10, &error));
  fixture_assert_query (db, "SELECT count(*) FROM article", "1");
  g_assert_true (pm_store_purge_trash (db, 11, &error));
  fixture_assert_query (db,
                        "SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM blob) + "
                        "(SELECT count(*) FROM capture) + (SELECT count(*) FROM hop) + "
                        "(SELECT count(*) FROM document) + (SELECT count(*) FROM mark) + "
                        "(SELECT count(*) FROM mention) + (SELECT count(*) FROM quote) + "
                        "(SELECT count(*) FROM source) + (SELECT count(*) FROM headline) + "
                        "(SELECT count(*) FROM search)",
                        "0");
  fixture_assert_sound (db);
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmRecord) record = pm_store_load_record (db, id, TRUE, &error);
  g_autoptr (PmDocument) expected = fixture_document (FIXTURE_TEXT);
  const PmMark *marks;
  const PmMark *wanted;
  gsize n_marks;
  gsize n_wanted;

  g_assert_no_error (error);
  g_assert_cmpstr (pm_document_get_text (record->document), ==, FIXTURE_TEXT);
  for (guint i = 0; i < PM_N_META; i++)
    {
      g_assert_cmpstr (pm_document_get_meta (record->document, i), ==,
                       pm_document_get_meta (expected, i));
      g_assert_cmpstr (pm_document_get_meta_key (record->document, i), ==,
                       pm_document_get_meta_key (expected, i));
    }
  marks = pm_document_get_marks (record->document, &n_marks);
  wanted = pm_document_get_marks (expected, &n_wanted);
  g_assert_cmpuint (n_marks, ==, n_wanted);
  for (gsize i = 0; i < n_marks; i++)
    {
      g_assert_cmpint (marks[i].kind, ==, wanted[i].kind);
      g_assert_cmpuint (marks[i].span.start, ==, wanted[i].span.start);
      g_assert_cmpuint (marks[i].span.end, ==, wanted[i].span.end);
      g_assert_cmpint (marks[i].level, ==, wanted[i].level);
      g_assert_cmpint (marks[i].number, ==, wanted[i].number);
      g_assert_cmpstr (marks[i].url, ==, wanted[i].url);
      g_assert_cmpstr (marks[i].text, ==, wanted[i].text);
    }
  g_assert_cmpstr (record->article->title, ==, "Der Hafen 😀");
  g_assert_cmpstr (record->article->outlet, ==, "The Harbour Post");
  g_assert_cmpstr (record->article->byline, ==, "Ada Ångström");
  g_assert_cmpstr (record->article->published, ==, "2025-01-30");
  g_assert_cmpstr (record->article->language, ==, "de");
  g_assert_nonnull (record->page->body);
}

static void
test_analysis (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmRecord) record = pm_store_load_record (db, id, FALSE, &error);
  const PmEntity *entity;
  const PmQuote *quote;
  const PmSource *source;
  PmSpan said = fixture_find (FIXTURE_TEXT, "said");

  g_assert_no_error (error);
  entity = record->analysis->entities->pdata[0];
  g_assert_cmpstr (entity->name, ==, "Zoë Müller");
  g_assert_cmpint (entity->type, ==, PM_ENTITY_PERSON);
  g_assert_cmpstr (entity->aliases->pdata[0], ==, "The mayor");
  g_assert_cmpuint (entity->mentions->len, ==, 1);
  quote = record->analysis->quotes->pdata[0];
  g_assert_cmpint (quote->kind, ==, PM_QUOTE_DIRECT);
  g_assert_cmpuint (quote->cue.start, ==, said.start);
  g_assert_cmpuint (quote->cue.end, ==, said.end);
  g_assert_cmpstr (quote->speaker_name, ==, "Zoë Müller");
  g_assert_cmpstr (quote->rule, ==, "name-before-cue");
  g_assert_cmpint (quote->entity, ==, 0);
  g_assert_cmpfloat (quote->confidence, ==, 0.75);
  source = record->analysis->sources->pdata[0];
  g_assert_cmpint (source->kind, ==, PM_SOURCE_NEWS);
  g_assert_cmpstr (source->url, ==, "https://other.example/page#part");
  g_assert_cmpint (source->entity, ==, -1);
  source = record->analysis->sources->pdata[1];
  g_assert_null (source->url);
  g_assert_cmpint (source->entity, ==, 0);
}

static void
test_citing (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 citing = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  gint64 cited = fixture_add_article (db, "https://other.example/page", "Cited\n\nText.");
  g_autoptr (GPtrArray) articles = pm_store_list_citing (db, cited, &error);
  g_autoptr (GPtrArray) none = pm_store_list_citing (db, citing, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  g_assert_cmpint (((PmArticle *) articles->pdata[0])->id, ==, citing);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) queued = pm_article_new ("https://q.example/");
  static const struct
  {
    int version;
    guint n;
  } cases[] = { { 0, 1 }, { 3, 0 }, { 4, 1 } };

  fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  pm_store_add_article (db, queued, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = pm_store_list_stale (db, cases[i].version, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, cases[i].n);
    }
}

/* Spans that do not fit their text are refused as a whole; what was there stays. */
static void
test_bad_spans (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmDocument) document = fixture_document ("Short.");
  g_autoptr (PmDocument) same = fixture_document (FIXTURE_TEXT);
  g_autoptr (PmAnalysis) analysis = fixture_analysis ();
  PmQuote *quote = analysis->quotes->pdata[0];

  g_assert_false (pm_store_save_document (db, id, 0, document, analysis, 4, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  quote->span.start += 1; /* inside the quotation mark */
  g_assert_false (pm_store_save_document (db, id, 0, same, analysis, 4, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FAILED);
  fixture_assert_query (db, "SELECT analysis_version FROM document", "3");
  fixture_assert_query (db, "SELECT count(*) FROM quote", "1");
  fixture_assert_sound (db);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/rows/article", test_article);
  ADD ("/store/rows/title", test_title);
  ADD ("/store/rows/fields", test_fields);
  ADD ("/store/rows/not-found", test_not_found);
  ADD ("/store/rows/find", test_find);
  ADD ("/store/rows/find-by-key", test_find_by_key);
  ADD ("/store/rows/capture", test_capture);
  ADD ("/store/rows/blobs", test_blobs);
  ADD ("/store/rows/document", test_document);
  ADD ("/store/rows/analysis", test_analysis);
  ADD ("/store/rows/citing", test_citing);
  ADD ("/store/rows/stale", test_stale);
  ADD ("/store/rows/bad-spans", test_bad_spans);
  return g_test_run ();
}

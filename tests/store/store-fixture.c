/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

char *
fixture_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("pressmark-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
fixture_remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_folder (g_steal_pointer (&path));
      else
        g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

PmDb *
fixture_open (const char *folder, const char *name, PmDbMode mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  PmDb *db = pm_store_open (path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);
  return db;
}

char *
fixture_query (PmDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, sql);
  gboolean found = pm_stmt_step (stmt, &error);

  g_assert_no_error (error);
  if (!found || pm_stmt_is_null (stmt, 0))
    return NULL;
  if (pm_stmt_get_text (stmt, 0) != NULL)
    return g_strdup (pm_stmt_get_text (stmt, 0));
  return g_strdup_printf ("%" G_GINT64_FORMAT, pm_stmt_get_int64 (stmt, 0));
}

char *
fixture_digest_authored (PmDb *db)
{
  static const char *const tables[] = {
    "SELECT group_concat(quote(id) || quote(uuid) || quote(url) || quote(added) || quote(trashed) "
    "|| quote(state) || quote(error) || quote(unread) || quote(note)) FROM article",
    "SELECT group_concat(quote(id) || quote(name)) FROM tag",
    "SELECT group_concat(quote(article) || quote(tag) || quote(position)) FROM article_tag",
    "SELECT group_concat(quote(id) || quote(name)) FROM collection",
    "SELECT group_concat(quote(article) || quote(collection) || quote(position)) "
    "FROM article_collection",
    "SELECT group_concat(quote(id) || quote(uuid) || quote(article) || quote(exact) || "
    "quote(prefix) || quote(suffix) || quote(hint_start) || quote(hint_end) || quote(color) || "
    "quote(note) || quote(created) || quote(modified)) FROM highlight",
    "SELECT group_concat(quote(highlight) || quote(tag) || quote(position)) FROM highlight_tag",
    "SELECT coalesce(group_concat(quote(id) || quote(uuid) || quote(article) || quote(kind) || "
    "quote(type) || quote(name) || quote(form) || quote(to_type) || quote(to_name) || "
    "quote(created)), '') FROM entity_correction",
    "SELECT coalesce(group_concat(quote(id) || quote(uuid) || quote(article) || quote(verdict) || "
    "quote(kind) || quote(exact) || quote(prefix) || quote(suffix) || quote(hint_start) || "
    "quote(hint_end) || quote(speaker) || quote(created)), '') FROM quote_verdict",
  };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *rows = fixture_query (db, tables[i]);

      g_assert_nonnull (rows);
      g_checksum_update (checksum, (const guchar *) rows, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

PmSpan
fixture_find (const char *text, const char *words)
{
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  return (PmSpan){ found - text, found - text + strlen (words) };
}

PmDocument *
fixture_document (const char *text)
{
  PmDocument *document = pm_document_new (g_strdup (text), -1);
  gsize title = strcspn (text, "\n");

  pm_document_add_mark (document, PM_MARK_TITLE, (PmSpan){ 0, title }, 0, 0, NULL, NULL);
  if (text[title] != '\0')
    pm_document_add_mark (document, PM_MARK_PARAGRAPH, (PmSpan){ title + 2, strlen (text) }, 0, 0,
                          NULL, NULL);
  pm_document_add_mark (document, PM_MARK_IMAGE, (PmSpan){ strlen (text), strlen (text) }, 0, -3,
                        "https://news.example/a.png", "Ein Schiff ⚓");
  pm_document_set_meta (document, PM_META_TITLE, "Der Hafen 😀", "json-ld:headline");
  pm_document_set_meta (document, PM_META_OUTLET, "The Harbour Post", "og:site_name");
  pm_document_set_meta (document, PM_META_BYLINE, "Ada Ångström", "author");
  pm_document_set_meta (document, PM_META_PUBLISHED, "2025-01-30", "h");
  pm_document_set_meta (document, PM_META_LANGUAGE, "de", "html");
  return document;
}

PmAnalysis *
fixture_analysis (void)
{
  const char *text = FIXTURE_TEXT;
  PmAnalysis *analysis = pm_analysis_new ();
  PmEntity *entity = pm_entity_new ("Zoë Müller", PM_ENTITY_PERSON);
  PmQuote *quote = pm_quote_new (PM_QUOTE_DIRECT, fixture_find (text, "“I never took money.”"));
  PmSpan mention = fixture_find (text, "Zoë Müller");
  PmSource *source = pm_source_new (PM_SOURCE_NEWS, fixture_find (text, "far away"), "far away",
                                    "https://other.example/page#part");

  g_ptr_array_add (entity->aliases, g_strdup ("The mayor"));
  g_array_append_val (entity->mentions, mention);
  g_ptr_array_add (analysis->entities, entity);
  quote->cue = fixture_find (text, "said");
  quote->speaker = mention;
  quote->speaker_name = g_strdup ("Zoë Müller");
  quote->entity = 0;
  quote->rule = g_strdup ("name-before-cue");
  quote->confidence = 0.75;
  g_ptr_array_add (analysis->quotes, quote);
  g_ptr_array_add (analysis->sources, source);
  source = pm_source_new (PM_SOURCE_OTHER, mention, "Zoë Müller", NULL);
  source->entity = 0;
  g_ptr_array_add (analysis->sources, source);
  return analysis;
}

PmPage *
fixture_page (const char *url, const char *body)
{
  PmPage *page = pm_page_new (url);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  PmHop *hop = pm_hop_new (url);

  page->content_type = g_strdup ("text/html");
  page->charset = g_strdup ("utf-8");
  page->fetched = 1700000000000000;
  pm_page_set_body (page, bytes, NULL, NULL);
  hop->status = 200;
  hop->reason = g_strdup ("OK");
  hop->response_headers = g_strdup ("Content-Type: text/html\n");
  hop->address = g_strdup ("192.0.2.7:443");
  hop->started = 5;
  hop->finished = 7;
  g_ptr_array_add (page->hops, hop);
  return page;
}

PmHighlight *
fixture_highlight (gint64 article, const char *text, const char *words)
{
  return pm_highlight_new (article, text, strlen (text), fixture_find (text, words));
}

gint64
fixture_add_article (PmDb *db, const char *url, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = pm_article_new (url);
  g_autoptr (PmPage) page = fixture_page (url, "<html>");
  g_autoptr (PmDocument) document = fixture_document (text);
  g_autoptr (PmAnalysis) analysis = strcmp (text, FIXTURE_TEXT) == 0 ? fixture_analysis ()
                                                                     : pm_analysis_new ();
  gint64 capture;
  gint64 id;

  article->state = PM_ARTICLE_READY;
  id = pm_store_add_article (db, article, &error);
  g_assert_no_error (error);
  capture = pm_store_add_capture (db, id, page, &error);
  g_assert_no_error (error);
  pm_store_save_document (db, id, capture, document, analysis, 3, &error);
  g_assert_no_error (error);
  return id;
}

void
fixture_assert_sound (PmDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = pm_store_check (db, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

GPtrArray *
fixture_make_names (const char *first, const char *second)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup (first));
  if (second != NULL)
    g_ptr_array_add (names, g_strdup (second));
  return names;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "articles-fixture.h"

#include <string.h>

const char *articles_second;

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *fixture = user_data;
  static const char pixels[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\10\0\0\0\0";
  g_autofree char *html = NULL;

  fixture->n_requests++;
  if (g_str_equal (path, "/picture.png"))
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, pixels,
                                        sizeof pixels);
      return;
    }
  if (g_str_equal (path, "/moved"))
    {
      soup_server_message_set_redirect (message, 302, "/article");
      return;
    }
  if (!g_str_has_prefix (path, "/article"))
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  html = g_strdup_printf ("<!DOCTYPE html><html lang=en><head><title>Gauge to be rebuilt</title>"
                          "<meta property='og:site_name' content='The Estuary "
                          "Post'></head><body><nav><a href='/'>Home</a></nav>"
                          "<article><h1>Gauge to be rebuilt</h1><p>%s</p><p>%s</p><figure><img "
                          "src='/picture.png' alt='The gauge' width=256 "
                          "height=256></figure><p>%s See <a href='%s/article-two'>the earlier "
                          "story</a>.</p></article></body></html>",
                          FIXTURE_COUNCIL, articles_second, FIXTURE_REPORT, fixture->base);
  fixture_answer (fixture, message, html);
}

void
articles_set_up (Fixture *fixture, gconstpointer data)
{
  articles_second = ARTICLES_SECOND;
  fixture_set_up (fixture, serve_cb);
}

PmArticle *
articles_add (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PmArticle *article = fixture_add (fixture, "/article", FALSE, NULL, NULL, &error);

  g_assert_no_error (error);
  return article;
}

PmHighlight *
articles_highlight (Fixture *fixture, gint64 id, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = fixture_load (fixture, id);
  const char *text = pm_document_get_text (record->document);
  const char *hit = strstr (text, words);
  g_autoptr (PmHighlight) highlight = NULL;
  PmHighlight *stored;

  g_assert_nonnull (hit);
  highlight = pm_highlight_new (id, text, strlen (text),
                                (PmSpan){ hit - text, hit - text + strlen (words) });
  pm_highlight_add_tag (highlight, "gauge");
  pm_highlight_set_note (highlight, "Ask her.");
  stored = pm_notebook_put_highlight (fixture->notebook, highlight, &error);
  g_assert_no_error (error);
  return stored;
}

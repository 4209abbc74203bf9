/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether the links of an article still answer, over a real server on the loopback. */

#include "notebook-fixture.h"

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><title>Tide gauge</title><article><h1>Tide "                       \
  "gauge</h1><p>" FIXTURE_COUNCIL                                                                  \
  " See <a href='/fine'>the plan</a>, <a href='/fine#map'>its map</a>, "                           \
  "<a href='/old'>the old plan</a> and <a href='/missing'>the minutes</a>.</p><p>" FIXTURE_REPORT  \
  " See <a href='%s'>the service</a>.</p></article>"

/* What was asked of the server since the article came. */
static GString *asked;

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *html = g_strdup_printf (PAGE, "http://127.0.0.1:9/service");

  g_string_append_printf (asked, "%s ", path);
  if (g_str_equal (path, "/old"))
    soup_server_message_set_redirect (message, 301, "/fine");
  else if (g_str_equal (path, "/missing"))
    soup_server_message_set_status (message, 404, NULL);
  else
    fixture_answer (fixture, message, html);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  asked = g_string_new (NULL);
  fixture_set_up (fixture, serve_cb);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_tear_down (fixture, data);
  g_string_free (asked, TRUE);
}

static PmRecord *
add_article (Fixture *fixture)
{
  g_autoptr (PmArticle) article = fixture_add (fixture, "/article", FALSE, NULL, NULL, NULL);

  g_string_truncate (asked, 0);
  return fixture_load (fixture, article->id);
}

/* The state of the link whose address ends in @path, or %NULL when it was never asked for. */
static const char *
find_state (Fixture *fixture, PmRecord *record, const char *path)
{
  g_autoptr (GError) error = NULL;
  PmLinks *links = pm_notebook_load_links (fixture->notebook, record, &error);
  const char *state = NULL;
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < record->analysis->sources->len; i++)
    {
      const PmSource *source = record->analysis->sources->pdata[i];
      const PmAnswer *answer = links->answers->pdata[i];

      if (source->url == NULL || !g_str_has_suffix (source->url, path))
        continue;
      found = TRUE;
      state = answer != NULL ? pm_answer_kind_to_string (pm_answer_get_kind (answer, source->url))
                             : NULL;
    }
  g_assert_true (found);
  pm_links_free (links);
  return state;
}

static void
count_cb (const char *url, const PmAnswer *answer, guint done, guint total, gpointer data)
{
  guint *n = data;

  g_assert_cmpuint (done, ==, ++n[0]);
  g_assert_cmpuint (done, <=, total);
  n[1] = total;
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) record = add_article (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n[2] = { 0 };

  g_assert_null (find_state (fixture, record, "/missing"));
  pm_notebook_check_links_async (fixture->notebook, record, NULL, count_cb, n, NULL,
                                 fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (pm_notebook_check_links_finish (fixture->notebook, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n[0], ==, 5);
  g_assert_cmpuint (n[1], ==, 5);
  g_assert_cmpstr (find_state (fixture, record, "/fine"), ==, "fine");
  g_assert_cmpstr (find_state (fixture, record, "/fine#map"), ==, "fine");
  g_assert_cmpstr (find_state (fixture, record, "/old"), ==, "moved");
  g_assert_cmpstr (find_state (fixture, record, "/missing"), ==, "gone");
  /* Another port is another site, and on a private network. */
  g_assert_cmpstr (find_state (fixture, record, "/service"), ==, "silent");
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) record = add_article (fixture);
  g_autofree char *url = g_strconcat (fixture->base, "/missing", NULL);
  const char *const urls[] = { url, "http://127.0.0.1:9/not-of-the-article", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  pm_notebook_check_links_async (fixture->notebook, record, urls, NULL, NULL, NULL, fixture_keep_cb,
                                 &result);
  fixture_wait (&result);
  g_assert_true (pm_notebook_check_links_finish (fixture->notebook, result, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (asked->str, ==, "/missing /missing ");
  g_assert_cmpstr (find_state (fixture, record, "/missing"), ==, "gone");
  g_assert_null (find_state (fixture, record, "/old"));
}

static void
stop_cb (const char *url, const PmAnswer *answer, guint done, guint total, gpointer data)
{
  g_cancellable_cancel (data);
}

/* What is known by then stays known; the server holds the rest. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) record = add_article (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->held = g_ptr_array_new ();
  pm_notebook_check_links_async (fixture->notebook, record, NULL, stop_cb, cancellable, cancellable,
                                 fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_false (pm_notebook_check_links_finish (fixture->notebook, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (find_state (fixture, record, "/fine"));
  fixture_let_go (fixture);
}

/* A notebook that is closed waits for no server. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmRecord) record = add_article (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->held = g_ptr_array_new ();
  pm_notebook_check_links_async (fixture->notebook, record, NULL, NULL, NULL, NULL, fixture_keep_cb,
                                 &result);
  while (fixture->held->len == 0)
    g_main_context_iteration (NULL, TRUE);
  pm_notebook_close (fixture->notebook);
  fixture_wait (&result);
  g_assert_false (pm_notebook_check_links_finish (fixture->notebook, result, &error));
  fixture_let_go (fixture);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/notebook/answers/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all", test_all);
  ADD ("one", test_one);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
  return g_test_run ();
}

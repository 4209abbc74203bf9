/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article whose page changes: what is a version, what changed, and what became of the
 * highlights. */

#include "notebook-fixture.h"

#include <string.h>

#define FIRST FIXTURE_COUNCIL
#define SECOND                                                                                     \
  "The harbour master said that they should have done this ten years ago, when there was still "   \
  "money in the town’s chest for such things."
#define SECOND_EDITED                                                                              \
  "The harbour master said that they could have done this twelve years ago, when there was still " \
  "money in the town’s chest for such things."
#define THIRD FIXTURE_REPORT
#define FOURTH                                                                                     \
  "A new gauge is to be built on the north pier, and is to tell the time as well as the water "    \
  "from the spring of next year on."

static const char *paragraphs[4]; /* as served, up to the first %NULL; none: an error instead */
static guint n_counted;           /* times that counts were kept */

/* Around the text something is different in every answer. */
static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GString) html = g_string_new (NULL);

  fixture->n_requests++;
  if (g_str_equal (path, "/short"))
    {
      soup_server_message_set_redirect (message, 302, "/article");
      return;
    }
  if (paragraphs[0] == NULL || !g_str_has_prefix (path, "/article"))
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  g_string_printf (html,
                   "<!DOCTYPE html><html lang=en><head><title>Gauge to be rebuilt</title>"
                   "<link rel=canonical href='/article'></head>"
                   "<body><nav><a href='/?%u'>Home</a></nav><article><h1>Gauge to be rebuilt</h1>",
                   fixture->n_requests);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_string_append_printf (html, "<p>%s</p>\n", paragraphs[i]);
  g_string_append (html, "</article></body></html>");
  fixture_answer (fixture, message, html->str);
}

static void
serve (const char *first, const char *second, const char *third)
{
  paragraphs[0] = first;
  paragraphs[1] = second;
  paragraphs[2] = third;
}

static void
changed_cb (PmNotebook *notebook, gint64 article, guint parts, gpointer user_data)
{
  n_counted += (parts & PM_NOTEBOOK_VERSIONS) != 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  serve (FIRST, SECOND, THIRD);
  n_counted = 0;
  fixture_set_up (fixture, serve_cb);
  g_signal_connect (fixture->notebook, "changed", G_CALLBACK (changed_cb), NULL);
}

static gint64
add (Fixture *fixture, const char *path, gboolean *existed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = fixture_add (fixture, path, FALSE, existed, NULL, &error);

  g_assert_no_error (error);
  return article->id;
}

static gboolean
refresh (Fixture *fixture, gint64 article)
{
  gboolean done = fixture_refresh (fixture, article, NULL);

  /* Images are looked for after the answer. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  return done;
}

static GPtrArray *
list (Fixture *fixture, gint64 article)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions;

  pm_notebook_list_versions_async (fixture->notebook, article, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  versions = pm_notebook_list_versions_finish (fixture->notebook, result, &error);
  g_assert_no_error (error);
  return versions;
}

static guint
count_captures (Fixture *fixture, gint64 article)
{
  g_autoptr (PmRecord) record = fixture_load (fixture, article);

  return record->captures->len;
}

/* --- listing --- */

static void
test_first (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GPtrArray) versions = list (fixture, id);
  const PmVersion *only;

  g_assert_cmpuint (versions->len, ==, 1);
  only = versions->pdata[0];
  g_assert_cmpuint (only->words, >, 60);
  g_assert_cmpuint (only->n_added + only->n_removed, ==, 0);
  g_assert_true (only->is_shown);
  g_assert_cmpint (only->seen, ==, only->fetched);
  g_assert_true (g_str_has_suffix (only->url, "/article"));
}

static void
test_noise (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GPtrArray) versions = NULL;
  const PmVersion *only;

  g_assert_true (refresh (fixture, id));
  g_assert_true (refresh (fixture, id));
  versions = list (fixture, id);
  g_assert_cmpuint (versions->len, ==, 1);
  only = versions->pdata[0];
  g_assert_true (only->is_shown);
  g_assert_cmpint (only->seen, >, only->fetched);
  g_assert_cmpuint (count_captures (fixture, id), ==, 3);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GPtrArray) versions = NULL;
  const PmVersion *newest;
  const PmVersion *oldest;

  serve (FIRST, SECOND_EDITED, THIRD);
  g_assert_true (refresh (fixture, id));
  g_assert_true (refresh (fixture, id));
  serve (FIRST, SECOND_EDITED, NULL);
  g_assert_true (refresh (fixture, id));
  versions = list (fixture, id);
  g_assert_cmpuint (versions->len, ==, 3);
  newest = versions->pdata[0];
  g_assert_cmpuint (newest->n_added, ==, 0);
  g_assert_cmpuint (newest->n_removed, ==, 24);
  g_assert_true (newest->is_shown);
  newest = versions->pdata[1];
  g_assert_cmpuint (newest->n_added, ==, 2);
  g_assert_cmpuint (newest->n_removed, ==, 2);
  g_assert_cmpint (newest->seen, >, newest->fetched);
  g_assert_false (newest->is_shown);
  oldest = versions->pdata[2];
  g_assert_cmpuint (oldest->words, ==, newest->words);
  g_assert_cmpint (oldest->fetched, <, newest->fetched);
}

/* What was counted once is not counted again. */
static void
test_counted_once (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GPtrArray) first = list (fixture, id);
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (n_counted, ==, 1);
  second = list (fixture, id);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpuint (n_counted, ==, 1);
  serve (FIRST, THIRD, NULL);
  g_assert_true (refresh (fixture, id));
  third = list (fixture, id);
  g_assert_cmpuint (n_counted, ==, 2);
  g_assert_cmpuint (third->len, ==, 2);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmNotebook) reader = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  serve (FIRST, THIRD, NULL);
  g_assert_true (refresh (fixture, id));
  reader = pm_notebook_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  versions = pm_notebook_list_versions (reader, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  pm_notebook_close (reader);
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (PmRecord) record = NULL;

  serve (NULL, NULL, NULL);
  g_assert_false (refresh (fixture, id));
  versions = list (fixture, id);
  g_assert_cmpuint (versions->len, ==, 1);
  record = fixture_load (fixture, id);
  g_assert_cmpint (record->article->state, ==, PM_ARTICLE_READY);
  g_assert_nonnull (record->document);
}

/* A second address that leads to the article brings a version like any other fetch, and from then
 * on is known. */
static void
test_second_address (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article?utm_source=list", NULL);
  gboolean existed = FALSE;
  g_autoptr (GPtrArray) versions = NULL;
  guint n_requests;

  serve (FIRST, SECOND_EDITED, THIRD);
  g_assert_cmpint (add (fixture, "/article#comments", &existed), ==, id);
  g_assert_true (existed);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
  g_assert_cmpint (add (fixture, "/short", &existed), ==, id);
  g_assert_true (existed);
  versions = list (fixture, id);
  g_assert_cmpuint (versions->len, ==, 2);
  n_requests = fixture->n_requests;
  g_assert_cmpint (add (fixture, "/short?fbclid=1", &existed), ==, id);
  g_assert_cmpuint (fixture->n_requests, ==, n_requests);
}

/* What says that it stands at the article's address is the article when it also reads like it; that
 * alone is no reason to take its text for the article's, nor another text for the same. */
static void
test_variant (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  gboolean existed = FALSE;
  g_autoptr (GPtrArray) versions = NULL;

  serve (FIRST, SECOND_EDITED, THIRD);
  g_assert_cmpint (add (fixture, "/article/print", &existed), ==, id);
  g_assert_true (existed);
  versions = list (fixture, id);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpuint (count_captures (fixture, id), ==, 1);
  serve (FOURTH, SECOND_EDITED, NULL);
  g_assert_cmpint (add (fixture, "/article/page-2", &existed), !=, id);
  g_assert_false (existed);
}

/* The other way round: the article's own page is more than the variant that was here before it. */
static void
test_variant_first (Fixture *fixture, gconstpointer data)
{
  gint64 print = add (fixture, "/article/print", NULL);
  gboolean existed = FALSE;
  g_autoptr (GPtrArray) versions = NULL;
  gint64 page_2;

  serve (FOURTH, SECOND_EDITED, NULL);
  page_2 = add (fixture, "/article/page-2", &existed);
  g_assert_cmpint (page_2, !=, print);
  g_assert_false (existed);
  serve (FIRST, SECOND_EDITED, THIRD);
  g_assert_cmpint (add (fixture, "/article", &existed), ==, print);
  g_assert_true (existed);
  versions = list (fixture, print);
  g_assert_cmpuint (versions->len, ==, 2);
}

static gboolean
revisit (Fixture *fixture, gint64 id, gint64 age, PmVersion **version)
{
  g_autoptr (PmRecord) record = fixture_load (fixture, id);
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  pm_notebook_revisit_async (fixture->notebook, record->article, age, NULL, fixture_keep_cb,
                             &result);
  fixture_wait (&result);
  done = pm_notebook_revisit_finish (fixture->notebook, result, version, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  return done;
}

static void
test_revisit (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  guint n_requests = fixture->n_requests;
  PmVersion *version;

  g_assert_true (revisit (fixture, id, PM_NOTEBOOK_REVISIT_AGE, &version));
  g_assert_null (version);
  g_assert_cmpuint (fixture->n_requests, ==, n_requests);
  g_assert_true (revisit (fixture, id, 0, &version));
  g_assert_null (version);
  g_assert_cmpuint (fixture->n_requests, >, n_requests);
  serve (FIRST, SECOND_EDITED, THIRD);
  g_assert_true (revisit (fixture, id, 0, &version));
  g_assert_cmpuint (version->n_added, ==, 2);
  g_assert_cmpuint (version->n_removed, ==, 2);
  pm_version_free (version);
  g_assert_true (revisit (fixture, id, 0, &version));
  g_assert_null (version);
  serve (NULL, NULL, NULL);
  g_assert_false (revisit (fixture, id, 0, &version));
}

/* --- comparing --- */

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmTextDiff) diff = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  serve (FIRST, SECOND_EDITED, THIRD);
  g_assert_true (refresh (fixture, id));
  versions = list (fixture, id);
  pm_notebook_compare_async (fixture->notebook, id, versions->pdata[1], versions->pdata[0], NULL,
                             fixture_keep_cb, &result);
  fixture_wait (&result);
  diff = pm_notebook_compare_finish (fixture->notebook, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < diff->pieces->len; i++)
    {
      PmDiffKind kind = g_array_index (diff->pieces, PmDiffPiece, i).kind;
      g_autofree char *text = pm_text_diff_dup_text (diff, i);

      if (kind == PM_DIFF_REMOVED || kind == PM_DIFF_ADDED)
        g_string_append_printf (changes, "%c%s", kind == PM_DIFF_ADDED ? '+' : '-', text);
    }
  g_assert_cmpstr (changes->str, ==, "- should+ could- ten+ twelve");
}

/* --- highlights --- */

static const struct
{
  const char *name;
  const char *words;
  const char *then[3];  /* what the page says later */
  const char *expected; /* (nullable): the words it then stands on; %NULL: an orphan */
} highlight_cases[] = {
  { "moved",
    "wrong by an hour for eleven years",
    { THIRD, FIRST, SECOND },
    "wrong by an hour for eleven years" },
  { "behind-something-new", "wrong by an hour", { FOURTH, SECOND, THIRD }, "wrong by an hour" },
  { "edited",
    "they should have done this ten years ago",
    { FIRST, SECOND_EDITED, THIRD },
    "they could have done this twelve years ago" },
  { "removed", "wrong by an hour for eleven years", { FIRST, SECOND, NULL }, NULL },
};

static PmHighlight *
load_highlight (Fixture *fixture, gint64 article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) highlights = pm_notebook_list_highlights (fixture->notebook, article,
                                                                  &error);

  g_assert_no_error (error);
  g_assert_cmpuint (highlights->len, ==, 1);
  return pm_highlight_copy (highlights->pdata[0]);
}

static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gint64 id = add (fixture, "/article", NULL);
  g_autoptr (PmRecord) record = fixture_load (fixture, id);
  const char *text = pm_document_get_text (record->document);
  gsize start = strstr (text, highlight_cases[i].words) - text;
  g_autoptr (PmHighlight) made = pm_highlight_new (id, text, strlen (text),
                                                   (PmSpan){
                                                       start,
                                                       start + strlen (highlight_cases[i].words) });
  g_autoptr (PmHighlight) stored = pm_notebook_put_highlight (fixture->notebook, made, NULL);
  g_autoptr (PmHighlight) found = NULL;
  g_autoptr (PmHighlight) again = NULL;
  g_autofree char *words = NULL;

  g_assert_nonnull (stored);
  serve (highlight_cases[i].then[0], highlight_cases[i].then[1], highlight_cases[i].then[2]);
  g_assert_true (refresh (fixture, id));
  found = load_highlight (fixture, id);
  g_assert_cmpint (found->orphan, ==, highlight_cases[i].expected == NULL);
  g_assert_cmpstr (found->anchor->exact, ==, highlight_cases[i].words);
  pm_record_unref (record);
  record = fixture_load (fixture, id);
  words = pm_document_dup_span (record->document, found->span);
  g_assert_cmpstr (words, ==,
                   highlight_cases[i].expected != NULL ? highlight_cases[i].expected : "");
  /* And back again, when the page takes it back. */
  serve (FIRST, SECOND, THIRD);
  g_assert_true (refresh (fixture, id));
  again = load_highlight (fixture, id);
  g_assert_cmpuint (again->span.start, ==, start);
  g_assert_false (again->orphan);
}

#define ADD(path, data, func)                                                                      \
  g_test_add ("/versions/" path, Fixture, data, set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first", NULL, test_first);
  ADD ("noise", NULL, test_noise);
  ADD ("changed", NULL, test_changed);
  ADD ("counted-once", NULL, test_counted_once);
  ADD ("read-only", NULL, test_read_only);
  ADD ("failed", NULL, test_failed);
  ADD ("second-address", NULL, test_second_address);
  ADD ("variant", NULL, test_variant);
  ADD ("variant-first", NULL, test_variant_first);
  ADD ("revisit", NULL, test_revisit);
  ADD ("compare", NULL, test_compare);
  for (gsize i = 0; i < G_N_ELEMENTS (highlight_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/versions/highlight/", highlight_cases[i].name, NULL);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_highlight, fixture_tear_down);
    }
  return g_test_run ();
}

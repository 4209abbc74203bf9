/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many links at once, over a real server on the loopback. */

#include "notebook-fixture.h"
#include "pm-article-list.h"

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><head><title>Article %s</title></head><body><article>"             \
  "<h1>Article %s</h1><p>The council of Port Ansgar voted on Monday to rebuild the old tide "      \
  "gauge, which had failed during the winter storms of last year, for the %s time.</p><p>"         \
  "According to a report by the Norland Maritime Authority, the gauge was wrong by an hour for "   \
  "eleven years, and nobody ever noticed it.</p></article></body></html>"

static guint n_changed;
static guint most_done;

/* "/a1" and the like are articles, "/moved" leads to the first of them. */
static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *html = NULL;

  if (!g_str_equal (path, "/robots.txt"))
    fixture->n_requests++;
  if (g_str_equal (path, "/moved"))
    {
      soup_server_message_set_redirect (message, 302, "/a1");
      return;
    }
  if (path[1] != 'a')
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  html = g_strdup_printf (PAGE, path + 1, path + 1, path + 2);
  fixture_answer (fixture, message, html);
}

static void
changed_cb (Fixture *fixture)
{
  n_changed++;
}

static void
intake_cb (Fixture *fixture, guint done, guint total)
{
  g_assert_cmpuint (done, <=, total);
  most_done = MAX (most_done, done);
}

static void
watch (Fixture *fixture)
{
  g_signal_connect_swapped (fixture->notebook, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->notebook, "intake", G_CALLBACK (intake_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  n_changed = most_done = 0;
  fixture_set_up (fixture, serve_cb);
  watch (fixture);
}

/* --- steps --- */

/* @paths: of the server, or whole addresses. */
static PmPlan *
plan_text (Fixture *fixture, const char *const *paths)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    g_string_append_printf (list, "%s%s\n", paths[i][0] == '/' ? fixture->base : "", paths[i]);
  return fixture_plan (fixture, list->str);
}

static PmPlan *
plan_many (Fixture *fixture, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s/a%u\n", fixture->base, i);
  return fixture_plan (fixture, list->str);
}

static guint
count_articles (Fixture *fixture, PmArticleState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = pm_notebook_list_articles (fixture->notebook, PM_LIST_ALL, NULL,
                                                              NULL, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < articles->len; i++)
    n += ((PmArticle *) articles->pdata[i])->state == state;
  return n;
}

/* --- cases --- */

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  const char *const first[] = { "/a1", NULL };
  const char *const second[] = { "/a1",     "/a2", "/a2/?utm_source=x#part", "javascript:x()",
                                 "http://", NULL };
  static const PmFate fates[] = { PM_FATE_HERE, PM_FATE_NEW, PM_FATE_BROKEN, PM_FATE_BROKEN };
  g_autoptr (PmPlan) one = plan_text (fixture, first);
  g_autoptr (PmIntake) intake = fixture_add_links (fixture, one);
  g_autoptr (PmPlan) two = plan_text (fixture, second);

  g_assert_cmpuint (intake->n_added, ==, 1);
  g_assert_cmpuint (two->links->len, ==, G_N_ELEMENTS (fates));
  for (guint i = 0; i < two->links->len; i++)
    {
      PmPlanned *planned = two->links->pdata[i];

      g_assert_cmpint (planned->fate, ==, fates[i]);
      g_assert_true ((planned->link->problem != NULL) == (planned->fate == PM_FATE_BROKEN));
      g_assert_true ((planned->article != 0) == (planned->fate == PM_FATE_HERE));
    }
  g_assert_cmpuint (two->n_repeated, ==, 1);
  g_assert_cmpuint (two->n_fates[PM_FATE_BROKEN], ==, 2);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_READY), ==, 1);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  const char *const paths[] = { "/a1", "/a2", "/moved", "/nothing", "mailto:x@example.org", NULL };
  g_autoptr (PmPlan) made = plan_text (fixture, paths);
  g_autoptr (PmIntake) intake = fixture_add_links (fixture, made);
  PmMiss *miss;
  g_autoptr (PmPlan) again = NULL;

  g_assert_cmpuint (intake->n_added, ==, 2);
  g_assert_cmpuint (intake->n_here, ==, 1);
  g_assert_cmpuint (intake->n_left, ==, 0);
  g_assert_cmpuint (intake->missed->len, ==, 1);
  miss = intake->missed->pdata[0];
  g_assert_true (g_str_has_suffix (miss->url, "/nothing"));
  g_assert_true (g_str_has_suffix (miss->message, "."));
  g_assert_cmpint (miss->article, !=, 0);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_READY), ==, 2);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_FAILED), ==, 1);
  /* What failed is tried once more; what is here is not, nor what is known to lead there. */
  again = plan_text (fixture, paths);
  g_assert_cmpuint (again->n_fates[PM_FATE_NEW], ==, 1);
  g_assert_cmpuint (again->n_fates[PM_FATE_HERE], ==, 3);
  g_assert_cmpint (((PmPlanned *) again->links->pdata[3])->article, ==, miss->article);
}

static void
test_words_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char
      *list = g_strdup_printf ("title,url,time_added,tags,folder,note\n"
                               "My title,%s/a1,1600000000,tide|gauge,Ports,\"My, note\"\n"
                               "Other,%s/a2,99999999999,,,\n",
                               fixture->base, fixture->base);
  g_autoptr (PmPlan) made = fixture_plan (fixture, list);
  const char *const tags[] = { "all", "tide", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  PmArticle *article;

  pm_notebook_add_links_async (fixture->notebook, made, tags, "Pile", NULL, NULL, NULL,
                               fixture_keep_cb, &result);
  fixture_wait (&result);
  intake = pm_notebook_add_links_finish (fixture->notebook, result, NULL);
  g_assert_cmpuint (intake->n_added, ==, 2);
  articles = pm_notebook_list_articles (fixture->notebook, PM_LIST_ALL, NULL, NULL, 0, NULL);
  article = articles->pdata[1];
  g_assert_cmpstr (article->title, ==, "Article a1");
  g_assert_cmpstr (article->note, ==, "My, note");
  g_assert_cmpint (article->added, ==, G_GINT64_CONSTANT (1600000000) * G_USEC_PER_SEC);
  g_assert_cmpuint (article->tags->len, ==, 3);
  g_assert_cmpstr (article->tags->pdata[1], ==, "gauge");
  g_assert_cmpstr (article->tags->pdata[2], ==, "all");
  g_assert_cmpuint (article->collections->len, ==, 2);
  /* Nothing was added in the future. */
  article = articles->pdata[0];
  g_assert_cmpint (article->added, <=, g_get_real_time ());
}

/* Views hear of a hundred articles a few times, and of a single one at once. */
static void
test_told_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmPlan) made = plan_many (fixture, 100);
  g_autoptr (PmArticleList) list = pm_article_list_new (fixture->notebook);
  guint n_reads = 0;
  g_autoptr (PmIntake) intake = NULL;

  while (pm_article_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (changed_cb), fixture);
  g_signal_handlers_disconnect_by_data (fixture->notebook, fixture);
  g_signal_connect_swapped (fixture->notebook, "intake", G_CALLBACK (intake_cb), fixture);
  intake = fixture_add_links (fixture, made);
  n_reads = n_changed;
  g_assert_cmpuint (intake->n_added, ==, 100);
  g_assert_cmpuint (most_done, ==, 100);
  /* The rows all came at once. */
  g_assert_cmpuint (n_reads, <=, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100);
}

/* Starts adding, and comes back when two articles are being downloaded. */
static void
add_held (Fixture *fixture, PmPlan *made, GAsyncResult **result)
{
  fixture->held = g_ptr_array_new ();
  pm_notebook_add_links_async (fixture->notebook, made, NULL, NULL, NULL, NULL, NULL,
                               fixture_keep_cb, result);
  while (fixture->held->len < 2)
    g_main_context_iteration (NULL, TRUE);
}

/* Closes the notebook in the middle of that, and opens it anew. */
static PmIntake *
reopen (Fixture *fixture, GAsyncResult **result)
{
  PmIntake *intake;

  pm_notebook_close (fixture->notebook);
  fixture_wait (result);
  intake = pm_notebook_add_links_finish (fixture->notebook, *result, NULL);
  g_clear_object (result);
  fixture_let_go (fixture);
  fixture_close (fixture);
  fixture_open (fixture, TRUE);
  watch (fixture);
  return intake;
}

/* Closed in the middle, as after a crash, everything waits; the next run takes it up. */
static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmPlan) made = plan_many (fixture, 30);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) resumed = NULL;
  g_autoptr (PmIntake) intake = NULL;
  g_autoptr (PmIntake) rest = NULL;

  add_held (fixture, made, &result);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_QUEUED), ==, 30);
  intake = reopen (fixture, &result);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_QUEUED), ==, 30);
  pm_notebook_resume_async (fixture->notebook, NULL, fixture_keep_cb, &resumed);
  fixture_wait (&resumed);
  rest = pm_notebook_add_links_finish (fixture->notebook, resumed, NULL);
  g_assert_cmpuint (rest->n_added, ==, 30);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_READY), ==, 30);
}

/* A queue that another run left is taken up by adding the list again. */
static void
test_add_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmPlan) made = plan_many (fixture, 10);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmIntake) left = NULL;
  g_autoptr (PmPlan) again = NULL;
  g_autoptr (PmIntake) intake = NULL;

  add_held (fixture, made, &result);
  left = reopen (fixture, &result);
  again = plan_many (fixture, 12);
  g_assert_cmpuint (again->n_fates[PM_FATE_NEW], ==, 12);
  intake = fixture_add_links (fixture, again);
  g_assert_cmpuint (intake->n_added, ==, 12);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_READY), ==, 12);
}

/* What has come stays, the rest of the list goes; what the user knew before says what happened. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const char *const known[] = { "/nothing", NULL };
  g_autoptr (PmPlan) failing = plan_text (fixture, known);
  g_autoptr (PmIntake) failed = fixture_add_links (fixture, failing);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (PmPlan) made = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmIntake) intake = NULL;

  g_assert_cmpuint (failed->missed->len, ==, 1);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (list, "%s/a%u\n", fixture->base, i);
  g_string_append_printf (list, "%s/nothing\n", fixture->base);
  made = fixture_plan (fixture, list->str);
  most_done = 0;
  pm_notebook_add_links_async (fixture->notebook, made, NULL, NULL, NULL, NULL, NULL,
                               fixture_keep_cb, &result);
  while (most_done < 5)
    g_main_context_iteration (NULL, TRUE);
  pm_notebook_cancel_links (fixture->notebook);
  fixture_wait (&result);
  intake = pm_notebook_add_links_finish (fixture->notebook, result, NULL);
  g_assert_cmpuint (intake->n_added, >=, 5);
  g_assert_cmpuint (intake->n_left, >, 0);
  g_assert_cmpuint (intake->n_added + intake->n_left + intake->missed->len, ==, 41);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_READY), ==, intake->n_added);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_QUEUED), ==, 0);
  g_assert_cmpuint (count_articles (fixture, PM_ARTICLE_FAILED), ==, 1);
}

/* A row that the user removes while it waits is not downloaded, and nobody calls that a failure. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmPlan) made = plan_many (fixture, 30);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) deleted = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (PmIntake) intake = NULL;

  add_held (fixture, made, &result);
  articles = pm_notebook_list_articles (fixture->notebook, PM_LIST_ALL, NULL, NULL, 0, NULL);
  /* The first of the list stands on top, the last comes last. */
  pm_notebook_delete_article_async (fixture->notebook, ((PmArticle *) articles->pdata[29])->id,
                                    NULL, fixture_keep_cb, &deleted);
  fixture_wait (&deleted);
  fixture_let_go (fixture);
  fixture_wait (&result);
  intake = pm_notebook_add_links_finish (fixture->notebook, result, NULL);
  g_assert_cmpuint (intake->n_added, ==, 29);
  g_assert_cmpuint (intake->n_left, ==, 1);
  g_assert_cmpuint (intake->missed->len, ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/links/plan", test_plan);
  ADD ("/links/add", test_add);
  ADD ("/links/words-kept", test_words_kept);
  ADD ("/links/told-together", test_told_together);
  ADD ("/links/resume", test_resume);
  ADD ("/links/add-again", test_add_again);
  ADD ("/links/cancel", test_cancel);
  ADD ("/links/removed", test_removed);
  return g_test_run ();
}

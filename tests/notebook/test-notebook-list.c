/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of articles that is shown, and what links to what. */

#include "articles-fixture.h"
#include "pm-article-list.h"

static void
wait_until_loaded (PmArticleList *list)
{
  while (pm_article_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) first = articles_add (fixture);
  g_autoptr (PmArticleList) list = pm_article_list_new (fixture->notebook);
  g_autoptr (PmArticleItem) item = NULL;
  g_autoptr (PmArticleItem) same = NULL;
  g_autoptr (PmHighlight) highlight = NULL;
  g_autoptr (PmArticle) second = NULL;

  wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  highlight = articles_highlight (fixture, first->id, "the winter storms of last year");
  second = fixture_add (fixture, "/article-two", TRUE, NULL, NULL, NULL);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpuint (pm_article_list_find (list, first->id), ==, 1);
  same = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (same == item);
  g_assert_cmpuint (pm_article_item_get_article (item)->n_highlights, ==, 1);
  g_assert_false (pm_article_item_get_busy (item));

  pm_article_list_set_search (list, "\"winter storms\" gau");
  wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  pm_article_list_set_search (list, "zeppelin");
  wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  pm_article_list_set_search (list, NULL);
  pm_article_list_set_scope (list, PM_LIST_TAG, "gauge");
  wait_until_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static PmArticleItem *
get_only_item (PmArticleList *list)
{
  g_autoptr (PmArticleItem) item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return item;
}

/* The window's rows: the queued article is there before it is fetched, and ready afterwards. */
static void
test_list_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticleList) list = pm_article_list_new (fixture->notebook);
  g_autofree char *url = g_strconcat (fixture->base, "/article", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PmArticle) article = NULL;

  wait_until_loaded (list);
  fixture->held = g_ptr_array_new ();
  pm_notebook_add_async (fixture->notebook, url, TRUE, NULL, NULL, NULL, fixture_keep_cb, &result);
  while (fixture->held->len == 0 || g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (pm_article_item_get_article (get_only_item (list))->state, ==,
                   PM_ARTICLE_QUEUED);
  g_assert_true (pm_article_item_get_busy (get_only_item (list)));

  fixture_let_go (fixture);
  fixture_wait (&result);
  article = pm_notebook_add_finish (fixture->notebook, result, NULL, NULL, NULL);
  while (pm_article_item_get_article (get_only_item (list))->state != PM_ARTICLE_READY ||
         pm_article_item_get_busy (get_only_item (list)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (pm_article_item_get_article (get_only_item (list))->state, ==, PM_ARTICLE_READY);
  g_assert_false (pm_article_item_get_busy (get_only_item (list)));
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) second = fixture_add (fixture, "/article-two", FALSE, NULL, NULL, NULL);
  g_autoptr (PmArticle) first = articles_add (fixture);
  g_autoptr (PmRecord) record = fixture_load (fixture, first->id);
  g_autoptr (PmRecord) cited = fixture_load (fixture, second->id);
  g_autoptr (GError) error = NULL;
  PmLinks *links = pm_notebook_load_links (fixture->notebook, record, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (links->archived->len, ==, record->analysis->sources->len);
  for (guint i = 0; i < links->archived->len; i++)
    found = found || g_array_index (links->archived, gint64, i) == second->id;
  g_assert_true (found);
  pm_links_free (links);
  links = pm_notebook_load_links (fixture->notebook, cited, &error);
  g_assert_cmpuint (links->citing->len, >=, 1);
  pm_links_free (links);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, articles_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/list/model", test_list);
  ADD ("/list/progress", test_list_progress);
  ADD ("/list/links", test_links);
  return g_test_run ();
}

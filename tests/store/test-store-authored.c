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
test_highlight (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 article = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmHighlight) highlight = fixture_highlight (article, FIXTURE_TEXT, "Zoë Müller");
  g_autoptr (PmHighlight) loaded = NULL;
  g_autoptr (PmArticle) row = NULL;
  gint64 found;

  highlight->color = PM_COLOR_PURPLE;
  pm_highlight_set_note (highlight, "Wer?\n😀");
  pm_highlight_add_tag (highlight, "b");
  pm_highlight_add_tag (highlight, "a");
  highlight->id = pm_store_put_highlight (db, highlight, &error);
  g_assert_no_error (error);
  loaded = pm_store_load_highlight (db, highlight->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->uuid, ==, highlight->uuid);
  g_assert_cmpint (loaded->article, ==, article);
  g_assert_cmpstr (loaded->anchor->exact, ==, "Zoë Müller");
  g_assert_cmpstr (loaded->anchor->prefix, ==, highlight->anchor->prefix);
  g_assert_cmpstr (loaded->anchor->suffix, ==, highlight->anchor->suffix);
  g_assert_cmpuint (loaded->anchor->hint.start, ==, highlight->span.start);
  g_assert_cmpuint (loaded->span.start, ==, highlight->span.start);
  g_assert_cmpuint (loaded->span.end, ==, highlight->span.end);
  g_assert_false (loaded->orphan);
  g_assert_cmpint (loaded->color, ==, PM_COLOR_PURPLE);
  g_assert_cmpstr (loaded->note, ==, "Wer?\n😀");
  g_assert_cmpstr (loaded->tags->pdata[0], ==, "b");
  g_assert_cmpstr (loaded->tags->pdata[1], ==, "a");
  g_assert_cmpint (loaded->created, ==, highlight->created);
  g_assert_true (pm_store_find_highlight_by_uuid (db, highlight->uuid, &found, &error));
  g_assert_cmpint (found, ==, highlight->id);
  pm_highlight_remove_tag (loaded, "b");
  loaded->color = PM_COLOR_GREEN;
  g_assert_cmpint (pm_store_put_highlight (db, loaded, &error), ==, highlight->id);
  row = pm_store_load_article (db, article, &error);
  g_assert_cmpuint (row->n_highlights, ==, 1);
  g_assert_cmpuint (row->colors, ==, 1u << PM_COLOR_GREEN);
  fixture_assert_query (db, "SELECT group_concat(name) FROM tag", "a");
  fixture_assert_sound (db);
}

/* An id is never given out twice, so that a deleted highlight comes back under its own. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 article = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmHighlight) first = fixture_highlight (article, FIXTURE_TEXT, "mayor");
  g_autoptr (PmHighlight) second = fixture_highlight (article, FIXTURE_TEXT, "money");
  g_autoptr (GPtrArray) all = NULL;

  first->id = pm_store_put_highlight (db, first, &error);
  g_assert_true (pm_store_delete_highlight (db, first->id, &error));
  second->id = pm_store_put_highlight (db, second, &error);
  g_assert_cmpint (second->id, !=, first->id);
  g_assert_cmpint (pm_store_put_highlight (db, first, &error), ==, first->id);
  g_assert_no_error (error);
  all = pm_store_list_highlights (db, article, &error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((PmHighlight *) all->pdata[0])->id, ==, first->id);
  first->article = fixture_add_article (db, "https://b.example/", FIXTURE_TEXT);
  g_assert_cmpint (pm_store_put_highlight (db, first, &error), ==, 0);
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_FOUND);
  fixture_assert_sound (db);
}

/* Deriving anew moves places, makes orphans and finds them again; no authored byte changes. */
static void
test_rederive (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 article = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autoptr (PmHighlight) stays = fixture_highlight (article, FIXTURE_TEXT, "I never took money.");
  g_autoptr (PmHighlight) goes = fixture_highlight (article, FIXTURE_TEXT,
                                                    "Ærøskøbing was far away");
  const char *text = "Neu\n\nA lede. The mayor, Zoë Müller, said: “I never took money.” It rained.";
  g_autoptr (PmDocument) changed = fixture_document (text);
  g_autoptr (PmDocument) original = fixture_document (FIXTURE_TEXT);
  g_autoptr (GPtrArray) names = fixture_make_names ("t", "ü");
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PmSpan expected = fixture_find (text, "I never took money.");
  PmStats stats;

  pm_highlight_add_tag (stays, "t");
  pm_highlight_set_note (goes, "kept");
  stays->id = pm_store_put_highlight (db, stays, &error);
  goes->id = pm_store_put_highlight (db, goes, &error);
  pm_store_set_article_tags (db, article, names, &error);
  pm_store_set_article_collections (db, article, names, &error);
  before = fixture_digest_authored (db);
  g_assert_true (pm_store_save_document (db, article, 0, changed, NULL, 4, &error));
  after = fixture_digest_authored (db);
  g_assert_cmpstr (after, ==, before);
  list = pm_store_list_highlights (db, article, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((PmHighlight *) list->pdata[0])->id, ==, stays->id);
  g_assert_cmpuint (((PmHighlight *) list->pdata[0])->span.start, ==, expected.start);
  g_assert_true (((PmHighlight *) list->pdata[1])->orphan);
  g_assert_true (pm_store_get_stats (db, &stats, &error));
  g_assert_cmpuint (stats.orphans, ==, 1);
  g_assert_cmpuint (stats.highlights, ==, 2);
  g_assert_true (pm_store_save_document (db, article, 0, original, NULL, 5, &error));
  g_ptr_array_unref (list);
  list = pm_store_list_highlights (db, 0, &error);
  g_assert_false (((PmHighlight *) list->pdata[1])->orphan);
  g_assert_cmpint (((PmHighlight *) list->pdata[1])->id, ==, goes->id);
  fixture_assert_sound (db);
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 first = fixture_add_article (db, "https://a.example/1", FIXTURE_TEXT);
  gint64 second = fixture_add_article (db, "https://a.example/2", FIXTURE_TEXT);
  g_autoptr (PmHighlight) highlight = fixture_highlight (second, FIXTURE_TEXT, "mayor");
  g_autoptr (GPtrArray) names = fixture_make_names ("b", "a");
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) collections = NULL;
  PmLabel *label;

  pm_highlight_add_tag (highlight, "b");
  pm_store_put_highlight (db, highlight, &error);
  pm_store_set_article_tags (db, first, names, &error);
  pm_store_set_article_tags (db, second, names, &error);
  pm_store_set_article_collections (db, second, names, &error);
  pm_store_set_trashed (db, first, 1, &error);
  tags = pm_store_list_tags (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 2);
  label = tags->pdata[1];
  g_assert_cmpstr (label->name, ==, "b");
  g_assert_cmpuint (label->n_articles, ==, 1);
  g_assert_cmpuint (label->n_highlights, ==, 1);
  collections = pm_store_list_collections (db, &error);
  g_assert_no_error (error);
  label = collections->pdata[0];
  g_assert_cmpstr (label->name, ==, "a");
  g_assert_cmpuint (label->n_articles, ==, 1);
  g_assert_cmpuint (label->n_highlights, ==, 1);
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  g_autofree char *path = g_build_filename (fixture->folder, "copy.pressmark", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "copy", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PmHighlight) highlight = fixture_highlight (id, FIXTURE_TEXT, "mayor");
  g_autoptr (GPtrArray) names = fixture_make_names ("a", NULL);
  g_autoptr (PmDb) copy = NULL;

  pm_highlight_add_tag (highlight, "a");
  pm_store_put_highlight (db, highlight, &error);
  pm_store_set_article_tags (db, id, names, &error);
  pm_store_set_article_collections (db, id, names, &error);
  g_assert_true (pm_db_begin (db, &error));
  g_assert_true (pm_store_backup (db, path, &error));
  pm_db_rollback (db);
  g_assert_no_error (error);
  copy = fixture_open (fixture->folder, "copy.pressmark", PM_DB_WRITER);
  before = fixture_digest_authored (db);
  after = fixture_digest_authored (copy);
  g_assert_cmpstr (after, ==, before);
  fixture_assert_sound (copy);
  g_assert_false (pm_store_backup (db, path, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (pm_store_backup (db, nowhere, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FAILED);
}

static void
test_stats (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_article (fixture->db, "https://a.example/", FIXTURE_TEXT);
  PmStats stats;

  g_assert_true (pm_store_get_stats (fixture->db, &stats, &error));
  g_assert_cmpuint (stats.articles, ==, 1);
  g_assert_cmpuint (stats.entities, ==, 1);
  g_assert_cmpuint (stats.quotes, ==, 1);
  g_assert_cmpuint (stats.sources, ==, 2);
  g_assert_cmpuint (stats.captures, ==, 1);
  g_assert_cmpuint (stats.bytes, >, 4096);
  pm_store_set_trashed (fixture->db, id, 1, &error);
  g_assert_true (pm_store_get_stats (fixture->db, &stats, &error));
  g_assert_cmpuint (stats.articles, ==, 0);
  g_assert_cmpuint (stats.quotes, ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/authored/highlight", test_highlight);
  ADD ("/store/authored/undo", test_undo);
  ADD ("/store/authored/rederive", test_rederive);
  ADD ("/store/authored/labels", test_labels);
  ADD ("/store/authored/backup", test_backup);
  ADD ("/store/authored/stats", test_stats);
  return g_test_run ();
}

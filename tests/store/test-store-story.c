/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "story-words.h"

#include <string.h>

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
  fixture_assert_sound (fixture->db);
  pm_db_close (fixture->db);
  fixture_remove_folder (fixture->folder);
}

static guint n_urls;

/* @names: mentioned at the end of @text, in this order. */
static gint64
add (PmDb *db, gint64 id, const char *text, const char *published, const char *const *names)
{
  g_autofree char *url = g_strdup_printf ("https://a.example/%u", ++n_urls);
  g_autofree char *named = g_strjoinv (", ", (char **) names);
  g_autofree char *whole = g_strdup_printf ("%s\n\n%s", text, named);
  g_autoptr (PmDocument) document = pm_document_new_plain (whole, strlen (whole));
  g_autoptr (PmAnalysis) analysis = pm_analysis_new ();
  g_autoptr (PmArticle) article = pm_article_new (url);

  for (guint i = 0; names[i] != NULL; i++)
    {
      PmEntity *entity = pm_entity_new (names[i], PM_ENTITY_PERSON);
      PmSpan span = fixture_find (whole, names[i]);

      g_array_append_val (entity->mentions, span);
      g_ptr_array_add (analysis->entities, entity);
    }
  article->state = PM_ARTICLE_READY;
  if (published != NULL)
    pm_document_set_meta (document, PM_META_PUBLISHED, published, "test");
  if (id == 0)
    id = pm_store_add_article (db, article, NULL);
  g_assert_true (pm_store_save_document (db, id, 0, document, analysis, 1, NULL));
  return id;
}

static const char *const nobody[] = { NULL };
static const char *const both[] = { "Ada Lovelace", "Grace Hopper", NULL };
static const char *const one[] = { "Ada Lovelace", "Emmy Noether", NULL };

/* @expected: "id:text" of each part. */
static void
assert_story (PmDb *db, gint64 article, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = pm_store_load_story (db, article, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    {
      PmStoryPart *part = parts->pdata[i];

      g_string_append_printf (found, "%s%" G_GINT64_FORMAT ":%u", i > 0 ? " " : "",
                              part->article->id, part->copy);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autofree char *wire = make_words (0, 400);
  g_autofree char *cut = make_words (0, 150);
  g_autofree char *other = make_words (5000, 400);
  gint64 first = add (db, 0, wire, "2025-01-30", nobody);
  gint64 alone = add (db, 0, other, "2025-01-30", nobody);
  gint64 second = add (db, 0, cut, "2020-01-30", nobody);

  assert_story (db, first, "3:1 1:1");
  assert_story (db, second, "3:1 1:1");
  assert_story (db, alone, "");

  /* The text changed: nothing of what was found stays. */
  add (db, second, other, "2020-01-30", nobody);
  assert_story (db, first, "");
  assert_story (db, alone, "3:1 2:1");
  g_assert_true (pm_store_set_trashed (db, alone, 1, NULL));
  assert_story (db, second, "");
  g_assert_true (pm_store_set_trashed (db, alone, 0, NULL));
  g_assert_true (pm_store_delete_article (db, second, NULL));
  assert_story (db, alone, "");
  fixture_assert_query (db, "SELECT count(*) FROM likeness", "0");
  fixture_assert_query (db, "SELECT count(DISTINCT article) FROM shingle", "2");
}

/* One long quotation in texts of their own: a story only with the names and the time besides. */
/* The second half shares only passages with the first, but the whole is a copy of either. */
static void
test_halves (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autofree char *whole = make_words (0, 400);
  g_autofree char *start = make_words (0, 220);
  g_autofree char *end = make_words (180, 220);

  add (db, 0, start, "2025-01-30", both);
  add (db, 0, end, "2025-01-30", both);
  assert_story (db, 1, "1:1 2:2");
  add (db, 0, whole, "2025-01-31", both);
  assert_story (db, 1, "1:1 2:1 3:1");
  fixture_assert_query (db, "SELECT count(*) FROM likeness WHERE article = 3", "2");
}

static void
test_passages (Fixture *fixture, gconstpointer data)
{
  PmDb *db = fixture->db;
  g_autofree char *quote = make_words (0, 80);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *own = make_words (1000 * (i + 1), 400);

      g_ptr_array_add (texts, g_strdup_printf ("%s. %s", quote, own));
    }
  add (db, 0, texts->pdata[0], "2025-01-30", both);
  add (db, 0, texts->pdata[1], "2025-02-02T08:00:00Z", both);
  add (db, 0, texts->pdata[2], "2025-02-02", one);
  add (db, 0, texts->pdata[3], "2024-02-02", both);
  add (db, 0, texts->pdata[4], NULL, both);
  assert_story (db, 1, "4:1 1:2 2:3 5:4");
  assert_story (db, 2, "4:1 1:2 2:3 5:4");
  assert_story (db, 3, "");
  fixture_assert_query (db, "SELECT count(*) FROM likeness WHERE article = 4", "1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/story/copies", Fixture, NULL, set_up, test_copies, tear_down);
  g_test_add ("/store/story/halves", Fixture, NULL, set_up, test_halves, tear_down);
  g_test_add ("/store/story/passages", Fixture, NULL, set_up, test_passages, tear_down);
  return g_test_run ();
}

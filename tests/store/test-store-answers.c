/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came of asking whether links still answer. */

#include "store-fixture.h"

#define URL "https://ports.example/report?a=1"

typedef struct
{
  char *folder;
  PmDb *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_make_folder ();
  self->db = fixture_open (self->folder, "n.pressmark", PM_DB_WRITER);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_assert_sound (self->db);
  pm_db_close (self->db);
  fixture_remove_folder (self->folder);
}

static void
put (Fixture *self, const char *url, guint status, const char *sentence)
{
  g_autoptr (PmAnswer) answer = pm_answer_new (url);
  g_autoptr (GError) error = NULL;

  answer->checked = 7;
  answer->status = status;
  answer->error = g_strdup (sentence);
  g_assert_true (pm_store_put_answer (self->db, url, answer, &error));
  g_assert_no_error (error);
}

static void
test_last (Fixture *self, gconstpointer data)
{
  static const char *const urls[] = { "http://www.ports.example/report/?a=1&utm_source=x#top", "",
                                      "https://ports.example/other", NULL };
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GError) error = NULL;
  const PmAnswer *answer;

  put (self, URL, 404, "ports.example has no page at this address; check the link.");
  put (self, URL, 200, NULL);
  answers = pm_store_find_answers (self->db, urls, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 3);
  answer = answers->pdata[0];
  g_assert_cmpint (answer->checked, ==, 7);
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpstr (answer->url, ==, URL);
  g_assert_null (answer->error);
  g_assert_null (answers->pdata[1]);
  g_assert_null (answers->pdata[2]);
}

/* Keys are derived: they are written anew with those of articles. */
static void
test_repair (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (self, URL, 0, "There is no site called ports.example.");
  g_assert_true (pm_db_exec (self->db, "UPDATE answer SET key = 'old'", &error));
  g_assert_true (pm_store_repair (self->db, &error));
  g_assert_no_error (error);
  fixture_assert_query (self->db, "SELECT key FROM answer", "ports.example/report?a=1");
}

/* What an article links to is remembered for as long as the article is. */
static void
test_purge (Fixture *self, gconstpointer data)
{
  gint64 id = fixture_add_article (self->db, "https://a.example/harbour", FIXTURE_TEXT);
  g_autoptr (GError) error = NULL;

  put (self, "https://other.example/page", 200, NULL);
  put (self, URL, 200, NULL);
  g_assert_true (pm_store_purge_trash (self->db, 10, &error));
  fixture_assert_query (self->db, "SELECT group_concat (key) FROM answer", "other.example/page");
  g_assert_true (pm_store_set_trashed (self->db, id, 5, &error));
  g_assert_true (pm_store_purge_trash (self->db, 10, &error));
  g_assert_no_error (error);
  fixture_assert_query (self->db, "SELECT count(*) FROM answer", "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/answers/last", Fixture, NULL, set_up, test_last, tear_down);
  g_test_add ("/store/answers/repair", Fixture, NULL, set_up, test_repair, tear_down);
  g_test_add ("/store/answers/purge", Fixture, NULL, set_up, test_purge, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-db-private.h"
#include "store-fixture.h"

/* A notebook from a stranger: whatever its rows say, it is read or refused, and nothing in it runs.
 */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = NULL;
  g_autoptr (PmHighlight) highlight = NULL;
  gint64 id;

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "n.pressmark", NULL);
  db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  id = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  highlight = fixture_highlight (id, FIXTURE_TEXT, "Zoë Müller");
  pm_store_put_highlight (db, highlight, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
tamper (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = _pm_db_open (fixture->path, PM_DB_ACCESS_CREATE, &error);

  g_assert_no_error (error);
  pm_db_exec (db, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  pm_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *name;
  const char *sql;
  gboolean is_loadable; /* only the check finds it */
  gboolean is_mended;   /* by pm_store_repair() */
} cases[] = {
  { "mark-after-end", "UPDATE mark SET end = 100000 WHERE position = 1" },
  { "mark-negative", "UPDATE mark SET start = -1 WHERE position = 1" },
  { "mark-huge", "UPDATE mark SET start = 9223372036854775807, end = 9223372036854775807" },
  { "mark-reversed", "UPDATE mark SET start = 20, end = 17 WHERE position = 1" },
  { "mark-splits-character", "UPDATE mark SET end = 11 WHERE position = 0" },
  { "mark-kind", "UPDATE mark SET kind = 'nonsense'" },
  { "mark-level", "UPDATE mark SET level = 4294967297" },
  { "mark-negative-level", "UPDATE mark SET level = -1" },
  { "meta-field", "UPDATE meta SET field = 'nonsense' WHERE field = 'title'" },
  { "mention", "UPDATE mention SET end = 100000" },
  { "mention-of-nobody", "UPDATE mention SET entity = 7" },
  { "alias-of-nobody", "UPDATE alias SET entity = -1" },
  { "entity-gap", "UPDATE entity SET position = 1" },
  { "entity-type", "UPDATE entity SET type = 'DOG'" },
  { "quote-span", "UPDATE quote SET start = 48" },
  { "quote-cue", "UPDATE quote SET cue_end = 1000" },
  { "quote-speaker", "UPDATE quote SET speaker_start = 38, speaker_end = 30" },
  { "quote-entity", "UPDATE quote SET entity = 4294967296" },
  { "quote-kind", "UPDATE quote SET kind = ''" },
  { "source-span", "UPDATE source SET end = 1000" },
  { "source-entity", "UPDATE source SET entity = -2" },
  { "source-kind", "UPDATE source SET kind = 'x'" },
  { "place-after-end", "UPDATE place SET end = 1000", FALSE, TRUE },
  { "place-splits-character", "UPDATE place SET start = start + 3", FALSE, TRUE },
  { "place-empty", "UPDATE place SET end = start", FALSE, TRUE },
  { "text-not-utf8", "UPDATE document SET text = CAST (X'41ff42' AS TEXT)" },
  { "text-nul", "UPDATE document SET text = CAST (X'410042' AS TEXT)" },
  { "text-shorter", "UPDATE document SET text = 'x'" },
  { "title-not-utf8", "UPDATE headline SET title = CAST (X'ff' AS TEXT)" },
  { "tag-not-utf8", "INSERT INTO tag VALUES (1, CAST (X'ff' AS TEXT)); "
                    "INSERT INTO article_tag VALUES (1, 1, 0)" },
  { "body", "UPDATE blob SET bytes = X'00'", TRUE },
  { "capture-digest", "UPDATE capture SET body_sha256 = 'x'", TRUE },
  { "dangling", "DELETE FROM blob", TRUE },
  { "index-row", "DELETE FROM search", TRUE, TRUE },
  { "index-words", "UPDATE search SET text = 'other'", TRUE, TRUE },
};

static gboolean
find_anything (PmDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = pm_store_check (db, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("  %s", (char *) findings->pdata[i]);
  return findings->len > 0;
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = NULL;
  g_autoptr (PmRecord) record = NULL;

  tamper (fixture, cases[i].sql);
  db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  record = pm_store_load_record (db, 1, TRUE, &error);
  if (cases[i].is_loadable)
    g_assert_no_error (error);
  else
    g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (find_anything (db));
  if (!cases[i].is_mended)
    return;
  g_assert_true (pm_store_repair (db, &error));
  g_assert_no_error (error);
  g_assert_false (find_anything (db));
}

/* What is listed never depends on the constraints having held. */
static void
test_odd_values (Fixture *fixture, gconstpointer data)
{
  PmQuery query = { PM_SCOPE_ALL, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) highlights = NULL;

  tamper (fixture, "UPDATE article SET state = 'odd', unread = 5, added = -7, url = ''; "
                   "UPDATE highlight SET color = 'pink', hint_start = -5, hint_end = -9, "
                   "exact = ''; UPDATE hop SET status = -1; "
                   "UPDATE headline SET title = ''");
  db = fixture_open (fixture->folder, "n.pressmark", PM_DB_READER);
  articles = pm_store_list_articles (db, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((PmArticle *) articles->pdata[0])->state, ==, PM_ARTICLE_FAILED);
  g_assert_cmpstr (((PmArticle *) articles->pdata[0])->title, ==, "");
  highlights = pm_store_list_highlights (db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((PmHighlight *) highlights->pdata[0])->color, ==, PM_COLOR_YELLOW);
}

static void
test_trigger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = NULL;

  tamper (fixture, "CREATE TRIGGER t AFTER UPDATE ON article BEGIN DELETE FROM highlight; END");
  db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  g_assert_true (pm_store_set_unread (db, 1, FALSE, &error));
  fixture_assert_query (db, "SELECT count(*) FROM highlight", "1");
}

static void
test_missing_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = NULL;

  tamper (fixture, "DROP TABLE mark; DROP TABLE source");
  db = fixture_open (fixture->folder, "n.pressmark", PM_DB_WRITER);
  g_assert_null (pm_store_load_record (db, 1, TRUE, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FAILED);
}

/* Everything that reads, whatever comes of it. */
static void
read_all (const char *path)
{
  g_autoptr (PmDb) db = pm_store_open (path, PM_DB_READER, NULL);
  PmQuery query = { PM_SCOPE_ALL, NULL, "mayor", 0 };
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GPtrArray) highlights = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (PmPage) page = NULL;
  PmStats stats;

  if (db == NULL)
    return;
  articles = pm_store_list_articles (db, &query, NULL);
  query.search = NULL;
  newest = pm_store_list_articles (db, &query, NULL);
  highlights = pm_store_list_highlights (db, 0, NULL);
  tags = pm_store_list_tags (db, NULL);
  record = pm_store_load_record (db, 1, TRUE, NULL);
  page = pm_store_load_page (db, 1, NULL);
  findings = pm_store_check (db, NULL);
  pm_store_get_stats (db, &stats, NULL);
}

/* Bytes overwritten at random, and files cut short. Every error is an error, never a crash. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  for (int i = 0; i < 150; i++)
    {
      g_autofree char *bytes = g_memdup2 (whole, length);
      gsize size = i % 10 == 9 ? (gsize) g_test_rand_int_range (512, length) : length;

      for (int n = g_test_rand_int_range (1, 30); n > 0; n--)
        bytes[g_test_rand_int_range (0, length)] = g_test_rand_int ();
      g_assert_true (g_file_set_contents (fixture->path, bytes, size, NULL));
      read_all (fixture->path);
    }
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile/", cases[i].name, NULL);

      ADD (path, GSIZE_TO_POINTER (i), test_rows);
    }
  ADD ("/store/hostile/odd-values", NULL, test_odd_values);
  ADD ("/store/hostile/trigger", NULL, test_trigger);
  ADD ("/store/hostile/missing-table", NULL, test_missing_table);
  ADD ("/store/hostile/noise", NULL, test_noise);
  return g_test_run ();
}

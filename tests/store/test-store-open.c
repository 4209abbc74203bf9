/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-db-private.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "Häfen 1 %.pressmark", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

/* Opening fails with @code, by one sentence that names the file and leaves it as it was. */
static void
assert_refused (Fixture *fixture, PmDbMode mode, PmStoreError code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0;
  gsize length_after = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (PmDb) db = NULL;
  guint n_files = 0;

  g_file_get_contents (fixture->path, &before, &length_before, NULL);
  db = pm_store_open (fixture->path, mode, &error);
  g_assert_error (error, PM_STORE_ERROR, (int) code);
  g_assert_null (db);
  g_assert_nonnull (strstr (error->message, "“Häfen 1 %.pressmark”"));
  g_assert_null (strstr (error->message, fixture->folder));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_file_get_contents (fixture->path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, before != NULL ? 1 : 0);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nested = g_build_filename (fixture->folder, "a", "b", NULL);
  g_autoptr (PmDb) db = fixture_open (nested, "n.pressmark", PM_DB_WRITER);
  g_autoptr (PmDb) reader = fixture_open (nested, "n.pressmark", PM_DB_READER);
  g_autoptr (PmDb) again = NULL;
  g_autoptr (GError) error = NULL;

  fixture_assert_query (db, "PRAGMA application_id", "1347244619");
  fixture_assert_query (db, "PRAGMA user_version", G_STRINGIFY (PM_STORE_SCHEMA_VERSION));
  fixture_assert_query (db, "PRAGMA journal_mode", "wal");
  fixture_assert_query (db, "PRAGMA synchronous", "2");
  fixture_assert_query (db, "PRAGMA foreign_keys", "1");
  fixture_assert_query (db, "PRAGMA trusted_schema", "0");
  fixture_assert_query (db, "PRAGMA temp_store", "2");
  fixture_assert_query (db, "PRAGMA cell_size_check", "1");
  fixture_assert_query (db, "PRAGMA busy_timeout", "5000");
  fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  fixture_assert_query (reader, "SELECT count(*) FROM article", "1");
  g_assert_false (pm_db_exec (reader, "DELETE FROM article", &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_READ_ONLY);
  g_clear_pointer (&reader, pm_db_close);
  g_clear_pointer (&db, pm_db_close);
  again = fixture_open (nested, "n.pressmark", PM_DB_WRITER);
  fixture_assert_query (again, "SELECT count(*) FROM article", "1");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, PM_DB_READER, PM_STORE_ERROR_MISSING);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmDb) db = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture, PM_DB_READER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
  db = fixture_open (fixture->folder, "Häfen 1 %.pressmark", PM_DB_WRITER);
  fixture_assert_query (db, "SELECT count(*) FROM article", "0");
}

static void
test_not_sqlite (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "x", "SQLite format 3", "%PDF-1.4\n%…" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, files[i], -1, NULL));
      assert_refused (fixture, PM_DB_WRITER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
      assert_refused (fixture, PM_DB_READER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
    }
  for (gsize length = 511; length < 10000; length += 1000)
    {
      g_autofree char *noise = g_strnfill (length, 'z');

      g_assert_true (g_file_set_contents (fixture->path, noise, length, NULL));
      assert_refused (fixture, PM_DB_WRITER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
      assert_refused (fixture, PM_DB_READER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
    }
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pm_store_open (fixture->folder, PM_DB_WRITER, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_A_NOTEBOOK);
}

/* @data: what to run on a plain database before it is opened as a notebook. */
static void
make_database (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = _pm_db_open (fixture->path, PM_DB_ACCESS_CREATE, &error);

  g_assert_no_error (error);
  pm_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_other_application (Fixture *fixture, gconstpointer data)
{
  make_database (fixture, data);
  assert_refused (fixture, PM_DB_WRITER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
  assert_refused (fixture, PM_DB_READER, PM_STORE_ERROR_NOT_A_NOTEBOOK);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  make_database (fixture, data);
  assert_refused (fixture, PM_DB_WRITER, PM_STORE_ERROR_TOO_NEW);
  assert_refused (fixture, PM_DB_READER, PM_STORE_ERROR_TOO_NEW);
}

/* The version stands in the journal only, as after a crash of the newer Pressmark. */
static void
test_newer_in_journal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = fixture_open (fixture->folder, "Häfen 1 %.pressmark", PM_DB_WRITER);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  pm_db_exec (db, "PRAGMA user_version = 99", &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &before, &length_before, NULL);
  g_assert_null (pm_store_open (fixture->path, PM_DB_WRITER, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_TOO_NEW);
  g_file_get_contents (fixture->path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  pm_db_close (fixture_open (fixture->folder, "Häfen 1 %.pressmark", PM_DB_WRITER));
  g_chmod (fixture->path, 0400);
  assert_refused (fixture, PM_DB_WRITER, PM_STORE_ERROR_READ_ONLY);
  g_chmod (fixture->path, 0600);
  g_chmod (fixture->folder, 0500);
  assert_refused (fixture, PM_DB_WRITER, PM_STORE_ERROR_READ_ONLY);
  pm_db_close (fixture_open (fixture->folder, "Häfen 1 %.pressmark", PM_DB_READER));
  g_unlink (fixture->path);
  g_chmod (fixture->folder, 0700);
}

/* A CD, say: the reader reads, the writer is refused. */
static void
test_read_only_medium (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "n.pressmark", NULL);
  g_autoptr (GError) error = NULL;
  PmDb *db;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=8m") != 0)
    {
      g_test_skip ("may not mount");
      return;
    }
  db = fixture_open (disk, "n.pressmark", PM_DB_WRITER);
  fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
  pm_db_close (db);
  g_assert_cmpint (mount ("none", disk, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  db = pm_store_open (path, PM_DB_READER, &error);
  g_assert_no_error (error);
  fixture_assert_query (db, "SELECT count(*) FROM article", "1");
  pm_db_close (db);
  db = pm_store_open (path, PM_DB_WRITER, &error);
  g_assert_null (db);
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_READ_ONLY);
  umount2 (disk, MNT_DETACH);
}

/* A child holds the lock until it is told to go. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDb) db = fixture_open (fixture->folder, "Häfen 1 %.pressmark", PM_DB_WRITER);
  g_autoptr (PmDb) writer = NULL;
  int ready[2];
  char byte;
  pid_t child;

  g_clear_pointer (&db, pm_db_close);
  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      PmDb *holder = pm_store_open (fixture->path, PM_DB_WRITER, NULL);

      if (holder == NULL || !pm_db_begin (holder, NULL) || write (ready[1], "x", 1) != 1)
        _exit (1);
      pause ();
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_setenv ("PRESSMARK_BUSY_TIMEOUT", "50", TRUE);
  writer = pm_store_open (fixture->path, PM_DB_WRITER, &error);
  g_assert_no_error (error);
  g_assert_false (pm_db_begin (writer, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_LOCKED);
  g_unsetenv ("PRESSMARK_BUSY_TIMEOUT");
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (ready[0]);
  close (ready[1]);
  g_clear_error (&error);
  g_assert_true (pm_db_begin (writer, &error));
  pm_db_rollback (writer);
}

/* One entity, found by its name, and under the user's name for it where the layout knew of that. */
static void
assert_entity (PmDb *db, PmRecord *record)
{
  const PmEntity *entity = record->analysis->entities->pdata[0];
  gboolean corrected = record->corrections->len > 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = NULL;

  g_assert_cmpstr (entity->name, ==, corrected ? "Zoë Müller-Ähren" : "Zoë Müller");
  dossier = pm_store_load_dossier (db, PM_ENTITY_PERSON, "zoë  müller", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dossier->appearances->len, ==, 1);
  fixture_assert_query (db, "SELECT key FROM entity", "zoë müller");
}

/* The user's word on the one quote, where the layout knew of that. */
static void
assert_quote (PmRecord *record)
{
  const PmQuote *quote = record->analysis->quotes->pdata[0];

  g_assert_cmpint (quote->verdict, ==,
                   record->verdicts->len > 0 ? PM_VERDICT_SPEAKER : PM_VERDICT_NONE);
  if (record->verdicts->len > 0)
    g_assert_cmpstr (quote->speaker_name, ==, "Ærøskøbing");
}

/* Every released layout opens, is brought up to date and keeps what it had. */
static void
test_released (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (PM_TEST_DATA, "notebooks", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_dumps = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *dump = g_build_filename (folder, name, NULL);
      g_autofree char *sql = NULL;
      g_autoptr (PmDb) db = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (PmRecord) record = NULL;
      g_autoptr (GPtrArray) feeds = NULL;
      g_autoptr (GPtrArray) answers = NULL;
      gint64 found;

      if (!g_str_has_suffix (name, ".sql"))
        continue;
      n_dumps++;
      g_unlink (fixture->path);
      g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
      make_database (fixture, sql);
      db = pm_store_open (fixture->path, PM_DB_WRITER, &error);
      g_assert_no_error (error);
      fixture_assert_query (db, "PRAGMA user_version", G_STRINGIFY (PM_STORE_SCHEMA_VERSION));
      findings = pm_store_check (db, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      record = pm_store_load_record (db, 1, TRUE, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (record->article->title, ==, "Der Hafen 😀");
      g_assert_cmpstr (pm_document_get_text (record->document), ==, FIXTURE_TEXT);
      g_assert_cmpuint (record->highlights->len, ==, 2);
      g_assert_cmpuint (record->analysis->quotes->len, ==, 1);
      assert_entity (db, record);
      assert_quote (record);
      g_assert_cmpuint (record->captures->len, ==, 1);
      g_assert_nonnull (record->page->body);
      g_assert_true (
          pm_store_find_article (db, "http://m.a.example/harbour?utm_source=x", &found, &error));
      g_assert_cmpint (found, ==, 1);
      fixture_assert_query (db, "SELECT target FROM source WHERE url IS NOT NULL",
                            "other.example/page");
      feeds = pm_store_list_feeds (db, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (feeds->len, ==, strcmp (name, "0006.sql") >= 0 ? 1 : 0);
      answers = pm_store_find_answers (db,
                                       (const char *const[]){ "http://other.example/page", NULL },
                                       &error);
      g_assert_no_error (error);
      g_assert_true ((answers->pdata[0] != NULL) == (strcmp (name, "0007.sql") >= 0));
    }
  g_assert_cmpuint (n_dumps, ==, PM_STORE_SCHEMA_VERSION);
}

/* With no room left each step is refused, and all that was acknowledged is still there. */
static void
fill_up (const char *path, guint *n_added, GError **error)
{
  g_autoptr (PmDb) db = pm_store_open (path, PM_DB_WRITER, error);
  g_autofree char *noise = g_strnfill (100000, 'x');

  for (*n_added = 0; db != NULL && *n_added < 1000; (*n_added)++)
    {
      g_autofree char *body = g_strdup_printf ("%u%s", *n_added, noise);
      g_autoptr (PmArticle) article = pm_article_new ("https://a.example/");
      g_autoptr (PmPage) page = fixture_page ("https://a.example/", body);
      gint64 id;

      if (!pm_db_begin (db, error))
        return;
      id = pm_store_add_article (db, article, error);
      if (id == 0 || pm_store_add_capture (db, id, page, error) == 0)
        {
          pm_db_rollback (db);
          return;
        }
      if (!pm_db_commit (db, error))
        return;
    }
}

static void
assert_nothing_lost (const char *folder, guint n_added)
{
  g_autofree char *expected = g_strdup_printf ("%u", n_added);
  g_autoptr (PmDb) db = fixture_open (folder, "n.pressmark", PM_DB_READER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = pm_store_check (db, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  fixture_assert_query (db, "SELECT count(*) FROM article", expected);
  fixture_assert_query (db, "SELECT count(*) FROM capture", expected);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "n.pressmark", NULL);
  g_autoptr (GError) error = NULL;
  guint n_added;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, "size=3m") != 0)
    {
      g_test_skip ("may not mount");
      return;
    }
  fill_up (path, &n_added, &error);
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_FULL);
  g_assert_cmpuint (n_added, >, 0);
  assert_nothing_lost (disk, n_added);
  umount2 (disk, MNT_DETACH);
}

/* The same by a limit on the size of files, in a child that says by its exit how far it came. */
static void
test_file_limit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "n.pressmark", NULL);
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      struct rlimit limit = { 2000000, 2000000 };
      GError *error = NULL;
      guint n_added;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      fill_up (path, &n_added, &error);
      _exit (g_error_matches (error, PM_STORE_ERROR, PM_STORE_ERROR_FULL) ? (int) n_added : 255);
    }
  waitpid (child, &status, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), >, 0);
  g_assert_cmpint (WEXITSTATUS (status), <, 255);
  assert_nothing_lost (fixture->folder, WEXITSTATUS (status));
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/open/new", NULL, test_new);
  ADD ("/store/open/missing", NULL, test_missing);
  ADD ("/store/open/empty", NULL, test_empty);
  ADD ("/store/open/not-sqlite", NULL, test_not_sqlite);
  ADD ("/store/open/folder", NULL, test_folder);
  ADD ("/store/open/no-application", "CREATE TABLE t (a)", test_other_application);
  ADD ("/store/open/other-application", "CREATE TABLE t (a); PRAGMA application_id = 12345",
       test_other_application);
  ADD ("/store/open/other-application-wal",
       "PRAGMA journal_mode = WAL; CREATE TABLE t (a); PRAGMA application_id = 12345",
       test_other_application);
  ADD ("/store/open/newer",
       "CREATE TABLE t (a); PRAGMA application_id = 1347244619; PRAGMA user_version = 99",
       test_newer);
  ADD ("/store/open/newer-wal",
       "PRAGMA journal_mode = WAL; CREATE TABLE t (a); PRAGMA application_id = 1347244619; "
       "PRAGMA user_version = 99",
       test_newer);
  ADD ("/store/open/newer-in-journal", NULL, test_newer_in_journal);
  ADD ("/store/open/read-only", NULL, test_read_only);
  ADD ("/store/open/read-only-medium", NULL, test_read_only_medium);
  ADD ("/store/open/locked", NULL, test_locked);
  ADD ("/store/open/released", NULL, test_released);
  ADD ("/store/open/full-disk", NULL, test_full_disk);
  ADD ("/store/open/file-limit", NULL, test_file_limit);
  return g_test_run ();
}

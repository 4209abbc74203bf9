/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-db-worker.h"
#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child adds highlights and says each one's id once it is acknowledged; it is killed at any
 * moment. Whatever it said must be there. */

static gpointer
put_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GSIZE_TO_POINTER (pm_store_put_highlight (db, data, error));
}

/* Never returns. */
static void
add_highlights (const char *path, gint64 article, int out)
{
  g_autoptr (PmDbWorker) writer = pm_db_worker_new (path, PM_DB_WRITER, NULL);

  for (guint n = 0;; n++)
    {
      g_autoptr (PmHighlight) highlight = fixture_highlight (article, FIXTURE_TEXT, "mayor");
      gint64 id;

      /* A child has its parent's random numbers. */
      g_free (highlight->uuid);
      highlight->uuid = g_strdup_printf ("%d-%u", getpid (), n);
      id = GPOINTER_TO_SIZE (pm_db_worker_run (writer, put_job, highlight, NULL, NULL, NULL));
      if (id == 0 || write (out, &id, sizeof id) != sizeof id)
        _exit (1);
    }
}

/* Starts a child, kills it after some of its ids. */
static void
kill_one (const char *path, gint64 article, GArray *said)
{
  guint wanted = g_test_rand_int_range (0, 12);
  gint64 id;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      add_highlights (path, article, ends[1]);
    }
  close (ends[1]);
  for (guint i = 0; i < wanted && read (ends[0], &id, sizeof id) == sizeof id; i++)
    g_array_append_val (said, id);
  g_usleep (g_test_rand_int_range (0, 4000));
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (ends[0], &id, sizeof id) == sizeof id)
    g_array_append_val (said, id);
  close (ends[0]);
}

static void
test_kill (void)
{
  const char *number = g_getenv ("PM_KILL_ROUNDS");
  guint n_rounds = number != NULL ? (guint) g_ascii_strtoull (number, NULL, 10) : 20;
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "n.pressmark", NULL);
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  PmDb *db = fixture_open (folder, "n.pressmark", PM_DB_WRITER);
  gint64 article = fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);

  pm_db_close (db);
  for (guint i = 0; i < n_rounds; i++)
    kill_one (path, article, said);
  db = fixture_open (folder, "n.pressmark", PM_DB_WRITER);
  for (guint i = 0; i < said->len; i++)
    {
      g_autoptr (PmHighlight) highlight = pm_store_load_highlight (db,
                                                                   g_array_index (said, gint64, i),
                                                                   &error);

      g_assert_no_error (error);
      g_assert_cmpstr (highlight->anchor->exact, ==, "mayor");
      g_assert_false (highlight->orphan);
    }
  g_test_message ("%u kills, %u highlights acknowledged, all there", n_rounds, said->len);
  g_assert_cmpuint (said->len, >=, n_rounds);
  findings = pm_store_check (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  pm_db_close (db);
  fixture_remove_folder (folder);
}

/* Killed while it is made: the next start finds an empty or a whole notebook. */
static void
test_kill_new (void)
{
  for (int i = 0; i < 20; i++)
    {
      char *folder = fixture_make_folder ();
      g_autofree char *path = g_build_filename (folder, "n.pressmark", NULL);
      pid_t child = fork ();
      PmDb *db;

      if (child == 0)
        {
          pm_store_open (path, PM_DB_WRITER, NULL);
          _exit (0);
        }
      g_usleep (g_test_rand_int_range (0, 8000));
      kill (child, SIGKILL);
      waitpid (child, NULL, 0);
      db = fixture_open (folder, "n.pressmark", PM_DB_WRITER);
      fixture_add_article (db, "https://a.example/", FIXTURE_TEXT);
      pm_db_close (db);
      fixture_remove_folder (folder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/durability/kill", test_kill);
  g_test_add_func ("/store/durability/kill-new", test_kill_new);
  return g_test_run ();
}

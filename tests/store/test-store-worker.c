/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-db-worker.h"
#include "store-fixture.h"

typedef struct
{
  char *folder;
  char *path;
  PmDbWorker *writer;
  PmDbWorker *reader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "n.pressmark", NULL);
  fixture->writer = pm_db_worker_new (fixture->path, PM_DB_WRITER, &error);
  g_assert_no_error (error);
  fixture->reader = pm_db_worker_new (fixture->path, PM_DB_READER, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->reader);
  g_clear_object (&fixture->writer);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static gpointer
add_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmArticle) article = pm_article_new (data);

  return GSIZE_TO_POINTER (pm_store_add_article (db, article, error));
}

/* Does its work, then fails: nothing of it may stay. */
static gpointer
failing_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  add_job (db, data, cancellable, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return NULL;
}

static gpointer
count_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fixture_query (db, "SELECT count(*) FROM article");
}

#define ASSERT_COUNT(worker, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *count_ = pm_db_worker_run (worker, count_job, NULL, g_free, NULL, NULL);      \
    g_assert_cmpstr (count_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_assert_nonnull (
      pm_db_worker_run (fixture->writer, add_job, (gpointer) "a", NULL, NULL, &error));
  g_assert_no_error (error);
  ASSERT_COUNT (fixture->reader, "1");
  g_assert_null (
      pm_db_worker_run (fixture->writer, failing_job, (gpointer) "b", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (
      pm_db_worker_run (fixture->writer, add_job, (gpointer) "c", NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (pm_db_worker_run (fixture->reader, add_job, (gpointer) "d", NULL, NULL, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_READ_ONLY);
  ASSERT_COUNT (fixture->writer, "1");
  ASSERT_COUNT (fixture->reader, "1");
}

/* A job of the reader sees one state, whatever is committed meanwhile. */
static gpointer
snapshot_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *before = fixture_query (db, "SELECT count(*) FROM article");

  g_assert_nonnull (pm_db_worker_run (data, add_job, (gpointer) "a", NULL, NULL, error));
  fixture_assert_query (db, "SELECT count(*) FROM article", before);
  return NULL;
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pm_db_worker_run (fixture->reader, snapshot_job, fixture->writer, NULL, NULL, &error);
  g_assert_no_error (error);
  ASSERT_COUNT (fixture->reader, "1");
}

typedef struct
{
  PmDbWorker *worker;
  GMainLoop *loop;
  GThread *thread;
  GError *error;
  guint n_waiting;
  guint n_done;
} Wait;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_true (wait->thread == g_thread_self ());
  g_clear_error (&wait->error);
  if (pm_db_worker_run_finish (PM_DB_WORKER (source), result, &wait->error) != NULL)
    wait->n_done++;
  if (--wait->n_waiting == 0)
    g_main_loop_quit (wait->loop);
}

/* Each thread has its own main context, and gets its answers there. */
static gpointer
post_many (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  Wait wait = { data, loop, g_thread_self (), NULL, 20, 0 };

  g_main_context_push_thread_default (context);
  for (int i = 0; i < 20; i++)
    pm_db_worker_run_async (data, add_job, g_strdup ("a"), g_free, NULL, NULL, done_cb, &wait);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (context);
  g_assert_no_error (wait.error);
  return GUINT_TO_POINTER (wait.n_done);
}

static void
test_many_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("poster", post_many, fixture->writer);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 20);
  ASSERT_COUNT (fixture->reader, "160");
}

static void
count_free (gpointer data)
{
  g_atomic_int_inc ((int *) data);
}

static gpointer
wait_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_async_queue_pop (data);
  return NULL;
}

/* What is cancelled before its turn is not begun; its data is freed all the same. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncQueue) gate = g_async_queue_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { fixture->writer, loop, g_thread_self (), NULL, 2, 0 };
  int n_freed = 0;

  pm_db_worker_run_async (fixture->writer, wait_job, gate, NULL, NULL, NULL, done_cb, &wait);
  pm_db_worker_run_async (fixture->writer, add_job, &n_freed, count_free, NULL, cancellable,
                          done_cb, &wait);
  g_cancellable_cancel (cancellable);
  g_async_queue_push (gate, gate);
  g_main_loop_run (loop);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
  g_assert_cmpint (g_atomic_int_get (&n_freed), ==, 1);
  ASSERT_COUNT (fixture->writer, "0");
}

/* Closing first does what is queued; after it nothing is taken on. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  Wait wait = { fixture->writer, loop, g_thread_self (), NULL, 50, 0 };

  for (int i = 0; i < 50; i++)
    pm_db_worker_run_async (fixture->writer, add_job, g_strdup ("a"), g_free, NULL, NULL, done_cb,
                            &wait);
  pm_db_worker_close (fixture->reader);
  pm_db_worker_close (fixture->writer);
  pm_db_worker_close (fixture->writer);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_main_loop_run (loop);
  g_assert_cmpuint (wait.n_done, ==, 50);
  g_assert_null (pm_db_worker_run (fixture->writer, add_job, (gpointer) "a", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  wait.n_waiting = 1;
  pm_db_worker_run_async (fixture->writer, add_job, g_strdup ("a"), g_free, NULL, NULL, done_cb,
                          &wait);
  g_main_loop_run (loop);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&wait.error);
}

/* The last reference may go away anywhere, even on the worker's own thread. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 50; i++)
    {
      PmDbWorker *worker = pm_db_worker_new (fixture->path, PM_DB_READER, NULL);

      pm_db_worker_run_async (worker, count_job, NULL, NULL, g_free, NULL, NULL, NULL);
      g_object_unref (worker);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.pressmark", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pm_db_worker_new (path, PM_DB_READER, &error));
  g_assert_error (error, PM_STORE_ERROR, PM_STORE_ERROR_MISSING);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/worker/run", test_run);
  ADD ("/store/worker/snapshot", test_snapshot);
  ADD ("/store/worker/many-threads", test_many_threads);
  ADD ("/store/worker/cancel", test_cancel);
  ADD ("/store/worker/close", test_close);
  ADD ("/store/worker/drop", test_drop);
  ADD ("/store/worker/refused", test_refused);
  return g_test_run ();
}

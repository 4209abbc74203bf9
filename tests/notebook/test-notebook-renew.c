/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-fixture.h"
#include "pm-store.h"

/* What older rules derived is derived again behind everything else. */

static void
answer (SoupServer *server,
        SoupServerMessage *message,
        const char *path,
        GHashTable *query,
        gpointer data)
{
  g_autofree char
      *html = g_strdup_printf ("<title>Page %s</title><article><h1>Page %s</h1><p>" FIXTURE_COUNCIL
                               "</p><p>" FIXTURE_REPORT "</p></article>",
                               path, path);

  fixture_answer (data, message, html);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, answer);
}

/* Runs @sql on the notebook, which is closed for it. */
static void
change (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  PmDb *db;

  fixture_close (fixture);
  db = pm_store_open (fixture->path, PM_DB_WRITER, &error);
  g_assert_no_error (error);
  g_assert_true (pm_db_exec (db, sql, &error));
  pm_db_close (db);
  fixture_open (fixture, TRUE);
}

static void
renewal_cb (GString *told, guint done, guint total)
{
  g_string_append_printf (told, "%u/%u ", done, total);
}

/* Returns: how many were derived again, -1 with @error. @told: "0/2 1/2 0/0 ". */
static int
renew (Fixture *fixture, GCancellable *cancellable, GString *told, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gulong handler = g_signal_connect_swapped (fixture->notebook, "renewal", G_CALLBACK (renewal_cb),
                                             told);

  pm_notebook_renew_async (fixture->notebook, cancellable, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_signal_handler_disconnect (fixture->notebook, handler);
  return pm_notebook_renew_finish (fixture->notebook, result, error);
}

static void
test_renew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) first = fixture_add (fixture, "/a", FALSE, NULL, NULL, NULL);
  g_autoptr (PmArticle) second = fixture_add (fixture, "/b", FALSE, NULL, NULL, NULL);
  g_autoptr (PmRecord) before = fixture_load (fixture, first->id);
  g_autoptr (PmRecord) stale = NULL;
  g_autoptr (PmRecord) after = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (second);
  g_assert_cmpint (renew (fixture, NULL, told, &error), ==, 0);
  g_assert_cmpstr (told->str, ==, "0/0 ");
  change (fixture, "UPDATE document SET analysis_version = 0; DELETE FROM entity; "
                   "UPDATE blob SET bytes = X'00' WHERE id = (SELECT body FROM capture "
                   "  WHERE article = 2)");
  stale = fixture_load (fixture, first->id);
  g_assert_cmpuint (stale->analysis->entities->len, ==, 0);

  /* What cannot be read any more stays as it was, and is no reason to stop. */
  g_string_truncate (told, 0);
  g_assert_cmpint (renew (fixture, NULL, told, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpstr (told->str, ==, "0/2 1/2 0/0 ");
  after = fixture_load (fixture, first->id);
  g_assert_cmpuint (after->analysis->entities->len, ==, before->analysis->entities->len);
  g_string_truncate (told, 0);
  g_assert_cmpint (renew (fixture, NULL, told, &error), ==, 0);
  g_assert_cmpstr (told->str, ==, "0/1 0/0 ");
}

static void
cancel_cb (GCancellable *cancellable, guint done, guint total)
{
  if (done == 1)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);
      g_autoptr (PmArticle) article = fixture_add (fixture, path, FALSE, NULL, NULL, NULL);

      g_assert_nonnull (article);
    }
  change (fixture, "UPDATE document SET analysis_version = 0");
  g_signal_connect_object (fixture->notebook, "renewal", G_CALLBACK (cancel_cb), cancellable,
                           G_CONNECT_SWAPPED);
  g_assert_cmpint (renew (fixture, cancellable, told, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_string_truncate (told, 0);
  g_assert_cmpint (renew (fixture, NULL, told, &error), <, 3);
  g_assert_no_error (error);
}

/* The notebook is closed while one is read: nothing is lost, and it goes on the next time. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PmArticle) article = fixture_add (fixture, "/a", FALSE, NULL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (article);
  change (fixture, "UPDATE document SET analysis_version = 0");
  notebook = g_object_ref (fixture->notebook);
  pm_notebook_renew_async (notebook, NULL, fixture_keep_cb, &result);
  pm_notebook_close (notebook);
  fixture_wait (&result);
  g_clear_object (&result);
  g_clear_object (&notebook);
  fixture_close (fixture);
  fixture_open (fixture, TRUE);
  g_assert_cmpint (renew (fixture, NULL, told, &error), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/renew/all", Fixture, NULL, set_up, test_renew, fixture_tear_down);
  g_test_add ("/renew/cancel", Fixture, NULL, set_up, test_cancel, fixture_tear_down);
  g_test_add ("/renew/close", Fixture, NULL, set_up, test_close, fixture_tear_down);
  return g_test_run ();
}

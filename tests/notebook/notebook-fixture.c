/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_SECONDS 10

/* --- setting up --- */

static void
start_server (Fixture *self, SoupServerCallback serve)
{
  g_autoptr (GError) error = NULL;
  g_autoslist (GUri) uris = NULL;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, serve, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
}

void
fixture_set_up (Fixture *self, SoupServerCallback serve)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("pressmark-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Test.pressmark", NULL);
  if (serve != NULL)
    start_server (self, serve);
  fixture_open (self, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  fixture_close (self);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_object (&self->server);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->base);
}

void
fixture_open (Fixture *self, gboolean writable)
{
  g_autoptr (GError) error = NULL;

  self->notebook = pm_notebook_open (self->path, writable, &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  PmNotebook *notebook = self->notebook;

  g_object_add_weak_pointer (G_OBJECT (notebook), (gpointer *) &self->notebook);
  pm_notebook_close (notebook);
  g_object_unref (notebook);
  while (self->notebook != NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (self->notebook);
}

/* --- the server --- */

void
fixture_answer (Fixture *self, SoupServerMessage *message, const char *html)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_COPY, html,
                                    strlen (html));
  if (self->held == NULL)
    return;
  g_ptr_array_add (self->held, message);
  soup_server_message_pause (message);
}

void
fixture_let_go (Fixture *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

  for (guint i = 0; i < held->len; i++)
    soup_server_message_unpause (held->pdata[i]);
}

/* --- waiting --- */

void
fixture_keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
fixture_settle (void)
{
  gint64 quiet = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet < 50 * 1000)
    if (g_main_context_iteration (NULL, FALSE))
      quiet = g_get_monotonic_time ();
}

/* --- articles --- */

PmArticle *
fixture_add (Fixture *self,
             const char *address,
             gboolean keep_failed,
             gboolean *existed,
             gint64 *failed,
             GError **error)
{
  gboolean on_server = address[0] == '/' && self->base != NULL;
  g_autofree char *url = g_strconcat (on_server ? self->base : "", address, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  pm_notebook_add_async (self->notebook, url, keep_failed, NULL, NULL, NULL, fixture_keep_cb,
                         &result);
  fixture_wait (&result);
  return pm_notebook_add_finish (self->notebook, result, existed, failed, error);
}

gboolean
fixture_refresh (Fixture *self, gint64 article, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  pm_notebook_refresh_async (self->notebook, article, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  return pm_notebook_refresh_finish (self->notebook, result, error);
}

GBytes *
fixture_load_image (Fixture *self, gint64 article, const char *url, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  pm_notebook_load_image_async (self->notebook, article, url, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  return pm_notebook_load_image_finish (self->notebook, result, error);
}

PmRecord *
fixture_load (Fixture *self, gint64 article)
{
  g_autoptr (GError) error = NULL;
  PmRecord *record = pm_notebook_load (self->notebook, article, TRUE, &error);

  g_assert_no_error (error);
  return record;
}

guint
fixture_count (Fixture *self, PmListScope scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = pm_notebook_list_articles (self->notebook, scope, NULL, NULL, 0,
                                                              &error);

  g_assert_no_error (error);
  return articles->len;
}

/* --- lists of links --- */

PmPlan *
fixture_plan (Fixture *self, const char *list)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (list, -1, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PmPlan *plan;

  pm_notebook_plan_async (self->notebook, stream, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  plan = pm_notebook_plan_finish (self->notebook, result, &error);
  g_assert_no_error (error);
  return plan;
}

PmIntake *
fixture_add_links (Fixture *self, PmPlan *plan)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PmIntake *intake;

  pm_notebook_add_links_async (self->notebook, plan, NULL, NULL, NULL, NULL, NULL, fixture_keep_cb,
                               &result);
  fixture_wait (&result);
  intake = pm_notebook_add_links_finish (self->notebook, result, &error);
  g_assert_no_error (error);
  return intake;
}

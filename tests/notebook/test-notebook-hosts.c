/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Articles with images on hosts the names of which nobody answers for: they keep no other article
 * waiting. */

#include "notebook-fixture.h"

#define N_ARTICLES 6
#define N_IMAGES 4  /* each, and each on a host of its own */
#define N_TASKS 200 /* more than there are threads for within a quarter of an hour */

/* --- a resolver that keeps its threads until it is let go, as one without a network does --- */

#define TYPE_SILENT (silent_get_type ())
G_DECLARE_FINAL_TYPE (Silent, silent, , SILENT, GResolver)

struct _Silent
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (Silent, silent, G_TYPE_RESOLVER)

static GMutex lock;
static GCond let_go;
static gboolean silent;
static guint n_asked;
static guint n_begun;
static guint n_answered;

static void
look_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (&lock);
  n_begun++;
  while (silent)
    g_cond_wait (&let_go, &lock);
  g_mutex_unlock (&lock);
  g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "Nobody answers");
}

static void
silent_look_up_async (GResolver *resolver,
                      const char *host,
                      GResolverNameLookupFlags flags,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, NULL, callback, user_data);

  n_asked++;
  g_task_run_in_thread (task, look_up_thread);
}

static GList *
silent_look_up_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  n_answered++;
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
silent_class_init (SilentClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_with_flags_async = silent_look_up_async;
  resolver_class->lookup_by_name_with_flags_finish = silent_look_up_finish;
}

static void
silent_init (Silent *self)
{
}

/* --- the case --- */

/* "/1" and on have images, "/0" has none. */
static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  int number = atoi (path + 1);
  g_autoptr (GString) html = g_string_new (NULL);

  g_string_printf (html, "<!doctype html><title>Story %d</title><article><h1>Story %d</h1>", number,
                   number);
  g_string_append (html, "<p>" FIXTURE_COUNCIL "</p><p>" FIXTURE_REPORT "</p>");
  for (int i = 0; number > 0 && i < N_IMAGES; i++)
    g_string_append_printf (html,
                            "<p><img src='http://host-%d-%d.example/crane.jpg' width=800 "
                            "height=600 alt='A crane'></p>",
                            number, i);
  g_string_append (html, "<p>" FIXTURE_COUNCIL "</p></article>");
  fixture_answer (user_data, message, html->str);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  silent = TRUE;
  n_asked = n_begun = n_answered = 0;
  fixture_set_up (fixture, serve_cb);
}

static void
add (Fixture *fixture, int number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("/%d", number);
  g_autoptr (PmArticle) article = fixture_add (fixture, path, TRUE, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (article);
}

static void
answer (void)
{
  g_mutex_lock (&lock);
  silent = FALSE;
  g_cond_broadcast (&let_go);
  g_mutex_unlock (&lock);
  while (n_answered < n_asked)
    g_main_context_iteration (NULL, TRUE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  n_answered++;
}

/* All articles come in, and not one by one as images are given up. An address is looked up for
 * IPv4 and IPv6. */
static void
test_images (Fixture *fixture, gconstpointer data)
{
  for (int i = N_ARTICLES; i >= 0; i--)
    add (fixture, i);
  g_assert_cmpuint (n_asked, >, 0);
  g_assert_cmpuint (n_asked, <=, 2 * 8);
  answer ();
}

/* What waits for a thread waits behind what asked before: had the article waited there too, all
 * would have begun before it came in. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < N_TASKS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, NULL);

      n_asked++;
      g_task_run_in_thread (task, look_up_thread);
    }
  add (fixture, 0);
  g_mutex_lock (&lock);
  g_assert_cmpuint (n_begun, <, N_TASKS);
  g_mutex_unlock (&lock);
  answer ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (GResolver) resolver = NULL;

  g_test_init (&argc, &argv, NULL);
  resolver = g_object_new (TYPE_SILENT, NULL);
  g_resolver_set_default (resolver);
  g_test_add ("/notebook/hosts/images", Fixture, NULL, set_up, test_images, fixture_tear_down);
  g_test_add ("/notebook/hosts/threads", Fixture, NULL, set_up, test_threads, fixture_tear_down);
  return g_test_run ();
}

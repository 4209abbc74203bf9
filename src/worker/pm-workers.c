/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-workers.h"

#include <errno.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/socket.h>

#include "pm-wire-private.h"

#define SECONDS 60
/* How often one that waits for a worker looks whether it is still wanted, in µs. */
#define PATIENCE (100 * G_TIME_SPAN_MILLISECOND)

G_DEFINE_QUARK (pm_worker_error, pm_worker_error)

/* A place for one process. */
typedef struct
{
  GSubprocess *process; /* (nullable): not running */
  GSocket *socket;
  gboolean used; /* has answered before */
} Worker;

struct _PmWorkers
{
  GAsyncQueue *idle; /* (element-type Worker) */
  guint n;
};

PmWorkers *
pm_workers_new (guint n)
{
  PmWorkers *self = g_new0 (PmWorkers, 1);

  self->n = n > 0 ? n : g_get_num_processors ();
  self->idle = g_async_queue_new ();
  for (guint i = 0; i < self->n; i++)
    g_async_queue_push (self->idle, g_new0 (Worker, 1));
  return self;
}

/* Closing the socket is what ends a process that waits for a page. */
static void
worker_close (Worker *self, gboolean kill)
{
  if (self->process == NULL)
    return;
  if (kill)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->socket);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
  self->used = FALSE;
}

void
pm_workers_free (PmWorkers *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      Worker *worker = g_async_queue_pop (self->idle);

      worker_close (worker, FALSE);
      g_free (worker);
    }
  g_async_queue_unref (self->idle);
  g_free (self);
}

/* --- starting --- */

/* Beside the program that runs, in the folder it is built in; else where it is installed. */
static char *
find_program (void)
{
  const char *chosen = g_getenv ("PRESSMARK_WORKER");
  g_autofree char *running = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = running != NULL ? g_path_get_dirname (running) : NULL;
  g_autofree char *built = NULL;

  if (chosen != NULL)
    return g_strdup (chosen);
  if (folder != NULL)
    built = g_build_filename (folder, "..", "worker", "pressmark-worker", NULL);
  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&built);
  return g_build_filename (PM_LIBEXECDIR, "pressmark-worker", NULL);
}

static gboolean
worker_start (Worker *self, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *program = find_program ();
  g_autoptr (GError) reason = NULL;
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0)
    {
      self->socket = g_socket_new_from_fd (ends[0], &reason);
      g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
    }
  else
    g_set_error_literal (&reason, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  if (self->socket != NULL)
    self->process = g_subprocess_launcher_spawn (launcher, &reason, program, NULL);
  if (self->process != NULL)
    return TRUE;
  g_clear_object (&self->socket);
  g_set_error (error, PM_WORKER_ERROR, PM_WORKER_ERROR_MISSING,
               _ ("The part of Pressmark that reads pages could not be started: %s"),
               reason->message);
  return FALSE;
}

/* --- one page --- */

typedef struct
{
  GSocket *socket;
  GCancellable *cancellable;
  gint64 deadline; /* monotonic, µs */
} Exchange;

/* Moves @length bytes one way or the other. The error is %G_IO_ERROR_TIMED_OUT, _CANCELLED or, when
 * the other side is gone, any other. */
static gboolean
move (Exchange *self, GIOCondition way, void *data, gsize length, GError **error)
{
  for (char *at = data; length > 0;)
    {
      gint64 left = MAX (self->deadline - g_get_monotonic_time (), 0);
      gssize n;

      if (!g_socket_condition_timed_wait (self->socket, way, left, self->cancellable, error))
        return FALSE;
      n = way == G_IO_IN
              ? g_socket_receive_with_blocking (self->socket, at, length, FALSE, NULL, error)
              : g_socket_send_with_blocking (self->socket, at, length, FALSE, NULL, error);
      if (n < 0 && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          g_clear_error (error);
          continue;
        }
      if (n == 0)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "");
      if (n <= 0)
        return FALSE;
      at += n;
      length -= n;
    }
  return TRUE;
}

static gint64
get_deadline (void)
{
  const char *seconds = g_getenv ("PRESSMARK_WORKER_SECONDS");
  double limit = seconds != NULL ? g_ascii_strtod (seconds, NULL) : SECONDS;

  return g_get_monotonic_time () + (gint64) (limit * G_TIME_SPAN_SECOND);
}

/* Returns: the answer, or %NULL as in move(). */
static GBytes *
ask (Worker *self, GBytes *request, GCancellable *cancellable, GError **error)
{
  Exchange exchange = { self->socket, cancellable, get_deadline () };
  guint64 length = g_bytes_get_size (request);
  g_autofree char *data = NULL;

  if (!move (&exchange, G_IO_OUT, &length, sizeof length, error) ||
      !move (&exchange, G_IO_OUT, (void *) g_bytes_get_data (request, NULL), length, error) ||
      !move (&exchange, G_IO_IN, &length, sizeof length, error))
    return NULL;
  data = length <= PM_WIRE_MAX ? g_try_malloc (length) : NULL;
  if (data == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "");
  if (data == NULL || !move (&exchange, G_IO_IN, data, length, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static void
set_died (GError **error)
{
  g_set_error_literal (
      error, PM_WORKER_ERROR, PM_WORKER_ERROR_DIED,
      _ ("This page cannot be read: it is broken in a way that stops the reading."));
}

/* One that has answered before may have ended since, for a reason that is not this page's. */
static GBytes *
ask_again (Worker *self, GBytes *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean used = self->used;
  GBytes *answer;

  if (self->process == NULL && !worker_start (self, error))
    return NULL;
  answer = ask (self, request, cancellable, &reason);
  if (answer != NULL)
    {
      self->used = TRUE;
      return answer;
    }
  worker_close (self, TRUE);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error_literal (error, PM_WORKER_ERROR, PM_WORKER_ERROR_TIMED_OUT,
                         _ ("Reading this page took too long, so it was given up."));
  else if (used)
    return ask_again (self, request, cancellable, error);
  else
    set_died (error);
  return NULL;
}

static PmDocument *
read_answer (Worker *self, GBytes *answer, GPtrArray **images, GError **error)
{
  g_autofree char *message = NULL;
  PmDocument *document = _pm_wire_read_answer (answer, images, &message);

  if (document != NULL)
    return document;
  if (message != NULL)
    g_set_error_literal (error, PM_WORKER_ERROR, PM_WORKER_ERROR_PAGE, message);
  else
    {
      /* What says such things is not to be asked again. */
      worker_close (self, TRUE);
      set_died (error);
    }
  return NULL;
}

PmDocument *
pm_workers_extract (PmWorkers *self,
                    PmPage *page,
                    GPtrArray **images,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GBytes) request = _pm_wire_write_page (page);
  g_autoptr (GBytes) answer = NULL;
  PmDocument *document = NULL;
  Worker *worker = NULL;

  while (worker == NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      worker = g_async_queue_timeout_pop (self->idle, PATIENCE);
    }
  answer = ask_again (worker, request, cancellable, error);
  if (answer != NULL)
    document = read_answer (worker, answer, images, error);
  g_async_queue_push (self->idle, worker);
  return document;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-db-worker.h"

#include <glib/gi18n-lib.h>

/* What is asked of the thread. Either @task or @replies is set: the first answers a main context,
 * the second a thread that waits. */
typedef struct
{
  PmDbJob job; /* (nullable): %NULL ends the thread */
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  GCancellable *cancellable;
  GTask *task;
  GAsyncQueue *replies;
  gpointer result;
  GError *error;
} Request;

/* What the thread is given. It never sees the worker: the last reference to that may go away on the
 * thread itself, with the last task. */
typedef struct
{
  GAsyncQueue *requests;
  GAsyncQueue *replies; /* gets the outcome of opening */
  char *path;
  PmDbMode mode;
} Start;

struct _PmDbWorker
{
  GObject parent_instance;

  GThread *thread;
  GAsyncQueue *requests;
  gboolean closed; /* changed and read under the queue's lock only */
};

G_DEFINE_FINAL_TYPE (PmDbWorker, pm_db_worker, G_TYPE_OBJECT)

static void
request_free (Request *request)
{
  g_clear_object (&request->cancellable);
  g_clear_object (&request->task);
  g_clear_pointer (&request->replies, g_async_queue_unref);
  g_clear_error (&request->error);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
free_result (Request *request)
{
  if (request->result != NULL && request->result_free != NULL)
    request->result_free (request->result);
  request->result = NULL;
}

static void
run_job (PmDb *db, Request *request)
{
  if (g_cancellable_set_error_if_cancelled (request->cancellable, &request->error) ||
      !pm_db_begin (db, &request->error))
    return;
  request->result = request->job (db, request->data, request->cancellable, &request->error);
  if (request->error != NULL)
    pm_db_rollback (db);
  else
    pm_db_commit (db, &request->error);
  if (request->error != NULL)
    free_result (request);
}

/* Takes @request. */
static void
answer (Request *request)
{
  if (request->data_free != NULL)
    g_clear_pointer (&request->data, request->data_free);
  if (request->replies != NULL)
    {
      g_autoptr (GAsyncQueue) replies = g_async_queue_ref (request->replies);

      g_async_queue_push (replies, request);
      return;
    }
  if (request->error != NULL)
    g_task_return_error (request->task, g_steal_pointer (&request->error));
  else
    g_task_return_pointer (request->task, g_steal_pointer (&request->result), request->result_free);
  request_free (request);
}

static gpointer
work (gpointer data)
{
  Start *start = data;
  g_autoptr (GAsyncQueue) requests = g_async_queue_ref (start->requests);
  g_autoptr (GAsyncQueue) replies = g_async_queue_ref (start->replies);
  Request *opening = g_new0 (Request, 1);
  PmDb *db = pm_store_open (start->path, start->mode, &opening->error);
  gboolean more = db != NULL;

  g_async_queue_push (replies, opening);
  while (more)
    {
      Request *request = g_async_queue_pop (requests);

      more = request->job != NULL;
      if (more)
        {
          run_job (db, request);
          answer (request);
        }
      else
        request_free (request);
    }
  g_clear_pointer (&db, pm_db_close);
  return NULL;
}

/* Takes @request, unless the worker is closed. */
static gboolean
push (PmDbWorker *self, Request *request)
{
  gboolean closed;

  g_async_queue_lock (self->requests);
  closed = self->closed;
  self->closed = closed || request->job == NULL;
  if (!closed)
    g_async_queue_push_unlocked (self->requests, request);
  g_async_queue_unlock (self->requests);
  if (closed)
    g_set_error_literal (&request->error, G_IO_ERROR, G_IO_ERROR_CLOSED,
                         _ ("The notebook is closed."));
  return !closed;
}

static void
pm_db_worker_dispose (GObject *object)
{
  pm_db_worker_close (PM_DB_WORKER (object));
  G_OBJECT_CLASS (pm_db_worker_parent_class)->dispose (object);
}

static void
pm_db_worker_finalize (GObject *object)
{
  g_async_queue_unref (PM_DB_WORKER (object)->requests);
  G_OBJECT_CLASS (pm_db_worker_parent_class)->finalize (object);
}

static void
pm_db_worker_class_init (PmDbWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pm_db_worker_dispose;
  object_class->finalize = pm_db_worker_finalize;
}

static void
pm_db_worker_init (PmDbWorker *self)
{
  self->requests = g_async_queue_new_full ((GDestroyNotify) request_free);
}

PmDbWorker *
pm_db_worker_new (const char *path, PmDbMode mode, GError **error)
{
  g_autoptr (PmDbWorker) self = g_object_new (PM_TYPE_DB_WORKER, NULL);
  g_autoptr (GAsyncQueue) replies = g_async_queue_new ();
  g_autofree char *path_copy = g_strdup (path);
  g_autoptr (Request) opening = NULL;
  Start start = { self->requests, replies, path_copy, mode };

  self->thread = g_thread_try_new (mode == PM_DB_WRITER ? "pm-db-writer" : "pm-db-reader", work,
                                   &start, error);
  if (self->thread == NULL)
    return NULL;
  opening = g_async_queue_pop (replies);
  if (opening->error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&opening->error));
  return NULL;
}

void
pm_db_worker_close (PmDbWorker *self)
{
  Request *last = g_new0 (Request, 1);

  g_return_if_fail (PM_IS_DB_WORKER (self));
  if (!push (self, last))
    request_free (last);
  if (self->thread == NULL)
    return;
  if (self->thread == g_thread_self ())
    g_clear_pointer (&self->thread, g_thread_unref);
  else
    g_thread_join (g_steal_pointer (&self->thread));
}

gpointer
pm_db_worker_run (PmDbWorker *self,
                  PmDbJob job,
                  gpointer data,
                  GDestroyNotify result_free,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GAsyncQueue) replies = g_async_queue_new ();
  g_autoptr (Request) request = g_new0 (Request, 1);

  g_return_val_if_fail (PM_IS_DB_WORKER (self) && job != NULL, NULL);
  g_return_val_if_fail (self->thread != g_thread_self (), NULL);
  request->job = job;
  request->data = data;
  request->result_free = result_free;
  g_set_object (&request->cancellable, cancellable);
  request->replies = g_async_queue_ref (replies);
  if (push (self, request))
    g_async_queue_pop (replies);
  if (request->error == NULL)
    return request->result;
  g_propagate_error (error, g_steal_pointer (&request->error));
  return NULL;
}

void
pm_db_worker_run_async (PmDbWorker *self,
                        PmDbJob job,
                        gpointer data,
                        GDestroyNotify data_free,
                        GDestroyNotify result_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, pm_db_worker_run_async);
  /* Once committed it is done, whatever was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  request->job = job;
  request->data = data;
  request->data_free = data_free;
  request->result_free = result_free;
  g_set_object (&request->cancellable, cancellable);
  request->task = task;
  if (!push (self, request))
    answer (request);
}

gpointer
pm_db_worker_run_finish (PmDbWorker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

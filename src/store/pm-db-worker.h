/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-store.h"

G_BEGIN_DECLS

/* One thread that owns one connection and runs jobs in the order they came, each of a writer's
 * inside a transaction: committed when the job succeeds, rolled back when it fails or was cancelled
 * before it began. A job is acknowledged, by its callback or by returning, only after the commit.
 */

#define PM_TYPE_DB_WORKER (pm_db_worker_get_type ())
G_DECLARE_FINAL_TYPE (PmDbWorker, pm_db_worker, PM, DB_WORKER, GObject)

/* Returns: the job's result, its meaning the job's own; with @error set, %NULL. Runs on the
 * worker's thread. */
typedef gpointer (*PmDbJob) (PmDb *db, gpointer data, GCancellable *cancellable, GError **error);

/* Opens the notebook on the new thread and waits for it.
 * Returns: (transfer full): or %NULL with @error. */
PmDbWorker *pm_db_worker_new (const char *path, PmDbMode mode, GError **error);
/* Ends the thread after the jobs already queued, closes the connection (checkpointing the WAL) and
 * waits. Called by dispose. */
void pm_db_worker_close (PmDbWorker *self);

/* Queues @job and waits for it. Never call it on the main thread of the window. @result_free: frees
 * a result whose commit failed. */
gpointer pm_db_worker_run (PmDbWorker *self,
                           PmDbJob job,
                           gpointer data,
                           GDestroyNotify result_free,
                           GCancellable *cancellable,
                           GError **error);

/* Queues @job; @callback is called on the caller's main context with a GTask as the result.
 * @data_free: called on the worker's thread once the job is done. @result_free: of results nobody
 * took. */
void pm_db_worker_run_async (PmDbWorker *self,
                             PmDbJob job,
                             gpointer data,
                             GDestroyNotify data_free,
                             GDestroyNotify result_free,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Returns: the job's result; %NULL with @error set when it failed. */
gpointer pm_db_worker_run_finish (PmDbWorker *self, GAsyncResult *result, GError **error);

G_END_DECLS

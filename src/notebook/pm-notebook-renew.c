/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deriving again, one article after another and behind everything else, what older rules derived.
 * Each is a transaction of its own: what is interrupted goes on the next time. */

#include "pm-analyse.h"
#include "pm-notebook-private.h"

typedef struct
{
  PmNotebook *notebook;
  GArray *ids; /* (element-type gint64) */
  guint next;
  guint n_done; /* that could be derived again */
} Renewal;

static void
renewal_free (gpointer data)
{
  Renewal *self = data;

  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static void renew_next (GTask *task);

static gint64
get_article (GTask *task)
{
  Renewal *self = g_task_get_task_data (task);

  return g_array_index (self->ids, gint64, self->next);
}

/* What is wrong with one article is no reason to leave the others as they are. */
static void
go_on (GTask *task, gboolean done)
{
  Renewal *self = g_task_get_task_data (task);

  self->n_done += done;
  self->next++;
  renew_next (task);
}

static gpointer
save_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (_pm_notebook_save_derived (db, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  go_on (user_data, _pm_notebook_run_finish (PM_NOTEBOOK (source), result, NULL) != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PmReading *reading = g_task_propagate_pointer (G_TASK (result), NULL);

  if (reading == NULL)
    {
      go_on (task, FALSE);
      return;
    }
  _pm_notebook_run_async (PM_NOTEBOOK (source), save_job,
                          _pm_derived_new (get_article (task), reading),
                          (GDestroyNotify) _pm_derived_free, NULL, get_article (task),
                          PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT | PM_NOTEBOOK_HIGHLIGHTS |
                              PM_NOTEBOOK_SOON,
                          NULL, saved_cb, task);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PmReading *reading = _pm_notebook_read_record (source, data, cancellable, &error);

  if (reading != NULL)
    g_task_return_pointer (task, reading, (GDestroyNotify) _pm_reading_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  PmRecord *record = _pm_notebook_run_finish (PM_NOTEBOOK (source), result, NULL);
  g_autoptr (GTask) step = NULL;

  if (record == NULL)
    {
      go_on (task, FALSE);
      return;
    }
  step = g_task_new (source, g_task_get_cancellable (task), read_cb, task);
  g_task_set_task_data (step, record, (GDestroyNotify) pm_record_unref);
  g_task_run_in_thread (step, read_thread);
}

static void
end (GTask *task)
{
  Renewal *self = g_task_get_task_data (task);

  g_signal_emit_by_name (self->notebook, "renewal", 0, 0);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_int (task, self->n_done);
  g_object_unref (task);
}

static void
renew_next (GTask *task)
{
  Renewal *self = g_task_get_task_data (task);
  PmLoad *load;

  if (self->next == self->ids->len || self->notebook->writer == NULL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      end (task);
      return;
    }
  g_signal_emit_by_name (self->notebook, "renewal", self->next, self->ids->len);
  load = g_new0 (PmLoad, 1);
  *load = (PmLoad){ get_article (task), TRUE };
  _pm_notebook_run_async (self->notebook, _pm_notebook_load_record_job, load, g_free,
                          (GDestroyNotify) pm_record_unref, 0, 0, NULL, loaded_cb, task);
}

static gpointer
list_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_stale (db, PM_ANALYSIS_VERSION, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Renewal *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->ids = _pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error);
  if (self->ids != NULL)
    {
      renew_next (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

void
pm_notebook_renew_async (PmNotebook *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Renewal *renewal = g_new0 (Renewal, 1);

  renewal->notebook = self;
  g_task_set_task_data (task, renewal, renewal_free);
  _pm_notebook_run_async (self, list_job, NULL, NULL, (GDestroyNotify) g_array_unref, 0, 0,
                          cancellable, listed_cb, task);
}

int
pm_notebook_renew_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

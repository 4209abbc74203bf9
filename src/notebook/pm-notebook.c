/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The object itself: opening, closing, and its two ways of running a job. Looking, capturing,
 * deriving, authoring and shipping have files of their own. */

#include "pm-notebook.h"

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

#define TRASH_DAYS 30
#define SOON_MS 250

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_TITLE,
  PROP_REDO_TITLE,
  N_PROPERTIES
};

enum
{
  CHANGED,
  PROGRESS,
  INTAKE,
  RENEWAL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (pm_notebook_error, pm_notebook_error)
G_DEFINE_FINAL_TYPE (PmNotebook, pm_notebook, G_TYPE_OBJECT)

/* --- running jobs --- */

void
_pm_notebook_convert_error (GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain != PM_STORE_ERROR)
    return;
  (*error)->code = (*error)->code == PM_STORE_ERROR_NOT_FOUND ? PM_NOTEBOOK_ERROR_NOT_FOUND
                                                              : PM_NOTEBOOK_ERROR_UNUSABLE;
  (*error)->domain = PM_NOTEBOOK_ERROR;
}

typedef struct
{
  PmNotebook *notebook;
  gint64 article;
  PmNotebookParts parts;
} Change;

static void
change_free (Change *self)
{
  g_object_unref (self->notebook);
  g_free (self);
}

static gboolean
emit_changed_cb (gpointer data)
{
  Change *change = data;

  g_signal_emit (change->notebook, signals[CHANGED], 0, change->article, (guint) change->parts);
  return G_SOURCE_REMOVE;
}

void
_pm_notebook_flush_changes (PmNotebook *self)
{
  g_autoptr (GArray) changes = g_steal_pointer (&self->changes);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  if (self->telling != NULL)
    g_source_destroy (self->telling);
  g_clear_pointer (&self->telling, g_source_unref);
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);
      guint more = i + 1 < changes->len ? PM_NOTEBOOK_MORE : 0;

      g_signal_emit (self, signals[CHANGED], 0, change->article, change->parts | more);
    }
}

static gboolean
flush_cb (gpointer data)
{
  _pm_notebook_flush_changes (data);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (PmNotebook *self, gint64 article, PmNotebookParts parts)
{
  Change change = { NULL, article, parts };

  g_array_append_val (self->changes, change);
  if (self->telling != NULL)
    return;
  self->telling = g_timeout_source_new (SOON_MS);
  g_source_set_callback (self->telling, flush_cb, self, NULL);
  g_source_attach (self->telling, self->context);
}

void
_pm_notebook_changed (PmNotebook *self, gint64 article, PmNotebookParts parts)
{
  gboolean soon = (parts & PM_NOTEBOOK_SOON) != 0;
  Change *change;

  parts &= ~(guint) PM_NOTEBOOK_SOON;
  if (parts == 0)
    return;
  if (soon && g_thread_self () == self->thread)
    {
      tell_soon (self, article, parts);
      return;
    }
  if (g_thread_self () == self->thread)
    {
      g_signal_emit (self, signals[CHANGED], 0, article, (guint) parts);
      return;
    }
  change = g_new0 (Change, 1);
  *change = (Change){ g_object_ref (self), article, parts };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_changed_cb, change,
                              (GDestroyNotify) change_free);
}

static PmDbWorker *
get_worker (PmNotebook *self, PmNotebookParts parts, GError **error)
{
  PmDbWorker *worker = parts != 0 ? self->writer : self->reader;

  if (worker == NULL)
    g_set_error_literal (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_UNUSABLE,
                         self->reader == NULL ? _ ("The notebook is closed.")
                                              : _ ("The notebook was opened for reading only."));
  return worker;
}

gpointer
_pm_notebook_run (PmNotebook *self,
                  PmDbJob job,
                  gpointer data,
                  GDestroyNotify result_free,
                  gint64 article,
                  PmNotebookParts parts,
                  GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PmDbWorker *worker = get_worker (self, parts, error);
  gpointer result;

  if (worker == NULL)
    return NULL;
  result = pm_db_worker_run (worker, job, data, result_free, NULL, &local_error);
  if (local_error != NULL)
    {
      _pm_notebook_convert_error (&local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  _pm_notebook_changed (self, article, parts);
  return result;
}

/* What the answer to an asynchronous job needs beside the result. */
typedef struct
{
  gint64 article;
  PmNotebookParts parts;
  GDestroyNotify result_free;
} Run;

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  PmNotebook *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  gpointer answer = pm_db_worker_run_finish (PM_DB_WORKER (source), result, &error);

  if (error != NULL)
    {
      _pm_notebook_convert_error (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  _pm_notebook_changed (self, run->article, run->parts);
  g_task_return_pointer (task, answer, run->result_free);
}

void
_pm_notebook_run_async (PmNotebook *self,
                        PmDbJob job,
                        gpointer data,
                        GDestroyNotify data_free,
                        GDestroyNotify result_free,
                        gint64 article,
                        PmNotebookParts parts,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  PmDbWorker *worker = get_worker (self, parts, &error);
  Run *run = g_new0 (Run, 1);

  /* Once committed, a change is acknowledged even when it was cancelled in the meantime. */
  g_task_set_check_cancellable (task, parts == 0);
  *run = (Run){ article, parts, result_free };
  g_task_set_task_data (task, run, g_free);
  if (worker == NULL)
    {
      g_task_return_error (task, error);
      if (data_free != NULL)
        data_free (data);
      return;
    }
  pm_db_worker_run_async (worker, job, data, data_free, result_free, cancellable, run_cb,
                          g_steal_pointer (&task));
}

gpointer
_pm_notebook_run_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- opening and closing --- */

char *
pm_notebook_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "pressmark", "Notebook.pressmark", NULL);
}

static gpointer
purge_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 before = g_get_real_time () - TRASH_DAYS * G_TIME_SPAN_DAY;

  return GINT_TO_POINTER (pm_store_purge_trash (db, before, error));
}

static gboolean
open_workers (PmNotebook *self, gboolean writable, GError **error)
{
  if (writable)
    {
      self->writer = pm_db_worker_new (self->path, PM_DB_WRITER, error);
      if (self->writer == NULL)
        return FALSE;
    }
  self->reader = pm_db_worker_new (self->path, PM_DB_READER, error);
  if (self->reader == NULL)
    return FALSE;
  return !writable || pm_db_worker_run (self->writer, purge_job, NULL, NULL, NULL, error) != NULL;
}

static PmNotebook *
notebook_new (const char *path)
{
  PmNotebook *self = g_object_new (PM_TYPE_NOTEBOOK, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

PmNotebook *
pm_notebook_open (const char *path, gboolean writable, GError **error)
{
  g_autoptr (PmNotebook) self = notebook_new (path);
  g_autoptr (GError) local_error = NULL;

  if (!open_workers (self, writable, &local_error))
    {
      _pm_notebook_convert_error (&local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (open_workers (data, TRUE, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  _pm_notebook_convert_error (&error);
  g_task_return_error (task, g_steal_pointer (&error));
}

void
pm_notebook_open_async (const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, notebook_new (path), g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

PmNotebook *
pm_notebook_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

void
pm_notebook_close (PmNotebook *self)
{
  /* First out of reach: what is cancelled now stays queued for the next time. */
  g_autoptr (PmDbWorker) writer = g_steal_pointer (&self->writer);

  _pm_notebook_cancel_feeds (self);
  _pm_notebook_cancel_checks (self);
  _pm_notebook_cancel_all (self);
  _pm_notebook_flush_changes (self);
  g_clear_object (&self->fetcher);
  /* The writer last: only a writer that closes alone folds the journal back into the file. */
  if (self->reader != NULL)
    pm_db_worker_close (self->reader);
  g_clear_object (&self->reader);
  if (writer != NULL)
    pm_db_worker_close (writer);
}

PmFetcher *
_pm_notebook_get_fetcher (PmNotebook *self)
{
  if (self->fetcher == NULL)
    self->fetcher = pm_fetcher_new (NULL);
  return self->fetcher;
}

const char *
pm_notebook_get_path (PmNotebook *self)
{
  return self->path;
}

char *
pm_notebook_dup_title (PmNotebook *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (g_str_has_suffix (name, ".pressmark"))
    name[strlen (name) - strlen (".pressmark")] = '\0';
  return g_steal_pointer (&name);
}

/* --- the object --- */

static const char *
get_correction_title (const PmEntityCorrection *correction)
{
  static const char *const titles[PM_N_CORRECTION_KINDS] = {
    [PM_CORRECTION_RENAME] = N_ ("Rename Entity"), [PM_CORRECTION_RETYPE] = N_ ("Change Type"),
    [PM_CORRECTION_MERGE] = N_ ("Merge Entities"), [PM_CORRECTION_SPLIT] = N_ ("Split Entity"),
    [PM_CORRECTION_HIDE] = N_ ("Hide Entity"),     [PM_CORRECTION_APART] = N_ ("Keep Apart"),
  };

  return _ (titles[correction->kind]);
}

static const char *
get_verdict_title (const PmQuoteVerdict *verdict)
{
  static const char *const titles[PM_N_VERDICTS] = {
    NULL,
    N_ ("Confirm Quote"),
    N_ ("Correct Speaker"),
    N_ ("Not a Quote"),
  };

  return _ (titles[verdict->verdict]);
}

static char *
dup_edit_title (PmNotebook *self, guint index)
{
  PmEdit *edit;

  if (index >= self->edits->len)
    return NULL;
  edit = self->edits->pdata[index];
  if (edit->correction_after != NULL)
    return g_strdup (get_correction_title (edit->correction_after));
  if (edit->correction_before != NULL)
    return g_strdup (_ ("Withdraw Correction"));
  if (edit->verdict_after != NULL)
    return g_strdup (get_verdict_title (edit->verdict_after));
  if (edit->verdict_before != NULL)
    return g_strdup (_ ("Withdraw Verdict"));
  if (edit->article_after != NULL)
    {
      static const char *const titles[] = { NULL, N_ ("Move to Trash"), N_ ("Edit Note"),
                                            N_ ("Tag Article"), N_ ("Change Collections") };

      if (edit->field == PM_FIELD_TRASHED && edit->article_after->trashed == 0)
        return g_strdup (_ ("Restore from Trash"));
      return g_strdup (_ (titles[edit->field]));
    }
  if (edit->highlight_before == NULL)
    return g_strdup (_ ("Highlight"));
  if (edit->highlight_after == NULL)
    return g_strdup (_ ("Remove Highlight"));
  return g_strdup (_ ("Edit Highlight"));
}

static void
pm_notebook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmNotebook *self = PM_NOTEBOOK (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->n_done > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->n_done < self->edits->len);
      break;
    case PROP_UNDO_TITLE:
      g_value_take_string (value,
                           self->n_done > 0 ? dup_edit_title (self, self->n_done - 1) : NULL);
      break;
    case PROP_REDO_TITLE:
      g_value_take_string (value, dup_edit_title (self, self->n_done));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_notebook_dispose (GObject *object)
{
  pm_notebook_close (PM_NOTEBOOK (object));
  G_OBJECT_CLASS (pm_notebook_parent_class)->dispose (object);
}

static void
pm_notebook_finalize (GObject *object)
{
  PmNotebook *self = PM_NOTEBOOK (object);

  g_thread_pool_free (self->readings, FALSE, FALSE);
  pm_workers_free (self->page_workers);
  g_free (self->path);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->captures);
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->intakes);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->checks);
  g_array_unref (self->changes);
  G_OBJECT_CLASS (pm_notebook_parent_class)->finalize (object);
}

static void
pm_notebook_class_init (PmNotebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = pm_notebook_get_property;
  object_class->dispose = pm_notebook_dispose;
  object_class->finalize = pm_notebook_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_TITLE] = g_param_spec_string ("undo-title", NULL, NULL, NULL, flags);
  properties[PROP_REDO_TITLE] = g_param_spec_string ("redo-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", PM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[PROGRESS] = g_signal_new ("progress", PM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_DOUBLE);
  signals[INTAKE] = g_signal_new ("intake", PM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[RENEWAL] = g_signal_new ("renewal", PM_TYPE_NOTEBOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
pm_notebook_init (PmNotebook *self)
{
  self->thread = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
  self->page_workers = pm_workers_new (0);
  self->readings = g_thread_pool_new (_pm_notebook_read_thread, NULL, -1, FALSE, NULL);
  self->captures = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_edit_free);
  self->intakes = g_ptr_array_new ();
  self->rounds = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_queue_init (&self->waiting);
}

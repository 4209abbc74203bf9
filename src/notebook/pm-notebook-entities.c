/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities: what the user says of them, as undoable steps, and what the notebook has on one. */

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

#define CORRECTION_PARTS (PM_NOTEBOOK_TEXT | PM_NOTEBOOK_ENTITIES)

/* --- correcting --- */

static gpointer
correct_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PmEntityCorrection *correction = data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);
  gint64 id = pm_store_add_correction (db, correction, error);

  if (id == 0)
    return NULL;
  edit->correction_after = pm_store_load_correction (db, id, error);
  return edit->correction_after != NULL ? g_steal_pointer (&edit) : NULL;
}

static gboolean
is_valid (const PmEntityCorrection *correction, GError **error)
{
  if (pm_entity_correction_is_valid (correction))
    return TRUE;
  g_set_error_literal (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
                       _ ("An entity has a name."));
  return FALSE;
}

/* @edit: (transfer full) (nullable) */
static PmEntityCorrection *
take_correction (PmNotebook *self, PmEdit *edit)
{
  if (edit == NULL)
    return NULL;
  _pm_notebook_push_edit (self, edit);
  return pm_entity_correction_copy (edit->correction_after);
}

PmEntityCorrection *
pm_notebook_correct (PmNotebook *self, const PmEntityCorrection *correction, GError **error)
{
  if (!is_valid (correction, error))
    return NULL;
  return take_correction (self, _pm_notebook_run (self, correct_job, (gpointer) correction,
                                                  (GDestroyNotify) _pm_edit_free,
                                                  correction->article, CORRECTION_PARTS, error));
}

void
pm_notebook_correct_async (PmNotebook *self,
                           const PmEntityCorrection *correction,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GError *error = NULL;

  if (!is_valid (correction, &error))
    {
      g_task_report_error (self, callback, user_data, pm_notebook_correct_async, error);
      return;
    }
  _pm_notebook_run_async (self, correct_job, pm_entity_correction_copy (correction),
                          (GDestroyNotify) pm_entity_correction_free,
                          (GDestroyNotify) _pm_edit_free, correction->article, CORRECTION_PARTS,
                          cancellable, callback, user_data);
}

PmEntityCorrection *
pm_notebook_correct_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_correction (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
withdraw_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);

  edit->correction_before = pm_store_load_correction (db, id, error);
  if (edit->correction_before == NULL || !pm_store_withdraw_correction (db, id, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/* @edit: (transfer full) (nullable) */
static gboolean
take_withdrawal (PmNotebook *self, PmEdit *edit)
{
  if (edit != NULL)
    _pm_notebook_push_edit (self, edit);
  return edit != NULL;
}

gboolean
pm_notebook_withdraw_correction (PmNotebook *self, gint64 correction, GError **error)
{
  return take_withdrawal (self, _pm_notebook_run (self, withdraw_job, &correction,
                                                  (GDestroyNotify) _pm_edit_free, 0,
                                                  CORRECTION_PARTS, error));
}

void
pm_notebook_withdraw_correction_async (PmNotebook *self,
                                       gint64 correction,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  _pm_notebook_run_async (self, withdraw_job, g_memdup2 (&correction, sizeof correction), g_free,
                          (GDestroyNotify) _pm_edit_free, 0, CORRECTION_PARTS, cancellable,
                          callback, user_data);
}

gboolean
pm_notebook_withdraw_correction_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_withdrawal (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
list_corrections_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmEntityCorrections) corrections = pm_store_load_corrections (db, error);

  return corrections != NULL ? g_ptr_array_ref (pm_entity_corrections_get_list (corrections))
                             : NULL;
}

GPtrArray *
pm_notebook_list_corrections (PmNotebook *self, GError **error)
{
  return _pm_notebook_run (self, list_corrections_job, NULL, (GDestroyNotify) g_ptr_array_unref, 0,
                           0, error);
}

/* --- looking --- */

static gpointer
list_names_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_list_names (db, error);
}

GPtrArray *
pm_notebook_list_names (PmNotebook *self, GError **error)
{
  return _pm_notebook_run (self, list_names_job, NULL, (GDestroyNotify) g_ptr_array_unref, 0, 0,
                           error);
}

void
pm_notebook_list_names_async (PmNotebook *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  _pm_notebook_run_async (self, list_names_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, 0,
                          0, cancellable, callback, user_data);
}

GPtrArray *
pm_notebook_list_names_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

typedef struct
{
  PmEntityName *name;
  guint newest;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  pm_entity_name_free (self->name);
  g_free (self);
}

static gpointer
load_dossier_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;

  return pm_store_load_dossier (db, asked->name->type, asked->name->name, asked->newest, error);
}

PmDossier *
pm_notebook_load_dossier (PmNotebook *self, PmEntityType type, const char *name, GError **error)
{
  PmEntityName whole = { type, (char *) name };
  Asked asked = { &whole, 0 };

  return _pm_notebook_run (self, load_dossier_job, &asked, (GDestroyNotify) pm_dossier_unref, 0, 0,
                           error);
}

void
pm_notebook_load_dossier_async (PmNotebook *self,
                                PmEntityType type,
                                const char *name,
                                guint newest,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked){ pm_entity_name_new (type, name), newest };
  _pm_notebook_run_async (self, load_dossier_job, asked, asked_free,
                          (GDestroyNotify) pm_dossier_unref, 0, 0, cancellable, callback,
                          user_data);
}

PmDossier *
pm_notebook_load_dossier_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error);
}

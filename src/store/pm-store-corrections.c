/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#define CORRECTION_COLUMNS "id, uuid, article, kind, type, name, form, to_type, to_name, created "

/* Returns: (nullable): %NULL for a row that makes no sense. */
static PmEntityCorrection *
read_correction (PmStmt *stmt)
{
  g_autoptr (PmEntityCorrection) self = g_new0 (PmEntityCorrection, 1);

  self->id = pm_stmt_get_int64 (stmt, 0);
  self->uuid = _pm_stmt_dup_required (stmt, 1);
  self->article = pm_stmt_get_int64 (stmt, 2);
  self->name = _pm_stmt_dup_required (stmt, 5);
  self->form = _pm_stmt_dup_text (stmt, 6);
  self->to_name = _pm_stmt_dup_text (stmt, 8);
  self->created = pm_stmt_get_int64 (stmt, 9);
  if (!pm_correction_kind_from_string (pm_stmt_get_text (stmt, 3), &self->kind) ||
      !pm_entity_type_from_string (pm_stmt_get_text (stmt, 4), &self->type) ||
      !pm_entity_correction_is_valid (self) ||
      (self->to_name != NULL &&
       !pm_entity_type_from_string (pm_stmt_get_text (stmt, 7), &self->to_type)))
    return NULL;
  return g_steal_pointer (&self);
}

PmEntityCorrection *
pm_store_load_correction (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT " CORRECTION_COLUMNS
                                               "FROM entity_correction WHERE id = ?1");
  g_autoptr (GError) local_error = NULL;
  PmEntityCorrection *correction;

  pm_stmt_bind_int64 (stmt, 1, id);
  if (!pm_stmt_step (stmt, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
      return NULL;
    }
  correction = read_correction (stmt);
  if (correction == NULL)
    _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
  return correction;
}

PmEntityCorrections *
pm_store_load_corrections (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT " CORRECTION_COLUMNS
                                               "FROM entity_correction ORDER BY created, uuid");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_entity_correction_free);
  g_autoptr (GError) local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      PmEntityCorrection *correction = read_correction (stmt);

      if (correction == NULL)
        {
          _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
          return NULL;
        }
      g_ptr_array_add (list, correction);
    }
  if (local_error == NULL)
    return pm_entity_corrections_new (g_steal_pointer (&list));
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
pm_store_find_correction_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT id FROM entity_correction WHERE uuid = ?1");

  pm_stmt_bind_text (stmt, 1, uuid);
  return _pm_store_find_id (stmt, id, error);
}

/* A time after that of every other, so that it holds on top of them whatever the clock says. */
static gboolean
choose_time (PmDb *db, gint64 *time, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT max (?1, 1 + coalesce (max (created), 0)) FROM entity_correction");

  pm_stmt_bind_int64 (stmt, 1, g_get_real_time ());
  if (!pm_stmt_step (stmt, error))
    return FALSE;
  *time = pm_stmt_get_int64 (stmt, 0);
  return TRUE;
}

gint64
pm_store_add_correction (PmDb *db, const PmEntityCorrection *correction, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO entity_correction (id, uuid, article, kind, type, name, form, to_type, "
          "to_name, created) VALUES (nullif (?1, 0), ?2, nullif (?3, 0), ?4, ?5, ?6, ?7, ?8, ?9, "
          "?10)");
  gint64 created = correction->created;

  g_return_val_if_fail (pm_entity_correction_is_valid (correction), 0);
  if (created == 0 && !choose_time (db, &created, error))
    return 0;
  pm_stmt_bind_int64 (stmt, 1, correction->id);
  pm_stmt_bind_text (stmt, 2, correction->uuid);
  pm_stmt_bind_int64 (stmt, 3, correction->article);
  pm_stmt_bind_text (stmt, 4, pm_correction_kind_to_string (correction->kind));
  pm_stmt_bind_text (stmt, 5, pm_entity_type_to_string (correction->type));
  pm_stmt_bind_text (stmt, 6, correction->name);
  pm_stmt_bind_text (stmt, 7, correction->form);
  pm_stmt_bind_text (stmt, 8,
                     correction->to_name != NULL ? pm_entity_type_to_string (correction->to_type)
                                                 : NULL);
  pm_stmt_bind_text (stmt, 9, correction->to_name);
  pm_stmt_bind_int64 (stmt, 10, created);
  return pm_stmt_run (stmt, error) ? pm_db_get_last_id (db) : 0;
}

gboolean
pm_store_withdraw_correction (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "DELETE FROM entity_correction WHERE id = ?1");

  pm_stmt_bind_int64 (stmt, 1, id);
  if (!pm_stmt_run (stmt, error))
    return FALSE;
  return pm_db_get_changes (db) == 1 || _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
}

gboolean
_pm_store_rebuild_names (PmDb *db, GError **error)
{
  return pm_db_exec (
      db,
      "UPDATE entity SET key = entity_key (name);"
      "UPDATE alias SET acronym = entity_acronym (name, ("
      "  SELECT e.name FROM entity e WHERE e.article = alias.article AND e.position = "
      "alias.entity))",
      error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store.h"

#include "pm-db-private.h"
#include "pm-schema-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Bytes. To SQLite a file that is shorter is an empty one, free to be overwritten. */
#define SMALLEST_PAGE 512

G_DEFINE_QUARK (pm_store_error, pm_store_error)

void
_pm_store_set_error (GError **error, PmStoreError code, const char *path, const char *detail)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *message = NULL;

  switch (code)
    {
    case PM_STORE_ERROR_NOT_A_NOTEBOOK:
      message = g_strdup_printf (_ ("“%s” is not a Pressmark notebook; choose another file."),
                                 name);
      break;
    case PM_STORE_ERROR_TOO_NEW:
      message = g_strdup_printf (
          _ ("“%s” was written by a newer Pressmark; update Pressmark to open it."), name);
      break;
    case PM_STORE_ERROR_LOCKED:
      message = g_strdup_printf (
          _ ("“%s” is in use by another program; close it there and try again."), name);
      break;
    case PM_STORE_ERROR_READ_ONLY:
      message = g_strdup_printf (
          _ ("“%s” or its folder cannot be written to; copy it to a folder where you may write."),
          name);
      break;
    case PM_STORE_ERROR_FULL:
      message = g_strdup_printf (
          _ ("The disk has no room left for “%s”; free some space and try again."), name);
      break;
    case PM_STORE_ERROR_DAMAGED:
      message = g_strdup_printf (_ ("“%s” is damaged; repair it or go back to a backup."), name);
      break;
    case PM_STORE_ERROR_NOT_FOUND:
      message = g_strdup_printf (
          _ ("There is no such article or highlight in “%s”; look at the list again."), name);
      break;
    case PM_STORE_ERROR_MISSING:
      message = g_strdup_printf (_ ("There is no notebook “%s”; check its name and folder."), name);
      break;
    case PM_STORE_ERROR_FAILED:
    default:
      message = g_strdup_printf (_ ("“%s” could not be used: %s."), name,
                                 detail != NULL ? detail : _ ("the reason is unknown"));
    }
  g_set_error_literal (error, PM_STORE_ERROR, code, message);
}

/* A look at the file that changes nothing, neither in it nor beside it, so that a stranger's file
 * is refused before anything is done to it. The journal is not seen: what only that can mend is
 * left to the real opening. */
static gboolean
probe (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (PmDb) db = _pm_db_open (path, PM_DB_ACCESS_FROZEN, error);
  gboolean is_empty;
  int version;

  if (db == NULL)
    return FALSE;
  if (_pm_schema_read (db, &is_empty, &version, &local_error) ||
      g_error_matches (local_error, PM_STORE_ERROR, PM_STORE_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Another process may be doing the same: what counts is what stands there once we have the lock. */
static gboolean
bring_up_to_date (PmDb *db, GError **error)
{
  gboolean is_empty;
  int version;

  if (!pm_db_begin (db, error))
    return FALSE;
  return _pm_db_end (db,
                     _pm_schema_read (db, &is_empty, &version, error) &&
                         _pm_schema_migrate (db, version, error),
                     error);
}

static gboolean
set_wal (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "PRAGMA journal_mode = WAL");

  if (!pm_stmt_step (stmt, error))
    return FALSE;
  if (g_strcmp0 (pm_stmt_get_text (stmt, 0), "wal") == 0)
    return TRUE;
  return _pm_db_set_error (db, PM_STORE_ERROR_READ_ONLY, error);
}

/* The schema goes in before WAL is set: the file itself, not a journal beside it, then says whose
 * it is from its first moment. */
static PmDb *
open_writer (const char *path, GError **error)
{
  g_autoptr (PmDb) db = _pm_db_open (path, PM_DB_ACCESS_CREATE, error);
  gboolean is_empty;
  int version;

  if (db == NULL)
    return NULL;
  /* Before anything is read: reading alone would leave a journal's index beside the file. */
  if (!_pm_db_is_writable (db))
    {
      _pm_db_set_error (db, PM_STORE_ERROR_READ_ONLY, error);
      return NULL;
    }
  _pm_db_keep_journal (db, TRUE);
  if (!_pm_schema_read (db, &is_empty, &version, error))
    return NULL;
  _pm_db_keep_journal (db, FALSE);
  if (!pm_db_exec (db,
                   "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;"
                   "PRAGMA synchronous = FULL",
                   error) ||
      (version < PM_STORE_SCHEMA_VERSION && !bring_up_to_date (db, error)) || !set_wal (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

static PmDb *
open_reader_as (const char *path, PmDbAccess access, GError **error)
{
  g_autoptr (PmDb) db = _pm_db_open (path, access, error);
  gboolean is_empty;
  int version;

  if (db == NULL || !_pm_schema_read (db, &is_empty, &version, error) ||
      !pm_db_exec (db, "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON", error))
    return NULL;
  if (!is_empty && version == PM_STORE_SCHEMA_VERSION)
    return g_steal_pointer (&db);
  if (is_empty)
    _pm_db_set_error (db, PM_STORE_ERROR_NOT_A_NOTEBOOK, error);
  else
    _pm_store_set_error (error, PM_STORE_ERROR_FAILED, path,
                         _ ("it is from an older Pressmark and has to be opened for writing once"));
  return NULL;
}

/* Whether everything stands in the file itself. */
static gboolean
has_no_journal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) != 0 || info.st_size == 0;
}

/* A notebook in WAL mode needs an index beside it even to be read; where none can be made, the file
 * is on a medium that nobody writes, and can be read as it stands. */
static PmDb *
open_reader (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PmDb *db = open_reader_as (path, PM_DB_ACCESS_READ, &local_error);

  if (db != NULL)
    return db;
  if (g_error_matches (local_error, PM_STORE_ERROR, PM_STORE_ERROR_READ_ONLY) &&
      has_no_journal (path))
    return open_reader_as (path, PM_DB_ACCESS_FROZEN, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  if (errno == ENOSPC || errno == EDQUOT)
    _pm_store_set_error (error, PM_STORE_ERROR_FULL, path, NULL);
  else if (errno == EACCES || errno == EPERM || errno == EROFS)
    _pm_store_set_error (error, PM_STORE_ERROR_READ_ONLY, path, NULL);
  else
    _pm_store_set_error (error, PM_STORE_ERROR_FAILED, path, g_strerror (errno));
  return FALSE;
}

PmDb *
pm_store_open (const char *path, PmDbMode mode, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    {
      if (!S_ISREG (info.st_mode) || (info.st_size > 0 && info.st_size < SMALLEST_PAGE))
        {
          _pm_store_set_error (error, PM_STORE_ERROR_NOT_A_NOTEBOOK, path, NULL);
          return NULL;
        }
      if (info.st_size > 0 && !probe (path, error))
        return NULL;
    }
  else if (mode == PM_DB_READER)
    {
      _pm_store_set_error (error,
                           errno == EACCES ? PM_STORE_ERROR_READ_ONLY : PM_STORE_ERROR_MISSING,
                           path, NULL);
      return NULL;
    }
  else if (!make_folder (path, error))
    return NULL;
  return mode == PM_DB_WRITER ? open_writer (path, error) : open_reader (path, error);
}

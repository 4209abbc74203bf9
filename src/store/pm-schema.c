/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-schema-private.h"

#include "pm-db-private.h"
#include "pm-store-resources.h"
#include "pm-store.h"

#define FOLDER "/io/github/pressmark/store/sql/"

/* The n-th brings version n - 1 to version n; each ends by setting user_version. A released file is
 * never edited. */
static const char *const migrations[] = {
  FOLDER "0001-notebook.sql", FOLDER "0002-versions.sql", FOLDER "0003-pages.sql",
  FOLDER "0004-same.sql",     FOLDER "0005-entities.sql", FOLDER "0006-feeds.sql",
  FOLDER "0007-answers.sql",  FOLDER "0008-said.sql",     FOLDER "0009-ngo.sql",
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == PM_STORE_SCHEMA_VERSION);

static gboolean
read_number (PmDb *db, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, sql);

  if (!pm_stmt_step (stmt, error))
    return FALSE;
  *number = pm_stmt_get_int64 (stmt, 0);
  return TRUE;
}

gboolean
_pm_schema_read (PmDb *db, gboolean *is_empty, int *version, GError **error)
{
  gint64 application;
  gint64 user_version;
  gint64 rows;

  if (!read_number (db, "PRAGMA application_id", &application, error) ||
      !read_number (db, "PRAGMA user_version", &user_version, error) ||
      !read_number (db, "SELECT count(*) FROM sqlite_schema", &rows, error))
    return FALSE;
  *is_empty = rows == 0 && application == 0 && user_version == 0;
  *version = user_version;
  if (*is_empty)
    return TRUE;
  if (application != PM_STORE_APPLICATION_ID)
    return _pm_db_set_error (db, PM_STORE_ERROR_NOT_A_NOTEBOOK, error);
  if (user_version > PM_STORE_SCHEMA_VERSION)
    return _pm_db_set_error (db, PM_STORE_ERROR_TOO_NEW, error);
  if (user_version < 1)
    return _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
  return TRUE;
}

static gboolean
apply (PmDb *db, const char *path, GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (pm_store_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  /* GResource puts a NUL behind its data. */
  return sql != NULL && pm_db_exec (db, g_bytes_get_data (sql, NULL), error);
}

gboolean
_pm_schema_migrate (PmDb *db, int version, GError **error)
{
  for (gsize i = version; i < G_N_ELEMENTS (migrations); i++)
    if (!apply (db, migrations[i], error))
      return FALSE;
  return TRUE;
}

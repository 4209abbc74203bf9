/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-db.h"

#include "pm-address-key.h"
#include "pm-entity-name.h"
#include "pm-db-private.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

#define BUSY_TIMEOUT 5000 /* ms */

struct _PmDb
{
  sqlite3 *handle;
  char *path;
  PmDbAccess access;
  GHashTable *statements; /* (element-type utf8 PmStmt) */
  guint depth;            /* of nested transactions */
};

struct _PmStmt
{
  PmDb *db;
  sqlite3_stmt *handle; /* (nullable): when its text was refused */
  int prepared;         /* the result of preparing it */
  int result;           /* SQLITE_OK, the first error, or SQLITE_DONE at the end */
  gboolean lent;
  gboolean kept; /* among the connection's statements */
};

/* When the file is there, what is missing is the journal beside it, which could not be made. */
static PmStoreError
classify_system_error (const char *path, int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return PM_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return PM_STORE_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return g_file_test (path, G_FILE_TEST_EXISTS) ? PM_STORE_ERROR_READ_ONLY
                                                    : PM_STORE_ERROR_MISSING;
    default:
      return PM_STORE_ERROR_FAILED;
    }
}

/* By the time an error is told of, the rollback may have overwritten errno; the files that failed
 * keep their own. */
static PmStoreError
classify_io_error (PmDb *db)
{
  sqlite3_file *journal = NULL;
  int numbers[3] = { 0 };

  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_LAST_ERRNO, &numbers[1]);
  if (journal != NULL && journal->pMethods != NULL)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &numbers[0]);
  numbers[2] = sqlite3_system_errno (db->handle);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      PmStoreError code = classify_system_error (db->path, numbers[i]);

      if (code != PM_STORE_ERROR_FAILED)
        return code;
    }
  return PM_STORE_ERROR_FAILED;
}

static PmStoreError
classify (PmDb *db, int result)
{
  if (result == SQLITE_CONSTRAINT_FOREIGNKEY)
    return PM_STORE_ERROR_NOT_FOUND;
  /* The WAL's index could not grow; SQLite does not pass on why, and there is one reason. */
  if (result == SQLITE_IOERR_SHMSIZE)
    return PM_STORE_ERROR_FULL;
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return PM_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PM_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return PM_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
      return PM_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return PM_STORE_ERROR_NOT_A_NOTEBOOK;
    case SQLITE_IOERR:
      return classify_io_error (db);
    case SQLITE_CANTOPEN:
      return classify_system_error (db->path, sqlite3_system_errno (db->handle));
    default:
      return PM_STORE_ERROR_FAILED;
    }
}

/* Returns: %FALSE, always */
static gboolean
fail (PmDb *db, int result, GError **error)
{
  const char *detail = sqlite3_extended_errcode (db->handle) == result ? sqlite3_errmsg (db->handle)
                                                                       : sqlite3_errstr (result);

  _pm_store_set_error (error, classify (db, result), db->path, detail);
  return FALSE;
}

/* The environment may shorten the wait, for tests. */
static int
get_busy_timeout (void)
{
  const char *string = g_getenv ("PRESSMARK_BUSY_TIMEOUT");

  return string != NULL ? (int) CLAMP (g_ascii_strtoll (string, NULL, 10), 0, G_MAXINT)
                        : BUSY_TIMEOUT;
}

/* address_key(url): pm_address_dup_key() for statements. */
static void
address_key (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *url = (const char *) sqlite3_value_text (values[0]);

  if (url != NULL)
    sqlite3_result_text (context, pm_address_dup_key (url), -1, g_free);
}

/* entity_key(name): pm_entity_name_dup_key() for statements. */
static void
entity_key (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *name = (const char *) sqlite3_value_text (values[0]);

  if (name != NULL)
    sqlite3_result_text (context, pm_entity_name_dup_key (name), -1, g_free);
}

/* entity_acronym(alias, name): the key of the alias when it is an acronym of the name. */
static void
entity_acronym (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *alias = (const char *) sqlite3_value_text (values[0]);
  const char *name = (const char *) sqlite3_value_text (values[1]);

  if (alias != NULL && name != NULL && pm_entity_name_is_acronym (alias, name))
    sqlite3_result_text (context, pm_entity_name_dup_key (alias), -1, g_free);
}

static const struct
{
  const char *name;
  int n_values;
  void (*call) (sqlite3_context *context, int n_values, sqlite3_value **values);
} functions[] = {
  { "address_key", 1, address_key },
  { "entity_key", 1, entity_key },
  { "entity_acronym", 2, entity_acronym },
};

/* A notebook from elsewhere brings its own schema: nothing in it may run by itself, nor call what
 * is ours. Foreign keys' actions are no triggers in this sense. */
static void
configure (sqlite3 *handle)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, get_busy_timeout ());
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    sqlite3_create_function_v2 (handle, functions[i].name, functions[i].n_values,
                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                functions[i].call, NULL, NULL, NULL);
}

static void
free_statement (gpointer data)
{
  PmStmt *stmt = data;

  sqlite3_finalize (stmt->handle);
  g_free (stmt);
}

PmDb *
_pm_db_open (const char *path, PmDbAccess access, GError **error)
{
  static const int flags[] = {
    [PM_DB_ACCESS_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [PM_DB_ACCESS_READ] = SQLITE_OPEN_READONLY,
    [PM_DB_ACCESS_FROZEN] = SQLITE_OPEN_READONLY,
  };
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *address = NULL;
  g_autoptr (PmDb) db = NULL;
  int result;

  if (uri == NULL)
    return NULL;
  address = g_strconcat (uri, access == PM_DB_ACCESS_FROZEN ? "?immutable=1" : NULL, NULL);
  db = g_new0 (PmDb, 1);
  db->path = g_steal_pointer (&absolute);
  db->access = access;
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  result = sqlite3_open_v2 (address, &db->handle,
                            flags[access] | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (db->handle == NULL)
    {
      _pm_store_set_error (error, PM_STORE_ERROR_FAILED, path, sqlite3_errstr (result));
      return NULL;
    }
  configure (db->handle);
  if (result != SQLITE_OK)
    {
      fail (db, sqlite3_extended_errcode (db->handle), error);
      return NULL;
    }
  return g_steal_pointer (&db);
}

void
pm_db_close (PmDb *db)
{
  g_hash_table_unref (db->statements);
  sqlite3_close (db->handle);
  g_free (db->path);
  g_free (db);
}

const char *
_pm_db_get_path (PmDb *db)
{
  return db->path;
}

gboolean
_pm_db_is_writable (PmDb *db)
{
  return sqlite3_db_readonly (db->handle, "main") == 0;
}

void
_pm_db_keep_journal (PmDb *db, gboolean keep)
{
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, NULL);
}

gboolean
_pm_db_set_error (PmDb *db, PmStoreError code, GError **error)
{
  _pm_store_set_error (error, code, db->path, NULL);
  return FALSE;
}

gboolean
pm_db_exec (PmDb *db, const char *sql, GError **error)
{
  int result = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || fail (db, result, error);
}

/* A writer asks for the lock at once: a transaction that first reads and then writes could find
 * that another process wrote in between. */
gboolean
pm_db_begin (PmDb *db, GError **error)
{
  const char *sql = db->access == PM_DB_ACCESS_CREATE ? "BEGIN IMMEDIATE" : "BEGIN";

  if (!pm_db_exec (db, db->depth > 0 ? "SAVEPOINT nested" : sql, error))
    return FALSE;
  db->depth++;
  return TRUE;
}

gboolean
pm_db_commit (PmDb *db, GError **error)
{
  g_return_val_if_fail (db->depth > 0, FALSE);
  if (pm_db_exec (db, db->depth > 1 ? "RELEASE nested" : "COMMIT", error))
    {
      db->depth--;
      return TRUE;
    }
  pm_db_rollback (db);
  return FALSE;
}

/* After some errors, a full disk among them, SQLite has rolled everything back already. */
void
pm_db_rollback (PmDb *db)
{
  g_return_if_fail (db->depth > 0);
  db->depth--;
  if (sqlite3_get_autocommit (db->handle))
    return;
  pm_db_exec (db, db->depth > 0 ? "ROLLBACK TO nested; RELEASE nested" : "ROLLBACK", NULL);
}

gboolean
_pm_db_end (PmDb *db, gboolean ok, GError **error)
{
  if (ok)
    return pm_db_commit (db, error);
  pm_db_rollback (db);
  return FALSE;
}

PmStmt *
pm_db_prepare (PmDb *db, const char *sql)
{
  PmStmt *stmt = g_hash_table_lookup (db->statements, sql);

  if (stmt == NULL || stmt->lent)
    {
      gboolean keep = stmt == NULL;

      stmt = g_new0 (PmStmt, 1);
      stmt->db = db;
      stmt->prepared = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                           &stmt->handle, NULL);
      stmt->kept = keep && stmt->prepared == SQLITE_OK;
      if (stmt->kept)
        g_hash_table_insert (db->statements, g_strdup (sql), stmt);
    }
  stmt->lent = TRUE;
  stmt->result = stmt->prepared;
  return stmt;
}

void
pm_stmt_release (PmStmt *stmt)
{
  if (!stmt->kept)
    {
      free_statement (stmt);
      return;
    }
  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
  stmt->lent = FALSE;
}

static void
note_result (PmStmt *stmt, int result)
{
  if (stmt->result == SQLITE_OK)
    stmt->result = result;
}

void
pm_stmt_bind_int64 (PmStmt *stmt, int index, gint64 value)
{
  note_result (stmt, sqlite3_bind_int64 (stmt->handle, index, value));
}

void
pm_stmt_bind_double (PmStmt *stmt, int index, double value)
{
  note_result (stmt, sqlite3_bind_double (stmt->handle, index, value));
}

void
pm_stmt_bind_text (PmStmt *stmt, int index, const char *value)
{
  gsize length = value != NULL ? strlen (value) : 0;
  g_autofree char *valid = NULL;

  if (value == NULL)
    {
      note_result (stmt, sqlite3_bind_null (stmt->handle, index));
      return;
    }
  if (!g_utf8_validate (value, length, NULL))
    {
      valid = g_utf8_make_valid (value, length);
      value = valid;
      length = strlen (valid);
    }
  note_result (stmt, sqlite3_bind_text64 (stmt->handle, index, value, length, SQLITE_TRANSIENT,
                                          SQLITE_UTF8));
}

void
pm_stmt_bind_bytes (PmStmt *stmt, int index, GBytes *value)
{
  gsize size = 0;
  gconstpointer data = value != NULL ? g_bytes_get_data (value, &size) : NULL;

  if (value == NULL)
    note_result (stmt, sqlite3_bind_null (stmt->handle, index));
  else if (size == 0)
    note_result (stmt, sqlite3_bind_zeroblob (stmt->handle, index, 0));
  else
    note_result (stmt, sqlite3_bind_blob64 (stmt->handle, index, data, size, SQLITE_TRANSIENT));
}

/* A text that is not UTF-8 can only come from a damaged or a hostile file. */
static gboolean
has_valid_row (PmStmt *stmt)
{
  int n_columns = sqlite3_data_count (stmt->handle);

  for (int i = 0; i < n_columns; i++)
    if (sqlite3_column_type (stmt->handle, i) == SQLITE_TEXT)
      {
        const char *text = (const char *) sqlite3_column_text (stmt->handle, i);

        if (text == NULL || !g_utf8_validate (text, sqlite3_column_bytes (stmt->handle, i), NULL))
          return FALSE;
      }
  return TRUE;
}

gboolean
pm_stmt_step (PmStmt *stmt, GError **error)
{
  if (stmt->result == SQLITE_OK)
    {
      int result = sqlite3_step (stmt->handle);

      if (result == SQLITE_ROW && has_valid_row (stmt))
        return TRUE;
      stmt->result = result == SQLITE_ROW ? SQLITE_CORRUPT : result;
    }
  if (stmt->result != SQLITE_DONE)
    fail (stmt->db, stmt->result, error);
  return FALSE;
}

gboolean
pm_stmt_run (PmStmt *stmt, GError **error)
{
  while (pm_stmt_step (stmt, error))
    continue;
  return stmt->result == SQLITE_DONE;
}

gint64
pm_stmt_get_int64 (PmStmt *stmt, int column)
{
  return sqlite3_column_int64 (stmt->handle, column);
}

double
pm_stmt_get_double (PmStmt *stmt, int column)
{
  return sqlite3_column_double (stmt->handle, column);
}

const char *
pm_stmt_get_text (PmStmt *stmt, int column)
{
  if (sqlite3_column_type (stmt->handle, column) != SQLITE_TEXT)
    return NULL;
  return (const char *) sqlite3_column_text (stmt->handle, column);
}

gboolean
pm_stmt_is_null (PmStmt *stmt, int column)
{
  return sqlite3_column_type (stmt->handle, column) == SQLITE_NULL;
}

GBytes *
pm_stmt_dup_bytes (PmStmt *stmt, int column)
{
  gconstpointer data = sqlite3_column_blob (stmt->handle, column);

  if (pm_stmt_is_null (stmt, column))
    return NULL;
  return g_bytes_new (data, sqlite3_column_bytes (stmt->handle, column));
}

gint64
pm_db_get_last_id (PmDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

int
pm_db_get_changes (PmDb *db)
{
  return sqlite3_changes (db->handle);
}

gboolean
_pm_db_copy (PmDb *db, const char *path, GError **error)
{
  g_autoptr (PmDb) copy = _pm_db_open (path, PM_DB_ACCESS_CREATE, error);
  sqlite3_backup *backup = NULL;
  int result;

  if (copy == NULL)
    return FALSE;
  backup = sqlite3_backup_init (copy->handle, "main", db->handle, "main");
  if (backup == NULL)
    return fail (copy, sqlite3_extended_errcode (copy->handle), error);
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return result == SQLITE_DONE || fail (copy, result, error);
}

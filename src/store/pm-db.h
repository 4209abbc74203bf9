/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One SQLite connection and its prepared statements, kept by their text. Belongs to one thread. */
typedef struct _PmDb PmDb;
typedef struct _PmStmt PmStmt;

typedef enum
{
  PM_DB_WRITER,
  PM_DB_READER, /* opened read-only; WAL keeps it from waiting for the writer */
} PmDbMode;

void pm_db_close (PmDb *db);

/* --- transactions: may nest (savepoints) --- */
gboolean pm_db_begin (PmDb *db, GError **error);
/* Returns: %FALSE with @error set when it could not be committed; it is then rolled back. */
gboolean pm_db_commit (PmDb *db, GError **error);
void pm_db_rollback (PmDb *db);

/* Several statements without parameters. */
gboolean pm_db_exec (PmDb *db, const char *sql, GError **error);

/* --- statements
 * ------------------------------------------------------------------------------------------------
 * Binding cannot fail by itself: the statement remembers its first error and step or run reports
 * it. g_autoptr() gives the statement back to its connection, reset. */
PmStmt *pm_db_prepare (PmDb *db, const char *sql);
void pm_stmt_release (PmStmt *stmt);
void pm_stmt_bind_int64 (PmStmt *stmt, int index, gint64 value);
void pm_stmt_bind_double (PmStmt *stmt, int index, double value);
/* @value: (nullable): %NULL binds NULL. Copied. Bytes that are not UTF-8 become U+FFFD, so that
 * whatever is stored can be read again. */
void pm_stmt_bind_text (PmStmt *stmt, int index, const char *value);
void pm_stmt_bind_bytes (PmStmt *stmt, int index, GBytes *value);
/* Returns: %TRUE when there is a row; %FALSE at the end, or with @error set. Every text of the row
 * is valid UTF-8 without NUL: a file that holds anything else is damaged, and the error says so. */
gboolean pm_stmt_step (PmStmt *stmt, GError **error);
/* For statements without rows. */
gboolean pm_stmt_run (PmStmt *stmt, GError **error);
gint64 pm_stmt_get_int64 (PmStmt *stmt, int column);
double pm_stmt_get_double (PmStmt *stmt, int column);
/* Returns: (nullable): lent until the next step; %NULL for whatever is not a text. */
const char *pm_stmt_get_text (PmStmt *stmt, int column);
gboolean pm_stmt_is_null (PmStmt *stmt, int column);
/* Returns: (transfer full) (nullable) */
GBytes *pm_stmt_dup_bytes (PmStmt *stmt, int column);
gint64 pm_db_get_last_id (PmDb *db);
/* Rows the last statement changed. */
int pm_db_get_changes (PmDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmDb, pm_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmStmt, pm_stmt_release)

G_END_DECLS

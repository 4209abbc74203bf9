/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-store.h"

G_BEGIN_DECLS

typedef enum
{
  PM_DB_ACCESS_CREATE, /* read and write; a missing file is made */
  PM_DB_ACCESS_READ,
  /* Read without locks and without looking for a journal: nothing at all is written, not even
   * beside the file. For a first look, and for media that cannot be written. */
  PM_DB_ACCESS_FROZEN,
} PmDbAccess;

/* Opens the file as it is. Nothing is read before the first statement. */
PmDb *_pm_db_open (const char *path, PmDbAccess access, GError **error);
const char *_pm_db_get_path (PmDb *db);
/* Whether it was opened for writing and the file allows it. */
gboolean _pm_db_is_writable (PmDb *db);
/* @keep: the last connection to close leaves the journal beside the file as it is. */
void _pm_db_keep_journal (PmDb *db, gboolean keep);
/* Ends what pm_db_begin() began: commits when @ok, else rolls back.
 * Returns: whether it is committed. */
gboolean _pm_db_end (PmDb *db, gboolean ok, GError **error);
/* Copies the whole of @db over @path. */
gboolean _pm_db_copy (PmDb *db, const char *path, GError **error);
/* Sets @error to the sentence for @code about the file of @db. Returns: %FALSE */
gboolean _pm_db_set_error (PmDb *db, PmStoreError code, GError **error);

/* The sentence for @code about the file @path. @detail: (nullable): said with
 * %PM_STORE_ERROR_FAILED. */
void _pm_store_set_error (GError **error, PmStoreError code, const char *path, const char *detail);

G_END_DECLS

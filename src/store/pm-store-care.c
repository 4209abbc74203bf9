/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#include "pm-digest.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

gboolean
pm_store_get_stats (PmDb *db, PmStats *stats, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "WITH live (id) AS (SELECT id FROM article WHERE trashed = 0) SELECT "
                         "(SELECT count(*) FROM live), "
                         "(SELECT count(*) FROM highlight WHERE article IN live), "
                         "(SELECT count(*) FROM highlight WHERE article IN live AND id NOT IN "
                         "  (SELECT highlight FROM place)), "
                         "(SELECT count(*) FROM tag), "
                         "(SELECT count(*) FROM entity WHERE article IN live), "
                         "(SELECT count(*) FROM quote WHERE article IN live), "
                         "(SELECT count(*) FROM source WHERE article IN live), "
                         "(SELECT count(*) FROM capture)");
  g_autoptr (PmStmt) size =
      pm_db_prepare (db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");

  if (!pm_stmt_step (stmt, error) || !pm_stmt_step (size, error))
    return FALSE;
  *stats = (PmStats){
    .articles = pm_stmt_get_int64 (stmt, 0),
    .highlights = pm_stmt_get_int64 (stmt, 1),
    .orphans = pm_stmt_get_int64 (stmt, 2),
    .tags = pm_stmt_get_int64 (stmt, 3),
    .entities = pm_stmt_get_int64 (stmt, 4),
    .quotes = pm_stmt_get_int64 (stmt, 5),
    .sources = pm_stmt_get_int64 (stmt, 6),
    .captures = pm_stmt_get_int64 (stmt, 7),
    .bytes = pm_stmt_get_int64 (size, 0),
  };
  return TRUE;
}

/* --- checking: each adds a sentence a finding; damage that stops it is a finding too --- */

/* Returns: %FALSE when @local_error is no finding but a failure. */
static gboolean
take_damage (GError *local_error, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) taken = local_error;

  if (taken == NULL)
    return TRUE;
  if (!g_error_matches (taken, PM_STORE_ERROR, PM_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&taken));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (taken->message));
  return TRUE;
}

static gboolean
check_structure (PmDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "PRAGMA integrity_check (20)");
  GError *local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      const char *line = pm_stmt_get_text (stmt, 0);

      if (g_strcmp0 (line, "ok") != 0)
        g_ptr_array_add (findings,
                         g_strdup_printf (_ ("The file's structure is damaged: %s."), line));
    }
  return take_damage (local_error, findings, error);
}

static gboolean
check_references (PmDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1");
  GError *local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    g_ptr_array_add (
        findings,
        g_strdup_printf (_ ("Rows of “%s” that refer to something that is gone: %lld."),
                         pm_stmt_get_text (stmt, 0), (long long) pm_stmt_get_int64 (stmt, 1)));
  return take_damage (local_error, findings, error);
}

static gboolean
check_digests (PmDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT b.sha256, b.bytes, (SELECT count(*) FROM capture c "
                         "  WHERE c.body = b.id AND c.body_sha256 IS NOT b.sha256) FROM blob b");
  GError *local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      g_autoptr (GBytes) bytes = pm_stmt_dup_bytes (stmt, 1);
      g_autofree char *sha256 = bytes != NULL ? pm_digest_dup_sha256 (bytes) : NULL;
      const char *kept = pm_stmt_get_text (stmt, 0);

      if (g_strcmp0 (sha256, kept) != 0 || pm_stmt_get_int64 (stmt, 2) > 0)
        g_ptr_array_add (findings, g_strdup_printf (_ ("Kept bytes do not match their digest %s."),
                                                    kept != NULL ? kept : "?"));
    }
  return take_damage (local_error, findings, error);
}

static gboolean
check_articles (PmDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT id FROM article ORDER BY id");
  GError *local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      gint64 id = pm_stmt_get_int64 (stmt, 0);
      g_autoptr (GError) damage = NULL;
      g_autoptr (PmRecord) record = pm_store_load_record (db, id, FALSE, &damage);

      if (record != NULL)
        continue;
      if (!g_error_matches (damage, PM_STORE_ERROR, PM_STORE_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&damage));
          return FALSE;
        }
      g_ptr_array_add (findings,
                       g_strdup_printf (_ ("Article %lld holds what does not fit its text."),
                                        (long long) id));
    }
  return take_damage (local_error, findings, error);
}

/* FTS5's own check writes nothing, but has to be asked by an INSERT. */
static gboolean
check_index (PmDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT count(*) FROM article a LEFT JOIN headline h ON h.article = a.id "
          "LEFT JOIN document d ON d.article = a.id LEFT JOIN search s ON s.rowid = a.id "
          "WHERE s.title IS NOT coalesce(h.title, a.url) OR s.text IS NOT coalesce(d.text, '')");
  GError *local_error = NULL;
  gboolean is_sound = pm_stmt_step (stmt, &local_error) && pm_stmt_get_int64 (stmt, 0) == 0;

  if (local_error == NULL && is_sound && _pm_db_is_writable (db))
    is_sound = pm_db_exec (db, "INSERT INTO search (search) VALUES ('integrity-check')",
                           &local_error);
  if (local_error != NULL && !g_error_matches (local_error, PM_STORE_ERROR, PM_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_clear_error (&local_error);
  if (!is_sound)
    g_ptr_array_add (findings, g_strdup (_ ("The search index is out of step with the articles.")));
  return TRUE;
}

GPtrArray *
pm_store_check (PmDb *db, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!check_structure (db, findings, error) || !check_references (db, findings, error) ||
      !check_digests (db, findings, error) || !check_articles (db, findings, error) ||
      !check_index (db, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}

/* --- mending --- */

static gboolean
mend_article (PmDb *db, gint64 article, const char *text, GError **error)
{
  return _pm_store_place_highlights (db, article, text, strlen (text), error) &&
         _pm_store_index_article (db, article, error);
}

/* Rows of the index are deleted by the words they hold: the index is first rebuilt from those. */
static gboolean
repair (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT a.id, d.text FROM article a LEFT JOIN document d ON d.article = a.id");
  g_autoptr (GError) local_error = NULL;

  if (!pm_db_exec (db,
                   "REINDEX; INSERT INTO search (search) VALUES ('rebuild'); DELETE FROM search; "
                   "DELETE FROM place",
                   error) ||
      !_pm_store_rebuild_addresses (db, error) || !_pm_store_rebuild_names (db, error))
    return FALSE;
  while (pm_stmt_step (stmt, &local_error))
    {
      const char *text = pm_stmt_get_text (stmt, 1);

      if (!mend_article (db, pm_stmt_get_int64 (stmt, 0), text != NULL ? text : "", error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
pm_store_repair (PmDb *db, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, repair (db, error), error);
}

/* --- backing up --- */

/* By a connection of its own: SQLite does not copy from one that is in the midst of writing. */
static gboolean
copy_to (PmDb *db, const char *path, GError **error)
{
  g_autoptr (PmDb) reader = pm_store_open (_pm_db_get_path (db), PM_DB_READER, error);

  return reader != NULL && _pm_db_copy (reader, path, error);
}

gboolean
pm_store_backup (PmDb *db, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean copied;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      _pm_store_set_error (error, PM_STORE_ERROR_FAILED, path, _ ("there is no such folder"));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      _pm_store_set_error (error, PM_STORE_ERROR_FAILED, path, _ ("there is a file of that name"));
      return FALSE;
    }
  g_unlink (temporary);
  copied = copy_to (db, temporary, error);
  if (copied && g_rename (temporary, path) == 0)
    return TRUE;
  if (copied)
    _pm_store_set_error (error, PM_STORE_ERROR_FAILED, path, g_strerror (errno));
  g_unlink (temporary);
  return FALSE;
}

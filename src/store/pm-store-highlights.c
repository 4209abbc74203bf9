/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#include <string.h>

/* The columns that read_highlight() reads; a list adds its own conditions and order. */
#define HIGHLIGHT_COLUMNS                                                                          \
  "h.id, h.uuid, h.article, h.exact, h.prefix, h.suffix, h.hint_start, h.hint_end, h.color, "      \
  "h.note, h.created, h.modified, p.start, p.end "

static PmHighlight *
read_highlight (PmStmt *stmt)
{
  g_autofree char *exact = _pm_stmt_dup_required (stmt, 3);
  PmSpan hint = { (gsize) pm_stmt_get_int64 (stmt, 6), (gsize) pm_stmt_get_int64 (stmt, 7) };
  PmHighlight *highlight = g_new0 (PmHighlight, 1);

  highlight->id = pm_stmt_get_int64 (stmt, 0);
  highlight->uuid = _pm_stmt_dup_required (stmt, 1);
  highlight->article = pm_stmt_get_int64 (stmt, 2);
  highlight->anchor = pm_anchor_new_from_words (exact, pm_stmt_get_text (stmt, 4),
                                                pm_stmt_get_text (stmt, 5), hint);
  if (!pm_color_from_string (pm_stmt_get_text (stmt, 8), &highlight->color))
    highlight->color = PM_COLOR_YELLOW;
  highlight->note = _pm_stmt_dup_text (stmt, 9);
  highlight->created = pm_stmt_get_int64 (stmt, 10);
  highlight->modified = pm_stmt_get_int64 (stmt, 11);
  highlight->orphan = pm_stmt_is_null (stmt, 12);
  if (!highlight->orphan)
    highlight->span = (PmSpan){ (gsize) pm_stmt_get_int64 (stmt, 12),
                                (gsize) pm_stmt_get_int64 (stmt, 13) };
  highlight->tags = g_ptr_array_new_with_free_func (g_free);
  return highlight;
}

static gboolean
load_tags (PmDb *db, GPtrArray *highlights, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT l.highlight, t.name FROM highlight_tag l JOIN tag t ON t.id = l.tag "
          "WHERE l.highlight BETWEEN ?1 AND ?2 ORDER BY l.highlight, l.position");
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) local_error = NULL;
  gint64 first = G_MAXINT64;
  gint64 last = 0;

  for (guint i = 0; i < highlights->len; i++)
    {
      PmHighlight *highlight = highlights->pdata[i];

      g_hash_table_insert (by_id, &highlight->id, highlight);
      first = MIN (first, highlight->id);
      last = MAX (last, highlight->id);
    }
  pm_stmt_bind_int64 (stmt, 1, first);
  pm_stmt_bind_int64 (stmt, 2, last);
  while (pm_stmt_step (stmt, &local_error))
    {
      gint64 id = pm_stmt_get_int64 (stmt, 0);
      PmHighlight *highlight = g_hash_table_lookup (by_id, &id);

      if (highlight != NULL)
        g_ptr_array_add (highlight->tags, _pm_stmt_dup_required (stmt, 1));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Checks the places of highlights from @first on that belong to the same article.
 * Returns: how many that are; 0 with @error set. */
static guint
check_places (PmDb *db, GPtrArray *highlights, guint first, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT text FROM document WHERE article = ?1");
  g_autoptr (GError) local_error = NULL;
  gint64 article = ((PmHighlight *) highlights->pdata[first])->article;
  const char *text = "";
  gsize length;
  guint i;

  pm_stmt_bind_int64 (stmt, 1, article);
  if (pm_stmt_step (stmt, &local_error) && pm_stmt_get_text (stmt, 0) != NULL)
    text = pm_stmt_get_text (stmt, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return 0;
    }
  length = strlen (text);
  for (i = first; i < highlights->len; i++)
    {
      const PmHighlight *highlight = highlights->pdata[i];

      if (highlight->article != article)
        break;
      if (!_pm_span_fits (highlight->span, text, length) ||
          pm_span_is_empty (highlight->span) != highlight->orphan)
        {
          _pm_db_set_error (db, PM_STORE_ERROR_DAMAGED, error);
          return 0;
        }
    }
  return i - first;
}

/* Reads all rows of @stmt, an article's together. */
static GPtrArray *
read_highlights (PmDb *db, PmStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) highlights = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_highlight_free);
  g_autoptr (GError) local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    g_ptr_array_add (highlights, read_highlight (stmt));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < highlights->len;)
    {
      guint n = check_places (db, highlights, i, error);

      if (n == 0)
        return NULL;
      i += n;
    }
  if (!load_tags (db, highlights, error))
    return NULL;
  return g_steal_pointer (&highlights);
}

GPtrArray *
pm_store_list_highlights (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, article != 0 ? "SELECT " HIGHLIGHT_COLUMNS
                         "FROM highlight h LEFT JOIN place p ON p.highlight = h.id "
                         "WHERE h.article = ?1 ORDER BY p.start NULLS LAST, p.end, h.id"
                       : "SELECT " HIGHLIGHT_COLUMNS
                         "FROM highlight h JOIN article a ON a.id = h.article "
                         "LEFT JOIN place p ON p.highlight = h.id WHERE a.trashed = 0 "
                         "ORDER BY h.article, p.start NULLS LAST, p.end, h.id");

  if (article != 0)
    pm_stmt_bind_int64 (stmt, 1, article);
  return read_highlights (db, stmt, error);
}

PmHighlight *
pm_store_load_highlight (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT " HIGHLIGHT_COLUMNS
          "FROM highlight h LEFT JOIN place p ON p.highlight = h.id WHERE h.id = ?1");
  g_autoptr (GPtrArray) highlights = NULL;

  pm_stmt_bind_int64 (stmt, 1, id);
  highlights = read_highlights (db, stmt, error);
  if (highlights == NULL)
    return NULL;
  if (highlights->len > 0)
    return g_ptr_array_steal_index (highlights, 0);
  _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  return NULL;
}

gboolean
pm_store_find_highlight_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT id FROM highlight WHERE uuid = ?1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_text (stmt, 1, uuid);
  *id = pm_stmt_step (stmt, &local_error) ? pm_stmt_get_int64 (stmt, 0) : 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* @span: empty for an orphan, which has no row. */
static gboolean
write_place (PmDb *db, gint64 highlight, PmSpan span, GError **error)
{
  g_autoptr (PmStmt) clear = pm_db_prepare (db, "DELETE FROM place WHERE highlight = ?1");
  g_autoptr (PmStmt) insert =
      pm_db_prepare (db, "INSERT INTO place (highlight, start, end) VALUES (?1, ?2, ?3)");

  pm_stmt_bind_int64 (clear, 1, highlight);
  if (!pm_stmt_run (clear, error))
    return FALSE;
  if (pm_span_is_empty (span))
    return TRUE;
  pm_stmt_bind_int64 (insert, 1, highlight);
  pm_stmt_bind_int64 (insert, 2, span.start);
  pm_stmt_bind_int64 (insert, 3, span.end);
  return pm_stmt_run (insert, error);
}

gboolean
_pm_store_place_highlights (PmDb *db,
                            gint64 article,
                            const char *text,
                            gsize length,
                            GError **error)
{
  g_autoptr (PmStmt) stmt =
      pm_db_prepare (db, "SELECT id, exact, prefix, suffix, hint_start, hint_end FROM highlight "
                         "WHERE article = ?1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article);
  while (pm_stmt_step (stmt, &local_error))
    {
      g_autofree char *exact = _pm_stmt_dup_required (stmt, 1);
      PmSpan hint = { (gsize) pm_stmt_get_int64 (stmt, 4), (gsize) pm_stmt_get_int64 (stmt, 5) };
      g_autoptr (PmAnchor) anchor = pm_anchor_new_from_words (exact, pm_stmt_get_text (stmt, 2),
                                                              pm_stmt_get_text (stmt, 3), hint);
      PmSpan span;

      pm_anchor_find (anchor, text, length, &span);
      if (!write_place (db, pm_stmt_get_int64 (stmt, 0), span, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Where the words stand: where the highlight says, when they do stand there; else where they are
 * found. */
static PmSpan
find_place (const PmHighlight *highlight, const char *text, gsize length)
{
  PmSpan span = highlight->span;
  const char *exact = highlight->anchor->exact;

  if (!pm_span_is_empty (span) && _pm_span_fits (span, text, length) &&
      pm_span_length (span) == strlen (exact) &&
      memcmp (text + span.start, exact, pm_span_length (span)) == 0)
    return span;
  pm_anchor_find (highlight->anchor, text, length, &span);
  return span;
}

static gboolean
place_highlight (PmDb *db, gint64 id, const PmHighlight *highlight, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT text FROM document WHERE article = ?1");
  g_autoptr (GError) local_error = NULL;
  PmSpan span = { 0, 0 };

  pm_stmt_bind_int64 (stmt, 1, highlight->article);
  if (pm_stmt_step (stmt, &local_error))
    {
      const char *text = pm_stmt_get_text (stmt, 0);

      if (text != NULL)
        span = find_place (highlight, text, strlen (text));
    }
  if (local_error == NULL)
    return write_place (db, id, span, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gint64
put_highlight (PmDb *db, const PmHighlight *highlight, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "INSERT INTO highlight (id, uuid, article, exact, prefix, suffix, hint_start, hint_end, "
          "color, note, created, modified) "
          "VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
          "ON CONFLICT (id) DO UPDATE SET uuid = ?2, exact = ?4, prefix = ?5, suffix = ?6, "
          "hint_start = ?7, hint_end = ?8, color = ?9, note = ?10, created = ?11, modified = ?12 "
          "WHERE article = ?3");
  const PmAnchor *anchor = highlight->anchor;
  gint64 id;

  pm_stmt_bind_int64 (stmt, 1, highlight->id);
  pm_stmt_bind_text (stmt, 2, highlight->uuid);
  pm_stmt_bind_int64 (stmt, 3, highlight->article);
  pm_stmt_bind_text (stmt, 4, anchor->exact);
  pm_stmt_bind_text (stmt, 5, anchor->prefix);
  pm_stmt_bind_text (stmt, 6, anchor->suffix);
  pm_stmt_bind_int64 (stmt, 7, anchor->hint.start);
  pm_stmt_bind_int64 (stmt, 8, anchor->hint.end);
  pm_stmt_bind_text (stmt, 9, pm_color_to_string (highlight->color));
  pm_stmt_bind_text (stmt, 10, highlight->note);
  pm_stmt_bind_int64 (stmt, 11, highlight->created);
  pm_stmt_bind_int64 (stmt, 12, highlight->modified);
  if (!pm_stmt_run (stmt, error))
    return 0;
  /* A highlight stays with its article. */
  if (pm_db_get_changes (db) == 0)
    return _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  id = highlight->id != 0 ? highlight->id : pm_db_get_last_id (db);
  if (!_pm_store_set_labels (db, PM_LABEL_HIGHLIGHT_TAG, id, highlight->tags, error) ||
      !place_highlight (db, id, highlight, error) ||
      !_pm_store_index_article (db, highlight->article, error))
    return 0;
  return id;
}

gint64
pm_store_put_highlight (PmDb *db, const PmHighlight *highlight, GError **error)
{
  gint64 id;

  if (!pm_db_begin (db, error))
    return 0;
  id = put_highlight (db, highlight, error);
  return _pm_db_end (db, id != 0, error) ? id : 0;
}

static gboolean
delete_highlight (PmDb *db, gint64 id, GError **error)
{
  g_autoptr (PmStmt) find = pm_db_prepare (db, "SELECT article FROM highlight WHERE id = ?1");
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "DELETE FROM highlight WHERE id = ?1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (find, 1, id);
  pm_stmt_bind_int64 (stmt, 1, id);
  if (pm_stmt_step (find, &local_error))
    return pm_stmt_run (stmt, error) && _pm_store_prune_labels (db, error) &&
           _pm_store_index_article (db, pm_stmt_get_int64 (find, 0), error);
  if (local_error == NULL)
    return _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
pm_store_delete_highlight (PmDb *db, gint64 id, GError **error)
{
  return pm_db_begin (db, error) && _pm_db_end (db, delete_highlight (db, id, error), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

char *
_pm_stmt_dup_required (PmStmt *stmt, int column)
{
  const char *text = pm_stmt_get_text (stmt, column);

  return g_strdup (text != NULL ? text : "");
}

char *
_pm_stmt_dup_text (PmStmt *stmt, int column)
{
  return g_strdup (pm_stmt_get_text (stmt, column));
}

static gboolean
is_boundary (const char *text, gsize length, gsize at)
{
  return at == length || ((guchar) text[at] & 0xc0) != 0x80;
}

gboolean
_pm_span_fits (PmSpan span, const char *text, gsize length)
{
  return span.start <= span.end && span.end <= length && is_boundary (text, length, span.start) &&
         is_boundary (text, length, span.end);
}

gboolean
_pm_stmt_read_span (PmStmt *stmt, int column, const char *text, gsize length, PmSpan *span)
{
  gint64 start = pm_stmt_get_int64 (stmt, column);
  gint64 end = pm_stmt_get_int64 (stmt, column + 1);

  /* As unsigned a negative number lies far beyond any text. */
  *span = (PmSpan){ (gsize) start, (gsize) end };
  return _pm_span_fits (*span, text, length);
}

gboolean
_pm_store_find_id (PmStmt *stmt, gint64 *id, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *id = pm_stmt_step (stmt, &local_error) ? pm_stmt_get_int64 (stmt, 0) : 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GArray *
_pm_store_list_ids (PmStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      gint64 id = pm_stmt_get_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

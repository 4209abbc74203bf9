/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notebook as a file: counted, checked, repaired, copied. */

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

static gpointer
stats_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_get_stats (db, data, error));
}

GArray *
pm_notebook_get_stats (PmNotebook *self, GError **error)
{
  PmStats stats = { 0 };
  GArray *counts;

  if (_pm_notebook_run (self, stats_job, &stats, NULL, 0, 0, error) == NULL)
    return NULL;
  const PmCount rows[] = {
    { "articles", _ ("Articles"), stats.articles },
    { "captures", _ ("Captures"), stats.captures },
    { "highlights", _ ("Highlights"), stats.highlights },
    { "orphans", _ ("Highlights whose words are gone"), stats.orphans },
    { "tags", _ ("Tags"), stats.tags },
    { "entities", _ ("Entities"), stats.entities },
    { "quotes", _ ("Quotes"), stats.quotes },
    { "sources", _ ("Sources"), stats.sources },
    { "bytes", _ ("Bytes"), stats.bytes },
  };
  counts = g_array_new (FALSE, FALSE, sizeof (PmCount));
  return g_array_append_vals (counts, rows, G_N_ELEMENTS (rows));
}

static gpointer
check_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_check (db, error);
}

static gpointer
repair_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_repair (db, error));
}

GPtrArray *
pm_notebook_check (PmNotebook *self, gboolean repair, GError **error)
{
  if (repair && _pm_notebook_run (self, repair_job, NULL, NULL, 0,
                                  PM_NOTEBOOK_LIST | PM_NOTEBOOK_HIGHLIGHTS, error) == NULL)
    return NULL;
  return _pm_notebook_run (self, check_job, NULL, (GDestroyNotify) g_ptr_array_unref, 0, 0, error);
}

static gpointer
backup_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_backup (db, data, error));
}

gboolean
pm_notebook_backup (PmNotebook *self, const char *path, GError **error)
{
  return _pm_notebook_run (self, backup_job, (gpointer) path, NULL, 0, 0, error) != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking whether a page has changed: fetch it anew, then ask what its captures brought. */

#include "pm-notebook-private.h"

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) versions = pm_notebook_list_versions_finish (PM_NOTEBOOK (source), result,
                                                                     &error);
  const PmVersion *newest = versions != NULL && versions->len > 1 ? versions->pdata[0] : NULL;

  if (versions == NULL)
    g_task_return_error (task, error);
  /* The capture just made is the newest: it began this version unless it only saw it again. */
  else if (newest != NULL && newest->seen == newest->fetched)
    g_task_return_pointer (task, pm_version_copy (newest), (GDestroyNotify) pm_version_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const gint64 *article = g_task_get_task_data (task);
  GError *error = NULL;

  if (pm_notebook_refresh_finish (PM_NOTEBOOK (source), result, &error))
    pm_notebook_list_versions_async (PM_NOTEBOOK (source), *article, g_task_get_cancellable (task),
                                     listed_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
pm_notebook_revisit_async (PmNotebook *self,
                           const PmArticle *article,
                           gint64 age,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&article->id, sizeof article->id), g_free);
  if (g_get_real_time () - article->fetched < age)
    g_task_return_pointer (task, NULL, NULL);
  else
    pm_notebook_refresh_async (self, article->id, cancellable, refreshed_cb, g_object_ref (task));
}

gboolean
pm_notebook_revisit_finish (PmNotebook *self,
                            GAsyncResult *result,
                            PmVersion **version,
                            GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *version = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

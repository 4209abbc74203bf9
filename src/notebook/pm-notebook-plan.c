/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list before anything is done: read and made out in the pool, looked up by the reader. */

#include "pm-address-key.h"
#include "pm-list.h"
#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

#define MAX_LIST (64 << 20)

/* One byte more than a list may have, so that the reader of lists says that it is too large. */
static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gssize n_read = 1;

  while (n_read > 0 && all->len <= MAX_LIST)
    {
      g_autoptr (GBytes) piece = g_input_stream_read_bytes (stream, 1 << 20, cancellable, error);

      if (piece == NULL)
        return NULL;
      n_read = (gssize) g_bytes_get_size (piece);
      g_byte_array_append (all, g_bytes_get_data (piece, NULL), (guint) n_read);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static void
judge (PmPlanned *planned)
{
  g_autoptr (GError) error = NULL;

  if (planned->link->problem == NULL)
    planned->address = pm_fetch_normalize_url (planned->link->url, &error);
  if (planned->address == NULL && planned->link->problem == NULL)
    planned->link->problem = g_strdup (error->message);
  planned->fate = planned->link->problem != NULL ? PM_FATE_BROKEN
                  : planned->link->feed          ? PM_FATE_FEED
                                                 : PM_FATE_NEW;
}

/* Whether an address of the same article was seen before. */
static gboolean
is_repeated (GHashTable *seen, const PmPlanned *planned)
{
  return planned->address != NULL &&
         !g_hash_table_add (seen, pm_address_dup_key (planned->address));
}

PmPlan *
_pm_notebook_make_plan (GPtrArray *links)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PmPlan *plan = pm_plan_new ();

  g_ptr_array_set_free_func (links, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      PmPlanned *planned = pm_planned_new (links->pdata[i]);

      judge (planned);
      if (is_repeated (seen, planned))
        {
          plan->n_repeated++;
          pm_planned_free (planned);
        }
      else
        g_ptr_array_add (plan->links, planned);
    }
  return plan;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = read_stream (data, cancellable, &error);
  g_autoptr (GPtrArray) links = bytes != NULL ? pm_list_read (bytes, cancellable, &error) : NULL;

  if (links != NULL)
    g_task_return_pointer (task, _pm_notebook_make_plan (links), (GDestroyNotify) pm_plan_unref);
  else
    g_task_return_error (task, error);
}

gboolean
_pm_notebook_find_planned (PmDb *db, PmPlanned *planned, GError **error)
{
  g_autoptr (PmArticle) article = NULL;

  if (!pm_store_find_article (db, planned->address, &planned->article, error))
    return FALSE;
  if (planned->article == 0)
    return TRUE;
  article = pm_store_load_article (db, planned->article, error);
  if (article != NULL && article->state == PM_ARTICLE_READY)
    planned->fate = PM_FATE_HERE;
  return article != NULL;
}

static gboolean
find_feed (PmDb *db, PmPlanned *planned, GError **error)
{
  gint64 feed;

  if (!pm_store_find_feed (db, planned->address, &feed, error))
    return FALSE;
  if (feed != 0)
    planned->fate = PM_FATE_HERE;
  return TRUE;
}

gpointer
_pm_notebook_find_plan_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmPlan *plan = data;

  for (guint i = 0; i < plan->links->len; i++)
    {
      PmPlanned *planned = plan->links->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (planned->fate == PM_FATE_NEW && !_pm_notebook_find_planned (db, planned, error)) ||
          (planned->fate == PM_FATE_FEED && !find_feed (db, planned, error)))
        return NULL;
      plan->n_fates[planned->fate]++;
    }
  return pm_plan_ref (plan);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  PmPlan *plan = _pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) pm_plan_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  PmPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  _pm_notebook_run_async (PM_NOTEBOOK (source), _pm_notebook_find_plan_job, plan,
                          (GDestroyNotify) pm_plan_unref, (GDestroyNotify) pm_plan_unref, 0, 0,
                          g_task_get_cancellable (task), found_cb, g_object_ref (task));
}

void
pm_notebook_plan_async (PmNotebook *self,
                        GInputStream *list,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) reading = g_task_new (self, cancellable, read_cb, task);

  g_task_set_task_data (reading, g_object_ref (list), g_object_unref);
  g_task_run_in_thread (reading, read_thread);
}

PmPlan *
pm_notebook_plan_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
recognise_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (data, cancellable, &error);
  g_autoptr (GBytes) bytes = stream != NULL
                                 ? read_stream (G_INPUT_STREAM (stream), cancellable, &error)
                                 : NULL;

  if (bytes != NULL)
    g_task_return_boolean (task, pm_list_recognise (bytes));
  else
    g_task_return_error (task, error);
}

void
pm_notebook_recognise_list_async (GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, recognise_thread);
}

gboolean
pm_notebook_recognise_list_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

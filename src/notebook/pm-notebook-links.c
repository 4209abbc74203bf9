/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many links at once. First all of them get a queued row, in one transaction: from then on nothing
 * is lost, and what a crash leaves is taken up again by pm_notebook_resume(). Then a few at a time
 * go the way of every article. */

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE 16

/* One link that is or will be downloaded. */
typedef struct
{
  gint64 article;
  char *url;
  const PmPlanned *planned; /* (nullable): of the plan; %NULL for a resumed one */
  gboolean fresh; /* its row holds nothing but what the list said, and the list says it again */
  guint turn;     /* how many of its host come before it */
} Item;

static void
item_free (gpointer data)
{
  Item *self = data;

  g_free (self->url);
  g_free (self);
}

typedef struct
{
  PmNotebook *notebook;
  GTask *task;
  GCancellable *cancellable;
  gulong cancel_handler;
  PmPlan *plan;            /* (nullable): resumed */
  const PmFeedLinks *feed; /* (nullable): not of a feed */
  char **tags;
  char *collection;
  PmLinkDone done;
  gpointer done_data;
  gint64 now; /* when the list was added */

  GPtrArray *items; /* (element-type Item) */
  guint next;
  guint n_running;
  GPtrArray *dropped; /* (element-type Item): borrowed: cancelled before they came */
  PmIntake *intake;
} Links;

static void
links_free (Links *self)
{
  g_object_unref (self->notebook);
  g_object_unref (self->task);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->plan, pm_plan_unref);
  g_strfreev (self->tags);
  g_free (self->collection);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->dropped);
  g_clear_pointer (&self->intake, pm_intake_free);
  g_free (self);
}

static void
cancelled_cb (GCancellable *source, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static Links *
links_new (PmNotebook *notebook,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  Links *self = g_new0 (Links, 1);

  self->notebook = g_object_ref (notebook);
  self->task = g_task_new (notebook, cancellable, callback, user_data);
  g_task_set_check_cancellable (self->task, FALSE);
  self->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    self->cancel_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                  g_object_ref (self->cancellable), g_object_unref);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->dropped = g_ptr_array_new ();
  self->intake = pm_intake_new ();
  return self;
}

static void
report (PmNotebook *notebook)
{
  g_signal_emit_by_name (notebook, "intake", notebook->n_links_done, notebook->n_links);
}

/* Answers the one who asked. @error: (transfer full) (nullable) */
static void
answer (Links *self, GError *error)
{
  PmNotebook *notebook = self->notebook;

  g_cancellable_disconnect (g_task_get_cancellable (self->task), self->cancel_handler);
  g_ptr_array_remove (notebook->intakes, self);
  if (notebook->intakes->len == 0)
    notebook->n_links = notebook->n_links_done = 0;
  _pm_notebook_flush_changes (notebook);
  report (notebook);
  if (error != NULL)
    g_task_return_error (self->task, error);
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->intake),
                           (GDestroyNotify) pm_intake_free);
  links_free (self);
}

/* --- winding up --- */

/* The user may have removed the row in the meantime. */
static gboolean
mark_cancelled (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (pm_store_set_article_state (db, article, PM_ARTICLE_FAILED, _ ("The download was cancelled."),
                                  &local_error) ||
      g_error_matches (local_error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A row that holds only what the list said goes; one that the user knew says what happened. */
static gpointer
drop_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Links *self = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->dropped->len; i++)
    {
      Item *item = self->dropped->pdata[i];

      if (item->fresh)
        g_array_append_val (ids, item->article);
      else if (!mark_cancelled (db, item->article, error))
        return NULL;
    }
  return GINT_TO_POINTER (pm_store_drop_unfetched (db, ids, error));
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  _pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error);
  answer (user_data, error);
}

/* A notebook that was closed keeps its queue for the next time. */
static void
wind_up (Links *self)
{
  for (; self->next < self->items->len; self->next++)
    {
      self->intake->n_left++;
      g_ptr_array_add (self->dropped, self->items->pdata[self->next]);
    }
  if (self->dropped->len > 0 && self->notebook->writer != NULL)
    _pm_notebook_run_async (self->notebook, drop_job, self, NULL, NULL, 0,
                            PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS, NULL, dropped_cb, self);
  else
    answer (self, NULL);
}

/* --- downloading --- */

/* One download under way. */
typedef struct
{
  Links *links;
  Item *item;
} Running;

static void
count_miss (Links *self, Item *item, gint64 row, const GError *error)
{
  PmMiss *miss = g_new0 (PmMiss, 1);

  *miss = (PmMiss){ row, g_strdup (item->url), g_strdup (error->message) };
  g_ptr_array_add (self->intake->missed, miss);
}

static void feed (Links *self);

static void
captured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Running *running = user_data;
  Links *self = running->links;
  PmNotebook *notebook = PM_NOTEBOOK (source);
  gboolean existed = FALSE;
  gint64 row = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = pm_notebook_add_finish (notebook, result, &existed, &row, &error);

  if (article != NULL && existed)
    self->intake->n_here++;
  else if (article != NULL)
    self->intake->n_added++;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
           g_error_matches (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND))
    {
      self->intake->n_left++;
      if (g_cancellable_is_cancelled (self->cancellable))
        g_ptr_array_add (self->dropped, running->item);
    }
  else
    count_miss (self, running->item, row, error);
  if (self->done != NULL)
    self->done (running->item->planned, article, error, self->done_data);
  notebook->n_links_done++;
  report (notebook);
  self->n_running--;
  feed (self);
}

static void
feed (Links *self)
{
  while (self->next < self->items->len && self->n_running < AT_ONCE &&
         self->notebook->writer != NULL && !g_cancellable_is_cancelled (self->cancellable))
    {
      Running *running = g_new0 (Running, 1);

      *running = (Running){ self, self->items->pdata[self->next++] };
      self->n_running++;
      _pm_notebook_capture_queued_async (self->notebook, running->item->article, self->cancellable,
                                         captured_cb, running);
    }
  if (self->n_running == 0)
    wind_up (self);
}

/* --- queueing --- */

/* Hosts take turns, so that the pause between two requests to one is used for the others. */
static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Item *left = *(const Item *const *) a;
  const Item *right = *(const Item *const *) b;

  return left->turn != right->turn ? (left->turn < right->turn ? -1 : 1)
                                   : (left->article < right->article ? -1 : 1);
}

static void
set_turns (GPtrArray *items)
{
  g_autoptr (GHashTable) hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = items->pdata[i];
      const char *start = strstr (item->url, "://");
      const char *host = start != NULL ? start + 3 : item->url;
      char *key = g_strndup (host, strcspn (host, "/?#"));

      item->turn = GPOINTER_TO_UINT (g_hash_table_lookup (hosts, key));
      g_hash_table_insert (hosts, key, GUINT_TO_POINTER (item->turn + 1));
    }
  g_ptr_array_sort (items, compare_turns);
}

static void
add_item (Links *self, gint64 article, const char *url, const PmPlanned *planned, gboolean fresh)
{
  Item *item = g_new0 (Item, 1);

  *item = (Item){ article, g_strdup (url), planned, fresh, 0 };
  g_ptr_array_add (self->items, item);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL && *name != '\0' &&
      !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* The row for @planned, which came @position-th: without a date of its own it stands where it stood
 * in the list. */
static PmArticle *
make_article (Links *self, const PmPlanned *planned, guint position)
{
  PmArticle *article = pm_article_new (planned->address);
  const PmLink *link = planned->link;

  article->state = PM_ARTICLE_QUEUED;
  article->note = g_strdup (link->note);
  article->added = link->added != 0 ? MIN (link->added, self->now) : self->now - position;
  if (link->title != NULL)
    {
      g_free (article->title);
      article->title = g_strdup (link->title);
    }
  for (char **tag = link->tags; tag != NULL && *tag != NULL; tag++)
    add_name (article->tags, *tag);
  for (char **tag = self->tags; tag != NULL && *tag != NULL; tag++)
    add_name (article->tags, *tag);
  add_name (article->collections, link->collection);
  add_name (article->collections, self->collection);
  return article;
}

/* What a feed has led to before is not queued, whatever became of it. */
static gboolean
is_known_entry (PmDb *db, Links *self, const char *address, gboolean *known, GError **error)
{
  gboolean is_new = TRUE;

  if (self->feed != NULL &&
      !pm_store_note_entry (db, self->feed->feed->id, address, self->now, &is_new, error))
    return FALSE;
  *known = !is_new;
  return TRUE;
}

/* Since the plan was made the article may have come another way. */
static gboolean
queue_link (PmDb *db, Links *self, const PmPlanned *planned, GError **error)
{
  PmPlanned now = { NULL, planned->address, planned->fate, planned->article };
  g_autoptr (PmArticle) article = NULL;
  gboolean known;

  if (!is_known_entry (db, self, planned->address, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  if (!_pm_notebook_find_planned (db, &now, error))
    return FALSE;
  if (now.fate == PM_FATE_HERE || (now.article != 0 && self->feed != NULL))
    {
      self->intake->n_here++;
      return TRUE;
    }
  if (now.article != 0)
    {
      add_item (self, now.article, planned->address, planned, FALSE);
      return pm_store_set_article_state (db, now.article, PM_ARTICLE_QUEUED, NULL, error);
    }
  article = make_article (self, planned, self->items->len);
  now.article = pm_store_add_article (db, article, error);
  add_item (self, now.article, planned->address, planned, self->feed == NULL);
  return now.article != 0;
}

static gpointer
queue_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Links *self = data;

  self->intake->n_here = self->plan->n_fates[PM_FATE_HERE];
  for (guint i = 0; i < self->plan->links->len; i++)
    {
      const PmPlanned *planned = self->plan->links->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (planned->fate == PM_FATE_NEW && !queue_link (db, self, planned, error)))
        return NULL;
    }
  return self;
}

static gpointer
queue_feed_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Links *self = data;
  PmFeed *feed = self->feed->feed;

  if (!_pm_notebook_store_feed (db, feed, error))
    return NULL;
  self->tags = g_strdupv (feed->tags);
  self->collection = g_strdup (feed->collection);
  return queue_job (db, self, cancellable, error) != NULL &&
                 pm_store_forget_entries (db, feed->id, self->now, error)
             ? self
             : NULL;
}

static gpointer
list_queued_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Links *self = data;
  g_autoptr (GPtrArray) articles = pm_store_list_queued (db, error);

  for (guint i = 0; articles != NULL && i < articles->len; i++)
    {
      PmArticle *article = articles->pdata[i];
      g_autofree char *feed = NULL;

      if (!pm_store_find_feed_naming (db, article->url, &feed, error))
        return NULL;
      add_item (self, article->id, article->url, NULL, article->note == NULL && feed == NULL);
    }
  return articles != NULL ? self : NULL;
}

static void
queued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Links *self = user_data;
  GError *error = NULL;

  if (_pm_notebook_run_finish (PM_NOTEBOOK (source), result, &error) == NULL)
    {
      answer (self, error);
      return;
    }
  if (self->feed != NULL)
    self->feed->queued (self->items->len, self->feed->queued_data);
  set_turns (self->items);
  self->notebook->n_links += self->items->len;
  report (self->notebook);
  feed (self);
}

/* --- public --- */

void
pm_notebook_add_links_async (PmNotebook *self,
                             PmPlan *plan,
                             const char *const *tags,
                             const char *collection,
                             PmLinkDone done,
                             gpointer done_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Links *links = links_new (self, cancellable, callback, user_data);

  links->plan = pm_plan_ref (plan);
  links->tags = g_strdupv ((char **) tags);
  links->collection = g_strdup (collection);
  links->done = done;
  links->done_data = done_data;
  links->now = g_get_real_time ();
  g_ptr_array_add (self->intakes, links);
  _pm_notebook_run_async (self, queue_job, links, NULL, NULL, 0,
                          PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS, links->cancellable, queued_cb,
                          links);
}

void
_pm_notebook_add_feed_links_async (PmNotebook *self,
                                   const PmFeedLinks *feed,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Links *links = links_new (self, cancellable, callback, user_data);

  links->plan = pm_plan_ref (feed->plan);
  links->feed = feed;
  links->done = feed->done;
  links->done_data = feed->done_data;
  links->now = feed->feed->checked;
  g_ptr_array_add (self->intakes, links);
  _pm_notebook_run_async (self, queue_feed_job, links, NULL, NULL, 0,
                          PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS | PM_NOTEBOOK_FEEDS,
                          links->cancellable, queued_cb, links);
}

PmIntake *
pm_notebook_add_links_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
pm_notebook_cancel_links (PmNotebook *self)
{
  for (guint i = 0; i < self->intakes->len; i++)
    g_cancellable_cancel (((Links *) self->intakes->pdata[i])->cancellable);
}

void
pm_notebook_resume_async (PmNotebook *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Links *links = links_new (self, cancellable, callback, user_data);

  g_ptr_array_add (self->intakes, links);
  _pm_notebook_run_async (self, list_queued_job, links, NULL, NULL, 0, 0, links->cancellable,
                          queued_cb, links);
}

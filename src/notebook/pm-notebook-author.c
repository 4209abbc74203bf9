/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user writes: every step is kept as what was there before and after, so that taking it
 * back is storing the one again and doing it again is storing the other. */

#include "pm-notebook-private.h"

#include <glib/gi18n-lib.h>

void
_pm_edit_free (PmEdit *self)
{
  g_clear_pointer (&self->highlight_before, pm_highlight_free);
  g_clear_pointer (&self->highlight_after, pm_highlight_free);
  g_clear_pointer (&self->correction_before, pm_entity_correction_free);
  g_clear_pointer (&self->correction_after, pm_entity_correction_free);
  g_clear_pointer (&self->verdict_before, pm_quote_verdict_free);
  g_clear_pointer (&self->verdict_after, pm_quote_verdict_free);
  g_clear_pointer (&self->article_before, pm_article_free);
  g_clear_pointer (&self->article_after, pm_article_free);
  g_free (self);
}

/* Returns: (nullable): %NULL when the edit is not about a correction. */
static PmEntityCorrection *
edit_get_correction (PmEdit *edit)
{
  return edit->correction_after != NULL ? edit->correction_after : edit->correction_before;
}

/* Returns: (nullable): %NULL when the edit is not about a verdict. */
static PmQuoteVerdict *
edit_get_verdict (PmEdit *edit)
{
  return edit->verdict_after != NULL ? edit->verdict_after : edit->verdict_before;
}

static gint64
edit_get_article (PmEdit *edit)
{
  if (edit_get_correction (edit) != NULL)
    return edit_get_correction (edit)->article;
  if (edit_get_verdict (edit) != NULL)
    return edit_get_verdict (edit)->article;
  if (edit->article_after != NULL)
    return edit->article_after->id;
  return edit->highlight_after != NULL ? edit->highlight_after->article
                                       : edit->highlight_before->article;
}

static PmNotebookParts
edit_get_parts (PmEdit *edit)
{
  if (edit_get_correction (edit) != NULL)
    return PM_NOTEBOOK_TEXT | PM_NOTEBOOK_ENTITIES;
  if (edit_get_verdict (edit) != NULL)
    return PM_NOTEBOOK_TEXT | PM_NOTEBOOK_QUOTES;
  if (edit->article_after != NULL)
    return PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS;
  return PM_NOTEBOOK_LIST | PM_NOTEBOOK_HIGHLIGHTS | PM_NOTEBOOK_LABELS;
}

static void
notify_edits (PmNotebook *self)
{
  g_object_notify (G_OBJECT (self), "can-undo");
  g_object_notify (G_OBJECT (self), "can-redo");
  g_object_notify (G_OBJECT (self), "undo-title");
  g_object_notify (G_OBJECT (self), "redo-title");
}

void
_pm_notebook_push_edit (PmNotebook *self, PmEdit *edit)
{
  g_ptr_array_set_size (self->edits, self->n_done);
  g_ptr_array_add (self->edits, edit);
  self->n_done++;
  notify_edits (self);
}

/* --- highlights --- */

static gpointer
put_highlight_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PmHighlight *highlight = data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);
  gint64 id;

  if (highlight->id != 0)
    {
      edit->highlight_before = pm_store_load_highlight (db, highlight->id, error);
      if (edit->highlight_before == NULL)
        return NULL;
    }
  id = pm_store_put_highlight (db, highlight, error);
  if (id == 0)
    return NULL;
  edit->highlight_after = pm_store_load_highlight (db, id, error);
  return edit->highlight_after != NULL ? g_steal_pointer (&edit) : NULL;
}

/* @edit: (transfer full) (nullable) */
static PmHighlight *
take_put (PmNotebook *self, PmEdit *edit)
{
  if (edit == NULL)
    return NULL;
  _pm_notebook_push_edit (self, edit);
  return pm_highlight_copy (edit->highlight_after);
}

/* A changed highlight is stamped now; a new one brings its own time. */
static PmHighlight *
stamp_copy (const PmHighlight *highlight)
{
  PmHighlight *copy = pm_highlight_copy (highlight);

  if (copy->id != 0)
    copy->modified = g_get_real_time ();
  return copy;
}

#define HIGHLIGHT_PARTS (PM_NOTEBOOK_LIST | PM_NOTEBOOK_HIGHLIGHTS | PM_NOTEBOOK_LABELS)

PmHighlight *
pm_notebook_put_highlight (PmNotebook *self, const PmHighlight *highlight, GError **error)
{
  g_autoptr (PmHighlight) copy = stamp_copy (highlight);

  return take_put (self,
                   _pm_notebook_run (self, put_highlight_job, copy, (GDestroyNotify) _pm_edit_free,
                                     highlight->article, HIGHLIGHT_PARTS, error));
}

void
pm_notebook_put_highlight_async (PmNotebook *self,
                                 const PmHighlight *highlight,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  _pm_notebook_run_async (self, put_highlight_job, stamp_copy (highlight),
                          (GDestroyNotify) pm_highlight_free, (GDestroyNotify) _pm_edit_free,
                          highlight->article, HIGHLIGHT_PARTS, cancellable, callback, user_data);
}

PmHighlight *
pm_notebook_put_highlight_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_put (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
delete_highlight_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);

  edit->highlight_before = pm_store_load_highlight (db, id, error);
  if (edit->highlight_before == NULL || !pm_store_delete_highlight (db, id, error))
    return NULL;
  return g_steal_pointer (&edit);
}

static gboolean
take_delete (PmNotebook *self, PmEdit *edit)
{
  if (edit != NULL)
    _pm_notebook_push_edit (self, edit);
  return edit != NULL;
}

gboolean
pm_notebook_delete_highlight (PmNotebook *self, gint64 highlight, GError **error)
{
  return take_delete (self,
                      _pm_notebook_run (self, delete_highlight_job, &highlight,
                                        (GDestroyNotify) _pm_edit_free, 0, HIGHLIGHT_PARTS, error));
}

void
pm_notebook_delete_highlight_async (PmNotebook *self,
                                    gint64 highlight,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  _pm_notebook_run_async (self, delete_highlight_job, g_memdup2 (&highlight, sizeof highlight),
                          g_free, (GDestroyNotify) _pm_edit_free, 0, HIGHLIGHT_PARTS, cancellable,
                          callback, user_data);
}

gboolean
pm_notebook_delete_highlight_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_delete (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
load_highlight_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pm_store_load_highlight (db, *(gint64 *) data, error);
}

PmHighlight *
pm_notebook_load_highlight (PmNotebook *self, gint64 highlight, GError **error)
{
  return _pm_notebook_run (self, load_highlight_job, &highlight, (GDestroyNotify) pm_highlight_free,
                           0, 0, error);
}

/* --- articles --- */

/* What a job does with one field of an article. */
typedef struct
{
  PmArticle *article;
  PmArticleField field;
} Put;

static Put *
put_new (const PmArticle *article, PmArticleField field)
{
  Put *self = g_new0 (Put, 1);

  *self = (Put){ pm_article_copy (article), field };
  if (field == PM_FIELD_TRASHED && self->article->trashed != 0)
    self->article->trashed = g_get_real_time ();
  return self;
}

static void
put_free (gpointer data)
{
  Put *self = data;

  pm_article_free (self->article);
  g_free (self);
}

static gboolean
store_field (PmDb *db, const PmArticle *article, PmArticleField field, GError **error)
{
  switch (field)
    {
    case PM_FIELD_UNREAD:
      return pm_store_set_unread (db, article->id, article->unread, error);
    case PM_FIELD_TRASHED:
      return pm_store_set_trashed (db, article->id, article->trashed, error);
    case PM_FIELD_NOTE:
      return pm_store_set_article_note (db, article->id, article->note, error);
    case PM_FIELD_TAGS:
      return pm_store_set_article_tags (db, article->id, article->tags, error);
    case PM_FIELD_COLLECTIONS:
      return pm_store_set_article_collections (db, article->id, article->collections, error);
    default:
      g_assert_not_reached ();
    }
}

static gpointer
put_article_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Put *put = data;
  g_autoptr (PmEdit) edit = g_new0 (PmEdit, 1);

  edit->field = put->field;
  edit->article_before = pm_store_load_article (db, put->article->id, error);
  if (edit->article_before == NULL || !store_field (db, put->article, put->field, error))
    return NULL;
  edit->article_after = pm_store_load_article (db, put->article->id, error);
  return edit->article_after != NULL ? g_steal_pointer (&edit) : NULL;
}

static gboolean
take_put_article (PmNotebook *self, PmEdit *edit)
{
  if (edit == NULL)
    return FALSE;
  if (edit->field == PM_FIELD_UNREAD)
    _pm_edit_free (edit);
  else
    _pm_notebook_push_edit (self, edit);
  return TRUE;
}

#define ARTICLE_PARTS (PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS)

gboolean
pm_notebook_put_article (PmNotebook *self,
                         const PmArticle *article,
                         PmArticleField field,
                         GError **error)
{
  Put *put = put_new (article, field);
  PmEdit *edit = _pm_notebook_run (self, put_article_job, put, (GDestroyNotify) _pm_edit_free,
                                   article->id, ARTICLE_PARTS, error);

  put_free (put);
  return take_put_article (self, edit);
}

void
pm_notebook_put_article_async (PmNotebook *self,
                               const PmArticle *article,
                               PmArticleField field,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  _pm_notebook_run_async (self, put_article_job, put_new (article, field), put_free,
                          (GDestroyNotify) _pm_edit_free, article->id, ARTICLE_PARTS, cancellable,
                          callback, user_data);
}

gboolean
pm_notebook_put_article_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return take_put_article (self, _pm_notebook_run_finish (self, result, error));
}

static gpointer
delete_article_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (pm_store_delete_article (db, *(gint64 *) data, error));
}

void
pm_notebook_delete_article_async (PmNotebook *self,
                                  gint64 article,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  pm_notebook_cancel (self, article);
  _pm_notebook_run_async (self, delete_article_job, g_memdup2 (&article, sizeof article), g_free,
                          NULL, article, PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS | PM_NOTEBOOK_TEXT,
                          cancellable, callback, user_data);
}

gboolean
pm_notebook_delete_article_finish (PmNotebook *self, GAsyncResult *result, GError **error)
{
  return _pm_notebook_run_finish (self, result, error) != NULL;
}

/* --- undo and redo --- */

/* One step along the edits, copied for the worker. */
typedef struct
{
  PmHighlight *highlight; /* (nullable): to be stored; %NULL: @gone is to be deleted */
  gint64 gone;
  PmEntityCorrection *correction; /* (nullable): to be made again, or with @withdraw, taken back */
  gboolean withdraw;
  PmQuoteVerdict *verdict; /* (nullable): to be given again, or with @withdraw, taken back */
  PmArticle *article;      /* (nullable) */
  PmArticleField field;
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_clear_pointer (&self->highlight, pm_highlight_free);
  g_clear_pointer (&self->correction, pm_entity_correction_free);
  g_clear_pointer (&self->verdict, pm_quote_verdict_free);
  g_clear_pointer (&self->article, pm_article_free);
  g_free (self);
}

static Step *
step_new (PmEdit *edit, gboolean back)
{
  Step *self = g_new0 (Step, 1);
  PmHighlight *highlight = back ? edit->highlight_before : edit->highlight_after;
  PmHighlight *other = back ? edit->highlight_after : edit->highlight_before;

  self->field = edit->field;
  self->withdraw = back == (edit->correction_after != NULL);
  if (edit_get_verdict (edit) != NULL)
    {
      PmQuoteVerdict *verdict = back ? edit->verdict_before : edit->verdict_after;

      self->withdraw = verdict == NULL;
      self->verdict = pm_quote_verdict_copy (verdict != NULL ? verdict : edit_get_verdict (edit));
    }
  else if (edit_get_correction (edit) != NULL)
    self->correction = pm_entity_correction_copy (edit_get_correction (edit));
  else if (edit->article_after != NULL)
    self->article = pm_article_copy (back ? edit->article_before : edit->article_after);
  else if (highlight != NULL)
    self->highlight = pm_highlight_copy (highlight);
  else
    self->gone = other->id;
  return self;
}

static gpointer
step_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;

  if (step->correction != NULL && step->withdraw)
    return GINT_TO_POINTER (pm_store_withdraw_correction (db, step->correction->id, error));
  if (step->correction != NULL)
    return GINT_TO_POINTER (pm_store_add_correction (db, step->correction, error) != 0);
  if (step->verdict != NULL && step->withdraw)
    return GINT_TO_POINTER (pm_store_withdraw_verdict (db, step->verdict->id, error));
  if (step->verdict != NULL)
    return GINT_TO_POINTER (pm_store_put_verdict (db, step->verdict, error) != 0);
  if (step->article != NULL)
    return GINT_TO_POINTER (store_field (db, step->article, step->field, error));
  if (step->highlight != NULL)
    return GINT_TO_POINTER (pm_store_put_highlight (db, step->highlight, error) != 0);
  return GINT_TO_POINTER (pm_store_delete_highlight (db, step->gone, error));
}

/* What is remembered while a step is on its way. */
typedef struct
{
  gint64 article;
  gboolean back;
} Move;

static void
step_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  PmNotebook *self = PM_NOTEBOOK (source);
  Move *move = g_task_get_task_data (task);

  if (_pm_notebook_run_finish (self, result, &error) == NULL)
    {
      self->n_done += move->back ? 1 : -1;
      notify_edits (self);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_task_return_boolean (task, TRUE);
}

static void
run_step (PmNotebook *self,
          gboolean back,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Move *move = g_new0 (Move, 1);
  PmEdit *edit;

  g_task_set_task_data (task, move, g_free);
  if (back ? self->n_done == 0 : self->n_done >= self->edits->len)
    {
      g_task_return_new_error (task, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID, "%s",
                               back ? _ ("There is nothing to undo.")
                                    : _ ("There is nothing to redo."));
      return;
    }
  edit = self->edits->pdata[back ? self->n_done - 1 : self->n_done];
  *move = (Move){ edit_get_article (edit), back };
  /* Moved at once, so that a second Ctrl+Z before the answer takes the step before this one. */
  self->n_done += back ? -1 : 1;
  notify_edits (self);
  _pm_notebook_run_async (self, step_job, step_new (edit, back), step_free, NULL,
                          edit_get_article (edit), edit_get_parts (edit), cancellable, step_cb,
                          g_steal_pointer (&task));
}

void
pm_notebook_undo_async (PmNotebook *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  run_step (self, TRUE, cancellable, callback, user_data);
}

void
pm_notebook_redo_async (PmNotebook *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  run_step (self, FALSE, cancellable, callback, user_data);
}

gboolean
pm_notebook_undo_finish (PmNotebook *self, GAsyncResult *result, gint64 *article, GError **error)
{
  Move *move = g_task_get_task_data (G_TASK (result));

  if (article != NULL)
    *article = move->article;
  return g_task_propagate_boolean (G_TASK (result), error);
}

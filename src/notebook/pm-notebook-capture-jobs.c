/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the way of an article into the notebook reads and writes there. */

#include "pm-notebook-capture-private.h"

#include "pm-analyse.h"

#include <glib/gi18n-lib.h>

gboolean
_pm_capture_is_file_address (const char *address)
{
  return g_str_has_prefix (address, "file:");
}

/* A page that was dropped is read again from its file: who cannot see it without signing in would
 * fetch something else. */
static char *
dup_address_again (PmDb *db, const PmArticle *article)
{
  g_autoptr (PmPage) page = pm_store_load_page (db, article->id, NULL);
  gboolean dropped = page != NULL && _pm_capture_is_file_address (page->requested_url);

  return g_strdup (dropped ? page->requested_url : article->url);
}

/* The row for a new article, with what the user gave it. */
static gint64
add_row (PmDb *db, PmCapture *self, PmArticleState state, GError **error)
{
  g_autoptr (PmArticle) article = pm_article_new (
      self->reading != NULL && _pm_capture_is_file_address (self->address)
          ? self->reading->page->url
          : self->address);

  article->state = state;
  for (char **tag = self->tags; tag != NULL && *tag != NULL; tag++)
    g_ptr_array_add (article->tags, g_strdup (*tag));
  if (self->collection != NULL)
    g_ptr_array_add (article->collections, g_strdup (self->collection));
  return pm_store_add_article (db, article, error);
}

gpointer
_pm_capture_queue_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmCapture *self = data;
  gint64 id = self->article;

  if (id == 0 && !pm_store_find_article (db, self->address, &id, error))
    return NULL;
  if (id != 0)
    {
      self->stored = pm_store_load_article (db, id, error);
      if (self->stored == NULL)
        return NULL;
      self->existed = !self->refresh && self->stored->state == PM_ARTICLE_READY;
      self->had_text = self->stored->state == PM_ARTICLE_READY;
      self->article = self->existed ? 0 : id;
      if (self->address == NULL)
        self->address = dup_address_again (db, self->stored);
      return self->had_text || pm_store_set_article_state (db, id, PM_ARTICLE_QUEUED, NULL, error)
                 ? self
                 : NULL;
    }
  if (!self->keep_failed)
    return self;
  self->article = add_row (db, self, PM_ARTICLE_QUEUED, error);
  return self->article != 0 ? self : NULL;
}

gpointer
_pm_capture_check_queued_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmCapture *self = data;
  g_autoptr (PmArticle) article = pm_store_load_article (db, self->article, error);

  if (article == NULL)
    return NULL;
  if (article->state == PM_ARTICLE_QUEUED && article->trashed == 0)
    {
      self->address = g_strdup (article->url);
      return pm_store_find_feed_naming (db, self->address, &self->site, error) ? self : NULL;
    }
  g_set_error_literal (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND,
                       _ ("This article is no longer waiting to be downloaded."));
  return NULL;
}

/* Whether what was fetched is another article of the notebook under a second address; the queued
 * row then goes, and the page becomes a capture of that article: @id is set to it. */
static gboolean
join_existing (PmDb *db, PmCapture *self, gint64 *id, GError **error)
{
  gint64 other;
  gboolean is_variant;

  if (!_pm_notebook_find_same (db, self->reading, &other, &is_variant, error))
    return FALSE;
  if (other == 0 || other == self->article || self->refresh)
    return TRUE;
  if (self->article != 0 && !pm_store_delete_article (db, self->article, error))
    return FALSE;
  self->stored = pm_store_load_article (db, other, error);
  if (self->stored == NULL)
    return FALSE;
  self->existed = self->stored->state != PM_ARTICLE_FAILED;
  /* A saved page may be older than what is here; a variant is a poorer print of it. */
  self->leaves_text = self->existed && (is_variant || _pm_capture_is_file_address (self->address));
  *id = other;
  return TRUE;
}

gpointer
_pm_capture_store_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PmCapture *self = data;
  gint64 id = self->article;
  gint64 capture;

  if (!join_existing (db, self, &id, error))
    return NULL;
  if (self->leaves_text)
    return self;
  if (id == 0)
    id = add_row (db, self, PM_ARTICLE_READY, error);
  else if (id == self->article && _pm_capture_is_file_address (self->address) &&
           !pm_store_set_article_url (db, id, self->reading->page->url, error))
    return NULL;
  if (id == 0)
    return NULL;
  capture = pm_store_add_capture (db, id, self->reading->page, error);
  if (capture == 0 ||
      !pm_store_save_document (db, id, capture, self->reading->document, self->reading->analysis,
                               PM_ANALYSIS_VERSION, error) ||
      !_pm_notebook_store_images (db, id, self->reading->images, error) ||
      !pm_store_set_article_state (db, id, PM_ARTICLE_READY, NULL, error))
    return NULL;
  g_clear_pointer (&self->stored, pm_article_free);
  self->stored = pm_store_load_article (db, id, error);
  return self->stored != NULL ? self : NULL;
}

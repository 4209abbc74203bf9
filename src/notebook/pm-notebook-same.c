/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which article of the notebook a page is, when it is one. */

#include "pm-notebook-private.h"

/* Of a hundred words in both texts together, those that may be in one alone. */
#define MOST_DIFFERENT 20

/* Whether the text of @article is but for a few words that of @document. */
static gboolean
has_text (PmDb *db, gint64 article, PmDocument *document, gboolean *has, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (PmDocument) stored = pm_store_load_document (db, article, &local_error);
  g_autoptr (PmTextDiff) diff = NULL;
  guint64 n_words;

  *has = FALSE;
  if (g_error_matches (local_error, PM_STORE_ERROR, PM_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (stored == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  diff = pm_text_diff_new (pm_document_get_text (stored), pm_document_get_text (document));
  n_words = (guint64) pm_document_count_words (stored) + pm_document_count_words (document);
  *has = (guint64) (diff->n_added + diff->n_removed) * 100 <= n_words * MOST_DIFFERENT;
  return TRUE;
}

/* @id: (out): the article that claims @url, or stands there, when it has the text of @reading. */
static gboolean
find_claiming (PmDb *db, const char *url, PmReading *reading, gint64 *id, GError **error)
{
  gint64 claiming;
  gboolean has = FALSE;

  if (!pm_store_find_claiming (db, url, &claiming, error) ||
      (claiming != 0 && !has_text (db, claiming, reading->document, &has, error)))
    return FALSE;
  *id = has ? claiming : 0;
  return TRUE;
}

gboolean
_pm_notebook_find_same (PmDb *db,
                        PmReading *reading,
                        gint64 *id,
                        gboolean *is_variant,
                        GError **error)
{
  const char *canonical = pm_document_get_meta (reading->document, PM_META_CANONICAL_URL);

  *is_variant = FALSE;
  if (!pm_store_find_article (db, reading->page->url, id, error) ||
      (*id == 0 && !find_claiming (db, reading->page->url, reading, id, error)))
    return FALSE;
  if (*id != 0 || canonical == NULL)
    return TRUE;
  if (!find_claiming (db, canonical, reading, id, error))
    return FALSE;
  *is_variant = *id != 0;
  return TRUE;
}

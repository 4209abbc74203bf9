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

gboolean
_pm_notebook_find_same (PmDb *db,
                        PmReading *reading,
                        gint64 *id,
                        gboolean *is_variant,
                        GError **error)
{
  const char *canonical = pm_document_get_meta (reading->document, PM_META_CANONICAL_URL);
  gint64 claimed;

  *is_variant = FALSE;
  if (!pm_store_find_article (db, reading->page->url, id, error))
    return FALSE;
  if (*id != 0 || canonical == NULL)
    return TRUE;
  if (!pm_store_find_article (db, canonical, &claimed, error) ||
      (claimed != 0 && !has_text (db, claimed, reading->document, is_variant, error)))
    return FALSE;
  *id = *is_variant ? claimed : 0;
  return TRUE;
}

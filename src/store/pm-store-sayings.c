/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who said what in the whole notebook. Most articles are read by their quotes and text alone; those
 * about which the user said more than a name can tell are read as their own panel shows them. */

#include "pm-store-names-private.h"

#include <string.h>

typedef struct
{
  PmDb *db;
  PmNames *names;
  GHashTable *judged; /* (element-type gint64): articles to be read whole */
  GPtrArray *places;  /* (element-type PmSayingPlace) */
} Reading;

static gboolean
find_judged (Reading *self, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      self->db, "SELECT article FROM quote_verdict "
                "UNION SELECT article FROM entity_correction WHERE article IS NOT NULL "
                "UNION SELECT e.article FROM entity_correction c "
                "JOIN entity e ON e.type = c.type AND e.key = entity_key (c.name) "
                "WHERE EXISTS (SELECT 1 FROM entity_correction WHERE kind = 'split')");
  g_autoptr (GError) local_error = NULL;

  while (pm_stmt_step (stmt, &local_error))
    {
      gint64 article = pm_stmt_get_int64 (stmt, 0);

      g_hash_table_add (self->judged, g_memdup2 (&article, sizeof article));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* @text: of the article. */
static void
add_place (Reading *self,
           const PmArticle *article,
           const char *text,
           const PmQuote *quote,
           const char *speaker)
{
  g_autofree char *words = g_strndup (text + quote->span.start, pm_span_length (quote->span));

  g_ptr_array_add (self->places, pm_saying_place_new (article, quote, words, speaker));
}

static gboolean
read_whole (Reading *self, const PmArticle *article, GError **error)
{
  g_autoptr (PmDocument) document = _pm_store_load_text (self->db, article->id, error);
  g_autoptr (PmAnalysis) analysis = NULL;

  if (document != NULL)
    analysis = _pm_store_load_judged (self->db, article->id, document, self->names->corrections,
                                      error);
  for (guint i = 0; analysis != NULL && i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = analysis->quotes->pdata[i];
      const char *speaker = quote->speaker_name;

      if (quote->entity >= 0)
        {
          PmEntityType type = ((const PmEntity *) analysis->entities->pdata[quote->entity])->type;

          _pm_names_expand (self->names, &type, &speaker);
        }
      add_place (self, article, pm_document_get_text (document), quote, speaker);
    }
  return analysis != NULL;
}

/* @stmt: of kind, start, end, speaker_name, and type and name of the entity. */
static gboolean
read_row (Reading *self, const PmArticle *article, const char *text, gsize length, PmStmt *stmt)
{
  g_autoptr (PmQuote) quote = pm_quote_new (PM_QUOTE_DIRECT, (PmSpan){ 0, 0 });
  const char *speaker = pm_stmt_get_text (stmt, 3);
  const char *name = pm_stmt_get_text (stmt, 5);
  PmEntityType type;

  if (!pm_quote_kind_from_string (pm_stmt_get_text (stmt, 0), &quote->kind) ||
      !_pm_stmt_read_span (stmt, 1, text, length, &quote->span))
    return FALSE;
  if (name != NULL && pm_entity_type_from_string (pm_stmt_get_text (stmt, 4), &type) &&
      pm_entity_corrections_resolve (self->names->corrections, &type, &name))
    {
      _pm_names_expand (self->names, &type, &name);
      speaker = name;
    }
  add_place (self, article, text, quote, speaker);
  return TRUE;
}

static gboolean
read_quotes (Reading *self, const PmArticle *article, const char *text, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      self->db, "SELECT q.kind, q.start, q.end, q.speaker_name, e.type, e.name FROM quote q "
                "LEFT JOIN entity e ON e.article = q.article AND e.position = q.entity "
                "WHERE q.article = ?1 ORDER BY q.position");
  gsize length = strlen (text);
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article->id);
  while (pm_stmt_step (stmt, &local_error))
    if (!read_row (self, article, text, length, stmt))
      return _pm_db_set_error (self->db, PM_STORE_ERROR_DAMAGED, error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The text is not copied: there may be twenty thousand, of which only the quotes are kept. */
static gboolean
read_text (Reading *self, const PmArticle *article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (self->db,
                                           "SELECT text FROM document WHERE article = ?1");
  g_autoptr (GError) local_error = NULL;
  const char *text;

  pm_stmt_bind_int64 (stmt, 1, article->id);
  if (pm_stmt_step (stmt, &local_error))
    {
      text = pm_stmt_get_text (stmt, 0);
      return read_quotes (self, article, text != NULL ? text : "", error);
    }
  if (local_error == NULL)
    return _pm_db_set_error (self->db, PM_STORE_ERROR_NOT_FOUND, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_article (Reading *self, const PmArticle *article, GError **error)
{
  return g_hash_table_contains (self->judged, &article->id) ? read_whole (self, article, error)
                                                            : read_text (self, article, error);
}

/* Returns: (element-type PmArticle): those in which somebody may be quoted */
static GPtrArray *
list_articles (PmDb *db, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db, "SELECT " PM_ARTICLE_COLUMNS "FROM article a JOIN document d ON d.article = a.id "
          "LEFT JOIN headline h ON h.article = a.id WHERE a.trashed = 0 AND a.id IN "
          "(SELECT article FROM quote UNION SELECT article FROM quote_verdict)");

  return _pm_store_read_rows (stmt, error);
}

gboolean
pm_store_count_quotes (PmDb *db, guint *n_quotes, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      db,
      "WITH away (id) AS (SELECT id FROM article WHERE trashed <> 0) SELECT max (0, "
      "(SELECT count(*) FROM quote WHERE article NOT IN away) - "
      "(SELECT count(*) FROM quote_verdict WHERE verdict = 'no-quote' AND article NOT IN away))");

  if (!pm_stmt_step (stmt, error))
    return FALSE;
  *n_quotes = pm_stmt_get_int64 (stmt, 0);
  return TRUE;
}

GPtrArray *
pm_store_list_sayings (PmDb *db, GPtrArray **articles, GError **error)
{
  g_autoptr (PmNames) names = _pm_names_load (db, error);
  g_autoptr (GHashTable) judged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_saying_place_free);
  g_autoptr (GPtrArray) list = NULL;
  Reading reading = { db, names, judged, places };

  if (names == NULL || !find_judged (&reading, error))
    return NULL;
  list = list_articles (db, error);
  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (!read_article (&reading, list->pdata[i], error))
      return NULL;
  *articles = g_steal_pointer (&list);
  return g_steal_pointer (&places);
}

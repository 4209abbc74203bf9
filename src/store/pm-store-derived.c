/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What save writes, and where it has got to. */
typedef struct
{
  PmDb *db;
  gint64 article;
  const char *text;
  gsize length;
} Save;

static gboolean
bind_span (Save *save, PmStmt *stmt, int index, PmSpan span, GError **error)
{
  pm_stmt_bind_int64 (stmt, index, span.start);
  pm_stmt_bind_int64 (stmt, index + 1, span.end);
  if (_pm_span_fits (span, save->text, save->length))
    return TRUE;
  _pm_store_set_error (error, PM_STORE_ERROR_FAILED, _pm_db_get_path (save->db),
                       _ ("a mark lies outside its text"));
  return FALSE;
}

static gboolean
clear (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) document = pm_db_prepare (db, "DELETE FROM document WHERE article = ?1");
  g_autoptr (PmStmt) headline = pm_db_prepare (db, "DELETE FROM headline WHERE article = ?1");

  pm_stmt_bind_int64 (document, 1, article);
  pm_stmt_bind_int64 (headline, 1, article);
  return pm_stmt_run (document, error) && pm_stmt_run (headline, error);
}

static gboolean
save_text (Save *save, gint64 capture, PmDocument *document, int version, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      save->db, "INSERT INTO document (article, capture, words, analysis_version, text) "
                "VALUES (?1, nullif(?2, 0), ?3, ?4, ?5)");

  pm_stmt_bind_int64 (stmt, 1, save->article);
  pm_stmt_bind_int64 (stmt, 2, capture);
  pm_stmt_bind_int64 (stmt, 3, pm_document_count_words (document));
  pm_stmt_bind_int64 (stmt, 4, version);
  pm_stmt_bind_text (stmt, 5, save->text);
  return pm_stmt_run (stmt, error);
}

static gboolean
save_headline (Save *save, PmDocument *document, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (
      save->db, "INSERT INTO headline (article, title, outlet, byline, published, language, "
                "canonical_url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  const char *canonical = pm_document_get_meta (document, PM_META_CANONICAL_URL);

  pm_stmt_bind_int64 (stmt, 1, save->article);
  pm_stmt_bind_text (stmt, 2, pm_document_get_meta (document, PM_META_TITLE));
  pm_stmt_bind_text (stmt, 3, pm_document_get_meta (document, PM_META_OUTLET));
  pm_stmt_bind_text (stmt, 4, pm_document_get_meta (document, PM_META_BYLINE));
  pm_stmt_bind_text (stmt, 5, pm_document_get_meta (document, PM_META_PUBLISHED));
  pm_stmt_bind_text (stmt, 6, pm_document_get_meta (document, PM_META_LANGUAGE));
  pm_stmt_bind_text (stmt, 7, canonical);
  return pm_stmt_run (stmt, error) &&
         _pm_store_set_canonical (save->db, save->article, canonical, error);
}

static gboolean
save_meta (Save *save, PmDocument *document, GError **error)
{
  for (guint i = 0; i < PM_N_META; i++)
    {
      g_autoptr (PmStmt) stmt = pm_db_prepare (
          save->db, "INSERT INTO meta (article, field, value, key) VALUES (?1, ?2, ?3, ?4)");
      const char *value = pm_document_get_meta (document, i);

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_text (stmt, 2, pm_meta_field_to_string (i));
      pm_stmt_bind_text (stmt, 3, value);
      pm_stmt_bind_text (stmt, 4, pm_document_get_meta_key (document, i));
      if (value != NULL && !pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_marks (Save *save, PmDocument *document, GError **error)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    {
      g_autoptr (PmStmt) stmt = pm_db_prepare (
          save->db, "INSERT INTO mark (article, position, kind, start, end, level, number, url, "
                    "text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_int64 (stmt, 2, i);
      pm_stmt_bind_text (stmt, 3, pm_mark_kind_to_string (marks[i].kind));
      pm_stmt_bind_int64 (stmt, 6, marks[i].level);
      pm_stmt_bind_int64 (stmt, 7, marks[i].number);
      pm_stmt_bind_text (stmt, 8, marks[i].url);
      pm_stmt_bind_text (stmt, 9, marks[i].text);
      if (!bind_span (save, stmt, 4, marks[i].span, error) || !pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_aliases (Save *save, guint position, const PmEntity *entity, GError **error)
{
  for (guint i = 0; i < entity->aliases->len; i++)
    {
      g_autoptr (PmStmt) stmt =
          pm_db_prepare (save->db, "INSERT INTO alias (article, entity, position, name, acronym) "
                                   "VALUES (?1, ?2, ?3, ?4, entity_acronym (?4, ?5))");

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_int64 (stmt, 2, position);
      pm_stmt_bind_int64 (stmt, 3, i);
      pm_stmt_bind_text (stmt, 4, entity->aliases->pdata[i]);
      pm_stmt_bind_text (stmt, 5, entity->name);
      if (!pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_mentions (Save *save, guint position, const PmEntity *entity, GError **error)
{
  for (guint i = 0; i < entity->mentions->len; i++)
    {
      g_autoptr (PmStmt) stmt = pm_db_prepare (save->db,
                                               "INSERT INTO mention (article, entity, position, "
                                               "start, end) VALUES (?1, ?2, ?3, ?4, ?5)");

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_int64 (stmt, 2, position);
      pm_stmt_bind_int64 (stmt, 3, i);
      if (!bind_span (save, stmt, 4, g_array_index (entity->mentions, PmSpan, i), error) ||
          !pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_entities (Save *save, GPtrArray *entities, GError **error)
{
  for (guint i = 0; i < entities->len; i++)
    {
      const PmEntity *entity = entities->pdata[i];
      g_autoptr (PmStmt) stmt =
          pm_db_prepare (save->db, "INSERT INTO entity (article, position, type, name, key) "
                                   "VALUES (?1, ?2, ?3, ?4, entity_key (?4))");

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_int64 (stmt, 2, i);
      pm_stmt_bind_text (stmt, 3, pm_entity_type_to_string (entity->type));
      pm_stmt_bind_text (stmt, 4, entity->name);
      if (!pm_stmt_run (stmt, error) || !save_aliases (save, i, entity, error) ||
          !save_mentions (save, i, entity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_quotes (Save *save, GPtrArray *quotes, GError **error)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const PmQuote *quote = quotes->pdata[i];
      g_autoptr (PmStmt) stmt = pm_db_prepare (
          save->db, "INSERT INTO quote (article, position, kind, start, end, cue_start, cue_end, "
                    "speaker_start, speaker_end, speaker_name, entity, rule, confidence) VALUES "
                    "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, nullif(?11, -1), ?12, ?13)");

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_int64 (stmt, 2, i);
      pm_stmt_bind_text (stmt, 3, pm_quote_kind_to_string (quote->kind));
      pm_stmt_bind_text (stmt, 10, quote->speaker_name);
      pm_stmt_bind_int64 (stmt, 11, quote->entity);
      pm_stmt_bind_text (stmt, 12, quote->rule);
      pm_stmt_bind_double (stmt, 13,
                           isnan (quote->confidence) ? 0 : CLAMP (quote->confidence, 0, 1));
      if (!bind_span (save, stmt, 4, quote->span, error) ||
          !bind_span (save, stmt, 6, quote->cue, error) ||
          !bind_span (save, stmt, 8, quote->speaker, error) || !pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_sources (Save *save, GPtrArray *sources, GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const PmSource *source = sources->pdata[i];
      g_autoptr (PmStmt) stmt = pm_db_prepare (
          save->db,
          "INSERT INTO source (article, position, kind, start, end, name, url, target, "
          "entity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, address_key (?7), nullif(?8, -1))");

      pm_stmt_bind_int64 (stmt, 1, save->article);
      pm_stmt_bind_int64 (stmt, 2, i);
      pm_stmt_bind_text (stmt, 3, pm_source_kind_to_string (source->kind));
      pm_stmt_bind_text (stmt, 6, source->name != NULL ? source->name : "");
      pm_stmt_bind_text (stmt, 7, source->url);
      pm_stmt_bind_int64 (stmt, 8, source->entity);
      if (!bind_span (save, stmt, 4, source->span, error) || !pm_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_analysis (Save *save, PmAnalysis *analysis, GError **error)
{
  return analysis == NULL || (save_entities (save, analysis->entities, error) &&
                              save_quotes (save, analysis->quotes, error) &&
                              save_sources (save, analysis->sources, error));
}

/* @capture: (inout): %PM_STORE_SAME_CAPTURE becomes the one recorded now, 0 when there is none. */
static gboolean
resolve_capture (PmDb *db, gint64 article, gint64 *capture, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT capture FROM document WHERE article = ?1");
  g_autoptr (GError) local_error = NULL;

  if (*capture != PM_STORE_SAME_CAPTURE)
    return TRUE;
  pm_stmt_bind_int64 (stmt, 1, article);
  *capture = pm_stmt_step (stmt, &local_error) ? pm_stmt_get_int64 (stmt, 0) : 0;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
pm_store_save_document (PmDb *db,
                        gint64 article,
                        gint64 capture,
                        PmDocument *document,
                        PmAnalysis *analysis,
                        int analysis_version,
                        GError **error)
{
  Save save = { db, article, pm_document_get_text (document), pm_document_get_length (document) };

  if (!pm_db_begin (db, error))
    return FALSE;
  return _pm_db_end (db,
                     resolve_capture (db, article, &capture, error) && clear (db, article, error) &&
                         save_text (&save, capture, document, analysis_version, error) &&
                         save_headline (&save, document, error) &&
                         save_meta (&save, document, error) &&
                         save_marks (&save, document, error) &&
                         save_analysis (&save, analysis, error) &&
                         _pm_store_find_story (db, article, save.text, error) &&
                         _pm_store_place_highlights (db, article, save.text, save.length, error) &&
                         _pm_store_index_article (db, article, error),
                     error);
}

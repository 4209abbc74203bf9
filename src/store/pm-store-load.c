/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-store-private.h"

/* A notebook may come from anywhere: whatever is read here is checked against the text before
 * anything relies on it. */

/* The document being read, and the columns every part of it is read by. */
typedef struct
{
  PmDb *db;
  gint64 article;
  const char *text;
  gsize length;
} Load;

typedef gboolean (*ReadRow) (const Load *load, PmStmt *stmt, gpointer target);

/* Runs @sql, whose one parameter is the article. A row that @read refuses is damage. */
static gboolean
load_rows (const Load *load, const char *sql, ReadRow read, gpointer target, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (load->db, sql);
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, load->article);
  while (pm_stmt_step (stmt, &local_error))
    if (!read (load, stmt, target))
      return _pm_db_set_error (load->db, PM_STORE_ERROR_DAMAGED, error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_span (const Load *load, PmStmt *stmt, int column, PmSpan *span)
{
  return _pm_stmt_read_span (stmt, column, load->text, load->length, span);
}

static gboolean
read_meta (const Load *load, PmStmt *stmt, gpointer target)
{
  PmMetaField field;

  if (!pm_meta_field_from_string (pm_stmt_get_text (stmt, 0), &field))
    return FALSE;
  pm_document_set_meta (target, field, pm_stmt_get_text (stmt, 1), pm_stmt_get_text (stmt, 2));
  return TRUE;
}

static gboolean
read_mark (const Load *load, PmStmt *stmt, gpointer target)
{
  PmMarkKind kind;
  PmSpan span;
  gint64 level = pm_stmt_get_int64 (stmt, 3);
  gint64 number = pm_stmt_get_int64 (stmt, 4);

  if (!pm_mark_kind_from_string (pm_stmt_get_text (stmt, 0), &kind) ||
      !read_span (load, stmt, 1, &span) || level < 0 || level > G_MAXINT || number < G_MININT ||
      number > G_MAXINT)
    return FALSE;
  pm_document_add_mark (target, kind, span, level, number, pm_stmt_get_text (stmt, 5),
                        pm_stmt_get_text (stmt, 6));
  return TRUE;
}

PmDocument *
_pm_store_load_text (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db, "SELECT text FROM document WHERE article = ?1");
  g_autoptr (GError) local_error = NULL;

  pm_stmt_bind_int64 (stmt, 1, article);
  if (pm_stmt_step (stmt, &local_error))
    return pm_document_new (_pm_stmt_dup_required (stmt, 0), -1);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  return NULL;
}

PmDocument *
_pm_store_load_document (PmDb *db, gint64 article, gint64 *document_capture, GError **error)
{
  g_autoptr (PmStmt) stmt = pm_db_prepare (db,
                                           "SELECT capture, text FROM document WHERE article = ?1");
  g_autoptr (PmDocument) document = NULL;
  Load load = { db, article };

  pm_stmt_bind_int64 (stmt, 1, article);
  if (!pm_stmt_step (stmt, error))
    return NULL;
  *document_capture = pm_stmt_get_int64 (stmt, 0);
  document = pm_document_new (_pm_stmt_dup_required (stmt, 1), -1);
  load.text = pm_document_get_text (document);
  load.length = pm_document_get_length (document);
  if (!load_rows (&load, "SELECT field, value, key FROM meta WHERE article = ?1", read_meta,
                  document, error) ||
      !load_rows (&load,
                  "SELECT kind, start, end, level, number, url, text FROM mark WHERE article = ?1 "
                  "ORDER BY position",
                  read_mark, document, error))
    return NULL;
  return g_steal_pointer (&document);
}

/* Rows refer to entities by their place among them, so there may be no gap. */
static gboolean
read_entity (const Load *load, PmStmt *stmt, gpointer target)
{
  PmAnalysis *analysis = target;
  const char *name = pm_stmt_get_text (stmt, 2);
  PmEntityType type;

  if (pm_stmt_get_int64 (stmt, 0) != analysis->entities->len || name == NULL ||
      !pm_entity_type_from_string (pm_stmt_get_text (stmt, 1), &type))
    return FALSE;
  g_ptr_array_add (analysis->entities, pm_entity_new (name, type));
  return TRUE;
}

static PmEntity *
get_entity (PmAnalysis *analysis, gint64 position)
{
  if (position < 0 || position >= analysis->entities->len)
    return NULL;
  return analysis->entities->pdata[position];
}

static gboolean
read_alias (const Load *load, PmStmt *stmt, gpointer target)
{
  PmEntity *entity = get_entity (target, pm_stmt_get_int64 (stmt, 0));

  if (entity == NULL)
    return FALSE;
  g_ptr_array_add (entity->aliases, _pm_stmt_dup_required (stmt, 1));
  return TRUE;
}

static gboolean
read_mention (const Load *load, PmStmt *stmt, gpointer target)
{
  PmEntity *entity = get_entity (target, pm_stmt_get_int64 (stmt, 0));
  PmSpan span;

  if (entity == NULL || !read_span (load, stmt, 1, &span))
    return FALSE;
  g_array_append_val (entity->mentions, span);
  return TRUE;
}

/* @index: (out): the entity's place, or -1 for NULL. */
static gboolean
read_entity_index (PmAnalysis *analysis, PmStmt *stmt, int column, int *index)
{
  gint64 position = pm_stmt_get_int64 (stmt, column);

  *index = -1;
  if (pm_stmt_is_null (stmt, column))
    return TRUE;
  *index = (int) position;
  return get_entity (analysis, position) != NULL;
}

static gboolean
read_quote (const Load *load, PmStmt *stmt, gpointer target)
{
  PmAnalysis *analysis = target;
  g_autoptr (PmQuote) quote = pm_quote_new (PM_QUOTE_DIRECT, (PmSpan){ 0, 0 });
  double confidence = pm_stmt_get_double (stmt, 10);

  if (!pm_quote_kind_from_string (pm_stmt_get_text (stmt, 0), &quote->kind) ||
      !read_span (load, stmt, 1, &quote->span) || !read_span (load, stmt, 3, &quote->cue) ||
      !read_span (load, stmt, 5, &quote->speaker) ||
      !read_entity_index (analysis, stmt, 8, &quote->entity))
    return FALSE;
  quote->speaker_name = _pm_stmt_dup_text (stmt, 7);
  quote->rule = _pm_stmt_dup_text (stmt, 9);
  quote->confidence = CLAMP (confidence, 0, 1);
  g_ptr_array_add (analysis->quotes, g_steal_pointer (&quote));
  return TRUE;
}

static gboolean
read_source (const Load *load, PmStmt *stmt, gpointer target)
{
  PmAnalysis *analysis = target;
  const char *name = pm_stmt_get_text (stmt, 3);
  PmSourceKind kind;
  PmSpan span;
  int entity;
  PmSource *source;

  if (!pm_source_kind_from_string (pm_stmt_get_text (stmt, 0), &kind) || name == NULL ||
      !read_span (load, stmt, 1, &span) || !read_entity_index (analysis, stmt, 5, &entity))
    return FALSE;
  source = pm_source_new (kind, span, name, pm_stmt_get_text (stmt, 4));
  source->entity = entity;
  g_ptr_array_add (analysis->sources, source);
  return TRUE;
}

PmAnalysis *
_pm_store_load_analysis (PmDb *db, gint64 article, PmDocument *document, GError **error)
{
  static const struct
  {
    const char *sql;
    ReadRow read;
  } parts[] = {
    { "SELECT position, type, name FROM entity WHERE article = ?1 ORDER BY position", read_entity },
    { "SELECT entity, name FROM alias WHERE article = ?1 ORDER BY entity, position", read_alias },
    { "SELECT entity, start, end FROM mention WHERE article = ?1 ORDER BY entity, position",
      read_mention },
    { "SELECT kind, start, end, cue_start, cue_end, speaker_start, speaker_end, speaker_name, "
      "entity, rule, confidence FROM quote WHERE article = ?1 ORDER BY position",
      read_quote },
    { "SELECT kind, start, end, name, url, entity FROM source WHERE article = ?1 ORDER BY position",
      read_source },
  };
  g_autoptr (PmAnalysis) analysis = pm_analysis_new ();
  Load load = { db, article, pm_document_get_text (document), pm_document_get_length (document) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!load_rows (&load, parts[i].sql, parts[i].read, analysis, error))
      return NULL;
  return g_steal_pointer (&analysis);
}

PmDocument *
pm_store_load_document (PmDb *db, gint64 article, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 capture;
  PmDocument *document = _pm_store_load_document (db, article, &capture, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (document == NULL)
    _pm_db_set_error (db, PM_STORE_ERROR_NOT_FOUND, error);
  return document;
}

/* Every capture without bytes; the one the document was made from as the record's page. */
static gboolean
load_captures (PmDb *db, PmRecord *record, gint64 made_from, gboolean with_bytes, GError **error)
{
  g_autoptr (GArray) ids = _pm_store_list_captures (db, record->article->id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      PmPage *page = _pm_store_load_capture (db, id, FALSE, error);

      if (page == NULL)
        return FALSE;
      g_ptr_array_add (record->captures, page);
      if (id != made_from)
        continue;
      record->page = with_bytes ? _pm_store_load_capture (db, id, TRUE, error) : pm_page_ref (page);
      if (record->page == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Puts the user's corrections on top of what was derived. */
static gboolean
correct (PmDb *db, PmRecord *record, GError **error)
{
  g_autoptr (PmEntityCorrections) corrections = pm_store_load_corrections (db, error);
  g_autoptr (PmAnalysis) derived = NULL;
  g_autoptr (PmAnalysis) corrected = NULL;
  g_autoptr (GPtrArray) applied = NULL;
  g_autoptr (GPtrArray) apart = NULL;
  g_autoptr (GPtrArray) verdicts = NULL;

  if (corrections == NULL)
    return FALSE;
  derived = g_steal_pointer (&record->analysis);
  corrected = pm_entity_corrections_apply (corrections, derived, record->document,
                                           record->article->id, &applied);
  record->analysis = _pm_store_judge_quotes (db, record->article->id, corrected, record->document,
                                             &verdicts, error);
  if (record->analysis == NULL)
    return FALSE;
  g_ptr_array_unref (record->verdicts);
  record->verdicts = g_steal_pointer (&verdicts);
  for (guint i = 0; i < applied->len; i++)
    g_ptr_array_add (record->corrections, pm_entity_correction_copy (applied->pdata[i]));
  apart = pm_entity_corrections_list_apart (corrections, record->analysis);
  for (guint i = 0; i < apart->len; i++)
    g_ptr_array_add (record->corrections, pm_entity_correction_copy (apart->pdata[i]));
  return TRUE;
}

PmRecord *
pm_store_load_record (PmDb *db, gint64 id, gboolean with_bytes, GError **error)
{
  PmArticle *article = pm_store_load_article (db, id, error);
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GError) local_error = NULL;
  GPtrArray *highlights;
  gint64 capture = 0;

  if (article == NULL)
    return NULL;
  record = pm_record_new (article);
  record->document = _pm_store_load_document (db, id, &capture, &local_error);
  if (record->document != NULL)
    record->analysis = _pm_store_load_analysis (db, id, record->document, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (record->analysis != NULL && !correct (db, record, error))
    return NULL;
  highlights = pm_store_list_highlights (db, id, error);
  if (highlights == NULL)
    return NULL;
  g_ptr_array_unref (record->highlights);
  record->highlights = highlights;
  if (!load_captures (db, record, capture, with_bytes, error))
    return NULL;
  return g_steal_pointer (&record);
}

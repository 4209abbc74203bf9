/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-db-private.h"
#include "pm-store.h"

G_BEGIN_DECLS

/* --- reading rows --- */

/* Returns: (transfer full): never %NULL: a text that must be there reads as "" in a file where it
 * is not. */
char *_pm_stmt_dup_required (PmStmt *stmt, int column);
/* Returns: (transfer full) (nullable) */
char *_pm_stmt_dup_text (PmStmt *stmt, int column);
/* Whether both ends of @span lie in @text, in order and on character boundaries. */
gboolean _pm_span_fits (PmSpan span, const char *text, gsize length);
/* Reads a span from @column and the one after it.
 * Returns: %FALSE when it does not fit. */
gboolean
_pm_stmt_read_span (PmStmt *stmt, int column, const char *text, gsize length, PmSpan *span);
/* Runs @stmt, whose one row is an id. @id: (out): 0 when there is no row. */
gboolean _pm_store_find_id (PmStmt *stmt, gint64 *id, GError **error);
/* Runs @stmt, whose rows are ids. Returns: (transfer full) (element-type gint64) */
GArray *_pm_store_list_ids (PmStmt *stmt, GError **error);

/* --- addresses: derived rows by which an article is found --- */

typedef enum
{
  PM_ADDRESS_ASKED_FOR,
  PM_ADDRESS_FETCHED,
  PM_ADDRESS_CANONICAL,
} PmAddressRank;

gboolean _pm_store_add_address (PmDb *db,
                                gint64 article,
                                PmAddressRank rank,
                                const char *url,
                                GError **error);
/* @url: (nullable): the page names none. */
gboolean _pm_store_set_canonical (PmDb *db, gint64 article, const char *url, GError **error);
/* Writes all of them anew, and the keys of where sources lead. */
gboolean _pm_store_rebuild_addresses (PmDb *db, GError **error);

/* Writes the keys of all names of entities anew. */
gboolean _pm_store_rebuild_names (PmDb *db, GError **error);

/* Forgets the answers of what no article links to any more. */
gboolean _pm_store_prune_answers (PmDb *db, GError **error);

/* --- labels: names that hang on an article or a highlight, in their order --- */

typedef enum
{
  PM_LABEL_ARTICLE_TAG,
  PM_LABEL_ARTICLE_COLLECTION,
  PM_LABEL_HIGHLIGHT_TAG,
} PmLabelKind;

/* Replaces the labels of @owner. @names: (nullable) (element-type utf8) */
gboolean
_pm_store_set_labels (PmDb *db, PmLabelKind kind, gint64 owner, GPtrArray *names, GError **error);
/* Forgets the tags and collections that nothing has any more. */
gboolean _pm_store_prune_labels (PmDb *db, GError **error);

/* --- derived rows kept in step with authored ones --- */

/* Writes the article's row of the search index anew. */
gboolean _pm_store_index_article (PmDb *db, gint64 article, GError **error);
/* Finds every highlight of @article in @text and writes its place. */
gboolean _pm_store_place_highlights (PmDb *db,
                                     gint64 article,
                                     const char *text,
                                     gsize length,
                                     GError **error);
/* Finds what tells the same story as @article, whose document and analysis are written, and makes
 * it possible to find. */
gboolean _pm_store_find_story (PmDb *db, gint64 article, const char *text, GError **error);
/* Forgets kept bytes that nothing refers to any more. */
gboolean _pm_store_prune_blobs (PmDb *db, GError **error);

/* --- parts of a record --- */

/* As it was derived, before the user's corrections. */
PmAnalysis *
_pm_store_load_analysis (PmDb *db, gint64 article, PmDocument *document, GError **error);
/* What the user's verdicts make of the quotes of @analysis. @verdicts: (out) (optional) (transfer
 * full) (element-type PmQuoteVerdict): those of the article, with their places. */
PmAnalysis *_pm_store_judge_quotes (PmDb *db,
                                    gint64 article,
                                    PmAnalysis *analysis,
                                    PmDocument *document,
                                    GPtrArray **verdicts,
                                    GError **error);
/* As the user's corrections and verdicts leave it. */
PmAnalysis *_pm_store_load_judged (PmDb *db,
                                   gint64 article,
                                   PmDocument *document,
                                   PmEntityCorrections *corrections,
                                   GError **error);
/* The text alone, without marks and metadata. */
PmDocument *_pm_store_load_text (PmDb *db, gint64 article, GError **error);
/* @document_capture: (out): the capture it was made from, or 0.
 * Returns: (nullable): %NULL without @error when the article has none. */
PmDocument *
_pm_store_load_document (PmDb *db, gint64 article, gint64 *document_capture, GError **error);
/* Returns: (nullable): %NULL without @error when there is no such capture. */
PmPage *_pm_store_load_capture (PmDb *db, gint64 capture, gboolean with_bytes, GError **error);
/* Returns: (transfer full) (element-type gint64): the captures of @article, the newest first */
GArray *_pm_store_list_captures (PmDb *db, gint64 article, GError **error);
/* Reads the columns of PM_ARTICLE_COLUMNS. */
PmArticle *_pm_store_read_article (PmStmt *stmt);
/* Runs @stmt, whose columns are PM_ARTICLE_COLUMNS. Returns: (element-type PmArticle): as
 * _pm_store_read_article() makes them */
GPtrArray *_pm_store_read_rows (PmStmt *stmt, GError **error);
/* The same. Returns: (element-type PmArticle): whole */
GPtrArray *_pm_store_read_articles (PmDb *db, PmStmt *stmt, GError **error);
/* Gives each of @articles its tags, collections, colours and time of capture. */
gboolean _pm_store_fill_articles (PmDb *db, GPtrArray *articles, GError **error);

/* What _pm_store_read_article() reads, 14 columns. */
#define PM_ARTICLE_COLUMNS                                                                         \
  "a.id, a.uuid, a.url, h.title, h.outlet, h.byline, h.published, h.language, a.added, "           \
  "a.trashed, a.state, a.error, a.unread, a.note "

/* --- searching --- */

/* Turns what somebody typed into an expression for FTS5's MATCH.
 * Returns: (transfer full) (nullable): %NULL when there is no word in it. */
char *_pm_store_dup_match (const char *search);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-answer.h"
#include "pm-cited.h"
#include "pm-db.h"
#include "pm-dossier.h"
#include "pm-entity-corrections.h"
#include "pm-feed.h"
#include "pm-record.h"
#include "pm-sayings.h"
#include "pm-story.h"
#include "pm-version.h"

G_BEGIN_DECLS

/* The rows of a notebook, as plain synchronous functions over one connection. Kept rows (capture,
 * hop, resource) are only ever added; derived rows (document, mark, entity, mention, quote, source,
 * place, shingle, likeness) are replaced as a whole by pm_store_save_document(); authored rows
 * (article, highlight, tags, collections, notes, corrections, verdicts) only change by the
 * functions named for it. Each function that writes is one step of the transaction the worker
 * opened (pm_db_transaction()). Functions that return a pointer or an id give %NULL or 0 with
 * @error set on failure. */

#define PM_STORE_ERROR (pm_store_error_quark ())
GQuark pm_store_error_quark (void);

typedef enum
{
  PM_STORE_ERROR_NOT_A_NOTEBOOK, /* another file, or not SQLite at all */
  PM_STORE_ERROR_TOO_NEW,        /* from a newer Pressmark: untouched */
  PM_STORE_ERROR_LOCKED,         /* another process holds it and did not let go in time */
  PM_STORE_ERROR_READ_ONLY,      /* file, folder or file system does not allow writing */
  PM_STORE_ERROR_FULL,           /* no room on the disk */
  PM_STORE_ERROR_DAMAGED,
  PM_STORE_ERROR_NOT_FOUND, /* no such article, highlight, … */
  PM_STORE_ERROR_MISSING,   /* no such file */
  PM_STORE_ERROR_FAILED,
} PmStoreError;

/* "PMRK", as SQLite's application_id. */
#define PM_STORE_APPLICATION_ID 0x504d524b
/* Of the rows' layout, as SQLite's user_version. */
#define PM_STORE_SCHEMA_VERSION 9

/* Opens the notebook at @path.
 * %PM_DB_WRITER: creates it when missing (folders too), brings an older one up to date in one
 * transaction, sets WAL, synchronous=FULL (an acknowledged highlight survives power loss), foreign
 * keys, a busy timeout of 5 s (the environment variable PRESSMARK_BUSY_TIMEOUT, in ms, overrides it
 * for tests). %PM_DB_READER: refuses a missing one; writes nothing. Close readers before the
 * writer: only the last connection to close, and only a writer, folds the journal back into the one
 * file. A file that is not a notebook or is newer is refused and left byte for byte as it was. */
PmDb *pm_store_open (const char *path, PmDbMode mode, GError **error);

/* --- articles --- */

typedef enum
{
  PM_SCOPE_ALL,
  PM_SCOPE_UNREAD,
  PM_SCOPE_TRASH,
  PM_SCOPE_TAG, /* articles so tagged, or with a highlight so tagged */
  PM_SCOPE_COLLECTION,
} PmScope;

/* What a list shows. */
typedef struct
{
  PmScope scope;
  const char *label; /* (nullable): the tag's or collection's name */
  const char
      *search; /* (nullable): words; all must occur in title, text, highlights or notes. "quoted
                * phrases" stay together, the last word matches as a prefix; any text is safe: one
                * without a single word finds nothing, white space alone is no search */
  guint limit; /* 0 for no limit */
} PmQuery;

/* Returns: (element-type PmArticle): newest added first; for a search, best first, the first
 * hundred with snippets. Trashed ones only in %PM_SCOPE_TRASH. */
GPtrArray *pm_store_list_articles (PmDb *db, const PmQuery *query, GError **error);
/* How many there are in each of the places that hold them all. */
typedef struct
{
  guint all;
  guint unread;
  guint trash;
} PmArticleCounts;

gboolean pm_store_count_articles (PmDb *db, PmArticleCounts *counts, GError **error);
/* How many quotes articles outside of the trash have, less those that the user refused. */
gboolean pm_store_count_quotes (PmDb *db, guint *n_quotes, GError **error);
PmArticle *pm_store_load_article (PmDb *db, gint64 id, GError **error);
/* The article that was asked for by @url or any other address of the same key
 * (pm_address_dup_key()), or was fetched from there. @id: (out): 0 when there is none. */
gboolean pm_store_find_article (PmDb *db, const char *url, gint64 *id, GError **error);
/* The same, or else one whose page says that it stands there, which need not be true. */
gboolean pm_store_find_claiming (PmDb *db, const char *url, gint64 *id, GError **error);
gboolean pm_store_find_article_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error);
/* Inserts @article (uuid, url, title, added, state, unread, note, tags, collections are read; id is
 * not). Returns: its id, or 0. */
gint64 pm_store_add_article (PmDb *db, const PmArticle *article, GError **error);
/* @message: (nullable): the sentence for a failed one. */
gboolean pm_store_set_article_state (PmDb *db,
                                     gint64 id,
                                     PmArticleState state,
                                     const char *message,
                                     GError **error);
/* The address it is shown by and found again. */
gboolean pm_store_set_article_url (PmDb *db, gint64 id, const char *url, GError **error);
gboolean pm_store_set_unread (PmDb *db, gint64 id, gboolean unread, GError **error);
/* @when: µs UTC, or 0 to take it out of the trash. */
gboolean pm_store_set_trashed (PmDb *db, gint64 id, gint64 when, GError **error);
gboolean pm_store_set_article_note (PmDb *db, gint64 id, const char *note, GError **error);
gboolean pm_store_set_article_tags (PmDb *db, gint64 id, GPtrArray *tags, GError **error);
gboolean
pm_store_set_article_collections (PmDb *db, gint64 id, GPtrArray *collections, GError **error);
/* Removes it with everything that hangs on it. */
gboolean pm_store_delete_article (PmDb *db, gint64 id, GError **error);
/* Those that are queued and not in the trash, without their tags and collections. Returns:
 * (element-type PmArticle): the first asked for first. */
GPtrArray *pm_store_list_queued (PmDb *db, GError **error);
/* Removes those of @ids (element-type gint64) that were never fetched. */
gboolean pm_store_drop_unfetched (PmDb *db, GArray *ids, GError **error);
/* Removes what was trashed before @before (µs UTC), and the feeds that ended before. */
gboolean pm_store_purge_trash (PmDb *db, gint64 before, GError **error);
/* Returns: (element-type PmLabel): by name. */
GPtrArray *pm_store_list_tags (PmDb *db, GError **error);
GPtrArray *pm_store_list_collections (PmDb *db, GError **error);

/* --- links --- */

/* Keeps what came of asking for @url, instead of what came of it before. */
gboolean pm_store_put_answer (PmDb *db, const char *url, const PmAnswer *answer, GError **error);
/* Returns: (element-type PmAnswer): for each of @urls the last answer, or %NULL. */
GPtrArray *pm_store_find_answers (PmDb *db, const char *const *urls, GError **error);

/* --- feeds --- */

/* Returns: (element-type PmFeed): those that are followed, by name. */
GPtrArray *pm_store_list_feeds (PmDb *db, GError **error);
/* Also one that is not followed any more. */
PmFeed *pm_store_load_feed (PmDb *db, gint64 id, GError **error);
/* The feed that is followed at @url or another address of the same key. @id: (out): 0 when there is
 * none. */
gboolean pm_store_find_feed (PmDb *db, const char *url, gint64 *id, GError **error);
/* Follows @feed (url, title, added, collection, tags are read), perhaps again. Returns: its id, or
 * 0. */
gint64 pm_store_put_feed (PmDb *db, const PmFeed *feed, GError **error);
/* Follows it no more. @when: µs UTC, or 0 to follow it again as if nothing had been. */
gboolean pm_store_end_feed (PmDb *db, gint64 id, gint64 when, GError **error);
/* Keeps what a check brought: checked, due, etag, modified, error; where the feed stands, unless
 * another one does; and its title, when it had none. */
gboolean pm_store_put_feed_state (PmDb *db, const PmFeed *feed, GError **error);
/* @feed leads to @url. @is_new: (out): whether it never did before, as far as is remembered. */
gboolean pm_store_note_entry (PmDb *db,
                              gint64 feed,
                              const char *url,
                              gint64 when,
                              gboolean *is_new,
                              GError **error);
/* Forgets entries that @feed has had no more for long before @when. */
gboolean pm_store_forget_entries (PmDb *db, gint64 feed, gint64 when, GError **error);
/* @feed: (out) (transfer full) (nullable): the address of a feed that leads to @url. */
gboolean pm_store_find_feed_naming (PmDb *db, const char *url, char **feed, GError **error);

/* --- kept and derived --- */

/* With the pages that follow @page. Returns: the first one's id, or 0. Bodies are stored as
 * received; the same bytes twice are stored once. */
gint64 pm_store_add_capture (PmDb *db, gint64 article, PmPage *page, GError **error);
/* For pm_store_save_document(): derived again from what was kept. */
#define PM_STORE_SAME_CAPTURE (-1)

/* Replaces the article's document and analysis, takes its title and outlet from the metadata,
 * indexes its text, and finds every highlight's place again by its words. @capture: what it was
 * made from, 0 when there is none.
 * @analysis_version: of the rules used, kept beside the rows. */
gboolean pm_store_save_document (PmDb *db,
                                 gint64 article,
                                 gint64 capture,
                                 PmDocument *document,
                                 PmAnalysis *analysis,
                                 int analysis_version,
                                 GError **error);
/* Ids of ready articles analysed by rules older than @analysis_version; all of them when it is 0.
 * Returns: (element-type gint64) */
GArray *pm_store_list_stale (PmDb *db, int analysis_version, GError **error);
/* @with_bytes: whether the record's page carries its body and content. */
PmRecord *pm_store_load_record (PmDb *db, gint64 id, gboolean with_bytes, GError **error);
PmDocument *pm_store_load_document (PmDb *db, gint64 article, GError **error);
/* The newest capture whole, with bytes. Returns: (nullable): %NULL without @error when there is
 * none. */
PmPage *pm_store_load_page (PmDb *db, gint64 article, GError **error);
/* One capture whole, with bytes. */
PmPage *pm_store_load_capture (PmDb *db, gint64 capture, GError **error);
/* Returns: (element-type PmVersion): one for each capture of @article, the oldest first, with what
 * pm_store_put_version() was told by the same @rules. */
GPtrArray *pm_store_list_versions (PmDb *db, gint64 article, int rules, GError **error);
/* Keeps the counts of @version. Does nothing when its capture is gone. */
gboolean pm_store_put_version (PmDb *db, const PmVersion *version, int rules, GError **error);
/* An image the article shows, kept once by digest. @type: media type. */
gboolean pm_store_add_resource (PmDb *db,
                                gint64 article,
                                const char *url,
                                const char *type,
                                GBytes *bytes,
                                GError **error);
/* Returns: (transfer full) (nullable): %NULL without @error when it is not kept. */
GBytes *pm_store_load_resource (PmDb *db, gint64 article, const char *url, GError **error);

/* For the sources panel. Sets (*ids)[i] to the article whose address is urls[i], or 0; see
 * pm_store_find_claiming(). @urls: %NULL-terminated. Returns: (element-type gint64) */
GArray *pm_store_find_articles (PmDb *db, const char *const *urls, GError **error);
/* Articles one of whose links leads to this one. Returns: (element-type PmArticle) */
GPtrArray *pm_store_list_citing (PmDb *db, gint64 article, GError **error);
/* What several articles lean on, linked or named, but for pages of their own sites: that of the
 * most articles first. Returns: (element-type PmCited) */
GPtrArray *pm_store_list_cited (PmDb *db, guint limit, GError **error);
/* The articles that tell the same story as @article, itself among them: those whose texts are
 * copies of each other, and those that share passages, two names and their month. No more than
 * 200. Returns: (element-type PmStoryPart): arranged (pm_story_arrange()); empty when it stands
 * alone */
GPtrArray *pm_store_load_story (PmDb *db, gint64 article, GError **error);

/* --- authored: highlights --- */

/* Inserts @highlight (id 0, or an id no longer there: it is used again) or replaces the one with
 * its id, tags included; the article stays the same. Its place is its span when its words stand
 * there, else where they are found. Returns: its id, or 0. */
gint64 pm_store_put_highlight (PmDb *db, const PmHighlight *highlight, GError **error);
gboolean pm_store_delete_highlight (PmDb *db, gint64 id, GError **error);
PmHighlight *pm_store_load_highlight (PmDb *db, gint64 id, GError **error);
gboolean pm_store_find_highlight_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error);
/* @article: 0 for all of the notebook but what is in the trash. Returns: (element-type
 * PmHighlight): in order of the text, orphans last. */
GPtrArray *pm_store_list_highlights (PmDb *db, gint64 article, GError **error);

/* --- authored: corrections of entities --- */

/* Inserts @correction under its id, or a new one when that is 0. One without a time holds on top of
 * all others; one that comes back brings the time, and with it the place, it had. Returns: its id,
 * or 0. */
gint64 pm_store_add_correction (PmDb *db, const PmEntityCorrection *correction, GError **error);
gboolean pm_store_withdraw_correction (PmDb *db, gint64 id, GError **error);
PmEntityCorrection *pm_store_load_correction (PmDb *db, gint64 id, GError **error);
gboolean pm_store_find_correction_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error);
/* Returns: (transfer full): all of them, in the order in which they hold. */
PmEntityCorrections *pm_store_load_corrections (PmDb *db, GError **error);

/* --- authored: verdicts about quotes --- */

/* Inserts @verdict under its id, or a new one when that is 0; one that is there becomes @verdict.
 * One without a time holds over all others of its article; one that comes back brings the time,
 * and with it the place, it had. Returns: its id, or 0. */
gint64 pm_store_put_verdict (PmDb *db, const PmQuoteVerdict *verdict, GError **error);
gboolean pm_store_withdraw_verdict (PmDb *db, gint64 id, GError **error);
PmQuoteVerdict *pm_store_load_verdict (PmDb *db, gint64 id, GError **error);
gboolean pm_store_find_verdict_by_uuid (PmDb *db, const char *uuid, gint64 *id, GError **error);
/* Those of @article, or of all with 0. Returns: (transfer full) (element-type PmQuoteVerdict): an
 * article's together, in the order in which they were given; not applied to anything yet */
GPtrArray *pm_store_list_verdicts (PmDb *db, gint64 article, GError **error);

/* --- entities across the notebook ---
 *
 * An entity is known by type and name, and what articles name is the same
 *  - when type and name's key are (pm_entity_name_dup_key());
 *  - when one is an acronym and the other its expansion: some article names both as one, and none
 *    gives the acronym another expansion of the type;
 *  - when the user says so.
 * Nothing else joins, a bare surname least of all: a name that is near another
 * (pm_entity_name_is_near()), is its acronym, or has another type is suggested, until the user
 * joins the two or keeps them apart. What is in the trash does not count. */

/* Returns: (element-type PmNamed): every entity of the notebook, with how many articles name it,
 * the most frequent first. Splits and corrections of single articles are left aside, and an article
 * that names one under two of its names counts twice. */
GPtrArray *pm_store_list_names (PmDb *db, GError **error);
/* Everything there is about the entity. A name that nothing goes by any more gives an empty one,
 * one that was renamed or merged leads on.
 * @newest: read no more than so many articles, and suggest nothing; 0: read all. */
PmDossier *
pm_store_load_dossier (PmDb *db, PmEntityType type, const char *name, guint newest, GError **error);

/* Who said what in all articles that are not in the trash, as the user's corrections and verdicts
 * have it: what pm_sayings_new() takes. @articles: (out) (transfer full) (element-type PmArticle).
 * Returns: (transfer full) (element-type PmSayingPlace) */
GPtrArray *pm_store_list_sayings (PmDb *db, GPtrArray **articles, GError **error);

/* --- care --- */

/* What is in the trash does not count, but for captures and bytes. */
typedef struct
{
  guint64 articles;
  guint64 highlights;
  guint64 orphans;
  guint64 tags;
  guint64 entities;
  guint64 quotes;
  guint64 sources;
  guint64 captures;
  guint64 bytes; /* of the notebook's file */
} PmStats;

gboolean pm_store_get_stats (PmDb *db, PmStats *stats, GError **error);
/* integrity_check, foreign_key_check, digests of kept bytes, spans within their text, the search
 * index. Returns: (element-type utf8): one sentence a finding; empty when all is well. */
GPtrArray *pm_store_check (PmDb *db, GError **error);
/* Rebuilds what can be: the indexes, the search index among them, and highlight places. */
gboolean pm_store_repair (PmDb *db, GError **error);
/* Copies the notebook, consistent even while it is used, to a new file (SQLite's online backup
 * API), by way of a temporary name. What the running transaction of @db has not committed is not in
 * it. A file that exists is not replaced: that is %PM_STORE_ERROR_FAILED. */
gboolean pm_store_backup (PmDb *db, const char *path, GError **error);

G_END_DECLS

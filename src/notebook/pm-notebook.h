/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-answer.h"
#include "pm-dossier.h"
#include "pm-feed.h"
#include "pm-plan.h"
#include "pm-record.h"
#include "pm-sayings.h"
#include "pm-text-diff.h"
#include "pm-cited.h"
#include "pm-story.h"
#include "pm-version.h"

G_BEGIN_DECLS

/* An open notebook: the one object behind the window and the command line. It owns the fetcher and
 * the two database workers and joins the stages: fetch, extract, analyse, store, bundle.
 *
 * Functions without _async block on a database worker or do long work where they are called: they
 * are for the command line and for tests. The window uses the _async ones only. Either way an
 * authored change is acknowledged (the function returns, the callback comes, "changed" is emitted)
 * only after its commit.
 *
 * Signals, emitted on the thread that made the notebook:
 *   "changed" (gint64 article, guint parts): after a commit. @article: 0 when several or none in
 * particular; @parts: a set of PmNotebookParts. "progress" (gint64 article, double fraction): while
 * an article is captured; 1 when it is over. A negative fraction means that the size is unknown.
 *   "intake" (guint done, guint total): while many links are added; 0 of 0 when all is over.
 *   "renewal" (guint done, guint total): the same for pm_notebook_renew_async().
 * Properties: "can-undo", "can-redo" (gboolean), "undo-title", "redo-title" (nullable, translated:
 * "Highlight"). */

typedef enum
{
  PM_NOTEBOOK_LIST = 1
                     << 0, /* articles came, went or changed in lists: state, title, unread, tags */
  PM_NOTEBOOK_TEXT = 1 << 1, /* the article's document and analysis */
  PM_NOTEBOOK_HIGHLIGHTS = 1 << 2,
  PM_NOTEBOOK_LABELS = 1 << 3,   /* tags and collections */
  PM_NOTEBOOK_IMAGES = 1 << 4,   /* an image of the article is kept now that was not before */
  PM_NOTEBOOK_VERSIONS = 1 << 5, /* the article's versions were counted */
  PM_NOTEBOOK_MORE = 1 << 6, /* beside others: the same of another article follows at once, so that
                              * who reads everything anew can wait for it */
  PM_NOTEBOOK_ENTITIES = 1 << 7, /* what the user says of entities */
  PM_NOTEBOOK_FEEDS = 1 << 8,    /* feeds are followed or not, or were checked */
  PM_NOTEBOOK_QUOTES = 1 << 9,   /* what the user says of quotes */
  PM_NOTEBOOK_ANSWERS = 1 << 10, /* links were asked whether they still answer */
} PmNotebookParts;

#define PM_NOTEBOOK_ERROR (pm_notebook_error_quark ())
GQuark pm_notebook_error_quark (void);

typedef enum
{
  PM_NOTEBOOK_ERROR_UNUSABLE,  /* the notebook itself: missing, damaged, read-only, locked, too new,
                                  disk full */
  PM_NOTEBOOK_ERROR_NOT_FOUND, /* no such article, highlight, words */
  PM_NOTEBOOK_ERROR_INVALID,   /* what was asked makes no sense */
  PM_NOTEBOOK_ERROR_FEED,      /* a feed, where an article was asked for */
} PmNotebookError;

#define PM_TYPE_NOTEBOOK (pm_notebook_get_type ())
G_DECLARE_FINAL_TYPE (PmNotebook, pm_notebook, PM, NOTEBOOK, GObject)

/* --- opening --- */

/* Returns: (transfer full): where the default notebook waits: "Notebook.pressmark" in the user's
 * data folder. */
char *pm_notebook_dup_default_path (void);

/* Opens the notebook at @path, creating it when missing. Every failure is a
 * %PM_NOTEBOOK_ERROR_UNUSABLE with one sentence; the file is then as it was. @writable: %FALSE
 * opens a reader only, for looking. */
PmNotebook *pm_notebook_open (const char *path, gboolean writable, GError **error);
void pm_notebook_open_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
PmNotebook *pm_notebook_open_finish (GAsyncResult *result, GError **error);
/* Waits for what is queued and closes. Idempotent. */
void pm_notebook_close (PmNotebook *self);

const char *pm_notebook_get_path (PmNotebook *self);
/* Its file's name without the suffix, for titles. */
char *pm_notebook_dup_title (PmNotebook *self);

/* --- looking --- */

typedef enum
{
  PM_LIST_ALL,
  PM_LIST_UNREAD,
  PM_LIST_TRASH,
  PM_LIST_TAG,
  PM_LIST_COLLECTION,
} PmListScope;

/* Returns: (element-type PmArticle): newest first, or best first for a search.
 * @label: (nullable): the tag's or collection's name. @search: (nullable): any words. @limit: 0 for
 * all. */
GPtrArray *pm_notebook_list_articles (PmNotebook *self,
                                      PmListScope scope,
                                      const char *label,
                                      const char *search,
                                      guint limit,
                                      GError **error);
void pm_notebook_list_articles_async (PmNotebook *self,
                                      PmListScope scope,
                                      const char *label,
                                      const char *search,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
pm_notebook_list_articles_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* The whole article: document, analysis, highlights, provenance. @with_bytes: the capture's bytes
 * too. */
PmRecord *pm_notebook_load (PmNotebook *self, gint64 article, gboolean with_bytes, GError **error);
void pm_notebook_load_async (PmNotebook *self,
                             gint64 article,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
PmRecord *pm_notebook_load_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Returns: (element-type PmHighlight): of @article, or of all when it is 0. */
GPtrArray *pm_notebook_list_highlights (PmNotebook *self, gint64 article, GError **error);

/* A kept image of the article. Finish gives %NULL without @error when it is not kept. */
void pm_notebook_load_image_async (PmNotebook *self,
                                   gint64 article,
                                   const char *url,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GBytes *pm_notebook_load_image_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Everything the library's sidebar shows, in one go. */
typedef struct
{
  guint n_all;
  guint n_unread;
  guint n_trash;
  guint n_quotes;
  GPtrArray *tags;        /* (element-type PmLabel) */
  GPtrArray *collections; /* (element-type PmLabel) */
} PmSummary;

void pm_summary_free (PmSummary *self);
void pm_notebook_load_summary_async (PmNotebook *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
PmSummary *pm_notebook_load_summary_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* What the sources panel asks beside the record itself. */
typedef struct
{
  GArray *archived; /* (element-type gint64): for each source of the record's analysis, the article
                     * in this notebook its link leads to, or 0 */
  GArray *states;   /* (element-type PmArticleState): of that article; meaningless beside a 0 */
  GPtrArray *answers; /* (element-type PmAnswer): for each source what came of asking whether its
                       * link still answers, or %NULL */
  GPtrArray *citing;  /* (element-type PmArticle): articles of this notebook that link here */
} PmLinks;

void pm_links_free (PmLinks *self);
PmLinks *pm_notebook_load_links (PmNotebook *self, PmRecord *record, GError **error);
void pm_notebook_load_links_async (PmNotebook *self,
                                   PmRecord *record,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PmLinks *pm_notebook_load_links_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* What several articles lean on, that of the most articles first.
 * Returns: (element-type PmCited): at most @limit */
GPtrArray *pm_notebook_list_cited (PmNotebook *self, guint limit, GError **error);
void pm_notebook_list_cited_async (PmNotebook *self,
                                   guint limit,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *pm_notebook_list_cited_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Each link once what came of it is kept, on the main context of the thread that asked. */
typedef void (*PmLinkChecked) (const char *url,
                               const PmAnswer *answer,
                               guint done,
                               guint total,
                               gpointer data);

/* Asks whether what @record links to still answers, a few at a time. Cancelled, it keeps what is
 * known by then. @urls: (nullable): of its sources; %NULL for all. @checked: (nullable) */
void pm_notebook_check_links_async (PmNotebook *self,
                                    PmRecord *record,
                                    const char *const *urls,
                                    PmLinkChecked checked,
                                    gpointer checked_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Returns: whether all were asked. */
gboolean pm_notebook_check_links_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* The articles that tell the same story as @article, in the order in which they were published.
 * Returns: (element-type PmStoryPart): empty when it stands alone */
GPtrArray *pm_notebook_load_story (PmNotebook *self, gint64 article, GError **error);
void pm_notebook_load_story_async (PmNotebook *self,
                                   gint64 article,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *pm_notebook_load_story_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Every entity of the notebook, as corrected, with how many articles name it; the most frequent
 * first. Which names of several articles are one entity, pm-store.h says. Returns: (element-type
 * PmNamed) */
GPtrArray *pm_notebook_list_names (PmNotebook *self, GError **error);
void pm_notebook_list_names_async (PmNotebook *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *pm_notebook_list_names_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Everything about one entity. A name that nothing goes by gives an empty dossier.
 * @newest: read no more than so many articles, for a first look; 0: read all. */
PmDossier *
pm_notebook_load_dossier (PmNotebook *self, PmEntityType type, const char *name, GError **error);
void pm_notebook_load_dossier_async (PmNotebook *self,
                                     PmEntityType type,
                                     const char *name,
                                     guint newest,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
PmDossier *pm_notebook_load_dossier_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Who said what, in all articles that are not in the trash: see pm-sayings.h. */
PmSayings *pm_notebook_load_sayings (PmNotebook *self, GError **error);
void pm_notebook_load_sayings_async (PmNotebook *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
PmSayings *pm_notebook_load_sayings_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Counts, in the order they are shown: pairs of a stable key and a number, "articles",
 * "highlights", … */
typedef struct
{
  const char *key;
  const char *title; /* translated */
  guint64 value;
} PmCount;

/* Returns: (element-type PmCount): free with g_array_unref(). */
GArray *pm_notebook_get_stats (PmNotebook *self, GError **error);

/* --- capturing --- */

/* Captures @address, an http(s) address as typed, or a local file's path or file: URI. An address
 * that the notebook already has is not fetched again: its article is the answer. One that turns out
 * to lead to an article that is here is a capture of that.
 * @keep_failed: the window's way: a queued row appears at once, and a failure stays in it with its
 * sentence until the user retries or removes it. Without it a failure leaves the notebook as it
 * was.
 * @tags, @collection: (nullable): given to the new article. */
void pm_notebook_add_async (PmNotebook *self,
                            const char *address,
                            gboolean keep_failed,
                            const char *const *tags,
                            const char *collection,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* @existed: (out) (optional): whether the notebook had it already.
 * Returns: (transfer full): the article; on failure %NULL with a sentence, the failed row's id (or
 * 0) in @failed_id (out) (optional). */
PmArticle *pm_notebook_add_finish (PmNotebook *self,
                                   GAsyncResult *result,
                                   gboolean *existed,
                                   gint64 *failed_id,
                                   GError **error);

/* Fetches the article anew (a failed or queued one: again) and keeps the old capture. Highlights
 * are found again by their words. A failure of an article that has a text leaves it as it was. */
void pm_notebook_refresh_async (PmNotebook *self,
                                gint64 article,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean pm_notebook_refresh_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Cancels the capture of @article under way, if there is one; its row becomes failed ("Cancelled").
 */
void pm_notebook_cancel (PmNotebook *self, gint64 article);

/* --- many links at once --- */

/* Reads @list (bookmarks, OPML, RSS, Atom, CSV, JSON or text: see pm-list.h) and finds out what
 * adding it would do. Nothing is changed. */
void pm_notebook_plan_async (PmNotebook *self,
                             GInputStream *list,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
PmPlan *pm_notebook_plan_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Whether @file can be nothing but a list of links. */
void pm_notebook_recognise_list_async (GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean pm_notebook_recognise_list_finish (GAsyncResult *result);

/* Each link as it comes to its end, on the main context of the thread that asked. @article:
 * (nullable): %NULL when there is an @error. */
typedef void (*PmLinkDone) (const PmPlanned *link,
                            const PmArticle *article,
                            const GError *error,
                            gpointer data);

/* Downloads what is new in @plan. All of it is queued first, in one step: after a crash it is taken
 * up by pm_notebook_resume_async(). A failure stays in its row. Tags, folders, dates and notes of
 * the list are kept. "changed" is emitted a few times a second at most, for several articles in a
 * row. Cancelled, what has not come by then is taken out of the queue again, and counted. @tags,
 * @collection: (nullable): given to every new article as well. @done: (nullable) */
void pm_notebook_add_links_async (PmNotebook *self,
                                  PmPlan *plan,
                                  const char *const *tags,
                                  const char *collection,
                                  PmLinkDone done,
                                  gpointer done_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Takes up what an earlier run left queued; finish with pm_notebook_add_links_finish(). */
void pm_notebook_resume_async (PmNotebook *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Returns: (transfer full): what became of the links. */
PmIntake *pm_notebook_add_links_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Cancels all of them, whoever asked. */
void pm_notebook_cancel_links (PmNotebook *self);

/* --- feeds --- */

/* Returns: (element-type PmFeed): those that are followed, by name. */
GPtrArray *pm_notebook_list_feeds (PmNotebook *self, GError **error);
void pm_notebook_list_feeds_async (PmNotebook *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *pm_notebook_list_feeds_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Finds out what following the feed at @address, or the one that the page there names, would do.
 * Nothing is changed. */
void pm_notebook_look_at_feed_async (PmNotebook *self,
                                     const char *address,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* @plan: (out) (transfer full): of what is in it. Returns: (transfer full): with an id when it is
 * followed already. */
PmFeed *pm_notebook_look_at_feed_finish (PmNotebook *self,
                                         GAsyncResult *result,
                                         PmPlan **plan,
                                         GError **error);

/* Each feed as it was read, or not, on the main context of the thread that asked; its articles come
 * after that. @n_new: how many do. @error: (nullable) */
typedef void (*PmFeedDone) (const PmFeed *feed, guint n_new, const GError *error, gpointer data);

/* Follows the feed at @address, or the one that the page there names, and downloads what is in it.
 * It is followed once @feed_done is called without an error; when it is not, finish says why. From
 * then on what is new in it comes with each check, once: what the user deletes does not come back.
 * @tags, @collection: (nullable): given to its articles. @feed_done, @link_done: (nullable) */
void pm_notebook_follow_async (PmNotebook *self,
                               const char *address,
                               const char *const *tags,
                               const char *collection,
                               PmFeedDone feed_done,
                               PmLinkDone link_done,
                               gpointer done_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Follows all the feeds of @plan (%PM_FATE_FEED), in one step, and then checks them. Names, folders
 * and tags of the list are kept, a folder as the collection of what comes. */
void pm_notebook_follow_links_async (PmNotebook *self,
                                     PmPlan *plan,
                                     const char *const *tags,
                                     const char *collection,
                                     PmFeedDone feed_done,
                                     PmLinkDone link_done,
                                     gpointer done_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Reads @feeds (nullable) (element-type gint64), or those that are due, and downloads what is new.
 * A feed that cannot be read says why in its row, and stays as it was. */
void pm_notebook_check_feeds_async (PmNotebook *self,
                                    GArray *feeds,
                                    PmFeedDone feed_done,
                                    PmLinkDone link_done,
                                    gpointer done_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Of these three. Returns: (transfer full): what became of the articles. */
PmIntake *pm_notebook_check_feeds_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* @follow: %FALSE: nothing comes from @feed any more; what has come stays. %TRUE takes that back,
 * within the thirty days of the trash. */
gboolean pm_notebook_set_followed (PmNotebook *self, gint64 feed, gboolean follow, GError **error);
void pm_notebook_set_followed_async (PmNotebook *self,
                                     gint64 feed,
                                     gboolean follow,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean pm_notebook_set_followed_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Extracts and analyses again from what was kept, without the network. @article: 0 for all.
 * Returns: %FALSE with @error on the first that fails; those before it are done. @n_done: (out)
 * (optional). */
gboolean pm_notebook_reanalyse (PmNotebook *self,
                                gint64 article,
                                guint *n_done,
                                GCancellable *cancellable,
                                GError **error);

/* Does the same with every article that was derived by older rules than these, one after another on
 * other threads; what cannot be derived again stays as it is. What the user wrote is not touched.
 * Finish: how many were derived again, -1 with @error. */
void pm_notebook_renew_async (PmNotebook *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
int pm_notebook_renew_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* --- versions --- */

/* The texts that the article's captures brought, the newest first: one for each time the words
 * changed. Captures that brought the same words again are evidence and no version; one without
 * bytes, or without a text in them, is none either. Every text is extracted from its kept bytes by
 * today's rules, so that a difference is the page's and not the extraction's; what is counted is
 * kept. Returns: (element-type PmVersion) */
GPtrArray *pm_notebook_list_versions (PmNotebook *self,
                                      gint64 article,
                                      GCancellable *cancellable,
                                      GError **error);
void pm_notebook_list_versions_async (PmNotebook *self,
                                      gint64 article,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
pm_notebook_list_versions_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* How old the last capture of an article is before its address, added again, is worth a look. */
#define PM_NOTEBOOK_REVISIT_AGE (10 * 60 * G_USEC_PER_SEC)

/* Fetches @article anew, see pm_notebook_refresh_async(), and tells whether its words have changed.
 * Does nothing when its last capture is younger than @age, in µs. */
void pm_notebook_revisit_async (PmNotebook *self,
                                const PmArticle *article,
                                gint64 age,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* @version: (out) (transfer full) (nullable): the one that is new; %NULL when no word changed. */
gboolean pm_notebook_revisit_finish (PmNotebook *self,
                                     GAsyncResult *result,
                                     PmVersion **version,
                                     GError **error);

/* What changed from @before to @after, two versions of @article. */
PmTextDiff *pm_notebook_compare (PmNotebook *self,
                                 gint64 article,
                                 const PmVersion *before,
                                 const PmVersion *after,
                                 GError **error);
void pm_notebook_compare_async (PmNotebook *self,
                                gint64 article,
                                const PmVersion *before,
                                const PmVersion *after,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
PmTextDiff *pm_notebook_compare_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* What differs between the texts of two articles, @before and @after; for
 * pm_notebook_compare_articles_finish(). */
void pm_notebook_compare_articles_async (PmNotebook *self,
                                         gint64 before,
                                         gint64 after,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
PmTextDiff *
pm_notebook_compare_articles_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* --- authoring --- */

/* Stores @highlight, new (id 0) or changed, as one undoable step.
 * Returns: (transfer full): as stored, with its id and span; or %NULL with @error, nothing changed.
 */
PmHighlight *
pm_notebook_put_highlight (PmNotebook *self, const PmHighlight *highlight, GError **error);
void pm_notebook_put_highlight_async (PmNotebook *self,
                                      const PmHighlight *highlight,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
PmHighlight *
pm_notebook_put_highlight_finish (PmNotebook *self, GAsyncResult *result, GError **error);
gboolean pm_notebook_delete_highlight (PmNotebook *self, gint64 highlight, GError **error);
void pm_notebook_delete_highlight_async (PmNotebook *self,
                                         gint64 highlight,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
pm_notebook_delete_highlight_finish (PmNotebook *self, GAsyncResult *result, GError **error);
PmHighlight *pm_notebook_load_highlight (PmNotebook *self, gint64 highlight, GError **error);

/* Says @correction of an entity, as one undoable step. It changes every article that names the
 * entity, or the one it is about; see pm-entity-correction.h.
 * Returns: (transfer full): as stored. */
PmEntityCorrection *
pm_notebook_correct (PmNotebook *self, const PmEntityCorrection *correction, GError **error);
void pm_notebook_correct_async (PmNotebook *self,
                                const PmEntityCorrection *correction,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
PmEntityCorrection *
pm_notebook_correct_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Takes any correction back, however long ago it was made; an undoable step too. */
gboolean pm_notebook_withdraw_correction (PmNotebook *self, gint64 correction, GError **error);
void pm_notebook_withdraw_correction_async (PmNotebook *self,
                                            gint64 correction,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean
pm_notebook_withdraw_correction_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Returns: (element-type PmEntityCorrection): in the order in which they hold. */
GPtrArray *pm_notebook_list_corrections (PmNotebook *self, GError **error);

/* Says of a quote of @article what @verdict says, as one undoable step; a verdict there was about
 * these words, by its id, is replaced. See pm-quote-verdict.h. Returns: (transfer full): as stored.
 */
PmQuoteVerdict *pm_notebook_judge (PmNotebook *self, const PmQuoteVerdict *verdict, GError **error);
void pm_notebook_judge_async (PmNotebook *self,
                              const PmQuoteVerdict *verdict,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
PmQuoteVerdict *pm_notebook_judge_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Takes a verdict back, however long ago it was given; an undoable step too. */
gboolean pm_notebook_withdraw_verdict (PmNotebook *self, gint64 verdict, GError **error);
void pm_notebook_withdraw_verdict_async (PmNotebook *self,
                                         gint64 verdict,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean
pm_notebook_withdraw_verdict_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* Returns: (element-type PmQuoteVerdict): of all articles, an article's together */
GPtrArray *pm_notebook_list_verdicts (PmNotebook *self, GError **error);

/* Takes back, or does again, the last authored step of this run. Finish gives the article concerned
 * (0 when several). */
void pm_notebook_undo_async (PmNotebook *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void pm_notebook_redo_async (PmNotebook *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean
pm_notebook_undo_finish (PmNotebook *self, GAsyncResult *result, gint64 *article, GError **error);

/* What the user says of an article as a whole; each one undoable step. @tags, @collections:
 * (element-type utf8). */
typedef enum
{
  PM_FIELD_UNREAD,
  PM_FIELD_TRASHED,
  PM_FIELD_NOTE,
  PM_FIELD_TAGS,
  PM_FIELD_COLLECTIONS,
} PmArticleField;

/* Stores @field of @article: its unread, trashed (any time but 0 means now), note, tags or
 * collections. Marking as read or unread is not an undo step. */
gboolean pm_notebook_put_article (PmNotebook *self,
                                  const PmArticle *article,
                                  PmArticleField field,
                                  GError **error);
void pm_notebook_put_article_async (PmNotebook *self,
                                    const PmArticle *article,
                                    PmArticleField field,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean pm_notebook_put_article_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* For good, at once; not undoable. For the trash and for failed rows. */
void pm_notebook_delete_article_async (PmNotebook *self,
                                       gint64 article,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean pm_notebook_delete_article_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* --- shipping --- */

typedef struct
{
  const char *id;
  const char *title; /* translated */
  const char *extension;
} PmFormat;

/* Returns: (transfer none): @n_formats of them; the first is the bundle. */
const PmFormat *pm_notebook_list_formats (gsize *n_formats);

/* @done of @total articles; on the main context of the thread that asked. */
typedef void (*PmNotebookProgress) (guint done, guint total, gpointer data);

/* Writes the chosen articles to @path. @format: (nullable): an id of the table; %NULL for the
 * bundle. @articles: (nullable) (element-type gint64): %NULL for all those not in the trash, or
 * those that @query (nullable) finds. */
gboolean pm_notebook_export (PmNotebook *self,
                             const char *path,
                             const char *format,
                             GArray *articles,
                             const char *query,
                             GCancellable *cancellable,
                             GError **error);
void pm_notebook_export_async (PmNotebook *self,
                               const char *path,
                               const char *format,
                               GArray *articles,
                               PmNotebookProgress progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean pm_notebook_export_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* What an import did, or with @dry_run would do. */
typedef struct
{
  guint n_new;     /* articles */
  guint n_present; /* articles already here: only their new highlights, tags and notes came */
  guint n_highlights;
  guint n_corrections; /* of entities and quotes; those of the whole notebook hold for what was here
                          too */
  guint n_feeds;       /* that are followed from now on */
} PmImport;

/* Reads a bundle or its notebook.json in one transaction: all or nothing. Repeated, it adds
 * nothing. */
gboolean pm_notebook_import (PmNotebook *self,
                             const char *path,
                             gboolean dry_run,
                             PmImport *import,
                             GCancellable *cancellable,
                             GError **error);
void pm_notebook_import_async (PmNotebook *self,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean pm_notebook_import_finish (PmNotebook *self,
                                    GAsyncResult *result,
                                    PmImport *import,
                                    GError **error);

/* One line of citation for copied words: “words” — byline, “title”, outlet, date, address.
 * Returns: (transfer full). @span: empty for the article alone. */
char *pm_notebook_dup_citation (PmRecord *record, PmSpan span);

/* --- care --- */

/* Returns: (element-type utf8): one sentence a finding. @repair: mend what can be before looking.
 */
GPtrArray *pm_notebook_check (PmNotebook *self, gboolean repair, GError **error);
gboolean pm_notebook_backup (PmNotebook *self, const char *path, GError **error);

/* --- without a notebook --- */

/* Reads local pages, one after the other; for one thread. */
typedef struct _PmExtractor PmExtractor;

PmExtractor *pm_extractor_new (void);
void pm_extractor_free (PmExtractor *self);
/* The document of a local page. @url: (nullable): where it came from. @charset: (nullable): what
 * its HTTP header said. */
PmDocument *pm_extractor_read_file (PmExtractor *self,
                                    const char *path,
                                    const char *url,
                                    const char *charset,
                                    GError **error);
/* See pm_analyse(). */
PmAnalysis *pm_notebook_analyse (PmDocument *document);
/* See pm_analyse_guesses(). */
gboolean pm_notebook_guesses (PmDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmExtractor, pm_extractor_free)

G_END_DECLS

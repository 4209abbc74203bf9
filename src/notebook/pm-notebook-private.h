/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-db-worker.h"
#include "pm-fetcher.h"
#include "pm-notebook.h"
#include "pm-resource.h"
#include "pm-workers.h"

G_BEGIN_DECLS

/* One authored step: what a highlight, a correction, a verdict or an article's field was before and
 * is after. Applying
 * @before takes it back. */
typedef struct
{
  PmHighlight *highlight_before;         /* (nullable): there was none */
  PmHighlight *highlight_after;          /* (nullable): there is none */
  PmEntityCorrection *correction_before; /* (nullable): it is withdrawn */
  PmEntityCorrection *correction_after;  /* (nullable): it is made */
  PmQuoteVerdict *verdict_before;        /* (nullable): there was none */
  PmQuoteVerdict *verdict_after;         /* (nullable): there is none */
  PmArticle *article_before;             /* (nullable): not about an article's field */
  PmArticle *article_after;
  PmArticleField field;
} PmEdit;

void _pm_edit_free (PmEdit *self);
/* @edit: (transfer full): done just now; what had been taken back before can no longer be done
 * again. */
void _pm_notebook_push_edit (PmNotebook *self, PmEdit *edit);

/* With other parts: they may be told of a little later, so that a thousand articles that come in do
 * not make every view read a thousand times. */
#define PM_NOTEBOOK_SOON (1 << 16)

struct _PmNotebook
{
  GObject parent_instance;

  char *path;
  GThread *thread;       /* that made it and hears its signals */
  GMainContext *context; /* of that thread */
  PmDbWorker *writer;    /* %NULL when opened for looking only, or closed */
  PmDbWorker *reader;
  PmWorkers *page_workers;
  GThreadPool *readings; /* _pm_notebook_read_thread(), as many as there are captures */
  PmFetcher *fetcher;    /* made when first needed, on @thread */

  GHashTable *captures; /* (element-type gint64 PmCapture): under way, by article */
  GQueue waiting;       /* (element-type PmCapture): for one of the places among the active */
  guint n_active;
  GQueue waiting_images; /* (element-type GTask): articles none of whose images has a place */
  guint n_images;        /* on their way */

  GPtrArray *intakes; /* lists of links under way */
  guint n_links;      /* of all that are under way, and were since there was none */
  guint n_links_done;
  GPtrArray *rounds; /* of checks of feeds that are under way */
  GPtrArray *checks; /* of links, under way */
  GArray *changes;   /* that are told of soon */
  GSource *telling;  /* (nullable): of them */

  GPtrArray *edits; /* (element-type PmEdit) */
  guint n_done;     /* edits before this one can be undone, the others done again */
};

/* Gives a store's error the notebook's domain: not found, or the notebook is unusable. */
void _pm_notebook_convert_error (GError **error);

/* Emits "changed" on the notebook's thread. */
void _pm_notebook_changed (PmNotebook *self, gint64 article, PmNotebookParts parts);
/* Tells now what was to be told soon. */
void _pm_notebook_flush_changes (PmNotebook *self);

/* Runs @job, on the writer when @parts is not 0 and else on the reader, waits, and emits "changed"
 * with @parts. */
gpointer _pm_notebook_run (PmNotebook *self,
                           PmDbJob job,
                           gpointer data,
                           GDestroyNotify result_free,
                           gint64 article,
                           PmNotebookParts parts,
                           GError **error);
/* The same without waiting; @callback gets a task of @self for _pm_notebook_run_finish(). */
void _pm_notebook_run_async (PmNotebook *self,
                             PmDbJob job,
                             gpointer data,
                             GDestroyNotify data_free,
                             GDestroyNotify result_free,
                             gint64 article,
                             PmNotebookParts parts,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gpointer _pm_notebook_run_finish (PmNotebook *self, GAsyncResult *result, GError **error);

/* Jobs of more than one file. */
gpointer
_pm_notebook_load_record_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error);

/* What _pm_notebook_load_record_job() wants. */
typedef struct
{
  gint64 article;
  gboolean with_bytes;
} PmLoad;

/* Made when first needed. */
PmFetcher *_pm_notebook_get_fetcher (PmNotebook *self);

/* What is made of an article's pages, on its way into the notebook. */
typedef struct
{
  PmPage *page; /* the first of its pages */
  PmDocument *document;
  GPtrArray *images; /* (element-type PmResource): those that came with the page */
  PmAnalysis *analysis;
} PmReading;

void _pm_reading_free (PmReading *self);
/* Reads @page and those after it, as they were kept. Blocks. Returns: (transfer full) */
PmReading *
_pm_notebook_read (PmNotebook *self, PmPage *page, GCancellable *cancellable, GError **error);
/* Reads an article for the first time, and fetches the further pages it is cut into.
 * @page: (nullable): its first page, or %NULL for the file at @address. */
void _pm_notebook_read_async (PmNotebook *self,
                              PmPage *page,
                              const char *address,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
PmReading *_pm_notebook_read_finish (PmNotebook *self, GAsyncResult *result, GError **error);
/* What the threads of the notebook's readings do. @data: (transfer full): a step's task. */
void _pm_notebook_read_thread (gpointer data, gpointer user_data);
/* Reads again what is kept of @record's article, without the network. Blocks.
 * Returns: (transfer full) */
PmReading *_pm_notebook_read_record (PmNotebook *self,
                                     PmRecord *record,
                                     GCancellable *cancellable,
                                     GError **error);
/* An article's reading on its way to its rows. */
typedef struct _PmDerived PmDerived;

/* @reading: (transfer full) */
PmDerived *_pm_derived_new (gint64 article, PmReading *reading);
void _pm_derived_free (PmDerived *self);
/* Within a job: replaces what was derived of the article before. */
gboolean _pm_notebook_save_derived (PmDb *db, PmDerived *derived, GError **error);
/* The article that @reading's page is: by its address, or by the one that either gives as its own,
 * when the texts are nearly the same too. By that alone it would not do: many a site gives every
 * page of a series the address of the first. @id: (out): 0 when it is none. @is_variant: (out):
 * whether @reading's page says that the article stands elsewhere. */
gboolean _pm_notebook_find_same (PmDb *db,
                                 PmReading *reading,
                                 gint64 *id,
                                 gboolean *is_variant,
                                 GError **error);

/* Adds to @images (element-type PmResource) what lies in the folder that a browser saved with
 * @page. Blocking. */
void _pm_notebook_take_images_beside (PmPage *page, PmDocument *document, GPtrArray *images);
/* Within a job: keeps @images (element-type PmResource), which came with the article. */
gboolean _pm_notebook_store_images (PmDb *db, gint64 article, GPtrArray *images, GError **error);
/* Fetches the images that @document, made from @page, shows, but for those of @kept (element-type
 * PmResource), and keeps them; there is nothing to finish. */
void _pm_notebook_fetch_images_async (PmNotebook *self,
                                      gint64 article,
                                      PmPage *page,
                                      PmDocument *document,
                                      GPtrArray *kept,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* Downloads @article, the row of which is queued, as one of many: what changes is told soon. Finish
 * with pm_notebook_add_finish(); %PM_NOTEBOOK_ERROR_NOT_FOUND when the row waits no more. */
void _pm_notebook_capture_queued_async (PmNotebook *self,
                                        gint64 article,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Takes @links (element-type PmLink) over. Nothing is looked up. */
PmPlan *_pm_notebook_make_plan (GPtrArray *links);
/* Looks up a PmPlan. Returns: (transfer full): the same. */
gpointer
_pm_notebook_find_plan_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* Finds out by its address whether @planned, not broken, is here. */
gboolean _pm_notebook_find_planned (PmDb *db, PmPlanned *planned, GError **error);

/* What a feed led to when it was read. */
typedef struct
{
  PmFeed *feed; /* with what is to be kept of the check; its id 0 when it is to be followed */
  PmPlan *plan; /* nothing in it is looked up */
  void (*queued) (guint n_new, gpointer data); /* once that is kept, before the articles come */
  gpointer queued_data;
  PmLinkDone done; /* (nullable) */
  gpointer done_data;
} PmFeedLinks;

/* Keeps what a check brought, and queues what is new, in one step; then downloads it. @links and
 * what is in it stay until @callback is called. Finish with pm_notebook_add_links_finish(). */
void _pm_notebook_add_feed_links_async (PmNotebook *self,
                                        const PmFeedLinks *links,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* Within a job: keeps @feed and its state; one that is not followed yet is from now on. When it is
 * under another address, that feed's id, tags and collection are taken over. */
gboolean _pm_notebook_store_feed (PmDb *db, PmFeed *feed, GError **error);
/* Ends all checks; their callbacks are called. */
void _pm_notebook_cancel_feeds (PmNotebook *self);
/* Ends all checks of links; their callbacks are called. */
void _pm_notebook_cancel_checks (PmNotebook *self);

/* Whether @article is being captured; @fraction: how far it is, negative when unknown. */
gboolean _pm_notebook_is_capturing (PmNotebook *self, gint64 article, double *fraction);
/* Ends all captures; their callbacks are called with %G_IO_ERROR_CANCELLED. */
void _pm_notebook_cancel_all (PmNotebook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmEdit, _pm_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmReading, _pm_reading_free)

G_END_DECLS

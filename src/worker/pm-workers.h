/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-document.h"
#include "pm-page.h"

G_BEGIN_DECLS

/* Pages from outside are read by processes of their own, "pressmark-worker", which have no network,
 * no files beyond the socket to us, and limits on memory and processor time. What a page does to
 * one of them is an error on that page. A worker is started when first needed and used again; there
 * are never more than was asked for.
 *
 * The program is looked for at the path in PRESSMARK_WORKER, in the build folder, and where it is
 * installed. PRESSMARK_WORKER_SECONDS overrides, for tests, how long a page may take (60). */

#define PM_WORKER_ERROR (pm_worker_error_quark ())
GQuark pm_worker_error_quark (void);

/* Each with one translated sentence. */
typedef enum
{
  PM_WORKER_ERROR_PAGE,      /* the page cannot be read: what extraction says of it */
  PM_WORKER_ERROR_DIED,      /* reading the page ended the worker */
  PM_WORKER_ERROR_TIMED_OUT, /* reading it took too long */
  PM_WORKER_ERROR_MISSING,   /* there is no worker to start */
} PmWorkerError;

/* A set of workers, for any thread. */
typedef struct _PmWorkers PmWorkers;

/* @n: at most so many processes; 0 for one a processor. */
PmWorkers *pm_workers_new (guint n);
/* Ends the workers and waits for them. No call may be under way. */
void pm_workers_free (PmWorkers *self);

/* What pm_extract() makes of @page, in a worker. Blocks, also while all workers are busy.
 * @images: (out) (optional) (element-type PmResource): those that came with it
 * (pm_extract_images()).
 * Returns: (transfer full): or %NULL with a %PM_WORKER_ERROR or %G_IO_ERROR_CANCELLED. */
PmDocument *pm_workers_extract (PmWorkers *self,
                                PmPage *page,
                                GPtrArray **images,
                                GCancellable *cancellable,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmWorkers, pm_workers_free)

G_END_DECLS

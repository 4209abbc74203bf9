/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-notebook-private.h"

G_BEGIN_DECLS

/* One article on its way into the notebook, and the jobs that it has done there, each with the
 * capture as its data and, but for an error, as its result. */
typedef struct
{
  PmNotebook *notebook;
  GTask *task;
  char *address; /* normalised; a file: URI for a local file; %NULL until the row is read */
  gboolean keep_failed;
  gboolean refresh; /* fetch even what is here */
  gboolean one_of_many;
  char *site; /* (nullable): of one of many: the feed that named it */
  char **tags;
  char *collection;
  gint64 article; /* 0 until there is a row */
  gboolean had_text;
  gboolean existed;
  gboolean leaves_text; /* of the article that existed */
  GCancellable *cancellable;
  gulong cancel_handler;
  double fraction;

  PmReading *reading;
  PmArticle *stored;
} PmCapture;

gboolean _pm_capture_is_file_address (const char *address);

/* Looks the address up and, in the window's way, gives it a row. */
gpointer _pm_capture_queue_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* For a row of the queue, which may have been removed, or put into the trash, in the meantime. */
gpointer
_pm_capture_check_queued_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error);
/* Stores what was read, as this article or as one that it turns out to be. */
gpointer _pm_capture_store_job (PmDb *db, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-fetcher.h"

/* Outcomes beside those of %PM_FETCH_ERROR. */
#define FETCH_FINE -1
#define FETCH_CANCELLED -2

/* One fetch, and what came of it. */
typedef struct
{
  PmFetcher *fetcher;
  PmPage *page;
  GError *error;
  gboolean done;
} Fetch;

void fetch_begin (Fetch *fetch,
                  PmFetcher *fetcher,
                  const char *url,
                  PmFetchKind kind,
                  GCancellable *cancellable);
/* Of a fetch that was begun by other means: the callback, with the Fetch as its data. */
void fetch_done_cb (GObject *source, GAsyncResult *result, gpointer data);
void fetch_wait (Fetch *fetch);
void fetch_clear (Fetch *fetch);
/* An error is a sentence: it starts with a capital or the site's name, ends in a full stop, and
 * leaves nothing of its making behind. */
void fetch_check (const char *name, const Fetch *fetch, int expected);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fetch, fetch_clear)

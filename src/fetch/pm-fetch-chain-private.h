/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-fetch-private.h"

G_BEGIN_DECLS

/* The chain of hops from the address asked for to the one that answers. Each hop asks, where it has
 * to, whether its site lets programs in, waits for its turn at its host, runs, and leads to the
 * next, to the same again after a Retry-After, or to the end. Time spent waiting for a turn does
 * not count against the chain. */

/* What its chains go by. */
struct _PmFetcher
{
  GObject parent_instance;

  PmFetchLimits limits;
  SoupSession *session;
  PmPolite *polite;
  GThreadPool *sealing; /* (element-type GTask) */
  PmGate *gate;
};

/* One fetch. The task holds the fetcher, so that it outlives every chain. */
typedef struct _PmFetchChain
{
  PmFetcher *fetcher;
  GTask *task;
  GCancellable *cancellable;
  GSource *cancelled; /* while it waits */
  gboolean obeys;     /* what sites ask of programs */
  gboolean asking;    /* whether it may go on */
  PmFetchKind kind;
  PmFetchLimits limits;
  PmPage *page;
  char *url; /* of the hop that waits or runs */
  char *host;
  PmFetchHop *hop;
  SoupCookieJar *jar;
  GHashTable *seen;    /* addresses, with the cookies they were asked with */
  PmReach reach;       /* the furthest inside the next hop may connect to */
  gint64 budget;       /* µs */
  PmFetchTerms *terms; /* (nullable): of the task */
  PmAnswer *answer;    /* (nullable): to tell */
  gboolean heads;      /* asks with HEAD */
  gboolean detoured;   /* some redirect was not for good */
  guint n_redirects;
  gboolean retried;
  PmFetchProgress progress;
  gpointer progress_data;
} PmFetchChain;

/* Returns: (nullable): with the task already failed, when @url is not an address. */
PmFetchChain *
_pm_fetch_chain_new (PmFetcher *fetcher, const char *url, PmFetchKind kind, GTask *task);
/* Begins the first hop, and each that follows; the chain frees itself. */
void _pm_fetch_chain_set_out (PmFetchChain *chain);

/* What the gate, the queue of polite waiters and the thread that seals pages are made with. */
void _pm_fetch_chain_asked_cb (gpointer data, GError *error);
void _pm_fetch_chain_turn_cb (gpointer data);
void _pm_fetch_chain_seal (gpointer data, gpointer user_data);

G_END_DECLS

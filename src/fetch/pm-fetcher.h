/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-answer.h"
#include "pm-page.h"

G_BEGIN_DECLS

/* Fetches addresses over http and https, politely and without blocking: at most two requests a host
 * at once with a pause between, Retry-After obeyed, every redirect followed and recorded by us.
 * Everything that comes back is hostile: bounded in hops, bytes, inflated bytes and time, and never
 * from a private network unless the user typed that address. Lives on the thread that made it,
 * which runs a main context. */

#define PM_FETCH_ERROR (pm_fetch_error_quark ())
GQuark pm_fetch_error_quark (void);

/* Each with one translated sentence that says what happened and what can be done. */
typedef enum
{
  PM_FETCH_ERROR_BAD_ADDRESS,       /* not an address, no host, not http or https */
  PM_FETCH_ERROR_FORBIDDEN_ADDRESS, /* a page or redirect led to a private network or another scheme
                                     */
  PM_FETCH_ERROR_NOT_RESOLVED,      /* DNS */
  PM_FETCH_ERROR_REFUSED,           /* refused, unreachable, reset */
  PM_FETCH_ERROR_TLS,
  PM_FETCH_ERROR_TIMED_OUT,
  PM_FETCH_ERROR_NOT_FOUND,          /* 404, 410 */
  PM_FETCH_ERROR_DENIED,             /* 401, 402, 403, 451 */
  PM_FETCH_ERROR_CLIENT_STATUS,      /* another 4xx */
  PM_FETCH_ERROR_BUSY,               /* 429, 503 with a Retry-After too long to wait for */
  PM_FETCH_ERROR_SERVER_STATUS,      /* 5xx and anything that is not an answer */
  PM_FETCH_ERROR_WRONG_TYPE,         /* not the kind of content asked for */
  PM_FETCH_ERROR_TOO_LARGE,          /* on the wire or inflated */
  PM_FETCH_ERROR_TOO_MANY_REDIRECTS, /* more than 20, or a loop */
  PM_FETCH_ERROR_CUT_OFF,            /* fewer bytes than promised, or a broken content encoding */
  PM_FETCH_ERROR_EMPTY,
  PM_FETCH_ERROR_UNREADABLE, /* a local file that cannot be read */
  PM_FETCH_ERROR_FEED,       /* a feed, where an article was asked for */
  PM_FETCH_ERROR_DISALLOWED, /* the site's robots.txt keeps programs out */
} PmFetchError;

typedef enum
{
  PM_FETCH_PAGE,  /* HTML, XHTML, MHTML, PDF or plain text; the user typed the address */
  PM_FETCH_IMAGE, /* an image a page refers to; at most 10 MiB */
  PM_FETCH_FEED,  /* a feed, or a page that may name one; at most 16 MiB */
  PM_FETCH_ROBOTS,
  PM_FETCH_HEADERS, /* anything, but for its body: what a check asks for */
} PmFetchKind;

typedef struct
{
  guint connect_seconds;  /* 15 */
  guint idle_seconds;     /* 30: without a byte */
  guint whole_seconds;    /* 120: the whole chain of hops */
  guint max_hops;         /* 20 redirects */
  guint64 max_wire;       /* 32 MiB */
  guint64 max_inflated;   /* 128 MiB */
  guint host_connections; /* 2 */
  guint host_pause_ms; /* 250: between the starts of two requests to one host; none for loopback */
} PmFetchLimits;

extern const PmFetchLimits pm_fetch_limits_default;

#define PM_TYPE_FETCHER (pm_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (PmFetcher, pm_fetcher, PM, FETCHER, GObject)

/* @limits: (nullable): copied; %NULL for the default ones. */
PmFetcher *pm_fetcher_new (const PmFetchLimits *limits);

/* Called now and then while bytes arrive. @total: 0 when the server did not say. */
typedef void (*PmFetchProgress) (guint64 received, guint64 total, gpointer data);

/* @url: as typed; white space around it is dropped and a missing scheme means https. @progress:
 * (nullable): called until @callback is. */
void pm_fetcher_fetch_async (PmFetcher *self,
                             const char *url,
                             PmFetchKind kind,
                             GCancellable *cancellable,
                             PmFetchProgress progress,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* What @page refers to: an image, or the article's next page. @url: absolute. @page: (nullable): as
 * fetched, its hops and final address at least. It may lie on a private network only when @page
 * came from the same host and port, without a redirect, and from that network. Finish with
 * pm_fetcher_fetch_finish(). */
void pm_fetcher_fetch_linked_async (PmFetcher *self,
                                    const char *url,
                                    PmFetchKind kind,
                                    PmPage *page,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* A page that a list named, and the user did not: where the site's robots.txt disallows it, it is
 * not fetched. @site: (nullable): the address of a feed that named it, and not the user: it may lie
 * on a private network only when that is of the same host and port. Finish with
 * pm_fetcher_fetch_finish(). */
void pm_fetcher_fetch_listed_async (PmFetcher *self,
                                    const char *url,
                                    const char *site,
                                    GCancellable *cancellable,
                                    PmFetchProgress progress,
                                    gpointer progress_data,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Returns: (transfer full): the capture, or %NULL with a %PM_FETCH_ERROR or %G_IO_ERROR_CANCELLED.
 */
PmPage *pm_fetcher_fetch_finish (PmFetcher *self, GAsyncResult *result, GError **error);

/* What a server said about when and how to ask for the same again. */
typedef struct
{
  char *etag;      /* (nullable) */
  char *modified;  /* (nullable): "Last-Modified" */
  gint64 max_age;  /* seconds for which it stays as it is; -1 when unsaid */
  gint64 retry_at; /* µs UTC: nobody is to ask before; 0 when unsaid */
  char *moved_to;  /* (nullable): its address from now on */
} PmFetchTerms;

void pm_fetch_terms_free (PmFetchTerms *self);

/* @etag, @modified: (nullable): of the last answer. @page: (nullable): the page that named the
 * feed, see pm_fetcher_fetch_linked_async(). */
void pm_fetcher_fetch_feed_async (PmFetcher *self,
                                  const char *url,
                                  const char *etag,
                                  const char *modified,
                                  PmPage *page,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* @terms: (out) (transfer full): also when it failed. Returns: (transfer full): without a body when
 * it has not changed. */
PmPage *pm_fetcher_fetch_feed_finish (PmFetcher *self,
                                      GAsyncResult *result,
                                      PmFetchTerms **terms,
                                      GError **error);

/* Finds out whether what @page refers to still answers: asks for its headers alone, and for the
 * thing itself, which is not read, where a server is no judge of that. @page: (nullable): see
 * pm_fetcher_fetch_linked_async(). */
void pm_fetcher_check_async (PmFetcher *self,
                             const char *url,
                             PmPage *page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* Returns: (transfer full): also when nobody answers; %NULL with %G_IO_ERROR_CANCELLED alone. */
PmAnswer *pm_fetcher_check_finish (PmFetcher *self, GAsyncResult *result, GError **error);

/* Reads a local .html, .htm, .xhtml, .mhtml, .mht, .pdf or .txt file of at most 64 MiB as a page
 * whose addresses are its file: URI. Blocking.
 * @url: (nullable): the address the page came from, when that is known. */
PmPage *pm_fetch_file (GFile *file, const char *url, GCancellable *cancellable, GError **error);

/* Reads a local image of at most 10 MiB, which its first bytes tell; no link to one. Blocking. */
PmPage *pm_fetch_image_file (GFile *file, GCancellable *cancellable, GError **error);

/* The address as it would be fetched: trimmed, scheme added, no fragment, host in lower case and
 * punycode. Returns: (transfer full): or %NULL with %PM_FETCH_ERROR_BAD_ADDRESS. */
char *pm_fetch_normalize_url (const char *typed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmFetchTerms, pm_fetch_terms_free)

G_END_DECLS

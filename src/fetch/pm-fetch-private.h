/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libsoup/soup.h>

#include "pm-fetcher.h"

G_BEGIN_DECLS

/* How far inside an address lies; a greater one is more sensitive. What a page leads to may be no
 * further inside than what the user typed. */
typedef enum
{
  PM_REACH_PUBLIC,
  PM_REACH_PRIVATE, /* RFC 1918, RFC 6598 (carrier NAT), RFC 4193, and networks reserved for tests
                     */
  PM_REACH_LOCAL,   /* this machine and its links: loopback, link-local, multicast, unspecified */
} PmReach;

/* pm-fetch-url.c */
PmReach _pm_fetch_reach_of_address (GInetAddress *address);
/* @host: a literal address, or a name; a name is public unless it is one for this machine. */
PmReach _pm_fetch_reach_of_host (const char *host);
/* @url: normalized. Returns: (transfer full): its host, without brackets. */
char *_pm_fetch_dup_host (const char *url);
gboolean _pm_fetch_same_site (const char *url, const char *other);
/* Where a redirect from @base leads. */
char *_pm_fetch_resolve_url (const char *base, const char *location, GError **error);

/* pm-fetch-error.c: the sentences. @host names the site in them. */
GError *_pm_fetch_error_from_cause (const GError *cause,
                                    const char *host,
                                    gboolean reading,
                                    GTlsCertificateFlags flaws);
/* @retry_at: µs since 1970-01-01 UTC, or 0 when the server did not say. */
GError *_pm_fetch_error_from_status (guint status, gint64 retry_at, const char *host);
GError *_pm_fetch_error_too_large (const char *host, guint64 limit);
GError *_pm_fetch_error_empty (const char *host);
GError *_pm_fetch_error_forbidden (const char *host);
GError *_pm_fetch_error_disallowed (const char *host);
/* @type: (nullable): as the server named it. */
GError *_pm_fetch_error_wrong_type (const char *host, PmFetchKind kind, const char *type);

/* pm-fetch-type.c */
#define PM_FETCH_SNIFF_LENGTH 1445 /* what the WHATWG MIME Sniffing Standard looks at */
typedef enum
{
  PM_TYPE_REFUSED,
  PM_TYPE_ACCEPTED,
  PM_TYPE_UNTOLD, /* the bytes must tell */
} PmTypeVerdict;
/* @type: (nullable): in lower case. */
PmTypeVerdict _pm_fetch_judge_type (PmFetchKind kind, const char *type);
/* Returns: (nullable): the type of what begins with these bytes, or %NULL when it is not of @kind.
 */
const char *_pm_fetch_sniff_type (PmFetchKind kind, const guint8 *data, gsize length);

/* pm-fetch-record.c: everything but the times. */
void _pm_fetch_record_answer (PmHop *record, SoupMessage *message);

/* pm-fetch-decode.c: undoes a content encoding, a piece at a time. */
typedef struct _PmDecoder PmDecoder;
/* Returns: (nullable): %NULL when the encoding is not known. @limit: of the output, in bytes. */
PmDecoder *_pm_decoder_new (const char *encoding, guint64 limit);
void _pm_decoder_free (PmDecoder *self);
/* Decodes what was added to @wire since the last call, adding to @content, about a mebibyte at
 * most; then it wants to be called again before anything else. @last: nothing more will come.
 * Errors: %PM_FETCH_ERROR_TOO_LARGE, %PM_FETCH_ERROR_CUT_OFF, without a sentence. */
gboolean _pm_decoder_push (PmDecoder *self,
                           const GByteArray *wire,
                           gboolean last,
                           GByteArray *content,
                           GError **error);
gboolean _pm_decoder_has_more (PmDecoder *self);

/* pm-fetch-alarm.c: a source that calls when the time set with g_source_set_ready_time() comes,
 * once for each setting; made unset, attached to the thread's context. */
GSource *_pm_alarm_new (GSourceFunc callback, gpointer data);
/* Destroys and lets go of it. */
void _pm_alarm_clear (GSource **alarm);

/* pm-fetch-polite.c: who may start when. */
typedef struct _PmPolite PmPolite;
/* @turn: called from the main loop with the data of the one whose turn has come. */
PmPolite *_pm_polite_new (guint per_host, guint pause_ms, void (*turn) (gpointer data));
void _pm_polite_free (PmPolite *self);
/* Queues for @host. After its turn, every waiter leaves exactly once. */
void _pm_polite_wait (PmPolite *self, const char *host, gpointer data);
/* Gives up a place in the queue. */
void _pm_polite_cancel (PmPolite *self, const char *host, gpointer data);
void _pm_polite_leave (PmPolite *self, const char *host);
/* Nobody starts at @host before @until, in monotonic µs. */
void _pm_polite_hold (PmPolite *self, const char *host, gint64 until);

/* pm-fetch-terms.c */
/* @etag, @modified: (nullable): of the last answer. */
PmFetchTerms *_pm_fetch_terms_new (const char *etag, const char *modified);
/* Asks for what has changed since. */
void _pm_fetch_terms_write (const PmFetchTerms *self, SoupMessageHeaders *request);
void _pm_fetch_terms_read (PmFetchTerms *self, guint status, SoupMessageHeaders *answer);

/* pm-fetch-robots.c: what a robots.txt says to us. */
typedef struct _PmRobots PmRobots;
/* @bytes: (nullable): any; %NULL: a site that has none. */
PmRobots *_pm_robots_new (GBytes *bytes);
void _pm_robots_free (PmRobots *self);
/* @url: normalized. */
gboolean _pm_robots_allow (PmRobots *self, const char *url);

/* pm-fetch-gate.c: where a list may lead, by the sites' own word. */
typedef struct _PmGate PmGate;
/* @answer: called with the data of the one who asked, perhaps at once; @error: (transfer full)
 * (nullable): why it may not. */
PmGate *_pm_gate_new (PmFetcher *fetcher, void (*answer) (gpointer data, GError *error));
void _pm_gate_free (PmGate *self);
/* @reach: the furthest inside the one who asks may connect to. */
void _pm_gate_ask (PmGate *self, const char *url, PmReach reach, gpointer data);
/* There is no answer then. */
void _pm_gate_cancel (PmGate *self, gpointer data);
/* pm-fetcher.c. Finish with pm_fetcher_fetch_finish(). */
void _pm_fetcher_fetch_robots_async (PmFetcher *self,
                                     const char *url,
                                     PmReach reach,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* pm-fetch-check.c */
/* Whether the thing itself is to be asked for. @error: (nullable): HEAD was not even answered. */
gboolean _pm_fetch_doubts_head (guint status, const GError *error);
void _pm_fetch_tell (PmAnswer *answer, const char *url, guint status);
/* pm-fetcher.c. A page without a body. @answer: its status and address follow the last hop that was
 * answered; it stays until @callback is called. Finish with pm_fetcher_fetch_finish(). */
void _pm_fetcher_fetch_headers_async (PmFetcher *self,
                                      const char *url,
                                      PmPage *page,
                                      PmAnswer *answer,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* pm-fetch-hop.c: one request and its answer. */
typedef struct
{
  /* For the caller to set. */
  char *url;
  PmFetchKind kind;
  gboolean heads; /* asks with HEAD */
  const PmFetchLimits *limits;
  PmReach reach;       /* the furthest inside it may connect to */
  gint64 budget;       /* µs it may take, before it counts as timed out */
  SoupCookieJar *jar;  /* (nullable): of this chain of hops alone */
  PmFetchTerms *terms; /* (nullable): to ask with, and then the answer's */
  PmFetchProgress progress;
  gpointer progress_data;

  /* What came of it. */
  PmHop *record;
  PmReach reached;
  char *location;      /* (nullable): of a redirect, as the server wrote it */
  gint64 retry_at;     /* µs since 1970-01-01 UTC; 0 when the server did not say */
  char *content_type;  /* (nullable) */
  char *charset;       /* (nullable) */
  char *encoding;      /* (nullable): %NULL for identity */
  GByteArray *wire;    /* with a status of 2xx, the body */
  GByteArray *content; /* (nullable): the body decoded, when it has an encoding */
} PmFetchHop;

PmFetchHop *_pm_fetch_hop_new (const char *url, PmFetchKind kind, const PmFetchLimits *limits);
void _pm_fetch_hop_free (PmFetchHop *self);
/* @self: stays until @callback is called. Any status that could be read is success; a body is read
 * for 2xx alone. */
void _pm_fetch_hop_run_async (PmFetchHop *self,
                              SoupSession *session,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean _pm_fetch_hop_run_finish (PmFetchHop *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmDecoder, _pm_decoder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmRobots, _pm_robots_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmFetchHop, _pm_fetch_hop_free)

G_END_DECLS

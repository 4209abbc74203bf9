/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What was fetched for one address, as evidence: every hop on the way, and the bytes that arrived.
 * Times are µs since 1970-01-01 UTC; 0 means unknown. */

/* One request and its response. Header blocks are kept as text, one "Name: value" a line, LF. */
typedef struct
{
  char *url;
  char *method;
  guint status;
  char *reason;           /* (nullable): the status line's words */
  char *protocol;         /* (nullable): "HTTP/1.1" */
  char *request_headers;  /* (nullable) */
  char *response_headers; /* (nullable) */
  char *
      address; /* (nullable): the server's address and port, "192.0.2.7:443", "[2001:db8::1]:443" */
  char *tls_version;        /* (nullable): "TLS 1.3" */
  char *certificate_sha256; /* (nullable): lower-case hex, of the server certificate's DER bytes */
  gint64 started;
  gint64 finished;
} PmHop;

PmHop *pm_hop_new (const char *url);
void pm_hop_free (PmHop *self);

#define PM_TYPE_PAGE (pm_page_get_type ())

/* More pages than this are no article. */
#define PM_PAGE_MAX 20

typedef struct _PmPage PmPage;

/* A boxed value. Its maker fills the fields; once handed on, nobody changes them. */
struct _PmPage
{
  char *requested_url; /* as asked for, before redirects */
  char *url;           /* the final address */
  char *content_type;  /* (nullable): media type alone, lower case: "text/html" */
  char *charset;       /* (nullable): as the HTTP header declares it */
  char *encoding;      /* (nullable): Content-Encoding of @body: "gzip", "br", … */
  GBytes *body;        /* (nullable): as received; %NULL when an import carried no original */
  GBytes *content; /* (nullable): @body with its content encoding undone; the same bytes when it had
                      none */
  char *body_sha256; /* (nullable): lower-case hex, of @body */
  guint64 body_size; /* bytes of @body, known even when the record was loaded without them; 0 when
                        unknown */
  guint64 content_size; /* bytes of @content, likewise */
  gint64 fetched;
  GPtrArray *hops; /* (element-type PmHop): in order; empty for a local file */
  PmPage *next;    /* (nullable): the article's next page, where it is cut into several */
};

GType pm_page_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full): a page with nothing but its two addresses, both @url. */
PmPage *pm_page_new (const char *url);
PmPage *pm_page_ref (PmPage *self);
void pm_page_unref (PmPage *self);

/* Sets @body, @content and @encoding, and computes the digest. @content: (nullable): the same as
 * @body when %NULL. For the page's maker only. */
void pm_page_set_body (PmPage *self, GBytes *body, GBytes *content, const char *encoding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmHop, pm_hop_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmPage, pm_page_unref)

G_END_DECLS

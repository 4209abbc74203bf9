/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <glib/gi18n-lib.h>

/* What went wrong, in one sentence for someone who wants the article, not the protocol. */

G_DEFINE_QUARK (pm_fetch_error, pm_fetch_error)

/* clang-format off */
static const struct
{
  GTlsCertificateFlags flaw;
  const char *sentence;
} flaw_sentences[] = {
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_("The certificate of %s belongs to another site, so Pressmark did not trust it.") },
  { G_TLS_CERTIFICATE_EXPIRED, N_("The certificate of %s has expired, so Pressmark did not trust it.") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_("The certificate of %s is not valid yet; check this computer’s clock.") },
  { G_TLS_CERTIFICATE_REVOKED, N_("The certificate of %s was revoked, so Pressmark did not trust it.") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA, N_("Nobody this computer trusts vouches for the certificate of %s.") },
};

static const struct
{
  GIOErrorEnum cause;
  PmFetchError code;
  const char *sentence;
} io_sentences[] = {
  { G_IO_ERROR_CONNECTION_REFUSED, PM_FETCH_ERROR_REFUSED, N_("%s refused the connection; it may be down.") },
  { G_IO_ERROR_CONNECTION_CLOSED, PM_FETCH_ERROR_REFUSED, N_("%s closed the connection before it answered; try again later.") },
  { G_IO_ERROR_HOST_UNREACHABLE, PM_FETCH_ERROR_REFUSED, N_("%s cannot be reached from here; check the network connection.") },
  { G_IO_ERROR_NETWORK_UNREACHABLE, PM_FETCH_ERROR_REFUSED, N_("%s cannot be reached from here; check the network connection.") },
  { G_IO_ERROR_HOST_NOT_FOUND, PM_FETCH_ERROR_NOT_RESOLVED, N_("There is no site called %s.") },
  { G_IO_ERROR_TIMED_OUT, PM_FETCH_ERROR_TIMED_OUT, N_("%s took too long to answer; try again later.") },
  { G_IO_ERROR_PARTIAL_INPUT, PM_FETCH_ERROR_CUT_OFF, N_("%s stopped before its answer was complete; try again.") },
  { G_IO_ERROR_PROXY_FAILED, PM_FETCH_ERROR_REFUSED, N_("The network’s proxy did not let Pressmark reach %s.") },
  { G_IO_ERROR_PROXY_AUTH_FAILED, PM_FETCH_ERROR_REFUSED, N_("The network’s proxy did not let Pressmark reach %s.") },
  { G_IO_ERROR_PROXY_NEED_AUTH, PM_FETCH_ERROR_REFUSED, N_("The network’s proxy did not let Pressmark reach %s.") },
  { G_IO_ERROR_PROXY_NOT_ALLOWED, PM_FETCH_ERROR_REFUSED, N_("The network’s proxy did not let Pressmark reach %s.") },
};

static const struct
{
  guint first;
  guint last;
  PmFetchError code;
  const char *sentence;
} status_sentences[] = {
  { 404, 404, PM_FETCH_ERROR_NOT_FOUND, N_("%s has no page at this address; check the link.") },
  { 410, 410, PM_FETCH_ERROR_NOT_FOUND, N_("%s has taken this page down.") },
  { 401, 401, PM_FETCH_ERROR_DENIED, N_("%s shows this page only to those who sign in.") },
  { 402, 402, PM_FETCH_ERROR_DENIED, N_("%s shows this page only to those who pay.") },
  { 403, 403, PM_FETCH_ERROR_DENIED, N_("%s does not let Pressmark see this page.") },
  { 407, 407, PM_FETCH_ERROR_REFUSED, N_("The network’s proxy did not let Pressmark reach %s.") },
  { 451, 451, PM_FETCH_ERROR_DENIED, N_("%s may not show this page here for legal reasons.") },
  { 429, 429, PM_FETCH_ERROR_BUSY, N_("%s asks for fewer requests; try again later.") },
  { 400, 499, PM_FETCH_ERROR_CLIENT_STATUS, N_("%s did not accept the request (status %u).") },
  { 300, 399, PM_FETCH_ERROR_SERVER_STATUS, N_("%s redirects, but does not say where (status %u).") },
  { 500, 599, PM_FETCH_ERROR_SERVER_STATUS, N_("%s has a problem of its own (status %u); try again later.") },
  { 0, G_MAXUINT, PM_FETCH_ERROR_SERVER_STATUS, N_("%s gave an answer that makes no sense (status %u).") },
};
/* clang-format on */

/* The site goes in by hand, since a sentence from a table is no format the compiler can check. */
static GError *
error_new (PmFetchError code, const char *sentence, const char *host)
{
  g_auto (GStrv) parts = g_strsplit (_ (sentence), "%s", 2);
  g_autofree char *message = g_strjoinv (host, parts);

  return g_error_new_literal (PM_FETCH_ERROR, code, message);
}

static GError *
error_from_tls (const char *host, GTlsCertificateFlags flaws)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flaw_sentences); i++)
    if ((flaws & flaw_sentences[i].flaw) != 0)
      return error_new (PM_FETCH_ERROR_TLS, flaw_sentences[i].sentence, host);
  return error_new (PM_FETCH_ERROR_TLS, N_ ("No secure connection to %s could be made."), host);
}

GError *
_pm_fetch_error_from_cause (const GError *cause,
                            const char *host,
                            gboolean reading,
                            GTlsCertificateFlags flaws)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      (cause->domain == PM_FETCH_ERROR && *cause->message != '\0'))
    return g_error_copy (cause);
  if (g_error_matches (cause, PM_FETCH_ERROR, PM_FETCH_ERROR_CUT_OFF))
    return error_new (PM_FETCH_ERROR_CUT_OFF,
                      N_ ("What %s sent is damaged or incomplete; try again."), host);
  if (g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE))
    return error_new (PM_FETCH_ERROR_NOT_RESOLVED,
                      N_ ("%s could not be looked up; check the network connection."), host);
  if (cause->domain == G_RESOLVER_ERROR)
    return error_new (PM_FETCH_ERROR_NOT_RESOLVED,
                      N_ ("There is no site called %s; check the address."), host);
  if (reading && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return error_new (PM_FETCH_ERROR_CUT_OFF,
                      N_ ("%s stopped before its answer was complete; try again."), host);
  if (cause->domain == G_TLS_ERROR)
    return error_from_tls (host, flaws);
  for (gsize i = 0; cause->domain == G_IO_ERROR && i < G_N_ELEMENTS (io_sentences); i++)
    if (cause->code == (int) io_sentences[i].cause)
      return error_new (io_sentences[i].code, io_sentences[i].sentence, host);
  if (cause->domain == SOUP_SESSION_ERROR)
    return error_new (PM_FETCH_ERROR_SERVER_STATUS,
                      N_ ("%s gave an answer that makes no sense; try again later."), host);
  return error_new (PM_FETCH_ERROR_REFUSED, N_ ("The connection to %s failed; try again later."),
                    host);
}

static GError *
error_busy (gint64 retry_at, const char *host)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (retry_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%F %R") : NULL;

  if (when == NULL)
    return error_new (PM_FETCH_ERROR_BUSY, N_ ("%s asks for fewer requests; try again later."),
                      host);
  return g_error_new (PM_FETCH_ERROR, PM_FETCH_ERROR_BUSY,
                      /* Translators: a site, then a date and time. */
                      _ ("%s is busy and asks to try again after %s."), host, when);
}

GError *
_pm_fetch_error_from_status (guint status, gint64 retry_at, const char *host)
{
  g_autofree char *number = g_strdup_printf ("%u", status);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *message = NULL;
  gsize i = 0;

  if ((status == 429 || status == 503) && retry_at != 0)
    return error_busy (retry_at, host);
  while (status < status_sentences[i].first || status > status_sentences[i].last)
    i++;
  error = error_new (status_sentences[i].code, status_sentences[i].sentence, host);
  parts = g_strsplit (error->message, "%u", 2);
  message = g_strjoinv (number, parts);
  return g_error_new_literal (PM_FETCH_ERROR, error->code, message);
}

GError *
_pm_fetch_error_too_large (const char *host, guint64 limit)
{
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  return g_error_new (PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_LARGE,
                      /* Translators: a site, then a size such as "32 MiB". */
                      _ ("What %s sent is larger than the %s Pressmark accepts."), host, size);
}

GError *
_pm_fetch_error_empty (const char *host)
{
  return error_new (PM_FETCH_ERROR_EMPTY, N_ ("%s sent an empty page."), host);
}

GError *
_pm_fetch_error_forbidden (const char *host)
{
  return error_new (PM_FETCH_ERROR_FORBIDDEN_ADDRESS,
                    N_ ("A page led to %s, which is on a private network, so Pressmark did not "
                        "follow; add that address itself if you trust it."),
                    host);
}

GError *
_pm_fetch_error_disallowed (const char *host)
{
  return error_new (PM_FETCH_ERROR_DISALLOWED,
                    N_ ("%s asks programs not to read this page, so Pressmark left it out of the "
                        "list; download it by itself if you want it."),
                    host);
}

GError *
_pm_fetch_error_wrong_type (const char *host, PmFetchKind kind, const char *type)
{
  if (kind == PM_FETCH_FEED)
    return error_new (PM_FETCH_ERROR_WRONG_TYPE, N_ ("What %s sent is not a feed."), host);
  if (kind == PM_FETCH_PAGE && type != NULL &&
      _pm_fetch_judge_type (PM_FETCH_FEED, type) != PM_TYPE_REFUSED)
    return error_new (PM_FETCH_ERROR_FEED,
                      N_ ("What %s sent is a feed of articles, not an article."), host);
  if (type == NULL)
    return error_new (PM_FETCH_ERROR_WRONG_TYPE,
                      kind == PM_FETCH_PAGE
                          ? N_ ("What %s sent is not an article, but some other file.")
                          : N_ ("What %s sent is not an image."),
                      host);
  return g_error_new (PM_FETCH_ERROR, PM_FETCH_ERROR_WRONG_TYPE,
                      kind == PM_FETCH_PAGE
                          /* Translators: a site, then a type such as "application/zip". */
                          ? _ ("What %s sent is not an article, but a file of type %.60s.")
                          : _ ("What %s sent is not an image, but a file of type %.60s."),
                      host, type);
}

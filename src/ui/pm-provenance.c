/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-provenance.h"

#include "pm-notice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  PmMetaField field;
  const char *title;
} fields[] = {
  { PM_META_TITLE, N_ ("Title") },
  { PM_META_BYLINE, N_ ("By") },
  { PM_META_OUTLET, N_ ("Outlet") },
  { PM_META_PUBLISHED, N_ ("Published") },
  { PM_META_MODIFIED, N_ ("Modified") },
  { PM_META_SECTION, N_ ("Section") },
  { PM_META_LANGUAGE, N_ ("Language") },
  { PM_META_SUMMARY, N_ ("Summary") },
  { PM_META_LEAD_IMAGE, N_ ("Lead image") },
  { PM_META_NEXT_PAGE, N_ ("Next page") },
  { PM_META_FEED, N_ ("Feed") },
};

/* Returns: (transfer full) (nullable): the value of header @name in @block, whatever its case. */
static char *
dup_header (const char *block, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (block ? block : "", "\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i]; i++)
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':')
      return g_strstrip (g_strdup (lines[i] + length + 1));
  return NULL;
}

static const PmHop *
get_last_hop (PmPage *page)
{
  return page->hops->len > 0 ? page->hops->pdata[page->hops->len - 1] : NULL;
}

static char *
dup_server (const PmHop *hop)
{
  if (hop->address && hop->tls_version)
    return g_strdup_printf ("%s · %s", hop->address, hop->tls_version);
  return g_strdup (hop->address ? hop->address : hop->tls_version);
}

static char *
dup_type (PmPage *page)
{
  if (page->content_type && page->charset)
    return g_strdup_printf ("%s; charset=%s", page->content_type, page->charset);
  return g_strdup (page->content_type);
}

static char *
dup_size (PmPage *page)
{
  g_autofree char *wire = g_format_size (page->body_size);
  g_autofree char *whole = g_format_size (page->content_size);

  if (page->body_size == 0)
    return NULL;
  return page->content_size != page->body_size
             ? g_strdup_printf (_ ("%s (%s on the wire)"), whole, wire)
             : g_steal_pointer (&wire);
}

/* The others of an article that is cut into pages. */
static void
add_further_pages (PmFacts *facts, PmPage *first)
{
  guint number = 2;

  for (PmPage *page = first->next; page != NULL; page = page->next, number++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Page %u"), number);

      pm_facts_add (facts, title, page->url, NULL);
      pm_facts_add_digest (facts, _ ("SHA-256"), page->body_sha256);
    }
}

void
pm_provenance_add_capture (PmFacts *facts, PmRecord *record)
{
  PmPage *page = record->page;
  const char *asked = page ? page->requested_url : record->article->url;

  pm_facts_add (facts, _ ("Asked for"), asked, NULL);
  if (page)
    {
      const PmHop *last = get_last_hop (page);
      const char *canonical = record->document
                                  ? pm_document_get_meta (record->document, PM_META_CANONICAL_URL)
                                  : NULL;
      g_autofree char *hops = pm_provenance_dup_hops (page);
      g_autofree char *time = pm_provenance_dup_time (page->fetched);
      g_autofree char *server = last ? dup_server (last) : NULL;
      g_autofree char *type = dup_type (page);
      g_autofree char *size = dup_size (page);
      g_autofree char *modified = last ? dup_header (last->response_headers, "Last-Modified")
                                       : NULL;

      pm_facts_add (facts, _ ("Final"), g_strcmp0 (page->url, asked) != 0 ? page->url : NULL, NULL);
      pm_facts_add (facts, _ ("Canonical"),
                    g_strcmp0 (canonical, page->url) != 0 ? canonical : NULL, NULL);
      pm_facts_add (facts, _ ("Hops"), hops, NULL);
      pm_facts_add (facts, _ ("Fetched"), time, NULL);
      pm_facts_add (facts, _ ("Server"), server, NULL);
      pm_facts_add_digest (facts, _ ("Certificate"), last ? last->certificate_sha256 : NULL);
      pm_facts_add (facts, _ ("Type"), type, NULL);
      pm_facts_add (facts, _ ("Last modified"), modified, NULL);
      pm_facts_add (facts, _ ("Size"), size, NULL);
      pm_facts_add_digest (facts, _ ("SHA-256"), page->body_sha256);
      add_further_pages (facts, page);
    }
  pm_facts_add (facts, _ ("Failed"), record->article->error, NULL);
}

void
pm_provenance_add_metadata (PmFacts *facts, PmDocument *document)
{
  const char *notice = pm_document_get_meta (document, PM_META_NOTICE);
  const char *sentence = pm_notice_get_sentence (notice);

  pm_facts_add (facts, _ ("Notice"), sentence ? sentence : notice,
                pm_document_get_meta_key (document, PM_META_NOTICE));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pm_facts_add (facts, _ (fields[i].title), pm_document_get_meta (document, fields[i].field),
                  pm_document_get_meta_key (document, fields[i].field));
}

void
pm_provenance_add_hop (PmFacts *facts, const PmHop *hop)
{
  g_autofree char *status = g_strdup_printf ("%u %s %s", hop->status,
                                             hop->reason ? hop->reason : "",
                                             hop->protocol ? hop->protocol : "");
  g_autofree char *server = dup_server (hop);
  g_autofree char *started = pm_provenance_dup_time (hop->started);
  g_autofree char *took = hop->started > 0 && hop->finished >= hop->started
                              ? g_strdup_printf (_ ("%d ms"),
                                                 (int) ((hop->finished - hop->started) / 1000))
                              : NULL;

  pm_facts_add (facts, _ ("Address"), hop->url, NULL);
  pm_facts_add (facts, _ ("Status"), g_strstrip (status), NULL);
  pm_facts_add (facts, _ ("Server"), server, NULL);
  pm_facts_add_digest (facts, _ ("Certificate"), hop->certificate_sha256);
  pm_facts_add (facts, _ ("Started"), started, NULL);
  pm_facts_add (facts, _ ("Took"), took, NULL);
  pm_facts_add_code (facts, _ ("Request"), hop->request_headers);
  pm_facts_add_code (facts, _ ("Response"), hop->response_headers);
}

char *
pm_provenance_dup_hops (PmPage *page)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < page->hops->len; i++)
    g_string_append_printf (line, "%s%u", i > 0 ? " → " : "",
                            ((PmHop *) page->hops->pdata[i])->status);
  return g_string_free (line, FALSE);
}

char *
pm_provenance_dup_time (gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC)
                                         : NULL;

  /* Translators: a moment in UTC, to the second; see g_date_time_format(). */
  return date ? g_date_time_format (date, _ ("%-d %b %Y, %H:%M:%S UTC")) : g_strdup ("");
}

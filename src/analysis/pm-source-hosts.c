/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-source-hosts.h"

#include <string.h>

typedef struct
{
  const char *domain; /* the host itself or the end of it after a full stop */
  PmSourceKind kind;
} Domain;

/* From general knowledge. A domain of top level alone stands for all hosts under it. */
static const Domain domains[] = {
  { "ac.uk", PM_SOURCE_RESEARCH },
  { "acm.org", PM_SOURCE_RESEARCH },
  { "afp.com", PM_SOURCE_AGENCY },
  { "aljazeera.com", PM_SOURCE_NEWS },
  { "ansa.it", PM_SOURCE_AGENCY },
  { "ap.org", PM_SOURCE_AGENCY },
  { "apnews.com", PM_SOURCE_AGENCY },
  { "archive.org", PM_SOURCE_REFERENCE },
  { "arxiv.org", PM_SOURCE_RESEARCH },
  { "axios.com", PM_SOURCE_NEWS },
  { "bbc.co.uk", PM_SOURCE_NEWS },
  { "bbc.com", PM_SOURCE_NEWS },
  { "biorxiv.org", PM_SOURCE_RESEARCH },
  { "bloomberg.com", PM_SOURCE_AGENCY },
  { "britannica.com", PM_SOURCE_REFERENCE },
  { "bsky.app", PM_SOURCE_SOCIAL },
  { "businessinsider.com", PM_SOURCE_NEWS },
  { "businesswire.com", PM_SOURCE_DOCUMENT },
  { "buzzfeednews.com", PM_SOURCE_NEWS },
  { "cbsnews.com", PM_SOURCE_NEWS },
  { "cell.com", PM_SOURCE_RESEARCH },
  { "charity", PM_SOURCE_NGO },
  { "cnbc.com", PM_SOURCE_NEWS },
  { "cnn.com", PM_SOURCE_NEWS },
  { "congress.gov", PM_SOURCE_DOCUMENT },
  { "courtlistener.com", PM_SOURCE_DOCUMENT },
  { "curia.europa.eu", PM_SOURCE_DOCUMENT },
  { "dictionary.com", PM_SOURCE_REFERENCE },
  { "documentcloud.org", PM_SOURCE_DOCUMENT },
  { "doi.org", PM_SOURCE_RESEARCH },
  { "dpa.com", PM_SOURCE_AGENCY },
  { "dw.com", PM_SOURCE_NEWS },
  { "economist.com", PM_SOURCE_NEWS },
  { "edu", PM_SOURCE_RESEARCH },
  { "efe.com", PM_SOURCE_AGENCY },
  { "eur-lex.europa.eu", PM_SOURCE_DOCUMENT },
  { "europa.eu", PM_SOURCE_GOVERNMENT },
  { "facebook.com", PM_SOURCE_SOCIAL },
  { "federalregister.gov", PM_SOURCE_DOCUMENT },
  { "forbes.com", PM_SOURCE_NEWS },
  { "foundation", PM_SOURCE_NGO },
  { "foxnews.com", PM_SOURCE_NEWS },
  { "ft.com", PM_SOURCE_NEWS },
  { "globenewswire.com", PM_SOURCE_DOCUMENT },
  { "gouv.fr", PM_SOURCE_GOVERNMENT },
  { "gov", PM_SOURCE_GOVERNMENT },
  { "huffpost.com", PM_SOURCE_NEWS },
  { "ieee.org", PM_SOURCE_RESEARCH },
  { "imdb.com", PM_SOURCE_REFERENCE },
  { "imf.org", PM_SOURCE_GOVERNMENT },
  { "instagram.com", PM_SOURCE_SOCIAL },
  { "int", PM_SOURCE_GOVERNMENT },
  { "interfax.ru", PM_SOURCE_AGENCY },
  { "jamanetwork.com", PM_SOURCE_RESEARCH },
  { "kremlin.ru", PM_SOURCE_GOVERNMENT },
  { "latimes.com", PM_SOURCE_NEWS },
  { "lemonde.fr", PM_SOURCE_NEWS },
  { "linkedin.com", PM_SOURCE_SOCIAL },
  { "mastodon.social", PM_SOURCE_SOCIAL },
  { "medium.com", PM_SOURCE_SOCIAL },
  { "merriam-webster.com", PM_SOURCE_REFERENCE },
  { "mil", PM_SOURCE_GOVERNMENT },
  { "msnbc.com", PM_SOURCE_NEWS },
  { "nature.com", PM_SOURCE_RESEARCH },
  { "nbcnews.com", PM_SOURCE_NEWS },
  { "nejm.org", PM_SOURCE_RESEARCH },
  { "newyorker.com", PM_SOURCE_NEWS },
  { "ngo", PM_SOURCE_NGO },
  { "npr.org", PM_SOURCE_NEWS },
  { "nytimes.com", PM_SOURCE_NEWS },
  { "oecd.org", PM_SOURCE_GOVERNMENT },
  { "ong", PM_SOURCE_NGO },
  { "plos.org", PM_SOURCE_RESEARCH },
  { "pnas.org", PM_SOURCE_RESEARCH },
  { "politico.com", PM_SOURCE_NEWS },
  { "politico.eu", PM_SOURCE_NEWS },
  { "prnewswire.com", PM_SOURCE_DOCUMENT },
  { "propublica.org", PM_SOURCE_NEWS },
  { "rand.org", PM_SOURCE_RESEARCH },
  { "reddit.com", PM_SOURCE_SOCIAL },
  { "researchgate.net", PM_SOURCE_RESEARCH },
  { "reuters.com", PM_SOURCE_AGENCY },
  { "ria.ru", PM_SOURCE_AGENCY },
  { "rt.com", PM_SOURCE_NEWS },
  { "science.org", PM_SOURCE_RESEARCH },
  { "sciencedirect.com", PM_SOURCE_RESEARCH },
  { "scribd.com", PM_SOURCE_DOCUMENT },
  { "sec.gov", PM_SOURCE_DOCUMENT },
  { "sky.com", PM_SOURCE_NEWS },
  { "spiegel.de", PM_SOURCE_NEWS },
  { "springer.com", PM_SOURCE_RESEARCH },
  { "ssrn.com", PM_SOURCE_RESEARCH },
  { "substack.com", PM_SOURCE_SOCIAL },
  { "supremecourt.gov", PM_SOURCE_DOCUMENT },
  { "t.co", PM_SOURCE_SOCIAL },
  { "t.me", PM_SOURCE_SOCIAL },
  { "tass.com", PM_SOURCE_AGENCY },
  { "tass.ru", PM_SOURCE_AGENCY },
  { "theatlantic.com", PM_SOURCE_NEWS },
  { "theguardian.com", PM_SOURCE_NEWS },
  { "thehill.com", PM_SOURCE_NEWS },
  { "thelancet.com", PM_SOURCE_RESEARCH },
  { "theverge.com", PM_SOURCE_NEWS },
  { "threads.net", PM_SOURCE_SOCIAL },
  { "tiktok.com", PM_SOURCE_SOCIAL },
  { "time.com", PM_SOURCE_NEWS },
  { "truthsocial.com", PM_SOURCE_SOCIAL },
  { "twitter.com", PM_SOURCE_SOCIAL },
  { "un.org", PM_SOURCE_GOVERNMENT },
  { "upi.com", PM_SOURCE_AGENCY },
  { "uscourts.gov", PM_SOURCE_DOCUMENT },
  { "usatoday.com", PM_SOURCE_NEWS },
  { "vk.com", PM_SOURCE_SOCIAL },
  { "vox.com", PM_SOURCE_NEWS },
  { "washingtonpost.com", PM_SOURCE_NEWS },
  { "wiley.com", PM_SOURCE_RESEARCH },
  { "wikidata.org", PM_SOURCE_REFERENCE },
  { "wikileaks.org", PM_SOURCE_DOCUMENT },
  { "wikipedia.org", PM_SOURCE_REFERENCE },
  { "wiktionary.org", PM_SOURCE_REFERENCE },
  { "wired.com", PM_SOURCE_NEWS },
  { "worldbank.org", PM_SOURCE_GOVERNMENT },
  { "wsj.com", PM_SOURCE_NEWS },
  { "x.com", PM_SOURCE_SOCIAL },
  { "xinhuanet.com", PM_SOURCE_AGENCY },
  { "yna.co.kr", PM_SOURCE_AGENCY },
  { "yonhapnews.co.kr", PM_SOURCE_AGENCY },
  { "youtu.be", PM_SOURCE_SOCIAL },
  { "youtube.com", PM_SOURCE_SOCIAL },
};

/* In an address or the words of a link: a paper rather than a page. */
static const char *const document_words[] = {
  ".pdf",
  "affidavit",
  "briefing-room/statements",
  "complaint",
  "court-document",
  "decree",
  "executive-order",
  "executive order",
  "fact sheet",
  "fact-sheet",
  "filing",
  "indictment",
  "judgment",
  "memorandum",
  "newsroom/press",
  "opinions/",
  "plea agreement",
  "press release",
  "press-release",
  "pressrelease",
  "ruling",
  "statement",
  "statute",
  "transcript",
  "white-paper",
};

/* What a label of the host, or a part of the path, says by itself where no domain is known. */
static const struct
{
  const char *labels; /* between full stops */
  const char *path;   /* (nullable) */
  PmSourceKind kind;
} hints[] = {
  { ".state.treasury.justice.ministry.government.govt.parliament.senate.police.", "/gov/",
    PM_SOURCE_GOVERNMENT },
  { ".encyclopedia.encyclopaedia.wiki.dictionary.", "/wiki/", PM_SOURCE_REFERENCE },
  { ".wiki.", "/profile", PM_SOURCE_REFERENCE },
  { ".university.institute.journals.", "/doi/", PM_SOURCE_RESEARCH },
  { ".court.courts.legislation.", "/statutes/", PM_SOURCE_DOCUMENT },
};

/* Parts of a host that newspapers and broadcasters like. */
static const char *const news_words[] = { "news",    "times",     "herald",  "gazette",
                                          "tribune", "daily",     "journal", "post",
                                          "press",   "telegraph", "radio",   "zeitung" };

/* Parts of a host that bodies of citizens like. */
static const char *const civic_words[] = { "charity",      "charities",   "foundation",
                                           "human-rights", "humanrights", "stiftung",
                                           "fondation",    "fundacion",   "fundacao" };

static gboolean
ends_in_domain (const char *host, const char *domain)
{
  gsize n = strlen (host);
  gsize m = strlen (domain);

  if (n < m || strcmp (host + n - m, domain) != 0)
    return FALSE;
  return n == m || host[n - m - 1] == '.';
}

/* "gov.uk", "gob.mx", "gov.au": a public body's second level under a country. */
static gboolean
is_public_body (const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n = g_strv_length (labels);

  for (guint i = 0; i < n; i++)
    if (i + 2 >= n && (strcmp (labels[i], "gov") == 0 || strcmp (labels[i], "gob") == 0 ||
                       strcmp (labels[i], "gouv") == 0 || strcmp (labels[i], "mil") == 0 ||
                       strcmp (labels[i], "bund") == 0))
      return TRUE;
  return FALSE;
}

/* The part of @host that somebody registered: "bbc.co.uk" of "www.bbc.co.uk". */
static const char *
find_site (const char *host)
{
  const char *last = strrchr (host, '.');
  const char *at = last;
  guint labels = 1;

  if (last == NULL)
    return host;
  for (; at > host; at--)
    if (at[-1] == '.')
      {
        gsize length = strcspn (at, ".");

        labels++;
        if (labels > 2 || length > 3 || strlen (last + 1) > 2)
          return at;
      }
  return host;
}

static char *
dup_host (const char *url)
{
  g_autofree char *host = NULL;

  if (!g_uri_split (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL, NULL, &host, NULL,
                    NULL, NULL, NULL, NULL) ||
      host == NULL)
    return NULL;
  return g_ascii_strdown (host, -1);
}

static gboolean
contains_any (const char *text, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static PmSourceKind
kind_of_hints (const char *host, const char *path)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      if (hints[i].path != NULL && strstr (path, hints[i].path) != NULL)
        return hints[i].kind;
      for (guint k = 0; labels[k] != NULL && labels[k + 1] != NULL; k++)
        {
          g_autofree char *label = g_strdup_printf (".%s.", labels[k]);

          if (strstr (hints[i].labels, label) != NULL)
            return hints[i].kind;
        }
    }
  return PM_SOURCE_OTHER;
}

/* The kind of the longest domain that @host ends in. */
static gboolean
find_domain (const char *host, PmSourceKind *kind)
{
  gsize longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    if (strlen (domains[i].domain) > longest && ends_in_domain (host, domains[i].domain))
      {
        *kind = domains[i].kind;
        longest = strlen (domains[i].domain);
      }
  return longest > 0;
}

static PmSourceKind
kind_of_host (const char *host, const char *path, gboolean *guessed)
{
  PmSourceKind kind = PM_SOURCE_OTHER;

  *guessed = FALSE;
  if (find_domain (host, &kind))
    return kind;
  if (is_public_body (host))
    return PM_SOURCE_GOVERNMENT;
  kind = kind_of_hints (host, path);
  if (kind != PM_SOURCE_OTHER)
    return kind;
  if (contains_any (host, civic_words, G_N_ELEMENTS (civic_words)))
    return PM_SOURCE_NGO;
  if (contains_any (host, news_words, G_N_ELEMENTS (news_words)))
    return PM_SOURCE_NEWS;
  *guessed = TRUE;
  if (ends_in_domain (host, "org"))
    return PM_SOURCE_NGO;
  return ends_in_domain (host, "com") || ends_in_domain (host, "biz") ? PM_SOURCE_COMPANY
                                                                      : PM_SOURCE_OTHER;
}

PmSourceKind
pm_source_kind_of_url (const char *url, const char *words, const char *own_url, gboolean *guessed)
{
  g_autofree char *host = dup_host (url);
  g_autofree char *own_host = own_url != NULL ? dup_host (own_url) : NULL;
  g_autofree char *folded = g_utf8_strdown (words != NULL ? words : "", -1);
  g_autofree char *address = g_ascii_strdown (url, -1);
  PmSourceKind kind;

  *guessed = FALSE;
  if (host == NULL)
    return PM_SOURCE_OTHER;
  if (own_host != NULL && strcmp (find_site (host), find_site (own_host)) == 0)
    return PM_SOURCE_INTERNAL;
  kind = kind_of_host (host, address, guessed);
  if (kind != PM_SOURCE_NEWS && kind != PM_SOURCE_AGENCY && kind != PM_SOURCE_SOCIAL &&
      kind != PM_SOURCE_REFERENCE &&
      (contains_any (address, document_words, G_N_ELEMENTS (document_words)) ||
       contains_any (folded, document_words, G_N_ELEMENTS (document_words))))
    {
      *guessed = FALSE;
      return PM_SOURCE_DOCUMENT;
    }
  return kind;
}

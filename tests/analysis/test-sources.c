/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include "pm-source-hosts.h"

#include <string.h>

/* "agency | TASS | TASS reported": kind, name, words. */
static char *
describe_sources (const char *text)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, "en");
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < analysis->sources->len; i++)
    {
      const PmSource *source = g_ptr_array_index (analysis->sources, i);
      g_autofree char *words = pm_document_dup_span (document, source->span);

      g_string_append_printf (found, "%s%s | %s | %s", i > 0 ? "\n" : "",
                              pm_source_kind_to_string (source->kind), source->name, words);
    }
  return g_string_free (found, FALSE);
}

static const Case cases[] = {
  { "agency-reported", "The plan is off, news agency TASS reported Thursday.",
    "agency | TASS | news agency TASS reported" },
  { "agency-object", "Then Reuters reported a fire.", "agency | Reuters | Reuters reported" },
  { "told-outlet", "She told CNN's Peter Falk so.", "news | CNN | told CNN" },
  { "citing", "It fell, citing the Financial Times.",
    "news | Financial Times | citing the Financial Times" },
  { "body-speaks", "The White House said it was expelling ten diplomats.",
    "government | White House | The White House said" },
  { "spokesperson", "White House press secretary Jen Psaki said it was over.",
    "government | White House | White House press secretary Jen Psaki said" },
  { "nameless-body", "The government said it was over.",
    "government | government | The government said" },
  { "body-by-acronym",
    "The Norland Maritime Authority (NMA) said it was over. The NMA said it was not.",
    "government | Norland Maritime Authority | The Norland Maritime Authority (NMA) said\n"
    "government | Norland Maritime Authority | The NMA said" },
  { "charity", "The charity Clear Harbour said it was over.",
    "ngo | Clear Harbour | The charity Clear Harbour said" },
  { "watchdog-before", "The corruption watchdog Clear Harbour said it was over.",
    "ngo | Clear Harbour | The corruption watchdog Clear Harbour said" },
  { "group-of-a-cause", "The London-based rights group Clear Harbour said it was over.",
    "ngo | Clear Harbour | The London-based rights group Clear Harbour said" },
  { "apposition", "Clear Harbour, an environmental group, said it was over.",
    "ngo | Clear Harbour | Clear Harbour, an environmental group, said" },
  { "foundation", "The Lind Foundation said it was over.",
    "ngo | Lind Foundation | The Lind Foundation said" },
  { "known-ngo", "Human Rights Watch said it was over.",
    "ngo | Human Rights Watch | Human Rights Watch said" },
  { "nameless-charity", "The charity said it was over.", "ngo | charity | The charity said" },
  { "statement", "A statement released on Monday was signed by the SVR there.",
    "document | SVR statement | A statement released on Monday was signed by the SVR" },
  { "credit", "CNN’s Paula Brandt and Olga Marin contributed to this report.",
    "news | CNN | CNN’s Paula Brandt and Olga Marin contributed to this report." },
  { "dateline", "LONDON, March 12 (Reuters) - It rained.", "agency | Reuters | Reuters" },
  { "dangling", "It was so.\n\nSource", "other | Source | Source" },
  { "label-needs-the-end", "Source\n\nIt was so.", "" },
  { "person-is-no-source", "Anna Lind said the plan was good.", "" },
  { "party-is-no-source", "Sen. Sherrod Brown (D-Ohio), who faces a race, said the plan was good.",
    "" },
  { "outlet-only-named", "She likes the Financial Times.", "" },
};

typedef struct
{
  const char *url;
  const char *words;
  PmSourceKind kind;
} UrlCase;

static const UrlCase url_cases[] = {
  { "https://www.reuters.com/a", "said", PM_SOURCE_AGENCY },
  { "https://edition.cnn.com/2021/", "CNN", PM_SOURCE_NEWS },
  { "https://www.bbc.co.uk/news/1", "BBC", PM_SOURCE_NEWS },
  { "https://www.morningherald.example/x", "x", PM_SOURCE_NEWS },
  { "https://www.state.gov/x", "x", PM_SOURCE_GOVERNMENT },
  { "https://www.gov.uk/x", "x", PM_SOURCE_GOVERNMENT },
  { "https://www.health.gov.au/x", "x", PM_SOURCE_GOVERNMENT },
  { "https://home.treasury.gov/list.pdf", "list", PM_SOURCE_DOCUMENT },
  { "https://example.org/a", "the indictment", PM_SOURCE_DOCUMENT },
  { "https://twitter.com/a/status/1", "tweet", PM_SOURCE_SOCIAL },
  { "https://x.com/a", "post", PM_SOURCE_SOCIAL },
  { "https://notx.com/a", "shop", PM_SOURCE_COMPANY },
  { "https://en.wikipedia.org/wiki/A", "A", PM_SOURCE_REFERENCE },
  { "https://doi.org/10.1/1", "study", PM_SOURCE_RESEARCH },
  { "https://www.mit.edu/", "MIT", PM_SOURCE_RESEARCH },
  { "https://www.ox.ac.uk/", "Oxford", PM_SOURCE_RESEARCH },
  { "https://www.harbourfriends.org/", "x", PM_SOURCE_NGO },
  { "https://clean-water.ngo/", "x", PM_SOURCE_NGO },
  { "https://www.lind-stiftung.de/", "x", PM_SOURCE_NGO },
  { "https://news.site.example/b", "b", PM_SOURCE_INTERNAL },
  { "mailto:a@b.example", "write", PM_SOURCE_OTHER },
  { "not an address", "x", PM_SOURCE_OTHER },
};

static void
test_urls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (url_cases); i++)
    {
      gboolean guessed;
      PmSourceKind kind = pm_source_kind_of_url (url_cases[i].url, url_cases[i].words,
                                                 "https://www.site.example/a", &guessed);

      g_test_message ("%s", url_cases[i].url);
      g_assert_cmpstr (pm_source_kind_to_string (kind), ==,
                       pm_source_kind_to_string (url_cases[i].kind));
    }
}

/* A host that says little is what the words beside its link say. */
static const UrlCase link_cases[] = {
  { "https://harbour.example/", "It rained, wrote the charity | on Monday.", PM_SOURCE_NGO },
  { "https://harbour.com/", "It rained, wrote the rights group | on Monday.", PM_SOURCE_NGO },
  { "https://harbour.com/", "It rained, wrote the shop | on Monday.", PM_SOURCE_COMPANY },
  { "https://harbourherald.example/", "It rained, wrote the charity | on Monday.", PM_SOURCE_NEWS },
};

static void
test_links_in_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (link_cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (link_cases[i].words, "|", 2);
      g_autofree char *text = g_strdup_printf ("%sClear Harbour%s", parts[0], parts[1]);
      PmSpan link = { strlen (parts[0]), strlen (parts[0]) + strlen ("Clear Harbour") };
      PmSpan all = { 0, strlen (text) };
      g_autoptr (PmDocument) document = pm_document_new (g_steal_pointer (&text), -1);
      g_autoptr (PmAnalysis) analysis = NULL;

      g_test_message ("%s %s", link_cases[i].url, link_cases[i].words);
      pm_document_add_mark (document, PM_MARK_PARAGRAPH, all, 0, 0, NULL, NULL);
      pm_document_add_mark (document, PM_MARK_LINK, link, 0, 0, link_cases[i].url, NULL);
      analysis = pm_analyse (document, "en");
      g_assert_cmpuint (analysis->sources->len, ==, 1);
      g_assert_cmpstr (pm_source_kind_to_string (((PmSource *) analysis->sources->pdata[0])->kind),
                       ==, pm_source_kind_to_string (link_cases[i].kind));
    }
}

static void
test_links (void)
{
  g_autoptr (PmDocument) document = pm_document_new (g_strdup ("He read the report and\n\nSource"),
                                                     -1);
  g_autoptr (PmAnalysis) analysis = NULL;
  const PmSource *source;

  pm_document_add_mark (document, PM_MARK_PARAGRAPH, (PmSpan){ 0, 22 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_LINK, (PmSpan){ 8, 18 }, 0, 0,
                        "https://example.gov/a.pdf", NULL);
  pm_document_add_mark (document, PM_MARK_PARAGRAPH, (PmSpan){ 24, 30 }, 0, 0, NULL, NULL);
  pm_document_add_mark (document, PM_MARK_LINK, (PmSpan){ 24, 30 }, 0, 0,
                        "https://www.reuters.com/a", NULL);
  analysis = pm_analyse (document, NULL);
  g_assert_cmpuint (analysis->sources->len, ==, 2);
  source = g_ptr_array_index (analysis->sources, 0);
  g_assert_cmpstr (source->name, ==, "the report");
  g_assert_cmpstr (source->url, ==, "https://example.gov/a.pdf");
  g_assert_cmpint (source->kind, ==, PM_SOURCE_DOCUMENT);
  source = g_ptr_array_index (analysis->sources, 1);
  g_assert_cmpint (source->kind, ==, PM_SOURCE_AGENCY);
}

void
add_source_tests (void)
{
  add_cases ("/analysis/sources", cases, G_N_ELEMENTS (cases), describe_sources);
  g_test_add_func ("/analysis/sources/addresses", test_urls);
  g_test_add_func ("/analysis/sources/links", test_links);
  g_test_add_func ("/analysis/sources/links-in-words", test_links_in_words);
}

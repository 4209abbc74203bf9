/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include <string.h>

/* "PER Joe Biden (Biden) x2": type, name, aliases, number of mentions. */
static char *
describe (PmAnalysis *analysis)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PmEntity *entity = g_ptr_array_index (analysis->entities, i);

      g_string_append_printf (found, "%s%s %s", i > 0 ? "\n" : "",
                              pm_entity_type_to_string (entity->type), entity->name);
      for (guint k = 0; k < entity->aliases->len; k++)
        g_string_append_printf (found, " (%s)", (char *) entity->aliases->pdata[k]);
      g_string_append_printf (found, " x%u", entity->mentions->len);
    }
  return g_string_free (found, FALSE);
}

static char *
describe_entities (const char *text)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, "en");

  return describe (analysis);
}

static const Case cases[] = {
  { "given-name", "Yesterday Maria Santos spoke.", "PER Maria Santos x1" },
  { "given-name-and-word", "The director, Per Nyholm, left. Per person it was more.",
    "PER Per Nyholm x1" },
  { "last-name-joins", "Joe Biden spoke. Later Biden left.", "PER Joe Biden (Biden) x2" },
  { "last-name-first", "Then Biden left. Joe Biden spoke.", "PER Joe Biden (Biden) x2" },
  { "opening-decided-elsewhere", "Psaki spoke. The aide, Jen Psaki, left.",
    "PER Jen Psaki (Psaki) x2" },
  { "middle-name", "Donald J. Trump won. Donald Trump left.",
    "PER Donald J. Trump (Donald Trump) x2" },
  { "given-name-joins", "Maria Santos spoke. Then Maria left.", "PER Maria Santos (Maria) x2" },
  { "given-name-of-two", "Maria Santos and Maria Silva met. Then Maria left.",
    "PER Maria Santos x1\nPER Maria Silva x1\nPER Maria x1" },
  { "title-joins", "Then Pope Francis spoke. Later Francis left.",
    "PER Pope Francis (Francis) x2" },
  { "cited", "Wilson, John (2009). The Tide. Then John Wilson left.",
    "PER John Wilson (Wilson, John) x2" },
  { "cited-editor", "Wilson, John, ed. (2009). The Tide.", "PER John Wilson (Wilson, John) x1" },
  { "cited-several", "Moreno, Ana; Silva, Maria (1998). Tides of the south.",
    "PER Ana Moreno (Moreno, Ana) x1\nPER Maria Silva (Silva, Maria) x1" },
  { "listed-is-not-cited", "Wilson, John and Maria spoke.",
    "PER Wilson x1\nPER John x1\nPER Maria x1" },
  { "junior", "Then Martin Luther King, Jr. spoke.", "PER Martin Luther King, Jr. x1" },
  { "title-is-no-part", "He met Mr. Kowalczyk there.", "PER Kowalczyk x1" },
  { "demonym-title-name", "He told Russian President Vladimir Putin so.", "PER Vladimir Putin x1" },
  { "whose-title-name", "That US President Barack Obama left.", "LOC US x1\nPER Barack Obama x1" },
  { "long-title", "So Prime Minister Najib Razak left.", "PER Najib Razak x1" },
  { "possessive-excluded", "This is Vladimir Putin's plan.", "PER Vladimir Putin x1" },
  { "particle", "Then Ursula von der Leyen left.", "PER Ursula von der Leyen x1" },
  { "demonym-alone", "Many Russian players met Germans.", "" },
  { "months-and-days", "On Tuesday in March nothing happened.", "" },
  { "country", "They went to Germany and North Korea.", "LOC Germany x1\nLOC North Korea x1" },
  { "aliases-of-a-country", "In the United States and the U.S. and the US.",
    "LOC United States (U.S.) (US) x3" },
  { "pronoun-us", "They told us to go.", "" },
  { "unknown-place-after-in", "They live in Zhukovograd today.", "LOC Zhukovograd x1" },
  { "river", "It flows into the Zambo River here.", "LOC Zambo River x1" },
  { "ministry", "Then the Saudi Interior Ministry spoke.", "ORG Saudi Interior Ministry x1" },
  { "department-of", "It was the Department of Housing and Urban Development.",
    "ORG Department of Housing and Urban Development x1" },
  { "company-suffix", "Shares in Zarkon Corp. fell.", "ORG Zarkon Corp. x1" },
  { "company-short", "Shares in Zarkon Inc fell. Zarkon said it would pay.",
    "ORG Zarkon Inc (Zarkon) x2" },
  { "ampersand", "It was Fox & Hollow again.", "ORG Fox & Hollow x1" },
  { "acronym-in-brackets", "The Zebra Preservation Society (ZPS) met. The ZPS left.",
    "ORG Zebra Preservation Society (ZPS) x3" },
  { "format-in-brackets",
    "The Zebra Council (PDF) met. The Ministry of Health (PDF) and Zarkon Inc (PDF) left.",
    "ORG Zebra Council x1\nORG PDF x3\nORG Ministry of Health x1\nORG Zarkon Inc x1" },
  { "agency-in-brackets", "KYIV (AFP) - It rained in Kyiv.", "LOC KYIV (Kyiv) x2\nORG AFP x1" },
  { "acronym-by-initials", "The World Health Organization met. Later the WHO left.",
    "ORG World Health Organization (WHO) x2" },
  { "outlet", "He told CNN and the New York Times so.", "ORG CNN x1\nORG New York Times x1" },
  { "mixed-case", "The attack on SolarWinds went on.", "ORG SolarWinds x1" },
  { "administration", "It is the Biden administration now.", "PER Biden x1" },
  { "treaty", "He quoted the New START treaty again.", "MISC New START x1" },
  { "number-in-name", "The pipe Nord Stream 2 is long.", "MISC Nord Stream 2 x1" },
  { "election", "It was the 2020 US presidential election.",
    "MISC 2020 US presidential election x1" },
  { "work", "It was entitled “Ships And What’s Left” there.", "MISC Ships And What’s Left x1" },
  { "common-opening", "Police came. Officials left.", "" },
  { "shouting", "THIS IS NOT THE TIME TO SHOUT", "" },
  { "headline", "Europe Runs Out of Ships to Sanction\n\nThe ships of Europe are few.",
    "LOC Europe x2" },
  { "dateline", "LONDON, March 12 (Reuters) - It rained.", "LOC LONDON x1\nORG Reuters x1" },
  { "score-is-no-name", "Then Belgium 3 – 0 Panama ended.", "LOC Belgium x1\nLOC Panama x1" },
  { "nothing", "", "" },
};

static void
test_other_language (void)
{
  const char
      *text = "Ieri sera il Ministro Mario Rossi è finalmente arrivato a Bruxelles con un treno. "
              "Secondo Rossi la CGIL e la Casa dormono.";
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, "xx");
  g_autofree char *found = describe (analysis);

  g_assert_cmpstr (found, ==, "PER Mario Rossi (Rossi) x2\nLOC Bruxelles x1\nORG CGIL x1");
}

/* There is a model of Swedish, but no file of its words. */
static void
test_model_alone (void)
{
  const char *text = "I går besökte Stefan Löfven återigen Göteborg och Malmö.";
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, "sv");
  g_autofree char *found = describe (analysis);

  g_assert_cmpstr (found, ==, "PER Stefan Löfven x1\nLOC Göteborg x1\nLOC Malmö x1");
}

static void
test_guesses (void)
{
  g_autoptr (PmDocument) document = pm_document_new_plain ("Rossi", 5);

  g_assert_false (pm_analyse_guesses (document));
  pm_document_set_meta (document, PM_META_LANGUAGE, "it-IT", NULL);
  g_assert_true (pm_analyse_guesses (document));
  pm_document_set_meta (document, PM_META_LANGUAGE, "sv", NULL);
  g_assert_false (pm_analyse_guesses (document));
}

void
add_entity_tests (void)
{
  add_cases ("/analysis/entities", cases, G_N_ELEMENTS (cases), describe_entities);
  g_test_add_func ("/analysis/entities/other-language", test_other_language);
  g_test_add_func ("/analysis/entities/model-alone", test_model_alone);
  g_test_add_func ("/analysis/entities/guesses", test_guesses);
}

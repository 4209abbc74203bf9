/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include "pm-tokens.h"

#include <string.h>

/* Tokens parted by "|", sentences by " / ", paragraphs by " // ". */
static char *
describe_tokens_in (const char *text, const char *language)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmTokens) tokens = pm_tokens_new (document,
                                               pm_lexicon_get (pm_language_find (language)));
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < tokens->n_tokens; i++)
    {
      g_autofree char *word = pm_tokens_dup_text (tokens, (PmTokenRange){ i, i + 1 });

      if (i > 0)
        g_string_append (found, tokens->tokens[i].gap == PM_GAP_PARAGRAPH ? " // "
                                : tokens->tokens[i].sentence != tokens->tokens[i - 1].sentence
                                    ? " / "
                                    : "|");
      g_string_append (found, word);
    }
  return g_string_free (found, FALSE);
}

static char *
describe_tokens (const char *text)
{
  return describe_tokens_in (text, "en");
}

static char *
describe_german_tokens (const char *text)
{
  return describe_tokens_in (text, "de");
}

static const Case german_cases[] = {
  { "genitive-of-a-place", "Polens Haltung", "Polen|s|Haltung" },
  { "genitive-known-elsewhere", "Tusk kam. Tusks Büro auch.", "Tusk|kam|. / Tusk|s|Büro|auch|." },
  { "genitive-of-a-body", "des Bundeskriminalamts", "des|Bundeskriminalamt|s" },
  { "genitive-of-a-noun", "des Vereins", "des|Vereins" },
  { "no-genitive", "Siemens und Paris und Klaus", "Siemens|und|Paris|und|Klaus" },
  { "role-of-a-name", "Der CDU-Politiker kam", "Der|CDU|-|Politiker|kam" },
  { "name-with-hyphen", "Karl-Heinz aus Baden-Baden", "Karl-Heinz|aus|Baden-Baden" },
  { "ordinal-and-title", "Am 3. Mai kam Dr. Lind", "Am|3|.|Mai|kam|Dr.|Lind" },
};

static const Case cases[] = {
  { "words", "The cat sat.", "The|cat|sat|." },
  { "possessive", "Biden's plan and the boss’s", "Biden|'s|plan|and|the|boss|’s" },
  { "contraction", "We don't and it’s O'Neill", "We|don't|and|it|’s|O'Neill" },
  { "plural-possessive", "the boys' toys", "the|boys|'|toys" },
  { "acronym-stops", "The U.S. army", "The|U.S.|army" },
  { "state-stop", "In Denver, Colo., he said.", "In|Denver|,|Colo.|,|he|said|." },
  { "state-ends-sentence", "He left Denver, Colo. Lind left too.",
    "He|left|Denver|,|Colo. / Lind|left|too|." },
  { "state-is-a-word", "He fell ill. Lind said mass. Then he left.",
    "He|fell|ill|. / Lind|said|mass|. / Then|he|left|." },
  { "footnote-ends-sentence", "He left.[38][n 2] Lind stayed.[1]",
    "He|left|.|[|38|]|[|n|2|] / Lind|stayed|.|[|1|]" },
  { "acronym-ends-sentence", "He left the U.S. The end.", "He|left|the|U.S. / The|end|." },
  { "title-never-ends", "He met Dr. The Smith.", "He|met|Dr.|The|Smith|." },
  { "initials", "J. K. Rowling wrote it.", "J.|K.|Rowling|wrote|it|." },
  { "hyphens", "Kim Jong-un, al-Sadr", "Kim|Jong-un|,|al-Sadr" },
  { "suffix-of-a-name", "a Vienna-based man", "a|Vienna|-|based|man" },
  { "numbers", "It cost $2,500.50 in 2020.", "It|cost|$|2,500.50|in|2020|." },
  { "address", "See https://example.com/a?b=1, now", "See|https://example.com/a?b=1|,|now" },
  { "domain", "Use Secunia.com today", "Use|Secunia.com|today" },
  { "handle", "by @POTUS and #Tag", "by|@POTUS|and|#|Tag" },
  { "sentences", "One came. Two left! Three?", "One|came|. / Two|left|! / Three|?" },
  { "lower-case-goes-on", "“What?” he said.", "“|What|?|”|he|said|." },
  { "quote-at-sentence-end", "“I go.” She left.", "“|I|go|.|” / She|left|." },
  { "decimal", "Up 2.5 percent.", "Up|2.5|percent|." },
  { "ellipsis", "Well… Maybe.", "Well|… / Maybe|." },
  { "paragraphs", "One two\n\nThree", "One|two // Three" },
  { "lines", "First line\nSecond line", "First|line / Second|line" },
  { "wrapped-line", "this line was broken by a mail program and goes on at\nParis without a stop",
    "this|line|was|broken|by|a|mail|program|and|goes|on|at|Paris|without|a|stop" },
  { "line-with-room-left",
    "This line has more than fifty letters and still has room\nParis is next, in a line that is by "
    "far the longest "
    "of the two lines",
    "This|line|has|more|than|fifty|letters|and|still|has|room / "
    "Paris|is|next|,|in|a|line|that|is|by|far|the|longest|of|the|two|lines" },
  { "company", "Acme Inc. sold Beta Ltd. shares", "Acme|Inc.|sold|Beta|Ltd.|shares" },
  { "months", "on Sept. 14 and Jan. 2", "on|Sept.|14|and|Jan.|2" },
  { "ideographs", "我们走。", "我|们|走|。" },
  { "empty", "", "" },
};

static void
test_classes (void)
{
  const PmLexicon *lexicon = pm_lexicon_get (pm_language_find ("en-GB"));

  g_assert_true (pm_lexicon_find (lexicon, "said")->classes & PM_WORD_SAY);
  g_assert_true (pm_lexicon_find (lexicon, "white house")->classes & PM_WORD_ORG);
  g_assert_cmpuint (pm_lexicon_find (lexicon, "white")->max_words, >=, 2);
  g_assert_null (pm_lexicon_find (lexicon, "zzyzx"));
  g_assert_cmpstr (pm_lexicon_find_alias (lexicon, "u.s."), ==, "United States");
  g_assert_null (pm_language_find ("xx"));
  g_assert_null (pm_language_find (NULL));
}

void
add_token_tests (void)
{
  add_cases ("/analysis/tokens", cases, G_N_ELEMENTS (cases), describe_tokens);
  add_cases ("/analysis/tokens/de", german_cases, G_N_ELEMENTS (german_cases),
             describe_german_tokens);
  g_test_add_func ("/analysis/lexicon/classes", test_classes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include <string.h>
#include <time.h>

/* What must hold for any text at all: spans within it and on its characters, findings in order, the
 * same answer twice, time that grows with the text and no faster. */

static void
check_span (const char *text, gsize length, PmSpan span)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, length);
  g_assert_true (span.start == length || ((guchar) text[span.start] & 0xc0) != 0x80);
  g_assert_true (span.end == length || ((guchar) text[span.end] & 0xc0) != 0x80);
}

static void
check_entities (const PmAnalysis *analysis, const char *text, gsize length)
{
  gsize before = 0;

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PmEntity *entity = g_ptr_array_index (analysis->entities, i);
      gsize last = 0;

      g_assert_cmpuint (entity->mentions->len, >, 0);
      g_assert_true (g_utf8_validate (entity->name, -1, NULL));
      g_assert_cmpuint (g_array_index (entity->mentions, PmSpan, 0).start, >=, before);
      before = g_array_index (entity->mentions, PmSpan, 0).start;
      for (guint k = 0; k < entity->mentions->len; k++)
        {
          PmSpan span = g_array_index (entity->mentions, PmSpan, k);

          check_span (text, length, span);
          g_assert_false (pm_span_is_empty (span));
          g_assert_cmpuint (span.start, >=, last);
          last = span.end;
        }
    }
}

static void
check_quotes (const PmAnalysis *analysis, const char *text, gsize length)
{
  gsize before = 0;

  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = g_ptr_array_index (analysis->quotes, i);

      check_span (text, length, quote->span);
      check_span (text, length, quote->cue);
      check_span (text, length, quote->speaker);
      g_assert_false (pm_span_is_empty (quote->span));
      g_assert_cmpuint (quote->span.start, >=, before);
      before = quote->span.end;
      g_assert_true (quote->speaker_name == NULL || *quote->speaker_name != '\0');
      g_assert_true (quote->speaker_name == NULL ||
                     g_utf8_validate (quote->speaker_name, -1, NULL));
      g_assert_true ((quote->speaker_name == NULL) == (quote->confidence == 0));
      g_assert_true (quote->speaker_name != NULL || quote->entity < 0);
      g_assert_cmpint (quote->entity, <, (int) analysis->entities->len);
      g_assert_cmpint (quote->entity, >=, -1);
      g_assert_cmpfloat (quote->confidence, >=, 0);
      g_assert_cmpfloat (quote->confidence, <=, 1);
    }
}

static void
check_sources (const PmAnalysis *analysis, const char *text, gsize length)
{
  gsize before = 0;

  for (guint i = 0; i < analysis->sources->len; i++)
    {
      const PmSource *source = g_ptr_array_index (analysis->sources, i);

      check_span (text, length, source->span);
      g_assert_nonnull (source->name);
      g_assert_cmpuint (source->span.start, >=, before);
      before = source->span.start;
      g_assert_cmpint (source->entity, <, (int) analysis->entities->len);
    }
}

static void
check_text (const char *text, const char *language)
{
  gsize length = strlen (text);
  g_autoptr (PmDocument) document = pm_document_new_plain (text, length);
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, language);

  check_entities (analysis, text, length);
  check_quotes (analysis, text, length);
  check_sources (analysis, text, length);
}

/* Pieces that the rules look at, so that random texts meet them in every order. */
static const char *const pieces[] = {
  "Joe",
  "Biden",
  "said",
  "that",
  "“",
  "”",
  "\"",
  "'",
  "’",
  "‘",
  "«",
  "»",
  "„",
  ",",
  ".",
  "!",
  "?",
  ":",
  ";",
  "(",
  ")",
  "—",
  "-",
  "The",
  "the",
  "of",
  "and",
  "US",
  "U.S.",
  "'s",
  "Ministry",
  "told",
  "according to",
  "he",
  "they",
  "Mr.",
  "2020",
  "3",
  "election",
  "president",
  "TASS",
  "reported",
  "Source",
  "\n",
  "\n\n",
  "\t",
  "我们",
  "العربية",
  "é",
  "\xcc\x81",
  "🙂",
  "\xe2\x80\x8b",
  "Ltd",
  "&",
  "in",
  "London",
  "statement",
  "by",
  "who",
  "contributed",
  "to",
  "this",
  "report",
  "entitled",
  "Inc.",
  "J.",
  "saying",
  "warning",
  "https://a.b/c",
  "she",
  "It",
  "whether",
  "urged",
  "asked",
  "but",
  "which",
  "a dealer",
  "Anna Lind",
  "the bank",
  "predicts",
  "called",
  "Mrs",
  "”,",
  ".”",
};

static void
test_random (void)
{
  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = g_test_rand_int_range (0, 120);

      for (guint i = 0; i < n; i++)
        {
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_int_range (0, 4) > 0)
            g_string_append_c (text, ' ');
        }
      check_text (text->str, round % 5 == 0 ? "xx" : "en");
    }
}

static void
test_random_characters (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 200; i++)
        {
          gunichar c = g_test_rand_int_range (1, round % 2 ? 0x300 : 0x30000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      check_text (text->str, "en");
    }
}

static void
check_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the texts beside the project are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, NULL) ||
          !g_utf8_validate_len (text, length, NULL))
        continue;
      check_text (text, "en");
      check_text (text, "xx");
    }
}

static void
test_shared (void)
{
  check_folder (PM_TEST_SHARED "/gold");
  check_folder (PM_TEST_SHARED "/corpora/newsroom");
}

static char *
summarise (const char *text)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (text, strlen (text));
  g_autoptr (PmAnalysis) analysis = pm_analyse (document, NULL);
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PmEntity *entity = g_ptr_array_index (analysis->entities, i);

      g_string_append_printf (summary, "%s/%d/%u;", entity->name, entity->type,
                              entity->mentions->len);
    }
  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      const PmQuote *quote = g_ptr_array_index (analysis->quotes, i);

      g_string_append_printf (summary, "%" G_GSIZE_FORMAT "/%s/%s;", quote->span.start,
                              quote->speaker_name, quote->rule);
    }
  for (guint i = 0; i < analysis->sources->len; i++)
    g_string_append_printf (summary, "%s;", ((PmSource *) analysis->sources->pdata[i])->name);
  return g_string_free (summary, FALSE);
}

static const char *const article =
    "Anna Lind wins vote\n\nLONDON, March 12 (Reuters) - Prime Minister Anna Lind said on Tuesday "
    "that "
    "the vote was over. “We won,” she said. “It is time.”\n\nThe Zebra Preservation Society (ZPS) "
    "welcomed the result, according to its chairman, Peter Falk. Falk told the BBC that the ZPS "
    "“will "
    "not rest”.\n\nCNN’s Olga Marin contributed to this report.\n\nSource";

static void
test_deterministic (void)
{
  g_autofree char *first = summarise (article);

  g_assert_cmpstr (first, ==,
                   "Anna Lind/0/2;LONDON/2/1;Reuters/1/1;Zebra Preservation Society/1/3;Peter "
                   "Falk/0/2;BBC/1/1;CNN/1/1;Olga Marin/0/1;96/Anna Lind/name;115/Anna "
                   "Lind/pronoun;139/Anna Lind/carried over;158/Peter Falk/name;278/Peter "
                   "Falk/name;Reuters;BBC;CNN;Source;");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *again = summarise (article);

      g_assert_cmpstr (again, ==, first);
    }
}

static double
measure (const char *piece, guint times)
{
  g_autoptr (GString) text = g_string_new (NULL);
  clock_t start;

  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  start = clock ();
  check_text (text->str, "en");
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* In processor time, so that a busy machine does not matter. Eight times the text may take eight
 * times as long, and some; a square would be 64 times. */
static void
test_linear (void)
{
  static const char *const hard[] = {
    "\"",
    "'",
    " 'a",
    "“",
    "(",
    "A ",
    "Joe Biden said ",
    "x, ",
    "according to ",
    "said \"a",
    "the ",
    "Paris and ",
    "of the ",
    "he said. ",
    "U.",
    "U.S. ",
    "\n",
    "\n\nJoe said: \"a\"",
    "New York ",
    ", who said ",
    "A statement by ",
    "a",
    "‘b ",
    "Ministry of ",
    "don't ",
    "she ",
    "\n\n“Yes, it is so.”",
    "Anna Lind came. ",
    "Anna Lind, the mayor, ",
    "urged them to ",
    ", she said, ",
    "and said ",
    "(a) ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hard); i++)
    {
      double small = measure (hard[i], 4000);
      double large = measure (hard[i], 32000);

      g_test_message ("%s: %.3f s, %.3f s", hard[i], small, large);
      g_assert_cmpfloat (large, <, MAX (small, 0.005) * 30);
    }
}

void
add_property_tests (void)
{
  g_test_add_func ("/analysis/properties/random-words", test_random);
  g_test_add_func ("/analysis/properties/random-characters", test_random_characters);
  g_test_add_func ("/analysis/properties/shared-texts", test_shared);
  g_test_add_func ("/analysis/properties/deterministic", test_deterministic);
  g_test_add_func ("/analysis/properties/linear-time", test_linear);
}

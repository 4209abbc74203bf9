/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

static char *
describe (const char *text)
{
  return describe_quotes_in (text, "de");
}

static const Case cases[] = {
  { "said-after", "„Wir gehen nicht“, sagte Anna Lindner.",
    "direct | Anna Lindner | sagte | „Wir gehen nicht“" },
  { "swiss-marks", "«Wir gehen nicht», sagte Anna Lindner.",
    "direct | Anna Lindner | sagte | «Wir gehen nicht»" },
  { "book-marks", "»Wir gehen nicht«, sagte Anna Lindner.",
    "direct | Anna Lindner | sagte | »Wir gehen nicht«" },
  { "unknown-verb", "„Wir gehen nicht“, knirschte Anna Lindner.",
    "direct | Anna Lindner | knirschte | „Wir gehen nicht“" },
  { "office-before-name", "„Wir gehen nicht“, sagte Verteidigungsminister Karl Lindner am Montag.",
    "direct | Karl Lindner | sagte | „Wir gehen nicht“" },
  { "whose-office", "„Es reicht“, sagte Hessens Ministerpräsident Karl Lindner dem Sender.",
    "direct | Karl Lindner | sagte | „Es reicht“" },
  { "particle", "„Es reicht“, sagte Ursula von der Aue in Brüssel.",
    "direct | Ursula von der Aue | sagte | „Es reicht“" },
  { "colon", "Anna Lindner warnte vor dem Winter: „Wir haben kein Holz.“",
    "direct | Anna Lindner | warnte | „Wir haben kein Holz.“" },
  { "colon-without-verb-of-speech", "Anna Lindner winkte ab: „Wir haben kein Holz.“",
    "direct | Anna Lindner | - | „Wir haben kein Holz.“" },
  { "broken-off", "„Es reicht“, sagte Anna Lindner. „Wir gehen nach Hause.“",
    "direct | Anna Lindner | sagte | „Es reicht“\n"
    "direct | Anna Lindner | sagte | „Wir gehen nach Hause.“" },
  { "that", "Anna Lindner sagte, dass der Plan gut sei.",
    "indirect | Anna Lindner | sagte | der Plan gut sei" },
  { "bare", "Anna Lindner sagte, der Plan sei gut.",
    "indirect | Anna Lindner | sagte | der Plan sei gut" },
  { "adverb-first", "Am Montag sagte Anna Lindner, der Plan sei gut.",
    "indirect | Anna Lindner | sagte | der Plan sei gut" },
  { "clause-before", "Der Plan sei gut, sagte Anna Lindner.",
    "indirect | Anna Lindner | sagte | Der Plan sei gut" },
  { "infinitive", "Anna Lindner kündigte an, das Gesetz bis zum Sommer zu ändern.",
    "indirect | Anna Lindner | kündigte | das Gesetz bis zum Sommer zu ändern" },
  { "apposition", "Der Vorsitzende der Partei, Karl Lindner, betonte, dass der Plan gut sei.",
    "indirect | Karl Lindner | betonte | der Plan gut sei" },
  { "mood-after-any-verb", "Anna Lindner winkte ab, der Plan sei gut.",
    "indirect | Anna Lindner | - | der Plan sei gut" },
  { "mood-before-any-verb", "Der Plan sei gut, knirschte Anna Lindner.",
    "indirect | Anna Lindner | knirschte | Der Plan sei gut" },
  { "mood-carries-on", "Der Plan sei gut, sagte Anna Lindner. Das Geld reiche bis zum Herbst.",
    "indirect | Anna Lindner | sagte | Der Plan sei gut\n"
    "indirect | Anna Lindner | sagte | Das Geld reiche bis zum Herbst" },
  { "no-mood-no-speech", "Der Plan sei gut, sagte Anna Lindner. Das Geld reicht bis zum Herbst.",
    "indirect | Anna Lindner | sagte | Der Plan sei gut" },
  { "mixed", "Der Plan sei „auf gutem Weg“, sagte Anna Lindner.",
    "mixed | Anna Lindner | sagte | Der Plan sei „auf gutem Weg“" },
  { "object", "Anna Lindner nannte den Plan „eine gute Sache“.",
    "mixed | Anna Lindner | nannte | „eine gute Sache“" },
  { "so", "Der Plan sei gut, so Anna Lindner.", "indirect | Anna Lindner | so | Der Plan sei gut" },
  { "according-first", "Laut Anna Lindner ist der Plan gut.",
    "indirect | Anna Lindner | Laut | ist der Plan gut" },
  { "according-inside", "Der Plan ist nach Angaben der Polizei nicht gut.",
    "indirect | Polizei | nach Angaben | Der Plan ist nach Angaben der Polizei nicht gut" },
  { "pronoun", "Anna Lindner kam spät. „Es reicht“, sagte sie.",
    "direct | Anna Lindner | sagte | „Es reicht“" },
  { "role-by-gender", "Anna Lindner traf Karl Behrens. „Es reicht“, sagte die CDU-Politikerin.",
    "direct | Anna Lindner | sagte | „Es reicht“" },
  { "unnamed", "„Es reicht“, sagte eine Sprecherin der Polizei.",
    "direct | Sprecherin der Polizei | sagte | „Es reicht“" },
  { "as-first", "Wie Anna Lindner sagte, ist der Plan gut.",
    "indirect | Anna Lindner | sagte | ist der Plan gut" },
  { "named-right-before",
    "„Es reicht“, sagte Karl Behrens. Anna Lindner sah das anders. „Wir gehen nach Hause.“",
    "direct | Karl Behrens | sagte | „Es reicht“\n"
    "direct | Anna Lindner | - | „Wir gehen nach Hause.“" },
  { "complaint", "Anna Lindner kritisierte die späte Abgabe der Akten.",
    "indirect | Anna Lindner | kritisierte | die späte Abgabe der Akten" },
  { "complaint-in-marks", "Anna Lindner kritisierte den Plan als „Unsinn ohne Ende“.",
    "mixed | Anna Lindner | kritisierte | „Unsinn ohne Ende“" },
  { "request", "Anna Lindner bittet um Hinweise auf einen Mann mit Hut.",
    "indirect | Anna Lindner | bittet | um Hinweise auf einen Mann mit Hut" },
  { "object-behind-subject", "„Es reicht“, kommentierte der Kläger die Niederlage.",
    "direct | Kläger | kommentierte | „Es reicht“" },
  { "place-before-apposition", "„Es reicht“, sagte der Vorsitzende am Hafen, Karl Lindner.",
    "direct | Karl Lindner | sagte | „Es reicht“" },
  { "where-she-is-from", "Anna Lindner kam spät. „Es reicht“, sagte die Wienerin.",
    "direct | Anna Lindner | sagte | „Es reicht“" },
  { "office-looks-back", "Karl Lindner kam spät. „Es reicht“, sagte der Kläger.",
    "direct | Karl Lindner | sagte | „Es reicht“" },
  { "paper-in-marks", "Anna Lindner sprach am Montag in Köln mit der „Zeit“.", "" },
};

void
add_german_quote_tests (void)
{
  add_cases ("/analysis/quotes/de", cases, G_N_ELEMENTS (cases), describe);
}

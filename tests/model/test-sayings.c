/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings.h"

#include <string.h>

/* Quotes of several articles, as lines. */

typedef struct
{
  const char *outlet;
  const char *published;
  const char *speaker;
  const char *words;
} Row;

static const Row rows[] = {
  { "Hansa Post", "2021-04-16", "Olav Halvorsen",
    "“We will rebuild the harbour before the end of next year”" },
  { "Agency Wire", "2021-04-15T14:02:00Z", "Halvorsen",
    "“We will rebuild  the harbour\nbefore the end of the year.”" },
  { "The Ledger", NULL, NULL, "we will rebuild the harbour before the end of next year" },
  { "Le Courrier", "2021-04-17", "Ada Lund",
    "“We will rebuild the harbour before the end of next year”" },
  { "Hansa Post", "2021-04-18", "Ada Lund", "“No comment”" },
  { "Le Courrier", "2021-04-19", "ada lund", "No comment." },
  { "Le Courrier", "2021-05-01", "Olav Halvorsen", "“No comment”" },
  { "Le Courrier", "2021-05-02", NULL, "“No comment”" },
  { "Agency Wire", "2021-05-04", NULL, "“laughed out of the office”" },
  { "Agency Wire", "2021-05-05", NULL, "laughed out of the office" },
  { "Agency Wire", "2021-05-06", NULL, "laughed out of the office again" },
  { "Agency Wire", "2021-05-07", "Ada Lund",
    "The old clock ran an hour late for eleven long winters" },
  { "Hansa Post", "2021-05-08", "Ada Lund", "the clock ran one hour late for eleven long winters" },
  { "Hansa Post", "2021-05-09", "Ada Lund", "the clock stood still" },
  { "Agency Wire", "2021-05-03", NULL, "“No comment”" },
};

static PmSayings *
make (const Row *from, gsize n)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_article_free);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_saying_place_free);

  for (gsize i = 0; i < n; i++)
    {
      PmArticle *article = pm_article_new ("https://a.example/");
      g_autoptr (PmQuote) quote = pm_quote_new (PM_QUOTE_DIRECT, (PmSpan){ 0, 1 });

      article->id = i + 1;
      article->outlet = g_strdup (from[i].outlet);
      article->published = g_strdup (from[i].published);
      g_ptr_array_add (articles, article);
      g_ptr_array_add (places,
                       pm_saying_place_new (article, quote, from[i].words, from[i].speaker));
    }
  return pm_sayings_new (articles, places);
}

/* The ids of the places of a line: "2 1 3". */
static char *
dup_ids (const PmSaying *line)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < line->places->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((PmSayingPlace *) line->places->pdata[i])->article->id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *ids;
    const char *speaker;
    guint n_outlets;
    gboolean differs;
  } lines[] = {
    { "14", "Ada Lund", 1, FALSE },
    { "12 13", "Ada Lund", 2, TRUE },
    { "11", NULL, 1, FALSE },
    { "9 10", NULL, 1, FALSE },
    { "15", NULL, 1, FALSE },
    { "8", NULL, 1, FALSE },
    { "7", "Olav Halvorsen", 1, FALSE },
    { "5 6", "Ada Lund", 2, FALSE },
    { "4 3", "Ada Lund", 2, FALSE },
    { "2 1", "Olav Halvorsen", 2, TRUE },
  };
  g_autoptr (PmSayings) sayings = make (rows, G_N_ELEMENTS (rows));

  g_assert_cmpuint (sayings->lines->len, ==, G_N_ELEMENTS (lines));
  g_assert_cmpuint (sayings->n_quotes, ==, G_N_ELEMENTS (rows));
  g_assert_cmpuint (sayings->n_articles, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < sayings->lines->len; i++)
    {
      const PmSaying *line = sayings->lines->pdata[i];
      g_autofree char *ids = dup_ids (line);

      g_assert_cmpstr (ids, ==, lines[i].ids);
      g_assert_cmpstr (line->speaker, ==, lines[i].speaker);
      g_assert_cmpuint (line->n_outlets, ==, lines[i].n_outlets);
      g_assert_cmpint (line->differs, ==, lines[i].differs);
    }
}

static const struct
{
  const char *name;
  PmSayingFilter filter;
  guint n;
} filters[] = {
  { "anything", { NULL }, 10 },
  { "nothing typed", { " ", "", "", NULL, NULL }, 10 },
  { "speaker", { .speaker = "HALVORSEN" }, 2 },
  { "words in any order", { .words = "harbour  We" }, 2 },
  { "words that are not there", { .words = "harbour comment" }, 0 },
  { "outlet of a later place", { .outlet = "ledger" }, 1 },
  { "since a day", { .since = "2021-04-19" }, 8 },
  { "since a month", { .since = "2021-05" }, 7 },
  { "until a month", { .until = "2021-04" }, 3 },
  { "within a day", { .since = "2021-04-15", .until = "2021-04-15" }, 1 },
  { "whole speaker", { .speaker = "olav  HALVORSEN", .whole = TRUE }, 2 },
  { "part of a whole speaker", { .speaker = "halvorsen", .whole = TRUE }, 0 },
  { "whole outlet", { .outlet = "Le Courrier", .whole = TRUE }, 4 },
  { "part of a whole outlet", { .outlet = "Courrier", .whole = TRUE }, 0 },
  { "both of one place", { .outlet = "courrier", .until = "2021-04-16" }, 0 },
};

static void
test_filters (void)
{
  g_autoptr (PmSayings) sayings = make (rows, G_N_ELEMENTS (rows));

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GPtrArray) found = pm_sayings_find (sayings, &filters[i].filter);

      g_test_message ("%s", filters[i].name);
      g_assert_cmpuint (found->len, ==, filters[i].n);
    }
}

static char *
describe_names (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const PmSayingName *name = names->pdata[i];

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", name->name, name->n_lines);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_names (void)
{
  g_autoptr (PmSayings) sayings = make (rows, G_N_ELEMENTS (rows));
  g_autoptr (GPtrArray) speakers = pm_sayings_list_speakers (sayings);
  g_autoptr (GPtrArray) outlets = pm_sayings_list_outlets (sayings);
  g_autofree char *who = describe_names (speakers);
  g_autofree char *where = describe_names (outlets);

  g_assert_cmpstr (who, ==, "Ada Lund 4, Olav Halvorsen 2");
  g_assert_cmpuint (sayings->n_speakers, ==, speakers->len);
  g_assert_cmpstr (where, ==, "Agency Wire 5, Hansa Post 4, Le Courrier 4, The Ledger 1");
}

static void
test_same (void)
{
  Row others[G_N_ELEMENTS (rows)];
  g_autoptr (PmSayings) sayings = make (rows, G_N_ELEMENTS (rows));
  g_autoptr (PmSayings) again = make (rows, G_N_ELEMENTS (rows));
  g_autoptr (PmSayings) fewer = make (rows, G_N_ELEMENTS (rows) - 1);
  g_autoptr (PmSayings) changed = NULL;

  memcpy (others, rows, sizeof rows);
  others[7].words = "“No comment at all”";
  changed = make (others, G_N_ELEMENTS (rows));
  g_assert_true (pm_sayings_is_same (sayings, again));
  g_assert_false (pm_sayings_is_same (sayings, fewer));
  g_assert_false (pm_sayings_is_same (sayings, changed));
}

static void
test_dates (void)
{
  static const char *const good[] = { "2021", "2021-04", "2021-12-31" };
  static const char *const bad[] = { "",           "21",          "2021-4", "2021-13",
                                     "2021-04-32", "2021-04-15T", "2021\n", "yesterday" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pm_saying_filter_is_date (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (pm_saying_filter_is_date (bad[i]));
}

/* Whatever many others share with it, a copy finds the first. */
static void
test_many (void)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_article_free);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_saying_place_free);
  g_autoptr (PmSayings) sayings = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 10000; i++)
    {
      PmArticle *article = pm_article_new ("https://a.example/");
      g_autoptr (PmQuote) quote = pm_quote_new (PM_QUOTE_DIRECT, (PmSpan){ 0, 1 });
      guint n = i % 8000; /* the last two thousand are copies of the first */
      g_autofree char *words = g_strdup_printf ("we expect that number %u of all those %u ships "
                                                "will leave the harbour within %u days",
                                                n, n * 7 % 1000, n % 97);

      article->id = i + 1;
      g_ptr_array_add (articles, article);
      g_ptr_array_add (places, pm_saying_place_new (article, quote, words, "Ada Lund"));
    }
  sayings = pm_sayings_new (articles, places);
  g_test_message ("%.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpuint (sayings->n_quotes, ==, 10000);
  g_assert_cmpuint (sayings->lines->len, <=, 8000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sayings/lines", test_lines);
  g_test_add_func ("/sayings/filters", test_filters);
  g_test_add_func ("/sayings/names", test_names);
  g_test_add_func ("/sayings/same", test_same);
  g_test_add_func ("/sayings/dates", test_dates);
  g_test_add_func ("/sayings/many", test_many);
  return g_test_run ();
}

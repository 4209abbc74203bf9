/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-analysis.h"

#include "pm-clusters.h"
#include "pm-gazetteer.h"
#include "pm-model-file.h"

#include <string.h>

/* --- the gazetteer --- */

/* The phrase that a row of tokens starts with, and classes it has and has not. */
typedef struct
{
  const char *name;
  const char *language;
  const char *words; /* one space between tokens */
  guint n_matched;
  guint present;
  guint absent;
} Match;

static const Match matches[] = {
  { "city", "en", "Paris is", 1, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_AMBIGUOUS },
  { "capitals", "en", "PARIS", 1, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COUNTRY },
  { "country", "en", "Burkina Faso", 2, PM_GAZETTEER_COUNTRY, PM_GAZETTEER_GIVEN },
  { "longest", "en", "New York City mayor", 3, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COMPANY },
  { "shorter", "en", "New York mayor", 2, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COMPANY },
  { "accents", "en", "Sao Paulo", 2, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COUNTRY },
  { "accents-kept", "pt", "São Paulo", 2, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COUNTRY },
  { "stop-in-token", "en", "St. Petersburg", 2, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COUNTRY },
  { "stop-a-token", "en", "St . Petersburg .", 3, PM_GAZETTEER_CITY_BIG, PM_GAZETTEER_COUNTRY },
  { "hyphens-in-token", "en", "Guinea-Bissau", 1, PM_GAZETTEER_COUNTRY, PM_GAZETTEER_GIVEN },
  { "hyphens-as-tokens", "en", "Guinea - Bissau", 3, PM_GAZETTEER_COUNTRY, PM_GAZETTEER_GIVEN },
  { "comma-parts", "en", "Burkina , Faso", 0, 0, PM_GAZETTEER_COUNTRY },
  { "start-of-a-phrase", "en", "Burkina", 0, 0, PM_GAZETTEER_COUNTRY },
  { "surname", "en", "Smith", 1, PM_GAZETTEER_SURNAME, PM_GAZETTEER_AMBIGUOUS },
  { "ambiguous", "en", "May", 1, PM_GAZETTEER_CALENDAR | PM_GAZETTEER_AMBIGUOUS, 0 },
  { "not-in-german", "de", "May", 1, PM_GAZETTEER_CALENDAR, PM_GAZETTEER_AMBIGUOUS },
  { "russian", "ru", "Германия", 1, PM_GAZETTEER_COUNTRY, PM_GAZETTEER_AMBIGUOUS },
  { "no-name", "en", "qxzvkj", 0, 0, PM_GAZETTEER_GIVEN },
  { "a-mark", "en", ",", 0, 0, PM_GAZETTEER_GIVEN },
  { "nothing", "en", "", 0, 0, PM_GAZETTEER_GIVEN },
};

static void
test_match (gconstpointer data)
{
  const Match *row = data;
  const PmGazetteer *gazetteer = pm_gazetteer_get ();
  g_auto (GStrv) words = g_strsplit (row->words, " ", -1);
  guint n_matched;

  g_assert_nonnull (gazetteer);

  guint classes = pm_gazetteer_match (gazetteer, row->language, (const char *const *) words,
                                      g_strv_length (words), &n_matched);

  g_assert_cmpuint (n_matched, ==, row->n_matched);
  g_assert_cmphex (classes & row->present, ==, row->present);
  g_assert_cmphex (classes & row->absent, ==, 0);
}

/* --- files that are not as they should be --- */

static void
ask_gazetteer (GBytes *bytes)
{
  g_autoptr (PmGazetteer) gazetteer = pm_gazetteer_new (bytes);
  guint n_matched;

  for (gsize i = 0; gazetteer != NULL && i < G_N_ELEMENTS (matches); i++)
    {
      g_auto (GStrv) words = g_strsplit (matches[i].words, " ", -1);
      guint n_words = g_strv_length (words);

      pm_gazetteer_match (gazetteer, "en", (const char *const *) words, n_words, &n_matched);
      g_assert_cmpuint (n_matched, <=, n_words);
    }
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) whole = pm_model_file_open ("gazetteer.table");
  gsize size = g_bytes_get_size (whole);

  for (gsize i = 0; i < size; i = i < 64 ? i + 1 : i + size / 50)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, i);

      g_assert_null (pm_gazetteer_new (part));
      g_assert_null (pm_clusters_new (part));
    }
}

/* Numbers that point out of the table, at every place of the header and over all that follows. */
static void
test_lies (void)
{
  g_autoptr (GBytes) whole = pm_model_file_open ("gazetteer.table");
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < 16; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) header = NULL;
      g_autoptr (GBytes) body = NULL;

      copy[i] ^= 0x81;
      header = g_bytes_new (copy, size);
      ask_gazetteer (header);
      copy[i] ^= 0x81;
      memset (copy + 16 + i, 0xff - i, size - 16 - i);
      body = g_bytes_new (copy, size);
      ask_gazetteer (body);
    }
}

static void
test_absent (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv ("PRESSMARK_MODELS", "/nonexistent", TRUE);
  g_assert_null (pm_gazetteer_get ());
  g_assert_null (pm_clusters_get ("en"));
}

/* Words that stand among the same words share a class; the others show that not all do. */
typedef struct
{
  const char *name;
  const char *language;
  const char *first;
  const char *second;
  gboolean same;
} Pair;

static const Pair pairs[] = {
  { "months", "en", "January", "October", TRUE },
  { "countries", "en", "Japan", "Canada", TRUE },
  { "surnames", "en", "Smith", "Johnson", TRUE },
  { "month-and-country", "en", "January", "Japan", FALSE },
  { "capitals", "en", "JAPAN", "Japan", TRUE },
  { "digits", "en", "1996", "2024", TRUE },
  { "digits-of-other-length", "en", "1996", "20", FALSE },
  { "cities", "de", "Berlin", "Hamburg", TRUE },
  { "given-names", "pt", "Carlos", "Manuel", TRUE },
};

static void
test_pair (gconstpointer data)
{
  const Pair *row = data;
  const PmClusters *clusters = pm_clusters_get (row->language);

  g_assert_nonnull (clusters);

  guint first = pm_clusters_find (clusters, row->first);
  guint second = pm_clusters_find (clusters, row->second);

  g_assert_cmpuint (first, !=, 0);
  g_assert_cmpuint (second, !=, 0);
  g_assert_cmpint (first == second, ==, row->same);
}

static void
test_unknown_words (void)
{
  const PmClusters *clusters = pm_clusters_get ("en");
  g_autofree char *endless = g_strnfill (10000, 'A');

  g_assert_nonnull (clusters);
  g_assert_cmpuint (pm_clusters_find (clusters, ""), ==, 0);
  g_assert_cmpuint (pm_clusters_find (clusters, "qxzvkj"), ==, 0);
  g_assert_cmpuint (pm_clusters_find (clusters, "ȺȾȺȾ"), ==, 0); /* longer in lower case */
  g_assert_cmpuint (pm_clusters_find (clusters, endless), ==, 0);
}

static void
test_no_language (void)
{
  g_assert_null (pm_clusters_get ("xx"));
  g_assert_null (pm_clusters_get (""));
  g_assert_null (pm_clusters_get ("../en"));
}

static void
test_prefixes (void)
{
  g_assert_cmphex (pm_clusters_get_prefix (0x1a5, 4), ==, 0x1a);
  g_assert_cmphex (pm_clusters_get_prefix (0x1a5, 8), ==, 0x1a5);
  g_assert_cmphex (pm_clusters_get_prefix (0x1a5, 12), ==, 0x1a5);
  g_assert_cmphex (pm_clusters_get_prefix (1, 4), ==, 1);
  g_assert_cmphex (pm_clusters_get_prefix (0, 4), ==, 0);
}

void
add_table_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *path = g_strconcat ("/gazetteer/", matches[i].name, NULL);

      g_test_add_data_func (path, &matches[i], test_match);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/clusters/", pairs[i].name, NULL);

      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  g_test_add_func ("/clusters/unknown-words", test_unknown_words);
  g_test_add_func ("/gazetteer/cut-off", test_cut_off);
  g_test_add_func ("/gazetteer/lies", test_lies);
  g_test_add_func ("/gazetteer/absent", test_absent);
  g_test_add_func ("/clusters/no-language", test_no_language);
  g_test_add_func ("/clusters/prefixes", test_prefixes);
}

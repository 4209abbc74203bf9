/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What finding the articles of the same story costs when one more comes into a notebook of a
 * hundred thousand, beside the same in an empty one. Every tenth is a copy of the one before. */

#include "bench-pages.h"
#include "store-fixture.h"

#define N_ARTICLES 100000
#define N_NEW 200
#define N_WORDS 600

/* As many shingles as a text of 800 words gives; one in fifty is of an outlet's standing text. */
#define FILL                                                                                       \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "             \
  "INSERT INTO article (id, uuid, url, added, state, unread) "                                     \
  "SELECT i, 'u' || i, 'https://a.example/' || i, i, 'ready', 1 FROM n; "                          \
  "INSERT INTO document (article, words, analysis_version, text) "                                 \
  "SELECT id, 1, 1, 'one' FROM article; "                                                          \
  "WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 50) "                 \
  "INSERT OR IGNORE INTO shingle (hash, article) "                                                 \
  "SELECT iif (k.i = 1, article % 500 * 16, (random () & 0x7ffffffffff0)), article "               \
  "FROM document, k"

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (text, "w%d ", g_rand_int_range (rand, 0, 20000));
  return g_string_free (text, FALSE);
}

/* Returns: seconds an article, the median. */
static double
time_new (PmDb *db)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *text = make_text (rand);
  double seconds[N_NEW];

  /* In one transaction: the disk is not what is measured. */
  g_assert_true (pm_db_begin (db, NULL));
  for (guint i = 0; i < N_NEW; i++)
    {
      g_autofree char *url = g_strdup_printf ("https://new.example/%u", i);
      g_autoptr (PmArticle) article = pm_article_new (url);
      g_autoptr (PmDocument) document = NULL;
      gint64 id = pm_store_add_article (db, article, NULL);
      gint64 start;

      if (i % 10 != 9)
        {
          g_free (text);
          text = make_text (rand);
        }
      document = pm_document_new_plain (text, strlen (text));
      start = g_get_monotonic_time ();
      g_assert_true (pm_store_save_document (db, id, 0, document, NULL, 1, NULL));
      seconds[i] = (g_get_monotonic_time () - start) / 1e6;
    }
  pm_db_rollback (db);
  return bench_median (seconds, N_NEW);
}

int
main (void)
{
  char *folder = fixture_make_folder ();
  PmDb *empty = fixture_open (folder, "empty.pressmark", PM_DB_WRITER);
  PmDb *full = fixture_open (folder, "full.pressmark", PM_DB_WRITER);
  double baseline, seconds;

  g_assert_true (pm_db_exec (full, FILL, NULL));
  baseline = time_new (empty);
  seconds = time_new (full);
  g_print ("milliseconds to save one more article, median of %d\n", N_NEW);
  g_print ("baseline (an empty notebook)  %8.2f\n", 1e3 * baseline);
  g_print ("among %d articles         %8.2f\n", N_ARTICLES, 1e3 * seconds);
  g_print ("ratio                         %8.2f\n", seconds / baseline);
  pm_db_close (empty);
  pm_db_close (full);
  fixture_remove_folder (folder);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the three analysers cost, as a multiple of breaking the same text at words with GLib's own
 * tables. */

#include "bench-pages.h"
#include "pm-analyse.h"

#include <stdlib.h>
#include <time.h>

#define ROUNDS 7

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
time_words (GPtrArray *documents, guint64 *n_words)
{
  double start = get_cpu ();

  *n_words = 0;
  for (guint i = 0; i < documents->len; i++)
    {
      gboolean inside = FALSE;

      for (const char *p = pm_document_get_text (documents->pdata[i]); *p != '\0';
           p = g_utf8_next_char (p))
        {
          gboolean letter = g_unichar_isalnum (g_utf8_get_char (p));

          *n_words += letter && !inside;
          inside = letter;
        }
    }
  return get_cpu () - start;
}

static double
time_analyse (GPtrArray *documents)
{
  double start = get_cpu ();

  for (guint i = 0; i < documents->len; i++)
    pm_analysis_unref (pm_analyse (documents->pdata[i], "en"));
  return get_cpu () - start;
}

/* Everything that is read when the first text of a language comes. */
static double
time_first (void)
{
  g_autoptr (PmDocument) document = pm_document_new_plain ("A word.", 7);
  double start = get_cpu ();

  pm_analysis_unref (pm_analyse (document, "en"));
  return get_cpu () - start;
}

int
main (void)
{
  g_autoptr (GPtrArray) pages = bench_load_pages ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_document_unref);
  double words[ROUNDS];
  double analyse[ROUNDS];
  double ratio[ROUNDS];
  guint64 n_words = 0;
  double first = time_first ();

  for (guint i = 0; i < pages->len; i++)
    {
      PmDocument *document = pm_extract (pages->pdata[i], NULL);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  if (documents->len == 0)
    {
      g_print ("skipped: no pages\n");
      return 77;
    }
  time_analyse (documents);
  for (guint i = 0; i < ROUNDS; i++)
    {
      words[i] = time_words (documents, &n_words);
      analyse[i] = time_analyse (documents);
      ratio[i] = analyse[i] / words[i];
    }
  g_print ("%u articles, %" G_GUINT64_FORMAT " words, medians of %d rounds, CPU ms in all\n",
           documents->len, n_words, ROUNDS);
  g_print ("baseline (finding the words) %8.2f\n", 1e3 * bench_median (words, ROUNDS));
  g_print ("analyse                      %8.2f\n", 1e3 * bench_median (analyse, ROUNDS));
  g_print ("ratio                        %8.2f\n", bench_median (ratio, ROUNDS));
  g_print ("first use                    %8.2f\n", 1e3 * first);
  g_print ("words a second               %8.0f\n", n_words / bench_median (analyse, ROUNDS));
  return 0;
}

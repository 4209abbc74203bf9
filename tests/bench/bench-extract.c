/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What extracting an article costs, as a multiple of parsing its page with gumbo alone. */

#include "bench-pages.h"

#include <gumbo.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 7

/* Processor seconds of this thread. */
static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
time_parse (GPtrArray *pages)
{
  double start = get_cpu ();

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *html = NULL;
      gsize length;
      GumboOptions options = kGumboDefaultOptions;
      GumboOutput *output;

      html = pm_extract_decode (pages->pdata[i], &length, NULL);
      options.max_errors = 0;
      output = gumbo_parse_with_options (&options, html, length);
      gumbo_destroy_output (&options, output);
    }
  return get_cpu () - start;
}

static double
time_extract (GPtrArray *pages)
{
  double start = get_cpu ();

  for (guint i = 0; i < pages->len; i++)
    {
      PmDocument *document = pm_extract (pages->pdata[i], NULL);

      g_clear_pointer (&document, pm_document_unref);
    }
  return get_cpu () - start;
}

int
main (void)
{
  g_autoptr (GPtrArray) pages = bench_load_pages ();
  double parse[ROUNDS];
  double extract[ROUNDS];
  double ratio[ROUNDS];

  if (pages->len == 0)
    {
      g_print ("skipped: no pages\n");
      return 77;
    }
  time_extract (pages);
  for (guint i = 0; i < ROUNDS; i++)
    {
      parse[i] = time_parse (pages);
      extract[i] = time_extract (pages);
      ratio[i] = extract[i] / parse[i];
    }
  g_print ("%u pages, medians of %d rounds, CPU ms a page\n", pages->len, ROUNDS);
  g_print ("baseline (decode, gumbo parse) %8.2f\n",
           1e3 * bench_median (parse, ROUNDS) / pages->len);
  g_print ("extract                        %8.2f\n",
           1e3 * bench_median (extract, ROUNDS) / pages->len);
  g_print ("ratio                          %8.2f\n", bench_median (ratio, ROUNDS));
  return 0;
}

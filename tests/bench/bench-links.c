/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast a thousand pages come in from a server on the loopback, beside what extracting and
 * analysing them costs by itself. */

#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "bench-server.h"
#include "notebook-fixture.h"
#include "pm-analyse.h"
#include "pm-extract.h"

#define N_PAGES 1000

/* Processor seconds: of this process (%RUSAGE_SELF), or of its children that have ended
 * (%RUSAGE_CHILDREN). */
static double
get_cpu (int who)
{
  struct rusage used;

  getrusage (who, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec +
         (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* What @N_PAGES pages cost without anything around. @analysis: (out): with it. */
static double
time_alone (GPtrArray *pages, double *analysis)
{
  double extraction = 0;

  *analysis = 0;
  for (guint i = 0; i < N_PAGES; i++)
    {
      double start = get_cpu (RUSAGE_SELF);
      g_autoptr (PmDocument) document = pm_extract (pages->pdata[i % pages->len], NULL);
      double extracted = get_cpu (RUSAGE_SELF);

      extraction += extracted - start;
      if (document != NULL)
        pm_analysis_unref (pm_analyse (document, NULL));
      *analysis += get_cpu (RUSAGE_SELF) - start;
    }
  return extraction;
}

static void
print_multiple (const char *what, double seconds, double extraction, double with_analysis)
{
  g_print ("%-17s %.2f x extraction, %.2f x extraction and analysis\n", what, seconds / extraction,
           seconds / with_analysis);
}

int
main (void)
{
  g_autoptr (GPtrArray) pages = bench_server_make_pages ();
  g_autofree char *base = bench_server_start (pages);
  g_autofree char *list = bench_server_make_list (base, N_PAGES);
  Fixture fixture = { NULL };
  double with_analysis;
  double alone = time_alone (pages, &with_analysis);
  double cpu = get_cpu (RUSAGE_SELF);
  double served = bench_server_get_cpu ();
  gint64 start = g_get_monotonic_time ();
  double wall;
  g_autoptr (PmPlan) plan = NULL;
  g_autoptr (PmIntake) intake = NULL;
  guint n_cores = g_get_num_processors ();

  fixture_set_up (&fixture, NULL);
  plan = fixture_plan (&fixture, list);
  intake = fixture_add_links (&fixture, plan);
  wall = (g_get_monotonic_time () - start) / 1e6;
  served = bench_server_get_cpu () - served;
  /* The time of the processes that read pages is told when they have ended. */
  fixture_tear_down (&fixture, NULL);
  cpu = get_cpu (RUSAGE_SELF) - cpu;
  g_print ("%u pages (%u failed), %u cores\n", intake->n_added, intake->missed->len, n_cores);
  if (intake->missed->len > 0)
    g_print ("%s: %s\n", ((PmMiss *) intake->missed->pdata[0])->url,
             ((PmMiss *) intake->missed->pdata[0])->message);
  g_print ("extraction alone              %8.2f s of CPU\n", alone);
  g_print ("extraction and analysis alone %8.2f s of CPU\n", with_analysis);
  g_print ("the whole way                 %8.2f s, %.0f pages/s, and of CPU %.2f s here, %.2f s in "
           "the workers, %.2f s in the server\n",
           wall, intake->n_added / wall, cpu, get_cpu (RUSAGE_CHILDREN), served);
  print_multiple ("CPU", cpu + get_cpu (RUSAGE_CHILDREN), alone, with_analysis);
  print_multiple ("time x cores", wall * n_cores, alone, with_analysis);
  print_multiple ("less the server's", wall * n_cores - served, alone, with_analysis);
  return EXIT_SUCCESS;
}

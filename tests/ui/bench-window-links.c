/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real window while a thousand pages come in: how long its main loop is away at a time, by the
 * clock and, where others use the machine as well, by its own processor time. A frame is 16 ms. */

#include <stdlib.h>
#include <time.h>

#include "../bench/bench-pages.h"
#include "../bench/bench-server.h"
#include "pm-application.h"
#include "pm-settings.h"
#include "pm-window-private.h"

#define N_PAGES 1000
#define FRAME_MS 16.0

/* Between two looks at what is to do, in ms. */
typedef struct
{
  GArray *by_clock; /* (element-type double) */
  GArray *by_cpu;   /* (element-type double) */
  double clock;     /* when the last look was over */
  double cpu;
} Turns;

static Turns turns;

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  double clock = get_ms (CLOCK_MONOTONIC) - turns.clock;
  double cpu = get_ms (CLOCK_THREAD_CPUTIME_ID) - turns.cpu;
  int result;

  if (turns.clock != 0)
    {
      g_array_append_val (turns.by_clock, clock);
      g_array_append_val (turns.by_cpu, cpu);
    }
  result = g_poll (fds, n_fds, timeout);
  turns.clock = get_ms (CLOCK_MONOTONIC);
  turns.cpu = get_ms (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

typedef struct
{
  guint most;
  gboolean over;
} Progress;

static void
intake_cb (Progress *progress, guint done, guint total)
{
  progress->most = MAX (progress->most, done);
  progress->over = total == 0 && progress->most > 0;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmPlan) plan = pm_notebook_plan_finish (PM_NOTEBOOK (source), result, NULL);

  pm_window_add_links (PM_WINDOW (user_data), plan, NULL, NULL);
}

static gboolean
rested_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static PmWindow *
open_window (PmApplication *application, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "Bench.pressmark", NULL);
  GtkWidget *window = pm_window_new (GTK_APPLICATION (application));
  gboolean rested = FALSE;

  pm_window_open_notebook (PM_WINDOW (window), path);
  gtk_window_present (GTK_WINDOW (window));
  while (pm_window_get_notebook (PM_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Drawn, and come to rest. */
  g_timeout_add_seconds (1, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  return PM_WINDOW (window);
}

static void
print_turns (const char *name, GArray *times)
{
  guint n_long = 0;

  qsort (times->data, times->len, sizeof (double), bench_compare_doubles);
  for (guint i = 0; i < times->len; i++)
    n_long += g_array_index (times, double, i) > FRAME_MS;
  g_print ("%s: median %.2f ms, 99 of 100 %.2f ms, longest %.2f ms, %u of %u longer than a frame\n",
           name, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 99 / 100),
           g_array_index (times, double, times->len - 1), n_long, times->len);
}

int
main (void)
{
  g_autoptr (GPtrArray) pages = bench_server_make_pages ();
  g_autofree char *base = bench_server_start (pages);
  g_autofree char *list = bench_server_make_list (base, N_PAGES);
  g_autofree char *folder = g_dir_make_tmp ("pressmark-bench-XXXXXX", NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (list, -1, NULL);
  PmApplication *application;
  PmWindow *window;
  Progress progress = { 0, FALSE };
  gint64 start;

  gtk_init ();
  adw_init ();
  application = PM_APPLICATION (pm_application_new (G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = open_window (application, folder);
  g_signal_connect_swapped (pm_window_get_notebook (window), "intake", G_CALLBACK (intake_cb),
                            &progress);
  turns.by_clock = g_array_new (FALSE, FALSE, sizeof (double));
  turns.by_cpu = g_array_new (FALSE, FALSE, sizeof (double));
  pm_notebook_plan_async (pm_window_get_notebook (window), stream, NULL, planned_cb, window);
  g_main_context_set_poll_func (NULL, poll_cb);
  start = g_get_monotonic_time ();
  while (!progress.over)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_set_poll_func (NULL, g_poll);
  g_print ("%u pages in %.2f s\n", progress.most, (double) (g_get_monotonic_time () - start) / 1e6);
  print_turns ("clock", turns.by_clock);
  print_turns ("processor", turns.by_cpu);
  gtk_window_close (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}

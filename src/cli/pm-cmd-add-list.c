/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Adding a whole list, or only saying what that would do. */

typedef struct
{
  PmCli *cli;
  PmNotebook *notebook;
  GMainLoop *loop;
  GCancellable *cancellable;
  GAsyncResult *result; /* of the step under way */
} List;

/* @file: "-" for standard input. */
static GInputStream *
open_list (const char *file, GError **error)
{
  g_autoptr (GFile) named = NULL;

  if (g_str_equal (file, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  named = g_file_new_for_commandline_arg (file);
  return (GInputStream *) g_file_read (named, NULL, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  List *list = user_data;

  list->result = g_object_ref (result);
  g_main_loop_quit (list->loop);
}

static void
link_cb (const PmPlanned *link, const PmArticle *article, const GError *error, gpointer data)
{
  List *list = data;

  /* Those that were left are only counted. */
  if (article != NULL || !g_cancellable_is_cancelled (list->cancellable))
    pm_cli_print_link (list->cli, link, article, error);
}

static void
intake_cb (PmNotebook *notebook, guint done, guint total, gpointer user_data)
{
  pm_cli_progress (done, total);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (((List *) user_data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static PmExit
take_in (List *list, PmPlan *plan, char **tags, const char *collection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;

  for (guint i = 0; i < plan->links->len; i++)
    if (((PmPlanned *) plan->links->pdata[i])->fate != PM_FATE_NEW)
      pm_cli_print_planned (list->cli, plan->links->pdata[i]);
  g_signal_connect (list->notebook, "intake", G_CALLBACK (intake_cb), NULL);
  pm_notebook_add_links_async (list->notebook, plan, (const char *const *) tags, collection,
                               link_cb, list, list->cancellable, done_cb, list);
  g_main_loop_run (list->loop);
  intake = pm_notebook_add_links_finish (list->notebook, list->result, &error);
  g_clear_object (&list->result);
  if (intake == NULL)
    return pm_cli_fail (NULL, error);
  pm_cli_print_summary (plan, intake);
  return intake->missed->len + intake->n_left + plan->n_fates[PM_FATE_BROKEN] > 0 ? PM_EXIT_FAILED
                                                                                  : PM_EXIT_DONE;
}

static PmExit
run_list (List *list, GInputStream *stream, PmListOptions options)
{
  g_autoptr (PmPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  pm_notebook_plan_async (list->notebook, stream, list->cancellable, done_cb, list);
  g_main_loop_run (list->loop);
  plan = pm_notebook_plan_finish (list->notebook, list->result, &error);
  g_clear_object (&list->result);
  if (plan == NULL)
    return pm_cli_fail (options.file, error);
  if (!options.dry_run)
    return take_in (list, plan, options.tags, options.collection);
  for (guint i = 0; i < plan->links->len; i++)
    pm_cli_print_planned (list->cli, plan->links->pdata[i]);
  pm_cli_print_summary (plan, NULL);
  return PM_EXIT_DONE;
}

PmExit
pm_cli_add_list (PmCli *cli, PmNotebook *notebook, PmListOptions options)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_list (options.file, &error);
  List list = { cli, notebook, loop, cancellable, NULL };
  guint interrupted;
  PmExit exit;

  if (stream == NULL)
    {
      pm_cli_fail (options.file, error);
      return PM_EXIT_USAGE;
    }
  interrupted = g_unix_signal_add (SIGINT, interrupted_cb, &list);
  exit = run_list (&list, stream, options);
  g_source_remove (interrupted);
  return exit;
}

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
print_json (const PmPlanned *link, const char *state, const char *message)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (link->article != 0)
    json_object_set_int_member (object, "id", link->article);
  else
    json_object_set_null_member (object, "id");
  json_object_set_string_member (object, "url",
                                 link->address != NULL ? link->address : link->link->url);
  if (link->link->title != NULL)
    json_object_set_string_member (object, "title", link->link->title);
  else
    json_object_set_null_member (object, "title");
  json_object_set_string_member (object, "state", state);
  if (message != NULL)
    json_object_set_string_member (object, "error", message);
  pm_cli_print_json (json_node_init_object (json_node_alloc (), object));
}

static void
print_planned (List *list, const PmPlanned *link)
{
  const char *state = pm_fate_to_string (link->fate);
  const char *problem = link->link->problem;

  if (list->cli->json)
    print_json (link, state, problem);
  else if (problem != NULL)
    pm_cli_print ("%s\t%s\t%s", state, link->link->url, problem);
  else
    pm_cli_print ("%s\t%s", state, link->address);
}

static void
link_cb (const PmPlanned *link, const PmArticle *article, const GError *error, gpointer data)
{
  List *list = data;

  if (article != NULL && list->cli->json)
    pm_cli_print_json (pm_cli_article_to_json (article));
  else if (article != NULL)
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", article->id, article->title, article->url);
  /* Those that were left are only counted. */
  else if (!g_cancellable_is_cancelled (list->cancellable))
    {
      pm_cli_fail (link->address, error);
      if (list->cli->json)
        print_json (link, pm_article_state_to_string (PM_ARTICLE_FAILED), error->message);
    }
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

/* @part: (transfer full): what @n says. */
static void
count (GPtrArray *parts, guint n, char *part)
{
  if (n > 0)
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/* @intake: (nullable): only planned. */
static void
print_summary (const PmPlan *plan, const PmIntake *intake)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_new = plan->n_fates[PM_FATE_NEW];
  guint n_here = intake != NULL ? intake->n_here : plan->n_fates[PM_FATE_HERE];
  guint n_broken = plan->n_fates[PM_FATE_BROKEN];
  g_autofree char *summary = NULL;

  if (intake == NULL)
    count (parts, n_new, g_strdup_printf (_ ("%u new"), n_new));
  else
    count (parts, intake->n_added, g_strdup_printf (_ ("%u added"), intake->n_added));
  count (parts, n_here, g_strdup_printf (_ ("%u already here"), n_here));
  if (intake != NULL)
    {
      count (parts, intake->missed->len, g_strdup_printf (_ ("%u failed"), intake->missed->len));
      count (parts, intake->n_left,
             g_strdup_printf (_ ("%u left, which adding the list again takes up"), intake->n_left));
    }
  count (parts, n_broken, g_strdup_printf (_ ("%u broken"), n_broken));
  count (parts, plan->n_repeated, g_strdup_printf (_ ("%u repeated"), plan->n_repeated));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_ ("No link is in this list")));
  g_ptr_array_add (parts, NULL);
  summary = g_strjoinv (", ", (char **) parts->pdata);
  g_printerr ("%s.\n", summary);
}

static PmExit
take_in (List *list, PmPlan *plan, char **tags, const char *collection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;

  for (guint i = 0; i < plan->links->len; i++)
    if (((PmPlanned *) plan->links->pdata[i])->fate != PM_FATE_NEW)
      print_planned (list, plan->links->pdata[i]);
  g_signal_connect (list->notebook, "intake", G_CALLBACK (intake_cb), NULL);
  pm_notebook_add_links_async (list->notebook, plan, (const char *const *) tags, collection,
                               link_cb, list, list->cancellable, done_cb, list);
  g_main_loop_run (list->loop);
  intake = pm_notebook_add_links_finish (list->notebook, list->result, &error);
  g_clear_object (&list->result);
  if (intake == NULL)
    return pm_cli_fail (NULL, error);
  print_summary (plan, intake);
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
    print_planned (list, plan->links->pdata[i]);
  print_summary (plan, NULL);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

/* The captures of one call, all asked for at once; the notebook decides how many run. */
typedef struct
{
  PmCli *cli;
  PmNotebook *notebook;
  GMainLoop *loop;
  GCancellable *cancellable;
  guint n_done;
  guint n_all;
  PmExit exit;
} Batch;

typedef struct
{
  Batch *batch;
  char *address;
} Item;

static void
print_failure (Item *item, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!item->batch->cli->json)
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "url");
  json_builder_add_string_value (builder, item->address);
  json_builder_set_member_name (builder, "title");
  json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "state");
  json_builder_add_string_value (builder, pm_article_state_to_string (PM_ARTICLE_FAILED));
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  pm_cli_print_json (json_builder_get_root (builder));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Item *item = user_data;
  Batch *batch = item->batch;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmArticle) article = pm_notebook_add_finish (batch->notebook, result, NULL, NULL,
                                                          &error);

  batch->n_done++;
  if (article == NULL)
    {
      /* An address that is none is an item that failed, not a misuse of the command. */
      PmExit exit = pm_cli_fail (item->address, error) == PM_EXIT_NOTEBOOK ? PM_EXIT_NOTEBOOK
                                                                           : PM_EXIT_FAILED;

      batch->exit = MAX (batch->exit, exit);
      print_failure (item, error);
    }
  else if (batch->cli->json)
    pm_cli_print_json (pm_cli_article_to_json (article));
  else
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", article->id, article->title, article->url);
  pm_cli_progress (batch->n_done, batch->n_all);
  if (batch->n_done == batch->n_all)
    g_main_loop_quit (batch->loop);
  g_free (item->address);
  g_free (item);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (((Batch *) user_data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static PmExit
run_batch (PmCli *cli,
           PmNotebook *notebook,
           int n_addresses,
           char **addresses,
           char **tags,
           const char *collection)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Batch batch = { cli, notebook, loop, cancellable, 0, n_addresses, PM_EXIT_DONE };
  guint interrupted = g_unix_signal_add (SIGINT, interrupted_cb, &batch);

  for (int i = 0; i < n_addresses; i++)
    {
      Item *item = g_new0 (Item, 1);

      *item = (Item){ &batch, g_strdup (addresses[i]) };
      pm_notebook_add_async (notebook, item->address, FALSE, (const char *const *) tags, collection,
                             cancellable, added_cb, item);
    }
  g_main_loop_run (loop);
  g_source_remove (interrupted);
  return batch.exit;
}

PmExit
pm_cmd_add (PmCli *cli, int argc, char **argv)
{
  g_autofree char *list = NULL;
  g_autofree char *collection = NULL;
  g_auto (GStrv) tags = NULL;
  gboolean dry_run = FALSE;
  g_autoptr (PmNotebook) notebook = NULL;
  PmExit exit = PM_EXIT_DONE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &tags, NULL, NULL },
    { "collection", 0, 0, G_OPTION_ARG_STRING, &collection, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, -1))
    return PM_EXIT_USAGE;
  if (argc == 1 && list == NULL)
    return pm_cli_usage (_ ("Say which address or file to add."));
  if (dry_run && (argc > 1 || list == NULL))
    return pm_cli_usage (_ ("“--dry-run” is for a list: “--list FILE”."));
  notebook = pm_cli_open (cli, TRUE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  if (argc > 1)
    exit = run_batch (cli, notebook, argc - 1, argv + 1, tags, collection);
  if (list != NULL)
    {
      PmListOptions options = { list, dry_run, tags, collection };
      PmExit of_list = pm_cli_add_list (cli, notebook, options);

      exit = MAX (exit, of_list);
    }
  pm_notebook_close (notebook);
  return exit;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

typedef struct
{
  PmCli *cli;
  PmNotebook *notebook;
  GMainLoop *loop;
  guint n_done;
  guint n_all;
  PmExit exit;
} Batch;

typedef struct
{
  Batch *batch;
  gint64 id;
} Item;

static void
print_item (Item *item, const GError *error)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "id", item->id);
  json_object_set_string_member (object, "state",
                                 pm_article_state_to_string (error == NULL ? PM_ARTICLE_READY
                                                                           : PM_ARTICLE_FAILED));
  if (error != NULL)
    json_object_set_string_member (object, "error", error->message);
  pm_cli_print_json (json_node_init_object (json_node_alloc (), object));
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Item *item = user_data;
  Batch *batch = item->batch;
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_refresh_finish (batch->notebook, result, &error))
    {
      PmExit exit = pm_cli_fail (name, error);

      batch->exit = MAX (batch->exit, exit);
    }
  if (batch->cli->json)
    print_item (item, error);
  else if (error == NULL)
    pm_cli_print ("%s", name);
  batch->n_done++;
  pm_cli_progress (batch->n_done, batch->n_all);
  if (batch->n_done == batch->n_all)
    g_main_loop_quit (batch->loop);
}

/* The articles named, or all. */
static GArray *
choose (PmNotebook *notebook, int argc, char **argv, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) articles = NULL;
  gint64 id;

  for (int i = 1; i < argc; i++)
    if (pm_cli_parse_id (argv[i], &id))
      g_array_append_val (ids, id);
  if (argc == 1)
    articles = pm_notebook_list_articles (notebook, PM_LIST_ALL, NULL, NULL, 0, error);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    g_array_append_val (ids, ((PmArticle *) articles->pdata[i])->id);
  return ids;
}

PmExit
pm_cmd_refresh (PmCli *cli, int argc, char **argv)
{
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  Batch batch = { cli, NULL, loop, 0, 0, PM_EXIT_DONE };
  gint64 id;

  if (!pm_cli_parse (cli, NULL, &argc, &argv, 0, -1))
    return PM_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    if (!pm_cli_parse_id (argv[i], &id))
      return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, TRUE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  ids = choose (notebook, argc, argv, &error);
  if (error != NULL)
    return pm_cli_fail (NULL, error);
  batch.notebook = notebook;
  batch.n_all = ids->len;
  for (guint i = 0; i < ids->len; i++)
    {
      Item *item = g_new0 (Item, 1);

      *item = (Item){ &batch, g_array_index (ids, gint64, i) };
      pm_notebook_refresh_async (notebook, item->id, NULL, refreshed_cb, item);
    }
  if (ids->len > 0)
    g_main_loop_run (loop);
  pm_notebook_close (notebook);
  return batch.exit;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

/* Whether what an article links to still answers. */

gboolean
pm_cli_complete_sources (PmNotebook *notebook, PmRecord *record, JsonArray *rows, GError **error)
{
  PmLinks *links = pm_notebook_load_links (notebook, record, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->answers->len; i++)
    {
      const PmSource *source = record->analysis->sources->pdata[i];

      if (links->answers->pdata[i] != NULL)
        pm_cli_set_answer (json_array_get_object_element (rows, i), source->url,
                           links->answers->pdata[i]);
    }
  pm_links_free (links);
  return TRUE;
}

typedef struct
{
  PmCli *cli;
  gint64 article;
  GMainLoop *loop;
  GError *error;
} Check;

static void
checked_cb (const char *url, const PmAnswer *answer, guint done, guint total, gpointer data)
{
  const Check *check = data;
  PmAnswerKind kind = pm_answer_get_kind (answer, url);
  g_autoptr (JsonObject) object = json_object_new ();

  if (check->cli->json)
    {
      json_object_set_int_member (object, "article", check->article);
      json_object_set_string_member (object, "url", url);
      pm_cli_set_answer (object, url, answer);
      pm_cli_print_json (json_node_init_object (json_node_alloc (), object));
    }
  else
    pm_cli_print ("%s\t%u\t%s\t%s", pm_answer_kind_to_string (kind), answer->status, url,
                  answer->error != NULL ? answer->error : answer->url);
  pm_cli_progress (done, total);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Check *check = data;

  pm_notebook_check_links_finish (PM_NOTEBOOK (source), result, &check->error);
  g_main_loop_quit (check->loop);
}

PmExit
pm_cli_check_sources (PmCli *cli, gint64 id)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, TRUE);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  Check check = { cli, id, loop, NULL };

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  record = pm_notebook_load (notebook, id, FALSE, &error);
  if (record == NULL)
    return pm_cli_fail (NULL, error);
  pm_notebook_check_links_async (notebook, record, NULL, checked_cb, &check, NULL, done_cb, &check);
  g_main_loop_run (loop);
  error = g_steal_pointer (&check.error);
  pm_notebook_close (notebook);
  return error == NULL ? PM_EXIT_DONE : pm_cli_fail (NULL, error);
}

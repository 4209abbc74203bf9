/* SPDX-License-Identifier: GPL-3.0-or-later */

/* reanalyse, check and backup. */

#include "pm-cli.h"

#include <glib/gi18n-lib.h>

PmExit
pm_cmd_reanalyse (PmCli *cli, int argc, char **argv)
{
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;
  guint n_all = 0;
  gint64 id = 0;
  int i = 1;

  if (!pm_cli_parse (cli, NULL, &argc, &argv, 0, -1))
    return PM_EXIT_USAGE;
  for (int j = 1; j < argc; j++)
    if (!pm_cli_parse_id (argv[j], &id))
      return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, TRUE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  do
    {
      guint n_done = 0;

      if (i < argc)
        pm_cli_parse_id (argv[i], &id);
      pm_notebook_reanalyse (notebook, id, &n_done, NULL, &error);
      n_all += n_done;
    }
  while (++i < argc && error == NULL);
  if (error != NULL)
    return pm_cli_fail (NULL, error);
  if (cli->json)
    pm_cli_print ("{\"reanalysed\":%u}", n_all);
  else
    pm_cli_print (ngettext ("%u article analysed again", "%u articles analysed again", n_all),
                  n_all);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_check (PmCli *cli, int argc, char **argv)
{
  gboolean repair = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, repair);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  findings = pm_notebook_check (notebook, repair, &error);
  if (findings == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < findings->len; i++)
    if (cli->json)
      {
        g_autoptr (JsonObject) object = json_object_new ();

        json_object_set_string_member (object, "finding", findings->pdata[i]);
        pm_cli_print_json (json_node_init_object (json_node_alloc (), object));
      }
    else
      pm_cli_print ("%s", (char *) findings->pdata[i]);
  if (findings->len == 0 && !cli->json)
    pm_cli_print (_ ("All is well."));
  return findings->len == 0 ? PM_EXIT_DONE : PM_EXIT_FAILED;
}

PmExit
pm_cmd_backup (PmCli *cli, int argc, char **argv)
{
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;

  if (!pm_cli_parse (cli, NULL, &argc, &argv, 1, 1))
    return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, FALSE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  return pm_notebook_backup (notebook, argv[1], &error) ? PM_EXIT_DONE : pm_cli_fail (NULL, error);
}

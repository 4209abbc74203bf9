/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

PmExit
pm_cmd_stats (PmCli *cli, int argc, char **argv)
{
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!pm_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, FALSE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  counts = pm_notebook_get_stats (notebook, &error);
  if (counts == NULL)
    return pm_cli_fail (NULL, error);
  json_builder_begin_object (builder);
  for (guint i = 0; i < counts->len; i++)
    {
      PmCount *count = &g_array_index (counts, PmCount, i);

      json_builder_set_member_name (builder, count->key);
      json_builder_add_int_value (builder, count->value);
      if (!cli->json)
        pm_cli_print ("%12" G_GUINT64_FORMAT "  %s", count->value, count->title);
    }
  json_builder_end_object (builder);
  if (cli->json)
    pm_cli_print_json (json_builder_get_root (builder));
  return PM_EXIT_DONE;
}

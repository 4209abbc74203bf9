/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib/gi18n-lib.h>

PmExit
pm_cmd_export (PmCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *query = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "query", 0, 0, G_OPTION_ARG_STRING, &query, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return PM_EXIT_USAGE;
  if (output == NULL)
    return pm_cli_usage (_ ("Say with -o where to write it."));
  notebook = pm_cli_open (cli, FALSE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  if (!pm_notebook_export (notebook, output, format, NULL, query, NULL, &error))
    return pm_cli_fail (NULL, error);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_import (PmCli *cli, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;
  PmImport import;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 1, 1))
    return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, TRUE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  if (!pm_notebook_import (notebook, argv[1], dry_run, &import, NULL, &error))
    return pm_cli_fail (argv[1], error);
  if (cli->json)
    pm_cli_print ("{\"new\":%u,\"present\":%u,\"highlights\":%u,\"corrections\":%u,"
                  "\"feeds\":%u}",
                  import.n_new, import.n_present, import.n_highlights, import.n_corrections,
                  import.n_feeds);
  else
    pm_cli_print (_ ("%u new articles, %u already here, %u new highlights, %u new corrections, "
                     "%u new feeds"),
                  import.n_new, import.n_present, import.n_highlights, import.n_corrections,
                  import.n_feeds);
  return PM_EXIT_DONE;
}

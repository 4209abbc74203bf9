/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

gboolean
pm_cli_parse (PmCli *cli, const GOptionEntry *entries, int *argc, char ***argv, int least, int most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  char *notebook = NULL;
  gboolean json = FALSE;
  const GOptionEntry shared[] = {
    { "notebook", 'n', 0, G_OPTION_ARG_FILENAME, &notebook, N_ ("The notebook"), "NOTEBOOK" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, shared, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      pm_cli_usage ("%s.", error->message);
      return FALSE;
    }
  cli->json = cli->json || json;
  if (notebook != NULL)
    cli->notebook = notebook;
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 < least)
    pm_cli_usage (_ ("“%s” needs more; “%s” shows how."), (*argv)[0], "pressmark-cli --help");
  else if (most >= 0 && *argc - 1 > most)
    pm_cli_usage (_ ("“%s” has no use for “%s”."), (*argv)[0], (*argv)[most + 1]);
  else
    return TRUE;
  return FALSE;
}

PmNotebook *
pm_cli_open (PmCli *cli, gboolean writable)
{
  g_autofree char *standard = pm_notebook_dup_default_path ();
  g_autoptr (GError) error = NULL;
  PmNotebook *notebook = pm_notebook_open (cli->notebook != NULL ? cli->notebook : standard,
                                           writable, &error);

  if (notebook == NULL)
    pm_cli_fail (NULL, error);
  return notebook;
}

PmExit
pm_cli_fail (const char *what, const GError *error)
{
  if (what != NULL)
    g_printerr ("%s: %s\n", what, error->message);
  else
    g_printerr ("%s\n", error->message);
  if (g_error_matches (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_UNUSABLE))
    return PM_EXIT_NOTEBOOK;
  return g_error_matches (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID) ? PM_EXIT_USAGE
                                                                               : PM_EXIT_FAILED;
}

PmExit
pm_cli_usage (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", message);
  return PM_EXIT_USAGE;
}

void
pm_cli_print (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  fputs (line, stdout);
  putchar ('\n');
  fflush (stdout);
}

void
pm_cli_print_json (JsonNode *node)
{
  g_autoptr (JsonNode) owned = node;
  g_autofree char *line = json_to_string (owned, FALSE);

  pm_cli_print ("%s", line);
}

gboolean
pm_cli_parse_id (const char *text, gint64 *id)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    {
      *id = number;
      return TRUE;
    }
  pm_cli_usage (_ ("“%s” is not the number of an article or a highlight."), text);
  return FALSE;
}

void
pm_cli_progress (guint done, guint total)
{
  if (!isatty (STDERR_FILENO) || total < 2)
    return;
  g_printerr (done < total ? "\r%u/%u" : "\r%u/%u\n", done, total);
}

JsonNode *
pm_cli_json_take_root (JsonBuilder *builder)
{
  g_autoptr (JsonBuilder) owned = builder;

  return json_builder_get_root (owned);
}

void
pm_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
pm_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* @language: (nullable); @id: (transfer full) (nullable) */
static JsonNode *
analyse_text (const char *text, gsize length, const char *language, JsonNode *id)
{
  g_autoptr (PmDocument) document = pm_document_new_plain (text, length);
  g_autoptr (PmAnalysis) analysis = NULL;

  if (language != NULL)
    pm_document_set_meta (document, PM_META_LANGUAGE, language, NULL);
  analysis = pm_notebook_analyse (document);
  return pm_cli_analysis_to_json (document, analysis, id);
}

static PmExit
run_lines (const char *language)
{
  g_autofree char *line = NULL;
  size_t size = 0;
  PmExit exit = PM_EXIT_DONE;

  while (getline (&line, &size, stdin) > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) request = NULL;
      JsonObject *object;
      const char *text;

      if (*g_strstrip (line) == '\0')
        continue;
      request = json_from_string (line, &error);
      object = request != NULL && JSON_NODE_HOLDS_OBJECT (request) ? json_node_get_object (request)
                                                                   : NULL;
      text = object != NULL ? json_object_get_string_member_with_default (object, "text", NULL)
                            : NULL;
      if (text == NULL)
        {
          g_printerr ("%s\n", _ ("A line is not an object with a “text”."));
          text = "";
          exit = PM_EXIT_FAILED;
        }
      pm_cli_print_json (analyse_text (text, strlen (text), language,
                                       object != NULL && json_object_has_member (object, "id")
                                           ? json_node_copy (json_object_get_member (object, "id"))
                                           : NULL));
    }
  return exit;
}

PmExit
pm_cmd_analyse (PmCli *cli, int argc, char **argv)
{
  g_autofree char *language = NULL;
  gboolean lines = FALSE;
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, NULL, NULL },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &lines, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 1))
    return PM_EXIT_USAGE;
  if (lines)
    return run_lines (language);
  if (argc < 2)
    return pm_cli_usage (_ ("Say which text to read."));
  if (!g_file_get_contents (argv[1], &text, &length, &error))
    return pm_cli_fail (NULL, error);
  if (!g_utf8_validate (text, length, NULL))
    {
      g_printerr (_ ("%s: This is not UTF-8 text.\n"), argv[1]);
      return PM_EXIT_FAILED;
    }
  pm_cli_print_json (analyse_text (text, length, language, NULL));
  return PM_EXIT_DONE;
}

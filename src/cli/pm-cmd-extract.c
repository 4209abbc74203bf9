/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The answer to one request of the batch protocol; a page without an article is an answer without a
 * text. */
static JsonNode *
answer_request (PmExtractor *extractor, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) request = json_from_string (line, &error);
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (JsonObject) failure = NULL;
  JsonObject *object = request != NULL && JSON_NODE_HOLDS_OBJECT (request)
                           ? json_node_get_object (request)
                           : NULL;
  const char *file = object != NULL
                         ? json_object_get_string_member_with_default (object, "file", NULL)
                         : NULL;

  if (file != NULL)
    document = pm_extractor_read_file (extractor, file,
                                       json_object_get_string_member_with_default (object, "url",
                                                                                   NULL),
                                       json_object_get_string_member_with_default (object,
                                                                                   "charset", NULL),
                                       &error);
  if (document != NULL)
    return pm_cli_document_to_json (document);
  failure = json_object_new ();
  json_object_set_null_member (failure, "title");
  json_object_set_boolean_member (failure, "article", FALSE);
  json_object_set_string_member (failure, "text", "");
  json_object_set_string_member (failure, "error",
                                 error != NULL ? error->message : _ ("The request names no file."));
  return json_node_init_object (json_node_alloc (), failure);
}

static PmExit
run_batch (PmExtractor *extractor)
{
  g_autofree char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    if (*g_strstrip (line) != '\0')
      pm_cli_print_json (answer_request (extractor, line));
  return PM_EXIT_DONE;
}

/* The title, an empty line, and what the article says in its own words. */
static void
print_text (PmDocument *document)
{
  const char *title = pm_document_get_meta (document, PM_META_TITLE);
  g_autofree char *running = pm_document_dup_running_text (document);

  if (title != NULL)
    pm_cli_print ("%s\n", title);
  pm_cli_print ("%s", running);
}

PmExit
pm_cmd_extract (PmCli *cli, int argc, char **argv)
{
  g_autofree char *url = NULL;
  gboolean batch = FALSE;
  const GOptionEntry entries[] = {
    { "url", 0, 0, G_OPTION_ARG_STRING, &url, NULL, NULL },
    { "batch", 0, 0, G_OPTION_ARG_NONE, &batch, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PmExtractor) extractor = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 1))
    return PM_EXIT_USAGE;
  extractor = pm_extractor_new ();
  if (batch)
    return run_batch (extractor);
  if (argc < 2)
    return pm_cli_usage (_ ("Say which page to read."));
  document = pm_extractor_read_file (extractor, argv[1], url, NULL, &error);
  if (document == NULL)
    return pm_cli_fail (argv[1], error);
  if (cli->json)
    pm_cli_print_json (pm_cli_document_to_json (document));
  else
    print_text (document);
  return PM_EXIT_DONE;
}

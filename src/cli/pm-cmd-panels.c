/* SPDX-License-Identifier: GPL-3.0-or-later */

/* entities, quotes and sources: the three panels as data, of one article or of all. */

#include "pm-cli.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_CITED 20

/* One panel: its rows, and which of them are wanted. */
typedef struct
{
  JsonArray *(*list) (PmDocument *document, PmAnalysis *analysis);
  void (*print) (JsonObject *row);
  const char *speaker; /* (nullable): only what this one said */
  const char *words;   /* (nullable): only what has these in it */
  /* (nullable): gives the rows what is not of the article itself */
  gboolean (*complete) (PmNotebook *notebook, PmRecord *record, JsonArray *rows, GError **error);
} Panel;

static gboolean
is_by (JsonObject *row, const char *speaker)
{
  JsonNode *node = json_object_get_member (row, "speaker");
  const char *name = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *folded = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  name = json_object_get_string_member_with_default (json_node_get_object (node), "name", NULL);
  if (name == NULL)
    return FALSE;
  wanted = g_utf8_casefold (speaker, -1);
  folded = g_utf8_casefold (name, -1);
  return strstr (folded, wanted) != NULL;
}

static gboolean
has_words (JsonObject *row, const char *words)
{
  g_autofree char *wanted = g_utf8_casefold (words, -1);
  g_autofree char *folded = g_utf8_casefold (json_object_get_string_member (row, "text"), -1);

  return strstr (folded, wanted) != NULL;
}

static void
print_entity (JsonObject *row)
{
  JsonArray *mentions = json_object_get_array_member (row, "mentions");

  pm_cli_print ("%s\t%s\t%u", json_object_get_string_member (row, "type"),
                json_object_get_string_member (row, "name"), json_array_get_length (mentions));
}

static void
print_quote (JsonObject *row)
{
  JsonNode *speaker = json_object_get_member (row, "speaker");
  const char *name = NULL;

  if (JSON_NODE_HOLDS_OBJECT (speaker))
    {
      name = json_object_get_string_member_with_default (json_node_get_object (speaker), "name",
                                                         NULL);
      if (name == NULL)
        name = json_object_get_string_member_with_default (json_node_get_object (speaker), "text",
                                                           NULL);
    }
  pm_cli_print ("%s\t%s\t%s", json_object_get_string_member (row, "kind"),
                name != NULL ? name : "–", json_object_get_string_member (row, "text"));
}

static void
print_source (JsonObject *row)
{
  const char *url = json_object_get_string_member_with_default (row, "url", NULL);

  pm_cli_print ("%s\t%s\t%s", json_object_get_string_member (row, "kind"),
                json_object_get_string_member (row, "name"), url != NULL ? url : "–");
}

static gboolean
print_rows (PmCli *cli, PmNotebook *notebook, const Panel *panel, PmRecord *record, GError **error)
{
  g_autoptr (JsonArray) rows = panel->list (record->document, record->analysis);

  if (cli->json && panel->complete != NULL && !panel->complete (notebook, record, rows, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if ((panel->speaker != NULL && !is_by (row, panel->speaker)) ||
          (panel->words != NULL && !has_words (row, panel->words)))
        continue;
      if (cli->json)
        {
          json_object_set_int_member (row, "article", record->article->id);
          pm_cli_print_json (json_node_copy (json_array_get_element (rows, i)));
        }
      else
        panel->print (row);
    }
  return TRUE;
}

static gboolean
print_one (PmCli *cli, PmNotebook *notebook, const Panel *panel, gint64 id, GError **error)
{
  g_autoptr (PmRecord) record = pm_notebook_load (notebook, id, FALSE, error);

  if (record == NULL)
    return FALSE;
  return record->document == NULL || record->analysis == NULL ||
         print_rows (cli, notebook, panel, record, error);
}

static PmExit
print_panel (PmCli *cli, const Panel *panel, gint64 id)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  if (id != 0)
    return print_one (cli, notebook, panel, id, &error) ? PM_EXIT_DONE : pm_cli_fail (NULL, error);
  articles = pm_notebook_list_articles (notebook, PM_LIST_ALL, NULL, NULL, 0, &error);
  for (guint i = 0; articles != NULL && i < articles->len && error == NULL; i++)
    print_one (cli, notebook, panel, ((PmArticle *) articles->pdata[i])->id, &error);
  return error == NULL ? PM_EXIT_DONE : pm_cli_fail (NULL, error);
}

static PmExit
run_panel (PmCli *cli, Panel *panel, const GOptionEntry *entries, int argc, char **argv)
{
  gint64 id = 0;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 1) ||
      (argc > 1 && !pm_cli_parse_id (argv[1], &id)))
    return PM_EXIT_USAGE;
  return print_panel (cli, panel, id);
}

PmExit
pm_cmd_entities (PmCli *cli, int argc, char **argv)
{
  if (argc > 1 && argv[1][0] != '-' && !g_ascii_isdigit (argv[1][0]))
    return pm_cli_run_entity_verb (cli, argc - 1, argv + 1);
  return run_panel (cli, &(Panel){ pm_cli_list_entities, print_entity }, NULL, argc, argv);
}

PmExit
pm_cli_print_quotes (PmCli *cli, gint64 id, const char *speaker, const char *words)
{
  return print_panel (cli, &(Panel){ pm_cli_list_quotes, print_quote, speaker, words }, id);
}

static void
print_cited (PmCli *cli, const PmCited *cited)
{
  if (cli->json)
    pm_cli_print_json (pm_cli_cited_to_json (cited));
  else
    pm_cli_print ("%u\t%s\t%s\t%s", cited->citing->len, pm_source_kind_to_string (cited->kind),
                  cited->name, cited->url != NULL ? cited->url : "–");
}

static PmExit
run_cited (PmCli *cli, guint limit)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  list = pm_notebook_list_cited (notebook, limit, &error);
  if (list == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < list->len; i++)
    print_cited (cli, list->pdata[i]);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_sources (PmCli *cli, int argc, char **argv)
{
  Panel panel = { pm_cli_list_sources, print_source, .complete = pm_cli_complete_sources };
  gboolean check = FALSE;
  gboolean cited = FALSE;
  int limit = DEFAULT_CITED;
  gint64 id = 0;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &check, NULL, NULL },
    { "cited", 0, 0, G_OPTION_ARG_NONE, &cited, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 1) ||
      (argc > 1 && !pm_cli_parse_id (argv[1], &id)))
    return PM_EXIT_USAGE;
  if (limit < 1 || (cited && (id != 0 || check)))
    return pm_cli_usage (_ ("Give an article, or --cited with a limit of one or more."));
  if (check && id == 0)
    return pm_cli_usage (_ ("Say which article’s links are to be checked."));
  if (check)
    return pm_cli_check_sources (cli, id);
  return cited ? run_cited (cli, limit) : print_panel (cli, &panel, id);
}

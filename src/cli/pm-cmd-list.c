/* SPDX-License-Identifier: GPL-3.0-or-later */

/* list and search: the same rows, chosen by place or by words. */

#include "pm-cli.h"

#include <glib/gi18n-lib.h>

/* The words around a hit on one line, hits in brackets. */
static char *
flatten_snippet (const char *snippet)
{
  g_autofree char *flat = g_strdup (snippet);

  return g_strdelimit (g_strdelimit (g_strdelimit (g_steal_pointer (&flat), "\002", '['), "\003",
                                     ']'),
                       "\n\t", ' ');
}

static void
print_article (PmCli *cli, const PmArticle *article)
{
  if (cli->json)
    {
      JsonNode *node = pm_cli_article_to_json (article);

      if (article->snippet != NULL)
        {
          g_autofree char *snippet = flatten_snippet (article->snippet);

          json_object_set_string_member (json_node_get_object (node), "snippet", snippet);
        }
      pm_cli_print_json (node);
      return;
    }
  if (article->state == PM_ARTICLE_READY)
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", article->id, article->title, article->url);
  else
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s", article->id, article->title, article->url,
                  article->error != NULL ? article->error
                                         : pm_article_state_to_string (article->state));
  if (article->snippet != NULL)
    {
      g_autofree char *snippet = flatten_snippet (article->snippet);

      pm_cli_print ("\t%s", snippet);
    }
}

static PmExit
print_articles (PmCli *cli, PmListScope scope, const char *label, const char *search, int limit)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) error = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  articles = pm_notebook_list_articles (notebook, scope, label, search, MAX (limit, 0), &error);
  if (articles == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < articles->len; i++)
    print_article (cli, articles->pdata[i]);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_list (PmCli *cli, int argc, char **argv)
{
  gboolean unread = FALSE;
  gboolean trash = FALSE;
  g_autofree char *tag = NULL;
  g_autofree char *collection = NULL;
  int limit = 0;
  const GOptionEntry entries[] = {
    { "unread", 0, 0, G_OPTION_ARG_NONE, &unread, NULL, NULL },
    { "trash", 0, 0, G_OPTION_ARG_NONE, &trash, NULL, NULL },
    { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, NULL, NULL },
    { "collection", 0, 0, G_OPTION_ARG_STRING, &collection, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return PM_EXIT_USAGE;
  if (unread + trash + (tag != NULL) + (collection != NULL) > 1)
    return pm_cli_usage (_ ("Choose one of --unread, --trash, --tag and --collection."));
  if (tag != NULL)
    return print_articles (cli, PM_LIST_TAG, tag, NULL, limit);
  if (collection != NULL)
    return print_articles (cli, PM_LIST_COLLECTION, collection, NULL, limit);
  return print_articles (cli,
                         unread  ? PM_LIST_UNREAD
                         : trash ? PM_LIST_TRASH
                                 : PM_LIST_ALL,
                         NULL, NULL, limit);
}

PmExit
pm_cmd_search (PmCli *cli, int argc, char **argv)
{
  int limit = 0;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *query = NULL;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 1, -1))
    return PM_EXIT_USAGE;
  query = g_strjoinv (" ", argv + 1);
  return print_articles (cli, PM_LIST_ALL, NULL, query, limit);
}

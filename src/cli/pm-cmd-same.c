/* SPDX-License-Identifier: GPL-3.0-or-later */

/* same: the articles that tell one story, which of them have the same text, and what each added. */

#include "pm-cli.h"

static void
print_part (PmCli *cli, guint story, const PmStoryPart *part)
{
  const PmArticle *article = part->article;

  if (cli->json)
    pm_cli_print_json (pm_cli_story_part_to_json (part, story));
  else
    pm_cli_print ("%u\t%s\t%" G_GINT64_FORMAT "\t%s\t%s\t%s", part->copy, part->first ? "*" : "",
                  article->id, article->published != NULL ? article->published : "–",
                  article->outlet != NULL ? article->outlet : "–", article->title);
}

static void
print_story (PmCli *cli, guint story, GPtrArray *parts)
{
  g_autofree char *count = pm_story_dup_count (parts);

  if (!cli->json)
    g_printerr ("%s\n", count);
  for (guint i = 0; i < parts->len; i++)
    print_part (cli, story, parts->pdata[i]);
}

static gboolean
print_all (PmCli *cli, PmNotebook *notebook, GPtrArray *articles, GError **error)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_told = 0;
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (
      (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 id = ((PmArticle *) articles->pdata[i])->id;
      GPtrArray *parts = g_hash_table_contains (told, &id)
                             ? g_ptr_array_new ()
                             : pm_notebook_load_story (notebook, id, error);

      if (parts == NULL)
        return FALSE;
      g_ptr_array_add (stories, parts);
      if (parts->len > 0)
        print_story (cli, ++n_told, parts);
      for (guint j = 0; j < parts->len; j++)
        g_hash_table_add (told, &((PmStoryPart *) parts->pdata[j])->article->id);
    }
  return TRUE;
}

static PmExit
run (PmCli *cli, gint64 id)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  if (id == 0)
    {
      found = pm_notebook_list_articles (notebook, PM_LIST_ALL, NULL, NULL, 0, &error);
      return found != NULL && print_all (cli, notebook, found, &error) ? PM_EXIT_DONE
                                                                       : pm_cli_fail (NULL, error);
    }
  record = pm_notebook_load (notebook, id, FALSE, &error);
  if (record != NULL)
    found = pm_notebook_load_story (notebook, id, &error);
  if (found == NULL)
    return pm_cli_fail (NULL, error);
  if (found->len > 0)
    print_story (cli, 1, found);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_same (PmCli *cli, int argc, char **argv)
{
  gint64 id = 0;

  if (!pm_cli_parse (cli, NULL, &argc, &argv, 0, 1) ||
      (argc > 1 && !pm_cli_parse_id (argv[1], &id)))
    return PM_EXIT_USAGE;
  return run (cli, id);
}

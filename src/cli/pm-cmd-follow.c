/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli-round.h"

/* Following feeds, or only saying what that would do. */

typedef struct
{
  gboolean dry_run;
  char **tags;      /* (nullable) */
  char *collection; /* (nullable) */
} Options;

/* Returns: (nullable): a list of links of the user's, where @name is one. */
static GInputStream *
open_file (const char *name)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_has_prefix (name, "http:") || g_str_has_prefix (name, "https:"))
    return NULL;
  file = g_file_new_for_commandline_arg (name);
  return (GInputStream *) g_file_read (file, NULL, NULL);
}

static PmExit
look (PmCliRound *round, const char *address)
{
  g_autoptr (PmPlan) plan = NULL;
  g_autoptr (PmFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  pm_notebook_look_at_feed_async (round->notebook, address, round->cancellable,
                                  pm_cli_round_done_cb, round);
  feed = pm_notebook_look_at_feed_finish (round->notebook, pm_cli_round_wait (round), &plan,
                                          &error);
  if (feed == NULL)
    {
      pm_cli_fail (address, error);
      return PM_EXIT_FAILED;
    }
  pm_cli_round_print_feed (round, feed, plan->n_fates[PM_FATE_NEW]);
  for (guint i = 0; i < plan->links->len; i++)
    pm_cli_print_planned (round->cli, plan->links->pdata[i]);
  pm_cli_print_summary (plan, NULL);
  return PM_EXIT_DONE;
}

static PmExit
follow_address (PmCliRound *round, const char *address, const Options *options)
{
  if (options->dry_run)
    return look (round, address);
  pm_notebook_follow_async (round->notebook, address, (const char *const *) options->tags,
                            options->collection, pm_cli_round_feed_cb, pm_cli_round_link_cb, round,
                            round->cancellable, pm_cli_round_done_cb, round);
  return pm_cli_round_finish (round, address);
}

static PmExit
follow_list (PmCliRound *round, const char *name, GInputStream *stream, const Options *options)
{
  g_autoptr (PmPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  pm_notebook_plan_async (round->notebook, stream, round->cancellable, pm_cli_round_done_cb, round);
  plan = pm_notebook_plan_finish (round->notebook, pm_cli_round_wait (round), &error);
  if (plan == NULL)
    return pm_cli_fail (name, error);
  for (guint i = 0; options->dry_run && i < plan->links->len; i++)
    if (((PmPlanned *) plan->links->pdata[i])->link->feed)
      pm_cli_print_planned (round->cli, plan->links->pdata[i]);
  if (options->dry_run)
    return PM_EXIT_DONE;
  pm_notebook_follow_links_async (round->notebook, plan, (const char *const *) options->tags,
                                  options->collection, pm_cli_round_feed_cb, pm_cli_round_link_cb,
                                  round, round->cancellable, pm_cli_round_done_cb, round);
  return pm_cli_round_finish (round, name);
}

PmExit
pm_cmd_follow (PmCli *cli, int argc, char **argv)
{
  Options options = { FALSE, NULL, NULL };
  g_autofree char *collection = NULL;
  g_auto (GStrv) tags = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, NULL, NULL },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &tags, NULL, NULL },
    { "collection", 0, 0, G_OPTION_ARG_STRING, &collection, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  PmExit exit = PM_EXIT_DONE;
  PmCliRound *round;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 1, -1))
    return PM_EXIT_USAGE;
  options.tags = tags;
  options.collection = collection;
  round = pm_cli_round_new (cli);
  if (round == NULL)
    return PM_EXIT_NOTEBOOK;
  for (int i = 1; i < argc && !g_cancellable_is_cancelled (round->cancellable); i++)
    {
      g_autoptr (GInputStream) stream = open_file (argv[i]);
      PmExit of_one = stream != NULL ? follow_list (round, argv[i], stream, &options)
                                     : follow_address (round, argv[i], &options);

      exit = MAX (exit, of_one);
    }
  pm_cli_round_free (round);
  return exit;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli-round.h"

#include "pm-address-key.h"

#include <glib/gi18n-lib.h>

/* Looking at the feeds that are followed, reading them, and following them no more. */

static void
print_feed (PmCli *cli, const PmFeed *feed)
{
  if (cli->json)
    pm_cli_print_json (json_node_init_object (json_node_alloc (), pm_cli_feed_to_json (feed)));
  else if (feed->error != NULL)
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s", feed->id, pm_feed_get_name (feed), feed->url,
                  feed->error);
  else
    pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", feed->id, pm_feed_get_name (feed), feed->url);
}

/* @name: its number, or its address. Returns: (nullable): one of @feeds */
static const PmFeed *
find_feed (GPtrArray *feeds, const char *name)
{
  g_autofree char *key = pm_address_dup_key (name);

  for (guint i = 0; i < feeds->len; i++)
    {
      const PmFeed *feed = feeds->pdata[i];
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, feed->id);
      g_autofree char *own = pm_address_dup_key (feed->url);

      if (g_str_equal (name, number) || g_str_equal (key, own))
        return feed;
    }
  return NULL;
}

/* Says what is not followed. Returns: (element-type gint64): what is, of @names */
static GArray *
choose (GPtrArray *feeds, char **names, PmExit *exit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *names != NULL; names++)
    {
      const PmFeed *feed = find_feed (feeds, *names);

      if (feed != NULL)
        g_array_append_val (ids, feed->id);
      else
        {
          g_printerr (_ ("%s: This feed is not followed.\n"), *names);
          *exit = PM_EXIT_FAILED;
        }
    }
  return ids;
}

/* What an earlier run left waiting, which no check brings again. */
static PmExit
resume (PmCliRound *round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmIntake) intake = NULL;

  pm_notebook_resume_async (round->notebook, round->cancellable, pm_cli_round_done_cb, round);
  intake = pm_notebook_add_links_finish (round->notebook, pm_cli_round_wait (round), &error);
  if (intake == NULL)
    return pm_cli_fail (NULL, error);
  if (intake->n_added + intake->missed->len > 0)
    pm_cli_print_summary (NULL, intake);
  return intake->missed->len + intake->n_left > 0 ? PM_EXIT_FAILED : PM_EXIT_DONE;
}

static PmExit
check (PmCliRound *round, GPtrArray *feeds, char **names)
{
  PmExit exit = *names == NULL ? resume (round) : PM_EXIT_DONE;
  g_autoptr (GArray) chosen = *names != NULL ? choose (feeds, names, &exit) : NULL;
  PmExit of_feeds;

  if (chosen != NULL && chosen->len == 0)
    return exit;
  pm_notebook_check_feeds_async (round->notebook, chosen, pm_cli_round_feed_cb,
                                 pm_cli_round_link_cb, round, round->cancellable,
                                 pm_cli_round_done_cb, round);
  of_feeds = pm_cli_round_finish (round, NULL);
  return MAX (exit, of_feeds);
}

static PmExit
check_feeds (PmCli *cli, char **names)
{
  PmCliRound *round = pm_cli_round_new (cli);
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GError) error = NULL;
  PmExit exit;

  if (round == NULL)
    return PM_EXIT_NOTEBOOK;
  feeds = pm_notebook_list_feeds (round->notebook, &error);
  exit = feeds != NULL ? check (round, feeds, names) : pm_cli_fail (NULL, error);
  pm_cli_round_free (round);
  return exit;
}

static PmExit
print_feeds (PmCli *cli)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GError) error = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  feeds = pm_notebook_list_feeds (notebook, &error);
  pm_notebook_close (notebook);
  if (feeds == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < feeds->len; i++)
    print_feed (cli, feeds->pdata[i]);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_feeds (PmCli *cli, int argc, char **argv)
{
  gboolean checks = FALSE;
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_NONE, &checks, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, -1))
    return PM_EXIT_USAGE;
  if (argc > 1 && !checks)
    return pm_cli_usage (_ ("Say what to do with these feeds: “--check”."));
  return checks ? check_feeds (cli, argv + 1) : print_feeds (cli);
}

PmExit
pm_cmd_unfollow (PmCli *cli, int argc, char **argv)
{
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  PmExit exit = PM_EXIT_DONE;

  if (!pm_cli_parse (cli, NULL, &argc, &argv, 1, -1))
    return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, TRUE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  feeds = pm_notebook_list_feeds (notebook, &error);
  ids = feeds != NULL ? choose (feeds, argv + 1, &exit) : NULL;
  for (guint i = 0; error == NULL && i < ids->len; i++)
    pm_notebook_set_followed (notebook, g_array_index (ids, gint64, i), FALSE, &error);
  if (error != NULL)
    exit = pm_cli_fail (NULL, error);
  pm_notebook_close (notebook);
  return exit;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static const PmCommand commands[] = {
  { "add", "URL|FILE… [--list FILE|- [--dry-run]] [--tag T] [--collection C]",
    N_ ("Capture articles"), pm_cmd_add },
  { "follow", "URL|FILE… [--dry-run] [--tag T] [--collection C]",
    N_ ("Follow feeds, or all of a list: what is new in them comes by itself"), pm_cmd_follow },
  { "unfollow", "URL|NUMBER…", N_ ("Follow feeds no more; what has come stays"), pm_cmd_unfollow },
  { "feeds", "[--check [URL|NUMBER…]]", N_ ("List the feeds; or read those that are due, or these"),
    pm_cmd_feeds },
  { "list", "[--unread|--trash|--tag T|--collection C] [--limit N]", N_ ("List the articles"),
    pm_cmd_list },
  { "show", "ID [--text|--html]", N_ ("Show one article"), pm_cmd_show },
  { "search", "QUERY [--limit N]", N_ ("Search titles, texts, highlights and notes"),
    pm_cmd_search },
  { "stats", "", N_ ("Count what the notebook holds"), pm_cmd_stats },
  { "highlight",
    "ID (--quote TEXT [--prefix P] | --start N --end N) [--color C] [--tag T]… [--note N]",
    N_ ("Highlight a passage; alone: list the highlights"), pm_cmd_highlight },
  { "tag", "ID TAG… [--highlight] [--remove]", N_ ("Tag an article or a highlight"), pm_cmd_tag },
  { "note", "ID TEXT [--highlight]", N_ ("Note something on an article or a highlight"),
    pm_cmd_note },
  { "entities",
    "[ID] | list | about NAME | corrections | undo N | hide NAME | rename NAME NEW |\n"
    "             retype NAME TYPE | merge NAME INTO | apart NAME OTHER | split NAME FORM [NEW]\n"
    "             [--type T] [--article ID]",
    N_ ("Who is named; about one of them, and corrections of it"), pm_cmd_entities },
  { "quotes",
    "[ID] [--speaker S] [--words W] [--since DATE] [--until DATE] [--outlet O] |\n"
    "             confirm ID WORDS | speaker ID WORDS NAME | nobody ID WORDS |\n"
    "             refuse ID WORDS | verdicts | undo N",
    N_ ("Who said what; in all articles, or one; and verdicts about it"), pm_cmd_quotes },
  { "sources", "[ID] | ID --check | --cited [--limit N]",
    N_ ("What it rests on, and whether that still answers; what many lean on"), pm_cmd_sources },
  { "versions", "ID [--diff [A B]]", N_ ("What its text was, and what changed"), pm_cmd_versions },
  { "same", "[ID]", N_ ("Which articles tell the same story"), pm_cmd_same },
  { "export", "[--format F] [--query Q] -o PATH", N_ ("Write a bundle or another format"),
    pm_cmd_export },
  { "import", "FILE [--dry-run]", N_ ("Read a bundle or its notebook.json"), pm_cmd_import },
  { "refresh", "[ID…]", N_ ("Fetch articles anew"), pm_cmd_refresh },
  { "reanalyse", "[ID…]", N_ ("Extract and analyse again from what is kept"), pm_cmd_reanalyse },
  { "check", "[--repair]", N_ ("Check the notebook"), pm_cmd_check },
  { "backup", "PATH", N_ ("Copy the notebook"), pm_cmd_backup },
  { "extract", "FILE [--url URL] | --batch", N_ ("The article of a page, without a notebook"),
    pm_cmd_extract },
  { "analyse", "FILE.txt [--lang L] | --jsonl",
    N_ ("The three panels of a text, without a notebook"), pm_cmd_analyse },
};

static void
print_help (void)
{
  g_print (_ ("Usage: %s\n\n"), "pressmark-cli [-n NOTEBOOK] COMMAND … [--json]");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n             %s\n", commands[i].name, _ (commands[i].title),
             commands[i].synopsis);
  g_print (_ ("\nExit status: 0 done, 1 some items failed, 2 bad usage, 3 notebook unusable.\n"));
}

static const PmCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/* What stands before the command. Returns: the command's place in @argv, or 0 when there is none.
 */
static int
skip_globals (PmCli *cli, int argc, char **argv)
{
  int i = 1;

  for (; i < argc && argv[i][0] == '-'; i++)
    {
      if (g_str_equal (argv[i], "--json"))
        cli->json = TRUE;
      else if ((g_str_equal (argv[i], "-n") || g_str_equal (argv[i], "--notebook")) && i + 1 < argc)
        cli->notebook = argv[++i];
      else
        break;
    }
  return i < argc ? i : 0;
}

int
main (int argc, char *argv[])
{
  PmCli cli = { NULL, FALSE };
  const PmCommand *command;
  int at;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  at = skip_globals (&cli, argc, argv);
  if (at == 0)
    return pm_cli_usage (_ ("Say what to do; “%s” lists the commands."), "pressmark-cli --help");
  if (g_str_equal (argv[at], "--help") || g_str_equal (argv[at], "-h") ||
      g_str_equal (argv[at], "help"))
    {
      print_help ();
      return PM_EXIT_DONE;
    }
  if (g_str_equal (argv[at], "--version"))
    {
      g_print ("Pressmark %s\n", PM_VERSION);
      return PM_EXIT_DONE;
    }
  command = find_command (argv[at]);
  if (command == NULL)
    return pm_cli_usage (_ ("There is no command “%s”; “%s” lists them."), argv[at],
                         "pressmark-cli --help");
  return command->run (&cli, argc - at, argv + at);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* versions: the texts an article has had, numbered from 1, the oldest; and what changed from one to
 * another, in wdiff's marks. */

#include "pm-cli.h"

#include <glib/gi18n-lib.h>

/* What was asked for. */
typedef struct
{
  gint64 article;
  gboolean diff;
  guint before; /* numbers; 0 for the last two */
  guint after;
} Wish;

static void
print_version (PmCli *cli, const Wish *wish, guint number, const PmVersion *version)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (version->fetched / G_USEC_PER_SEC);
  g_autofree char *time = date != NULL ? g_date_time_format_iso8601 (date) : g_strdup ("–");

  if (cli->json)
    pm_cli_print_json (pm_cli_version_to_json (version, wish->article, number));
  else
    pm_cli_print ("%u\t%s\t%u\t+%u\t-%u", number, time, version->words, version->n_added,
                  version->n_removed);
}

/* White space stays outside the marks, so that a paragraph begins on a line of its own. */
static void
append_piece (GString *string, PmDiffKind kind, const char *text)
{
  static const char *const marks[][2] = { { "", "" }, { "[-", "-]" }, { "{+", "+}" } };
  const char *words = text;

  while (g_unichar_isspace (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  g_string_append_len (string, text, words - text);
  if (kind == PM_DIFF_FOLDED)
    g_string_append (string, *words != '\0' ? "…" : "");
  else
    g_string_append_printf (string, "%s%s%s", marks[kind][0], words, marks[kind][1]);
}

static void
print_diff (PmTextDiff *diff)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < diff->pieces->len; i++)
    {
      g_autofree char *text = pm_text_diff_dup_text (diff, i);

      append_piece (string, g_array_index (diff->pieces, PmDiffPiece, i).kind, text);
    }
  pm_cli_print ("%s", string->str);
}

/* @versions: the newest first. */
static PmExit
compare (PmCli *cli, PmNotebook *notebook, const Wish *wish, GPtrArray *versions)
{
  guint after = wish->after != 0 ? wish->after : versions->len;
  guint before = wish->before != 0 ? wish->before : versions->len - 1;
  g_autoptr (PmTextDiff) diff = NULL;
  g_autoptr (GError) error = NULL;

  if (before < 1 || before > versions->len || after > versions->len)
    {
      g_printerr (ngettext ("Article %lld has %u version; there is nothing to compare.\n",
                            "Article %lld has %u versions; choose two of those.\n", versions->len),
                  (long long) wish->article, versions->len);
      return PM_EXIT_FAILED;
    }
  diff = pm_notebook_compare (notebook, wish->article, versions->pdata[versions->len - before],
                              versions->pdata[versions->len - after], &error);
  if (diff == NULL)
    return pm_cli_fail (NULL, error);
  if (cli->json)
    pm_cli_print_diff_json (diff);
  else
    print_diff (diff);
  return PM_EXIT_DONE;
}

static PmExit
run (PmCli *cli, const Wish *wish)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  record = pm_notebook_load (notebook, wish->article, FALSE, &error);
  if (record != NULL)
    versions = pm_notebook_list_versions (notebook, wish->article, NULL, &error);
  if (versions == NULL)
    return pm_cli_fail (NULL, error);
  if (wish->diff)
    return compare (cli, notebook, wish, versions);
  for (guint i = 0; i < versions->len; i++)
    print_version (cli, wish, versions->len - i, versions->pdata[i]);
  return PM_EXIT_DONE;
}

static gboolean
parse_number (const char *text, guint *number)
{
  guint64 parsed = 0;
  gboolean is_number = g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &parsed, NULL);

  *number = parsed;
  if (!is_number)
    pm_cli_usage (_ ("“%s” is not the number of a version."), text);
  return is_number;
}

PmExit
pm_cmd_versions (PmCli *cli, int argc, char **argv)
{
  Wish wish = { 0 };
  const GOptionEntry entries[] = {
    { "diff", 0, 0, G_OPTION_ARG_NONE, &wish.diff, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 1, 3) || !pm_cli_parse_id (argv[1], &wish.article))
    return PM_EXIT_USAGE;
  if (argc > 2 && (!wish.diff || argc != 4))
    return pm_cli_usage (_ ("Give the numbers of two versions, with --diff."));
  if (argc > 2 && (!parse_number (argv[2], &wish.before) || !parse_number (argv[3], &wish.after)))
    return PM_EXIT_USAGE;
  return run (cli, &wish);
}

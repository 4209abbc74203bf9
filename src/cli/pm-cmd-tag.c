/* SPDX-License-Identifier: GPL-3.0-or-later */

/* tag and note: what the user says of an article or, with --highlight, of a highlight. */

#include "pm-cli.h"

#include <glib/gi18n-lib.h>

static void
change_tags (GPtrArray *tags, char **names, gboolean remove)
{
  for (char **name = names; *name != NULL; name++)
    {
      guint index;
      gboolean there = g_ptr_array_find_with_equal_func (tags, *name, g_str_equal, &index);

      if (there && remove)
        g_ptr_array_remove_index (tags, index);
      else if (!there && !remove)
        g_ptr_array_add (tags, g_strdup (*name));
    }
}

/* What to do with what was named: exactly one of the two is to be changed. */
typedef struct
{
  char **tags; /* (nullable) */
  gboolean remove;
  const char *note; /* (nullable) */
} Change;

static gboolean
change_highlight (PmNotebook *notebook, gint64 id, const Change *change, GError **error)
{
  g_autoptr (PmHighlight) highlight = pm_notebook_load_highlight (notebook, id, error);
  g_autoptr (PmHighlight) stored = NULL;

  if (highlight == NULL)
    return FALSE;
  if (change->tags != NULL)
    change_tags (highlight->tags, change->tags, change->remove);
  else
    pm_highlight_set_note (highlight, change->note);
  stored = pm_notebook_put_highlight (notebook, highlight, error);
  return stored != NULL;
}

static gboolean
change_article (PmNotebook *notebook, gint64 id, const Change *change, GError **error)
{
  g_autoptr (PmRecord) record = pm_notebook_load (notebook, id, FALSE, error);
  g_autoptr (PmArticle) article = NULL;

  if (record == NULL)
    return FALSE;
  article = pm_article_copy (record->article);
  if (change->tags != NULL)
    {
      change_tags (article->tags, change->tags, change->remove);
      return pm_notebook_put_article (notebook, article, PM_FIELD_TAGS, error);
    }
  g_free (article->note);
  article->note = *change->note != '\0' ? g_strdup (change->note) : NULL;
  return pm_notebook_put_article (notebook, article, PM_FIELD_NOTE, error);
}

static PmExit
apply (PmCli *cli, gint64 id, gboolean highlight, const Change *change)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, TRUE);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  done = highlight ? change_highlight (notebook, id, change, &error)
                   : change_article (notebook, id, change, &error);
  return done ? PM_EXIT_DONE : pm_cli_fail (NULL, error);
}

PmExit
pm_cmd_tag (PmCli *cli, int argc, char **argv)
{
  gboolean highlight = FALSE;
  gboolean remove = FALSE;
  gint64 id;
  const GOptionEntry entries[] = {
    { "highlight", 0, 0, G_OPTION_ARG_NONE, &highlight, NULL, NULL },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 2, -1) || !pm_cli_parse_id (argv[1], &id))
    return PM_EXIT_USAGE;
  for (int i = 2; i < argc; i++)
    if (*g_strstrip (argv[i]) == '\0' || !g_utf8_validate (argv[i], -1, NULL))
      return pm_cli_usage (_ ("A tag has a name."));
  return apply (cli, id, highlight, &(Change){ argv + 2, remove, NULL });
}

PmExit
pm_cmd_note (PmCli *cli, int argc, char **argv)
{
  gboolean highlight = FALSE;
  gint64 id;
  const GOptionEntry entries[] = {
    { "highlight", 0, 0, G_OPTION_ARG_NONE, &highlight, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!pm_cli_parse (cli, entries, &argc, &argv, 2, 2) || !pm_cli_parse_id (argv[1], &id))
    return PM_EXIT_USAGE;
  return apply (cli, id, highlight, &(Change){ NULL, FALSE, argv[2] });
}

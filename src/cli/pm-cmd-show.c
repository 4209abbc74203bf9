/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include "pm-notice.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
print_field (const char *title, const char *value)
{
  if (value != NULL)
    pm_cli_print ("%s: %s", title, value);
}

static void
print_record (PmRecord *record)
{
  PmArticle *article = record->article;
  const char *notice;
  g_autofree char *tags = NULL;

  g_ptr_array_add (article->tags, NULL);
  tags = g_strjoinv (", ", (char **) article->tags->pdata);
  g_ptr_array_set_size (article->tags, article->tags->len - 1);
  print_field (_ ("Title"), article->title);
  print_field (_ ("Byline"), article->byline);
  print_field (_ ("Outlet"), article->outlet);
  print_field (_ ("Published"), article->published);
  print_field (_ ("Address"), article->url);
  print_field (_ ("Tags"), *tags != '\0' ? tags : NULL);
  print_field (_ ("Note"), article->note);
  print_field (_ ("Failed"), article->error);
  if (record->document == NULL)
    return;
  notice = pm_document_get_meta (record->document, PM_META_NOTICE);
  print_field (_ ("Notice"), pm_notice_get_sentence (notice));
  pm_cli_print ("\n%s", pm_document_get_text (record->document));
}

/* The article as the HTML export writes it, by way of a file that is gone afterwards. */
static PmExit
print_html (PmNotebook *notebook, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_append_val (g_array_new (FALSE, FALSE, sizeof (gint64)), id);
  g_autofree char *folder = g_dir_make_tmp (NULL, &error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "article.html", NULL) : NULL;
  g_autofree char *html = NULL;

  if (folder == NULL)
    return pm_cli_fail (NULL, error);
  if (pm_notebook_export (notebook, path, "html", ids, NULL, NULL, &error))
    g_file_get_contents (path, &html, NULL, &error);
  g_unlink (path);
  g_rmdir (folder);
  if (html == NULL)
    return pm_cli_fail (NULL, error);
  pm_cli_print ("%s", html);
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_show (PmCli *cli, int argc, char **argv)
{
  gboolean text = FALSE;
  gboolean html = FALSE;
  gint64 id;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_NONE, &text, NULL, NULL },
    { "html", 0, 0, G_OPTION_ARG_NONE, &html, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 1, 1) || !pm_cli_parse_id (argv[1], &id))
    return PM_EXIT_USAGE;
  if (text + html + cli->json > 1)
    return pm_cli_usage (_ ("Choose one of --text, --html and --json."));
  notebook = pm_cli_open (cli, FALSE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  record = pm_notebook_load (notebook, id, FALSE, &error);
  if (record == NULL)
    return pm_cli_fail (argv[1], error);
  if (html)
    return print_html (notebook, id);
  if (cli->json)
    pm_cli_print_json (pm_cli_record_to_json (record));
  else if (!text)
    print_record (record);
  else if (record->document != NULL)
    pm_cli_print ("%s", pm_document_get_text (record->document));
  return PM_EXIT_DONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include "pm-offset-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the options say of a new highlight. */
typedef struct
{
  char *quote;
  char *prefix;
  int start;
  int end;
  char *color;
  char **tags;
  char *note;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->color);
  g_strfreev (self->tags);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
invalid (GError **error, const char *message)
{
  g_set_error_literal (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND, message);
  return FALSE;
}

/* The one place where the words stand, after the prefix when there is one. */
static gboolean
find_quote (PmDocument *document, const Options *options, PmSpan *span, GError **error)
{
  const char *text = pm_document_get_text (document);
  g_autofree char *words = g_strconcat (options->prefix != NULL ? options->prefix : "",
                                        options->quote, NULL);
  const char *hit = strstr (text, words);

  if (*options->quote == '\0' || hit == NULL)
    return invalid (error, _ ("These words are not in the article."));
  if (strstr (hit + 1, words) != NULL)
    return invalid (error, _ ("These words stand more than once in the article; say with --prefix "
                              "what comes before them."));
  span->start = hit - text + strlen (words) - strlen (options->quote);
  span->end = span->start + strlen (options->quote);
  return TRUE;
}

static gboolean
find_span (PmDocument *document, const Options *options, PmSpan *span, GError **error)
{
  g_autoptr (PmOffsetMap) map = NULL;

  if (options->quote != NULL)
    return find_quote (document, options, span, error);
  map = pm_offset_map_new (pm_document_get_text (document), pm_document_get_length (document));
  if (options->start < 0 || options->end <= options->start ||
      (gsize) options->end > pm_offset_map_to_chars (map, pm_document_get_length (document)))
    return invalid (error, _ ("There is no such place in the article's text."));
  span->start = pm_offset_map_to_bytes (map, options->start);
  span->end = pm_offset_map_to_bytes (map, options->end);
  return TRUE;
}

static PmHighlight *
make_highlight (PmRecord *record, const Options *options, PmColor color, GError **error)
{
  PmHighlight *highlight;
  PmSpan span;

  if (record->document == NULL)
    {
      invalid (error, _ ("The article has no text yet."));
      return NULL;
    }
  if (!find_span (record->document, options, &span, error))
    return NULL;
  highlight = pm_highlight_new (record->article->id, pm_document_get_text (record->document),
                                pm_document_get_length (record->document), span);
  highlight->color = color;
  for (char **tag = options->tags; tag != NULL && *tag != NULL; tag++)
    pm_highlight_add_tag (highlight, *tag);
  pm_highlight_set_note (highlight, options->note);
  return highlight;
}

static PmExit
add_highlight (PmCli *cli, gint64 id, const Options *options, PmColor color)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (PmHighlight) highlight = NULL;
  g_autoptr (PmHighlight) stored = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  record = pm_notebook_load (notebook, id, FALSE, &error);
  if (record != NULL)
    highlight = make_highlight (record, options, color, &error);
  if (highlight != NULL)
    stored = pm_notebook_put_highlight (notebook, highlight, &error);
  if (stored == NULL)
    return pm_cli_fail (NULL, error);
  if (cli->json)
    pm_cli_print_json (pm_cli_highlight_to_json (stored, record->document));
  else
    pm_cli_print ("%" G_GINT64_FORMAT, stored->id);
  return PM_EXIT_DONE;
}

static PmExit
list_highlights (PmCli *cli, gint64 id)
{
  g_autoptr (PmNotebook) notebook = pm_cli_open (cli, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = NULL;

  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  record = pm_notebook_load (notebook, id, FALSE, &error);
  if (record == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < record->highlights->len; i++)
    {
      PmHighlight *highlight = record->highlights->pdata[i];

      if (cli->json)
        pm_cli_print_json (pm_cli_highlight_to_json (highlight, record->document));
      else
        pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", highlight->id,
                      pm_color_to_string (highlight->color), highlight->anchor->exact);
    }
  return PM_EXIT_DONE;
}

PmExit
pm_cmd_highlight (PmCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { NULL, NULL, -1, -1, NULL, NULL, NULL };
  const GOptionEntry entries[] = {
    { "quote", 0, 0, G_OPTION_ARG_STRING, &options.quote, NULL, NULL },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &options.prefix, NULL, NULL },
    { "start", 0, 0, G_OPTION_ARG_INT, &options.start, NULL, NULL },
    { "end", 0, 0, G_OPTION_ARG_INT, &options.end, NULL, NULL },
    { "color", 0, 0, G_OPTION_ARG_STRING, &options.color, NULL, NULL },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.tags, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  gboolean placed;
  PmColor color = PM_COLOR_YELLOW;
  gint64 id;

  if (!pm_cli_parse (cli, entries, &argc, &argv, 1, 1) || !pm_cli_parse_id (argv[1], &id))
    return PM_EXIT_USAGE;
  placed = options.start >= 0 || options.end >= 0;
  if (options.quote == NULL && !placed && options.color == NULL && options.tags == NULL &&
      options.note == NULL)
    return list_highlights (cli, id);
  if ((options.quote != NULL) == placed)
    return pm_cli_usage (_ ("Say what to highlight: --quote TEXT, or --start N and --end N."));
  if (options.color != NULL && !pm_color_from_string (options.color, &color))
    return pm_cli_usage (_ ("“%s” is not a colour: take yellow, green, blue, purple or orange."),
                         options.color);
  return add_highlight (cli, id, &options, color);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* quotes: who said what, in one article or in all, and what the user says of a quote. */

#include "pm-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  int n_arguments;
  gboolean writes;
  PmExit (*run) (PmCli *cli, PmNotebook *notebook, char **argv);
} Verb;

/* --- who said what --- */

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "–";
}

/* @place's words, with what is not as in @first in marks: "[-hour-] {+day+}". */
static char *
dup_marked (const PmSayingPlace *first, const PmSayingPlace *place)
{
  g_autoptr (PmTextDiff) diff = pm_text_diff_new (first->words, place->words);
  g_autoptr (GString) marked = g_string_new (NULL);

  for (guint i = 0; i < diff->pieces->len; i++)
    {
      PmDiffKind kind = g_array_index (diff->pieces, PmDiffPiece, i).kind;
      g_autofree char *text = pm_text_diff_dup_text (diff, i);
      const char *words = text + strspn (text, " ");

      g_string_append_len (marked, text, words - text);
      if (kind == PM_DIFF_REMOVED)
        g_string_append_printf (marked, "[-%s-]", words);
      else if (kind == PM_DIFF_ADDED)
        g_string_append_printf (marked, "{+%s+}", words);
      else
        g_string_append (marked, words);
    }
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
print_saying (const PmSaying *saying)
{
  const PmSayingPlace *first = saying->places->pdata[0];

  pm_cli_print ("%s\t%s\t%s\t%u\t%s", or_dash (first->article->published),
                or_dash (saying->speaker), or_dash (first->article->outlet), saying->n_outlets,
                first->words);
  for (guint i = 0; saying->places->len > 1 && i < saying->places->len; i++)
    {
      const PmSayingPlace *place = saying->places->pdata[i];
      g_autofree char *marked = dup_marked (first, place);

      pm_cli_print ("\t%s\t%s\t%" G_GINT64_FORMAT "\t%s", or_dash (place->article->published),
                    or_dash (place->article->outlet), place->article->id,
                    strcmp (place->words, first->words) == 0 ? "=" : marked);
    }
}

static gboolean
is_date (const char *date)
{
  if (date == NULL || pm_saying_filter_is_date (date))
    return TRUE;
  pm_cli_usage (_ ("“%s” is not a date: take a year, a month or a day, as 2021-04-15."), date);
  return FALSE;
}

static PmExit
print_sayings (PmCli *cli, const PmSayingFilter *filter)
{
  g_autoptr (PmNotebook) notebook = NULL;
  g_autoptr (PmSayings) sayings = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_date (filter->since) || !is_date (filter->until))
    return PM_EXIT_USAGE;
  notebook = pm_cli_open (cli, FALSE);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  sayings = pm_notebook_load_sayings (notebook, &error);
  if (sayings == NULL)
    return pm_cli_fail (NULL, error);
  found = pm_sayings_find (sayings, filter);
  for (guint i = 0; i < found->len; i++)
    if (cli->json)
      pm_cli_print_json (pm_cli_saying_to_json (found->pdata[i]));
    else
      print_saying (found->pdata[i]);
  return PM_EXIT_DONE;
}

/* --- judging --- */

static gboolean
holds (PmDocument *document, const PmQuote *quote, const char *words)
{
  g_autofree char *text = pm_document_dup_span (document, quote->span);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (words, -1);

  return strstr (folded, wanted) != NULL;
}

static void
find_in (PmRecord *record, GPtrArray *quotes, const char *words, GPtrArray *found)
{
  for (guint i = 0; i < quotes->len; i++)
    if (holds (record->document, quotes->pdata[i], words))
      g_ptr_array_add (found, quotes->pdata[i]);
}

/* Returns: (nullable): the one quote of @record that has @words. */
static const PmQuote *
find_quote (PmRecord *record, const char *words, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (record->document != NULL && record->analysis != NULL)
    {
      find_in (record, record->analysis->quotes, words, found);
      find_in (record, record->analysis->refused, words, found);
    }
  if (found->len == 1)
    return found->pdata[0];
  if (found->len == 0)
    g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND,
                 _ ("No quote of this article has the words “%s”."), words);
  else
    g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
                 _ ("Several quotes of this article have the words “%s”; give more of them."),
                 words);
  return NULL;
}

static void
print_verdict (PmCli *cli, const PmQuoteVerdict *verdict)
{
  if (cli->json)
    pm_cli_print_json (pm_cli_verdict_to_json (verdict));
  else
    pm_cli_print ("%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s", verdict->id,
                  verdict->article, pm_verdict_to_string (verdict->verdict),
                  or_dash (verdict->speaker), verdict->anchor->exact);
}

/* @speaker: (nullable): of a correction. */
static PmExit
judge (PmCli *cli, PmNotebook *notebook, char **argv, PmVerdict kind, const char *speaker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmRecord) record = NULL;
  g_autoptr (PmQuoteVerdict) verdict = NULL;
  g_autoptr (PmQuoteVerdict) stored = NULL;
  const PmQuoteVerdict *present;
  const PmQuote *quote;
  gint64 id;

  if (!pm_cli_parse_id (argv[0], &id))
    return PM_EXIT_USAGE;
  record = pm_notebook_load (notebook, id, FALSE, &error);
  quote = record != NULL ? find_quote (record, argv[1], &error) : NULL;
  if (quote == NULL)
    return pm_cli_fail (NULL, error);
  verdict = pm_quote_verdict_new (id, record->document, quote, kind,
                                  kind == PM_VERDICT_CONFIRMED ? quote->speaker_name : speaker);
  present = pm_quote_verdicts_find (record->verdicts, quote);
  verdict->id = present != NULL ? present->id : 0;
  stored = pm_notebook_judge (notebook, verdict, &error);
  if (stored == NULL)
    return pm_cli_fail (NULL, error);
  print_verdict (cli, stored);
  return PM_EXIT_DONE;
}

static PmExit
confirm (PmCli *cli, PmNotebook *notebook, char **argv)
{
  return judge (cli, notebook, argv, PM_VERDICT_CONFIRMED, NULL);
}

static PmExit
correct_speaker (PmCli *cli, PmNotebook *notebook, char **argv)
{
  return judge (cli, notebook, argv, PM_VERDICT_SPEAKER, argv[2]);
}

static PmExit
take_speaker (PmCli *cli, PmNotebook *notebook, char **argv)
{
  return judge (cli, notebook, argv, PM_VERDICT_SPEAKER, NULL);
}

static PmExit
refuse (PmCli *cli, PmNotebook *notebook, char **argv)
{
  return judge (cli, notebook, argv, PM_VERDICT_NO_QUOTE, NULL);
}

static PmExit
list_verdicts (PmCli *cli, PmNotebook *notebook, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = pm_notebook_list_verdicts (notebook, &error);

  if (verdicts == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < verdicts->len; i++)
    print_verdict (cli, verdicts->pdata[i]);
  return PM_EXIT_DONE;
}

static PmExit
withdraw (PmCli *cli, PmNotebook *notebook, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!pm_cli_parse_id (argv[0], &id))
    return PM_EXIT_USAGE;
  return pm_notebook_withdraw_verdict (notebook, id, &error) ? PM_EXIT_DONE
                                                             : pm_cli_fail (NULL, error);
}

/* --- the command --- */

static const Verb verbs[] = {
  { "confirm", 2, TRUE, confirm },         { "speaker", 3, TRUE, correct_speaker },
  { "nobody", 2, TRUE, take_speaker },     { "refuse", 2, TRUE, refuse },
  { "verdicts", 0, FALSE, list_verdicts }, { "undo", 1, TRUE, withdraw },
};

static PmExit
run_verb (PmCli *cli, int argc, char **argv)
{
  const Verb *verb = NULL;
  g_autoptr (PmNotebook) notebook = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, argv[0]) == 0)
      verb = &verbs[i];
  if (verb == NULL)
    return pm_cli_usage (_ ("“%s” is nothing to do with quotes; “%s” shows what is."), argv[0],
                         "pressmark-cli --help");
  if (!pm_cli_parse (cli, NULL, &argc, &argv, verb->n_arguments, verb->n_arguments))
    return PM_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return pm_cli_usage (_ ("A quote has words, and a speaker a name."));
  notebook = pm_cli_open (cli, verb->writes);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  return verb->run (cli, notebook, argv + 1);
}

static PmExit
run_list (PmCli *cli, const PmSayingFilter *filter, int argc, char **argv)
{
  gint64 id;

  if (argc < 2)
    return print_sayings (cli, filter);
  if (!pm_cli_parse_id (argv[1], &id))
    return PM_EXIT_USAGE;
  if (filter->since != NULL || filter->until != NULL || filter->outlet != NULL)
    return pm_cli_usage (_ ("One article has one date and one outlet."));
  return pm_cli_print_quotes (cli, id, filter->speaker, filter->words);
}

PmExit
pm_cmd_quotes (PmCli *cli, int argc, char **argv)
{
  g_autofree char *speaker = NULL;
  g_autofree char *words = NULL;
  g_autofree char *outlet = NULL;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    { "speaker", 0, 0, G_OPTION_ARG_STRING, &speaker, NULL, NULL },
    { "words", 0, 0, G_OPTION_ARG_STRING, &words, NULL, NULL },
    { "outlet", 0, 0, G_OPTION_ARG_STRING, &outlet, NULL, NULL },
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (argc > 1 && argv[1][0] != '-' && !g_ascii_isdigit (argv[1][0]))
    return run_verb (cli, argc - 1, argv + 1);
  if (!pm_cli_parse (cli, entries, &argc, &argv, 0, 1))
    return PM_EXIT_USAGE;
  return run_list (cli, &(PmSayingFilter){ speaker, words, outlet, since, until }, argc, argv);
}

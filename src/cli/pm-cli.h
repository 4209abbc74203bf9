/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-notebook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What all commands of pressmark-cli share: results on standard output, everything else on standard
 * error. */

typedef enum
{
  PM_EXIT_DONE = 0,
  PM_EXIT_FAILED = 1, /* some items failed, each named */
  PM_EXIT_USAGE = 2,
  PM_EXIT_NOTEBOOK = 3, /* unusable */
} PmExit;

typedef struct
{
  const char *notebook; /* (nullable): as given with -n */
  gboolean json;
} PmCli;

typedef struct
{
  const char *name;
  const char *synopsis; /* what follows the name */
  const char *title;    /* N_() */
  PmExit (*run) (PmCli *cli, int argc, char **argv);
} PmCommand;

/* Parses @entries out of @argv, which starts with the command's name; --json and -n are always
 * understood. What is left in @argv are the arguments proper, of which there must be from @least to
 * @most (-1: any number). Returns: %FALSE when the usage is wrong, which is then said. */
gboolean pm_cli_parse (PmCli *cli,
                       const GOptionEntry *entries,
                       int *argc,
                       char ***argv,
                       int least,
                       int most);

/* Returns: (transfer full): the notebook, or %NULL when it is unusable, which is then said. */
PmNotebook *pm_cli_open (PmCli *cli, gboolean writable);

/* Says @error and gives the exit status it stands for. @what: (nullable): the item it concerns. */
PmExit pm_cli_fail (const char *what, const GError *error);
PmExit pm_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* One line on standard output, at once. */
void pm_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* @node: (transfer full): as one line of JSON. */
void pm_cli_print_json (JsonNode *node);
/* @builder: (transfer full) */
JsonNode *pm_cli_json_take_root (JsonBuilder *builder);
/* @value: (nullable): then it is null. */
void pm_cli_json_add_string (JsonBuilder *builder, const char *name, const char *value);
void pm_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value);

/* Returns: %FALSE when @text is not a positive number, which is then said. */
gboolean pm_cli_parse_id (const char *text, gint64 *id);
/* Says how far the work is, where standard error is a terminal. */
void pm_cli_progress (guint done, guint total);

/* How a list is added. */
typedef struct
{
  const char *file;       /* "-" for standard input */
  gboolean dry_run;       /* only say what would be done */
  char **tags;            /* (nullable) */
  const char *collection; /* (nullable) */
} PmListOptions;

PmExit pm_cli_add_list (PmCli *cli, PmNotebook *notebook, PmListOptions options);

/* What adding it would do, or has done. */
void pm_cli_print_planned (PmCli *cli, const PmPlanned *link);
/* @article: (nullable): %NULL when there is an @error, which is then said. */
void pm_cli_print_link (PmCli *cli,
                        const PmPlanned *link,
                        const PmArticle *article,
                        const GError *error);
/* @plan: (nullable): not of a list. @intake: (nullable): only planned. */
void pm_cli_print_summary (const PmPlan *plan, const PmIntake *intake);

/* Gives the rows of pm_cli_list_sources() what came of asking for them the last time. */
gboolean
pm_cli_complete_sources (PmNotebook *notebook, PmRecord *record, JsonArray *rows, GError **error);
/* Asks whether the links of article @id still answer, and prints what comes of each. */
PmExit pm_cli_check_sources (PmCli *cli, gint64 id);

/* --- shapes; positions are Unicode code points --- */

JsonNode *pm_cli_article_to_json (const PmArticle *article);
JsonNode *pm_cli_highlight_to_json (const PmHighlight *highlight, PmDocument *document);
/* The members "entities", "quotes", "sources", as gold/check.py's shapes are. @id: (nullable): a
 * member "id". */
JsonNode *pm_cli_analysis_to_json (PmDocument *document, PmAnalysis *analysis, JsonNode *id);
/* The article of a page, as the extraction scorer reads it. */
JsonNode *pm_cli_document_to_json (PmDocument *document);
JsonNode *pm_cli_record_to_json (PmRecord *record);
/* One member of pm_cli_analysis_to_json() as an array. */
JsonArray *pm_cli_list_entities (PmDocument *document, PmAnalysis *analysis);
JsonArray *pm_cli_list_quotes (PmDocument *document, PmAnalysis *analysis);
JsonArray *pm_cli_list_sources (PmDocument *document, PmAnalysis *analysis);
/* Adds the members "state", "checked", "status", "final_url" and "error". @url: that was asked for.
 */
void pm_cli_set_answer (JsonObject *object, const char *url, const PmAnswer *answer);

/* Returns: an object without what only the server is told. */
JsonObject *pm_cli_feed_to_json (const PmFeed *feed);

/* @number: as the user counts the versions of @article. */
JsonNode *pm_cli_version_to_json (const PmVersion *version, gint64 article, guint number);
JsonNode *pm_cli_cited_to_json (const PmCited *cited);
/* @story: its number among those that are listed. */
JsonNode *pm_cli_story_part_to_json (const PmStoryPart *part, guint story);
/* One line a piece; positions are those in the two texts. */
void pm_cli_print_diff_json (PmTextDiff *diff);

JsonNode *pm_cli_named_to_json (const PmNamed *named);
JsonNode *pm_cli_dossier_to_json (PmDossier *dossier);
JsonNode *pm_cli_correction_to_json (const PmEntityCorrection *correction);

JsonNode *pm_cli_saying_to_json (const PmSaying *saying);
JsonNode *pm_cli_verdict_to_json (const PmQuoteVerdict *verdict);

/* --- commands --- */

/* The quotes of one article. @speaker, @words: (nullable): only those by this one, with these. */
PmExit pm_cli_print_quotes (PmCli *cli, gint64 id, const char *speaker, const char *words);

/* What follows "entities" when it is no article: "about NAME", "rename NAME NEW", … */
PmExit pm_cli_run_entity_verb (PmCli *cli, int argc, char **argv);

PmExit pm_cmd_add (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_analyse (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_backup (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_check (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_entities (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_export (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_extract (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_feeds (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_follow (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_highlight (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_import (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_list (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_note (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_quotes (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_reanalyse (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_refresh (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_same (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_search (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_show (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_sources (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_stats (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_tag (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_unfollow (PmCli *cli, int argc, char **argv);
PmExit pm_cmd_versions (PmCli *cli, int argc, char **argv);

G_END_DECLS

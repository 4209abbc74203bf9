/* SPDX-License-Identifier: GPL-3.0-or-later */

/* entities VERB: who is named across the notebook, and what the user says of it. */

#include "pm-cli.h"
#include "pm-entity-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What was asked, and of what kind the thing it is asked of is. */
typedef struct
{
  char *type;    /* (nullable): only needed where a name is of several */
  char *article; /* (nullable): the one a correction is about */
  int argc;      /* of the arguments of the verb */
  char **argv;
} Request;

typedef struct
{
  const char *name;
  int least; /* arguments */
  int most;
  gboolean writes;
  PmExit (*run) (PmCli *cli, PmNotebook *notebook, const Request *request);
} Verb;

/* --- finding --- */

static PmDossier *
load_typed (PmNotebook *notebook, const char *type, const char *name, GError **error)
{
  PmEntityType wanted;

  if (pm_entity_type_from_string (type, &wanted))
    return pm_notebook_load_dossier (notebook, wanted, name, error);
  g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
               _ ("“%s” is not a type: take PER, ORG, LOC or MISC."), type);
  return NULL;
}

/* The entity that goes by @name. @type: (nullable) */
static PmDossier *
find (PmNotebook *notebook, const char *type, const char *name, GError **error)
{
  g_autoptr (PmDossier) found = NULL;

  if (type != NULL)
    return load_typed (notebook, type, name, error);
  for (PmEntityType i = 0; i < PM_N_ENTITY_TYPES; i++)
    {
      g_autoptr (PmDossier) dossier = pm_notebook_load_dossier (notebook, i, name, error);

      if (dossier == NULL)
        return NULL;
      if (dossier->appearances->len == 0)
        continue;
      if (found != NULL && (found->type != dossier->type || strcmp (found->name, dossier->name)))
        {
          g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_INVALID,
                       _ ("Several go by the name “%s”; say with --type which."), name);
          return NULL;
        }
      g_clear_pointer (&found, pm_dossier_unref);
      found = g_steal_pointer (&dossier);
    }
  if (found == NULL)
    g_set_error (error, PM_NOTEBOOK_ERROR, PM_NOTEBOOK_ERROR_NOT_FOUND,
                 _ ("No article names “%s”."), name);
  return g_steal_pointer (&found);
}

/* The name that articles have for what was found by @name: an acronym is a name of its own; one
 * that was corrected before has gone. */
static const char *
choose_name (PmDossier *dossier, const char *name)
{
  g_autofree char *key = pm_entity_name_dup_key (name);
  g_autofree char *own = pm_entity_name_dup_key (dossier->name);

  return strcmp (key, own) != 0 && pm_entity_name_is_acronym (name, dossier->name) ? name
                                                                                   : dossier->name;
}

/* --- looking --- */

static void
print_utterances (PmDossier *dossier, GPtrArray *utterances, const char *title)
{
  for (guint i = 0; i < utterances->len; i++)
    {
      const PmUtterance *utterance = utterances->pdata[i];
      const PmAppearance *appearance = dossier->appearances->pdata[utterance->appearance];

      pm_cli_print ("%s\t%" G_GINT64_FORMAT "\t%s\t%s", title, appearance->article->id,
                    utterance->quote->speaker_name != NULL ? utterance->quote->speaker_name : "–",
                    utterance->words);
    }
}

static void
print_dossier (PmDossier *dossier)
{
  pm_cli_print ("%s\t%s\t%u", pm_entity_type_to_string (dossier->type), dossier->name,
                dossier->n_mentions);
  for (guint i = 0; i < dossier->aliases->len; i++)
    pm_cli_print ("alias\t%s", (char *) dossier->aliases->pdata[i]);
  for (guint i = 0; i < dossier->appearances->len; i++)
    {
      const PmAppearance *appearance = dossier->appearances->pdata[i];
      const PmArticle *article = appearance->article;

      pm_cli_print ("article\t%" G_GINT64_FORMAT "\t%s\t%u\t%s", article->id,
                    article->published != NULL ? article->published : "–",
                    appearance->mentions->len, article->title);
    }
  print_utterances (dossier, dossier->said, "said");
  print_utterances (dossier, dossier->told, "about");
  for (guint i = 0; i < dossier->highlights->len; i++)
    {
      const PmHighlight *highlight = dossier->highlights->pdata[i];

      pm_cli_print ("highlight\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s", highlight->article,
                    highlight->id, highlight->anchor->exact);
    }
  for (guint i = 0; i < dossier->neighbours->len; i++)
    {
      const PmNamed *neighbour = dossier->neighbours->pdata[i];

      pm_cli_print ("with\t%s\t%s\t%u", pm_entity_type_to_string (neighbour->type), neighbour->name,
                    neighbour->n_articles);
    }
  for (guint i = 0; i < dossier->suggestions->len; i++)
    {
      const PmEntityName *suggestion = dossier->suggestions->pdata[i];

      pm_cli_print ("same?\t%s\t%s", pm_entity_type_to_string (suggestion->type), suggestion->name);
    }
}

static PmExit
about (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = find (notebook, request->type, request->argv[0], &error);

  if (dossier == NULL)
    return pm_cli_fail (NULL, error);
  if (cli->json)
    pm_cli_print_json (pm_cli_dossier_to_json (dossier));
  else
    print_dossier (dossier);
  return PM_EXIT_DONE;
}

static PmExit
list (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = pm_notebook_list_names (notebook, &error);

  if (names == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < names->len; i++)
    {
      const PmNamed *named = names->pdata[i];
      const char *type = pm_entity_type_to_string (named->type);

      if (request->type != NULL && strcmp (request->type, type) != 0)
        continue;
      if (cli->json)
        pm_cli_print_json (pm_cli_named_to_json (named));
      else
        pm_cli_print ("%s\t%s\t%u", type, named->name, named->n_articles);
    }
  return PM_EXIT_DONE;
}

static void
print_correction (PmCli *cli, const PmEntityCorrection *correction)
{
  if (cli->json)
    {
      pm_cli_print_json (pm_cli_correction_to_json (correction));
      return;
    }
  pm_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s", correction->id,
                pm_correction_kind_to_string (correction->kind),
                pm_entity_type_to_string (correction->type), correction->name,
                correction->to_name != NULL ? pm_entity_type_to_string (correction->to_type) : "–",
                correction->to_name != NULL ? correction->to_name : "–");
}

static PmExit
corrections (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = pm_notebook_list_corrections (notebook, &error);

  if (all == NULL)
    return pm_cli_fail (NULL, error);
  for (guint i = 0; i < all->len; i++)
    print_correction (cli, all->pdata[i]);
  return PM_EXIT_DONE;
}

/* --- correcting --- */

/* @form, @to_name: (nullable) */
static PmExit
correct (PmCli *cli,
         PmNotebook *notebook,
         const Request *request,
         PmCorrectionKind kind,
         const PmEntityName *entity,
         const char *form,
         const PmEntityName *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmEntityCorrection) correction = pm_entity_correction_new (kind, entity->type,
                                                                        entity->name, form,
                                                                        to != NULL ? to->type
                                                                                   : entity->type,
                                                                        to != NULL ? to->name
                                                                                   : NULL);
  g_autoptr (PmEntityCorrection) stored = NULL;

  if (request->article != NULL && !pm_cli_parse_id (request->article, &correction->article))
    return PM_EXIT_USAGE;
  stored = pm_notebook_correct (notebook, correction, &error);
  if (stored == NULL)
    return pm_cli_fail (NULL, error);
  print_correction (cli, stored);
  return PM_EXIT_DONE;
}

static PmExit
rename_entity (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = find (notebook, request->type, request->argv[0], &error);
  PmEntityName entity;

  if (dossier == NULL)
    return pm_cli_fail (NULL, error);
  entity = (PmEntityName){ dossier->type, (char *) choose_name (dossier, request->argv[0]) };
  return correct (cli, notebook, request, PM_CORRECTION_RENAME, &entity, NULL,
                  &(PmEntityName){ entity.type, request->argv[1] });
}

static PmExit
retype (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = NULL;
  PmEntityName entity;
  PmEntityType type;

  if (!pm_entity_type_from_string (request->argv[1], &type))
    return pm_cli_usage (_ ("“%s” is not a type: take PER, ORG, LOC or MISC."), request->argv[1]);
  dossier = find (notebook, request->type, request->argv[0], &error);
  if (dossier == NULL)
    return pm_cli_fail (NULL, error);
  entity = (PmEntityName){ dossier->type, (char *) choose_name (dossier, request->argv[0]) };
  return correct (cli, notebook, request, PM_CORRECTION_RETYPE, &entity, NULL,
                  &(PmEntityName){ type, entity.name });
}

/* merge and apart: two that are there. */
static PmExit
relate (PmCli *cli, PmNotebook *notebook, const Request *request, PmCorrectionKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) one = find (notebook, request->type, request->argv[0], &error);
  g_autoptr (PmDossier) other = NULL;

  if (one != NULL)
    other = find (notebook, NULL, request->argv[1], &error);
  if (other == NULL)
    return pm_cli_fail (NULL, error);
  return correct (cli, notebook, request, kind,
                  &(PmEntityName){ one->type, (char *) choose_name (one, request->argv[0]) }, NULL,
                  &(PmEntityName){ other->type, (char *) choose_name (other, request->argv[1]) });
}

static PmExit
merge (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  return relate (cli, notebook, request, PM_CORRECTION_MERGE);
}

static PmExit
apart (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  return relate (cli, notebook, request, PM_CORRECTION_APART);
}

static PmExit
split (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = find (notebook, request->type, request->argv[0], &error);
  char *to = request->argc > 2 ? request->argv[2] : request->argv[1];

  if (dossier == NULL)
    return pm_cli_fail (NULL, error);
  return correct (cli, notebook, request, PM_CORRECTION_SPLIT,
                  &(PmEntityName){ dossier->type, dossier->name }, request->argv[1],
                  &(PmEntityName){ dossier->type, to });
}

static PmExit
hide (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmDossier) dossier = find (notebook, request->type, request->argv[0], &error);

  if (dossier == NULL)
    return pm_cli_fail (NULL, error);
  return correct (cli, notebook, request, PM_CORRECTION_HIDE,
                  &(PmEntityName){ dossier->type,
                                   (char *) choose_name (dossier, request->argv[0]) },
                  NULL, NULL);
}

static PmExit
withdraw (PmCli *cli, PmNotebook *notebook, const Request *request)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!pm_cli_parse_id (request->argv[0], &id))
    return PM_EXIT_USAGE;
  return pm_notebook_withdraw_correction (notebook, id, &error) ? PM_EXIT_DONE
                                                                : pm_cli_fail (NULL, error);
}

/* --- the command --- */

static const Verb verbs[] = {
  { "list", 0, 0, FALSE, list },
  { "about", 1, 1, FALSE, about },
  { "rename", 2, 2, TRUE, rename_entity },
  { "retype", 2, 2, TRUE, retype },
  { "merge", 2, 2, TRUE, merge },
  { "apart", 2, 2, TRUE, apart },
  { "split", 2, 3, TRUE, split },
  { "hide", 1, 1, TRUE, hide },
  { "corrections", 0, 0, FALSE, corrections },
  { "undo", 1, 1, TRUE, withdraw },
};

static const Verb *
find_verb (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

PmExit
pm_cli_run_entity_verb (PmCli *cli, int argc, char **argv)
{
  const Verb *verb = find_verb (argv[0]);
  g_autofree char *type = NULL;
  g_autofree char *article = NULL;
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_STRING, &type, NULL, NULL },
    { "article", 0, 0, G_OPTION_ARG_STRING, &article, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PmNotebook) notebook = NULL;

  if (verb == NULL)
    return pm_cli_usage (_ ("“%s” is nothing to do with entities; “%s” shows what is."), argv[0],
                         "pressmark-cli --help");
  if (!pm_cli_parse (cli, entries, &argc, &argv, verb->least, verb->most))
    return PM_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return pm_cli_usage (_ ("An entity has a name."));
  notebook = pm_cli_open (cli, verb->writes);
  if (notebook == NULL)
    return PM_EXIT_NOTEBOOK;
  return verb->run (cli, notebook, &(Request){ type, article, argc - 1, argv + 1 });
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities across the notebook as JSON. */

#include "pm-cli.h"

static void
add_name (JsonBuilder *builder, PmEntityType type, const char *name)
{
  pm_cli_json_add_string (builder, "name", name);
  pm_cli_json_add_string (builder, "type", pm_entity_type_to_string (type));
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_named (JsonBuilder *builder, const PmNamed *named)
{
  json_builder_begin_object (builder);
  add_name (builder, named->type, named->name);
  pm_cli_json_add_int (builder, "articles", named->n_articles);
  json_builder_end_object (builder);
}

JsonNode *
pm_cli_named_to_json (const PmNamed *named)
{
  JsonBuilder *builder = json_builder_new ();

  add_named (builder, named);
  return pm_cli_json_take_root (builder);
}

JsonNode *
pm_cli_correction_to_json (const PmEntityCorrection *correction)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  pm_cli_json_add_int (builder, "id", correction->id);
  pm_cli_json_add_string (builder, "kind", pm_correction_kind_to_string (correction->kind));
  if (correction->article != 0)
    pm_cli_json_add_int (builder, "article", correction->article);
  add_name (builder, correction->type, correction->name);
  if (correction->form != NULL)
    pm_cli_json_add_string (builder, "form", correction->form);
  if (correction->to_name != NULL)
    {
      pm_cli_json_add_string (builder, "to_name", correction->to_name);
      pm_cli_json_add_string (builder, "to_type", pm_entity_type_to_string (correction->to_type));
    }
  json_builder_end_object (builder);
  return pm_cli_json_take_root (builder);
}

static void
add_appearances (JsonBuilder *builder, PmDossier *dossier)
{
  begin_array (builder, "articles");
  for (guint i = 0; i < dossier->appearances->len; i++)
    {
      const PmAppearance *appearance = dossier->appearances->pdata[i];

      json_builder_begin_object (builder);
      pm_cli_json_add_int (builder, "article", appearance->article->id);
      pm_cli_json_add_string (builder, "title", appearance->article->title);
      pm_cli_json_add_string (builder, "outlet", appearance->article->outlet);
      pm_cli_json_add_string (builder, "published", appearance->article->published);
      pm_cli_json_add_int (builder, "mentions", appearance->mentions->len);
      pm_cli_json_add_string (builder, "context", appearance->context);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_utterances (JsonBuilder *builder, const char *name, PmDossier *dossier, GPtrArray *utterances)
{
  begin_array (builder, name);
  for (guint i = 0; i < utterances->len; i++)
    {
      const PmUtterance *utterance = utterances->pdata[i];
      const PmAppearance *appearance = dossier->appearances->pdata[utterance->appearance];

      json_builder_begin_object (builder);
      pm_cli_json_add_int (builder, "article", appearance->article->id);
      pm_cli_json_add_string (builder, "kind", pm_quote_kind_to_string (utterance->quote->kind));
      pm_cli_json_add_string (builder, "speaker", utterance->quote->speaker_name);
      pm_cli_json_add_string (builder, "text", utterance->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_highlights (JsonBuilder *builder, PmDossier *dossier)
{
  begin_array (builder, "highlights");
  for (guint i = 0; i < dossier->highlights->len; i++)
    {
      const PmHighlight *highlight = dossier->highlights->pdata[i];

      json_builder_begin_object (builder);
      pm_cli_json_add_int (builder, "article", highlight->article);
      pm_cli_json_add_int (builder, "highlight", highlight->id);
      pm_cli_json_add_string (builder, "text", highlight->anchor->exact);
      pm_cli_json_add_string (builder, "note", highlight->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

JsonNode *
pm_cli_dossier_to_json (PmDossier *dossier)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_name (builder, dossier->type, dossier->name);
  pm_cli_json_add_int (builder, "mentions", dossier->n_mentions);
  begin_array (builder, "aliases");
  for (guint i = 0; i < dossier->aliases->len; i++)
    json_builder_add_string_value (builder, dossier->aliases->pdata[i]);
  json_builder_end_array (builder);
  add_appearances (builder, dossier);
  add_utterances (builder, "said", dossier, dossier->said);
  add_utterances (builder, "about", dossier, dossier->told);
  add_highlights (builder, dossier);
  begin_array (builder, "neighbours");
  for (guint i = 0; i < dossier->neighbours->len; i++)
    add_named (builder, dossier->neighbours->pdata[i]);
  json_builder_end_array (builder);
  begin_array (builder, "suggestions");
  for (guint i = 0; i < dossier->suggestions->len; i++)
    {
      const PmEntityName *suggestion = dossier->suggestions->pdata[i];

      json_builder_begin_object (builder);
      add_name (builder, suggestion->type, suggestion->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return pm_cli_json_take_root (builder);
}

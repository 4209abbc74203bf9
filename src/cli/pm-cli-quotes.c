/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who said what, and verdicts about quotes, as JSON. */

#include "pm-cli.h"

#include <string.h>

/* What is not as in the first place. */
static void
add_differences (JsonBuilder *builder, const PmSayingPlace *first, const PmSayingPlace *place)
{
  g_autoptr (PmTextDiff) diff = pm_text_diff_new (first->words, place->words);

  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < diff->pieces->len; i++)
    {
      PmDiffKind kind = g_array_index (diff->pieces, PmDiffPiece, i).kind;
      g_autofree char *text = pm_text_diff_dup_text (diff, i);

      if (kind != PM_DIFF_REMOVED && kind != PM_DIFF_ADDED)
        continue;
      json_builder_begin_object (builder);
      pm_cli_json_add_string (builder, "kind", pm_diff_kind_to_string (kind));
      pm_cli_json_add_string (builder, "text", g_strstrip (text));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_place (JsonBuilder *builder, const PmSayingPlace *first, const PmSayingPlace *place)
{
  json_builder_begin_object (builder);
  pm_cli_json_add_int (builder, "article", place->article->id);
  pm_cli_json_add_string (builder, "title", place->article->title);
  pm_cli_json_add_string (builder, "outlet", place->article->outlet);
  pm_cli_json_add_string (builder, "published", place->article->published);
  pm_cli_json_add_string (builder, "kind", pm_quote_kind_to_string (place->kind));
  pm_cli_json_add_string (builder, "speaker", place->speaker);
  pm_cli_json_add_string (builder, "text", place->words);
  if (place->verdict != PM_VERDICT_NONE)
    pm_cli_json_add_string (builder, "verdict", pm_verdict_to_string (place->verdict));
  add_differences (builder, first, place);
  json_builder_end_object (builder);
}

JsonNode *
pm_cli_saying_to_json (const PmSaying *saying)
{
  JsonBuilder *builder = json_builder_new ();
  const PmSayingPlace *first = saying->places->pdata[0];

  json_builder_begin_object (builder);
  pm_cli_json_add_string (builder, "speaker", saying->speaker);
  pm_cli_json_add_string (builder, "text", first->words);
  pm_cli_json_add_string (builder, "published", first->article->published);
  pm_cli_json_add_int (builder, "outlets", saying->n_outlets);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < saying->places->len; i++)
    add_place (builder, first, saying->places->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return pm_cli_json_take_root (builder);
}

JsonNode *
pm_cli_verdict_to_json (const PmQuoteVerdict *verdict)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  pm_cli_json_add_int (builder, "id", verdict->id);
  pm_cli_json_add_int (builder, "article", verdict->article);
  pm_cli_json_add_string (builder, "verdict", pm_verdict_to_string (verdict->verdict));
  pm_cli_json_add_string (builder, "speaker", verdict->speaker);
  pm_cli_json_add_string (builder, "text", verdict->anchor->exact);
  json_builder_end_object (builder);
  return pm_cli_json_take_root (builder);
}

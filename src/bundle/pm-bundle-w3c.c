/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

/* Highlights as W3C Web Annotations (Recommendation of 23 February 2017): the model's sections are
 * named where they decide. A key that its context does not know would silently be lost. */

static const char *const styles[PM_N_COLORS] = {
  [PM_COLOR_YELLOW] = ".yellow { background: #f9e27a }",
  [PM_COLOR_GREEN] = ".green { background: #b5e8c0 }",
  [PM_COLOR_BLUE] = ".blue { background: #b9d6f7 }",
  [PM_COLOR_PURPLE] = ".purple { background: #dcc0ea }",
  [PM_COLOR_ORANGE] = ".orange { background: #ffcf9f }",
};

static void
begin_typed (JsonBuilder *builder, const char *name, const char *type)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  _pm_json_string (builder, "type", type);
}

static void
add_urn (JsonBuilder *builder, const char *name, const char *uuid)
{
  g_autofree char *urn = g_strconcat ("urn:uuid:", uuid, NULL);

  _pm_json_string (builder, name, urn);
}

static void
add_body (JsonBuilder *builder, const char *purpose, const char *format, const char *value)
{
  begin_typed (builder, NULL, "TextualBody");
  _pm_json_string (builder, "purpose", purpose);
  _pm_json_string (builder, "format", format);
  _pm_json_string (builder, "value", value);
  json_builder_end_object (builder);
}

/* §3.3.5: a bare highlight has no body. */
static void
add_bodies (JsonBuilder *builder, PmHighlight *highlight)
{
  if (highlight->tags->len == 0 && highlight->note == NULL)
    return;
  json_builder_set_member_name (builder, "body");
  json_builder_begin_array (builder);
  for (guint i = 0; i < highlight->tags->len; i++)
    add_body (builder, "tagging", NULL, highlight->tags->pdata[i]);
  if (highlight->note != NULL)
    add_body (builder, "commenting", "text/plain", highlight->note);
  json_builder_end_array (builder);
}

/* §4.2.4, §4.2.5. An orphan has no position in the present text. */
static void
add_selectors (JsonBuilder *builder, PmHighlight *highlight, PmOffsetMap *map)
{
  json_builder_set_member_name (builder, "selector");
  json_builder_begin_array (builder);
  begin_typed (builder, NULL, "TextQuoteSelector");
  _pm_json_string (builder, "exact", highlight->anchor->exact);
  _pm_json_string (builder, "prefix", highlight->anchor->prefix);
  _pm_json_string (builder, "suffix", highlight->anchor->suffix);
  json_builder_end_object (builder);
  if (!highlight->orphan && map != NULL)
    {
      begin_typed (builder, NULL, "TextPositionSelector");
      _pm_json_int (builder, "start", pm_offset_map_to_chars (map, highlight->span.start));
      _pm_json_int (builder, "end", pm_offset_map_to_chars (map, highlight->span.end));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* §4.3.1: which version of the page the words are from. */
static void
add_state (JsonBuilder *builder, PmBundleItem *item)
{
  PmPage *page = item->record->page;

  if (page == NULL || page->fetched == 0)
    return;
  begin_typed (builder, "state", "TimeState");
  _pm_json_time (builder, "sourceDate", page->fetched, FALSE);
  if (item->originals->len > 0)
    _pm_json_string (builder, "cached", ((PmBundleOriginal *) item->originals->pdata[0])->original);
  json_builder_end_object (builder);
}

static void
add_annotation (JsonBuilder *builder, PmBundleItem *item, PmHighlight *highlight)
{
  const char *color = pm_color_to_string (highlight->color);

  begin_typed (builder, NULL, "Annotation");
  add_urn (builder, "id", highlight->uuid);
  _pm_json_string (builder, "motivation", "highlighting");
  _pm_json_time (builder, "created", highlight->created, FALSE);
  _pm_json_time (builder, "modified", highlight->modified, FALSE);
  begin_typed (builder, "generator", "Software");
  _pm_json_string (builder, "name", PM_BUNDLE_AGENT);
  json_builder_end_object (builder);
  begin_typed (builder, "stylesheet", "CssStylesheet");
  _pm_json_string (builder, "value", styles[highlight->color]);
  json_builder_end_object (builder);
  add_bodies (builder, highlight);
  begin_typed (builder, "target", "SpecificResource");
  _pm_json_string (builder, "source", _pm_bundle_get_url (item->record));
  _pm_json_string (builder, "styleClass", color);
  add_state (builder, item);
  add_selectors (builder, highlight, item->map);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
write_article (PmPartState *state, PmBundleItem *item, GString *out)
{
  GPtrArray *highlights = item->record->highlights;

  for (guint i = 0; i < highlights->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      add_annotation (builder, item, highlights->pdata[i]);
      _pm_json_append (out, builder, state->n_items > 0);
      state->n_items++;
    }
}

static void
write_head (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  begin_typed (builder, NULL, "AnnotationCollection");
  _pm_json_string (builder, "@context", "http://www.w3.org/ns/anno.jsonld");
  _pm_json_string (builder, "label", bundle->title);
  _pm_json_time (builder, "created", bundle->created, FALSE);
  _pm_json_int (builder, "total", state->n_items);
  begin_typed (builder, "first", "AnnotationPage");
  _pm_json_int (builder, "startIndex", 0);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  _pm_json_append (out, builder, FALSE);
  /* The page within goes on with its items. */
  g_string_truncate (out, out->len - 2);
  g_string_append (out, ",\"items\":[\n");
}

static void
write_tail (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_string_append (out, "\n]}}\n");
}

const PmBundlePart _pm_bundle_w3c_part = { "annotations.jsonld", 0, write_article, write_head,
                                           write_tail };

PM_BUNDLE_WRITE (_pm_bundle_write_w3c)
{
  return _pm_bundle_write_part (&_pm_bundle_w3c_part, bundle, stream, progress, progress_data,
                                cancellable, error);
}

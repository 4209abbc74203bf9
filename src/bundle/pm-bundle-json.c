/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <string.h>

/* notebook.json: everything, for programs. Its fields are described in the bundle's README.md
 * (pm-bundle-readme.c), which has to follow every change made here. */

static void
add_span (JsonBuilder *builder, const char *name, PmOffsetMap *map, PmSpan span)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, pm_offset_map_to_chars (map, span.start));
  json_builder_add_int_value (builder, pm_offset_map_to_chars (map, span.end));
  json_builder_end_array (builder);
}

static void
begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_metadata (JsonBuilder *builder, PmDocument *document)
{
  begin_object (builder, "metadata");
  for (guint field = 0; field < PM_N_META; field++)
    {
      if (pm_document_get_meta (document, field) == NULL)
        continue;
      begin_object (builder, pm_meta_field_to_string (field));
      _pm_json_string (builder, "value", pm_document_get_meta (document, field));
      _pm_json_string (builder, "key", pm_document_get_meta_key (document, field));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_document (JsonBuilder *builder, PmDocument *document, PmOffsetMap *map)
{
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  begin_object (builder, "document");
  add_metadata (builder, document);
  _pm_json_string (builder, "text", pm_document_get_text (document));
  begin_array (builder, "marks");
  for (gsize i = 0; i < n_marks; i++)
    {
      json_builder_begin_object (builder);
      _pm_json_string (builder, "kind", pm_mark_kind_to_string (marks[i].kind));
      add_span (builder, "span", map, marks[i].span);
      if (marks[i].level != 0)
        _pm_json_int (builder, "level", marks[i].level);
      if (marks[i].number != 0)
        _pm_json_int (builder, "number", marks[i].number);
      _pm_json_string (builder, "url", marks[i].url);
      _pm_json_string (builder, "text", marks[i].text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_entities (JsonBuilder *builder, GPtrArray *entities, PmOffsetMap *map)
{
  begin_array (builder, "entities");
  for (guint i = 0; i < entities->len; i++)
    {
      PmEntity *entity = entities->pdata[i];

      json_builder_begin_object (builder);
      _pm_json_string (builder, "name", entity->name);
      _pm_json_string (builder, "type", pm_entity_type_to_string (entity->type));
      _pm_json_strings (builder, "aliases", entity->aliases);
      begin_array (builder, "mentions");
      for (guint j = 0; j < entity->mentions->len; j++)
        add_span (builder, NULL, map, g_array_index (entity->mentions, PmSpan, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_quotes (JsonBuilder *builder, GPtrArray *quotes, PmOffsetMap *map)
{
  begin_array (builder, "quotes");
  for (guint i = 0; i < quotes->len; i++)
    {
      PmQuote *quote = quotes->pdata[i];

      json_builder_begin_object (builder);
      _pm_json_string (builder, "kind", pm_quote_kind_to_string (quote->kind));
      add_span (builder, "span", map, quote->span);
      add_span (builder, "cue", map, quote->cue);
      add_span (builder, "speaker", map, quote->speaker);
      _pm_json_string (builder, "speaker_name", quote->speaker_name);
      if (quote->entity >= 0)
        _pm_json_int (builder, "entity", quote->entity);
      _pm_json_string (builder, "rule", quote->rule);
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, quote->confidence);
      if (quote->verdict != PM_VERDICT_NONE)
        _pm_json_string (builder, "verdict", pm_verdict_to_string (quote->verdict));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder, GPtrArray *sources, PmOffsetMap *map)
{
  begin_array (builder, "sources");
  for (guint i = 0; i < sources->len; i++)
    {
      PmSource *source = sources->pdata[i];

      json_builder_begin_object (builder);
      _pm_json_string (builder, "kind", pm_source_kind_to_string (source->kind));
      add_span (builder, "span", map, source->span);
      _pm_json_string (builder, "name", source->name);
      _pm_json_string (builder, "url", source->url);
      if (source->entity >= 0)
        _pm_json_int (builder, "entity", source->entity);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @moment: the member that says where the words stood then: in a text that may no longer be at
 * hand, hence not in characters. */
static void
add_anchor (JsonBuilder *builder, const PmAnchor *anchor, const char *moment)
{
  _pm_json_string (builder, "exact", anchor->exact);
  _pm_json_string (builder, "prefix", anchor->prefix);
  _pm_json_string (builder, "suffix", anchor->suffix);
  begin_array (builder, moment);
  json_builder_add_int_value (builder, anchor->hint.start);
  json_builder_add_int_value (builder, anchor->hint.end);
  json_builder_end_array (builder);
}

static void
add_highlight (JsonBuilder *builder, PmHighlight *highlight, PmOffsetMap *map)
{
  json_builder_begin_object (builder);
  _pm_json_string (builder, "uuid", highlight->uuid);
  if (!highlight->orphan && map != NULL)
    add_span (builder, "span", map, highlight->span);
  add_anchor (builder, highlight->anchor, "marked_at_bytes");
  _pm_json_string (builder, "color", pm_color_to_string (highlight->color));
  _pm_json_strings (builder, "tags", highlight->tags);
  _pm_json_string (builder, "note", highlight->note);
  _pm_json_time (builder, "created", highlight->created, TRUE);
  _pm_json_time (builder, "modified", highlight->modified, TRUE);
  json_builder_end_object (builder);
}

static void
add_correction (JsonBuilder *builder, PmEntityCorrection *correction)
{
  json_builder_begin_object (builder);
  _pm_json_string (builder, "uuid", correction->uuid);
  _pm_json_string (builder, "kind", pm_correction_kind_to_string (correction->kind));
  _pm_json_string (builder, "scope", correction->article != 0 ? "article" : "notebook");
  _pm_json_string (builder, "type", pm_entity_type_to_string (correction->type));
  _pm_json_string (builder, "name", correction->name);
  _pm_json_string (builder, "form", correction->form);
  if (correction->to_name != NULL)
    _pm_json_string (builder, "to_type", pm_entity_type_to_string (correction->to_type));
  _pm_json_string (builder, "to_name", correction->to_name);
  _pm_json_time (builder, "created", correction->created, TRUE);
  json_builder_end_object (builder);
}

static void
add_verdict (JsonBuilder *builder, PmQuoteVerdict *verdict)
{
  json_builder_begin_object (builder);
  _pm_json_string (builder, "uuid", verdict->uuid);
  _pm_json_string (builder, "verdict", pm_verdict_to_string (verdict->verdict));
  _pm_json_string (builder, "kind", pm_quote_kind_to_string (verdict->kind));
  _pm_json_string (builder, "speaker", verdict->speaker);
  add_anchor (builder, verdict->anchor, "judged_at_bytes");
  _pm_json_time (builder, "created", verdict->created, TRUE);
  json_builder_end_object (builder);
}

static void
add_hop (JsonBuilder *builder, PmHop *hop)
{
  json_builder_begin_object (builder);
  _pm_json_string (builder, "url", hop->url);
  _pm_json_string (builder, "method", hop->method);
  _pm_json_int (builder, "status", hop->status);
  _pm_json_string (builder, "reason", hop->reason);
  _pm_json_string (builder, "protocol", hop->protocol);
  _pm_json_string (builder, "request_headers", hop->request_headers);
  _pm_json_string (builder, "response_headers", hop->response_headers);
  _pm_json_string (builder, "address", hop->address);
  _pm_json_string (builder, "tls_version", hop->tls_version);
  _pm_json_string (builder, "certificate_sha256", hop->certificate_sha256);
  _pm_json_time (builder, "started", hop->started, TRUE);
  _pm_json_time (builder, "finished", hop->finished, TRUE);
  json_builder_end_object (builder);
}

/* @originals: (nullable) (element-type PmBundleOriginal): of the page @number, from 0, on. */
static void
add_page (JsonBuilder *builder, PmPage *page, GPtrArray *originals, guint number)
{
  const PmBundleOriginal *original = originals != NULL && number < originals->len
                                         ? originals->pdata[number]
                                         : NULL;

  json_builder_begin_object (builder);
  _pm_json_string (builder, "requested_url", page->requested_url);
  _pm_json_string (builder, "url", page->url);
  _pm_json_string (builder, "content_type", page->content_type);
  _pm_json_string (builder, "charset", page->charset);
  _pm_json_string (builder, "encoding", page->encoding);
  _pm_json_string (builder, "sha256", page->body_sha256);
  _pm_json_time (builder, "fetched", page->fetched, TRUE);
  _pm_json_string (builder, "original", original != NULL ? original->original : NULL);
  _pm_json_string (builder, "decoded", original != NULL ? original->decoded : NULL);
  begin_array (builder, "hops");
  for (guint i = 0; i < page->hops->len; i++)
    add_hop (builder, page->hops->pdata[i]);
  json_builder_end_array (builder);
  if (page->next != NULL)
    {
      json_builder_set_member_name (builder, "next");
      add_page (builder, page->next, originals, number + 1);
    }
  json_builder_end_object (builder);
}

static void
add_article (JsonBuilder *builder, PmArticle *article)
{
  _pm_json_string (builder, "uuid", article->uuid);
  _pm_json_string (builder, "url", article->url);
  _pm_json_string (builder, "title", article->title);
  _pm_json_string (builder, "outlet", article->outlet);
  _pm_json_string (builder, "byline", article->byline);
  _pm_json_string (builder, "published", article->published);
  _pm_json_string (builder, "language", article->language);
  _pm_json_time (builder, "added", article->added, TRUE);
  _pm_json_time (builder, "fetched", article->fetched, TRUE);
  _pm_json_time (builder, "trashed", article->trashed, TRUE);
  _pm_json_string (builder, "state", pm_article_state_to_string (article->state));
  _pm_json_string (builder, "error", article->error);
  json_builder_set_member_name (builder, "unread");
  json_builder_add_boolean_value (builder, article->unread);
  _pm_json_string (builder, "note", article->note);
  _pm_json_strings (builder, "tags", article->tags);
  _pm_json_strings (builder, "collections", article->collections);
}

static void
add_captures (JsonBuilder *builder, PmBundleItem *item)
{
  PmRecord *record = item->record;

  if (record->page != NULL)
    {
      json_builder_set_member_name (builder, "capture");
      add_page (builder, record->page, item->originals, 0);
    }
  begin_array (builder, "captures");
  for (guint i = 0; i < record->captures->len; i++)
    add_page (builder, record->captures->pdata[i], NULL, 0);
  json_builder_end_array (builder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* Those with a file beside this one: on its own it has none, and no member. */
static void
add_images (JsonBuilder *builder, PmBundleItem *item)
{
  g_autoptr (GList) urls = g_list_sort (g_hash_table_get_keys (item->images), compare_names);

  if (urls == NULL)
    return;
  begin_array (builder, "images");
  for (GList *l = urls; l != NULL; l = l->next)
    {
      GBytes *bytes = g_hash_table_lookup (item->images, l->data);
      g_autofree char *file = _pm_bundle_name_image (bytes);

      if (file == NULL)
        continue;
      json_builder_begin_object (builder);
      _pm_json_string (builder, "url", l->data);
      _pm_json_string (builder, "file", file);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_article (PmPartState *state, PmBundleItem *item, GString *out)
{
  PmRecord *record = item->record;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_article (builder, record->article);
  if (record->document != NULL)
    add_document (builder, record->document, item->map);
  if (record->document != NULL && record->analysis != NULL)
    {
      begin_object (builder, "analysis");
      add_entities (builder, record->analysis->entities, item->map);
      add_quotes (builder, record->analysis->quotes, item->map);
      add_sources (builder, record->analysis->sources, item->map);
      json_builder_end_object (builder);
    }
  begin_array (builder, "highlights");
  for (guint i = 0; i < record->highlights->len; i++)
    add_highlight (builder, record->highlights->pdata[i], item->map);
  json_builder_end_array (builder);
  begin_array (builder, "corrections");
  for (guint i = 0; i < record->corrections->len; i++)
    add_correction (builder, record->corrections->pdata[i]);
  json_builder_end_array (builder);
  begin_array (builder, "verdicts");
  for (guint i = 0; i < record->verdicts->len; i++)
    add_verdict (builder, record->verdicts->pdata[i]);
  json_builder_end_array (builder);
  add_captures (builder, item);
  add_images (builder, item);
  json_builder_end_object (builder);
  _pm_json_append (out, builder, state->n_articles > 0);
}

/* What its server said is no one else's. */
static void
add_feed (JsonBuilder *builder, const PmFeed *feed)
{
  json_builder_begin_object (builder);
  _pm_json_string (builder, "url", feed->url);
  _pm_json_string (builder, "title", feed->title);
  _pm_json_time (builder, "added", feed->added, FALSE);
  _pm_json_string (builder, "collection", feed->collection);
  begin_array (builder, "tags");
  for (char **tag = feed->tags; tag != NULL && *tag != NULL; tag++)
    json_builder_add_string_value (builder, *tag);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
write_head (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  _pm_json_string (builder, "format", PM_BUNDLE_JSON_FORMAT);
  _pm_json_int (builder, "version", PM_BUNDLE_JSON_VERSION);
  _pm_json_string (builder, "generator", PM_BUNDLE_AGENT);
  _pm_json_string (builder, "title", bundle->title);
  _pm_json_time (builder, "created", bundle->created, TRUE);
  _pm_json_string (builder, "positions", "unicode-code-points");
  if (bundle->feeds != NULL)
    {
      begin_array (builder, "feeds");
      for (guint i = 0; i < bundle->feeds->len; i++)
        add_feed (builder, bundle->feeds->pdata[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  _pm_json_append (out, builder, FALSE);
  /* The object goes on with its articles. */
  g_string_truncate (out, out->len - 1);
  g_string_append (out, ",\"articles\":[\n");
}

static void
write_tail (PmPartState *state, PmBundle *bundle, GString *out)
{
  g_string_append (out, "\n]}\n");
}

const PmBundlePart _pm_bundle_json_part = { "notebook.json", 0, write_article, write_head,
                                            write_tail };

PM_BUNDLE_WRITE (_pm_bundle_write_json)
{
  return _pm_bundle_write_part (&_pm_bundle_json_part, bundle, stream, progress, progress_data,
                                cancellable, error);
}

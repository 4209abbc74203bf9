/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-cli.h"

#include "pm-notice.h"
#include "pm-offset-map.h"

#include <string.h>

static void
set_string (JsonObject *object, const char *name, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

/* µs since 1970 as RFC 3339 in UTC. */
static void
set_time (JsonObject *object, const char *name, gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC)
                                         : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  set_string (object, name, text);
}

static void
set_names (JsonObject *object, const char *name, GPtrArray *names)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < names->len; i++)
    json_array_add_string_element (array, names->pdata[i]);
  json_object_set_array_member (object, name, array);
}

static void
set_span (JsonObject *object, PmOffsetMap *map, PmSpan span)
{
  json_object_set_int_member (object, "start", pm_offset_map_to_chars (map, span.start));
  json_object_set_int_member (object, "end", pm_offset_map_to_chars (map, span.end));
}

static void
set_words (JsonObject *object, PmDocument *document, PmSpan span)
{
  g_autofree char *words = pm_document_dup_span (document, span);

  set_string (object, "text", words);
}

static PmOffsetMap *
map_document (PmDocument *document)
{
  return pm_offset_map_new (pm_document_get_text (document), pm_document_get_length (document));
}

/* @object: (transfer full) */
static JsonNode *
to_node (JsonObject *object)
{
  JsonNode *node = json_node_alloc ();

  return json_node_init_object (node, object);
}

JsonObject *
pm_cli_feed_to_json (const PmFeed *feed)
{
  JsonObject *object = json_object_new ();
  JsonArray *tags = json_array_new ();

  for (char **tag = feed->tags; tag != NULL && *tag != NULL; tag++)
    json_array_add_string_element (tags, *tag);
  if (feed->id != 0)
    json_object_set_int_member (object, "id", feed->id);
  else
    json_object_set_null_member (object, "id");
  set_string (object, "url", feed->url);
  set_string (object, "title", feed->title);
  set_time (object, "added", feed->added);
  json_object_set_array_member (object, "tags", tags);
  set_string (object, "collection", feed->collection);
  set_time (object, "checked", feed->checked);
  set_time (object, "due", feed->due);
  if (feed->error != NULL)
    set_string (object, "error", feed->error);
  return object;
}

JsonNode *
pm_cli_article_to_json (const PmArticle *article)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "id", article->id);
  set_string (object, "url", article->url);
  set_string (object, "title", article->title);
  set_string (object, "state", pm_article_state_to_string (article->state));
  if (article->error != NULL)
    set_string (object, "error", article->error);
  set_string (object, "outlet", article->outlet);
  set_string (object, "byline", article->byline);
  set_string (object, "published", article->published);
  set_string (object, "lang", article->language);
  set_time (object, "added", article->added);
  set_time (object, "fetched", article->fetched);
  json_object_set_boolean_member (object, "unread", article->unread);
  set_names (object, "tags", article->tags);
  set_names (object, "collections", article->collections);
  set_string (object, "note", article->note);
  json_object_set_int_member (object, "highlights", article->n_highlights);
  return to_node (g_steal_pointer (&object));
}

JsonNode *
pm_cli_highlight_to_json (const PmHighlight *highlight, PmDocument *document)
{
  g_autoptr (PmOffsetMap) map = map_document (document);
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "id", highlight->id);
  json_object_set_int_member (object, "article", highlight->article);
  if (!highlight->orphan)
    set_span (object, map, highlight->span);
  json_object_set_boolean_member (object, "orphan", highlight->orphan);
  set_string (object, "text", highlight->anchor->exact);
  set_string (object, "prefix", highlight->anchor->prefix);
  set_string (object, "suffix", highlight->anchor->suffix);
  set_string (object, "color", pm_color_to_string (highlight->color));
  set_names (object, "tags", highlight->tags);
  set_string (object, "note", highlight->note);
  set_time (object, "created", highlight->created);
  return to_node (g_steal_pointer (&object));
}

JsonArray *
pm_cli_list_entities (PmDocument *document, PmAnalysis *analysis)
{
  g_autoptr (PmOffsetMap) map = map_document (document);
  gboolean guess = pm_notebook_guesses (document);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      PmEntity *entity = analysis->entities->pdata[i];
      JsonObject *object = json_object_new ();
      JsonArray *mentions = json_array_new ();

      for (guint j = 0; j < entity->mentions->len; j++)
        {
          PmSpan span = g_array_index (entity->mentions, PmSpan, j);
          JsonObject *mention = json_object_new ();

          set_span (mention, map, span);
          set_words (mention, document, span);
          json_array_add_object_element (mentions, mention);
        }
      set_string (object, "name", entity->name);
      set_string (object, "type", pm_entity_type_to_string (entity->type));
      set_names (object, "aliases", entity->aliases);
      if (guess)
        json_object_set_boolean_member (object, "guess", TRUE);
      json_object_set_array_member (object, "mentions", mentions);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
set_speaker (JsonObject *object, PmDocument *document, PmOffsetMap *map, PmQuote *quote)
{
  JsonObject *speaker;

  if (pm_span_is_empty (quote->speaker) && quote->speaker_name == NULL)
    {
      json_object_set_null_member (object, "speaker");
      return;
    }
  speaker = json_object_new ();
  if (!pm_span_is_empty (quote->speaker))
    {
      set_span (speaker, map, quote->speaker);
      set_words (speaker, document, quote->speaker);
    }
  set_string (speaker, "name", quote->speaker_name);
  json_object_set_object_member (object, "speaker", speaker);
}

JsonArray *
pm_cli_list_quotes (PmDocument *document, PmAnalysis *analysis)
{
  g_autoptr (PmOffsetMap) map = map_document (document);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < analysis->quotes->len; i++)
    {
      PmQuote *quote = analysis->quotes->pdata[i];
      JsonObject *object = json_object_new ();

      set_span (object, map, quote->span);
      set_string (object, "kind", pm_quote_kind_to_string (quote->kind));
      set_words (object, document, quote->span);
      set_speaker (object, document, map, quote);
      if (pm_span_is_empty (quote->cue))
        json_object_set_null_member (object, "cue");
      else
        {
          JsonObject *cue = json_object_new ();

          set_span (cue, map, quote->cue);
          set_words (cue, document, quote->cue);
          json_object_set_object_member (object, "cue", cue);
        }
      set_string (object, "rule", quote->rule);
      json_object_set_double_member (object, "confidence", quote->confidence);
      if (quote->verdict != PM_VERDICT_NONE)
        set_string (object, "verdict", pm_verdict_to_string (quote->verdict));
      json_array_add_object_element (array, object);
    }
  return array;
}

JsonArray *
pm_cli_list_sources (PmDocument *document, PmAnalysis *analysis)
{
  g_autoptr (PmOffsetMap) map = map_document (document);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < analysis->sources->len; i++)
    {
      PmSource *source = analysis->sources->pdata[i];
      JsonObject *object = json_object_new ();

      set_string (object, "name", source->name);
      set_string (object, "kind", pm_source_kind_to_string (source->kind));
      set_span (object, map, source->span);
      set_words (object, document, source->span);
      set_string (object, "url", source->url);
      json_array_add_object_element (array, object);
    }
  return array;
}

void
pm_cli_set_answer (JsonObject *object, const char *url, const PmAnswer *answer)
{
  set_string (object, "state", pm_answer_kind_to_string (pm_answer_get_kind (answer, url)));
  set_time (object, "checked", answer->checked);
  json_object_set_int_member (object, "status", answer->status);
  set_string (object, "final_url", answer->url);
  set_string (object, "error", answer->error);
}

JsonNode *
pm_cli_analysis_to_json (PmDocument *document, PmAnalysis *analysis, JsonNode *id)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (id != NULL)
    json_object_set_member (object, "id", id);
  json_object_set_array_member (object, "entities", pm_cli_list_entities (document, analysis));
  json_object_set_array_member (object, "quotes", pm_cli_list_quotes (document, analysis));
  json_object_set_array_member (object, "sources", pm_cli_list_sources (document, analysis));
  return to_node (g_steal_pointer (&object));
}

/* Every link of the text: its address and the words it hangs on. */
static JsonArray *
list_links (PmDocument *document)
{
  JsonArray *array = json_array_new ();
  gsize n_marks;
  const PmMark *marks = pm_document_get_marks (document, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == PM_MARK_LINK)
      {
        JsonObject *link = json_object_new ();

        set_string (link, "href", marks[i].url);
        set_words (link, document, marks[i].span);
        json_array_add_object_element (array, link);
      }
  return array;
}

static void
set_document (JsonObject *object, PmDocument *document)
{
  g_autofree char *running = pm_document_dup_running_text (document);
  const char *notice = pm_document_get_meta (document, PM_META_NOTICE);

  set_string (object, "title", pm_document_get_meta (document, PM_META_TITLE));
  set_string (object, "byline", pm_document_get_meta (document, PM_META_BYLINE));
  set_string (object, "published", pm_document_get_meta (document, PM_META_PUBLISHED));
  set_string (object, "modified", pm_document_get_meta (document, PM_META_MODIFIED));
  set_string (object, "site_name", pm_document_get_meta (document, PM_META_OUTLET));
  set_string (object, "lang", pm_document_get_meta (document, PM_META_LANGUAGE));
  set_string (object, "canonical_url", pm_document_get_meta (document, PM_META_CANONICAL_URL));
  set_string (object, "lead_image", pm_document_get_meta (document, PM_META_LEAD_IMAGE));
  set_string (object, "next_page", pm_document_get_meta (document, PM_META_NEXT_PAGE));
  set_string (object, "feed", pm_document_get_meta (document, PM_META_FEED));
  json_object_set_boolean_member (object, "article", pm_notice_is_article (notice));
  set_string (object, "notice", notice);
  set_string (object, "text", running);
  json_object_set_array_member (object, "links", list_links (document));
}

JsonNode *
pm_cli_document_to_json (PmDocument *document)
{
  g_autoptr (JsonObject) object = json_object_new ();

  set_document (object, document);
  return to_node (g_steal_pointer (&object));
}

static JsonNode *
page_to_json (PmPage *page)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *hops = json_array_new ();

  set_string (object, "requested_url", page->requested_url);
  set_string (object, "url", page->url);
  set_time (object, "fetched", page->fetched);
  set_string (object, "type", page->content_type);
  set_string (object, "charset", page->charset);
  set_string (object, "encoding", page->encoding);
  set_string (object, "sha256", page->body_sha256);
  for (guint i = 0; i < page->hops->len; i++)
    {
      PmHop *hop = page->hops->pdata[i];
      JsonObject *item = json_object_new ();

      set_string (item, "url", hop->url);
      json_object_set_int_member (item, "status", hop->status);
      set_string (item, "address", hop->address);
      set_string (item, "tls", hop->tls_version);
      set_string (item, "certificate_sha256", hop->certificate_sha256);
      set_time (item, "time", hop->started);
      json_array_add_object_element (hops, item);
    }
  json_object_set_array_member (object, "hops", hops);
  if (page->next != NULL)
    json_object_set_member (object, "next", page_to_json (page->next));
  return to_node (g_steal_pointer (&object));
}

JsonNode *
pm_cli_record_to_json (PmRecord *record)
{
  JsonNode *node = pm_cli_article_to_json (record->article);
  JsonObject *object = json_node_get_object (node);
  JsonArray *highlights = json_array_new ();

  if (record->document != NULL)
    {
      /* The article's own title and the rest of the list stand; the page's fields join them. */
      set_document (object, record->document);
      set_string (object, "title", record->article->title);
      for (guint i = 0; i < record->highlights->len; i++)
        json_array_add_element (highlights, pm_cli_highlight_to_json (record->highlights->pdata[i],
                                                                      record->document));
    }
  json_object_set_array_member (object, "highlights", highlights);
  if (record->page != NULL)
    json_object_set_member (object, "capture", page_to_json (record->page));
  return node;
}

JsonNode *
pm_cli_version_to_json (const PmVersion *version, gint64 article, guint number)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "article", article);
  json_object_set_int_member (object, "version", number);
  set_time (object, "fetched", version->fetched);
  set_time (object, "seen", version->seen);
  set_string (object, "url", version->url);
  set_string (object, "sha256", version->sha256);
  json_object_set_int_member (object, "words", version->words);
  json_object_set_int_member (object, "added", version->n_added);
  json_object_set_int_member (object, "removed", version->n_removed);
  json_object_set_boolean_member (object, "shown", version->is_shown);
  return to_node (object);
}

JsonNode *
pm_cli_cited_to_json (const PmCited *cited)
{
  JsonObject *object = json_object_new ();
  JsonArray *articles = json_array_new ();

  for (guint i = 0; i < cited->citing->len; i++)
    json_array_add_int_element (articles, ((PmArticle *) cited->citing->pdata[i])->id);
  set_string (object, "name", cited->name);
  set_string (object, "url", cited->url);
  set_string (object, "kind", pm_source_kind_to_string (cited->kind));
  if (cited->kept != 0)
    json_object_set_int_member (object, "article", cited->kept);
  else
    json_object_set_null_member (object, "article");
  json_object_set_array_member (object, "cited_by", articles);
  return to_node (object);
}

JsonNode *
pm_cli_story_part_to_json (const PmStoryPart *part, guint story)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "story", story);
  json_object_set_int_member (object, "text", part->copy);
  json_object_set_boolean_member (object, "first", part->first);
  json_object_set_int_member (object, "id", part->article->id);
  set_string (object, "title", part->article->title);
  set_string (object, "outlet", part->article->outlet);
  set_string (object, "url", part->article->url);
  set_string (object, "published", part->article->published);
  json_object_set_int_member (object, "words", part->n_words);
  json_object_set_int_member (object, "new", part->n_new);
  return to_node (object);
}

static void
set_place (JsonObject *object, const char *name, PmOffsetMap *map, PmSpan span)
{
  JsonObject *place = json_object_new ();

  set_span (place, map, span);
  json_object_set_object_member (object, name, place);
}

void
pm_cli_print_diff_json (PmTextDiff *diff)
{
  g_autoptr (PmOffsetMap) before = pm_offset_map_new (diff->before, strlen (diff->before));
  g_autoptr (PmOffsetMap) after = pm_offset_map_new (diff->after, strlen (diff->after));

  for (guint i = 0; i < diff->pieces->len; i++)
    {
      const PmDiffPiece *piece = &g_array_index (diff->pieces, PmDiffPiece, i);
      g_autofree char *text = pm_text_diff_dup_text (diff, i);
      JsonObject *object = json_object_new ();

      set_string (object, "kind", pm_diff_kind_to_string (piece->kind));
      set_string (object, "text", text);
      set_place (object, "before", before, piece->before);
      set_place (object, "after", after, piece->after);
      pm_cli_print_json (to_node (object));
    }
}

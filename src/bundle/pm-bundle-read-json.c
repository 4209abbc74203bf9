/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* notebook.json back into records. What is written is described in pm-bundle-readme.c. */

#define MAX_HIGHLIGHTS 100000
#define MAX_CAPTURES 10000
#define MAX_IMAGES 10000
#define MAX_CORRECTIONS 10000
#define MAX_VERDICTS 10000
#define MAX_FEEDS 10000

/* Returns: (transfer full) (nullable) */
static JsonNode *
parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (json_parser_load_from_data (parser, data, length, NULL) &&
      json_parser_get_root (parser) != NULL &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return json_parser_steal_root (parser);
  _pm_bundle_refuse_file (error);
  return NULL;
}

static gboolean
read_states (PmArticle *article, JsonObject *object, GError **error)
{
  g_autofree char *state = NULL;

  if (!_pm_json_need_string (object, "state", &state, error))
    return FALSE;
  return pm_article_state_from_string (state, &article->state) || _pm_json_refuse (error, "state");
}

static gboolean
read_article (PmArticle *article, JsonObject *object, GError **error)
{
  article->unread = FALSE;
  if (!_pm_json_need_string (object, "uuid", &article->uuid, error) ||
      !_pm_json_need_string (object, "url", &article->url, error) ||
      !_pm_json_need_string (object, "title", &article->title, error) ||
      !_pm_json_read_string (object, "outlet", &article->outlet, error) ||
      !_pm_json_read_string (object, "byline", &article->byline, error) ||
      !_pm_json_read_string (object, "published", &article->published, error) ||
      !_pm_json_read_string (object, "language", &article->language, error) ||
      !_pm_json_read_time (object, "added", &article->added, error) ||
      !_pm_json_read_time (object, "fetched", &article->fetched, error) ||
      !_pm_json_read_time (object, "trashed", &article->trashed, error) ||
      !read_states (article, object, error) ||
      !_pm_json_read_string (object, "error", &article->error, error) ||
      !_pm_json_read_boolean (object, "unread", &article->unread, error) ||
      !_pm_json_read_string (object, "note", &article->note, error) ||
      !_pm_json_read_strings (object, "tags", article->tags, error) ||
      !_pm_json_read_strings (object, "collections", article->collections, error))
    return FALSE;
  if (!g_uuid_string_is_valid (article->uuid))
    return _pm_json_refuse (error, "uuid");
  return *article->title != '\0' || _pm_json_refuse (error, "title");
}

static gboolean
read_anchor (PmAnchor *anchor, JsonObject *object, const char *moment, GError **error)
{
  if (!_pm_json_need_string (object, "exact", &anchor->exact, error) ||
      !_pm_json_need_string (object, "prefix", &anchor->prefix, error) ||
      !_pm_json_need_string (object, "suffix", &anchor->suffix, error) ||
      !_pm_json_read_span (object, moment, NULL, &anchor->hint, error))
    return FALSE;
  return *anchor->exact != '\0' || _pm_json_refuse (error, "exact");
}

static gboolean
read_place (PmHighlight *highlight, JsonObject *object, PmOffsetMap *map, GError **error)
{
  highlight->orphan = !json_object_has_member (object, "span");
  if (highlight->orphan)
    return TRUE;
  if (map == NULL || !_pm_json_read_span (object, "span", map, &highlight->span, error))
    return map != NULL ? FALSE : _pm_json_refuse (error, "span");
  return !pm_span_is_empty (highlight->span) || _pm_json_refuse (error, "span");
}

static gboolean
read_highlight (PmHighlight *highlight, JsonObject *object, PmOffsetMap *map, GError **error)
{
  g_autofree char *color = NULL;

  if (!_pm_json_need_string (object, "uuid", &highlight->uuid, error) ||
      !read_place (highlight, object, map, error) ||
      !read_anchor (highlight->anchor, object, "marked_at_bytes", error) ||
      !_pm_json_need_string (object, "color", &color, error) ||
      !_pm_json_read_strings (object, "tags", highlight->tags, error) ||
      !_pm_json_read_string (object, "note", &highlight->note, error) ||
      !_pm_json_read_time (object, "created", &highlight->created, error) ||
      !_pm_json_read_time (object, "modified", &highlight->modified, error))
    return FALSE;
  if (!g_uuid_string_is_valid (highlight->uuid))
    return _pm_json_refuse (error, "uuid");
  return pm_color_from_string (color, &highlight->color) || _pm_json_refuse (error, "color");
}

static gboolean
read_highlights (PmRecord *record, JsonObject *object, PmOffsetMap *map, GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, "highlights", &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > MAX_HIGHLIGHTS)
    return _pm_json_refuse (error, "highlights");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = _pm_json_get_element (array, i, "highlights", error);
      PmHighlight *highlight;

      if (element == NULL)
        return FALSE;
      highlight = pm_highlight_new (0, "", 0, (PmSpan){ 0, 0 });
      g_ptr_array_add (record->highlights, highlight);
      if (!read_highlight (highlight, element, map, error))
        return FALSE;
      record->article->n_highlights++;
      record->article->colors |= 1u << highlight->color;
    }
  return TRUE;
}

static gboolean
read_corrections (PmRecord *record, JsonObject *object, GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, "corrections", &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > MAX_CORRECTIONS)
    return _pm_json_refuse (error, "corrections");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = _pm_json_get_element (array, i, "corrections", error);
      PmEntityCorrection *correction;

      if (element == NULL)
        return FALSE;
      correction = g_new0 (PmEntityCorrection, 1);
      g_ptr_array_add (record->corrections, correction);
      if (!_pm_bundle_read_correction (correction, element, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_verdict (PmQuoteVerdict *verdict, JsonObject *object, GError **error)
{
  g_autofree char *decided = NULL;
  g_autofree char *kind = NULL;

  verdict->anchor = g_new0 (PmAnchor, 1);
  if (!_pm_json_need_string (object, "uuid", &verdict->uuid, error) ||
      !_pm_json_need_string (object, "verdict", &decided, error) ||
      !_pm_json_need_string (object, "kind", &kind, error) ||
      !_pm_json_read_string (object, "speaker", &verdict->speaker, error) ||
      !read_anchor (verdict->anchor, object, "judged_at_bytes", error) ||
      !_pm_json_read_time (object, "created", &verdict->created, error))
    return FALSE;
  if (!g_uuid_string_is_valid (verdict->uuid))
    return _pm_json_refuse (error, "uuid");
  if (verdict->created <= 0)
    return _pm_json_refuse (error, "created");
  if (!pm_quote_kind_from_string (kind, &verdict->kind))
    return _pm_json_refuse (error, "kind");
  return (pm_verdict_from_string (decided, &verdict->verdict) &&
          pm_quote_verdict_is_valid (verdict)) ||
         _pm_json_refuse (error, "verdict");
}

static gboolean
read_verdicts (PmRecord *record, JsonObject *object, GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, "verdicts", &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > MAX_VERDICTS)
    return _pm_json_refuse (error, "verdicts");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = _pm_json_get_element (array, i, "verdicts", error);
      PmQuoteVerdict *verdict;

      if (element == NULL)
        return FALSE;
      verdict = g_new0 (PmQuoteVerdict, 1);
      g_ptr_array_add (record->verdicts, verdict);
      if (!read_verdict (verdict, element, error))
        return FALSE;
    }
  return TRUE;
}

/* Where the bytes of @page, which @capture tells of, and of those after it lie. */
static gboolean
read_originals (PmPage *page, JsonObject *capture, GPtrArray *originals, GError **error)
{
  for (; page != NULL; page = page->next)
    {
      PmBundleOriginal *original = _pm_bundle_original_new (page);

      g_ptr_array_add (originals, original);
      if (!_pm_json_read_string (capture, "original", &original->original, error) ||
          !_pm_json_read_string (capture, "decoded", &original->decoded, error) ||
          !_pm_json_read_object (capture, "next", &capture, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_captures (PmRecord *record, JsonObject *object, PmBundleFiles *files, GError **error)
{
  JsonObject *capture;
  JsonArray *captures;

  if (!_pm_json_read_object (object, "capture", &capture, error) ||
      !_pm_json_read_array (object, "captures", &captures, error))
    return FALSE;
  if (capture != NULL)
    {
      record->page = _pm_bundle_read_page (capture, error);
      if (record->page == NULL || !read_originals (record->page, capture, files->originals, error))
        return FALSE;
    }
  if (captures != NULL && json_array_get_length (captures) > MAX_CAPTURES)
    return _pm_json_refuse (error, "captures");
  for (guint i = 0; captures != NULL && i < json_array_get_length (captures); i++)
    {
      JsonObject *element = _pm_json_get_element (captures, i, "captures", error);
      PmPage *page = element != NULL ? _pm_bundle_read_page (element, error) : NULL;

      if (page == NULL)
        return FALSE;
      g_ptr_array_add (record->captures, page);
    }
  return TRUE;
}

static gboolean
read_images (PmRecord *record, JsonObject *object, GPtrArray *images, GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, "images", &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > MAX_IMAGES)
    return _pm_json_refuse (error, "images");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = _pm_json_get_element (array, i, "images", error);
      PmBundleImage *image;

      if (element == NULL)
        return FALSE;
      image = _pm_bundle_image_new (record);
      g_ptr_array_add (images, image);
      if (!_pm_json_need_string (element, "url", &image->url, error) ||
          !_pm_json_need_string (element, "file", &image->file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_record (PmRecord *record, JsonObject *object, PmBundleFiles *files, GError **error)
{
  JsonObject *document;
  JsonObject *analysis;
  g_autoptr (PmOffsetMap) map = NULL;

  if (!read_article (record->article, object, error) ||
      !_pm_json_read_object (object, "document", &document, error) ||
      !_pm_json_read_object (object, "analysis", &analysis, error))
    return FALSE;
  if (document != NULL)
    {
      record->document = _pm_bundle_read_document (document, error);
      if (record->document == NULL)
        return FALSE;
      map = pm_offset_map_new (pm_document_get_text (record->document),
                               pm_document_get_length (record->document));
    }
  if (analysis != NULL)
    {
      if (map == NULL)
        return _pm_json_refuse (error, "document");
      record->analysis = _pm_bundle_read_analysis (analysis, map, error);
      if (record->analysis == NULL)
        return FALSE;
    }
  return read_highlights (record, object, map, error) && read_corrections (record, object, error) &&
         read_verdicts (record, object, error) && read_captures (record, object, files, error) &&
         read_images (record, object, files->images, error);
}

static gboolean
read_feed (PmFeed *feed, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  g_clear_pointer (&feed->url, g_free);
  if (!_pm_json_need_string (object, "url", &feed->url, error) ||
      !_pm_json_read_string (object, "title", &feed->title, error) ||
      !_pm_json_read_time (object, "added", &feed->added, error) ||
      !_pm_json_read_string (object, "collection", &feed->collection, error) ||
      !_pm_json_read_strings (object, "tags", tags, error))
    return FALSE;
  if (!pm_source_is_web (feed->url))
    return _pm_json_refuse (error, "url");
  g_ptr_array_set_free_func (tags, NULL);
  g_ptr_array_add (tags, NULL);
  feed->tags = (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
  return TRUE;
}

static gboolean
read_feeds (JsonObject *object, GPtrArray *feeds, GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, "feeds", &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > MAX_FEEDS)
    return _pm_json_refuse (error, "feeds");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = _pm_json_get_element (array, i, "feeds", error);
      PmFeed *feed;

      if (element == NULL)
        return FALSE;
      feed = pm_feed_new ("");
      g_ptr_array_add (feeds, feed);
      if (!read_feed (feed, element, error))
        return FALSE;
    }
  return TRUE;
}

/* The object without its articles: what it claims to be, and its feeds. */
static gboolean
read_head (const char *data, gsize length, PmSpan array, GPtrArray *feeds, GError **error)
{
  g_autoptr (GString) text = g_string_new_len (data, array.start);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *format = NULL;
  gint64 version = 0;

  g_string_append (text, "[]");
  g_string_append_len (text, data + array.end, length - array.end);
  root = parse (text->str, text->len, error);
  if (root == NULL || !_pm_json_need_string (json_node_get_object (root), "format", &format, error))
    return FALSE;
  if (!g_str_equal (format, PM_BUNDLE_JSON_FORMAT))
    return _pm_json_refuse (error, "format");
  if (!_pm_json_read_int (json_node_get_object (root), "version", 1, G_MAXINT64, &version, error))
    return FALSE;
  if (version > PM_BUNDLE_JSON_VERSION)
    {
      g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_TOO_NEW,
                           _ ("This bundle was made by a newer version of Pressmark."));
      return FALSE;
    }
  if (version != PM_BUNDLE_JSON_VERSION)
    return _pm_json_refuse (error, "version");
  return read_feeds (json_node_get_object (root), feeds, error);
}

static PmRecord *
read_element (const char *data, gsize length, PmBundleFiles *files, GError **error)
{
  g_autoptr (JsonNode) root = parse (data, length, error);
  g_autoptr (PmRecord) record = NULL;

  if (root == NULL)
    return NULL;
  record = pm_record_new (pm_article_new (""));
  if (!read_record (record, json_node_get_object (root), files, error))
    return NULL;
  return g_steal_pointer (&record);
}

GPtrArray *
_pm_bundle_read_json (const char *data,
                      gsize length,
                      PmBundleFiles *files,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_record_unref);
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
  PmSpan array;

  if (!_pm_bundle_split_json (data, length, &array, elements, error) ||
      !read_head (data, length, array, files->feeds, error))
    return NULL;
  for (guint i = 0; i < elements->len; i++)
    {
      PmSpan span = g_array_index (elements, PmSpan, i);
      PmRecord *record;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      record = read_element (data + span.start, pm_span_length (span), files, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
      if (!g_hash_table_add (uuids, record->article->uuid))
        {
          _pm_json_refuse (error, "uuid");
          return NULL;
        }
    }
  return g_steal_pointer (&records);
}

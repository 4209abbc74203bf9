/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#define MAX_FINDINGS 100000

typedef gboolean (*ReadFinding) (PmAnalysis *analysis,
                                 JsonObject *object,
                                 PmOffsetMap *map,
                                 GError **error);

static gboolean
read_mentions (PmEntity *entity, JsonObject *object, PmOffsetMap *map, GError **error)
{
  JsonArray *mentions;

  if (!_pm_json_read_array (object, "mentions", &mentions, error))
    return FALSE;
  if (mentions != NULL && json_array_get_length (mentions) > MAX_FINDINGS)
    return _pm_json_refuse (error, "mentions");
  for (guint i = 0; mentions != NULL && i < json_array_get_length (mentions); i++)
    {
      PmSpan span;

      if (!_pm_json_get_span (json_array_get_element (mentions, i), map, &span))
        return _pm_json_refuse (error, "mentions");
      g_array_append_val (entity->mentions, span);
    }
  return TRUE;
}

static gboolean
read_entity (PmAnalysis *analysis, JsonObject *object, PmOffsetMap *map, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *type_name = NULL;
  PmEntityType type;
  PmEntity *entity;

  if (!_pm_json_need_string (object, "name", &name, error) ||
      !_pm_json_need_string (object, "type", &type_name, error))
    return FALSE;
  if (!pm_entity_type_from_string (type_name, &type))
    return _pm_json_refuse (error, "type");
  entity = pm_entity_new (name, type);
  g_ptr_array_add (analysis->entities, entity);
  return _pm_json_read_strings (object, "aliases", entity->aliases, error) &&
         read_mentions (entity, object, map, error);
}

/* The place of an entity among those read before. */
static gboolean
read_entity_index (PmAnalysis *analysis, JsonObject *object, int *index, GError **error)
{
  gint64 value = -1;

  if (!_pm_json_read_int (object, "entity", 0, (gint64) analysis->entities->len - 1, &value, error))
    return FALSE;
  *index = value;
  return TRUE;
}

static gboolean
read_confidence (JsonObject *object, double *confidence, GError **error)
{
  JsonNode *node = json_object_get_member (object, "confidence");

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || (json_node_get_value_type (node) != G_TYPE_DOUBLE &&
                                        json_node_get_value_type (node) != G_TYPE_INT64))
    return _pm_json_refuse (error, "confidence");
  *confidence = json_node_get_double (node);
  return (*confidence >= 0 && *confidence <= 1) || _pm_json_refuse (error, "confidence");
}

static gboolean
read_quote (PmAnalysis *analysis, JsonObject *object, PmOffsetMap *map, GError **error)
{
  g_autofree char *kind_name = NULL;
  PmQuoteKind kind;
  PmSpan span;
  PmQuote *quote;

  if (!_pm_json_need_string (object, "kind", &kind_name, error) ||
      !_pm_json_read_span (object, "span", map, &span, error))
    return FALSE;
  if (!pm_quote_kind_from_string (kind_name, &kind))
    return _pm_json_refuse (error, "kind");
  quote = pm_quote_new (kind, span);
  g_ptr_array_add (analysis->quotes, quote);
  return _pm_json_read_span (object, "cue", map, &quote->cue, error) &&
         _pm_json_read_span (object, "speaker", map, &quote->speaker, error) &&
         _pm_json_read_string (object, "speaker_name", &quote->speaker_name, error) &&
         _pm_json_read_string (object, "rule", &quote->rule, error) &&
         read_entity_index (analysis, object, &quote->entity, error) &&
         read_confidence (object, &quote->confidence, error);
}

static gboolean
read_source (PmAnalysis *analysis, JsonObject *object, PmOffsetMap *map, GError **error)
{
  g_autofree char *kind_name = NULL;
  g_autofree char *name = NULL;
  g_autofree char *url = NULL;
  PmSourceKind kind;
  PmSpan span;
  PmSource *source;

  if (!_pm_json_need_string (object, "kind", &kind_name, error) ||
      !_pm_json_read_span (object, "span", map, &span, error) ||
      !_pm_json_need_string (object, "name", &name, error) ||
      !_pm_json_read_string (object, "url", &url, error))
    return FALSE;
  if (!pm_source_kind_from_string (kind_name, &kind))
    return _pm_json_refuse (error, "kind");
  source = pm_source_new (kind, span, name, url);
  g_ptr_array_add (analysis->sources, source);
  return read_entity_index (analysis, object, &source->entity, error);
}

static gboolean
read_type (JsonObject *object, const char *name, PmEntityType *type, GError **error)
{
  g_autofree char *string = NULL;

  return _pm_json_need_string (object, name, &string, error) &&
         (pm_entity_type_from_string (string, type) || _pm_json_refuse (error, name));
}

gboolean
_pm_bundle_read_correction (PmEntityCorrection *self, JsonObject *object, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *scope = NULL;

  if (!_pm_json_need_string (object, "uuid", &self->uuid, error) ||
      !_pm_json_need_string (object, "kind", &kind, error) ||
      !_pm_json_need_string (object, "scope", &scope, error) ||
      !read_type (object, "type", &self->type, error) ||
      !_pm_json_need_string (object, "name", &self->name, error) ||
      !_pm_json_read_string (object, "form", &self->form, error) ||
      !_pm_json_read_string (object, "to_name", &self->to_name, error) ||
      !_pm_json_read_time (object, "created", &self->created, error))
    return FALSE;
  if (self->to_name != NULL && !read_type (object, "to_type", &self->to_type, error))
    return FALSE;
  if (!g_uuid_string_is_valid (self->uuid))
    return _pm_json_refuse (error, "uuid");
  /* The importer knows the article. */
  self->article = g_str_equal (scope, "article") ? 1 : 0;
  if (self->article == 0 && !g_str_equal (scope, "notebook"))
    return _pm_json_refuse (error, "scope");
  if (self->created <= 0)
    return _pm_json_refuse (error, "created");
  return (pm_correction_kind_from_string (kind, &self->kind) &&
          pm_entity_correction_is_valid (self)) ||
         _pm_json_refuse (error, "kind");
}

static gboolean
read_each (PmAnalysis *analysis,
           JsonObject *object,
           const char *name,
           PmOffsetMap *map,
           ReadFinding read,
           GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, name, &array, error))
    return FALSE;
  if (array != NULL && json_array_get_length (array) > MAX_FINDINGS)
    return _pm_json_refuse (error, name);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *element = _pm_json_get_element (array, i, name, error);

      if (element == NULL || !read (analysis, element, map, error))
        return FALSE;
    }
  return TRUE;
}

PmAnalysis *
_pm_bundle_read_analysis (JsonObject *object, PmOffsetMap *map, GError **error)
{
  g_autoptr (PmAnalysis) analysis = pm_analysis_new ();

  if (!read_each (analysis, object, "entities", map, read_entity, error) ||
      !read_each (analysis, object, "quotes", map, read_quote, error) ||
      !read_each (analysis, object, "sources", map, read_source, error))
    return NULL;
  return g_steal_pointer (&analysis);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One member of a hostile object at a time. A member that is absent or null has no value; one of
 * another type is refused rather than guessed at. */

#define MAX_STRINGS 10000

gboolean
_pm_json_refuse (GError **error, const char *name)
{
  g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_BUNDLE,
               _ ("This bundle is damaged: “%s” is missing in it or not what it should be."), name);
  return FALSE;
}

/* Returns: (nullable): %NULL when there is no value. */
static JsonNode *
find_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_string (JsonNode *node)
{
  /* A lone half of a surrogate pair comes out of the parser as bytes that are not UTF-8. */
  return holds (node, G_TYPE_STRING) && g_utf8_validate (json_node_get_string (node), -1, NULL);
}

gboolean
_pm_json_read_string (JsonObject *object, const char *name, char **value, GError **error)
{
  JsonNode *node = find_member (object, name);

  g_clear_pointer (value, g_free);
  if (node == NULL)
    return TRUE;
  if (!is_string (node))
    return _pm_json_refuse (error, name);
  *value = g_strdup (json_node_get_string (node));
  return TRUE;
}

gboolean
_pm_json_need_string (JsonObject *object, const char *name, char **value, GError **error)
{
  if (!_pm_json_read_string (object, name, value, error))
    return FALSE;
  return *value != NULL || _pm_json_refuse (error, name);
}

gboolean
_pm_json_read_time (JsonObject *object, const char *name, gint64 *value, GError **error)
{
  JsonNode *node = find_member (object, name);

  *value = 0;
  return node == NULL ||
         (is_string (node) && _pm_bundle_parse_time (json_node_get_string (node), value)) ||
         _pm_json_refuse (error, name);
}

gboolean
_pm_json_read_int (JsonObject *object,
                   const char *name,
                   gint64 min,
                   gint64 max,
                   gint64 *value,
                   GError **error)
{
  JsonNode *node = find_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_INT64))
    return _pm_json_refuse (error, name);
  *value = json_node_get_int (node);
  return (min <= *value && *value <= max) || _pm_json_refuse (error, name);
}

gboolean
_pm_json_read_boolean (JsonObject *object, const char *name, gboolean *value, GError **error)
{
  JsonNode *node = find_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return _pm_json_refuse (error, name);
  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
_pm_json_read_array (JsonObject *object, const char *name, JsonArray **value, GError **error)
{
  JsonNode *node = find_member (object, name);

  *value = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return _pm_json_refuse (error, name);
  *value = json_node_get_array (node);
  return TRUE;
}

gboolean
_pm_json_read_object (JsonObject *object, const char *name, JsonObject **value, GError **error)
{
  JsonNode *node = find_member (object, name);

  *value = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return _pm_json_refuse (error, name);
  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
_pm_json_read_strings (JsonObject *object, const char *name, GPtrArray *values, GError **error)
{
  JsonArray *array;

  if (!_pm_json_read_array (object, name, &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;
  if (json_array_get_length (array) > MAX_STRINGS)
    return _pm_json_refuse (error, name);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!is_string (node) || *json_node_get_string (node) == '\0')
        return _pm_json_refuse (error, name);
      g_ptr_array_add (values, g_strdup (json_node_get_string (node)));
    }
  return TRUE;
}

/* A pair of numbers, the first not beyond the second, neither beyond @max. */
static gboolean
get_pair (JsonNode *node, gint64 max, PmSpan *span)
{
  gint64 ends[2];
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      if (!holds (json_array_get_element (array, i), G_TYPE_INT64))
        return FALSE;
      ends[i] = json_array_get_int_element (array, i);
    }
  if (ends[0] < 0 || ends[0] > ends[1] || ends[1] > max)
    return FALSE;
  *span = (PmSpan){ ends[0], ends[1] };
  return TRUE;
}

gboolean
_pm_json_get_span (JsonNode *node, PmOffsetMap *map, PmSpan *span)
{
  gint64 max = map != NULL ? pm_offset_map_to_chars (map, G_MAXSIZE) : G_MAXINT64;

  if (!get_pair (node, max, span))
    return FALSE;
  if (map != NULL)
    *span = (PmSpan){ pm_offset_map_to_bytes (map, span->start),
                      pm_offset_map_to_bytes (map, span->end) };
  return TRUE;
}

gboolean
_pm_json_read_span (JsonObject *object,
                    const char *name,
                    PmOffsetMap *map,
                    PmSpan *span,
                    GError **error)
{
  JsonNode *node = find_member (object, name);

  *span = (PmSpan){ 0, 0 };
  return node == NULL || _pm_json_get_span (node, map, span) || _pm_json_refuse (error, name);
}

JsonObject *
_pm_json_get_element (JsonArray *array, guint i, const char *name, GError **error)
{
  JsonNode *node = json_array_get_element (array, i);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  _pm_json_refuse (error, name);
  return NULL;
}

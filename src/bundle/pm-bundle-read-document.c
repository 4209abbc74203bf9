/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <string.h>

/* The reader, the search and the exports trust a document's marks, so those of a file are held
 * against every rule of pm-document.h. */

#define MAX_MARKS 1000000
#define MAX_LEVEL 100

typedef struct
{
  PmDocument *document;
  PmOffsetMap *map;
} Reader;

static gboolean
read_metadata (PmDocument *document, JsonObject *object, GError **error)
{
  JsonObject *metadata;

  if (!_pm_json_read_object (object, "metadata", &metadata, error))
    return FALSE;
  for (guint field = 0; metadata != NULL && field < PM_N_META; field++)
    {
      JsonObject *entry;
      g_autofree char *value = NULL;
      g_autofree char *key = NULL;

      if (!_pm_json_read_object (metadata, pm_meta_field_to_string (field), &entry, error))
        return FALSE;
      if (entry == NULL)
        continue;
      if (!_pm_json_need_string (entry, "value", &value, error) ||
          !_pm_json_read_string (entry, "key", &key, error))
        return FALSE;
      pm_document_set_meta (document, field, value, key);
    }
  return TRUE;
}

static gboolean
read_mark (Reader *reader, JsonObject *object, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;
  PmMark mark = { 0 };
  gint64 level = 0;
  gint64 number = 0;

  if (!_pm_json_need_string (object, "kind", &kind, error) ||
      !_pm_json_read_span (object, "span", reader->map, &mark.span, error) ||
      !_pm_json_read_int (object, "level", 0, MAX_LEVEL, &level, error) ||
      !_pm_json_read_int (object, "number", G_MININT32, G_MAXINT32, &number, error) ||
      !_pm_json_read_string (object, "url", &url, error) ||
      !_pm_json_read_string (object, "text", &text, error))
    return FALSE;
  if (!pm_mark_kind_from_string (kind, &mark.kind) ||
      !pm_document_try_mark (reader->document, mark.kind, mark.span, level, number, url, text))
    return _pm_json_refuse (error, "marks");
  return TRUE;
}

static gboolean
read_marks (Reader *reader, JsonObject *object, GError **error)
{
  JsonArray *marks;

  if (!_pm_json_read_array (object, "marks", &marks, error))
    return FALSE;
  if (marks != NULL && json_array_get_length (marks) > MAX_MARKS)
    return _pm_json_refuse (error, "marks");
  for (guint i = 0; marks != NULL && i < json_array_get_length (marks); i++)
    {
      JsonObject *mark = _pm_json_get_element (marks, i, "marks", error);

      if (mark == NULL || !read_mark (reader, mark, error))
        return FALSE;
    }
  return TRUE;
}

PmDocument *
_pm_bundle_read_document (JsonObject *object, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autoptr (PmOffsetMap) map = NULL;
  Reader reader = { 0 };

  if (!_pm_json_need_string (object, "text", &text, error))
    return NULL;
  if (strchr (text, '\r') != NULL)
    {
      _pm_json_refuse (error, "text");
      return NULL;
    }
  map = pm_offset_map_new (text, strlen (text));
  document = pm_document_new (g_strdup (text), -1);
  reader.document = document;
  reader.map = map;
  if (!read_metadata (document, object, error) || !read_marks (&reader, object, error))
    return NULL;
  return g_steal_pointer (&document);
}

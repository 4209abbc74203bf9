/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "pm-bundle.h"

/* What reading lists write as JSON, wallabag, Karakeep, Linkwarden and Omnivore among them:
 * wherever an object has an address it is a link, and what else it says about it has one of a few
 * names. */

#define MAX_DEPTH 32

/* Returns: (nullable): the first of @names, %NULL-terminated, that @object has with any value. */
static JsonNode *
find_member (JsonObject *object, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);

      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        return node;
    }
  return NULL;
}

/* Returns: (nullable): the text or number in @node. */
static char *
dup_value (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return json_node_dup_string (node);
}

static char *
dup_words (JsonObject *object, const char *const *names)
{
  g_autofree char *value = dup_value (find_member (object, names));

  return value != NULL ? _pm_list_dup_words (value) : NULL;
}

/* Tags are names, or objects that have one. */
static char **
read_tags (JsonObject *object)
{
  static const char *const members[] = { "tags", "labels", NULL };
  static const char *const names[] = { "name", "label", NULL };
  JsonNode *node = find_member (object, members);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *value = JSON_NODE_HOLDS_OBJECT (element)
                                   ? dup_value (find_member (json_node_get_object (element), names))
                                   : dup_value (element);
      g_autofree char *tag = value != NULL ? _pm_list_dup_words (value) : NULL;

      if (tag != NULL)
        g_strv_builder_add (tags, tag);
    }
  return g_strv_builder_end (tags);
}

/* Returns: (nullable): the link that @object is. */
static PmLink *
make_link (JsonObject *object, const char *collection)
{
  static const char *const content[] = { "content", NULL };
  static const char *const urls[] = { "url", "href", "link", NULL };
  static const char *const titles[] = { "title", "name", NULL };
  static const char *const notes[] = { "note", "notes", NULL };
  static const char *const times[] = { "created_at", "createdAt",  "savedAt", "saved_at",
                                       "added",      "importDate", NULL };
  JsonNode *inner = find_member (object, content);
  g_autofree char *url = dup_value (find_member (object, urls));
  g_autofree char *time = dup_value (find_member (object, times));
  PmLink *link;

  if (url == NULL && inner != NULL && JSON_NODE_HOLDS_OBJECT (inner))
    url = dup_value (find_member (json_node_get_object (inner), urls));
  if (url == NULL)
    return NULL;
  link = pm_link_new (url);
  link->title = dup_words (object, titles);
  link->note = dup_words (object, notes);
  link->tags = read_tags (object);
  link->added = _pm_list_parse_time (time);
  link->collection = g_strdup (collection);
  return link;
}

static gboolean visit (PmListInput *input, JsonNode *node, const char *collection, GError **error);

static gboolean
visit_object (PmListInput *input, JsonObject *object, const char *collection, GError **error)
{
  static const char *const names[] = { "name", NULL };
  PmLink *link = make_link (object, collection);
  g_autofree char *name = json_object_has_member (object, "links") ? dup_words (object, names)
                                                                   : NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (link != NULL)
    return _pm_list_add (input, link, error);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &member))
    if (!visit (input, member, name != NULL ? name : collection, error))
      return FALSE;
  return TRUE;
}

static gboolean
visit (PmListInput *input, JsonNode *node, const char *collection, GError **error)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return visit_object (input, json_node_get_object (node), collection, error);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!visit (input, json_array_get_element (array, i), collection, error))
      return FALSE;
  return TRUE;
}

static gboolean
recognise_json (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  return (*start == '[' || *start == '{') && strstr (start, "\"") != NULL;
}

/* A bundle's data is an object, too. */
static gboolean
is_certain (const char *text)
{
  g_autofree char *start = g_strchug (g_strndup (text, strnlen (text, 4096)));

  return (*start == '[' && strstr (start, "\"url\"") != NULL) ||
         strstr (start, "\"bookmarks\"") != NULL;
}

/* The parser calls itself for each level, and takes comments and more kinds of quotes than JSON
 * has, in which levels could hide. */
static gboolean
is_shallow (const char *text)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (quoted && *c == '\\' && c[1] != '\0')
      c++;
    else if (*c == '"')
      quoted = !quoted;
    else if (!quoted && (*c == '[' || *c == '{') && ++depth > MAX_DEPTH)
      return FALSE;
    else if (!quoted && (*c == ']' || *c == '}'))
      depth--;
    else if (!quoted && !g_ascii_isalnum (*c) && strchr ("[{:,+-. \t\r\n", *c) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
read_json (PmListInput *input, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (is_shallow (input->text) && json_parser_load_from_data (parser, input->text, -1, NULL) &&
      json_parser_get_root (parser) != NULL)
    return visit (input, json_parser_get_root (parser), NULL, error);
  g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_LIST,
                       _ ("This list is damaged: its JSON cannot be read."));
  return FALSE;
}

const PmListReader _pm_list_json = { recognise_json, is_certain, read_json };

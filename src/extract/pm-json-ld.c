/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-json-ld-private.h"

#include <string.h>

#include "pm-markup-private.h"

#define MAX_BLOCK (4 * 1024 * 1024)
/* json-glib recurses; nothing honest comes near this. */
#define MAX_DEPTH 64
#define MAX_OBJECTS 5000
#define MAX_AUTHORS 32

struct _PmJsonLd
{
  GPtrArray *blocks;  /* (element-type JsonNode) */
  GPtrArray *objects; /* (element-type JsonObject): every object with a type, not owned */
  GHashTable *by_id;
};

/* Whether brackets outside strings nest no deeper than the parser can bear. */
static gboolean
is_shallow (const char *json)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (; *json != '\0'; json++)
    {
      if (*json == '\\' && quoted && json[1] != '\0')
        json++;
      else if (*json == '"')
        quoted = !quoted;
      else if (!quoted && (*json == '[' || *json == '{') && ++depth > MAX_DEPTH)
        return FALSE;
      else if (!quoted && (*json == ']' || *json == '}') && depth > 0)
        depth--;
    }
  return TRUE;
}

/* What is often wrong, put right in place: commas before a closing bracket, raw line ends inside
 * strings. */
static void
repair (char *json)
{
  gboolean quoted = FALSE;

  for (char *at = json; *at != '\0'; at++)
    {
      if (*at == '\\' && quoted && at[1] != '\0')
        at++;
      else if (*at == '"')
        quoted = !quoted;
      else if (quoted && (guchar) *at < ' ')
        *at = ' ';
      else if (!quoted && *at == ',')
        {
          const char *next = at + 1 + strspn (at + 1, " \t\r\n");

          if (*next == ']' || *next == '}')
            *at = ' ';
        }
    }
}

/* Returns: (transfer full) (nullable): the JSON alone of @text: some put it in a comment or in
 * CDATA, and some escape its quotes. */
static char *
dup_json (const char *text)
{
  const char *start = strchr (text, '{');
  const char *end = strrchr (text, '}');
  const char *before = start;

  if (start == NULL || end == NULL || end < start)
    return NULL;
  while (before > text && g_ascii_isspace (before[-1]))
    before--;
  end += 1;
  /* A list, or the end of "<![CDATA[": its "]" serves as well. */
  if (before > text && before[-1] == '[' && strchr (end, ']') != NULL)
    {
      start = before - 1;
      end = strchr (end, ']') + 1;
    }
  if (memchr (start, '"', end - start) == NULL)
    {
      g_autofree char *escaped = g_strndup (start, end - start);

      return _pm_markup_dup_plain (escaped);
    }
  return g_strndup (start, end - start);
}

static void collect (PmJsonLd *self, JsonNode *node);

static void
collect_object (PmJsonLd *self, JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_values (object);
  JsonObject *known;
  const char *id;

  if (self->objects->len >= MAX_OBJECTS)
    return;
  if (json_object_has_member (object, "@type"))
    g_ptr_array_add (self->objects, object);
  id = json_object_get_string_member_with_default (object, "@id", NULL);
  /* A reference, bare or with a type, names an object that is elsewhere and says more. */
  known = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  if (id != NULL &&
      json_object_get_size (object) > (known != NULL ? json_object_get_size (known) : 1))
    g_hash_table_replace (self->by_id, g_strdup (id), object);
  for (GList *member = members; member != NULL; member = member->next)
    collect (self, member->data);
}

static void
collect (PmJsonLd *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    collect_object (self, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect (self, json_array_get_element (array, i));
    }
}

static void
add_block (PmJsonLd *self, const char *text)
{
  g_autofree char *json = strlen (text) <= MAX_BLOCK ? dup_json (text) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (json == NULL || !is_shallow (json))
    return;
  repair (json);
  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return;
  root = json_parser_steal_root (parser);
  if (root == NULL)
    return;
  g_ptr_array_add (self->blocks, root);
  collect (self, root);
}

PmJsonLd *
_pm_json_ld_new (PmTree *tree)
{
  PmJsonLd *self = g_new0 (PmJsonLd, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->objects = g_ptr_array_new ();
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (PmNode *node = tree->root; node != NULL; node = _pm_node_next (node, tree->root, FALSE))
    {
      const char *type;

      if (node->tag != GUMBO_TAG_SCRIPT || node->first == NULL)
        continue;
      type = _pm_node_get_attribute (node, "type");
      if (type != NULL && g_ascii_strncasecmp (type, "application/ld+json", 19) == 0)
        add_block (self, node->first->text);
    }
  return self;
}

void
_pm_json_ld_free (PmJsonLd *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static gboolean
is_type (const char *type, const char *const *endings)
{
  for (; *endings != NULL; endings++)
    if (type != NULL && g_str_has_suffix (type, *endings))
      return TRUE;
  return FALSE;
}

static gboolean
has_type (JsonObject *object, const char *const *endings)
{
  JsonNode *node = json_object_get_member (object, "@type");
  JsonArray *array;

  if (JSON_NODE_HOLDS_VALUE (node))
    return is_type (json_node_get_string (node), endings);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)) &&
        is_type (json_node_get_string (json_array_get_element (array, i)), endings))
      return TRUE;
  return FALSE;
}

static JsonObject *
find (PmJsonLd *self, const char *const *endings, const char *with)
{
  for (guint i = 0; i < self->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (self->objects, i);

      if (has_type (object, endings) && (with == NULL || json_object_has_member (object, with)))
        return object;
    }
  return NULL;
}

JsonObject *
_pm_json_ld_find_type (PmJsonLd *self, const char *type)
{
  const char *const endings[] = { type, NULL };

  return find (self, endings, NULL);
}

JsonObject *
_pm_json_ld_get_article (PmJsonLd *self)
{
  static const char *const articles[] = { "Article", "BlogPosting", "Posting", "Report",
                                          "Review",  "Recipe",      NULL };
  static const char *const pages[] = { "WebPage", "ItemPage", NULL };
  JsonObject *object = find (self, articles, "headline");

  if (object == NULL)
    object = find (self, articles, "datePublished");
  return object != NULL ? object : find (self, pages, NULL);
}

/* The first element of arrays, and what a reference stands for. */
static JsonNode *
dereference (PmJsonLd *self, JsonNode *node)
{
  while (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      node = json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
    }
  return node;
}

/* An object with an @id and without @member stands for the one that has it. */
static JsonObject *
to_object (PmJsonLd *self, JsonNode *node, const char *member)
{
  JsonObject *object, *whole = NULL;
  const char *id;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  id = json_object_get_string_member_with_default (object, "@id", NULL);
  if (id != NULL && !json_object_has_member (object, member))
    whole = g_hash_table_lookup (self->by_id, id);
  return whole != NULL ? whole : object;
}

static char *
dup_value (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return _pm_markup_dup_plain (json_node_get_string (node));
}

char *
_pm_json_ld_dup_string (PmJsonLd *self, JsonObject *object, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  JsonNode *node = NULL;

  for (char **name = names; *name != NULL; name++)
    {
      if (name != names)
        object = to_object (self, node, *name);
      if (object == NULL || !json_object_has_member (object, *name))
        return NULL;
      node = dereference (self, json_object_get_member (object, *name));
    }
  return dup_value (node);
}

gboolean
_pm_json_ld_is_news (JsonObject *object)
{
  static const char *const endings[] = { "NewsArticle", NULL };

  return json_object_has_member (object, "@type") && has_type (object, endings);
}

static gboolean
is_organisation (JsonObject *object)
{
  static const char *const endings[] = { "Organization", "Corporation", NULL };

  return json_object_has_member (object, "@type") && has_type (object, endings);
}

static void
add_author (PmJsonLd *self, JsonNode *node, gboolean people, GPtrArray *authors)
{
  JsonObject *object = to_object (self, node, "name");
  g_autofree char *name = NULL;

  if (authors->len >= MAX_AUTHORS || (people && object != NULL && is_organisation (object)))
    return;
  if (object != NULL && json_object_has_member (object, "name"))
    node = json_object_get_member (object, "name");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)))
          add_author (self, json_array_get_element (array, i), people, authors);
      return;
    }
  name = dup_value (node);
  if (name != NULL && *name != '\0')
    g_ptr_array_add (authors, g_steal_pointer (&name));
}

GPtrArray *
_pm_json_ld_list_authors (PmJsonLd *self, JsonObject *object)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = json_object_get_member (object, "author");
  gboolean people = _pm_json_ld_is_news (object);

  if (node == NULL)
    node = json_object_get_member (object, "creator");
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        add_author (self, json_array_get_element (array, i), people, authors);
    }
  else if (node != NULL)
    add_author (self, node, people, authors);
  return authors;
}

gboolean
_pm_json_ld_is_paywalled (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "isAccessibleForFree");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return !json_node_get_boolean (node);
  return json_node_get_value_type (node) == G_TYPE_STRING &&
         g_ascii_strcasecmp (json_node_get_string (node), "false") == 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-tags-private.h"

#include <string.h>

#include "pm-markup-private.h"

#define MAX_TAGS 1000
#define MAX_NAMES 8

struct _PmMetaTags
{
  GHashTable *values; /* lower-case name → GPtrArray of strings */
  guint n_tags;
};

static void
add_value (PmMetaTags *self, const char *name, const char *value)
{
  GPtrArray *values = g_hash_table_lookup (self->values, name);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->values, g_strdup (name), values);
    }
  g_ptr_array_add (values, g_strdup (value));
}

/* @names: what one attribute says: "og:title dc:title" is two. Dublin Core is written with a point
 * in names and a colon in properties. */
static void
add_names (PmMetaTags *self, const char *names, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (names, -1);
  g_auto (GStrv) list = g_strsplit_set (lower, " \t\n\f", MAX_NAMES);

  for (char **name = list; *name != NULL; name++)
    {
      if (g_str_has_prefix (*name, "dc:") || g_str_has_prefix (*name, "dcterms:"))
        *strchr (*name, ':') = '.';
      if (**name != '\0')
        add_value (self, *name, value);
    }
}

PmMetaTags *
_pm_meta_tags_new (PmTree *tree)
{
  static const char *const names[] = { "property", "name", "itemprop" };
  PmMetaTags *self = g_new0 (PmMetaTags, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  for (PmNode *node = tree->root; node != NULL; node = _pm_node_next (node, tree->root, FALSE))
    {
      g_autofree char *plain = NULL;
      const char *content;

      if (node->tag != GUMBO_TAG_META)
        continue;
      content = _pm_node_get_attribute (node, "content");
      if (content == NULL || ++self->n_tags > MAX_TAGS)
        continue;
      plain = _pm_markup_dup_plain (content);
      for (guint i = 0; *plain != '\0' && i < G_N_ELEMENTS (names); i++)
        if (_pm_node_get_attribute (node, names[i]) != NULL)
          add_names (self, _pm_node_get_attribute (node, names[i]), plain);
    }
  return self;
}

void
_pm_meta_tags_free (PmMetaTags *self)
{
  g_hash_table_unref (self->values);
  g_free (self);
}

const char *
_pm_meta_tags_get (PmMetaTags *self, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (self->values, name);

  return values != NULL ? g_ptr_array_index (values, 0) : NULL;
}

GPtrArray *
_pm_meta_tags_list (PmMetaTags *self, const char *name)
{
  return g_hash_table_lookup (self->values, name);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-tags-private.h"

#include <string.h>

#include "pm-markup-private.h"

#define MAX_TAGS 1000

struct _PmMetaTags
{
  GHashTable *values; /* lower-case name → GPtrArray of strings */
  guint n_tags;
};

static void
add_value (PmMetaTags *self, const char *name, const char *value)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  g_autofree char *plain = _pm_markup_dup_plain (value);
  GPtrArray *values = g_hash_table_lookup (self->values, g_strstrip (key));

  if (*plain == '\0')
    return;
  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->values, g_steal_pointer (&key), values);
    }
  g_ptr_array_add (values, g_steal_pointer (&plain));
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
      const char *content;

      if (node->tag != GUMBO_TAG_META)
        continue;
      content = _pm_node_get_attribute (node, "content");
      if (content == NULL || ++self->n_tags > MAX_TAGS)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (_pm_node_get_attribute (node, names[i]) != NULL)
          add_value (self, _pm_node_get_attribute (node, names[i]), content);
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

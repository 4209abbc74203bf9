/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-reader-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-markup-private.h"
#include "pm-vocabulary-private.h"

/* Shorter texts are labels. */
#define MIN_PROSE 120
/* A short text may stand among white space and empty elements, not among so many. */
#define MAX_PADDING 2000
#define MAX_NODES 500

gboolean
_pm_meta_reader_is_usable (const char *value)
{
  if (value == NULL || strstr (value, "{{") != NULL || strstr (value, "${") != NULL)
    return FALSE;
  for (; *value != '\0'; value = g_utf8_next_char (value))
    if (g_unichar_isalnum (g_utf8_get_char (value)))
      return TRUE;
  return FALSE;
}

gboolean
_pm_meta_reader_take (PmMetaReader *self, PmMetaField field, char *value, const char *key)
{
  if (self->result->values[field] != NULL || !_pm_meta_reader_is_usable (value))
    g_free (value);
  else
    {
      self->result->values[field] = value;
      self->result->keys[field] = g_strdup (key);
    }
  return self->result->values[field] != NULL;
}

gboolean
_pm_meta_reader_names_site (PmMetaReader *self, const char *text)
{
  g_autofree char *host = _pm_address_dup_host (self->page->url);
  g_autofree char *folded = _pm_markup_fold (text);
  g_autofree char *outlet = self->result->values[PM_META_OUTLET] != NULL
                                ? _pm_markup_fold (self->result->values[PM_META_OUTLET])
                                : NULL;
  g_autofree char *folded_host = host != NULL ? _pm_markup_fold (host) : NULL;
  const char *site = _pm_meta_tags_get (self->tags, "og:site_name");

  if (*folded == '\0')
    return TRUE;
  if (outlet != NULL && strcmp (outlet, folded) == 0)
    return TRUE;
  if (site != NULL && _pm_markup_is_same (site, text))
    return TRUE;
  return folded_host != NULL && strlen (folded) >= 3 && g_str_has_prefix (folded_host, folded);
}

gboolean
_pm_meta_reader_is_elsewhere (const PmNode *node)
{
  for (node = node->parent; node != NULL; node = node->parent)
    if ((node->words & PM_WORD_COMMENTS) || node->tag == GUMBO_TAG_ASIDE ||
        node->tag == GUMBO_TAG_NAV)
      return TRUE;
  return FALSE;
}

char *
_pm_meta_reader_dup_short (const PmNode *node, gsize max)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  guint n_nodes = 0;
  gboolean skip;

  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, skip))
    {
      skip = (at->flags & PM_NODE_DROPPED) != 0;
      length += at->text != NULL ? strlen (at->text) : 0;
      if (length > max + MAX_PADDING || ++n_nodes > MAX_NODES)
        return NULL;
    }
  text = _pm_node_dup_text (node);
  return *text != '\0' && strlen (text) <= max ? g_steal_pointer (&text) : NULL;
}

gboolean
_pm_meta_reader_is_called (const PmNode *node, const char *const *words)
{
  static const char *const names[] = { "class", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = _pm_node_get_attribute (node, names[i]);
      g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

      for (const char *const *word = words; lower != NULL && *word != NULL; word++)
        if (strstr (lower, *word) != NULL)
          return TRUE;
    }
  return FALSE;
}

const PmNode *
_pm_meta_reader_get_start (PmMetaReader *self)
{
  const PmNode *start = self->headline;

  if (start == NULL)
    return self->tree->body;
  for (guint i = 0; i < 2 && start != self->tree->body && start->parent != NULL; i++)
    start = start->parent;
  return start;
}

gsize
_pm_meta_reader_measure_prose (const PmNode *node)
{
  gboolean is_shown = _pm_node_is_text (node) && !(node->parent->flags & PM_NODE_DROPPED);
  gsize length = is_shown ? strlen (node->text) : 0;

  return length >= MIN_PROSE ? length : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-reader-private.h"

#include <string.h>

#include "pm-byline-private.h"
#include "pm-vocabulary-private.h"

/* A longer text beside the article is no byline. */
#define MAX_BYLINE 200

static gboolean
take_names (PmMetaReader *self, GPtrArray *names, const char *key)
{
  g_autofree char *joined = NULL;

  /* The publisher is no author. */
  for (guint i = names->len; i > 0; i--)
    if (_pm_meta_reader_names_site (self, g_ptr_array_index (names, i - 1)))
      g_ptr_array_remove_index (names, i - 1);
  if (names->len == 0)
    return FALSE;
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  return _pm_meta_reader_take (self, PM_META_BYLINE, g_steal_pointer (&joined), key);
}

static gboolean
read_tag_authors (PmMetaReader *self)
{
  static const char *const tags[] = {
    "citation_author", "dc.creator",      "dcterms.creator", "author", "byl",
    "parsely-author",  "sailthru.author", "article:author",  NULL
  };

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *key = g_strconcat ("meta:", tags[i], NULL);
      GPtrArray *values = _pm_meta_tags_list (self->tags, tags[i]);

      for (guint j = 0; values != NULL && j < values->len; j++)
        {
          const char *value = g_ptr_array_index (values, j);
          const char *comma = strchr (value, ',');

          /* "Family, Given" */
          if (i == 0 && comma != NULL && strchr (comma + 1, ',') == NULL)
            {
              g_autofree char *turned = g_strdup_printf ("%s %.*s",
                                                         comma + 1 + strspn (comma + 1, " "),
                                                         (int) (comma - value), value);

              _pm_byline_add_names (names, turned);
            }
          else if (!_pm_meta_reader_names_site (self, value))
            _pm_byline_add_names (names, value);
        }
      if (take_names (self, names, key))
        return TRUE;
    }
  return FALSE;
}

typedef gboolean (*Test) (const PmNode *node);

static gboolean
is_marked_author (const PmNode *node)
{
  return _pm_node_attribute_has_word (node, "rel", "author") ||
         _pm_node_attribute_has_word (node, "itemprop", "author");
}

static gboolean
is_byline (const PmNode *node)
{
  return (node->words & PM_WORD_BYLINE) != 0;
}

/* The names in the first element that passes @test; several of them may stand side by side. */
static gboolean
read_element_authors (PmMetaReader *self, Test test, const char *key)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const PmNode *beside = NULL;

  for (PmNode *node = self->tree->body; node != NULL;
       node = _pm_node_next (node, self->tree->body, FALSE))
    {
      g_autofree char *text = NULL;

      if (_pm_node_is_text (node) || node->attributes == NULL || !test (node) ||
          _pm_meta_reader_is_elsewhere (node))
        continue;
      if (beside != NULL && node->parent != beside)
        continue;
      text = _pm_node_dup_text (node);
      if (strlen (text) == 0 || strlen (text) > MAX_BYLINE ||
          (test == is_byline && !_pm_byline_is_byline (text) && !_pm_byline_is_name (text)))
        continue;
      _pm_byline_add_names (names, text);
      if (names->len > 0)
        beside = node->parent;
    }
  return take_names (self, names, key);
}

void
_pm_meta_reader_read_byline (PmMetaReader *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (self->article != NULL)
    {
      g_autoptr (GPtrArray) authors = _pm_json_ld_list_authors (self->json_ld, self->article);

      for (guint i = 0; i < authors->len; i++)
        _pm_byline_add_names (names, g_ptr_array_index (authors, i));
    }
  if (take_names (self, names, "json-ld:author") || read_tag_authors (self) ||
      read_element_authors (self, is_marked_author, "element:author"))
    return;
  read_element_authors (self, is_byline, "element:byline");
}

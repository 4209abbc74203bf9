/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-reader-private.h"

#include <string.h>

#include "pm-date-private.h"
#include "pm-vocabulary-private.h"

/* A longer text is a sentence with a date in it. */
#define MAX_DATE 60

static gboolean
take_date (PmMetaReader *self, PmMetaField field, const char *text, const char *key)
{
  if (text == NULL)
    return FALSE;
  return _pm_meta_reader_take (self, field, _pm_date_parse (text), key);
}

static gboolean
take_date_json (PmMetaReader *self, PmMetaField field, const char *path)
{
  g_autofree char *key = g_strconcat ("json-ld:", path, NULL);
  g_autofree char *value = NULL;

  if (self->article != NULL)
    value = _pm_json_ld_dup_string (self->json_ld, self->article, path);
  return take_date (self, field, value, key);
}

static gboolean
take_date_tags (PmMetaReader *self, PmMetaField field, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *key = g_strconcat ("meta:", *names, NULL);

      if (take_date (self, field, _pm_meta_tags_get (self->tags, *names), key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_date_elements (PmMetaReader *self, PmMetaField field, const char *property)
{
  for (PmNode *node = self->tree->body; node != NULL;
       node = _pm_node_next (node, self->tree->body, FALSE))
    {
      const char *value = _pm_node_get_attribute (node, "datetime");
      g_autofree char *text = NULL;

      if (_pm_node_is_text (node) || _pm_meta_reader_is_elsewhere (node))
        continue;
      if (property != NULL ? !_pm_node_attribute_has_word (node, "itemprop", property)
                           : node->tag != GUMBO_TAG_TIME)
        continue;
      if (value == NULL)
        value = _pm_node_get_attribute (node, "content");
      text = value == NULL ? _pm_node_dup_text (node) : NULL;
      if (take_date (self, field, value != NULL ? value : text,
                     property != NULL ? "element:itemprop" : "element:time"))
        return TRUE;
    }
  return FALSE;
}

/* A short line under the main heading, in an element that is named for a date or a byline. */
static void
take_date_under_heading (PmMetaReader *self)
{
  gboolean below = FALSE;

  for (PmNode *node = self->tree->body; node != NULL;
       node = _pm_node_next (node, self->tree->body, FALSE))
    {
      g_autofree char *text = NULL;

      below = below || node->tag == GUMBO_TAG_H1;
      if (!below || !(node->words & (PM_WORD_BYLINE | PM_WORD_DOUBTFUL)) ||
          _pm_meta_reader_is_elsewhere (node))
        continue;
      text = _pm_node_dup_text (node);
      if (strlen (text) <= MAX_DATE && take_date (self, PM_META_PUBLISHED, text, "element:date"))
        return;
    }
}

void
_pm_meta_reader_read_dates (PmMetaReader *self)
{
  static const char *const published[] = { "article:published_time",
                                           "article:published",
                                           "og:published_time",
                                           "citation_publication_date",
                                           "citation_online_date",
                                           "citation_date",
                                           "dc.date.issued",
                                           "dcterms.created",
                                           "dcterms.issued",
                                           "dcterms.date",
                                           "dc.date",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "datepublished",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publication_date",
                                           "date",
                                           "article.published",
                                           "article_date_original",
                                           NULL };
  static const char *const modified[] = { "article:modified_time",
                                          "og:updated_time",
                                          "datemodified",
                                          "dcterms.modified",
                                          "last-modified",
                                          "lastmod",
                                          NULL };

  if (!take_date_json (self, PM_META_PUBLISHED, "datePublished") &&
      !take_date_tags (self, PM_META_PUBLISHED, published) &&
      !take_date_elements (self, PM_META_PUBLISHED, "datePublished") &&
      !take_date_elements (self, PM_META_PUBLISHED, NULL) &&
      !_pm_meta_reader_take (self, PM_META_PUBLISHED, _pm_date_find_in_address (self->page->url),
                             "url:path"))
    take_date_under_heading (self);
  if (!take_date_json (self, PM_META_MODIFIED, "dateModified") &&
      !take_date_tags (self, PM_META_MODIFIED, modified))
    take_date_elements (self, PM_META_MODIFIED, "dateModified");
}

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
  return _pm_meta_reader_take (self, field,
                               _pm_date_parse (text, self->result->values[PM_META_LANGUAGE]), key);
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

/* Returns: (transfer full) (nullable): what a machine is meant to read, else the words. */
static char *
dup_value (const PmNode *node)
{
  static const char *const names[] = { "datetime", "content", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = _pm_node_get_attribute (node, names[i]);

      if (value != NULL && g_ascii_isdigit (*value))
        return g_strdup (value);
    }
  return _pm_meta_reader_dup_short (node, MAX_DATE);
}

static gboolean
take_date_elements (PmMetaReader *self, PmMetaField field, const char *property)
{
  for (PmNode *node = self->tree->body; node != NULL;
       node = _pm_node_next (node, self->tree->body, FALSE))
    {
      g_autofree char *value = NULL;

      if (_pm_node_is_text (node) || _pm_meta_reader_is_elsewhere (node))
        continue;
      if (property != NULL ? !_pm_node_attribute_has_word (node, "itemprop", property)
                           : node->tag != GUMBO_TAG_TIME)
        continue;
      value = dup_value (node);
      if (take_date (self, field, value, property != NULL ? "element:itemprop" : "element:time"))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): where @text first holds one of @words. */
static const char *
find_word (const char *text, const char *const *words)
{
  const char *first = NULL;

  for (; *words != NULL; words++)
    {
      const char *found = strstr (text, *words);

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }
  return first;
}

/* Returns: (transfer full) (nullable): the part of a short line that is the date the article was
 * published, or, with @changed, changed. */
static char *
dup_date_part (const char *line, gboolean trusted, gboolean changed)
{
  static const char *const published[] = { "publi",   "posted",       "veröffentlicht", "erstellt",
                                           "pubblic", "gepubliceerd", "опубликован",    "udgivet",
                                           "written", "date:",        "datum:",         NULL };
  static const char *const updated[] = {
    "updat",     "aktualis",   "modif",   "geändert", "revised", "mis à jour", "actualiz",
    "aggiornat", "bijgewerkt", "zuletzt", "last ",    "stand:",  "обновлен",   NULL
  };
  g_autofree char *lower = g_utf8_strdown (line, -1);
  const char *change = find_word (lower, updated);
  const char *start = changed ? change : find_word (lower, published);
  const char *end = !changed && change > start ? change : lower + strlen (lower);

  if (start == NULL && !changed && (trusted || _pm_date_begins (lower)))
    start = lower;
  /* No date has a letter that is longer as a capital. */
  if (start == NULL || (start == change && !changed) || strlen (lower) != strlen (line))
    return NULL;
  return g_strndup (line + (start - lower), end - start);
}

static gboolean
is_date_named (const PmNode *node)
{
  static const char *const words[] = { "date", "time", NULL };

  return (node->words & PM_WORD_BYLINE) || _pm_meta_reader_is_called (node, words);
}

static gboolean
is_plain_line (const PmNode *node)
{
  return _pm_node_is_text (node) && node->parent->tag != GUMBO_TAG_A &&
         node->parent->tag != GUMBO_TAG_OPTION && node->parent->tag != GUMBO_TAG_TD;
}

/* Where to look for a date, in this order. */
typedef struct
{
  gboolean above;   /* the headline: within its neighbours */
  gboolean changed; /* a line that says it is the date of a change */
  gboolean far;     /* any distance below, in elements that are named for a date */
} Place;

/* A short line of text, or an element that is named for what it holds. */
static gboolean
take_line (PmMetaReader *self, const PmNode *node, const Place *place)
{
  gboolean is_time = node->tag == GUMBO_TAG_TIME;
  gboolean trusted = !_pm_node_is_text (node) && is_date_named (node);
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;

  if (is_time)
    text = dup_value (node);
  else if (trusted || (node->words & PM_WORD_DOUBTFUL) || (!place->far && is_plain_line (node)))
    text = _pm_meta_reader_dup_short (node, MAX_DATE);
  if (text != NULL)
    part = dup_date_part (text, trusted, place->changed);
  return part != NULL && !_pm_meta_reader_is_elsewhere (node) &&
         take_date (self, PM_META_PUBLISHED, part, is_time ? "element:time" : "element:date");
}

static gboolean
take_at (PmMetaReader *self, const Place *place)
{
  const PmNode *start = _pm_meta_reader_get_start (self);
  gsize prose = 0;

  if (!place->above && self->headline != NULL)
    start = self->headline;
  for (const PmNode *node = start; node != NULL && (place->far || prose <= PM_META_NEAR);
       node = _pm_node_next (node, self->tree->body, FALSE))
    {
      if (place->above && node == self->headline)
        break;
      prose += _pm_meta_reader_measure_prose (node);
      if (take_line (self, node, place))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_near_headline (PmMetaReader *self)
{
  static const Place places[] = {
    { FALSE, FALSE, FALSE }, { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, TRUE, FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (take_at (self, &places[i]))
      return TRUE;
  return FALSE;
}

static void
take_far (PmMetaReader *self)
{
  static const Place places[] = { { FALSE, FALSE, TRUE }, { FALSE, TRUE, TRUE } };

  if (!take_at (self, &places[0]))
    take_at (self, &places[1]);
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
      !take_near_headline (self) &&
      !_pm_meta_reader_take (self, PM_META_PUBLISHED, _pm_date_find_in_address (self->page->url),
                             "url:path") &&
      !take_date_elements (self, PM_META_PUBLISHED, NULL))
    take_far (self);
  if (!take_date_json (self, PM_META_MODIFIED, "dateModified") &&
      !take_date_tags (self, PM_META_MODIFIED, modified))
    take_date_elements (self, PM_META_MODIFIED, "dateModified");
}

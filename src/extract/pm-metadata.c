/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-metadata-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-meta-reader-private.h"

#define MAX_OUTLET_WORDS 6

static gboolean
take_tags (PmMetaReader *self, PmMetaField field, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *key = g_strconcat ("meta:", *names, NULL);

      if (_pm_meta_reader_take (self, field, g_strdup (_pm_meta_tags_get (self->tags, *names)),
                                key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_json (PmMetaReader *self, PmMetaField field, const char *path)
{
  g_autofree char *key = g_strconcat ("json-ld:", path, NULL);

  if (self->article == NULL)
    return FALSE;
  return _pm_meta_reader_take (self, field,
                               _pm_json_ld_dup_string (self->json_ld, self->article, path), key);
}

static void
read_outlet (PmMetaReader *self)
{
  JsonObject *site = _pm_json_ld_find_type (self->json_ld, "WebSite");
  const char *name = _pm_meta_tags_get (self->tags, "og:site_name");
  g_autofree char *publisher = NULL;

  if (self->article != NULL)
    publisher = _pm_json_ld_dup_string (self->json_ld, self->article, "publisher.name");
  if (publisher != NULL && strstr (publisher, "://") == NULL)
    _pm_meta_reader_take (self, PM_META_OUTLET, g_steal_pointer (&publisher),
                          "json-ld:publisher.name");
  if (name != NULL)
    {
      g_auto (GStrv) words = g_strsplit (name, " ", -1);

      if (g_strv_length (words) <= MAX_OUTLET_WORDS && strstr (name, "://") == NULL)
        _pm_meta_reader_take (self, PM_META_OUTLET, g_strdup (name), "meta:og:site_name");
    }
  if (site != NULL)
    _pm_meta_reader_take (self, PM_META_OUTLET,
                          _pm_json_ld_dup_string (self->json_ld, site, "name"),
                          "json-ld:WebSite.name");
  _pm_meta_reader_take (self, PM_META_OUTLET,
                        g_strdup (_pm_meta_tags_get (self->tags, "application-name")),
                        "meta:application-name");
  _pm_meta_reader_take (self, PM_META_OUTLET, _pm_address_dup_host (self->page->url), "url:host");
}

/* "en_US" and "EN-us" are "en-US". */
static char *
normalise_language (const char *tag)
{
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_", 3);
  g_autofree char *language = parts[0] != NULL ? g_ascii_strdown (parts[0], -1) : NULL;

  if (language == NULL || strlen (language) < 2 || strlen (language) > 3 ||
      strspn (language, "abcdefghijklmnopqrstuvwxyz") != strlen (language))
    return NULL;
  if (parts[1] == NULL || strlen (parts[1]) < 2 || strlen (parts[1]) > 8)
    return g_steal_pointer (&language);
  if (strlen (parts[1]) == 2)
    {
      g_autofree char *region = g_ascii_strup (parts[1], -1);

      return g_strdup_printf ("%s-%s", language, region);
    }
  return g_strdup_printf ("%s-%s", language, parts[1]);
}

static gboolean
take_language (PmMetaReader *self, const char *tag, const char *key)
{
  return tag != NULL &&
         _pm_meta_reader_take (self, PM_META_LANGUAGE, normalise_language (tag), key);
}

static void
read_language (PmMetaReader *self)
{
  const char *lang = _pm_node_get_attribute (self->tree->root, "lang");
  g_autofree char *json = NULL;

  if (lang == NULL)
    lang = _pm_node_get_attribute (self->tree->root, "xml:lang");
  if (take_language (self, lang, "html:lang"))
    return;
  if (self->article != NULL)
    json = _pm_json_ld_dup_string (self->json_ld, self->article, "inLanguage");
  if (!take_language (self, json, "json-ld:inLanguage") &&
      !take_language (self, _pm_meta_tags_get (self->tags, "og:locale"), "meta:og:locale"))
    take_language (self, _pm_meta_tags_get (self->tags, "dc.language"), "meta:dc.language");
}

/* An address that can stand for this page: of the same site, and not its front page. */
static void
take_canonical (PmMetaReader *self, const char *reference, const char *key)
{
  g_autofree char *url = _pm_address_resolve (self->base, reference);

  if (url != NULL && !_pm_address_is_root (url) && _pm_address_is_same_site (url, self->page->url))
    _pm_meta_reader_take (self, PM_META_CANONICAL_URL, g_steal_pointer (&url), key);
}

/* Where a page names several, the first is the site's, and those of its comments follow. */
static void
take_feed (PmMetaReader *self, const PmNode *link)
{
  static const char *const types[] = { "application/rss+xml", "application/atom+xml",
                                       "application/rdf+xml", NULL };
  const char *named = _pm_node_get_attribute (link, "type");
  g_autofree char *type = g_ascii_strdown (named != NULL ? named : "", -1);

  type[strcspn (type, "; ")] = '\0';
  if (g_strv_contains (types, type))
    _pm_meta_reader_take (self, PM_META_FEED,
                          _pm_address_resolve (self->base, _pm_node_get_attribute (link, "href")),
                          "link:alternate");
}

static void
read_links (PmMetaReader *self)
{
  for (PmNode *node = self->tree->root; node != NULL;
       node = _pm_node_next (node, self->tree->root, FALSE))
    if (node->tag == GUMBO_TAG_LINK && _pm_node_attribute_has_word (node, "rel", "canonical"))
      take_canonical (self, _pm_node_get_attribute (node, "href"), "link:canonical");
    else if (node->tag == GUMBO_TAG_LINK && _pm_node_attribute_has_word (node, "rel", "alternate"))
      take_feed (self, node);
}

static void
read_canonical (PmMetaReader *self)
{
  g_autofree char *main_page = NULL;

  take_canonical (self, _pm_meta_tags_get (self->tags, "og:url"), "meta:og:url");
  if (self->article != NULL)
    main_page = _pm_json_ld_dup_string (self->json_ld, self->article, "mainEntityOfPage");
  if (self->article != NULL && main_page == NULL)
    main_page = _pm_json_ld_dup_string (self->json_ld, self->article, "mainEntityOfPage.@id");
  take_canonical (self, main_page, "json-ld:mainEntityOfPage");
  /* A page that says nothing stands for itself: its own links can then be told from others. */
  take_canonical (self, self->page->url, "url");
}

static void
take_image (PmMetaReader *self, char *reference, const char *key)
{
  _pm_meta_reader_take (self, PM_META_LEAD_IMAGE, _pm_address_resolve (self->base, reference), key);
  g_free (reference);
}

static void
read_rest (PmMetaReader *self)
{
  static const char *const summaries[] = { "og:description", "description", NULL };
  static const char *const sections[] = { "article:section", "parsely-section", NULL };

  if (!take_tags (self, PM_META_SUMMARY, summaries))
    take_json (self, PM_META_SUMMARY, "description");
  if (!take_json (self, PM_META_SECTION, "articleSection"))
    take_tags (self, PM_META_SECTION, sections);
  take_image (self, g_strdup (_pm_meta_tags_get (self->tags, "og:image")), "meta:og:image");
  if (self->article != NULL)
    {
      take_image (self, _pm_json_ld_dup_string (self->json_ld, self->article, "image"),
                  "json-ld:image");
      take_image (self, _pm_json_ld_dup_string (self->json_ld, self->article, "image.url"),
                  "json-ld:image.url");
    }
  take_image (self, g_strdup (_pm_meta_tags_get (self->tags, "twitter:image")),
              "meta:twitter:image");
}

PmMetadata *
_pm_metadata_read (PmTree *tree, PmJsonLd *json_ld, PmPage *page, const char *base)
{
  PmMetadata *result = g_new0 (PmMetadata, 1);
  g_autoptr (PmMetaTags) tags = _pm_meta_tags_new (tree);
  PmMetaReader self = {
    result, tree, json_ld, _pm_json_ld_get_article (json_ld), tags, page, base
  };

  read_outlet (&self);
  _pm_meta_reader_read_title (&self);
  _pm_meta_reader_read_byline (&self);
  read_language (&self);
  _pm_meta_reader_read_dates (&self);
  read_links (&self);
  read_canonical (&self);
  read_rest (&self);
  return result;
}

void
_pm_metadata_free (PmMetadata *self)
{
  for (guint i = 0; i < PM_N_META; i++)
    {
      g_free (self->values[i]);
      g_free (self->keys[i]);
    }
  g_free (self);
}

void
_pm_metadata_store (PmMetadata *self, PmDocument *document)
{
  for (guint i = 0; i < PM_N_META; i++)
    if (self->values[i] != NULL)
      pm_document_set_meta (document, i, self->values[i], self->keys[i]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-meta-reader-private.h"

#include <string.h>

#include "pm-byline-private.h"
#include "pm-date-private.h"
#include "pm-vocabulary-private.h"

/* Who wrote it. People come first, from whatever source names some; only then what the sources say
 * besides: an organisation, the site itself, a login name. Elements count near the headline, for
 * further down stand the authors of other articles; those are asked last. */

/* A longer text beside the article is no byline. */
#define MAX_BYLINE 200
/* A line that is known by its words alone. */
#define MAX_CREDIT 100
/* "and", "," */
#define MAX_JOINT 3

typedef enum
{
  PEOPLE = 1 << 0,   /* near the headline */
  ANYTHING = 1 << 1, /* near the headline */
  FAR = 1 << 2,      /* people, anywhere on the page */
} Wanted;

typedef struct _Source Source;

struct _Source
{
  const char *key;
  void (*read) (PmMetaReader *self, const Source *source, Wanted wanted, GPtrArray *names);
  guint serves;                           /* for what it is asked */
  gboolean (*is_it) (const PmNode *node); /* (nullable): of a source that is an element */
};

/* A blog's author may be the blog. In a newsroom the paper and the agency are no authors; but a
 * person's paper can have the person's name. */
static gboolean
is_credible (PmMetaReader *self, const char *text)
{
  if (self->article == NULL || !_pm_json_ld_is_news (self->article))
    return strchr (text, '.') == NULL || !_pm_meta_reader_names_site (self, text);
  return _pm_byline_is_name (text);
}

static void
add (PmMetaReader *self, const char *text, Wanted wanted, GPtrArray *names)
{
  g_autofree char *first = g_strndup (text, strcspn (text, ","));

  if (wanted == ANYTHING)
    {
      if (is_credible (self, text))
        _pm_byline_add_credit (names, text);
      return;
    }
  if (!_pm_meta_reader_names_site (self, first))
    _pm_byline_add_names (names, text);
  /* The publisher is no person. */
  for (guint i = names->len; i > 0; i--)
    if (_pm_meta_reader_names_site (self, g_ptr_array_index (names, i - 1)))
      g_ptr_array_remove_index (names, i - 1);
}

static void
add_json (PmMetaReader *self, const Source *source, Wanted wanted, GPtrArray *names)
{
  g_autoptr (GPtrArray) authors = NULL;

  if (self->article == NULL)
    return;
  authors = _pm_json_ld_list_authors (self->json_ld, self->article);
  for (guint i = 0; i < authors->len; i++)
    add (self, g_ptr_array_index (authors, i), wanted, names);
}

static GPtrArray *
get_values (PmMetaReader *self, const Source *source)
{
  return _pm_meta_tags_list (self->tags, source->key + strlen ("meta:"));
}

static void
add_tags (PmMetaReader *self, const Source *source, Wanted wanted, GPtrArray *names)
{
  GPtrArray *values = get_values (self, source);

  for (guint i = 0; values != NULL && i < values->len; i++)
    add (self, g_ptr_array_index (values, i), wanted, names);
}

/* "Family, Given" */
static void
add_citation (PmMetaReader *self, const Source *source, Wanted wanted, GPtrArray *names)
{
  GPtrArray *values = get_values (self, source);

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      const char *comma = strchr (value, ',');
      g_autofree char *turned = NULL;

      if (comma != NULL && strchr (comma + 1, ',') == NULL)
        turned = g_strdup_printf ("%s %.*s", comma + 1 + strspn (comma + 1, " "),
                                  (int) (comma - value), value);
      add (self, turned != NULL ? turned : value, wanted, names);
    }
}

static gboolean
is_marked_author (const PmNode *node)
{
  return _pm_node_attribute_has_word (node, "rel", "author") ||
         _pm_node_attribute_has_word (node, "itemprop", "author");
}

/* Lines of dates, sections and names are called alike; a bare name must be called an author's. */
static gboolean
is_author (const PmNode *node)
{
  static const char *const words[] = { "author", "autor", "byline", "writer", "auteur", NULL };

  return (node->words & PM_WORD_BYLINE) && _pm_meta_reader_is_called (node, words);
}

static gboolean
is_byline (const PmNode *node)
{
  g_autofree char *text = NULL;

  if (!(node->words & PM_WORD_BYLINE) || is_author (node))
    return is_author (node);
  text = _pm_meta_reader_dup_short (node, MAX_BYLINE);
  return text != NULL && _pm_byline_find (text) != NULL;
}

/* "/author/ann-lee" */
static gboolean
is_author_link (const PmNode *node)
{
  static const char *const folders[] = {
    "/author/",      "/authors/",      "/autor/",   "/autoren/",   "/auteur/", "/profile/",
    "/contributor/", "/contributors/", "/people/",  "/staff/",     "/by/",     "/team/",
    "/writers/",     "/autori/",       "/autores/", "/journalist/"
  };
  const char *href = node->tag == GUMBO_TAG_A ? _pm_node_get_attribute (node, "href") : NULL;

  for (guint i = 0; href != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      const char *found = strstr (href, folders[i]);

      if (found != NULL && found[strlen (folders[i])] != '\0')
        {
          g_autofree char *text = _pm_meta_reader_dup_short (node, MAX_CREDIT);

          return text != NULL && _pm_byline_is_name (text);
        }
    }
  return FALSE;
}

static gboolean
is_in_picture (const PmNode *node)
{
  for (; node != NULL; node = node->parent)
    if (node->tag == GUMBO_TAG_FIGURE || (node->words & PM_WORD_CAPTION))
      return TRUE;
  return FALSE;
}

/* "By Ann Lee" with nothing to tell it by. */
static gboolean
is_credit (const PmNode *node)
{
  g_autofree char *text = _pm_meta_reader_dup_short (node, MAX_CREDIT);
  g_autoptr (GPtrArray) names = NULL;

  if (text == NULL || !_pm_byline_opens (text) || is_in_picture (node))
    return FALSE;
  names = g_ptr_array_new_with_free_func (g_free);
  _pm_byline_add_names (names, text);
  return names->len > 0 && _pm_byline_is_name (g_ptr_array_index (names, 0));
}

/* The texts of @node, one a line: roles and dates beside a name are elements of their own. */
static GStrv
list_lines (const PmNode *node)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (const PmNode *at = node; at != NULL;
       at = _pm_node_next (at, node, (at->flags & PM_NODE_DROPPED) != 0))
    if (_pm_node_is_text (at))
      {
        g_autofree char *text = _pm_node_dup_text (at);

        if (*text != '\0')
          g_strv_builder_add (lines, text);
      }
  return g_strv_builder_end (lines);
}

/* "Ann Lee", "Ann Lee, 1 May" */
static gboolean
begins_with_name (const char *line)
{
  g_autofree char *start = g_strndup (line, strcspn (line, ",|("));

  return _pm_byline_is_name (g_strchomp (start));
}

/* Adds the names that @node begins with; behind them its lines are about something else. */
static void
add_node (PmMetaReader *self, const PmNode *node, Wanted wanted, GPtrArray *names)
{
  g_autofree char *text = _pm_meta_reader_dup_short (node, MAX_BYLINE);
  /* Of what is known for an author's any name will do. */
  gboolean sure = is_marked_author (node);
  guint before = names->len;
  gboolean joined = TRUE;
  g_auto (GStrv) lines = text != NULL ? list_lines (node) : NULL;

  for (char **line = lines; line != NULL && *line != NULL; line++)
    {
      gboolean first = names->len == before;
      gboolean is_joint = strlen (*line) <= MAX_JOINT;
      const char *credit = first ? _pm_byline_find (*line) : NULL;

      if (_pm_byline_is_opening (*line))
        {
          sure = sure || first;
          continue;
        }
      sure = sure || credit != NULL;
      /* A name may be parted among elements. */
      if (first && strchr (*line, ' ') == NULL && _pm_byline_is_name (text))
        {
          add (self, text, wanted, names);
          return;
        }
      if (joined && ((first && sure) || begins_with_name (*line)))
        add (self, credit != NULL ? credit : *line, wanted, names);
      else if (!is_joint && !(first && _pm_date_begins (*line)))
        return;
      if (sure && names->len == before)
        return;
      joined = names->len == before || is_joint;
    }
}

/* The names in the first element of its kind that has any, and in those beside it. */
static void
add_elements (PmMetaReader *self, const Source *source, Wanted wanted, GPtrArray *names)
{
  const PmNode *top = self->tree->body;
  gboolean skip = FALSE;
  gsize prose = 0;

  for (const PmNode *node = wanted == FAR ? top : _pm_meta_reader_get_start (self);
       node != NULL && (prose <= PM_META_NEAR || wanted == FAR);
       node = _pm_node_next (node, top, skip))
    {
      gboolean first = names->len == 0;

      prose += _pm_meta_reader_measure_prose (node);
      skip = FALSE;
      if (node->attributes == NULL || !source->is_it (node) || _pm_meta_reader_is_elsewhere (node))
        continue;
      add_node (self, node, wanted, names);
      skip = names->len > 0;
      if (first && names->len > 0)
        top = node->parent;
    }
}

void
_pm_meta_reader_read_byline (PmMetaReader *self)
{
  /* A paper's name in the other elements of a head is that of its owner. */
  static const Source sources[] = {
    { "json-ld:author", add_json, PEOPLE | ANYTHING, NULL },
    { "meta:citation_author", add_citation, PEOPLE, NULL },
    { "meta:dc.creator", add_tags, PEOPLE, NULL },
    { "meta:dcterms.creator", add_tags, PEOPLE, NULL },
    { "meta:author", add_tags, PEOPLE | ANYTHING, NULL },
    { "meta:byl", add_tags, PEOPLE, NULL },
    { "meta:parsely-author", add_tags, PEOPLE, NULL },
    { "meta:sailthru.author", add_tags, PEOPLE, NULL },
    { "meta:article:author", add_tags, PEOPLE, NULL },
    { "element:author", add_elements, PEOPLE | ANYTHING | FAR, is_marked_author },
    { "element:byline", add_elements, PEOPLE | FAR, is_byline },
    { "element:byline", add_elements, ANYTHING, is_author },
    { "element:author-link", add_elements, PEOPLE, is_author_link },
    { "element:by", add_elements, PEOPLE, is_credit },
  };

  for (guint wanted = PEOPLE; wanted <= FAR; wanted <<= 1)
    for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
      {
        g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
        g_autofree char *joined = NULL;

        if (sources[i].serves & wanted)
          sources[i].read (self, &sources[i], wanted, names);
        if (names->len == 0)
          continue;
        g_ptr_array_add (names, NULL);
        joined = g_strjoinv (", ", (char **) names->pdata);
        if (_pm_meta_reader_take (self, PM_META_BYLINE, g_steal_pointer (&joined), sources[i].key))
          return;
      }
}

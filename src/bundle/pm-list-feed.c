/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <string.h>

/* RSS (0.9x, 1.0, 2.0) and Atom: each entry leads to an article. Only what stands directly in an
 * entry counts, and a name with a prefix is another vocabulary's. Its categories are the
 * newspaper's, not the user's tags, and its dates say nothing about when the user added it. */

/* The elements that the feed's own title stands in: <rss><channel>, <rdf:RDF><channel>, <feed>. */
#define HEAD_DEPTH 3
#define MAX_TTL (366 * 24 * 60)

typedef struct
{
  PmListInput *input;
  GError **error;
  gboolean failed;
  gboolean ends;    /* or has what it wants */
  GPtrArray *bases; /* (element-type utf8) (nullable): xml:base of each open element */
  guint entry;      /* depth of the open entry; 0 outside of any */
  PmLink *link;     /* (nullable) */
  char *guid;       /* (nullable): an address when there is no better one */
  gboolean guid_is_url;
  guint open;    /* depth of the element the text of which is wanted; 0 for none */
  GString *text; /* of that */
} Feed;

/* @name without the prefix that some writers give to a feed's own elements. */
static const char *
get_own_name (const char *name)
{
  static const char *const prefixes[] = { "atom:", "rss:", "a10:" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (name, prefixes[i]))
      return name + strlen (prefixes[i]);
  return name;
}

/* @url as it stands in the feed, made whole by the nearest xml:base, which is whole itself. */
static char *
dup_absolute (Feed *self, const char *url)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (url));
  const char *base = NULL;
  char *absolute = NULL;

  for (guint i = self->bases->len; i > 0 && base == NULL; i--)
    base = self->bases->pdata[i - 1];
  if (base == NULL)
    base = self->input->url;
  if (base != NULL && *trimmed != '\0')
    absolute = g_uri_resolve_relative (base, trimmed,
                                       G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  return absolute != NULL ? absolute : g_steal_pointer (&trimmed);
}

static void
set_url (Feed *self, const char *url)
{
  if (*url == '\0')
    return;
  g_free (self->link->url);
  self->link->url = dup_absolute (self, url);
}

/* Atom's link, the alternate of which is the article. */
static void
read_link (Feed *self, const char **attributes)
{
  const char *rel = _pm_list_get_attribute (attributes, "rel");
  const char *href = _pm_list_get_attribute (attributes, "href");

  if (href != NULL && self->link->url == NULL &&
      (rel == NULL || g_ascii_strcasecmp (rel, "alternate") == 0))
    set_url (self, href);
}

static void
start_inner (Feed *self, const char *name, const char **attributes)
{
  const char *permanent = _pm_list_get_attribute (attributes, "ispermalink");

  if (g_str_equal (name, "link"))
    read_link (self, attributes);
  else if (g_str_equal (name, "guid"))
    self->guid_is_url = permanent == NULL || g_ascii_strcasecmp (permanent, "false") != 0;
}

/* Whether the element that opens says something of the feed that is wanted. */
static gboolean
is_head (Feed *self, const char *name)
{
  PmFeedContent *feed = self->input->feed;

  return feed != NULL && self->bases->len <= HEAD_DEPTH &&
         ((g_str_equal (name, "title") && feed->title == NULL) ||
          (g_str_equal (name, "ttl") && feed->ttl < 0));
}

static void
start (gpointer state, const char *name, const char **attributes)
{
  Feed *self = state;
  const char *own = get_own_name (name);
  const char *base = _pm_list_get_attribute (attributes, "xml:base");

  g_ptr_array_add (self->bases, base != NULL ? dup_absolute (self, base) : NULL);
  if (self->ends)
    return;
  if (self->entry == 0 && (g_str_equal (own, "item") || g_str_equal (own, "entry")))
    {
      const char *about = _pm_list_get_attribute (attributes, "rdf:about");

      self->entry = self->bases->len;
      self->link = pm_link_new (NULL);
      g_clear_pointer (&self->guid, g_free);
      self->guid = g_strdup (about);
      self->guid_is_url = about != NULL;
      return;
    }
  if (self->entry > 0 ? self->bases->len != self->entry + 1 : !is_head (self, own))
    return;
  g_string_truncate (self->text, 0);
  self->open = self->bases->len;
  if (self->entry > 0)
    start_inner (self, own, attributes);
}

static void
end_head (Feed *self, const char *name)
{
  PmFeedContent *feed = self->input->feed;
  guint64 minutes;

  if (g_str_equal (name, "title"))
    feed->title = _pm_list_dup_words (self->text->str);
  else if (g_ascii_string_to_unsigned (g_strstrip (self->text->str), 10, 0, MAX_TTL, &minutes,
                                       NULL))
    feed->ttl = (gint64) minutes * 60;
}

static void
end_inner (Feed *self, const char *name)
{
  if (g_str_equal (name, "title"))
    {
      g_free (self->link->title);
      self->link->title = _pm_list_dup_words (self->text->str);
    }
  else if (g_str_equal (name, "link") && *g_strchug (self->text->str) != '\0')
    set_url (self, self->text->str);
  else if (g_str_equal (name, "guid") && self->guid_is_url)
    {
      g_free (self->guid);
      self->guid = g_strdup (self->text->str);
    }
}

/* The entry is whole. */
static void
keep_link (Feed *self)
{
  /* Many a guid is no address, and would be made one by the feed's own. */
  if (self->link->url == NULL && self->guid != NULL &&
      (self->input->url == NULL || strstr (self->guid, "://") != NULL))
    set_url (self, self->guid);
  if (self->link->url == NULL)
    self->link->url = g_strdup ("");
  self->failed = !_pm_list_add (self->input, g_steal_pointer (&self->link), self->error);
  self->ends = self->failed || self->input->links->len >= self->input->most;
}

static void
end (gpointer state, const char *name)
{
  Feed *self = state;

  if (!self->ends && self->open > 0 && self->bases->len == self->open)
    {
      if (self->entry > 0)
        end_inner (self, get_own_name (name));
      else
        end_head (self, get_own_name (name));
      self->open = 0;
    }
  else if (!self->ends && self->entry > 0 && self->bases->len == self->entry)
    {
      self->entry = 0;
      keep_link (self);
    }
  if (self->bases->len > 0)
    g_ptr_array_set_size (self->bases, (int) self->bases->len - 1);
}

static void
text (gpointer state, const char *words, gsize length)
{
  Feed *self = state;

  if (self->open > 0)
    g_string_append_len (self->text, words, (gssize) length);
}

static gboolean
recognise_feed (const char *text_)
{
  g_autofree char *root = _pm_list_dup_root (text_);
  const char *own = get_own_name (root);

  return g_str_equal (own, "rss") || g_str_equal (own, "feed") || g_str_equal (own, "rdf:rdf");
}

static gboolean
read_feed (PmListInput *input, GError **error)
{
  static const PmListTags tags = { start, end, text };
  g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) words = g_string_new (NULL);
  Feed self = { input, error, FALSE, FALSE, bases, 0, NULL, NULL, FALSE, 0, words };
  gboolean is_whole;
  gboolean walked = _pm_list_walk_xml (input, &tags, &self, &self.ends, &is_whole, error);

  if (input->feed != NULL)
    input->feed->is_whole = is_whole;
  g_clear_pointer (&self.link, pm_link_free);
  g_free (self.guid);
  return walked && !self.failed;
}

const PmListReader _pm_list_feed = { recognise_feed, NULL, read_feed };

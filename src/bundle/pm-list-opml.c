/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

/* OPML: outlines within outlines. One that leads somewhere is a link, to a feed or to a page; the
 * others are folders. */

typedef struct
{
  PmListInput *input;
  GError **error;
  gboolean ends;
  GPtrArray *outlines; /* (element-type utf8) (nullable): the open ones' names; %NULL for a link */
} Opml;

/* Returns: (nullable) */
static char *
dup_collection (Opml *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < self->outlines->len; i++)
    if (self->outlines->pdata[i] != NULL)
      g_string_append_printf (path, "%s%s", path->len > 0 ? " / " : "",
                              (const char *) self->outlines->pdata[i]);
  return _pm_list_dup_words (path->str);
}

static void
start (gpointer state, const char *name, const char **attributes)
{
  Opml *self = state;
  const char *feed = _pm_list_get_attribute (attributes, "xmlurl");
  const char *url = feed != NULL ? feed : _pm_list_get_attribute (attributes, "url");
  const char *title = _pm_list_get_attribute (attributes, "text");
  PmLink *link;

  if (self->ends || !g_str_equal (name, "outline"))
    return;
  if (title == NULL)
    title = _pm_list_get_attribute (attributes, "title");
  if (url == NULL)
    url = _pm_list_get_attribute (attributes, "htmlurl");
  if (url == NULL)
    {
      g_ptr_array_add (self->outlines, title != NULL ? _pm_list_dup_words (title) : NULL);
      return;
    }
  link = pm_link_new (url);
  link->feed = feed != NULL;
  link->title = title != NULL ? _pm_list_dup_words (title) : NULL;
  link->collection = dup_collection (self);
  link->added = _pm_list_parse_time (_pm_list_get_attribute (attributes, "created"));
  link->tags = _pm_list_parse_tags (_pm_list_get_attribute (attributes, "category"));
  g_ptr_array_add (self->outlines, NULL);
  self->ends = !_pm_list_add (self->input, link, self->error);
}

static void
end (gpointer state, const char *name)
{
  Opml *self = state;

  if (g_str_equal (name, "outline") && self->outlines->len > 0)
    g_ptr_array_set_size (self->outlines, (int) self->outlines->len - 1);
}

static void
text (gpointer state, const char *words, gsize length)
{
}

static gboolean
recognise_opml (const char *text_)
{
  g_autofree char *root = _pm_list_dup_root (text_);

  return g_str_equal (root, "opml");
}

static gboolean
read_opml (PmListInput *input, GError **error)
{
  static const PmListTags tags = { start, end, text };
  g_autoptr (GPtrArray) outlines = g_ptr_array_new_with_free_func (g_free);
  Opml self = { input, error, FALSE, outlines };

  return _pm_list_walk_xml (input, &tags, &self, &self.ends, NULL, error) && !self.ends;
}

const PmListReader _pm_list_opml = { recognise_opml, NULL, read_opml };

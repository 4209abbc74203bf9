/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-list-private.h"

#include <string.h>

/* A browser's bookmarks (the format of Netscape Navigator, never well-formed), a reading list's
 * export in HTML, or any page of links. Folders are headings before a list; a folder within another
 * is named with it, "News / Ports". */

#define MAX_FOLDERS 16

typedef enum
{
  IN_NOTHING,
  IN_FOLDER,
  IN_LINK,
  IN_NOTE,
} Place;

typedef struct
{
  PmListInput *input;
  GError **error;
  gboolean ends;
  GPtrArray *folders; /* (element-type utf8) (nullable): "" for the browser's own; one a list */
  char *folder;       /* (nullable): the heading before the list to come */
  PmLink *link;       /* (nullable): the last one, until its note has come */
  Place place;
  gboolean own; /* the heading is of the browser, not of the user */
  GString *text;
} Bookmarks;

/* Returns: (nullable) */
static char *
dup_collection (Bookmarks *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->folders->len, MAX_FOLDERS); i++)
    {
      const char *folder = self->folders->pdata[i];

      if (folder != NULL && *folder != '\0')
        g_string_append_printf (path, "%s%s", path->len > 0 ? " / " : "", folder);
    }
  return path->len > 0 ? _pm_list_dup_words (path->str) : NULL;
}

/* What was said until now belongs to where it was said. */
static void
take_text (Bookmarks *self)
{
  g_autofree char *words = _pm_list_dup_words (self->text->str);

  g_string_truncate (self->text, 0);
  if (self->place == IN_FOLDER)
    {
      g_free (self->folder);
      self->folder = self->own || words == NULL ? g_strdup ("") : g_steal_pointer (&words);
    }
  else if (self->place == IN_LINK && self->link != NULL)
    self->link->title = g_steal_pointer (&words);
  else if (self->place == IN_NOTE && self->link != NULL)
    {
      g_free (self->link->note);
      self->link->note = g_steal_pointer (&words);
    }
  self->place = IN_NOTHING;
}

static void
keep_link (Bookmarks *self)
{
  take_text (self);
  if (self->link != NULL && !self->ends)
    self->ends = !_pm_list_add (self->input, g_steal_pointer (&self->link), self->error);
}

static void
start_link (Bookmarks *self, const char **attributes)
{
  const char *url = _pm_list_get_attribute (attributes, "href");
  const char *added = _pm_list_get_attribute (attributes, "add_date");

  keep_link (self);
  /* A place within the same page is no link of the list. */
  if (url == NULL || *url == '#')
    return;
  self->link = pm_link_new (url);
  self->link->added = _pm_list_parse_time (
      added != NULL ? added : _pm_list_get_attribute (attributes, "time_added"));
  self->link->tags = _pm_list_parse_tags (_pm_list_get_attribute (attributes, "tags"));
  self->link->collection = dup_collection (self);
  self->place = IN_LINK;
}

static void
start (gpointer state, const char *name, const char **attributes)
{
  Bookmarks *self = state;

  if (self->ends)
    return;
  if (g_str_equal (name, "a"))
    start_link (self, attributes);
  else if (g_str_equal (name, "h3"))
    {
      keep_link (self);
      self->place = IN_FOLDER;
      self->own = _pm_list_get_attribute (attributes, "personal_toolbar_folder") != NULL ||
                  _pm_list_get_attribute (attributes, "unfiled_bookmarks_folder") != NULL;
    }
  else if (g_str_equal (name, "dl"))
    {
      keep_link (self);
      g_ptr_array_add (self->folders, g_steal_pointer (&self->folder));
    }
  else if (g_str_equal (name, "dd"))
    {
      take_text (self);
      self->place = IN_NOTE;
    }
  else if (g_str_equal (name, "dt"))
    keep_link (self);
}

static void
end (gpointer state, const char *name)
{
  Bookmarks *self = state;

  if (g_str_equal (name, "a") || g_str_equal (name, "h3") || g_str_equal (name, "dd"))
    take_text (self);
  else if (g_str_equal (name, "dl") && self->folders->len > 0)
    {
      keep_link (self);
      g_ptr_array_set_size (self->folders, (int) self->folders->len - 1);
    }
}

static void
text (gpointer state, const char *words, gsize length)
{
  Bookmarks *self = state;

  if (self->place != IN_NOTHING)
    g_string_append_len (self->text, words, (gssize) length);
}

static gboolean
recognise_markup (const char *text_)
{
  g_autofree char *root = _pm_list_dup_root (text_);

  /* "<https://example.org>" is a text. */
  return *root != '\0' && strchr (root, ':') == NULL;
}

static gboolean
is_bookmarks (const char *text_)
{
  g_autofree char *start_ = g_ascii_strdown (text_, (gssize) strnlen (text_, 4096));

  return strstr (start_, "<!doctype netscape-bookmark-file") != NULL ||
         strstr (start_, " time_added=\"") != NULL;
}

static gboolean
read_bookmarks (PmListInput *input, GError **error)
{
  static const PmListTags tags = { start, end, text };
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) words = g_string_new (NULL);
  Bookmarks self = { input, error, FALSE, folders, NULL, NULL, IN_NOTHING, FALSE, words };
  gboolean walked = _pm_list_walk_html (input, &tags, &self, &self.ends, error);

  if (walked)
    keep_link (&self);
  g_clear_pointer (&self.link, pm_link_free);
  g_free (self.folder);
  return walked && !self.ends;
}

const PmListReader _pm_list_bookmarks = { recognise_markup, is_bookmarks, read_bookmarks };

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-notes-private.h"

#include <string.h>

#define MAX_PLACES 5000
/* "[12]", "*", "(iv)", "note 3". */
#define MAX_MARK 8
/* Longer is a part of the page, not a note to it. */
#define MAX_NOTE 2000
#define MAX_NODES 500
/* How far a link lies within its note. */
#define MAX_DEPTH 16

struct _PmNotes
{
  GHashTable *by_name; /* (element-type utf8 PmPlace) */
  GHashTable *by_node; /* (element-type PmNode PmPlace) */
  GPtrArray *places;   /* (element-type PmPlace): by number */
  char *page;          /* (nullable): the page's address without a fragment */
};

static char *
dup_without_fragment (const char *url)
{
  return g_strndup (url, strcspn (url, "#"));
}

/* Returns: (transfer full) (nullable): the name of the place in the page that @link leads to. */
static char *
dup_name (PmNotes *self, const PmNode *link)
{
  const char *href = _pm_node_get_attribute (link, "href");
  const char *fragment = href != NULL ? strchr (href, '#') : NULL;
  g_autofree char *decoded = NULL;

  if (fragment == NULL || fragment[1] == '\0' || strlen (fragment) > 256)
    return NULL;
  if (fragment > href && (self->page == NULL || strlen (self->page) != (gsize) (fragment - href) ||
                          strncmp (href, self->page, fragment - href) != 0))
    return NULL;
  decoded = g_uri_unescape_string (fragment + 1, NULL);
  return decoded != NULL ? g_steal_pointer (&decoded) : g_strdup (fragment + 1);
}

static gboolean
is_within_superscript (const PmNode *node)
{
  return (node->parent != NULL && node->parent->tag == GUMBO_TAG_SUP) ||
         (node->first != NULL && node->first->tag == GUMBO_TAG_SUP);
}

/* Digits, a letter, a star or dagger, in brackets or not; or anything short that is raised. */
static gboolean
is_note_mark (const PmNode *link)
{
  g_autofree char *text = NULL;
  gsize length;
  guint letters = 0;

  if (_pm_node_attribute_has_word (link, "role", "doc-noteref"))
    return TRUE;
  text = _pm_node_dup_text (link);
  length = g_utf8_strlen (text, -1);
  if (length == 0 || length > MAX_MARK)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    letters += g_unichar_isalpha (g_utf8_get_char (at));
  return letters <= 1 || is_within_superscript (link);
}

static void
add_link (PmNotes *self, const PmNode *link)
{
  g_autofree char *name = dup_name (self, link);
  PmPlace *place;

  if (name == NULL || self->places->len == MAX_PLACES)
    return;
  place = g_hash_table_lookup (self->by_name, name);
  if (place == NULL)
    {
      place = g_new0 (PmPlace, 1);
      g_ptr_array_add (self->places, place);
      place->number = self->places->len;
      g_hash_table_insert (self->by_name, g_steal_pointer (&name), place);
    }
  /* One who was found before is above: that link leads back. */
  if (place->node == NULL)
    place->is_note = place->is_note || is_note_mark (link);
}

static void
add_place (PmNotes *self, const PmNode *node)
{
  const char *names[] = { _pm_node_get_attribute (node, "id"),
                          node->tag == GUMBO_TAG_A ? _pm_node_get_attribute (node, "name") : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      PmPlace *place = names[i] != NULL ? g_hash_table_lookup (self->by_name, names[i]) : NULL;

      if (place == NULL || place->node != NULL)
        continue;
      place->node = node;
      g_hash_table_insert (self->by_node, (gpointer) node, place);
    }
}

/* Where the walk is behind @node and all that is in it. */
static const PmNode *
find_end (const PmNode *node, const PmNode *top)
{
  return _pm_node_next (node, top, TRUE);
}

/* All places in document order; links count when they are part of the article. */
static void
look_over (PmNotes *self, const PmNode *top, GHashTable *roots)
{
  const PmNode *article_end = top;
  const PmNode *furniture_end = top;
  gboolean skip;

  for (const PmNode *node = top; node != NULL; node = _pm_node_next (node, top, skip))
    {
      skip = (node->flags & PM_NODE_DROPPED) != 0;
      if (node == article_end)
        article_end = top;
      if (node == furniture_end)
        furniture_end = top;
      if (article_end == top && g_hash_table_contains (roots, node))
        article_end = find_end (node, top);
      if (furniture_end == top && (node->flags & PM_NODE_FURNITURE))
        furniture_end = find_end (node, top);
      if (skip || node->attributes == NULL)
        continue;
      add_place (self, node);
      if (node->tag == GUMBO_TAG_A && article_end != top && furniture_end == top)
        add_link (self, node);
    }
}

static gboolean
is_short (const PmNode *note)
{
  gsize length = 0;
  guint n_nodes = 0;

  for (const PmNode *node = note; node != NULL; node = _pm_node_next (node, note, FALSE))
    {
      length += node->text != NULL ? strlen (node->text) : 0;
      if (length > MAX_NOTE || ++n_nodes > MAX_NODES)
        return FALSE;
    }
  return TRUE;
}

/* What is linked to from below it is there, but no note. */
static void
find_places_above (PmNotes *self, const PmNode *top)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      PmPlace *place = g_ptr_array_index (self->places, i);

      place->is_note = place->is_note && place->node != NULL && is_short (place->node);
    }
  for (const PmNode *node = top; node != NULL; node = _pm_node_next (node, top, FALSE))
    if (node->attributes != NULL)
      add_place (self, node);
}

PmNotes *
_pm_notes_find (GPtrArray *roots, const char *base)
{
  PmNotes *self = g_new0 (PmNotes, 1);
  const PmNode *top = roots->len > 0 ? g_ptr_array_index (roots, 0) : NULL;
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);

  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_node = g_hash_table_new (NULL, NULL);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->page = base != NULL ? dup_without_fragment (base) : NULL;
  if (top == NULL)
    return self;
  while (top->parent != NULL)
    top = top->parent;
  for (guint i = 0; i < roots->len; i++)
    g_hash_table_add (set, g_ptr_array_index (roots, i));
  look_over (self, top, set);
  find_places_above (self, top);
  return self;
}

void
_pm_notes_free (PmNotes *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_node);
  g_ptr_array_unref (self->places);
  g_free (self->page);
  g_free (self);
}

const PmPlace *
_pm_notes_get_target (PmNotes *self, const PmNode *link)
{
  g_autofree char *name = dup_name (self, link);
  const PmPlace *place = name != NULL ? g_hash_table_lookup (self->by_name, name) : NULL;

  return place != NULL && place->node != NULL ? place : NULL;
}

const PmPlace *
_pm_notes_get_place (PmNotes *self, const PmNode *node)
{
  return g_hash_table_lookup (self->by_node, node);
}

static gboolean
is_in_note (PmNotes *self, const PmNode *node)
{
  for (guint i = 0; node != NULL && i < MAX_DEPTH; i++, node = node->parent)
    {
      const PmPlace *place = _pm_notes_get_place (self, node);

      if (place != NULL && place->is_note)
        return TRUE;
    }
  return FALSE;
}

gboolean
_pm_notes_is_way_back (PmNotes *self, const PmNode *link)
{
  const PmPlace *place = _pm_notes_get_target (self, link);

  return place != NULL && !place->is_note && is_in_note (self, link);
}

const PmPlace *
_pm_notes_next (PmNotes *self, int number)
{
  for (guint i = MAX (number, 1); i <= self->places->len; i++)
    {
      const PmPlace *place = g_ptr_array_index (self->places, i - 1);

      if (place->is_note)
        return place;
    }
  return NULL;
}

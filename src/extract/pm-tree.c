/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-tree-private.h"

#include <string.h>

#include "pm-nesting-private.h"

#define CHUNK (256 * 1024)
/* The measure before parsing may fall short, by the formatting elements that are reopened among
 * others; the walks that recurse need a true limit. */
#define MAX_TREE_DEPTH 1024

/* The parser frees almost nothing before its end, and freeing its tree node by node would recurse
 * as deep as the tree is. So it draws from chunks that are dropped together. */
static void *
allocate (void *data, size_t size)
{
  PmTree *self = data;
  void *memory;

  size = (size + 15) & ~(gsize) 15;
  if (size > self->left)
    {
      if (size >= CHUNK / 4)
        {
          memory = g_malloc (size);
          g_ptr_array_add (self->chunks, memory);
          return memory;
        }
      self->free = g_malloc (CHUNK);
      g_ptr_array_add (self->chunks, self->free);
      /* The first bytes stay unused, so that no small piece has a chunk's own address. */
      self->free += 16;
      self->left = CHUNK - 16;
    }
  memory = self->free;
  self->free += size;
  self->left -= size;
  return memory;
}

/* Large pieces are buffers that were outgrown: only those are worth giving back. They are among the
 * newest. */
static void
release (void *data, void *memory)
{
  PmTree *self = data;
  guint floor = self->chunks->len > 8 ? self->chunks->len - 8 : 0;

  for (guint i = self->chunks->len; i > floor; i--)
    if (g_ptr_array_index (self->chunks, i - 1) == memory)
      {
        g_ptr_array_remove_index_fast (self->chunks, i - 1);
        return;
      }
}

static PmNode *
append_node (PmTree *self, PmNode *parent)
{
  PmNode *node = allocate (self, sizeof (PmNode));

  memset (node, 0, sizeof *node);
  node->tag = GUMBO_TAG_LAST;
  node->parent = parent;
  self->n_nodes++;
  if (parent == NULL)
    return node;
  node->previous = parent->last;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
  return node;
}

/* Most templates are for scripts. What a component shows is written in one, too, and so is what
 * browsers and SingleFile save of it. */
static gboolean
is_shown (const GumboNode *template)
{
  static const char *const names[] = { "shadowrootmode", "shadowroot", "shadowmode" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (gumbo_get_attribute (&template->v.element.attributes, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static PmNode *
append_element (PmTree *self, PmNode *parent, const GumboNode *element)
{
  PmNode *node = append_node (self, parent);

  node->tag = element->v.element.tag;
  /* Elements of SVG share names with HTML's: none of them is an HTML element. */
  if (element->v.element.tag_namespace != GUMBO_NAMESPACE_HTML && node->tag != GUMBO_TAG_SVG &&
      node->tag != GUMBO_TAG_MATH)
    node->tag = GUMBO_TAG_UNKNOWN;
  node->attributes = &element->v.element.attributes;
  if (element->type == GUMBO_NODE_TEMPLATE)
    node->tag = is_shown (element) ? GUMBO_TAG_DIV : GUMBO_TAG_TEMPLATE;
  if (node->tag == GUMBO_TAG_BODY && self->body == NULL)
    self->body = node;
  return node;
}

static void
append_text (PmTree *self, PmNode *parent, const GumboNode *text)
{
  PmNode *node = append_node (self, parent);

  node->text = text->v.text.text;
  /* A numeric reference can name what is no character. */
  if (!g_utf8_validate (node->text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (node->text, -1);

      g_ptr_array_add (self->chunks, valid);
      node->text = valid;
    }
}

typedef struct
{
  const GumboNode *source;
  PmNode *node;
  guint next;
} Level;

static gboolean
is_script (const GumboNode *element)
{
  return element->v.element.tag == GUMBO_TAG_SCRIPT || element->v.element.tag == GUMBO_TAG_STYLE;
}

/* Without recursion: the tree's depth is known only afterwards. What lies too deep comes to lie
 * beside its parent. */
static void
copy_tree (PmTree *self)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Level top = { self->output->root, append_element (self, NULL, self->output->root), 0 };

  self->root = top.node;
  g_array_append_val (levels, top);
  while (levels->len > 0)
    {
      Level *level = &g_array_index (levels, Level, levels->len - 1);
      const GumboVector *children = &level->source->v.element.children;
      const GumboNode *child;

      if (level->next == children->length)
        {
          g_array_set_size (levels, levels->len - 1);
          continue;
        }
      child = children->data[level->next++];
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE)
        {
          gboolean too_deep = levels->len >= MAX_TREE_DEPTH;
          PmNode *node = too_deep ? level->node : append_element (self, level->node, child);
          Level below = { child, node, 0 };

          if (!too_deep || !is_script (child))
            g_array_append_val (levels, below);
        }
      else if (child->type != GUMBO_NODE_COMMENT)
        append_text (self, level->node, child);
    }
}

PmTree *
_pm_tree_parse (const char *text, gsize length)
{
  PmTree *self = g_new0 (PmTree, 1);
  GumboOptions options = kGumboDefaultOptions;
  char *flat = _pm_nesting_flatten (text, &length);

  self->chunks = g_ptr_array_new_with_free_func (g_free);
  if (flat != NULL)
    g_ptr_array_add (self->chunks, flat);
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = self;
  options.max_errors = 0;
  self->output = gumbo_parse_with_options (&options, flat != NULL ? flat : text, length);
  copy_tree (self);
  return self;
}

void
_pm_tree_free (PmTree *self)
{
  g_ptr_array_unref (self->chunks);
  g_free (self);
}

const char *
_pm_node_get_attribute (const PmNode *self, const char *name)
{
  GumboAttribute *attribute = NULL;

  if (self->attributes != NULL)
    attribute = gumbo_get_attribute (self->attributes, name);
  return attribute != NULL ? attribute->value : NULL;
}

gboolean
_pm_node_attribute_has_word (const PmNode *self, const char *name, const char *word)
{
  const char *value = _pm_node_get_attribute (self, name);
  gsize length = strlen (word);

  while (value != NULL && *value != '\0')
    {
      gsize size = strcspn (value, " \t\n\f");

      if (size == length && g_ascii_strncasecmp (value, word, length) == 0)
        return TRUE;
      value += size + strspn (value + size, " \t\n\f");
    }
  return FALSE;
}

PmNode *
_pm_node_next (const PmNode *self, const PmNode *top, gboolean skip_children)
{
  if (self->first != NULL && !skip_children)
    return self->first;
  while (self != top && self->next == NULL)
    self = self->parent;
  return self != top ? self->next : NULL;
}

gboolean
_pm_node_is_within (const PmNode *self, const PmNode *top)
{
  while (self != NULL && self != top)
    self = self->parent;
  return self != NULL;
}

/* White space as HTML has it, and the no-break space, which pages use as padding. */
static gsize
measure_space (const char *at)
{
  if (g_ascii_isspace (*at))
    return 1;
  return at[0] == '\xc2' && at[1] == '\xa0' ? 2 : 0;
}

char *
_pm_node_dup_text (const PmNode *self)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;
  gboolean skip = FALSE;

  for (const PmNode *node = self; node != NULL; node = _pm_node_next (node, self, skip))
    {
      skip = (node->flags & PM_NODE_DROPPED) != 0;
      space = space || (node->flags & PM_NODE_BLOCK) || node->tag == GUMBO_TAG_BR;
      for (const char *at = skip ? NULL : node->text; at != NULL && *at != '\0';)
        {
          gsize size = measure_space (at);

          if (size == 0)
            {
              if (space && text->len > 0)
                g_string_append_c (text, ' ');
              g_string_append_c (text, *at);
            }
          space = size > 0;
          at += MAX (size, 1);
        }
    }
  return g_string_free (text, FALSE);
}

int
_pm_node_get_heading_level (const PmNode *self)
{
  if (self->tag >= GUMBO_TAG_H1 && self->tag <= GUMBO_TAG_H6)
    return self->tag - GUMBO_TAG_H1 + 1;
  return 0;
}

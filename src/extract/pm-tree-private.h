/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gumbo.h>

#include "pm-extract.h"

G_BEGIN_DECLS

/* A parsed page: elements and texts alone, linked both ways, with room for what the later steps
 * find out about each. All memory belongs to the tree. */

typedef enum
{
  PM_NODE_DROPPED = 1 << 0,   /* never part of a text: scripts, forms, what is not shown */
  PM_NODE_FURNITURE = 1 << 1, /* part of the page, not of the article */
  PM_NODE_CAPTION = 1 << 2,   /* words under a picture */
  PM_NODE_BLOCK = 1 << 3,     /* starts a new line */
  PM_NODE_HAS_BODY = 1 << 4,  /* holds what the page calls the article's body */
  PM_NODE_GALLERY = 1 << 6,   /* its words are those under pictures */
  PM_NODE_ENCLOSED = 1 << 5,  /* an image whose bytes came with the page; known from the start */
} PmNodeFlags;

typedef struct _PmNode PmNode;

struct _PmNode
{
  PmNode *parent, *first, *last, *previous, *next;
  GumboTag tag;                  /* GUMBO_TAG_LAST for a text */
  const char *text;              /* (nullable): of a text: valid UTF-8, white space as it stood */
  const GumboVector *attributes; /* (nullable) */
  guint flags;
  guint words;  /* what its class, id and role say: PmWords */
  guint length; /* characters of its kept text, white space not counted */
  guint linked; /* of those, the ones inside links */
  guint commas;
  guint paragraphs; /* characters in running text: long enough and not all links */
  double score;
};

typedef struct
{
  GumboOutput *output;
  GPtrArray *chunks; /* memory of the parser and of the nodes */
  char *free;
  gsize left;
  PmNode *root; /* the <html> element */
  PmNode *body; /* (nullable) */
  guint n_nodes;
} PmTree;

/* @text: valid UTF-8, must outlive the tree. What is nested beyond reason is made flat.
 * Returns: (transfer full) */
PmTree *_pm_tree_parse (const char *text, gsize length);
void _pm_tree_free (PmTree *self);

/* Returns: (nullable): the value as it stands, perhaps empty. */
const char *_pm_node_get_attribute (const PmNode *self, const char *name);
/* Whether @name's value holds @word among its space-separated words, ignoring case. */
gboolean _pm_node_attribute_has_word (const PmNode *self, const char *name, const char *word);
/* The next node in document order within @top; children are left out when @skip_children. */
PmNode *_pm_node_next (const PmNode *self, const PmNode *top, gboolean skip_children);
gboolean _pm_node_is_within (const PmNode *self, const PmNode *top);
/* Returns: (transfer full): all text within, white space collapsed, elements that are dropped left
 * out. */
char *_pm_node_dup_text (const PmNode *self);
/* "h1" is 1, …; 0 for what is no heading. */
int _pm_node_get_heading_level (const PmNode *self);

static inline gboolean
_pm_node_is_text (const PmNode *self)
{
  return self->tag == GUMBO_TAG_LAST;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmTree, _pm_tree_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-census-private.h"

#include <string.h>

#include "pm-vocabulary-private.h"

/* Shorter lines are labels. */
#define MIN_PROSE 25
/* Longer words are none of those that are counted. */
#define MAX_WORD 12

typedef struct
{
  PmCensus *census;
  guint in_link, in_heading, in_item, in_furniture;
  /* The line being read: all text up to where a block starts or ends. */
  guint letters, linked;
} Walk;

static void
end_line (Walk *self)
{
  PmCensus *census = self->census;
  gboolean prose = self->in_heading == 0 && self->letters >= MIN_PROSE &&
                   self->linked * 2 < self->letters;

  if (self->letters == 0)
    return;
  census->letters += self->letters;
  census->linked += self->linked;
  if (self->in_furniture == 0)
    {
      census->kept += self->letters;
      census->kept_linked += self->linked;
      census->n_headings += self->in_heading > 0;
      census->prose += prose ? self->letters : 0;
      census->n_prose += prose;
      census->items += prose && self->in_item > 0 ? self->letters : 0;
    }
  self->letters = self->linked = 0;
}

static void
count_words (PmCensus *self, const char *text)
{
  static const char *const ours[] = { "our",    "we",     "us",   "we're", "we’re",   "unser",
                                      "unsere", "wir",    "nos",  "notre", "nous",    "nuestro",
                                      "nostro", "nostra", "onze", "ons",   "nuestra", NULL };
  static const char *const yours[] = { "you", "your", NULL };

  while (*text != '\0')
    {
      gsize length = strcspn (text, " \n\t,.!?;:");

      if (length > 0 && length < MAX_WORD)
        {
          char word[MAX_WORD];

          memcpy (word, text, length);
          word[length] = '\0';
          word[0] = g_ascii_tolower (word[0]);
          self->n_ours += g_strv_contains (ours, word);
          self->n_yours += g_strv_contains (yours, word);
        }
      text += length + (text[length] != '\0');
    }
}

static void
read_text (Walk *self, const PmNode *node)
{
  self->letters += node->length;
  if (self->in_link > 0)
    self->linked += node->length;
  else if (self->in_furniture == 0 && node->length >= MIN_PROSE)
    count_words (self->census, node->text);
}

static void
read_meta (PmCensus *self, const PmNode *node)
{
  const char *property = _pm_node_get_attribute (node, "property");
  const char *content = _pm_node_get_attribute (node, "content");

  if (property == NULL)
    property = _pm_node_get_attribute (node, "name");
  if (property == NULL || content == NULL)
    return;
  if (strcmp (property, "og:type") == 0)
    self->og_type = content;
  else if (strcmp (property, "article:content_tier") == 0)
    self->content_tier = content;
}

static gboolean
is_password (const PmNode *node)
{
  const char *type = _pm_node_get_attribute (node, "type");

  return type != NULL && g_ascii_strcasecmp (type, "password") == 0;
}

static void
read_names (PmCensus *self, const PmNode *node)
{
  const char *item = _pm_node_get_attribute (node, "itemtype");

  self->n_shop += (node->words & PM_WORD_SHOP) != 0;
  self->n_consents += (node->words & PM_WORD_CONSENT) != 0;
  self->n_paywalls += (node->words & PM_WORD_PAYWALL) && node->length > 0;
  self->has_comments = self->has_comments || (node->words & PM_WORD_COMMENTS);
  if (item == NULL)
    return;
  self->is_product = self->is_product || g_str_has_suffix (item, "/Product");
  self->is_article = self->is_article || g_str_has_suffix (item, "Article") ||
                     g_str_has_suffix (item, "/BlogPosting");
}

static void
read_element (PmCensus *self, const PmNode *node)
{
  if (node->tag == GUMBO_TAG_META)
    read_meta (self, node);
  self->n_buttons += node->tag == GUMBO_TAG_BUTTON;
  self->n_videos += node->tag == GUMBO_TAG_VIDEO;
  self->n_passwords += node->tag == GUMBO_TAG_INPUT && is_password (node);
  read_names (self, node);
}

static gboolean
stands_in_text (GumboTag tag)
{
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL ||
         tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TABLE;
}

static void walk (Walk *self, const PmNode *node);

static void
walk_children (Walk *self, const PmNode *node)
{
  guint together = 0;

  for (const PmNode *child = node->first; child != NULL; child = child->next)
    {
      guint before = self->census->prose;

      if (_pm_node_is_text (child))
        read_text (self, child);
      else
        walk (self, child);
      if (stands_in_text (child->tag))
        together += self->census->prose - before;
    }
  self->census->together = MAX (self->census->together, together);
}

/* Recursion is bounded by the tree's depth. */
static void
walk (Walk *self, const PmNode *node)
{
  gboolean link = node->tag == GUMBO_TAG_A;
  gboolean heading = _pm_node_get_heading_level (node) > 0;
  gboolean item = node->tag == GUMBO_TAG_LI;
  gboolean furniture = (node->flags & PM_NODE_FURNITURE) != 0;
  gboolean block = (node->flags & PM_NODE_BLOCK) || node->tag == GUMBO_TAG_BR;

  read_element (self->census, node);
  if ((node->flags & PM_NODE_DROPPED) && node->tag != GUMBO_TAG_HEAD)
    return;
  if (block)
    end_line (self);
  self->in_link += link;
  self->in_heading += heading;
  self->in_item += item;
  self->in_furniture += furniture;
  walk_children (self, node);
  if (block)
    end_line (self);
  self->in_link -= link;
  self->in_heading -= heading;
  self->in_item -= item;
  self->in_furniture -= furniture;
}

void
_pm_census_take (PmCensus *self, PmTree *tree)
{
  Walk state = { self, 0, 0, 0, 0, 0, 0 };

  memset (self, 0, sizeof *self);
  walk (&state, tree->root);
  end_line (&state);
}

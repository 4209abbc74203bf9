/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-role-private.h"

#include <string.h>

#include "pm-vocabulary-private.h"

#define MAX_EMOJI 32

static gboolean
has_class_part (const PmNode *node, const char *part)
{
  const char *names = _pm_node_get_attribute (node, "class");

  return names != NULL && strstr (names, part) != NULL;
}

static gboolean
holds (const PmNode *node, GumboTag tag)
{
  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, FALSE))
    if (at->tag == tag)
      return TRUE;
  return FALSE;
}

gboolean
_pm_role_holds_blocks (const PmNode *figure)
{
  return holds (figure, GUMBO_TAG_TABLE) || holds (figure, GUMBO_TAG_BLOCKQUOTE) ||
         holds (figure, GUMBO_TAG_PRE);
}

gboolean
_pm_role_is_quotation (const PmNode *figure)
{
  return holds (figure, GUMBO_TAG_BLOCKQUOTE) && !holds (figure, GUMBO_TAG_IMG);
}

gboolean
_pm_role_is_credit (const PmNode *node)
{
  static const char *const parts[] = { "credit", "copyright", "source", "author", "byline" };

  if (node->flags & PM_NODE_CAPTION)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_class_part (node, parts[i]))
      return TRUE;
  return FALSE;
}

gboolean
_pm_role_is_attribution (const PmNode *node)
{
  return node->tag == GUMBO_TAG_FOOTER || node->tag == GUMBO_TAG_CITE ||
         node->tag == GUMBO_TAG_FIGCAPTION || (node->words & PM_WORD_BYLINE) ||
         has_class_part (node, "attribution");
}

/* Whether there is more in @node than a link to it: words, or its author's name. */
static gboolean
says_something (const PmNode *node)
{
  guint n_links = 0;
  gboolean skip;

  for (const PmNode *at = node; at != NULL; at = _pm_node_next (at, node, skip))
    {
      skip = at->tag == GUMBO_TAG_A;
      n_links += skip;
      if (_pm_node_is_text (at) && at->length > 0)
        return TRUE;
      if (skip)
        {
          g_autofree char *text = _pm_node_dup_text (at);

          if (n_links > 1 || strchr (text, '@') != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
_pm_role_is_post (const PmNode *node)
{
  const char *names = _pm_node_get_attribute (node, "class");
  const char *embed = names != NULL ? strstr (names, "-embed") : NULL;

  if (node->tag != GUMBO_TAG_BLOCKQUOTE)
    return FALSE;
  return ((node->words & PM_WORD_EMBED) || (embed != NULL && !g_ascii_isalpha (embed[6]))) &&
         says_something (node);
}

gboolean
_pm_role_is_emoji (const PmNode *image)
{
  const char *alt = _pm_node_get_attribute (image, "alt");

  return has_class_part (image, "emoji") && alt != NULL && strlen (alt) <= MAX_EMOJI;
}

gboolean
_pm_role_has_words (const PmNode *node)
{
  g_autofree char *text = _pm_node_dup_text (node);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

gboolean
_pm_role_is_way_back (const PmNode *node)
{
  return has_class_part (node, "backlink") || has_class_part (node, "backref") ||
         _pm_node_attribute_has_word (node, "role", "doc-backlink");
}

gboolean
_pm_role_is_definition (const PmNode *node)
{
  const PmNode *list = node->parent;

  if (node->tag != GUMBO_TAG_DT && node->tag != GUMBO_TAG_DD)
    return FALSE;
  if (list != NULL && list->tag == GUMBO_TAG_DIV)
    list = list->parent;
  /* A list without any sentence says something about the page. */
  return list != NULL && list->tag == GUMBO_TAG_DL && list->paragraphs > 0;
}

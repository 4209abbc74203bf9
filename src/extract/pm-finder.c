/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-finder-private.h"

#include <string.h>

#include "pm-furniture-private.h"
#include "pm-markup-private.h"
#include "pm-vocabulary-private.h"

#define MIN_PARAGRAPH 25
#define MAX_LEVELS 5
/* A part that is named as the article must hold this share of what the densest part holds. */
#define MIN_NAMED_SHARE 0.6
/* Less is asked for where density finds nothing better than the whole page. */
#define MIN_VAGUE_SHARE 0.3
/* And of <main>: by its meaning what stands outside it belongs to the page. */
#define MIN_MAIN_SHARE 0.3
/* A part within it that holds nearly all of its text is the better one. */
#define INNER_SHARE 0.92
#define MIN_PAGE_SHARE 0.4
/* Letters of a standfirst. */
#define MIN_LEAD 60
#define MAX_LEAD 700
#define MIN_BODY_SHARE 0.15
#define WIDE_SHARE 0.7
/* Where so many parts are named as the body, and they hold a share of the article between these,
 * the name is what some system gives to any text, and the rest of the article has others. */
#define MIN_PIECES 3
#define MIN_PIECES_SHARE 0.5
#define MAX_PIECES_SHARE 0.85

static guint
get_own_length (const PmNode *node, guint *commas)
{
  guint length = 0;

  *commas = 0;
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    if (!(child->flags & PM_NODE_BLOCK))
      {
        length += child->length;
        *commas += child->commas;
      }
  return length;
}

static double
get_initial_score (const PmNode *node)
{
  double score = 0;

  if (node->tag == GUMBO_TAG_DIV || node->tag == GUMBO_TAG_ARTICLE ||
      node->tag == GUMBO_TAG_SECTION)
    score = 5;
  else if (node->tag == GUMBO_TAG_PRE || node->tag == GUMBO_TAG_TD ||
           node->tag == GUMBO_TAG_BLOCKQUOTE)
    score = 3;
  else if (_pm_node_get_heading_level (node) > 0 || node->tag == GUMBO_TAG_TH)
    score = -5;
  else if (node->tag != GUMBO_TAG_P)
    score = -3;
  if (node->words & (PM_WORD_BODY | PM_WORD_CONTENT))
    score += 25;
  if (node->words & (PM_WORD_FURNITURE | PM_WORD_COMMENTS))
    score -= 25;
  return score;
}

static void
score_paragraph (PmNode *paragraph)
{
  guint commas;
  guint length = get_own_length (paragraph, &commas);
  double points = 1 + commas + MIN (length / 100, 3);
  PmNode *node = paragraph->tag == GUMBO_TAG_P || paragraph->tag == GUMBO_TAG_PRE
                     ? paragraph->parent
                     : paragraph;

  if (length < MIN_PARAGRAPH || _pm_furniture_get_link_density (paragraph) > 0.5)
    return;
  for (guint level = 0; node != NULL && node->tag != GUMBO_TAG_HTML && level < MAX_LEVELS; level++)
    {
      if (node->score == 0)
        node->score = get_initial_score (node);
      node->score += level == 0 ? points : level == 1 ? points / 2 : points / (level * 3);
      node = node->parent;
    }
}

static double
get_final_score (const PmNode *node)
{
  return node->score * (1 - _pm_furniture_get_link_density (node));
}

static PmNode *
find_densest (PmNode *top)
{
  PmNode *best = NULL;
  gboolean skip;

  for (PmNode *node = top; node != NULL; node = _pm_node_next (node, top, skip))
    {
      skip = (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0;
      if (!skip && (node->flags & PM_NODE_BLOCK))
        score_paragraph (node);
    }
  for (PmNode *node = top; node != NULL; node = _pm_node_next (node, top, skip))
    {
      skip = (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0;
      if (!skip && node->score > 0 &&
          (best == NULL || get_final_score (node) > get_final_score (best)))
        best = node;
    }
  return best;
}

/* An article cut into parts scores lower in each than around them. */
static PmNode *
ascend (PmNode *node, const PmNode *top)
{
  while (node != top && node->parent != NULL && node->parent != top->parent)
    {
      PmNode *parent = node->parent;
      gboolean only = parent->length == node->length;

      if (!only && get_final_score (parent) < 0.75 * get_final_score (node))
        break;
      if (!only && _pm_furniture_get_link_density (parent) > 0.3)
        break;
      node = parent;
    }
  return node;
}

static gboolean
belongs_beside (const PmNode *node, const PmNode *best)
{
  double wanted = MAX (10, get_final_score (best) * 0.2);
  const char *mine = _pm_node_get_attribute (node, "class");
  const char *its = _pm_node_get_attribute (best, "class");

  if (node == best)
    return TRUE;
  if (node->length == 0 || (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)))
    return FALSE;
  if (mine != NULL && its != NULL && *mine != '\0' && strcmp (mine, its) == 0)
    wanted -= get_final_score (best) * 0.2;
  if (node->score > 0 && get_final_score (node) >= wanted)
    return TRUE;
  return node->tag == GUMBO_TAG_P && node->length > 80 &&
         _pm_furniture_get_link_density (node) < 0.25;
}

static guint
sum_paragraphs (GPtrArray *nodes)
{
  guint sum = 0;

  for (guint i = 0; i < nodes->len; i++)
    sum += ((PmNode *) g_ptr_array_index (nodes, i))->paragraphs;
  return sum;
}

static GPtrArray *
find_by_density (PmNode *top)
{
  GPtrArray *roots = g_ptr_array_new ();
  PmNode *best = find_densest (top);

  if (best == NULL)
    return roots;
  best = ascend (best, top);
  if (best == top)
    g_ptr_array_add (roots, best);
  else
    for (PmNode *node = best->parent->first; node != NULL; node = node->next)
      if (belongs_beside (node, best))
        g_ptr_array_add (roots, node);
  return roots;
}

typedef gboolean (*Test) (const PmNode *node);

/* A paragraph so named is named for its looks. */
static gboolean
is_named_body (const PmNode *node)
{
  return (node->words & PM_WORD_BODY) && node->tag != GUMBO_TAG_P &&
         !(node->words & (PM_WORD_FURNITURE | PM_WORD_COMMENTS));
}

static gboolean
is_article (const PmNode *node)
{
  const char *role = _pm_node_get_attribute (node, "role");

  return node->tag == GUMBO_TAG_ARTICLE || g_strcmp0 (role, "article") == 0;
}

static gboolean
is_main (const PmNode *node)
{
  const char *role = _pm_node_get_attribute (node, "role");

  return node->tag == GUMBO_TAG_MAIN || g_strcmp0 (role, "main") == 0;
}

static gboolean
is_content (const PmNode *node)
{
  return (node->words & PM_WORD_CONTENT) && !(node->words & (PM_WORD_FURNITURE | PM_WORD_DOUBTFUL));
}

static PmNode *
find_largest (PmNode *top, Test test)
{
  PmNode *best = NULL;
  gboolean skip;

  for (PmNode *node = _pm_node_next (top, top, FALSE); node != NULL;
       node = _pm_node_next (node, top, skip))
    {
      skip = (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0;
      if (skip || !(node->flags & PM_NODE_BLOCK) || !test (node))
        continue;
      if (best == NULL || node->paragraphs > best->paragraphs)
        best = node;
      skip = TRUE;
    }
  return best;
}

/* The innermost part that passes @test and holds nearly all of @node's text. */
static PmNode *
descend (PmNode *node, Test test)
{
  for (PmNode *inner = find_largest (node, test);
       inner != NULL && inner->paragraphs >= INNER_SHARE * node->paragraphs;
       inner = find_largest (node, test))
    node = inner;
  return node;
}

/* Returns: (nullable) */
static PmNode *
find_article_around (PmNode *node, const PmNode *top)
{
  for (PmNode *at = node->parent; at != NULL && at != top; at = at->parent)
    if (is_article (at) || is_main (at))
      return at;
  return NULL;
}

static gboolean
are_some_of (GPtrArray *pieces, const PmNode *article)
{
  guint found = sum_paragraphs (pieces);

  return pieces->len >= MIN_PIECES && found >= MIN_PIECES_SHARE * article->paragraphs &&
         found <= MAX_PIECES_SHARE * article->paragraphs;
}

/* A body that is cut in pieces, by advertisements say: all pieces that the page names so within the
 * same article. */
static void
add_pieces (GPtrArray *roots, PmNode *best, const PmNode *top)
{
  PmNode *article = find_article_around (best, top);
  PmNode *around = article != NULL ? article : best->parent;
  gboolean skip;

  for (PmNode *node = _pm_node_next (around, around, FALSE); node != NULL;
       node = _pm_node_next (node, around, skip))
    {
      skip = (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0;
      if (skip || node->length == 0 || _pm_node_is_within (best, node))
        skip = skip || node == best;
      else if ((node->flags & PM_NODE_BLOCK) && is_named_body (node) && node->paragraphs > 0)
        skip = TRUE;
      else
        continue;
      if (skip && !(node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) && node->length > 0)
        g_ptr_array_add (roots, node);
    }
  if (article != NULL && are_some_of (roots, article))
    {
      g_ptr_array_set_size (roots, 0);
      g_ptr_array_add (roots, article);
    }
}

static GPtrArray *
find_by_name (PmNode *top, Test test)
{
  GPtrArray *roots = g_ptr_array_new ();
  PmNode *best = find_largest (top, test);

  if (best == NULL)
    return roots;
  best = descend (best, test);
  if (test == is_named_body)
    add_pieces (roots, best, top);
  else
    g_ptr_array_add (roots, best);
  return roots;
}

/* Where less than @share of the page's running text is found, and the rest is beside it,
 * the article has more parts than one. */
static void
widen (GPtrArray *roots, const PmNode *top, double share)
{
  guint found = sum_paragraphs (roots);
  PmNode *node = roots->len > 0 ? g_ptr_array_index (roots, 0) : NULL;

  if (node == NULL || found >= share * top->paragraphs)
    return;
  while (node != top && node->parent != NULL && node->paragraphs < WIDE_SHARE * top->paragraphs)
    node = node->parent;
  g_ptr_array_set_size (roots, 0);
  g_ptr_array_add (roots, node);
}

/* Whether @node is a paragraph that says what the page says of itself, or one begins as the other
 * does. @summary: (nullable): folded. */
static gboolean
repeats_summary (const PmNode *node, const char *summary)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  gsize length;

  if (summary == NULL)
    return FALSE;
  for (const PmNode *child = node->first; child != NULL; child = child->next)
    if ((child->flags & PM_NODE_BLOCK) && child->length > 0)
      return FALSE;
  text = _pm_node_dup_text (node);
  folded = _pm_markup_fold (text);
  length = MIN (strlen (folded), strlen (summary));
  return length >= MIN_LEAD && strncmp (folded, summary, length) == 0;
}

static gboolean
is_lead (const PmNode *node, const char *summary)
{
  return (node->flags & PM_NODE_BLOCK) && !(node->words & (PM_WORD_FURNITURE | PM_WORD_COMMENTS)) &&
         node->paragraphs >= MIN_LEAD && node->length <= MAX_LEAD &&
         _pm_furniture_get_link_density (node) < 0.25 &&
         ((node->words & PM_WORD_LEAD) || repeats_summary (node, summary));
}

/* The standfirst often stands in the article's header, between its title and what holds its text.
 */
static void
add_lead (GPtrArray *roots, PmNode *top, const char *summary)
{
  const PmNode *body = g_ptr_array_index (roots, 0);
  PmNode *lead = NULL;
  gboolean titled = FALSE;
  gboolean skip;

  for (PmNode *node = top; node != NULL && node != body; node = _pm_node_next (node, top, skip))
    {
      skip = (node->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE)) != 0;
      if (skip)
        continue;
      titled = titled || node->tag == GUMBO_TAG_H1;
      if (titled && lead == NULL && is_lead (node, summary) && !_pm_node_is_within (body, node))
        {
          lead = node;
          skip = TRUE;
        }
    }
  if (lead != NULL)
    g_ptr_array_insert (roots, 0, lead);
}

GPtrArray *
_pm_finder_find (PmTree *tree, const char *summary)
{
  static const Test tests[] = { is_named_body, is_article, is_main, is_content };
  PmNode *top = tree->body != NULL ? tree->body : tree->root;
  g_autoptr (GPtrArray) dense = find_by_density (top);
  guint prose = sum_paragraphs (dense);
  gboolean vague = dense->len == 1 && g_ptr_array_index (dense, 0) == top;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (GPtrArray) named = find_by_name (top, tests[i]);
      double share = MIN_NAMED_SHARE;

      if (tests[i] == is_main)
        share = MIN_MAIN_SHARE;
      else if (tests[i] == is_named_body && vague)
        share = MIN_VAGUE_SHARE;

      if (named->len > 0 && sum_paragraphs (named) > 0 && sum_paragraphs (named) >= share * prose)
        {
          widen (named, top,
                 tests[i] == is_named_body || tests[i] == is_main ? MIN_BODY_SHARE
                                                                  : MIN_PAGE_SHARE);
          add_lead (named, top, summary);
          return g_steal_pointer (&named);
        }
    }
  widen (dense, top, MIN_PAGE_SHARE);
  if (dense->len > 0)
    add_lead (dense, top, summary);
  return g_steal_pointer (&dense);
}

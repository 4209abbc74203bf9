/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-furniture-private.h"

#include <string.h>

#include "pm-markup-private.h"
#include "pm-vocabulary-private.h"

/* A part with this share of all the page's text is not furniture, whatever its class says. */
#define MAX_SHARE 0.4
/* Comments may be longer than what they comment on. */
#define MAX_COMMENTS_SHARE 0.9
/* Shorter than this is a label, a date, a name. */
#define LABEL_LENGTH 80
/* Letters of running text that an article has besides a series of pictures set into it. */
#define MIN_AROUND_GALLERY 500
#define BYLINE_LENGTH 600
/* As in Readability: a paragraph of fewer characters says nothing about where the article is. */
#define MIN_PARAGRAPH 25
/* How deep what is hidden may lie in an accordion. */
#define MAX_FOLDS 3
/* An id that is made from a heading, and how many nodes may come before the heading's words. */
#define MAX_SLUG 128
#define MAX_BEFORE_HEADING 6

static gboolean
is_never_text (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_block (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return TRUE;
    default:
      return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
    }
}

/* Letters of formulas are often doubled: once for the screen, once, hidden, for readers. Only what
 * is hidden by an attribute is known to be so; style sheets are not read. */
static gboolean
is_hidden (const PmNode *node)
{
  const char *id = _pm_node_get_attribute (node, "id");
  const char *style = _pm_node_get_attribute (node, "style");
  const char *hidden = _pm_node_get_attribute (node, "aria-hidden");

  /* React sends parts of a page late, in hidden elements "S:0", "S:1", …, and a script moves them
   * into view. */
  if (_pm_node_get_attribute (node, "hidden") != NULL)
    return id == NULL || !g_str_has_prefix (id, "S:");
  if (hidden != NULL && strcmp (hidden, "true") == 0)
    return TRUE;
  if (style != NULL)
    {
      g_autofree char *squeezed = g_ascii_strdown (style, MIN (strlen (style), 2048));
      g_auto (GStrv) words = g_strsplit_set (squeezed, " \t\n", -1);
      g_autofree char *joined = g_strjoinv ("", words);

      return strstr (joined, "display:none") != NULL ||
             strstr (joined, "visibility:hidden") != NULL;
    }
  return FALSE;
}

/* Questions whose answers a click unfolds: as good as shown. */
static gboolean
is_folded (const PmNode *node)
{
  for (guint i = 0; i < MAX_FOLDS && node != NULL; i++, node = node->parent)
    if (node->words & PM_WORD_ACCORDION)
      return TRUE;
  return FALSE;
}

/* An id of three words or more that is made from the heading of what it names:
 * "sharing-with-others", "Media_and_entertainment". It says what the text is about, not what the
 * part is for. */
static gboolean
is_slug (const PmNode *node, const char *id)
{
  const PmNode *at = node;
  guint breaks = 0;

  for (const char *letter = id; *letter != '\0'; letter++)
    breaks += (*letter == '-' || *letter == '_') && g_ascii_isalnum (letter[1]);
  if (breaks < 2 || strlen (id) > MAX_SLUG)
    return FALSE;
  for (guint i = 0; i < MAX_BEFORE_HEADING && at != NULL; i++)
    {
      if (_pm_node_is_text (at) && strlen (at->text) < 2 * MAX_SLUG &&
          at->text[strspn (at->text, " \t\n")] != '\0')
        return _pm_markup_is_same (at->text, id);
      at = _pm_node_next (at, node, FALSE);
    }
  return FALSE;
}

static guint
look_up_names (const PmNode *node, GHashTable *known)
{
  const char *class_names = _pm_node_get_attribute (node, "class");
  const char *id = _pm_node_get_attribute (node, "id");
  const char *component = _pm_node_get_attribute (node, "data-component");
  g_autofree char *names = NULL;
  gpointer value;
  guint words;

  if (id != NULL && (_pm_node_get_heading_level (node) > 0 || is_slug (node, id)))
    id = NULL;
  if (class_names == NULL && id == NULL && component == NULL)
    return 0;
  names = g_strdup_printf ("%.512s %.128s %.128s", class_names != NULL ? class_names : "",
                           id != NULL ? id : "", component != NULL ? component : "");
  if (g_hash_table_lookup_extended (known, names, NULL, &value))
    return GPOINTER_TO_UINT (value);
  words = _pm_vocabulary_look_up (names);
  g_hash_table_insert (known, g_steal_pointer (&names), GUINT_TO_POINTER (words));
  return words;
}

static void
describe (PmNode *node, GHashTable *known, PmBelief belief)
{
  node->flags &= PM_NODE_ENCLOSED;
  node->score = 0;
  if (is_block (node->tag))
    node->flags |= PM_NODE_BLOCK;
  if (is_never_text (node->tag))
    node->flags |= PM_NODE_DROPPED;
  if (node->attributes == NULL || node->attributes->length == 0)
    return;
  node->words = look_up_names (node, known);
  if (belief > PM_BELIEF_ALL)
    node->words &= PM_WORD_BODY | PM_WORD_CONTENT | PM_WORD_CAPTION | PM_WORD_COMMENTS |
                   PM_WORD_GALLERY | PM_WORD_ACCORDION;
  if (_pm_node_attribute_has_word (node, "itemprop", "articleBody") ||
      _pm_node_attribute_has_word (node, "property", "articleBody"))
    node->words |= PM_WORD_BODY;
  if (node->tag != GUMBO_TAG_BODY && node->tag != GUMBO_TAG_HTML && belief < PM_BELIEF_NONE &&
      is_hidden (node) && !is_folded (node))
    node->flags |= PM_NODE_DROPPED;
}

static void
measure_text (PmNode *self)
{
  for (const char *at = self->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guchar c = *at;

      if (g_ascii_isspace (c))
        continue;
      self->length++;
      /* An ideographic comma, full stop or full-width comma counts as well. */
      self->commas += c == ',' ||
                      (c == 0xe3 && (memcmp (at, "、", 3) == 0 || memcmp (at, "。", 3) == 0)) ||
                      (c == 0xef && memcmp (at, "\xef\xbc\x8c", 3) == 0);
    }
}

static gboolean
is_paragraph_like (const PmNode *self)
{
  if (self->tag == GUMBO_TAG_P || self->tag == GUMBO_TAG_PRE || self->tag == GUMBO_TAG_BLOCKQUOTE)
    return TRUE;
  for (const PmNode *child = self->first; child != NULL; child = child->next)
    if (_pm_node_is_text (child) && child->length >= MIN_PARAGRAPH)
      return TRUE;
  return FALSE;
}

void
_pm_furniture_measure (PmNode *self)
{
  self->length = self->linked = self->commas = self->paragraphs = 0;
  self->flags &= ~PM_NODE_HAS_BODY;
  if (self->flags & (PM_NODE_DROPPED | PM_NODE_FURNITURE))
    return;
  if (_pm_node_is_text (self))
    {
      measure_text (self);
      return;
    }
  for (PmNode *child = self->first; child != NULL; child = child->next)
    {
      _pm_furniture_measure (child);
      self->length += child->length;
      self->linked += child->linked;
      self->commas += child->commas;
      self->paragraphs += child->paragraphs;
      self->flags |= child->flags & PM_NODE_HAS_BODY;
    }
  if (self->tag == GUMBO_TAG_A && _pm_node_get_attribute (self, "href") != NULL)
    self->linked = self->length;
  if (self->length >= MIN_PARAGRAPH && self->linked * 2 < self->length &&
      (self->flags & PM_NODE_BLOCK) && self->paragraphs < self->length && is_paragraph_like (self))
    self->paragraphs = self->length - self->linked;
  if ((self->words & PM_WORD_BODY) && self->length >= 8 * MIN_PARAGRAPH)
    self->flags |= PM_NODE_HAS_BODY;
}

double
_pm_furniture_get_link_density (const PmNode *self)
{
  return self->length > 0 ? (double) self->linked / self->length : 0;
}

static gboolean
has_furniture_role (const PmNode *node)
{
  static const char *const roles[] = { "navigation",  "banner",      "complementary",
                                       "contentinfo", "search",      "dialog",
                                       "menu",        "alertdialog", "menubar",
                                       "toolbar",     "alert",       "button",
                                       "tooltip",     "tablist",     NULL };
  const char *role = _pm_node_get_attribute (node, "role");

  return role != NULL && g_strv_contains (roles, role);
}

static gboolean
is_furniture_element (const PmNode *node)
{
  switch (node->tag)
    {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
      return TRUE;
    default:
      return has_furniture_role (node);
    }
}

/* A few words inside a sentence are part of it, whatever their class is. */
static gboolean
is_inside_sentence (const PmNode *node)
{
  const PmNode *block = node->parent;

  if (node->flags & PM_NODE_BLOCK)
    return FALSE;
  while (block != NULL && !(block->flags & PM_NODE_BLOCK))
    block = block->parent;
  return block != NULL && block->length > 2 * node->length &&
         block->length - node->length >= MIN_PARAGRAPH;
}

static gboolean
is_doubtful_furniture (const PmNode *node)
{
  if (node->tag == GUMBO_TAG_P || node->tag == GUMBO_TAG_BLOCKQUOTE ||
      _pm_node_get_heading_level (node) > 0)
    return node->length < LABEL_LENGTH && _pm_furniture_get_link_density (node) > 0.5;
  /* Numbered references are links for the most part. */
  if (node->tag == GUMBO_TAG_LI && node->parent->tag == GUMBO_TAG_OL)
    return FALSE;
  if (_pm_furniture_get_link_density (node) > 0.5)
    return TRUE;
  /* Lists are called lists everywhere, and have short items. */
  if (node->tag == GUMBO_TAG_UL || node->tag == GUMBO_TAG_OL || node->tag == GUMBO_TAG_LI)
    return FALSE;
  return node->length < LABEL_LENGTH && node->paragraphs == 0;
}

/* By letters, or by running text alone, in which pages with long menus are poor. */
static double
get_share (const PmNode *node, const PmNode *top)
{
  double letters = top->length > 0 ? (double) node->length / top->length : 0;
  double prose = top->paragraphs > 0 ? (double) node->paragraphs / top->paragraphs : 0;

  return MAX (letters, prose);
}

/* A series of pictures set into an article that has text enough without it: what is written there
 * is read while leafing through them. */
static gboolean
is_gallery_within (const PmNode *node)
{
  if (!(node->words & PM_WORD_GALLERY) || !(node->flags & PM_NODE_BLOCK) ||
      (node->flags & PM_NODE_HAS_BODY))
    return FALSE;
  for (const PmNode *around = node->parent; around != NULL; around = around->parent)
    if (around->words & PM_WORD_GALLERY)
      return FALSE;
    else if ((around->words & PM_WORD_BODY) || around->tag == GUMBO_TAG_ARTICLE)
      return around->paragraphs >= node->paragraphs + MIN_AROUND_GALLERY;
  return FALSE;
}

static gboolean
is_furniture (const PmNode *node, const PmNode *top)
{
  double share = get_share (node, top);

  if ((node->flags & PM_NODE_HAS_BODY) && share > MAX_SHARE / 2)
    return FALSE;
  if (node->words & PM_WORD_COMMENTS)
    return share < MAX_COMMENTS_SHARE && !(node->flags & PM_NODE_HAS_BODY);
  if (share >= MAX_SHARE || is_inside_sentence (node))
    return FALSE;
  if (is_furniture_element (node))
    return TRUE;
  if ((node->words & PM_WORD_FURNITURE) && !(node->words & PM_WORD_EMBED))
    return TRUE;
  if ((node->words & PM_WORD_HIDDEN) && node->tag != GUMBO_TAG_P)
    return TRUE;
  if ((node->words & PM_WORD_BYLINE) && !(node->words & PM_WORD_BODY) &&
      node->length < BYLINE_LENGTH)
    return TRUE;
  return (node->words & PM_WORD_DOUBTFUL) && !(node->words & PM_WORD_BODY) &&
         is_doubtful_furniture (node);
}

static void
mark_parts (PmNode *top)
{
  gboolean skip;

  for (PmNode *node = _pm_node_next (top, top, FALSE); node != NULL;
       node = _pm_node_next (node, top, skip))
    {
      skip = (node->flags & PM_NODE_DROPPED) != 0;
      if (!skip && is_gallery_within (node))
        node->flags |= PM_NODE_FURNITURE | PM_NODE_GALLERY;
      else if (!skip && !_pm_node_is_text (node) && node->length > 0 && is_furniture (node, top))
        {
          node->flags |= PM_NODE_FURNITURE;
          skip = TRUE;
        }
      /* What is named within code is named for its colour: a comment is one in a program. */
      skip = skip || node->tag == GUMBO_TAG_PRE;
      if ((node->words & PM_WORD_CAPTION) || node->tag == GUMBO_TAG_FIGCAPTION)
        node->flags |= PM_NODE_CAPTION;
    }
}

guint
_pm_furniture_mark (PmTree *tree, PmBelief belief)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PmNode *top = tree->body != NULL ? tree->body : tree->root;
  guint prose;

  for (PmNode *node = tree->root; node != NULL; node = _pm_node_next (node, tree->root, FALSE))
    if (!_pm_node_is_text (node))
      describe (node, known, belief);
  _pm_furniture_measure (top);
  prose = top->paragraphs;
  mark_parts (top);
  _pm_furniture_measure (top);
  return prose;
}

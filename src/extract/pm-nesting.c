/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-nesting-private.h"

#include <gumbo.h>
#include <string.h>

/* Real pages nest less than 100 deep; browsers flatten at 512. The last of it is for what holds
 * text itself, so that paragraphs stay paragraphs. */
#define MAX_DEPTH 512
#define MAX_BOXES 496
/* Formatting elements open at once, and copies of them made over the whole page. */
#define MAX_FORMATTING 256
#define MAX_COPIES 200000
#define MAX_TAGS 600000
#define MAX_ATTRIBUTES 512
/* Attributes of repeated <html> and <body> tags are compared with all before them. */
#define MAX_ROOTS 64
/* How far down an end tag looks for its start tag. */
#define MAX_SEARCH 64

typedef struct
{
  const char *end;                   /* of the text */
  const char *copied;                /* how far @flat goes */
  GString *flat;                     /* (nullable): a copy, once something is left out */
  guint dropped[GUMBO_TAG_LAST + 1]; /* start tags left out, the ends of which are to come */
  GumboTag stack[MAX_DEPTH];
  guint formatting_before[MAX_DEPTH]; /* n_formatting when the element was opened */
  guint depth;
  guint open[GUMBO_TAG_LAST + 1];
  guint formatting[MAX_FORMATTING]; /* hashes of the tags' source */
  GumboTag formatting_tags[MAX_FORMATTING];
  guint n_formatting;
  guint copies;
  guint tags;
  guint roots;
} Nesting;

typedef struct
{
  GumboTag tag;
  gboolean closing;
  gboolean self_closing;
  guint hash;
  guint attributes;
} Tag;

static gboolean
is_void (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BASEFONT:
    case GUMBO_TAG_BGSOUND:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_FRAME:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMAGE:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_KEYGEN:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_formatting (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The nearest open element that a start tag of @tag closes when it is still open: HTML's optional
 * end tags. */
static gboolean
is_closed_by (GumboTag open, GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_LI:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_BUTTON:
      return open == tag;
    case GUMBO_TAG_OPTGROUP:
      return open == GUMBO_TAG_OPTION || open == tag;
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return open == GUMBO_TAG_DT || open == GUMBO_TAG_DD;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return open == GUMBO_TAG_TD || open == GUMBO_TAG_TH;
    case GUMBO_TAG_TR:
      return open == GUMBO_TAG_TR;
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
      return open == GUMBO_TAG_TBODY || open == GUMBO_TAG_THEAD || open == GUMBO_TAG_TFOOT;
    default:
      return open == GUMBO_TAG_P && !is_formatting (tag) && tag != GUMBO_TAG_SPAN &&
             tag != GUMBO_TAG_UNKNOWN;
    }
}

/* Elements through which an implied end does not reach. */
static gboolean
is_barrier (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_TEMPLATE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* What is left open in a table cell is not opened again behind it. */
static void
pop_to (Nesting *self, guint depth)
{
  while (self->depth > depth)
    {
      GumboTag tag = self->stack[--self->depth];

      self->open[tag]--;
      if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_CAPTION)
        self->n_formatting = MIN (self->n_formatting, self->formatting_before[self->depth]);
    }
}

static void
close_implied (Nesting *self, GumboTag tag)
{
  guint floor = self->depth > MAX_SEARCH ? self->depth - MAX_SEARCH : 0;

  for (guint i = self->depth; i > floor; i--)
    {
      if (is_closed_by (self->stack[i - 1], tag))
        {
          pop_to (self, i - 1);
          return;
        }
      if (is_barrier (self->stack[i - 1]))
        return;
    }
}

/* Misnested formatting elements end without what is inside them: "<b><div></b>" leaves the <div>
 * open. */
static void
close_formatting (Nesting *self, GumboTag tag)
{
  guint floor = self->depth > MAX_SEARCH ? self->depth - MAX_SEARCH : 0;

  for (guint i = self->depth; i > floor; i--)
    if (self->stack[i - 1] == tag)
      {
        self->depth--;
        self->open[tag]--;
        memmove (self->stack + i - 1, self->stack + i,
                 (self->depth - i + 1) * sizeof self->stack[0]);
        memmove (self->formatting_before + i - 1, self->formatting_before + i,
                 (self->depth - i + 1) * sizeof self->formatting_before[0]);
        return;
      }
}

/* HTML keeps at most three alike formatting elements for reopening. */
static gboolean
add_formatting (Nesting *self, const Tag *tag)
{
  guint alike = 0;

  for (guint i = 0; i < self->n_formatting; i++)
    alike += self->formatting[i] == tag->hash;
  if (alike >= 3)
    return TRUE;
  if (self->n_formatting == MAX_FORMATTING)
    return FALSE;
  self->formatting[self->n_formatting] = tag->hash;
  self->formatting_tags[self->n_formatting++] = tag->tag;
  return TRUE;
}

static void
remove_formatting (Nesting *self, GumboTag tag)
{
  for (guint i = self->n_formatting; i > 0; i--)
    if (self->formatting_tags[i - 1] == tag)
      {
        self->n_formatting--;
        memmove (self->formatting + i - 1, self->formatting + i,
                 (self->n_formatting - i + 1) * sizeof self->formatting[0]);
        memmove (self->formatting_tags + i - 1, self->formatting_tags + i,
                 (self->n_formatting - i + 1) * sizeof self->formatting_tags[0]);
        return;
      }
}

/* Only there does "<x/>" close itself; elsewhere HTML ignores the slash. */
static gboolean
is_in_svg (const Nesting *self)
{
  guint floor = self->depth > MAX_SEARCH ? self->depth - MAX_SEARCH : 0;

  for (guint i = self->depth; i > floor; i--)
    {
      if (self->stack[i - 1] == GUMBO_TAG_SVG)
        return TRUE;
      if (self->stack[i - 1] != GUMBO_TAG_UNKNOWN)
        return FALSE;
    }
  return FALSE;
}

/* What holds text itself. */
static gboolean
is_text_block (GumboTag tag)
{
  switch (tag)
    {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_A:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: %FALSE when the page is better off without the tag. */
static gboolean
open_tag (Nesting *self, const Tag *tag)
{
  if (tag->attributes > MAX_ATTRIBUTES)
    return FALSE;
  if (tag->tag == GUMBO_TAG_HTML || tag->tag == GUMBO_TAG_BODY)
    return ++self->roots <= MAX_ROOTS;
  if (is_void (tag->tag) ||
      (tag->self_closing && tag->tag == GUMBO_TAG_UNKNOWN && is_in_svg (self)))
    return TRUE;
  if (self->n_formatting > 0 && self->copies > MAX_COPIES)
    return FALSE;
  close_implied (self, tag->tag);
  if ((tag->tag == GUMBO_TAG_A || tag->tag == GUMBO_TAG_NOBR) && self->open[tag->tag] > 0)
    {
      remove_formatting (self, tag->tag);
      close_formatting (self, tag->tag);
    }
  if (self->depth >= (is_text_block (tag->tag) ? MAX_DEPTH : MAX_BOXES))
    return FALSE;
  if (is_formatting (tag->tag))
    {
      if (!add_formatting (self, tag))
        return FALSE;
    }
  else if (tag->tag != GUMBO_TAG_SPAN)
    self->copies += self->n_formatting;
  self->formatting_before[self->depth] = self->n_formatting;
  self->stack[self->depth++] = tag->tag;
  self->open[tag->tag]++;
  return TRUE;
}

/* Returns: %FALSE when it ends what was left out. */
static gboolean
close_tag (Nesting *self, const Tag *tag)
{
  guint floor = self->depth > MAX_SEARCH ? self->depth - MAX_SEARCH : 0;

  if (self->dropped[tag->tag] > 0)
    {
      self->dropped[tag->tag]--;
      return FALSE;
    }
  if (is_formatting (tag->tag))
    remove_formatting (self, tag->tag);
  if (self->open[tag->tag] == 0)
    return TRUE;
  if (is_formatting (tag->tag))
    {
      close_formatting (self, tag->tag);
      return TRUE;
    }
  for (guint i = self->depth; i > floor; i--)
    {
      if (self->stack[i - 1] == tag->tag)
        {
          pop_to (self, i - 1);
          return TRUE;
        }
      if (is_barrier (self->stack[i - 1]) && tag->tag != GUMBO_TAG_TABLE && !is_barrier (tag->tag))
        return TRUE;
    }
  return TRUE;
}

/* Reads the tag at @at, which is just behind its "<". Returns: where it ends. */
static const char *
read_tag (const char *at, const char *end, Tag *tag)
{
  const char *name;
  char quote = 0;
  gboolean bare = FALSE; /* in a value without quotes, which a slash does not end */

  tag->closing = *at == '/';
  at += tag->closing;
  name = at;
  while (at < end && *at != '>' && *at != '/' && !g_ascii_isspace (*at))
    at++;
  tag->tag = gumbo_tagn_enum (name, at - name);
  tag->hash = 5381;
  tag->attributes = 0;
  for (; at < end && (quote != 0 || *at != '>'); at++)
    {
      tag->hash = tag->hash * 33 + (guchar) *at;
      if (quote != 0)
        quote = *at == quote ? 0 : quote;
      else if ((*at == '"' || *at == '\'') && at[-1] == '=')
        quote = *at;
      else if (g_ascii_isspace (*at))
        bare = FALSE;
      else if (at[-1] == '=')
        bare = TRUE;
      else if (!bare && *at != '/' && (g_ascii_isspace (at[-1]) || at[-1] == '/'))
        tag->attributes++;
    }
  tag->hash += tag->tag;
  tag->self_closing = at < end && at[-1] == '/';
  return at < end ? at + 1 : end;
}

/* Where the text of a <script>, <style>, … ends: no tag within counts. */
static const char *
skip_raw_text (const char *at, const char *end, GumboTag tag)
{
  const char *name = gumbo_normalized_tagname (tag);
  gsize length = strlen (name);

  while (at < end && (at = memchr (at, '<', end - at)) != NULL)
    {
      if (end - at > (gssize) length + 1 && at[1] == '/' &&
          g_ascii_strncasecmp (at + 2, name, length) == 0)
        return at;
      at++;
    }
  return end;
}

static const char *
skip_comment (const char *at, const char *end)
{
  const char *close;

  if (end - at >= 3 && memcmp (at, "!--", 3) == 0)
    {
      close = g_strstr_len (at + 1, end - at - 1, "-->");
      return close != NULL ? close + 3 : end;
    }
  close = memchr (at, '>', end - at);
  return close != NULL ? close + 1 : end;
}

static gboolean
is_raw_text (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA ||
         tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_NOEMBED ||
         tag == GUMBO_TAG_NOFRAMES || tag == GUMBO_TAG_XMP;
}

/* Leaves @from to @to out, and puts @n_spaces in its place. */
static void
replace (Nesting *self, const char *from, const char *to, gsize n_spaces)
{
  if (self->flat == NULL)
    self->flat = g_string_sized_new (self->end - self->copied);
  g_string_append_len (self->flat, self->copied, from - self->copied);
  for (gsize i = 0; i < n_spaces; i++)
    g_string_append_c (self->flat, ' ');
  self->copied = to;
}

static gboolean
names_json (const char *at, const char *end)
{
  for (; end - at >= 4; at++)
    if (g_ascii_strncasecmp (at, "json", 4) == 0)
      return TRUE;
  return FALSE;
}

/* Whether nobody reads the raw text from @at to @rest, of the element whose tag is @start to @at.
 * Inside of drawings, formulas and lists to choose from it may be parsed as something else, and a
 * script with a "<!--" may end elsewhere. */
static gboolean
is_unread (Nesting *self, GumboTag tag, const char *start, const char *at, const char *rest)
{
  if (rest == at || rest == self->end || self->open[GUMBO_TAG_SVG] > 0 ||
      self->open[GUMBO_TAG_MATH] > 0 || self->open[GUMBO_TAG_SELECT] > 0)
    return FALSE;
  if (tag == GUMBO_TAG_STYLE)
    return TRUE;
  return tag == GUMBO_TAG_SCRIPT && !names_json (start, at) &&
         g_strstr_len (at, rest - at, "<!--") == NULL;
}

/* Judges the tag from @start, its "<", to @at. Returns: where to go on. */
static const char *
judge_tag (Nesting *self, const char *start, const char *at, const Tag *tag)
{
  const char *rest = !tag->closing && is_raw_text (tag->tag)
                         ? skip_raw_text (at, self->end, tag->tag)
                         : at;

  if (++self->tags > MAX_TAGS || !(tag->closing ? close_tag (self, tag) : open_tag (self, tag)))
    {
      /* Without its tags a script would be text. */
      replace (self, start, rest, rest - start);
      if (!tag->closing && !is_void (tag->tag))
        self->dropped[tag->tag]++;
    }
  else if (is_unread (self, tag->tag, start, at, rest))
    replace (self, at, rest, 1);
  return rest;
}

char *
_pm_nesting_flatten (const char *text, gsize *length)
{
  g_autofree Nesting *self = g_new0 (Nesting, 1);
  const char *at = text;
  const char *end = text + *length;

  self->copied = text;
  self->end = end;
  while (at < end && (at = memchr (at, '<', end - at)) != NULL)
    {
      const char *start = at;
      Tag tag;

      if (++at == end)
        break;
      if (*at == '!' || *at == '?')
        {
          at = skip_comment (at, end);
          continue;
        }
      if (!g_ascii_isalpha (*at) && !(*at == '/' && at + 1 < end && g_ascii_isalpha (at[1])))
        continue;
      at = read_tag (at, end, &tag);
      at = judge_tag (self, start, at, &tag);
    }
  if (self->flat == NULL)
    return NULL;
  g_string_append_len (self->flat, self->copied, end - self->copied);
  *length = self->flat->len;
  return g_string_free (self->flat, FALSE);
}

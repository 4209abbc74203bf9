/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quotes-private.h"

/* Pairs quotation marks, paragraph by paragraph, in whatever style the writer used: “curly”,
 * "straight", ‘single’, «guillemets», „low“; and in the broken ways that copying leaves behind: a
 * closing mark typed as an opening one, a quotation that closes too early or not at all. */

/* A single quotation mark looks no further than this for its end. */
#define MAX_SINGLE 400

typedef struct
{
  const PmToken *tokens;
  PmTokenRange paragraph;
  PmTokenRange next; /* the paragraph that follows */
  GArray *found;     /* (element-type PmMarked) */
  guint open;        /* the token of the open mark, when is_open */
  gboolean is_open;
  gboolean carried; /* it was opened in the paragraph before */
  guint depth;      /* marks opened inside it */
} Pairing;

static gboolean
is_double (gunichar c)
{
  return c == '"' || (c >= 0x201c && c <= 0x201f);
}

static gboolean
is_single (gunichar c)
{
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201b) || c == 0x02bc;
}

static gboolean
is_angle (gunichar c)
{
  return c == 0xab || c == 0xbb || c == 0x2039 || c == 0x203a;
}

/* What closes after @open, for the marks that come in fixed pairs; 0 for those that do not. */
static gunichar
find_partner (gunichar open)
{
  static const gunichar pairs[][2] = { { 0xab, 0xbb },     { 0xbb, 0xab },     { 0x2039, 0x203a },
                                       { 0x203a, 0x2039 }, { 0x300c, 0x300d }, { 0x201e, 0x201c } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == open)
      return pairs[i][1];
  return 0;
}

static gboolean
spaced_left (const Pairing *p, guint i)
{
  gunichar before;

  if (i == p->paragraph.first || p->tokens[i].gap >= PM_GAP_SPACE)
    return TRUE;
  before = p->tokens[i - 1].mark;
  return before == '(' || before == '[' || before == 0x2014 || before == 0x2013 || before == '-' ||
         (p->tokens[i - 1].kind == PM_TOKEN_QUOTE && p->is_open && p->open == i - 1);
}

static gboolean
spaced_right (const Pairing *p, guint i)
{
  return i + 1 >= p->paragraph.end || p->tokens[i + 1].gap >= PM_GAP_SPACE;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == ',' || c == '!' || c == '?' || c == 0x2026;
}

static void
finish (Pairing *p, guint end, gboolean closed)
{
  PmMarked marked = { { p->open, end }, closed, p->carried };

  p->is_open = FALSE;
  p->carried = FALSE;
  p->depth = 0;
  if (end > marked.range.first + 1 + (closed && !marked.continues))
    g_array_append_val (p->found, marked);
}

static void
open_at (Pairing *p, guint i)
{
  p->open = i;
  p->is_open = TRUE;
  p->carried = FALSE;
  p->depth = 0;
}

/* A closing mark with nothing open: a quotation that closed too early goes on to here when the
 * words after it went on with a comma. */
static gboolean
rejoin (Pairing *p, guint i)
{
  PmMarked *last;

  if (p->found->len == 0)
    return FALSE;
  last = &g_array_index (p->found, PmMarked, p->found->len - 1);
  if (last->range.first < p->paragraph.first || last->range.end >= i ||
      p->tokens[last->range.end].mark != ',' || p->tokens[last->range.end].gap == PM_GAP_NONE)
    return FALSE;
  last->range.end = i + 1;
  return TRUE;
}

static gboolean
has_double_after (const Pairing *p, guint i)
{
  for (guint k = i + 1; k < p->paragraph.end; k++)
    if (p->tokens[k].kind == PM_TOKEN_QUOTE && is_double (p->tokens[k].mark))
      return TRUE;
  return FALSE;
}

static void
meet_double_closed (Pairing *p, guint i)
{
  gunichar mark = p->tokens[i].mark;
  gboolean closer = !spaced_left (p, i) && spaced_right (p, i);

  if (mark == 0x201d && rejoin (p, i))
    return;
  if (mark == 0x201d && !(spaced_left (p, i) && !spaced_right (p, i)))
    return;
  if (mark != '"' || !closer || has_double_after (p, i))
    open_at (p, i);
}

static void
meet_double_open (Pairing *p, guint i)
{
  gunichar mark = p->tokens[i].mark;
  gunichar open = p->tokens[p->open].mark;
  gboolean opener = spaced_left (p, i) && !spaced_right (p, i);

  if (is_angle (open) || (is_single (open) && !p->carried))
    return;
  if (mark == 0x201c && open != 0x201e && opener)
    {
      if (is_stop (p->tokens[i - 1].mark))
        {
          finish (p, i, FALSE);
          open_at (p, i);
        }
      else
        p->depth++;
    }
  else if (p->depth > 0)
    p->depth--;
  else
    finish (p, i + 1, TRUE);
}

/* Returns: the token of the mark that closes the single one at @i, or 0. */
static guint
find_single_end (const Pairing *p, guint i)
{
  guint limit = MIN (p->paragraph.end, i + MAX_SINGLE);
  guint weak = 0;

  for (guint k = i + 1; k < limit; k++)
    {
      const PmToken *token = &p->tokens[k];

      if (token->kind != PM_TOKEN_QUOTE || !is_single (token->mark))
        continue;
      if (spaced_left (p, k) && !spaced_right (p, k))
        return weak;
      if (token->gap != PM_GAP_NONE || token->mark == 0x2018)
        continue;
      if (is_stop (p->tokens[k - 1].mark) ||
          (k + 1 < p->paragraph.end && p->tokens[k + 1].gap == PM_GAP_NONE))
        return k;
      if (weak == 0)
        weak = k;
    }
  return weak;
}

/* A quotation of several paragraphs opens each with the mark and closes the last alone. */
static gboolean
goes_on_single (const Pairing *p, guint i)
{
  const PmToken *next = &p->tokens[p->next.first];

  return i == p->paragraph.first && p->next.end > p->next.first && next->kind == PM_TOKEN_QUOTE &&
         next->mark == p->tokens[i].mark;
}

/* Returns: the token to go on with. */
static guint
meet_single (Pairing *p, guint i)
{
  guint end;

  if (p->is_open || spaced_right (p, i) || !spaced_left (p, i) ||
      p->tokens[i + 1].kind == PM_TOKEN_NUMBER || p->tokens[i + 1].kind == PM_TOKEN_QUOTE)
    return i + 1;
  end = find_single_end (p, i);
  if (end == 0 && !goes_on_single (p, i))
    return i + 1;
  open_at (p, i);
  if (end == 0)
    {
      finish (p, p->paragraph.end, FALSE);
      return p->paragraph.end;
    }
  finish (p, end + 1, TRUE);
  return end + 1;
}

static void
meet_pair (Pairing *p, guint i)
{
  if (p->is_open && find_partner (p->tokens[p->open].mark) == p->tokens[i].mark)
    finish (p, i + 1, TRUE);
  else if (!p->is_open && find_partner (p->tokens[i].mark) != 0)
    open_at (p, i);
}

/* Whether the quotation open at this paragraph's end runs on into the next, unmarked there. */
static gboolean
runs_on (const Pairing *p)
{
  if (!is_double (p->tokens[p->open].mark) ||
      (p->next.end > p->next.first && p->tokens[p->next.first].kind == PM_TOKEN_QUOTE))
    return FALSE;
  for (guint i = p->next.first + 1; i < p->next.end; i++)
    if (p->tokens[i].kind == PM_TOKEN_QUOTE && is_double (p->tokens[i].mark))
      return p->tokens[i].gap == PM_GAP_NONE && p->tokens[i].mark != 0x201c &&
             (i + 1 == p->next.end || p->tokens[i + 1].gap >= PM_GAP_SPACE);
  return FALSE;
}

static void
pair_paragraph (Pairing *p)
{
  gboolean on;

  for (guint i = p->paragraph.first; i < p->paragraph.end;)
    {
      const PmToken *token = &p->tokens[i];

      if (token->kind != PM_TOKEN_QUOTE)
        i++;
      else if (is_single (token->mark))
        i = meet_single (p, i);
      else
        {
          if (!is_double (token->mark) || (token->mark == 0x201e && !p->is_open))
            meet_pair (p, i);
          else if (p->is_open)
            meet_double_open (p, i);
          else
            meet_double_closed (p, i);
          i++;
        }
    }
  if (!p->is_open)
    return;
  on = runs_on (p);
  finish (p, p->paragraph.end, FALSE);
  p->is_open = p->carried = on;
  p->open = p->paragraph.end;
}

GArray *
_pm_quote_marks_find (PmContext *self)
{
  Pairing p = { .tokens = self->tokens->tokens };

  p.found = g_array_new (FALSE, FALSE, sizeof (PmMarked));
  for (guint i = 0; i < self->tokens->n_paragraphs; i++)
    {
      p.paragraph = self->tokens->paragraphs[i];
      p.next = i + 1 < self->tokens->n_paragraphs ? self->tokens->paragraphs[i + 1]
                                                  : (PmTokenRange){ 0, 0 };
      pair_paragraph (&p);
    }
  return p.found;
}

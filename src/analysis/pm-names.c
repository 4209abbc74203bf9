/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-names-private.h"

/* The first pass over names: runs of capitals are cut at titles; pm-name-shapes.c judges each
 * piece. */

/* No name is longer; what is, is a list or shouting. */
#define MAX_NAME 14

static PmStyle
find_style (const PmNameFinder *self, PmTokenRange sentence)
{
  guint words = 0;
  guint upper = 0;
  guint title = 0;

  for (guint i = sentence.first; i < sentence.end; i++)
    if (self->tokens[i].kind == PM_TOKEN_WORD && pm_span_length (self->tokens[i].span) > 3)
      {
        words++;
        upper += self->tokens[i].letters == PM_CASE_UPPER;
        title += self->tokens[i].letters >= PM_CASE_TITLE;
      }
  if (words >= 3 && upper * 10 >= words * 7)
    return PM_STYLE_SHOUTING;
  return words >= 4 && title * 10 >= words * 7 ? PM_STYLE_HEADLINE : PM_STYLE_PLAIN;
}

/* Takes away from the front what is no part of a name: "Russian", "Former", "Then". */
static guint
skip_front (const PmNameFinder *self, guint first, guint end)
{
  gboolean head = pm_token_is (&self->tokens[end - 1], PM_WORD_ORG_HEAD | PM_WORD_MISC_HEAD) ||
                  (_pm_names_any_word (self, first, end, PM_WORD_ORG_HEAD) &&
                   _pm_names_any_word (self, first, end, PM_WORD_OF));

  while (first < end)
    {
      const PmToken *token = &self->tokens[first];

      if (token->phrase_words > 1 && token->phrase_classes & PM_WORD_KNOWN_NAME &&
          first + token->phrase_words <= end)
        break;
      if (pm_token_is (token, PM_WORD_DEMONYM) && !(head && end - first > 1))
        first += token->phrase_words == 2 && token->phrase_classes & PM_WORD_DEMONYM ? 2 : 1;
      else if (!pm_token_is_capital (token) ||
               (pm_token_is (token, PM_WORD_BALLAST | PM_WORD_FUNCTION) &&
                !_pm_names_is_word (self, first)))
        first++;
      else if (pm_token_is (token, PM_WORD_BALLAST) && end - first > 1 &&
               pm_token_is (&self->tokens[first + 1], PM_WORD_TITLE | PM_WORD_ROLE))
        first++;
      else if (_pm_names_is_opening (self, first) && pm_token_is (token, PM_WORD_COMMON) && !head &&
               !pm_token_is (token, PM_WORD_GIVEN | PM_WORD_PLACE_PREFIX | PM_WORD_ORG_HEAD))
        first++;
      else
        break;
    }
  return MIN (first, end);
}

/* Cuts a run at its titles: what stands before is whose, what stands after is who. */
static void
cut (PmNameFinder *self, guint first, guint end)
{
  guint64 classes;
  guint head_end = end;

  first = skip_front (self, first, end);
  if (first >= end)
    return;
  if (_pm_names_match_known (self, first, end, &classes) == end - first)
    {
      _pm_names_judge (self, first, end);
      return;
    }
  for (guint k = first; k < end; k++)
    {
      guint n = _pm_names_match_title (self, k, end);
      gboolean part = pm_token_is (&self->tokens[k], PM_WORD_TITLE_PART);

      if (n == 0 || (part && pm_token_is (&self->tokens[end - 1], PM_WORD_ORG_HEAD)))
        continue;
      for (head_end = k; head_end > first; head_end--)
        if (!pm_token_is (&self->tokens[head_end - 1], PM_WORD_TITLE_PART | PM_WORD_BALLAST))
          break;
      if (head_end > first)
        cut (self, first, head_end);
      for (k += n; k < end && _pm_names_match_title (self, k, end) > 0; k++)
        ;
      if (k < end && !pm_token_is (&self->tokens[end - 1], PM_WORD_ORG_HEAD | PM_WORD_PLACE_HEAD) &&
          !_pm_names_any_word (self, k, end, PM_WORD_OF | PM_WORD_AND | PM_WORD_DEMONYM))
        _pm_names_add (self, k, end, PM_ENTITY_PERSON, PM_SURE_SHAPE);
      else if (k < end)
        cut (self, k, end);
      return;
    }
  _pm_names_judge (self, first, end);
}

/* Whether capitals go on after the joining word at @i, as in "Securities and Exchange
 * Commission". */
static gboolean
joins (const PmNameFinder *self, guint first, guint i)
{
  const PmToken *token = &self->tokens[i];
  guint next = i + 1;

  if (next < self->n_tokens && pm_token_is (token, PM_WORD_OF) &&
      _pm_names_follows_the (self, next + 1) && next + 1 < self->n_tokens)
    next++;
  if (next >= self->n_tokens || self->tokens[next].gap != PM_GAP_SPACE ||
      !_pm_names_is_word (self, next))
    return FALSE;
  if (token->mark == '&')
    return TRUE;
  if (pm_token_is (token, PM_WORD_OF) && pm_token_is (&self->tokens[next], PM_WORD_GIVEN) &&
      !pm_token_is (&self->tokens[next], PM_WORD_PLACE))
    return FALSE;
  if (pm_token_is (token, PM_WORD_OF))
    return _pm_names_any_word (self, first, i, PM_WORD_ORG_HEAD) ||
           (pm_token_is (&self->tokens[i - 1], PM_WORD_MISC_HEAD | PM_WORD_PLACE_HEAD) &&
            !_pm_names_any_word (self, first, i, PM_WORD_TITLE));
  if (!pm_token_is (token, PM_WORD_AND) ||
      _pm_names_any_word (self, first, i, PM_WORD_GIVEN | PM_WORD_PLACE))
    return FALSE;
  if (_pm_names_any_word (self, first, i, PM_WORD_ORG_HEAD) &&
      _pm_names_any_word (self, first, i, PM_WORD_OF))
    return TRUE;
  for (guint k = next; k < next + 3 && k < self->n_tokens && pm_token_is_capital (&self->tokens[k]);
       k++)
    if (pm_token_is (&self->tokens[k], PM_WORD_ORG_HEAD) && k > next)
      return i - first <= 2 &&
             !_pm_names_any_word (self, first, i, PM_WORD_ORG_HEAD | PM_WORD_DEMONYM);
  return FALSE;
}

/* How many small words from @i stand inside a name, "von der"; 0 when no capital follows. */
static guint
count_particles (const PmNameFinder *self, guint i, guint limit)
{
  guint n = 0;

  if (pm_token_is_article (&self->tokens[i]))
    return 0;
  while (i + n < limit && n < 3 && self->tokens[i + n].gap == PM_GAP_SPACE &&
         self->tokens[i + n].letters == PM_CASE_LOWER &&
         pm_token_is (&self->tokens[i + n], PM_WORD_PARTICLE))
    n++;
  return i + n < limit && self->tokens[i + n].gap == PM_GAP_SPACE && _pm_names_is_word (self, i + n)
             ? n
             : 0;
}

static guint
find_run_end (const PmNameFinder *self, guint first, guint limit)
{
  guint i = first;

  limit = MIN (limit, first + MAX_NAME);
  while (i < limit)
    {
      const PmToken *token = &self->tokens[i];
      gboolean spaced = i == first || token->gap == PM_GAP_SPACE;
      guint64 classes;
      guint known = spaced && pm_token_is_capital (token)
                        ? _pm_names_match_known (self, i, limit, &classes)
                        : 0;

      if (known > 1)
        i += known;
      else if (spaced && _pm_names_is_word (self, i))
        i++;
      else if (i > first && count_particles (self, i, limit) > 0)
        i += count_particles (self, i, limit) + 1;
      else if (i > first && joins (self, first, i))
        i += _pm_names_follows_the (self, i + 2) && pm_token_is (token, PM_WORD_OF) ? 3 : 2;
      else if (i > first && token->mark == ',' && i + 1 < limit &&
               pm_token_is (&self->tokens[i + 1], PM_WORD_COMPANY) &&
               pm_token_is_capital (&self->tokens[i + 1]))
        i += 2;
      else
        break;
    }
  return MIN (i, limit);
}

/* "the Biden administration", "New START treaty": a small word makes more of the name before. */
static void
extend_last (PmNameFinder *self, guint n_before)
{
  GArray *mentions = self->context->mentions;
  PmMention *last;
  const PmToken *next;

  if (mentions->len == n_before)
    return;
  last = &g_array_index (mentions, PmMention, mentions->len - 1);
  if (last->range.end >= self->n_tokens || last->sure == PM_SURE_NOT)
    return;
  next = &self->tokens[last->range.end];
  if (next->gap != PM_GAP_SPACE || next->letters != PM_CASE_LOWER)
    return;
  if (pm_token_is (next, PM_WORD_GROUP) && last->type == PM_ENTITY_PERSON &&
      last->range.end - last->range.first == 1)
    last->type = PM_ENTITY_ORGANISATION;
  else if (pm_token_is (next, PM_WORD_DOCUMENT) && pm_token_is (next, PM_WORD_MISC_HEAD) &&
           last->type != PM_ENTITY_PLACE)
    last->type = PM_ENTITY_OTHER;
  else
    return;
  last->range.end++;
  last->sure = PM_SURE_SHAPE;
}

/* "2020 US presidential election" from its number on. Returns the token after it, or 0. */
static guint
match_event (const PmNameFinder *self, guint i)
{
  guint k = i + 1;
  gboolean whose = FALSE;

  if (self->tokens[i].kind != PM_TOKEN_NUMBER || pm_span_length (self->tokens[i].span) != 4)
    return 0;
  for (; k < self->n_tokens && k < i + 6 && self->tokens[k].gap == PM_GAP_SPACE; k++)
    if (pm_token_is (&self->tokens[k], PM_WORD_ELECTION) && k > i + 1)
      return whose ? k + 1 : 0;
    else if (pm_token_is_capital (&self->tokens[k]) ||
             pm_token_is (&self->tokens[k], PM_WORD_BALLOT))
      whose = TRUE;
    else
      break;
  return 0;
}

/* “Ships And What’s Left” after "entitled": the name of a work. Returns the token after it, or 0.
 */
static guint
match_work (const PmNameFinder *self, guint i)
{
  guint capitals = 0;
  guint words = 0;
  guint k = i + 1;

  if (self->tokens[i].kind != PM_TOKEN_QUOTE || i == 0 ||
      !pm_token_is (&self->tokens[i - 1], PM_WORD_NAMING))
    return 0;
  for (; k < self->n_tokens && k < i + MAX_NAME && self->tokens[k].kind != PM_TOKEN_QUOTE; k++)
    if (self->tokens[k].kind == PM_TOKEN_WORD)
      {
        words++;
        capitals += pm_token_is_capital (&self->tokens[k]);
      }
  if (k >= self->n_tokens || self->tokens[k].kind != PM_TOKEN_QUOTE || words < 1 ||
      capitals * 10 < words * 6 || !pm_token_is_capital (&self->tokens[i + 1]))
    return 0;
  return self->tokens[k - 1].kind == PM_TOKEN_MARK ? k - 1 : k;
}

static guint
find_at (PmNameFinder *self, guint i, guint end)
{
  guint n_before = self->context->mentions->len;
  guint to = match_event (self, i);

  if (to > 0 && to <= end)
    {
      _pm_names_add (self, i, to, PM_ENTITY_OTHER, PM_SURE_SHAPE);
      return to;
    }
  to = match_work (self, i);
  if (to > i + 1)
    {
      _pm_names_add (self, i + 1, to, PM_ENTITY_OTHER, PM_SURE_SHAPE);
      return to;
    }
  if (!_pm_names_is_word (self, i))
    return i + 1;
  to = find_run_end (self, i, end);
  if (to <= i)
    return i + 1;
  cut (self, i, to);
  extend_last (self, n_before);
  if (self->context->mentions->len > n_before)
    to = MAX (to,
              g_array_index (self->context->mentions, PmMention, self->context->mentions->len - 1)
                  .range.end);
  return to;
}

void
_pm_names_find (PmContext *self)
{
  PmNameFinder finder = { self, self->tokens->tokens, self->tokens->n_tokens, PM_STYLE_PLAIN };

  for (guint s = 0; s < self->tokens->n_sentences; s++)
    {
      PmTokenRange sentence = self->tokens->sentences[s];
      guint i = sentence.first;

      finder.style = find_style (&finder, sentence);
      while (i < sentence.end)
        i = find_at (&finder, i, sentence.end);
    }
}

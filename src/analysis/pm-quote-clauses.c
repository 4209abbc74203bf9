/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Where the clauses around a cue of speech begin and end: the asides that stand between, the
 * hearer, the place where the writer takes the word again. */

#define MAX_HEARER 5
#define MAX_ASIDE 16

gboolean
_pm_frames_is_end_mark (const PmToken *token)
{
  return token->mark == '.' || token->mark == '!' || token->mark == '?' || token->mark == ',' ||
         token->mark == ';' || token->mark == ':';
}

gboolean
_pm_frames_has_finite_verb (PmFrames *self, PmTokenRange range)
{
  const PmToken *tokens = self->tokens->tokens;

  for (guint i = range.first; i < range.end; i++)
    if (pm_token_is (&tokens[i], PM_WORD_BE) || pm_token_has (&tokens[i], PM_TRAIT_FINITE))
      return TRUE;
  return FALSE;
}

/* "… and said": the next thing the same subject says. */
static gboolean
goes_on_with_cue (PmFrames *self, guint and)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = and+1;
  PmCue cue;

  while (i < self->unit.end && i < and+3 && pm_token_is (&tokens[i], PM_WORD_AUXILIARY))
    i++;
  if (i >= self->unit.end || self->inside[i] > 0)
    return FALSE;
  return _pm_frames_match_cue (self, i, &cue) && (cue.traits & PM_TRAIT_BASE) == 0;
}

/* Behind quoted words the writer mostly takes the word again: “…”, a nod to; “…” and sent. */
static gboolean
leaves_marks (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  guint next = i + (tokens[i].mark == ',');

  if (next >= self->unit.end || self->inside[next] > 0)
    return FALSE;
  if (tokens[i].mark == 0x2013 || tokens[i].mark == 0x2014)
    return TRUE;
  if (tokens[i].mark == ',')
    {
      if (next + 1 < self->unit.end && pm_token_is (&tokens[next], PM_WORD_AND) &&
          pm_token_is (&tokens[next + 1], PM_WORD_THAT))
        return FALSE;
      for (guint k = next; k < MIN (next + 4, self->unit.end); k++)
        if (self->inside[k] > 0)
          return FALSE;
      return TRUE;
    }
  if (tokens[i - 2].mark == ',')
    return TRUE;
  return pm_token_is (&tokens[i], PM_WORD_AND) && next + 1 < self->unit.end &&
         self->inside[next + 1] == 0 && !pm_token_is (&tokens[next + 1], PM_WORD_THAT) &&
         tokens[next + 1].letters == PM_CASE_LOWER;
}

/* ", which …", ", and …": behind the comma it is the writer who speaks. */
static gboolean
adds_remark (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;

  if (pm_token_has (&tokens[i], PM_TRAIT_REMARK))
    return TRUE;
  return pm_token_is (&tokens[i], PM_WORD_AND) && i + 2 < self->unit.end &&
         !pm_token_is (&tokens[i + 1], PM_WORD_THAT) &&
         (_pm_frames_has_finite_verb (self, (PmTokenRange){ i, MIN (i + 12, self->unit.end) }) ||
          _pm_speakers_has_verb (self->tokens, i, MIN (i + 8, self->unit.end)));
}

/* Whether the clause from @first on ends before @i. */
static gboolean
ends_clause (PmFrames *self, guint first, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmToken *next = i + 1 < self->unit.end ? &tokens[i + 1] : NULL;

  if (i == first || self->inside[i] > 0)
    return FALSE;
  /* "… it was late. — Anna, Boston" */
  if (tokens[i].mark == ';' || (tokens[i].mark == '.' && next != NULL && _pm_frames_is_dash (next)))
    return TRUE;
  if (self->inside[i - 1] > 0 && i > first + 1 && leaves_marks (self, i))
    return TRUE;
  if (tokens[i].mark == ',' && next != NULL &&
      (pm_token_is (next, PM_WORD_SAY_PART) || adds_remark (self, i + 1)))
    return TRUE;
  if (tokens[i].phrase_words > 1 && tokens[i].phrase_classes & PM_WORD_ACCORDING)
    return TRUE;
  return (pm_token_is (&tokens[i], PM_WORD_AND) || pm_token_has (&tokens[i], PM_TRAIT_ALONG)) &&
         next != NULL && goes_on_with_cue (self, i);
}

guint
_pm_frames_find_clause_end (PmFrames *self, guint first)
{
  const PmToken *tokens = self->tokens->tokens;
  guint end = first;

  for (; end < self->unit.end && !ends_clause (self, first, end); end++)
    if (end > first && self->inside[end] == 0 && tokens[end].mark == ':' &&
        end + 1 < self->unit.end && self->inside[end + 1] > 0)
      {
        guint back = end;

        while (back > first && self->inside[back - 1] == 0)
          back--;
        end = back > first ? back : end;
        break;
      }
  while (end > first && self->inside[end - 1] == 0 && _pm_frames_is_end_mark (&tokens[end - 1]))
    end--;
  return end;
}

static gboolean
opens_after_hearer (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  return token->kind != PM_TOKEN_WORD || _pm_context_get_mention (self->context, i) != NULL ||
         pm_token_is (token, PM_WORD_THAT | PM_WORD_DETERMINER | PM_WORD_PRONOUN |
                                 PM_WORD_PREPOSITION | PM_WORD_INFINITIVE | PM_WORD_CALENDAR);
}

/* Marks that are part of a name: "Canal+". */
static guint
skip_marks (PmFrames *self, guint i, guint limit)
{
  const PmToken *tokens = self->tokens->tokens;

  while (i < limit && tokens[i].kind == PM_TOKEN_MARK && tokens[i].gap == PM_GAP_NONE &&
         !_pm_frames_is_end_mark (&tokens[i]))
    i++;
  return i;
}

/* The end of a name that is the hearer, with what is joined to it: "Canal+", "CNN's Peter Falk". */
static guint
skip_name (PmFrames *self, guint i, guint limit)
{
  const PmToken *tokens = self->tokens->tokens;
  guint k = skip_marks (self, _pm_context_get_mention (self->context, i)->range.end, limit);

  if (k + 1 < limit && tokens[k].kind == PM_TOKEN_POSSESSIVE)
    {
      k++;
      if (_pm_context_get_mention (self->context, k) != NULL)
        return skip_name (self, k, limit);
      return k + 1;
    }
  return k;
}

static guint
find_hearer_end (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, i + MAX_ASIDE);
  guint k = i;
  guint n;

  if (pm_token_is (&tokens[i], PM_WORD_INFINITIVE))
    return i;
  for (n = i; n < MIN (limit, i + 12); n++)
    if (pm_token_is (&tokens[n], PM_WORD_THAT) || pm_token_has (&tokens[n], PM_TRAIT_QUESTION))
      return n;
    else if (self->inside[n] > 0 || tokens[n].mark == ':' || tokens[n].mark == ',')
      break;
  /* "warns on wages" */
  if (n == i || (pm_token_is (&tokens[i], PM_WORD_OF | PM_WORD_PREPOSITION) &&
                 tokens[i].letters == PM_CASE_LOWER))
    return i;
  while (k < limit && pm_token_is (&tokens[k], PM_WORD_DETERMINER | PM_WORD_DEMONYM))
    k++;
  if (k < limit && _pm_context_get_mention (self->context, k) != NULL)
    return skip_name (self, k, limit);
  for (n = k; n < MIN (limit, k + MAX_HEARER); n++)
    if (_pm_context_get_mention (self->context, n) != NULL)
      {
        guint end = skip_name (self, n, limit);

        return end >= limit || opens_after_hearer (self, end) ? end : n;
      }
    else if (n > k &&
             (tokens[n].kind != PM_TOKEN_WORD || pm_token_is (&tokens[n], PM_WORD_FUNCTION)))
      break;
  return MIN (skip_marks (self, k + 1, limit), limit);
}

guint
_pm_frames_skip_hearer (PmFrames *self, guint i)
{
  guint end = find_hearer_end (self, i);

  /* "has promised his neighbours would be told": they are no hearers. */
  if (end < self->unit.end && self->inside[end] == 0 &&
      _pm_frames_has_finite_verb (self, (PmTokenRange){ end, end + 1 }))
    return i;
  return end;
}

static gboolean
is_place (PmFrames *self, guint i)
{
  const PmMention *mention = _pm_context_get_mention (self->context, i);

  return mention != NULL && mention->range.first == i && mention->type == PM_ENTITY_PLACE;
}

/* "said, in a video, that"; "replied, also by letter, that". */
static guint
skip_aside_between_commas (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, i + MAX_ASIDE);

  for (guint n = i + 1; n < limit && self->inside[n] == 0; n++)
    if (tokens[n].mark == ',')
      return n + 1 < limit && pm_token_is (&tokens[n + 1], PM_WORD_THAT) ? n + 1 : i;
    else if (pm_token_is (&tokens[n], PM_WORD_THAT))
      return n == i + 1 ? n : i;
  return i;
}

guint
_pm_frames_skip_aside (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, i + MAX_ASIDE);
  PmCue cue;

  if (i < limit && tokens[i].mark == ',')
    return skip_aside_between_commas (self, i);
  /* "what she says is that" */
  if (i + 1 < limit && pm_token_is (&tokens[i], PM_WORD_BE) &&
      pm_token_is (&tokens[i + 1], PM_WORD_THAT))
    return i + 1;
  /* "said privately that", "wondered aloud whether" */
  if (i + 1 < limit && tokens[i].letters == PM_CASE_LOWER && self->inside[i + 1] == 0 &&
      ((pm_token_is (&tokens[i + 1], PM_WORD_THAT) && _pm_speakers_is_between (self->tokens, i) &&
        !(i + 3 < limit && pm_token_is (&tokens[i + 3], PM_WORD_THAT))) ||
       (pm_token_has (&tokens[i + 1], PM_TRAIT_QUESTION) &&
        !pm_token_is (&tokens[i], PM_WORD_FUNCTION))))
    return i + 1;
  for (guint n = i; n < limit; n++)
    {
      /* "said later that day that" */
      if (pm_token_is (&tokens[n], PM_WORD_THAT))
        return n + 2 < limit && pm_token_is (&tokens[n + 2], PM_WORD_THAT) ? n + 2 : n;
      if (self->inside[n] > 0 || _pm_frames_match_cue (self, n, &cue) ||
          (n == i && !pm_token_is (&tokens[n], PM_WORD_PREPOSITION | PM_WORD_CALENDAR |
                                                   PM_WORD_TIME | PM_WORD_AUXILIARY)))
        break;
    }
  while (i < limit)
    if (pm_token_is (&tokens[i], PM_WORD_CALENDAR))
      i++;
    else if (i + 1 < limit && pm_token_is (&tokens[i], PM_WORD_PREPOSITION) &&
             pm_token_is (&tokens[i + 1], PM_WORD_CALENDAR))
      i += 2;
    else if (i + 2 < limit && pm_token_is (&tokens[i], PM_WORD_PREPOSITION) &&
             pm_token_is (&tokens[i + 1], PM_WORD_DETERMINER) &&
             pm_token_is (&tokens[i + 2], PM_WORD_SAY_NOUN))
      i += 3;
    else if (i + 3 < limit && pm_token_is (&tokens[i], PM_WORD_PREPOSITION) &&
             pm_token_is (&tokens[i + 1], PM_WORD_DETERMINER) &&
             pm_token_is (&tokens[i + 3], PM_WORD_SAY_NOUN))
      i += 4;
    else if (i + 1 < limit && pm_token_is (&tokens[i], PM_WORD_PLACE_CUE) && is_place (self, i + 1))
      i = _pm_context_get_mention (self->context, i + 1)->range.end;
    else
      break;
  return i;
}

guint
_pm_frames_skip_to_pause (PmFrames *self, guint i, const PmCue *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  guint from = i;

  if (i < self->unit.end && tokens[i].kind == PM_TOKEN_MARK)
    return tokens[i].mark == ':' || _pm_frames_is_end_mark (&tokens[i]) ? i : 0;
  if (i < self->unit.end &&
      !(cue->classes & PM_WORD_TELL && !pm_token_is (&tokens[i], PM_WORD_THAT)) &&
      !pm_token_is (&tokens[i], PM_WORD_TIME | PM_WORD_CALENDAR | PM_WORD_PREPOSITION |
                                    PM_WORD_PLURAL | PM_WORD_AUXILIARY))
    {
      /* "added a week later" */
      if (!(i + 2 < self->unit.end && pm_token_is (&tokens[i], PM_WORD_DETERMINER) &&
            pm_token_is (&tokens[i + 2], PM_WORD_TIME)))
        return 0;
    }
  for (; i < self->unit.end && i < from + 14; i++)
    {
      if (tokens[i].kind == PM_TOKEN_MARK && _pm_frames_is_end_mark (&tokens[i]))
        return i;
      /* "in a letter to the club" */
      if (i + 1 < self->unit.end && pm_token_is (&tokens[i], PM_WORD_INFINITIVE) &&
          (pm_token_is_article (&tokens[i + 1]) ||
           _pm_context_get_mention (self->context, i + 1) != NULL))
        continue;
      if (self->inside[i] > 0 ||
          pm_token_is (&tokens[i], PM_WORD_THAT | PM_WORD_BE | PM_WORD_HE | PM_WORD_SHE |
                                       PM_WORD_THEY | PM_WORD_INFINITIVE) ||
          pm_token_has (&tokens[i], PM_TRAIT_FINITE))
        return 0;
    }
  return i >= self->unit.end ? i : 0;
}

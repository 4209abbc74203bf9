/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* What a verb of speech takes after it: a clause, a question, a wish, a thing. */

/* "maintains it acted well" has a clause behind it, "maintains it" has not. */
#define MIN_PRONOUN_CLAUSE 2
/* Between "urged" and its "to". */
#define MAX_TO_INFINITIVE 12

static gboolean
opens_clause (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  if (token->kind == PM_TOKEN_NUMBER || pm_token_is (token, PM_WORD_PRONOUN | PM_WORD_DETERMINER) ||
      _pm_context_get_mention (self->context, i) != NULL)
    return TRUE;
  if (token->kind != PM_TOKEN_WORD ||
      pm_token_is (token, PM_WORD_INFINITIVE | PM_WORD_AND | PM_WORD_WHO | PM_WORD_PREPOSITION |
                              PM_WORD_OF | PM_WORD_CALENDAR))
    return FALSE;
  return TRUE;
}

/* "$3bn" */
static gboolean
is_amount (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  return token->kind == PM_TOKEN_MARK && i + 1 < self->unit.end &&
         token[1].kind == PM_TOKEN_NUMBER && token[1].gap == PM_GAP_NONE;
}

/* Whether a clause without a "that" may be what the verb reports. */
static gboolean
may_report_bare (PmFrames *self, const PmCue *cue, PmTokenRange clause)
{
  PmTokenRange opening = { clause.first, MIN (clause.end, clause.first + 14) };

  /* "what they agreed was hard to say" */
  if (clause.end < clause.first + PM_MIN_CLAUSE ||
      (self->inside[clause.first] == 0 &&
       pm_token_is (&self->tokens->tokens[clause.first], PM_WORD_BE)))
    return FALSE;
  if (cue->classes & PM_WORD_SAY_SURE && _pm_frames_has_finite_verb (self, clause))
    return (self->tokens->tokens[clause.first].kind != PM_TOKEN_MARK ||
            is_amount (self, clause.first)) &&
           !pm_token_is (&self->tokens->tokens[clause.first], PM_WORD_INFINITIVE | PM_WORD_AND);
  if (!opens_clause (self, clause.first))
    return FALSE;
  if (cue->classes & PM_WORD_SAY_SURE)
    return TRUE;
  if (cue->classes & PM_WORD_SAY_BARE && clause.end > clause.first + MIN_PRONOUN_CLAUSE &&
      pm_token_is (&self->tokens->tokens[clause.first], PM_WORD_PRONOUN))
    return TRUE;
  return (cue->classes & PM_WORD_SAY_BARE) != 0 && _pm_frames_has_finite_verb (self, opening);
}

/* "urged residents to stay", "told staff to learn", "urged Ghent to wait": from the hearer on when
 * that is part of the wish, from the "to" on behind "told" and behind a name. */
static PmTokenRange
find_wish (PmFrames *self, const PmCue *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = cue->words.end;
  guint limit = MIN (self->unit.end, first + MAX_TO_INFINITIVE);
  PmTokenRange none = { 0, 0 };
  gboolean apart = cue->classes & PM_WORD_SAY_SURE;

  if ((cue->traits & (PM_TRAIT_URGE | PM_TRAIT_TO)) == 0)
    return none;
  for (guint i = first; i + 1 < limit && self->inside[i] == 0; i++)
    {
      apart |= cue->classes & PM_WORD_TELL && _pm_context_get_mention (self->context, i) != NULL;
      if (pm_token_is (&tokens[i], PM_WORD_INFINITIVE) && tokens[i + 1].kind != PM_TOKEN_NUMBER &&
          tokens[i + 1].kind != PM_TOKEN_MARK && (i > first || cue->traits & PM_TRAIT_TO) &&
          !pm_token_is (&tokens[i + 1], PM_WORD_DETERMINER))
        return (PmTokenRange){ apart ? i - pm_token_is (&tokens[i - 1], PM_WORD_NEGATION) : first,
                               _pm_frames_find_clause_end (self, i) };
      if ((cue->traits & PM_TRAIT_URGE) == 0 ||
          pm_token_is (&tokens[i], PM_WORD_BE | PM_WORD_THAT | PM_WORD_HE | PM_WORD_SHE))
        return none;
    }
  return none;
}

/* "predicts a squeeze": a thing that is said, up to the comma. */
static PmTokenRange
find_thing (PmFrames *self, const PmCue *cue, guint first)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange thing = { first, _pm_frames_find_clause_end (self, first) };

  if ((cue->traits & PM_TRAIT_THING) == 0 ||
      !(tokens[first].kind == PM_TOKEN_NUMBER || tokens[first].kind == PM_TOKEN_WORD) ||
      pm_token_is (&tokens[first], PM_WORD_PREPOSITION | PM_WORD_AND | PM_WORD_PRONOUN |
                                       PM_WORD_INFINITIVE | PM_WORD_CALENDAR))
    return (PmTokenRange){ 0, 0 };
  for (guint i = first; i < thing.end; i++)
    if (tokens[i].mark == ',' && self->inside[i] == 0 && i + 1 < thing.end &&
        !pm_token_is_capital (&tokens[i + 1]))
      thing.end = i;
  return thing;
}

/* "a juror who said": a relative clause, which a comma ends. */
static gboolean
is_relative (PmFrames *self, const PmCue *cue)
{
  guint i = cue->words.first;

  while (i > self->unit.first && _pm_speakers_is_between (self->tokens, i - 1))
    i--;
  return i > self->unit.first && pm_token_is (&self->tokens->tokens[i - 1], PM_WORD_WHO) &&
         self->tokens->tokens[i - 1].letters == PM_CASE_LOWER;
}

static guint
find_comma (PmFrames *self, PmTokenRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (self->tokens->tokens[i].mark == ',' && self->inside[i] == 0 && i > range.first)
      return i;
  return range.end;
}

/* "whether it is true", but not "when asked" */
static gboolean
opens_question (PmFrames *self, PmTokenRange clause)
{
  const PmToken *first = &self->tokens->tokens[clause.first];

  return pm_token_has (first, PM_TRAIT_QUESTION) &&
         !(clause.first + 1 < clause.end && pm_token_is (first, PM_WORD_PREPOSITION) &&
           pm_token_is (first + 1, PM_WORD_SAY));
}

/* "Union urges firm to pay" tells what was done; what somebody said, a headline "says". */
static gboolean
is_headline (PmFrames *self)
{
  const PmToken *last = &self->tokens->tokens[self->unit.end - 1];

  return self->paragraph == 1 && self->unit.first == 0 && self->unit.end < self->tokens->n_tokens &&
         self->tokens->tokens[self->unit.end].gap == PM_GAP_PARAGRAPH &&
         last->kind == PM_TOKEN_WORD;
}

PmTokenRange
_pm_frames_find_complement (PmFrames *self, const PmCue *cue, guint i, gboolean that)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange clause;

  if (is_headline (self) && (cue->classes & PM_WORD_SAY_SURE) == 0)
    return (PmTokenRange){ 0, 0 };
  if (!that && !(i < self->unit.end && pm_token_has (&tokens[i], PM_TRAIT_QUESTION)))
    {
      clause = find_wish (self, cue);
      if (clause.end > clause.first)
        return clause;
    }
  while (i < self->unit.end && tokens[i].mark == ',' &&
         (that || pm_token_is (&tokens[self->unit.first], PM_WORD_PREPOSITION)))
    i++;
  if (i >= self->unit.end)
    return (PmTokenRange){ 0, 0 };
  clause = (PmTokenRange){ i, _pm_frames_find_clause_end (self, i) };
  if (is_relative (self, cue))
    clause.end = find_comma (self, clause);
  if (that || (opens_question (self, clause) && cue->classes & (PM_WORD_SAY_BARE | PM_WORD_TELL)))
    return clause.end > clause.first + 1 ? clause : (PmTokenRange){ 0, 0 };
  return may_report_bare (self, cue, clause) ? clause : find_thing (self, cue, i);
}

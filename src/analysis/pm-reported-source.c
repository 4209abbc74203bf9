/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* "According to": the words after it name who speaks, the clause behind them or before it is what
 * that source says. */

/* The words after "according to": up to the comma, past an apposition that names somebody. */
static PmTokenRange
find_source_words (PmFrames *self, guint first)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, first + 24);
  guint end = first;
  const PmMention *next;

  while (end < limit && !_pm_frames_is_end_mark (&tokens[end]) && self->inside[end] == 0)
    end++;
  if (end + 1 < limit && tokens[end].mark == ',')
    {
      next = _pm_context_get_mention (self->context, end + 1);
      if (next != NULL && next->type == PM_ENTITY_PERSON && next->range.end < limit &&
          _pm_frames_is_end_mark (&tokens[next->range.end]))
        return (PmTokenRange){ first, next->range.end };
      return (PmTokenRange){ first, end };
    }
  if (end < self->unit.end && _pm_frames_is_end_mark (&tokens[end]) && first > self->unit.first + 4)
    return (PmTokenRange){ first, end };
  for (guint i = first; i < limit; i++)
    {
      next = _pm_context_get_mention (self->context, i);
      if (next != NULL && next->type <= PM_ENTITY_ORGANISATION)
        return (PmTokenRange){ first, next->range.end };
    }
  return (PmTokenRange){ first, MIN (end, first + 4) };
}

/* "According to Anna Lind, a nurse, …" */
static gboolean
is_apposition (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean somebody = FALSE;
  guint end = i;

  if (!pm_token_is (&tokens[i], PM_WORD_DETERMINER))
    return FALSE;
  for (; end < self->unit.end && tokens[end].mark != ',' && self->inside[end] == 0; end++)
    somebody |= pm_token_is (&tokens[end], PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_ORG_HEAD);
  return somebody && !_pm_frames_has_finite_verb (self, (PmTokenRange){ i, end }) &&
         !_pm_speakers_has_verb (self->tokens, i, end);
}

/* "according to their paper, published in Nature" */
static gboolean
is_participle (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  return token->letters == PM_CASE_LOWER && !pm_token_is (token, PM_WORD_FUNCTION | PM_WORD_SAY) &&
         _pm_speakers_has_verb (self->tokens, i, i + 1);
}

static guint
skip_asides_after_source (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;

  while (i < self->unit.end && tokens[i].mark == ',')
    {
      guint k = i + 1;

      i++;
      if (k >= self->unit.end ||
          !(is_apposition (self, k) || is_participle (self, k) ||
            pm_token_is (&tokens[k], PM_WORD_SAY_PART | PM_WORD_WHO | PM_WORD_PREPOSITION)) ||
          pm_token_is (&tokens[k], PM_WORD_PLACE_CUE))
        break;
      while (k < self->unit.end && tokens[k].mark != ',')
        k++;
      if (k + PM_MIN_CLAUSE >= self->unit.end)
        return self->unit.end;
      i = k;
    }
  return i;
}

/* "According to the Herald, Anna Lind said …": she says it. */
static gboolean
tells_of_speech (PmFrames *self, PmTokenRange clause)
{
  PmCue cue;

  for (guint i = clause.first + 1; i < clause.end; i++)
    if (_pm_frames_match_cue (self, i, &cue) && cue.classes & PM_WORD_SAY_SURE)
      {
        g_auto (PmSpeaker) speaker = { .entity = -1 };

        return _pm_speakers_find_before (self->speakers, clause.first, i, &speaker) &&
               speaker.words.first <= clause.first + 1 && speaker.entity >= 0;
      }
  return FALSE;
}

void
_pm_frames_read_according (PmFrames *self, guint start, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange cue = { i, i + tokens[i].phrase_words };
  PmTokenRange words = cue.end < self->unit.end ? find_source_words (self, cue.end) : cue;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint m = _pm_frames_find_marked (self, words.end);
  PmTokenRange clause;

  if (words.end <= words.first || words.first == cue.first ||
      !_pm_speakers_resolve (self->speakers, words, &speaker))
    return;
  if (m > 0 && _pm_frames_get_marked (self, m - 1)->range.first <= words.end + 1)
    {
      _pm_frames_emit_marked (self, m - 1, &speaker, cue);
      return;
    }
  clause.first = skip_asides_after_source (self, words.end);
  clause.end = _pm_frames_find_clause_end (self, clause.first);
  /* "Anna Lind said it was over, according to two people present": she says it. */
  if (tells_of_speech (self, clause) || (i > start + 2 && _pm_frames_is_used (self, i - 2)))
    return;
  if (i > start + PM_MIN_CLAUSE && clause.end < clause.first + PM_MIN_CLAUSE + 2)
    _pm_frames_emit_clause (self, (PmTokenRange){ start, i }, &speaker, cue);
  else if (clause.end >= clause.first + PM_MIN_CLAUSE)
    _pm_frames_emit_clause (self, clause, &speaker, cue);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Reported speech. A verb of speech with a subject reports the clause after it, or, at the end of
 * a sentence, the clause before it. */

#define MIN_CLAUSE 3
/* Quoted words further from the verb than this are not what it says. */
#define MAX_TO_OBJECT 14

static gboolean
is_end_mark (const PmToken *token)
{
  return token->mark == '.' || token->mark == '!' || token->mark == '?' || token->mark == ',' ||
         token->mark == ';' || token->mark == ':';
}

/* Where the clause from @first on ends within the unit. */
static guint
find_clause_end (PmFrames *self, guint first)
{
  const PmToken *tokens = self->tokens->tokens;
  guint end = first;

  while (end < self->unit.end)
    {
      if (end > first && self->inside[end] == 0 && tokens[end].mark == ':' &&
          end + 1 < self->unit.end && self->inside[end + 1] > 0)
        {
          guint back = end;

          while (back > first && self->inside[back - 1] == 0)
            back--;
          end = back > first ? back : end;
          break;
        }
      if (end > first && self->inside[end] == 0 &&
          (tokens[end].mark == ';' || (tokens[end].mark == ',' && end + 1 < self->unit.end &&
                                       pm_token_is (&tokens[end + 1], PM_WORD_SAY_PART))))
        break;
      end++;
    }
  while (end > first && self->inside[end - 1] == 0 && is_end_mark (&tokens[end - 1]))
    end--;
  return end;
}

static gboolean
has_finite_verb (PmFrames *self, guint first, guint end)
{
  const PmToken *tokens = self->tokens->tokens;

  for (guint i = first; i < end; i++)
    if (pm_token_is (&tokens[i], PM_WORD_BE) ||
        (pm_token_is (&tokens[i], PM_WORD_AUXILIARY) && pm_token_is (&tokens[i], PM_WORD_FUNCTION)))
      return TRUE;
  return FALSE;
}

/* Steps over the hearer of "told": "reporters", "the court", "CNN's Peter Falk". */
static guint
skip_hearer (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, i + 8);
  guint k = i;

  for (guint n = i; n < limit; n++)
    if (pm_token_is (&tokens[n], PM_WORD_THAT) || self->inside[n] > 0 || tokens[n].mark == ':' ||
        tokens[n].mark == ',')
      return n;
  while (k < limit && pm_token_is (&tokens[k], PM_WORD_DETERMINER | PM_WORD_DEMONYM))
    k++;
  if (k < limit && _pm_context_get_mention (self->context, k) != NULL)
    {
      k = _pm_context_get_mention (self->context, k)->range.end;
      if (k < limit && tokens[k].kind == PM_TOKEN_POSSESSIVE)
        return skip_hearer (self, k + 1);
      return k;
    }
  return MIN (k + 1, limit);
}

static gboolean
is_place (PmFrames *self, guint i)
{
  const PmMention *mention = _pm_context_get_mention (self->context, i);

  return mention != NULL && mention->range.first == i && mention->type == PM_ENTITY_PLACE;
}

/* Steps over "on Thursday", "in a statement", "during comments at the White House that". Without a
 * "that" only short asides are stepped over. */
static guint
skip_aside (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, i + 16);

  for (guint n = i; n < limit; n++)
    {
      guint64 classes;

      if (pm_token_is (&tokens[n], PM_WORD_THAT))
        return n;
      if (self->inside[n] > 0 || _pm_frames_match_cue (self, n, &classes) > 0 ||
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
    else if (i + 1 < limit && pm_token_is (&tokens[i], PM_WORD_PLACE_CUE) && is_place (self, i + 1))
      i = _pm_context_get_mention (self->context, i + 1)->range.end;
    else
      break;
  return i;
}

/* Takes the marked stretches of @range as parts of the reported clause. Returns how many. */
static guint
take_marked (PmFrames *self, PmTokenRange range)
{
  guint taken = 0;

  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      const PmMarked *marked = _pm_frames_get_marked (self, m);

      if (self->done[m] || marked->range.first < range.first || marked->range.end > range.end)
        continue;
      self->done[m] = TRUE;
      taken++;
    }
  return taken;
}

/* The first marked stretch of the unit at or after @i that is still free, plus one; 0 for none. */
static guint
find_marked (PmFrames *self, guint i)
{
  for (guint m = self->first_marked; m < self->end_marked; m++)
    if (!self->done[m] && _pm_frames_get_marked (self, m)->range.first >= i)
      return m + 1;
  return 0;
}

/* The words of a stretch after its cue: a sentence of its own, or part of the writer's. */
static void
emit_marked (PmFrames *self, guint m, const PmSpeaker *speaker, PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange range = _pm_frames_get_marked (self, m)->range;
  const PmToken *before = &tokens[range.first - 1];
  gboolean capital = range.first + 1 < range.end &&
                     tokens[range.first + 1].letters >= PM_CASE_TITLE;
  gboolean adjacent = range.first == cue.end && range.end - range.first > 7;
  PmQuoteKind kind = before->mark == ':' || before->mark == ',' || adjacent ||
                             (capital && !pm_token_is (before, PM_WORD_FUNCTION))
                         ? PM_QUOTE_DIRECT
                         : PM_QUOTE_MIXED;

  self->done[m] = TRUE;
  _pm_frames_emit (self, kind, range, speaker, cue);
}

static gboolean
opens_clause (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  if (token->kind == PM_TOKEN_NUMBER || pm_token_is (token, PM_WORD_PRONOUN | PM_WORD_DETERMINER) ||
      _pm_context_get_mention (self->context, i) != NULL)
    return TRUE;
  if (token->kind != PM_TOKEN_WORD ||
      pm_token_is (token, PM_WORD_INFINITIVE | PM_WORD_AND | PM_WORD_WHO | PM_WORD_PLACE_CUE |
                              PM_WORD_OF | PM_WORD_CALENDAR))
    return FALSE;
  return TRUE;
}

/* Whether the marked stretch @m, right after the cue and its asides, is all that the cue says. */
static gboolean
is_all_said (PmFrames *self, guint m, guint i)
{
  PmTokenRange range = _pm_frames_get_marked (self, m)->range;
  gboolean parted = self->tokens->tokens[i].kind == PM_TOKEN_MARK;

  if (range.first > i + 1 || (range.first != i && !parted))
    return FALSE;
  return parted || find_clause_end (self, i) <= range.end + 1 || range.end - i > 12;
}

/* Whether the verb may report @clause, with or without a "that" before it. */
static gboolean
may_report (PmFrames *self, guint64 classes, gboolean that, PmTokenRange clause)
{
  if (clause.end < clause.first + MIN_CLAUSE)
    return FALSE;
  if (that)
    return TRUE;
  if (!opens_clause (self, clause.first))
    return FALSE;
  return (classes & (PM_WORD_SAY_SURE | PM_WORD_TELL)) != 0 ||
         (classes & PM_WORD_SAY_BARE &&
          has_finite_verb (self, clause.first, MIN (clause.end, clause.first + 8)));
}

/* The quoted words nearest after a cue that reports no clause. */
static gboolean
read_object (PmFrames *self, guint m, const PmSpeaker *speaker, PmTokenRange cue)
{
  if (m == 0 || _pm_frames_get_marked (self, m - 1)->range.first > cue.end + MAX_TO_OBJECT)
    return FALSE;
  emit_marked (self, m - 1, speaker, cue);
  return TRUE;
}

/* Steps over the hearer and the asides between a cue and what it says. */
static guint
skip_to_clause (PmFrames *self, guint i, guint64 classes)
{
  if (classes & PM_WORD_TELL && i < self->unit.end)
    i = skip_hearer (self, i);
  return i < self->unit.end ? skip_aside (self, i) : i;
}

/* Reads what a cue with its subject says after it. Returns whether it says anything. */
static gboolean
read_after_cue (PmFrames *self, PmTokenRange cue, guint64 classes, const PmSpeaker *speaker)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = skip_to_clause (self, cue.end, classes);
  guint m = find_marked (self, cue.end);
  PmTokenRange clause;
  gboolean that;

  if (i >= self->unit.end)
    return FALSE;
  that = pm_token_is (&tokens[i], PM_WORD_THAT);
  if (!that && m > 0 && is_all_said (self, m - 1, i))
    return read_object (self, m, speaker, cue);
  i += that;
  while (i < self->unit.end && tokens[i].mark == ',' &&
         (that || pm_token_is (&tokens[self->unit.first], PM_WORD_PREPOSITION)))
    i++;
  clause = (PmTokenRange){ i, find_clause_end (self, i) };
  if (!may_report (self, classes, that, clause))
    return read_object (self, m, speaker, cue);
  if (m > 0 && _pm_frames_get_marked (self, m - 1)->range.first < clause.end &&
      tokens[_pm_frames_get_marked (self, m - 1)->range.first - 1].mark == ':')
    return read_object (self, m, speaker, cue);
  _pm_frames_emit (self, take_marked (self, clause) > 0 ? PM_QUOTE_MIXED : PM_QUOTE_INDIRECT,
                   clause, speaker, cue);
  return TRUE;
}

/* Only the time, the place and the hearer may stand between a closing cue and the full stop. */
static gboolean
closes_unit (PmFrames *self, guint i, guint64 classes)
{
  const PmToken *tokens = self->tokens->tokens;

  if (i + 1 < self->unit.end && tokens[i].mark == ',' &&
      pm_token_is (&tokens[i + 1], PM_WORD_SAY_PART | PM_WORD_PREPOSITION))
    return TRUE;
  if (self->unit.end - i > 14)
    return FALSE;
  if (classes & PM_WORD_TELL && self->unit.end - i < 7 &&
      _pm_context_get_mention (self->context, i) != NULL)
    return TRUE;
  for (guint k = i; k < self->unit.end; k++)
    if (self->inside[k] > 0 || pm_token_is (&tokens[k], PM_WORD_THAT | PM_WORD_BE) ||
        (k == i && pm_token_is (&tokens[k], PM_WORD_DETERMINER | PM_WORD_PRONOUN)))
      return FALSE;
  return i >= self->unit.end || tokens[i].kind == PM_TOKEN_MARK ||
         pm_token_is (&tokens[i],
                      PM_WORD_TIME | PM_WORD_CALENDAR | PM_WORD_PREPOSITION | PM_WORD_PLURAL);
}

static void
emit_before (PmFrames *self, guint first, guint end, const PmSpeaker *speaker, PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange clause = { first, end };

  while (clause.end > clause.first && is_end_mark (&tokens[clause.end - 1]))
    clause.end--;
  while (clause.first < clause.end && pm_token_is (&tokens[clause.first], PM_WORD_AND))
    clause.first++;
  if (clause.end < clause.first + MIN_CLAUSE)
    return;
  _pm_frames_emit (self, take_marked (self, clause) > 0 ? PM_QUOTE_MIXED : PM_QUOTE_INDIRECT,
                   clause, speaker, cue);
}

/* "The storm has passed, officials said." Also turned round: ", said a dealer". */
static gboolean
read_closing_cue (PmFrames *self, guint limit, PmTokenRange cue, guint64 classes)
{
  const PmToken *tokens = self->tokens->tokens;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint end;

  if (cue.first > limit + MIN_CLAUSE && tokens[cue.first - 1].mark == ',' &&
      _pm_speakers_find_after (self->speakers, cue.end, self->unit.end, &speaker, &end) &&
      self->unit.end - end < 24 && (end == self->unit.end || is_end_mark (&tokens[end])) &&
      !has_finite_verb (self, cue.end, end))
    {
      emit_before (self, limit, cue.first, &speaker, cue);
      return TRUE;
    }
  _pm_speaker_clear (&speaker);
  if (!closes_unit (self, cue.end, classes) ||
      !_pm_speakers_find_before (self->speakers, limit, cue.first, &speaker))
    return FALSE;
  if (speaker.words.first < limit + MIN_CLAUSE || tokens[speaker.words.first - 1].mark != ',')
    return FALSE;
  emit_before (self, limit, speaker.words.first, &speaker, cue);
  return TRUE;
}

/* The words after "according to": up to the comma, past an apposition that names somebody. */
static PmTokenRange
find_source_words (PmFrames *self, guint first)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = MIN (self->unit.end, first + 24);
  guint end = first;
  const PmMention *next;

  while (end < limit && !is_end_mark (&tokens[end]) && self->inside[end] == 0)
    end++;
  if (end + 1 < limit && tokens[end].mark == ',')
    {
      next = _pm_context_get_mention (self->context, end + 1);
      if (next != NULL && next->type == PM_ENTITY_PERSON && next->range.end < limit &&
          is_end_mark (&tokens[next->range.end]))
        return (PmTokenRange){ first, next->range.end };
      return (PmTokenRange){ first, end };
    }
  if (end < self->unit.end && is_end_mark (&tokens[end]) && first > self->unit.first + 4)
    return (PmTokenRange){ first, end };
  for (guint i = first; i < limit; i++)
    {
      next = _pm_context_get_mention (self->context, i);
      if (next != NULL && next->type <= PM_ENTITY_ORGANISATION)
        return (PmTokenRange){ first, next->range.end };
    }
  return (PmTokenRange){ first, MIN (end, first + 4) };
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
          !pm_token_is (&tokens[k], PM_WORD_SAY_PART | PM_WORD_WHO | PM_WORD_PREPOSITION) ||
          pm_token_is (&tokens[k], PM_WORD_PLACE_CUE))
        break;
      while (k < self->unit.end && tokens[k].mark != ',')
        k++;
      if (k + MIN_CLAUSE >= self->unit.end)
        break;
      i = k;
    }
  return i;
}

static void
read_according (PmFrames *self, guint i)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange cue = { i, i + tokens[i].phrase_words };
  PmTokenRange words = cue.end < self->unit.end ? find_source_words (self, cue.end) : cue;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint m = find_marked (self, words.end);
  PmTokenRange clause;

  if (words.end <= words.first || words.first == cue.first ||
      !_pm_speakers_resolve (self->speakers, words, &speaker))
    return;
  if (m > 0 && _pm_frames_get_marked (self, m - 1)->range.first <= words.end + 1)
    {
      emit_marked (self, m - 1, &speaker, cue);
      return;
    }
  clause.first = skip_asides_after_source (self, words.end);
  clause.end = find_clause_end (self, clause.first);
  if (i > self->unit.first + MIN_CLAUSE && clause.end < clause.first + MIN_CLAUSE + 2)
    emit_before (self, self->unit.first, i, &speaker, cue);
  else if (clause.end >= clause.first + MIN_CLAUSE)
    _pm_frames_emit (self, take_marked (self, clause) > 0 ? PM_QUOTE_MIXED : PM_QUOTE_INDIRECT,
                     clause, &speaker, cue);
}

/* "Obama tweeted:" and the quotation is a paragraph of its own. */
static void
await_quote (PmFrames *self, PmTokenRange cue, const PmSpeaker *speaker)
{
  _pm_speaker_clear (&self->carried);
  _pm_speaker_copy (speaker, &self->carried);
  self->carried_cue = cue;
  self->carried_unit = self->unit.first;
  self->carried_paragraph = self->paragraph;
  self->carried_direct = TRUE;
}

/* Whether a quotation of this unit already rests on the verb at @i. */
static gboolean
is_used (PmFrames *self, guint i)
{
  const GPtrArray *quotes = self->context->analysis->quotes;
  gsize at = self->tokens->tokens[i].span.start;

  for (guint k = quotes->len; k > 0 && quotes->len - k < 8; k--)
    {
      const PmQuote *quote = g_ptr_array_index (quotes, k - 1);

      if (quote->cue.start <= at && at < quote->cue.end)
        return TRUE;
      if (quote->kind != PM_QUOTE_DIRECT && quote->span.start <= at && at < quote->span.end)
        return TRUE;
    }
  return FALSE;
}

void
_pm_frames_read_reported (PmFrames *self)
{
  guint limit = self->unit.first;

  for (guint i = self->unit.first; i < self->unit.end; i++)
    {
      const PmToken *token = &self->tokens->tokens[i];
      g_auto (PmSpeaker) speaker = { .entity = -1 };
      guint64 classes;
      guint n;

      if (self->inside[i] > 0 || token->mark == ';')
        {
          limit = i + 1;
          continue;
        }
      if (token->phrase_words > 1 && token->phrase_classes & PM_WORD_ACCORDING &&
          !is_used (self, i))
        {
          read_according (self, i);
          continue;
        }
      n = _pm_frames_match_cue (self, i, &classes);
      if (n == 0 || is_used (self, i))
        continue;
      if (read_closing_cue (self, limit, (PmTokenRange){ i, i + n }, classes))
        return;
      if (!_pm_speakers_find_before (self->speakers, limit, i, &speaker))
        continue;
      if (read_after_cue (self, (PmTokenRange){ i, i + n }, classes, &speaker))
        limit = i + n;
      else if (self->tokens->tokens[self->unit.end - 1].mark == ':' && i + 24 > self->unit.end)
        await_quote (self, (PmTokenRange){ i, i + n }, &speaker);
    }
}

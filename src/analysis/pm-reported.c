/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Reported speech. A verb of speech with a subject reports the clause after it, or, behind a comma,
 * the clause before it or around it. Which clauses a verb takes, the language says. */

/* Quoted words further from the verb than this are not what it says. */
#define MAX_TO_OBJECT 14
/* How far from its end the last cue of a sentence may be. */
#define MAX_LAST_CUE 12
/* "quoted its director, Anna Lind, as": between the verb and the "as". */
#define MAX_QUOTED 14

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

guint
_pm_frames_find_marked (PmFrames *self, guint i)
{
  for (guint m = self->first_marked; m < self->end_marked; m++)
    if (!self->done[m] && _pm_frames_get_marked (self, m)->range.first >= i)
      return m + 1;
  return 0;
}

void
_pm_frames_emit_marked (PmFrames *self, guint m, const PmSpeaker *speaker, PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange range = _pm_frames_get_marked (self, m)->range;
  const PmToken *before = &tokens[range.first - 1];
  gboolean capital = range.first + 1 < range.end &&
                     tokens[range.first + 1].letters >= PM_CASE_TITLE;
  gboolean adjacent = range.first == cue.end && range.end - range.first > 7 &&
                      !pm_token_is (&tokens[cue.first], PM_WORD_NAMING);
  PmQuoteKind kind = before->mark == ':' || before->mark == ',' || adjacent ||
                             (capital && !pm_token_is (before, PM_WORD_FUNCTION))
                         ? PM_QUOTE_DIRECT
                         : PM_QUOTE_MIXED;

  self->done[m] = TRUE;
  _pm_frames_emit (self, kind, range, speaker, cue);
}

/* Whether the marked stretch @m, right after the cue and its asides, is all that the cue says. */
static gboolean
is_all_said (PmFrames *self, guint m, guint i)
{
  PmTokenRange range = _pm_frames_get_marked (self, m)->range;
  gboolean parted = self->tokens->tokens[i].kind == PM_TOKEN_MARK;

  if (range.first > i + 1 || (range.first != i && !parted))
    return FALSE;
  return parted || _pm_frames_find_clause_end (self, i) <= range.end + 1 || range.end - i > 12;
}

guint
_pm_frames_count_words (PmFrames *self, PmTokenRange range)
{
  guint n = 0;

  for (guint i = range.first; i < range.end; i++)
    n += self->tokens->tokens[i].kind <= PM_TOKEN_NUMBER;
  return n;
}

/* "calls it the “corridor”", "compared it to a marriage “for love”": the words that lead up to the
 * quoted ones and are the speaker's too, from an article or a preposition on. */
static guint
find_object_start (PmFrames *self, guint object, PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = object;

  if (object > cue.end && pm_token_is (&tokens[object - 1], PM_WORD_DETERMINER) &&
      !pm_token_is (&tokens[object - 1], PM_WORD_PRONOUN | PM_WORD_THAT))
    return object - 1;
  if (pm_token_is (&tokens[cue.first], PM_WORD_NAMING))
    return object;
  while (first > cue.end && tokens[first - 1].kind <= PM_TOKEN_NUMBER &&
         !pm_token_is (&tokens[first - 1],
                       PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_THAT | PM_WORD_INFINITIVE) &&
         !pm_token_is (&tokens[first - 1], PM_WORD_NAMING) &&
         !pm_token_has (&tokens[first - 1], PM_TRAIT_AS))
    first--;
  return first > cue.end && tokens[first - 1].kind <= PM_TOKEN_NUMBER &&
                 !pm_token_is (&tokens[first - 1], PM_WORD_NAMING)
             ? first
             : object;
}

/* The quoted words nearest after a cue that reports no clause. A single word must be what something
 * is called. */
static gboolean
read_object (PmFrames *self, guint m, const PmSpeaker *speaker, PmTokenRange cue)
{
  PmTokenRange object;
  PmCue other;
  guint first;

  if (m == 0)
    return FALSE;
  object = _pm_frames_get_marked (self, m - 1)->range;
  if (object.first > cue.end + MAX_TO_OBJECT)
    return FALSE;
  for (guint i = cue.end; i < object.first; i++)
    if (_pm_frames_match_cue (self, i, &other))
      return FALSE;
  if (_pm_frames_count_words (self, object) < 2 &&
      self->tokens->tokens[object.first - 1].kind != PM_TOKEN_MARK &&
      !pm_token_has (&self->tokens->tokens[object.first - 1], PM_TRAIT_AS) &&
      !pm_token_is (&self->tokens->tokens[cue.first], PM_WORD_NAMING))
    return FALSE;
  first = find_object_start (self, object.first, cue);
  if (first == object.first)
    _pm_frames_emit_marked (self, m - 1, speaker, cue);
  else
    _pm_frames_emit_clause (self,
                            (PmTokenRange){
                                first, MAX (object.end, _pm_frames_find_clause_end (self, first)) },
                            speaker, cue);
  return TRUE;
}

void
_pm_frames_emit_clause (PmFrames *self,
                        PmTokenRange clause,
                        const PmSpeaker *speaker,
                        PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;

  while (clause.end > clause.first && self->inside[clause.end - 1] == 0 &&
         _pm_frames_is_end_mark (&tokens[clause.end - 1]))
    clause.end--;
  if (clause.end > clause.first)
    _pm_frames_emit (self, take_marked (self, clause) > 0 ? PM_QUOTE_MIXED : PM_QUOTE_INDIRECT,
                     clause, speaker, cue);
}

/* Steps over the hearer and the asides between a cue and what it says. */
static guint
skip_to_clause (PmFrames *self, const PmCue *cue)
{
  guint i = cue->words.end;

  if (cue->classes & PM_WORD_TELL && i < self->unit.end)
    i = _pm_frames_skip_hearer (self, i);
  return i < self->unit.end ? _pm_frames_skip_aside (self, i) : i;
}

/* Reads what a cue with its subject says after it. Returns whether it says anything. */
static gboolean
read_after_cue (PmFrames *self, const PmCue *cue, const PmSpeaker *speaker)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = skip_to_clause (self, cue);
  guint m = _pm_frames_find_marked (self, cue->words.end);
  PmTokenRange clause;
  gboolean that;

  if (i >= self->unit.end)
    return FALSE;
  /* "The army said: two drones were shot down." */
  that = pm_token_is (&tokens[i], PM_WORD_THAT) ||
         (tokens[i].mark == ':' && cue->classes & PM_WORD_SAY_SURE && i + 1 < self->unit.end &&
          self->inside[i + 1] == 0);
  if (!that && m > 0 && is_all_said (self, m - 1, i))
    return read_object (self, m, speaker, cue->words);
  clause = _pm_frames_find_complement (self, cue, i + that, that);
  if (clause.end <= clause.first)
    return read_object (self, m, speaker, cue->words);
  if (m > 0 && _pm_frames_get_marked (self, m - 1)->range.first < clause.end &&
      tokens[_pm_frames_get_marked (self, m - 1)->range.first - 1].mark == ':')
    return read_object (self, m, speaker, cue->words);
  _pm_frames_emit_clause (self, clause, speaker, cue->words);
  return TRUE;
}

gboolean
_pm_frames_is_used (PmFrames *self, guint i)
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

/* "Obama tweeted:" and the quotation is a paragraph of its own. */
static void
await_quote (PmFrames *self, PmTokenRange cue, const PmSpeaker *speaker)
{
  _pm_speaker_clear (&self->carried);
  _pm_speaker_copy (speaker, &self->carried);
  self->carried_cue = cue;
  self->carried_unit = self->unit.first;
  self->carried_paragraph = self->paragraph;
  self->awaited = TRUE;
}

/* "Anna Lind, asked about it, told TASS": only a comma parts the name from the verb, and the verb
 * of the sentence is still to come. */
static gboolean
is_participle (PmFrames *self, const PmCue *cue, const PmSpeaker *speaker)
{
  PmCue other;

  if (cue->words.first == 0 || self->tokens->tokens[cue->words.first - 1].mark != ',')
    return FALSE;
  for (guint i = speaker->words.first; i < speaker->words.end; i++)
    if (self->tokens->tokens[i].mark == ',')
      return FALSE;
  for (guint i = cue->words.end; i < self->unit.end; i++)
    if (_pm_frames_match_cue (self, i, &other))
      return TRUE;
  return FALSE;
}

/* The subject of @cue; behind "and" and the like it is that of the cue before. */
static gboolean
find_subject (PmFrames *self, guint limit, const PmCue *cue, PmSpeaker *speaker)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = cue->words.first;

  while (i > self->unit.first && pm_token_is (&tokens[i - 1], PM_WORD_AUXILIARY))
    i--;
  /* "is pleased to announce that" */
  if (i > self->unit.first && pm_token_is (&tokens[i - 1], PM_WORD_INFINITIVE))
    return _pm_speakers_find_in (self->speakers, (PmTokenRange){ limit, i - 1 }, speaker);
  if (i > self->unit.first && self->subject.words.end > 0 &&
      (pm_token_is (&tokens[i - 1], PM_WORD_AND) || pm_token_has (&tokens[i - 1], PM_TRAIT_ALONG)))
    {
      _pm_speaker_copy (&self->subject, speaker);
      return TRUE;
    }
  /* `said Anna Lind, a deputy, who will` */
  if (i > self->unit.first && pm_token_is (&tokens[i - 1], PM_WORD_WHO) &&
      self->carried.words.end > 0 && self->carried_unit == self->unit.first &&
      self->carried.words.first > self->unit.first && self->carried.words.end < i)
    {
      _pm_speaker_copy (&self->carried, speaker);
      return TRUE;
    }
  return _pm_speakers_find_before (self->speakers, limit, cue->words.first, speaker) &&
         !is_participle (self, cue, speaker);
}

static void
keep_subject (PmFrames *self, const PmSpeaker *speaker)
{
  _pm_speaker_clear (&self->subject);
  _pm_speaker_copy (speaker, &self->subject);
}

/* "TASS quoted Anna Lind as saying": whom the verb before @as is about. */
static gboolean
find_quoted (PmFrames *self, guint as, PmSpeaker *speaker)
{
  const PmToken *tokens = self->tokens->tokens;
  guint end;

  for (guint i = as; i > self->unit.first && as - i < MAX_QUOTED; i--)
    if (pm_token_is (&tokens[i - 1], PM_WORD_SAY) && self->inside[i - 1] == 0)
      return i < as && !pm_token_is (&tokens[i], PM_WORD_PREPOSITION) &&
             _pm_speakers_find_after (self->speakers, i, as, speaker, &end);
  return FALSE;
}

/* ", adding that …": what the participle says, its sentence's subject says. */
static gboolean
read_participle (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];
  PmCue cue = { { i, i + 1 }, token->classes, token->traits };
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint first = skip_to_clause (self, &cue);
  gboolean that = first < self->unit.end &&
                  pm_token_is (&self->tokens->tokens[first], PM_WORD_THAT);
  PmTokenRange clause;

  if (first >= self->unit.end || self->inside[first] > 0)
    return FALSE;
  clause = _pm_frames_find_complement (self, &cue, first + that, that);
  if (clause.end <= clause.first)
    return FALSE;
  if (pm_token_has (token - 1, PM_TRAIT_AS) && find_quoted (self, i - 1, &speaker))
    {
      _pm_frames_emit_clause (self, clause, &speaker, cue.words);
      return TRUE;
    }
  if (pm_token_is (token - 1, PM_WORD_BE))
    {
      while (i > self->unit.first &&
             pm_token_is (&self->tokens->tokens[i - 1], PM_WORD_BE | PM_WORD_AUXILIARY))
        i--;
      if (!_pm_speakers_find_before (self->speakers, self->unit.first, i, &speaker))
        return FALSE;
    }
  else if (self->subject.words.end > 0)
    _pm_speaker_copy (&self->subject, &speaker);
  else if (!_pm_speakers_find_in (self->speakers, (PmTokenRange){ self->unit.first, i }, &speaker))
    return FALSE;
  _pm_frames_emit_clause (self, clause, &speaker, cue.words);
  return TRUE;
}

/* Takes the marked stretch nearest after @i for no speech. */
static gboolean
skip_marked (PmFrames *self, guint i)
{
  guint m = _pm_frames_find_marked (self, i);

  if (m > 0)
    self->done[m - 1] = TRUE;
  return FALSE;
}

/* Reads the verb of speech at @cue. @start: where the statement before it may begin; @limit: where
 * its subject may. Returns whether it says anything. */
static gboolean
read_cue (PmFrames *self, guint start, guint limit, const PmCue *cue)
{
  const PmToken *last = &self->tokens->tokens[self->unit.end - 1];
  g_auto (PmSpeaker) speaker = { .entity = -1 };

  if (_pm_frames_read_inverted (self, start, cue) || _pm_frames_read_naming (self, limit, cue) ||
      _pm_frames_read_closing (self, start, limit, cue))
    return TRUE;
  if (!find_subject (self, limit, cue, &speaker))
    return FALSE;
  if (_pm_frames_is_display (self, speaker.words))
    return skip_marked (self, cue->words.end);
  keep_subject (self, &speaker);
  if (read_after_cue (self, cue, &speaker))
    return TRUE;
  if (last->mark == ':' && cue->words.first + 24 > self->unit.end)
    await_quote (self, cue->words, &speaker);
  return FALSE;
}

/* The cue at the end of a sentence reports all of it, cues and all: "The clubs have said that they
 * expect less, people at the talks said." */
static void
read_last_cue (PmFrames *self)
{
  guint limit = self->unit.end > MAX_LAST_CUE ? self->unit.end - MAX_LAST_CUE : 0;
  guint start = self->unit.first;
  PmCue cue;

  for (guint i = self->unit.first; i < self->unit.end; i++)
    if (self->tokens->tokens[i].mark == ';' ||
        (self->inside[i] > 0 && self->done[self->inside[i] - 1]))
      start = i + 1;
  for (guint i = MAX (limit, start); i < self->unit.end; i++)
    if (_pm_frames_match_cue (self, i, &cue) && !_pm_frames_is_used (self, i) &&
        _pm_frames_skip_to_pause (self, cue.words.end, &cue) + 1 >= self->unit.end &&
        _pm_frames_read_closing (self, start, start, &cue))
      return;
}

void
_pm_frames_read_reported (PmFrames *self)
{
  guint limit = self->unit.first;
  guint start = self->unit.first;

  _pm_speaker_clear (&self->subject);
  self->subject = (PmSpeaker){ .entity = -1 };
  read_last_cue (self);
  for (guint i = self->unit.first; i < self->unit.end; i++)
    {
      const PmToken *token = &self->tokens->tokens[i];
      PmCue cue;

      if (self->inside[i] > 0 || token->mark == ';')
        {
          limit = i + 1;
          if (token->mark == ';' || self->done[self->inside[i] - 1])
            start = i + 1;
          continue;
        }
      if (token->phrase_words > 1 && token->phrase_classes & PM_WORD_ACCORDING &&
          !_pm_frames_is_used (self, i))
        _pm_frames_read_according (self, start, i);
      else if (pm_token_is (token, PM_WORD_SAY_PART) && i > self->unit.first &&
               token[-1].kind != PM_TOKEN_POSSESSIVE && !_pm_frames_is_used (self, i))
        read_participle (self, i);
      else if (_pm_frames_match_cue (self, i, &cue) && !_pm_frames_is_used (self, i) &&
               read_cue (self, start, limit, &cue))
        limit = start = cue.words.end;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Cues behind or within what they report: "The storm has passed, officials said", "…, said
 * officials", "Shade, she noted, was still to come". */

/* The start of a sentence that a cue breaks off after fewer words is no statement by itself. */
#define MIN_BROKEN_OFF 6
/* Between "what" and "called". */
#define MAX_NAMER 12

/* Whether the sentence goes on with the reported words behind the comma at @pause. */
static gboolean
goes_on_after (PmFrames *self, guint pause)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = pause + 1;

  if (pause + 1 >= self->unit.end || tokens[pause].mark != ',' ||
      pm_token_is (&tokens[i], PM_WORD_SAY_PART))
    return FALSE;
  if (pm_token_is (&tokens[i], PM_WORD_PREPOSITION) && !pm_token_has (&tokens[i], PM_TRAIT_ALONG))
    return FALSE;
  if (i + 1 < self->unit.end && pm_token_is (&tokens[i], PM_WORD_AND) &&
      pm_token_is (&tokens[i + 1], PM_WORD_SAY))
    return FALSE;
  return TRUE;
}

/* "The measure would, she says, save lives": the verb is still to come. */
static gboolean
breaks_off (const PmToken *last)
{
  return last->letters == PM_CASE_LOWER && pm_token_has (last, PM_TRAIT_FINITE);
}

/* ", posing a risk": behind a whole clause, what no word joins to it is the writer's. */
static gboolean
is_remark (PmFrames *self, PmTokenRange before, guint i)
{
  const PmToken *tokens = self->tokens->tokens;

  return i < self->unit.end && tokens[i].letters == PM_CASE_LOWER &&
         !pm_token_is (&tokens[i], PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_AND) &&
         _pm_frames_has_finite_verb (self, before) && !breaks_off (&tokens[before.end - 1]);
}

/* "…, where, she recalls, …": what the cue reports is behind it alone. */
static gboolean
is_joint (const PmToken *token)
{
  return token->letters == PM_CASE_LOWER &&
         (pm_token_is (token, PM_WORD_WHO | PM_WORD_AND | PM_WORD_THAT) ||
          pm_token_has (token, PM_TRAIT_ALONG | PM_TRAIT_QUESTION));
}

/* "In the hallway": where or when, and no statement. */
static gboolean
is_setting (PmFrames *self, PmTokenRange range, guint words)
{
  return words < MIN_BROKEN_OFF + 2 && !_pm_frames_has_finite_verb (self, range) &&
         pm_token_is (&self->tokens->tokens[range.first], PM_WORD_PREPOSITION);
}

/* "It looks, she says, like a barn", "He had hoped, she says, to stay": what is too little for a
 * statement goes on with the words behind the comma, whatever they are. */
static gboolean
is_cut_short (PmFrames *self, guint words, guint pause)
{
  const PmToken *tokens = self->tokens->tokens;

  if (words == 0 || pause + 1 >= self->unit.end || tokens[pause].mark != ',')
    return FALSE;
  return pm_token_is (&tokens[pause + 1], PM_WORD_INFINITIVE)
             ? words < MIN_BROKEN_OFF
             : words < PM_MIN_CLAUSE && pm_token_is (&tokens[pause + 1], PM_WORD_PREPOSITION);
}

/* "…, she said; the rest was known": the second half of a sentence without a cue of its own. */
static void
emit_second_half (PmFrames *self, guint pause, const PmSpeaker *speaker, PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;
  PmTokenRange half = { pause + 1, self->unit.end };
  PmCue other;

  if (half.end < half.first + PM_MIN_CLAUSE ||
      (tokens[pause].mark != ';' && tokens[pause].mark != ':') ||
      (pm_token_has (&tokens[half.first], PM_TRAIT_ALONG) &&
       !pm_token_has (&tokens[half.first], PM_TRAIT_QUESTION)))
    return;
  for (guint i = half.first; i < half.end; i++)
    if (self->inside[i] > 0 || tokens[i].mark == ';' || _pm_frames_match_cue (self, i, &other))
      return;
  _pm_frames_emit_clause (self, half, speaker, cue);
}

/* "It was, she thought, “a bad day”": all that goes on behind the cue stands between marks. */
static gboolean
emit_marked_rest (PmFrames *self, guint pause, const PmSpeaker *speaker, PmTokenRange cue)
{
  guint m = pause + 1 < self->unit.end ? self->inside[pause + 1] : 0;
  PmTokenRange rest;

  if (m == 0 || self->done[m - 1])
    return FALSE;
  rest = _pm_frames_get_marked (self, m - 1)->range;
  if (rest.end < self->unit.end && !_pm_frames_is_end_mark (&self->tokens->tokens[rest.end]))
    return FALSE;
  self->done[m - 1] = TRUE;
  _pm_frames_emit (self, PM_QUOTE_MIXED, rest, speaker, cue);
  return TRUE;
}

/* What stands before a cue and its subject, from @first up to @end, and, behind the @pause, what
 * goes on with it: one statement when the cue breaks into it early. */
static gboolean
emit_around (PmFrames *self,
             PmTokenRange before,
             guint pause,
             const PmSpeaker *speaker,
             PmTokenRange cue)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean on = goes_on_after (self, pause);
  gboolean adds = on && (pm_token_is (&tokens[pause + 1], PM_WORD_AND | PM_WORD_THAT) ||
                         pm_token_has (&tokens[pause + 1], PM_TRAIT_ALONG));
  gboolean whole;
  guint words;

  while (before.end > before.first && _pm_frames_is_end_mark (&tokens[before.end - 1]))
    before.end--;
  while (before.first < before.end && pm_token_is (&tokens[before.first], PM_WORD_AND))
    before.first++;
  on &= !is_remark (self, before, pause + 1);
  if (before.end > before.first &&
      (is_joint (&tokens[before.end - 1]) ||
       (before.end == before.first + 1 && pm_token_has (&tokens[before.first], PM_TRAIT_ALONG))))
    {
      if (on)
        _pm_frames_emit_clause (self,
                                (PmTokenRange){ pause + 1,
                                                _pm_frames_find_clause_end (self, pause + 1) },
                                speaker, cue);
      return on;
    }
  words = _pm_frames_count_words (self, before);
  on |= is_cut_short (self, words, pause);
  whole = on && words > 0 && breaks_off (&tokens[before.end - 1]);
  if (words == 0 || (!on && (words < PM_MIN_CLAUSE || is_setting (self, before, words))))
    return FALSE;
  if (on && words < MIN_BROKEN_OFF && emit_marked_rest (self, pause, speaker, cue))
    return TRUE;
  if (whole || (on && words < MIN_BROKEN_OFF && !(adds && words > 1)))
    {
      before.end = _pm_frames_find_clause_end (self, pause + 1);
      _pm_frames_emit_clause (self, before, speaker, cue);
      return TRUE;
    }
  _pm_frames_emit_clause (self, before, speaker, cue);
  if (adds || (on && (pm_token_is (&tokens[pause + 1], PM_WORD_INFINITIVE) ||
                      pm_token_has (&tokens[pause + 1], PM_TRAIT_FINITE) ||
                      (pm_token_is (&tokens[before.first], PM_WORD_PREPOSITION) &&
                       !_pm_frames_has_finite_verb (self, before)))))
    _pm_frames_emit_clause (self,
                            (PmTokenRange){ pause + 1,
                                            _pm_frames_find_clause_end (self, pause + 1) },
                            speaker, cue);
  else
    emit_second_half (self, pause, speaker, cue);
  return TRUE;
}

/* Steps over what is said of a speaker behind the name: ", a fodder broker, …". */
static guint
skip_apposition (PmFrames *self, guint comma)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = comma + 1;

  if (i + 1 >= self->unit.end || tokens[comma].mark != ',' ||
      !(pm_token_is (&tokens[i], PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_WHO | PM_WORD_ROLE |
                                     PM_WORD_TITLE_PART | PM_WORD_PREPOSITION)))
    return comma;
  while (i < self->unit.end && i < comma + 24 && self->inside[i] == 0 &&
         !_pm_frames_is_end_mark (&tokens[i]))
    i++;
  return i;
}

/* Whether the words after a cue can be its subject: "a dealer", "Anna Lind of the bank", but not
 * "Anna Lind left". */
static gboolean
may_follow (PmFrames *self, PmTokenRange words)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmMention *mention = NULL;
  gboolean somebody = FALSE;

  if (_pm_frames_has_finite_verb (self, words) ||
      (pm_token_is (&tokens[words.first], PM_WORD_PREPOSITION) &&
       _pm_context_get_mention (self->context, words.first) == NULL))
    return FALSE;
  for (guint i = words.first; i < words.end; i++)
    {
      const PmMention *here = _pm_context_get_mention (self->context, i);

      if (mention == NULL && here != NULL && here->type < PM_ENTITY_OTHER)
        mention = here;
      if (i > words.first && here == NULL && pm_token_is (&tokens[i], PM_WORD_PREPOSITION))
        break;
      somebody |= here != NULL || pm_token_is (&tokens[i], PM_WORD_ROLE | PM_WORD_PLURAL |
                                                               PM_WORD_TITLE | PM_WORD_PRONOUN |
                                                               PM_WORD_ORG_HEAD | PM_WORD_WRITING);
    }
  if (mention == NULL && !somebody)
    return words.end - words.first < 4 && pm_token_is (&tokens[words.first], PM_WORD_DETERMINER) &&
           !pm_token_is (&tokens[words.end - 1], PM_WORD_TIME | PM_WORD_FUNCTION);
  if (mention == NULL || mention->range.end >= words.end)
    return TRUE;
  if (mention->type != PM_ENTITY_PERSON && words.end - mention->range.end < 3)
    return TRUE;
  if (mention->type != PM_ENTITY_PERSON && mention->range.end + 1 < words.end &&
      pm_token_is (&tokens[mention->range.end + 1], PM_WORD_PREPOSITION))
    return TRUE;
  return tokens[mention->range.end].letters != PM_CASE_LOWER ||
         pm_token_is (&tokens[mention->range.end],
                      PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_WHO | PM_WORD_AND | PM_WORD_ROLE |
                          PM_WORD_ORG_HEAD | PM_WORD_GROUP | PM_WORD_PLURAL);
}

/* Whether all from @start up to the verb is its subject: "Anna Lind, the lawyer, said". */
static gboolean
is_preceded_by_subject (PmFrames *self, guint start, guint verb)
{
  g_auto (PmSpeaker) speaker = { .entity = -1 };

  return _pm_speakers_find_before (self->speakers, start, verb, &speaker) &&
         speaker.words.first <= start + 1 && speaker.entity >= 0;
}

static gboolean
is_somebody (PmFrames *self, const PmSpeaker *speaker)
{
  const PmEntity *entity;

  if (speaker->entity < 0)
    return FALSE;
  entity = g_ptr_array_index (self->context->analysis->entities, speaker->entity);
  return entity->type == PM_ENTITY_PERSON;
}

/* ", said a dealer": the cue turned round. */
gboolean
_pm_frames_read_inverted (PmFrames *self, guint start, const PmCue *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint subject;
  guint end;

  if (cue->words.first <= start + 1 || tokens[cue->words.first - 1].mark != ',' ||
      (cue->classes & PM_WORD_SAY_BARE) == 0 ||
      !_pm_speakers_find_after (self->speakers, cue->words.end, self->unit.end, &speaker, &end))
    return FALSE;
  subject = end;
  /* ", said the bank in Moscow" */
  if (end < self->unit.end && pm_token_is (&tokens[end], PM_WORD_PLACE_CUE))
    end = _pm_frames_skip_to_pause (self, end, cue);
  if (end == 0 || (end < self->unit.end && !_pm_frames_is_end_mark (&tokens[end])) ||
      !may_follow (self, (PmTokenRange){ cue->words.end, subject }) ||
      (cue->classes & PM_WORD_TELL && !is_somebody (self, &speaker)) ||
      (!is_somebody (self, &speaker) && is_preceded_by_subject (self, start, cue->words.first)))
    return FALSE;
  if (end < self->unit.end)
    end = skip_apposition (self, end);
  return emit_around (self, (PmTokenRange){ start, cue->words.first - 1 }, end, &speaker,
                      cue->words);
}

/* "The teachers' union, …": a noun, and the name behind it stands in apposition. */
static gboolean
is_body (PmFrames *self, PmTokenRange words)
{
  const PmToken *tokens = self->tokens->tokens;

  return words.end - words.first < 6 && pm_token_is_article (&tokens[words.first]) &&
         pm_token_is (&tokens[words.end - 1], PM_WORD_ORG_HEAD | PM_WORD_ROLE) &&
         !_pm_frames_has_finite_verb (self, words);
}

/* "The storm has passed, officials said." "Shade, she noted, was still to come." */
gboolean
_pm_frames_read_closing (PmFrames *self, guint start, guint limit, const PmCue *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  guint pause = _pm_frames_skip_to_pause (self, cue->words.end, cue);
  /* "They will stay, the committee insists: “…”" */
  gboolean whole = (pm_token_is (&tokens[start], PM_WORD_PRONOUN) ||
                    pm_token_has (&tokens[start], PM_TRAIT_FINITE)) &&
                   _pm_frames_has_finite_verb (self, (PmTokenRange){ start, start + 2 });
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  guint end;

  if (pause == 0 || (cue->classes & (PM_WORD_SAY_BARE | PM_WORD_TELL)) == 0 ||
      (cue->words.first > start && pm_token_is (&tokens[cue->words.first - 1], PM_WORD_WHO)) ||
      (pause < self->unit.end && tokens[pause].mark == ':' &&
       ((self->inside[MIN (pause + 1, self->unit.end - 1)] > 0 && !whole) ||
        pm_token_is (&tokens[start], PM_WORD_PREPOSITION))) ||
      (!whole && pause + 1 < self->unit.end && self->inside[pause + 1] > 0 &&
       tokens[pause + 2].letters != PM_CASE_LOWER))
    return FALSE;
  if (!_pm_speakers_find_before (self->speakers, limit, cue->words.first, &speaker))
    return FALSE;
  end = speaker.words.first;
  /* ", as Anna Lind noted" */
  if (end > start + 2 && pm_token_has (&tokens[end - 1], PM_TRAIT_AS))
    end--;
  if (end <= start + 1 || tokens[end - 1].mark != ',' ||
      (tokens[speaker.words.end].mark == ',' && is_body (self, (PmTokenRange){ start, end - 1 })))
    return FALSE;
  return emit_around (self, (PmTokenRange){ start, end - 1 }, pause, &speaker, cue->words);
}

/* "in what the union called the longest talks in years": what somebody calls a thing, without
 * marks. */
gboolean
_pm_frames_read_naming (PmFrames *self, guint limit, const PmCue *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange thing = { cue->words.end, cue->words.end };
  guint what = cue->words.first;

  if (!pm_token_is (&tokens[cue->words.first], PM_WORD_NAMING))
    return FALSE;
  while (what > limit && cue->words.first - what < MAX_NAMER &&
         !(pm_token_has (&tokens[what - 1], PM_TRAIT_QUESTION) &&
           pm_token_is (&tokens[what - 1], PM_WORD_DETERMINER)))
    what--;
  if (what <= limit + 1 || cue->words.first - what >= MAX_NAMER ||
      !pm_token_is (&tokens[what - 2], PM_WORD_PREPOSITION) ||
      !_pm_speakers_find_before (self->speakers, what, cue->words.first, &speaker))
    return FALSE;
  if (thing.first < self->unit.end && pm_token_has (&tokens[thing.first], PM_TRAIT_AS))
    thing.first++;
  for (thing.end = thing.first; thing.end < self->unit.end; thing.end++)
    if (self->inside[thing.end] > 0)
      return FALSE;
    else if (_pm_frames_is_end_mark (&tokens[thing.end]))
      break;
  if (thing.end < thing.first + PM_MIN_CLAUSE ||
      !pm_token_is (&tokens[thing.first], PM_WORD_DETERMINER))
    return FALSE;
  _pm_frames_emit_clause (self, thing, &speaker, cue->words);
  return TRUE;
}

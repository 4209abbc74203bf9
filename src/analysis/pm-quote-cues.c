/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Which words are cues of speech: by the lists of the language and what stands beside them, and,
 * right behind a quotation, by their place alone. */

/* A noun would hardly stand before the opening of a clause. */
static gboolean
is_before_clause (PmFrames *self, guint i)
{
  const PmToken *next = &self->tokens->tokens[i];

  return i < self->unit.end &&
         (next->kind != PM_TOKEN_WORD || _pm_context_get_mention (self->context, i) != NULL ||
          pm_token_has (next, PM_TRAIT_QUESTION) ||
          pm_token_is (next, PM_WORD_THAT | PM_WORD_DETERMINER | PM_WORD_PRONOUN | PM_WORD_PLURAL |
                                 PM_WORD_INFINITIVE | PM_WORD_CALENDAR)) &&
         !_pm_frames_has_finite_verb (self, (PmTokenRange){ i, i + 1 });
}

/* Whether the words before @i are about several: "sources close to the talks". */
static gboolean
follows_several (PmFrames *self, guint i)
{
  for (guint k = i; k > self->unit.first && i - k < 8; k--)
    {
      const PmToken *token = &self->tokens->tokens[k - 1];

      if (token->kind == PM_TOKEN_MARK || self->inside[k - 1] > 0)
        return FALSE;
      if (pm_token_is (token, PM_WORD_PLURAL | PM_WORD_THEY))
        return TRUE;
    }
  return FALSE;
}

/* A base form is a verb only after an auxiliary or after several: "would say", "critics say". */
static gboolean
may_be_base (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  if (i == self->unit.first || token->gap >= PM_GAP_LINE)
    return FALSE;
  return token[-1].mark == ',' ||
         pm_token_is (token - 1, PM_WORD_AUXILIARY | PM_WORD_PLURAL | PM_WORD_THEY | PM_WORD_WHO |
                                     PM_WORD_FIRST | PM_WORD_DOCUMENT) ||
         _pm_context_get_mention (self->context, i - 1) != NULL ||
         (i + 1 < self->unit.end && pm_token_is (token + 1, PM_WORD_THAT)) ||
         (is_before_clause (self, i + 1) && follows_several (self, i));
}

/* "by telephone", and by nobody. */
static gboolean
is_by_means (PmFrames *self, guint by)
{
  const PmToken *means = &self->tokens->tokens[by + 1];

  return by + 2 < self->unit.end && means->letters == PM_CASE_LOWER &&
         means[1].kind == PM_TOKEN_MARK &&
         !pm_token_is (means, PM_WORD_FUNCTION | PM_WORD_PLURAL | PM_WORD_ROLE | PM_WORD_ORG_HEAD);
}

gboolean
_pm_frames_match_cue (PmFrames *self, guint i, PmCue *cue)
{
  const PmToken *token = &self->tokens->tokens[i];
  const PmToken *before = i > 0 ? token - 1 : NULL;
  guint words = 1;

  *cue = (PmCue){ .classes = token->classes, .traits = token->traits };
  if (token->phrase_words > 1 && token->phrase_classes & PM_WORD_SAY)
    {
      words = token->phrase_words;
      cue->classes = token->phrase_classes;
      cue->traits = token->phrase_traits;
    }
  cue->words = (PmTokenRange){ i, i + words };
  if ((cue->classes & PM_WORD_SAY) == 0 || self->inside[i] > 0 || token->letters == PM_CASE_NONE ||
      (i > self->unit.first && self->context->mention_at[i] > 0))
    return FALSE;
  if (before != NULL && before->sentence == token->sentence &&
      (pm_token_is (before, PM_WORD_BE | PM_WORD_DETERMINER) ||
       before->kind == PM_TOKEN_POSSESSIVE) &&
      !pm_token_is (before, PM_WORD_PRONOUN) &&
      !((i == self->unit.first + 1 || (i > 1 && before[-1].mark == ',')) &&
        !pm_token_is_article (before) &&
        ((cue->traits & (PM_TRAIT_BASE | PM_TRAIT_NOUN)) == 0 ||
         pm_token_is (before, PM_WORD_PLURAL))))
    return FALSE;
  if (i > self->unit.first && pm_token_is (before, PM_WORD_NEGATION))
    return FALSE;
  if (before != NULL && pm_token_is (before, PM_WORD_INFINITIVE) &&
      !(i + words < self->unit.end && pm_token_is (token + words, PM_WORD_THAT) &&
        i >= self->unit.first + 3 && pm_token_is (token - 3, PM_WORD_BE)))
    return FALSE;
  if (i + words < self->unit.end && pm_token_has (token + words, PM_TRAIT_AGENT) &&
      !is_by_means (self, i + words))
    return FALSE;
  if (cue->traits & PM_TRAIT_NOUN && words == 1 &&
      self->inside[MIN (i + 1, self->unit.end - 1)] == 0 && !is_before_clause (self, i + 1) &&
      !(before != NULL && before->mark == ','))
    return FALSE;
  return (cue->traits & PM_TRAIT_BASE) == 0 || may_be_base (self, i);
}

gboolean
_pm_frames_is_display (PmFrames *self, PmTokenRange words)
{
  const PmToken *tokens = self->tokens->tokens;

  for (guint i = words.first; i < words.end; i++)
    if (pm_token_is (&tokens[i], PM_WORD_PREPOSITION) || tokens[i].mark == ',')
      break;
    else if (pm_token_has (&tokens[i], PM_TRAIT_DISPLAY) && tokens[i].letters == PM_CASE_LOWER &&
             !(i + 1 < words.end && tokens[i + 1].kind == PM_TOKEN_WORD &&
               !pm_token_is (&tokens[i + 1], PM_WORD_PREPOSITION)))
      return TRUE;
  return FALSE;
}

/* Whether the quotation at @marked ends as a sentence part that a cue may follow. */
static gboolean
invites_cue (PmFrames *self, const PmMarked *marked)
{
  const PmToken *tokens = self->tokens->tokens;
  guint end = marked->range.end;
  guint i = end - 1;
  gunichar last;

  while (i > marked->range.first + 1 && tokens[i - 1].kind == PM_TOKEN_QUOTE)
    i--;
  last = i > marked->range.first ? tokens[i - 1].mark : 0;
  return last == ',' || last == '.' || last == '!' || last == '?' || last == 0x2026 ||
         last == 0x2014 || last == '-' || (end < self->tokens->n_tokens && tokens[end].mark == ',');
}

static gboolean
may_be_verb (const PmToken *token)
{
  return token->letters == PM_CASE_LOWER && pm_span_length (token->span) > 3 &&
         !pm_token_is (token, PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_ROLE |
                                  PM_WORD_COMMON | PM_WORD_TIME | PM_WORD_SAY_PART);
}

/* "old Firs's untranslatable insult": the words from @from up to @i say whose the noun at @i is. */
static gboolean
is_owned (PmFrames *self, guint from, guint i)
{
  if (pm_token_is (&self->tokens->tokens[i - 1], PM_WORD_ROLE | PM_WORD_TITLE) ||
      _pm_context_get_mention (self->context, i - 1) != NULL)
    return FALSE;
  for (guint k = from; k < i; k++)
    if (self->tokens->tokens[k].kind == PM_TOKEN_POSSESSIVE)
      return TRUE;
  return FALSE;
}

/* "has been telling anyone": the verb with what makes it finite. */
static gboolean
is_progressive (PmFrames *self, guint i, PmCue *verb)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = i;

  if (!pm_token_is (&tokens[i], PM_WORD_SAY_PART) || i <= self->unit.first ||
      !pm_token_is (&tokens[i - 1], PM_WORD_BE))
    return FALSE;
  while (first > self->unit.first &&
         pm_token_is (&tokens[first - 1], PM_WORD_BE | PM_WORD_AUXILIARY))
    first--;
  verb->words = (PmTokenRange){ first, i + 1 };
  return TRUE;
}

/* `…," (KCNA) said`: the subject first. */
static gboolean
match_subject_first (PmFrames *self, guint from, guint limit, PmSpeaker *speaker, PmTokenRange *cue)
{
  const PmToken *tokens = self->tokens->tokens;

  if (pm_token_is (&tokens[from], PM_WORD_AND) ||
      (pm_token_is (&tokens[from], PM_WORD_FUNCTION) &&
       !pm_token_is (&tokens[from], PM_WORD_PRONOUN | PM_WORD_DETERMINER)))
    return FALSE;
  for (guint i = from + 1; i < MIN (limit, from + 40); i++)
    {
      PmCue verb = { .words = { i, i + 1 } };

      if (self->inside[i] > 0 || tokens[i].mark == '.' || tokens[i].gap >= PM_GAP_LINE)
        return FALSE;
      if (!_pm_frames_match_cue (self, i, &verb) && !is_progressive (self, i, &verb) &&
          (from >= self->unit.end || i > from + 6 || !may_be_verb (&tokens[i]) ||
           is_owned (self, from, i) ||
           (i + 1 < limit && tokens[i + 1].mark != '.' && tokens[i + 1].mark != ',')))
        continue;
      *cue = verb.words;
      if (!_pm_speakers_find_before (self->speakers, from, verb.words.first, speaker))
        return FALSE;
      if (speaker->words.first <= from + 1 ||
          (speaker->words.first <= from + 4 && tokens[speaker->words.first - 1].mark == ','))
        return TRUE;
      _pm_speaker_clear (speaker);
      return FALSE;
    }
  return FALSE;
}

/* `"…," purrs Anna Lind`: the place says that a word no list knows is a verb of speech. */
static gboolean
looks_like_cue (PmFrames *self, guint i, guint limit)
{
  const PmToken *token = &self->tokens->tokens[i];
  const PmMention *next = i + 1 < limit ? _pm_context_get_mention (self->context, i + 1) : NULL;

  if (!may_be_verb (token))
    return FALSE;
  if (i + 2 < limit && pm_token_is (token + 1, PM_WORD_DETERMINER) &&
      self->tokens->tokens[i - 1].mark != ',')
    return TRUE;
  return (next != NULL && next->type == PM_ENTITY_PERSON) ||
         (i + 1 < limit && pm_token_is_capital (token + 1) &&
          pm_token_is (token + 1, PM_WORD_TITLE));
}

/* `“It is over.” — Anna Lind`: a dash, a name, and no more. */
static gboolean
match_signature (PmFrames *self, guint i, guint limit, PmSpeaker *speaker)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmMention *mention = _pm_context_get_mention (self->context, i);

  if (mention == NULL || mention->type != PM_ENTITY_PERSON || i == 0 ||
      !_pm_frames_is_dash (&tokens[i - 1]) || mention->range.end > limit)
    return FALSE;
  return (mention->range.end >= self->tokens->n_tokens ||
          tokens[mention->range.end].gap >= PM_GAP_LINE ||
          tokens[mention->range.end].mark == ',') &&
         _pm_speakers_resolve (self->speakers, mention->range, speaker);
}

gboolean
_pm_frames_match_after (PmFrames *self,
                        const PmMarked *marked,
                        PmSpeaker *speaker,
                        PmTokenRange *cue)
{
  const PmToken *tokens = self->tokens->tokens;
  guint limit = self->unit.end;
  guint i = marked->range.end;
  guint end;
  PmCue verb;

  if (i >= limit)
    limit = self->next_unit_end;
  while (i < limit && tokens[i].kind == PM_TOKEN_MARK && tokens[i].mark != '(' &&
         tokens[i].mark != '.')
    i++;
  if (i >= limit || self->inside[i] > 0 || tokens[i].gap >= PM_GAP_LINE)
    return FALSE;
  if (tokens[i].phrase_words > 1 && tokens[i].phrase_classes & PM_WORD_ACCORDING)
    {
      *cue = (PmTokenRange){ i, i + tokens[i].phrase_words };
      return _pm_speakers_find_after (self->speakers, cue->end, limit, speaker, &end);
    }
  if (!invites_cue (self, marked))
    return FALSE;
  if (match_signature (self, i, limit, speaker))
    {
      *cue = (PmTokenRange){ 0, 0 };
      return TRUE;
    }
  if (_pm_frames_match_cue (self, i, &verb) ||
      (i < self->unit.end && looks_like_cue (self, i, limit)))
    {
      *cue = verb.words;
      return _pm_speakers_find_after (self->speakers, cue->end, limit, speaker, &end);
    }
  if (i + 1 < limit && pm_token_has (&tokens[i], PM_TRAIT_AS))
    i++;
  if (!match_subject_first (self, i, limit, speaker, cue))
    return FALSE;
  /* In a sentence of its own the cue must end it, or it reports something else. */
  if (i < self->unit.end || cue->end >= limit || tokens[cue->end].kind == PM_TOKEN_MARK ||
      tokens[marked->range.end - 2].mark != '.')
    return TRUE;
  _pm_speaker_clear (speaker);
  return FALSE;
}

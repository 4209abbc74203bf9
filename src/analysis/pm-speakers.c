/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quotes-private.h"
#include "pm-speakers-private.h"

/* Finds the words that name a speaker beside a cue. Who these words are is pm-speaker-names.c's to
 * say. */

#define MAX_SUBJECT 60

static gboolean
is_break (const PmToken *token)
{
  return token->mark == ';' || token->mark == ':' || token->mark == 0x2014 ||
         token->mark == 0x2013 || token->mark == '(' || token->mark == ')' ||
         (token->kind == PM_TOKEN_QUOTE && token->mark != '\'' && token->mark != 0x2019);
}

gboolean
_pm_speakers_is_between (const PmTokens *tokens, guint i)
{
  const PmToken *token = &tokens->tokens[i];
  PmSpan span = token->span;

  if (token->kind != PM_TOKEN_WORD)
    return FALSE;
  if (pm_token_is (token, PM_WORD_CALENDAR | PM_WORD_AUXILIARY) &&
      !pm_token_is (token, PM_WORD_PRONOUN))
    return TRUE;
  return token->letters == PM_CASE_LOWER && pm_span_length (span) > 4 &&
         tokens->text[span.end - 2] == 'l' && tokens->text[span.end - 1] == 'y' &&
         !pm_token_is (token, PM_WORD_ROLE | PM_WORD_ORG_HEAD | PM_WORD_PLURAL);
}

static guint
skip_between (const PmTokens *tokens, guint limit, guint cue)
{
  guint j = cue;

  while (j > limit && _pm_speakers_is_between (tokens, j - 1))
    j--;
  /* "on Thursday" */
  if (j < cue && j > limit + 1 && pm_token_is (&tokens->tokens[j], PM_WORD_CALENDAR) &&
      pm_token_is (&tokens->tokens[j - 1], PM_WORD_PREPOSITION))
    j--;
  return j;
}

gboolean
_pm_speakers_has_verb (const PmTokens *tokens, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const PmToken *token = &tokens->tokens[i];
      gsize length = pm_span_length (token->span);

      if (pm_token_is (token, PM_WORD_BE | PM_WORD_SAY))
        return TRUE;
      if (token->letters == PM_CASE_LOWER && length > 4 &&
          tokens->text[token->span.end - 2] == 'e' && tokens->text[token->span.end - 1] == 'd')
        return TRUE;
    }
  return FALSE;
}

/* "the Meteorological Department (IMD) said": from behind a bracket to before it. */
static guint
skip_bracket (const PmTokens *tokens, guint limit, guint end)
{
  if (end < limit + 3 || tokens->tokens[end - 1].mark != ')')
    return end;
  for (guint i = end - 1; i > limit && end - i < 8; i--)
    if (tokens->tokens[i - 1].mark == '(')
      return i - 1;
  return end;
}

guint
_pm_speakers_find_part_start (const PmTokens *tokens, guint limit, guint end)
{
  guint i = end;

  while (i > limit && end - i < MAX_SUBJECT && tokens->tokens[i - 1].mark != ',')
    {
      guint before = skip_bracket (tokens, limit, i);

      /* The marks of a quotation are not met here, only those around a name. */
      if (before == i && tokens->tokens[i - 1].kind != PM_TOKEN_QUOTE &&
          is_break (&tokens->tokens[i - 1]))
        break;
      i = before < i ? before : i - 1;
    }
  return i;
}

/* Where the noun phrase that ends before @end begins. Commas end it, and so does a verb. */
static guint
find_phrase_start (const PmTokens *tokens, guint limit, guint end)
{
  guint i = end;

  while (i > limit && end - i < MAX_SUBJECT)
    {
      const PmToken *token = &tokens->tokens[i - 1];

      if (skip_bracket (tokens, limit, i) < i)
        {
          i = skip_bracket (tokens, limit, i);
          continue;
        }
      if (token->mark == ',' || is_break (token))
        break;
      if ((pm_token_is (token, PM_WORD_THAT) || _pm_speakers_is_relative (token)) && i < end)
        break;
      /* "averted what an imam called" */
      if (pm_token_has (token, PM_TRAIT_QUESTION) && pm_token_is (token, PM_WORD_DETERMINER) &&
          token->letters == PM_CASE_LOWER && i < end)
        break;
      if (pm_token_is (token, PM_WORD_AND) &&
          _pm_speakers_has_verb (tokens, _pm_speakers_find_part_start (tokens, limit, i - 1),
                                 i - 1))
        break;
      if (pm_token_is (token, PM_WORD_SAY | PM_WORD_SAY_PART) &&
          !pm_token_is (token, PM_WORD_SAY_NOUN | PM_WORD_ORG_HEAD | PM_WORD_WRITING) &&
          !pm_token_has (token, PM_TRAIT_BASE | PM_TRAIT_NOUN) && token->letters == PM_CASE_LOWER)
        break;
      i--;
      if (tokens->tokens[i].gap >= PM_GAP_LINE)
        break;
    }
  return i;
}

guint
_pm_speakers_skip_opening (PmSpeakers *self, guint first, guint end)
{
  const PmTokens *tokens = self->context->tokens;

  while (first + 1 < end)
    {
      const PmToken *token = &tokens->tokens[first];

      if (_pm_context_get_mention (self->context, first) != NULL ||
          pm_token_is (token, PM_WORD_PRONOUN | PM_WORD_TITLE))
        break;
      if (!pm_token_is (token,
                        PM_WORD_AND | PM_WORD_PREPOSITION | PM_WORD_AUXILIARY | PM_WORD_CALENDAR) &&
          !(token->kind == PM_TOKEN_WORD && pm_token_is (token, PM_WORD_FUNCTION) &&
            !pm_token_is (token, PM_WORD_DETERMINER)) &&
          token->kind != PM_TOKEN_MARK && token->kind != PM_TOKEN_QUOTE)
        break;
      first++;
    }
  return first;
}

/* "a figure the Treasury": a second noun phrase right after a noun begins a clause about it. */
static gboolean
opens_second_phrase (const PmTokens *tokens, guint first, guint i)
{
  return i > first + 1 && pm_token_is (&tokens->tokens[i], PM_WORD_DETERMINER) &&
         !pm_token_is (&tokens->tokens[i], PM_WORD_PREPOSITION) && i + 1 < tokens->n_tokens &&
         tokens->tokens[i + 1].mark != ',' && tokens->tokens[i].letters == PM_CASE_LOWER &&
         tokens->tokens[i - 1].letters == PM_CASE_LOWER &&
         !pm_token_is (&tokens->tokens[i - 1], PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_OF |
                                                   PM_WORD_AND | PM_WORD_DETERMINER);
}

/* "The report has prompted" is more than a subject. */
static gboolean
holds_verb (PmSpeakers *self, PmTokenRange words)
{
  const PmTokens *tokens = self->context->tokens;

  for (guint i = words.first; i < words.end; i++)
    if (tokens->tokens[i].mark == ',' || _pm_speakers_is_relative (&tokens->tokens[i]))
      return FALSE;
    else if (opens_second_phrase (tokens, words.first, i))
      return TRUE;
    else if (tokens->tokens[i].letters == PM_CASE_LOWER &&
             _pm_context_get_mention (self->context, i) == NULL &&
             (pm_token_is (&tokens->tokens[i], PM_WORD_BE) ||
              (pm_token_is (&tokens->tokens[i], PM_WORD_AUXILIARY) &&
               pm_token_is (&tokens->tokens[i], PM_WORD_FUNCTION))))
      return TRUE;
  return FALSE;
}

/* "Comelec said", "shipping agents said": a word or a few that open their sentence, or stand behind
 * a comma or an "and". */
static gboolean
is_bare_noun (const PmTokens *tokens, PmTokenRange words)
{
  const PmToken *first = &tokens->tokens[words.first];
  const PmToken *before = words.first > 0 && first[-1].sentence == first->sentence ? first - 1
                                                                                   : NULL;

  if (words.end - words.first > 3)
    return FALSE;
  for (guint i = words.first; i < words.end; i++)
    if (tokens->tokens[i].kind != PM_TOKEN_WORD || pm_span_length (tokens->tokens[i].span) < 3 ||
        (i > words.first && tokens->tokens[i].letters != PM_CASE_LOWER) ||
        pm_token_is (&tokens->tokens[i], PM_WORD_FUNCTION | PM_WORD_PREPOSITION |
                                             PM_WORD_AUXILIARY | PM_WORD_CALENDAR | PM_WORD_TIME))
      return FALSE;
  if (first->letters != PM_CASE_LOWER)
    return before == NULL || before->kind == PM_TOKEN_NUMBER || before->kind == PM_TOKEN_MARK ||
           before->kind == PM_TOKEN_QUOTE;
  return before != NULL && (before->mark == ',' || pm_token_is (before, PM_WORD_AND));
}

/* "Another said", "some say": a determiner alone. */
static gboolean
stands_for_somebody (const PmTokens *tokens, PmTokenRange words)
{
  const PmToken *word = &tokens->tokens[words.first];
  gboolean alone = words.end < tokens->n_tokens && word[1].kind == PM_TOKEN_MARK;

  return words.end - words.first == 1 && pm_token_is (word, PM_WORD_DETERMINER) &&
         !pm_token_is_article (word) && pm_span_length (word->span) >= (alone ? 3 : 4) &&
         !pm_token_is (word, PM_WORD_THAT | PM_WORD_PRONOUN | PM_WORD_FIRST) &&
         (words.first == 0 || word[-1].sentence != word->sentence ||
          word[-1].kind != PM_TOKEN_WORD || pm_token_is (&word[-1], PM_WORD_SAY));
}

static gboolean
is_subject (PmSpeakers *self, PmTokenRange words)
{
  const PmTokens *tokens = self->context->tokens;
  const PmToken *first;

  if (words.end <= words.first)
    return FALSE;
  first = &tokens->tokens[words.first];
  /* "a $4 million grant" */
  if (words.end > words.first + 2 && pm_token_is (first, PM_WORD_DETERMINER) &&
      first[1].kind == PM_TOKEN_MARK && first[2].kind == PM_TOKEN_NUMBER)
    return FALSE;
  if ((pm_token_is (first, PM_WORD_FIRST) && words.end - words.first == 1) ||
      holds_verb (self, words))
    return FALSE;
  if (is_bare_noun (tokens, words) || stands_for_somebody (tokens, words))
    return TRUE;
  for (guint i = words.first; i < words.end; i++)
    if (_pm_context_get_mention (self->context, i) != NULL ||
        pm_token_is (&tokens->tokens[i], PM_WORD_PRONOUN | PM_WORD_ROLE | PM_WORD_TITLE |
                                             PM_WORD_PLURAL | PM_WORD_WRITING | PM_WORD_ORG_HEAD))
      return TRUE;
  return pm_token_is (first, PM_WORD_DETERMINER) && words.end - words.first > 1 &&
         !pm_token_is (first + 1, PM_WORD_AUXILIARY);
}

/* The end of "the dealer", "the foreign ministry" at @i; @i where nothing of the kind stands. */
static guint
find_somebody_end (const PmTokens *tokens, guint i, guint limit)
{
  guint k = i + 1;

  if (!pm_token_is (&tokens->tokens[i], PM_WORD_DETERMINER) || k >= limit)
    return i;
  if (pm_token_is (&tokens->tokens[k], PM_WORD_ROLE))
    return k + 1;
  if (i > 0 && pm_token_is (&tokens->tokens[i - 1], PM_WORD_PREPOSITION | PM_WORD_OF))
    return i;
  for (; k < MIN (limit, i + 4); k++)
    if (tokens->tokens[k].letters != PM_CASE_LOWER ||
        pm_token_is (&tokens->tokens[k], PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_SAY))
      return i;
    else if (pm_token_is (&tokens->tokens[k], PM_WORD_ORG_HEAD | PM_WORD_ROLE | PM_WORD_PLURAL) &&
             !(k + 1 < limit &&
               pm_token_is (&tokens->tokens[k + 1], PM_WORD_ORG_HEAD | PM_WORD_ROLE)))
      return k + 1;
  return i;
}

gboolean
_pm_speakers_find_in (PmSpeakers *self, PmTokenRange range, PmSpeaker *speaker)
{
  const PmTokens *tokens = self->context->tokens;

  for (guint i = range.first; i < range.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (mention != NULL && mention->type == PM_ENTITY_ORGANISATION &&
          mention->range.end < range.end &&
          pm_token_is (&tokens->tokens[mention->range.end], PM_WORD_ROLE | PM_WORD_TITLE))
        continue;
      if (mention != NULL && mention->type < PM_ENTITY_PLACE &&
          !(mention->range.end < tokens->n_tokens &&
            tokens->tokens[mention->range.end].kind == PM_TOKEN_POSSESSIVE))
        return _pm_speakers_resolve (self, mention->range, speaker);
      if (pm_token_is (&tokens->tokens[i], PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY))
        return _pm_speakers_resolve (self, (PmTokenRange){ i, i + 1 }, speaker);
      if (find_somebody_end (tokens, i, range.end) > i)
        return _pm_speakers_resolve (
            self,
            (PmTokenRange){
                i, _pm_speakers_take_apposition (self, i, find_somebody_end (tokens, i, range.end),
                                                 range.end) },
            speaker);
    }
  return FALSE;
}

/* "to Eva Berg, who said", "at Bolt, a small firm, which said": the nearest name, or the one whose
 * apposition @words are. */
static guint
find_antecedent (PmSpeakers *self, guint limit, PmTokenRange words)
{
  const PmToken *tokens = self->context->tokens->tokens;
  const PmMention *before;

  if (words.first < limit + 3 || tokens[words.first - 1].mark != ',' ||
      !pm_token_is (&tokens[words.first], PM_WORD_DETERMINER))
    return _pm_speakers_find_person_at_end (self, words.first, words.end, words.first);
  before = _pm_context_get_mention (self->context, words.first - 2);
  return before != NULL && before->type <= PM_ENTITY_ORGANISATION && before->range.first >= limit
             ? before->range.first
             : words.first;
}

gboolean
_pm_speakers_find_before (PmSpeakers *self, guint limit, guint cue, PmSpeaker *speaker)
{
  const PmTokens *tokens = self->context->tokens;
  guint end = skip_between (tokens, limit, cue);
  gboolean relative = FALSE;
  gboolean some = FALSE;
  PmTokenRange words;

  if (end <= limit)
    return FALSE;
  if (_pm_speakers_is_relative (&tokens->tokens[end - 1]))
    {
      relative = TRUE;
      end--;
      /* "farmers, some of whom" */
      some = end > limit + 2 && pm_token_is (&tokens->tokens[end - 1], PM_WORD_OF) &&
             pm_token_is (&tokens->tokens[end - 2], PM_WORD_DETERMINER);
      if (some)
        end -= 2;
      if (end > limit && tokens->tokens[end - 1].mark == ',')
        end--;
    }
  if (end > limit &&
      (pm_token_is (&tokens->tokens[end - 1], PM_WORD_AND) ||
       (tokens->tokens[end - 1].kind == PM_TOKEN_WORD &&
        _pm_context_get_mention (self->context, end - 1) == NULL &&
        !(end > limit + 2 && pm_token_is (&tokens->tokens[end - 2], PM_WORD_OF)) &&
        pm_token_is (&tokens->tokens[end - 1], PM_WORD_FUNCTION) &&
        !pm_token_is (&tokens->tokens[end - 1], PM_WORD_PRONOUN | PM_WORD_DETERMINER | PM_WORD_BE |
                                                    PM_WORD_PREPOSITION | PM_WORD_FIRST))))
    return _pm_speakers_find_in (self, (PmTokenRange){ limit, end - 1 }, speaker);
  end = skip_bracket (tokens, limit, end);
  if (end <= limit)
    return FALSE;
  if (tokens->tokens[end - 1].mark == ',')
    {
      words.first = _pm_speakers_find_before_apposition (self, limit, end - 1);
      words.end = end - 1;
    }
  else
    words = (PmTokenRange){ find_phrase_start (tokens, limit, end), end };
  for (guint i = words.first; some && i < end; i++)
    if (pm_token_is (&tokens->tokens[i], PM_WORD_PREPOSITION))
      words.first = i + 1;
  if (words.end <= words.first)
    return FALSE;
  if (tokens->tokens[end - 1].mark != ',' &&
      pm_token_is (&tokens->tokens[words.end - 1],
                   PM_WORD_BE | PM_WORD_INFINITIVE | PM_WORD_PREPOSITION | PM_WORD_NEGATION))
    return FALSE;
  words.first = _pm_speakers_skip_opening (self, words.first, words.end);
  if (relative)
    words.first = find_antecedent (self, limit, words);
  /* "she writes, and then, four pages later, tells us" */
  if (pm_token_is (&tokens->tokens[words.first], PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY) &&
      words.end > words.first + 1 && pm_token_is (&tokens->tokens[words.first + 1], PM_WORD_SAY))
    words.end = words.first + 1;
  return is_subject (self, words) && _pm_speakers_resolve (self, words, speaker);
}

/* Where the noun phrase from @from on ends: at a mark, a clause, or what follows a whole name. */
static guint
find_phrase_end (PmSpeakers *self, guint from, guint limit)
{
  const PmTokens *tokens = self->context->tokens;
  gboolean named = FALSE;
  guint i = from;

  if (pm_token_is (&tokens->tokens[from], PM_WORD_PRONOUN))
    return from + 1;
  for (; i < limit && i - from < MAX_SUBJECT; i++)
    {
      const PmToken *token = &tokens->tokens[i];
      gboolean mentioned = _pm_context_get_mention (self->context, i) != NULL;

      if (i > from && (token->gap >= PM_GAP_LINE || token->mark == ',' || token->mark == '.' ||
                       token->mark == '!' || token->mark == '?' || is_break (token)))
        break;
      if (token->kind == PM_TOKEN_QUOTE || pm_token_is (token, PM_WORD_THAT) ||
          _pm_speakers_is_relative (token) ||
          (!mentioned && pm_token_is (token, PM_WORD_CALENDAR)) ||
          (i > from && pm_token_is (token, PM_WORD_BE | PM_WORD_SAY_PART)))
        break;
      if (named && !mentioned && !pm_token_is (token, PM_WORD_OF) &&
          pm_token_is (token, PM_WORD_PREPOSITION | PM_WORD_TIME | PM_WORD_AUXILIARY))
        break;
      named |= mentioned || pm_token_is (token, PM_WORD_PRONOUN);
    }
  while (i > from && pm_token_is (&tokens->tokens[i - 1], PM_WORD_PREPOSITION | PM_WORD_OF))
    i--;
  return i;
}

gboolean
_pm_speakers_find_after (PmSpeakers *self, guint from, guint limit, PmSpeaker *speaker, guint *end)
{
  const PmTokens *tokens = self->context->tokens;
  guint to;

  if (from >= limit || tokens->tokens[from].mark == ';')
    return FALSE;
  to = find_phrase_end (self, from, limit);
  if (!is_subject (self, (PmTokenRange){ from, to }) ||
      pm_token_is (&tokens->tokens[from], PM_WORD_THAT | PM_WORD_INFINITIVE))
    return FALSE;
  *end = _pm_speakers_take_apposition (self, from, to, limit);
  return _pm_speakers_resolve (self, (PmTokenRange){ from, *end }, speaker);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"

/* Finds the noun phrase that speaks in a clause, before or after its verb. */

#define MAX_PHRASE 40

static gboolean
is_open_word (const PmToken *token)
{
  return token->kind == PM_TOKEN_WORD &&
         !pm_token_is (token, PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_AUXILIARY);
}

static gboolean
is_noun (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  if (_pm_context_get_mention (self->context, i) != NULL)
    return TRUE;
  return token->kind == PM_TOKEN_WORD && !pm_token_is (token, PM_WORD_FUNCTION) &&
         (pm_token_is_capital (token) ||
          pm_token_is (token, PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_ORG_HEAD | PM_WORD_PLURAL) ||
          (self->context->language->that_after_comma && pm_token_is (token, PM_WORD_WRITING)));
}

/* "este lunes", "ce jeudi" */
static gboolean
opens_date (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  return i + 1 < self->unit.end && pm_token_is (token, PM_WORD_DETERMINER) &&
         pm_token_is (token + 1, PM_WORD_CALENDAR) && token->letters == PM_CASE_LOWER;
}

/* "научный руководитель": where there are no articles, an adjective opens the phrase. */
static gboolean
describes (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  return !self->context->language->noun_capitals && i + 1 < self->unit.end &&
         token->letters == PM_CASE_LOWER && is_open_word (token) &&
         !pm_token_is (token, PM_WORD_SAY) && self->inside[i + 1] == 0 &&
         pm_token_is (token + 1, PM_WORD_ROLE) && token[1].letters == PM_CASE_LOWER;
}

/* Whether a subject may begin with the word at @i. */
static gboolean
opens_subject (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  if (pm_token_has (token, PM_TRAIT_OBLIQUE) || pm_token_is (token, PM_WORD_CALENDAR) ||
      opens_date (self, i))
    return FALSE;
  if (pm_token_is (token, PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY | PM_WORD_DETERMINER))
    return TRUE;
  return is_noun (self, i) || describes (self, i);
}

/* Steps over one prepositional phrase or adverb. Returns the token after it, or @i. */
static guint
skip_adverbial (PmFrames *self, guint i, guint limit)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean capitals = self->context->language->noun_capitals;

  if (opens_date (self, i))
    return i + 2;
  if (pm_token_is (&tokens[i], PM_WORD_CALENDAR))
    return i + 1;
  if (!pm_token_is (&tokens[i], PM_WORD_PREPOSITION))
    return pm_token_is (&tokens[i], PM_WORD_AUXILIARY | PM_WORD_TIME | PM_WORD_NEGATION) ? i + 1
                                                                                         : i;
  for (i++; i < limit; i++)
    if (self->inside[i] > 0)
      return i;
    else if (pm_token_is (&tokens[i], PM_WORD_CALENDAR) || tokens[i].kind == PM_TOKEN_NUMBER)
      {
        if (i + 1 >= limit || !(pm_token_is (&tokens[i + 1], PM_WORD_CALENDAR) ||
                                tokens[i + 1].kind == PM_TOKEN_NUMBER))
          return i + 1;
      }
    else if (_pm_context_get_mention (self->context, i) != NULL)
      return _pm_context_get_mention (self->context, i)->range.end;
    else if (is_open_word (&tokens[i]) && is_noun (self, i))
      return capitals ? i + 1 : i;
    else if (tokens[i].kind == PM_TOKEN_MARK ||
             pm_token_is (&tokens[i], PM_WORD_PREPOSITION | PM_WORD_HE | PM_WORD_SHE))
      return i;
  return i;
}

/* Where the noun phrase from @from on ends: after its nouns and what belongs to them. */
static guint
find_phrase_end (PmFrames *self, guint from, guint limit)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean capitals = self->context->language->noun_capitals;
  gboolean noun = FALSE;
  gboolean person = FALSE;
  guint i = from;

  limit = MIN (limit, from + MAX_PHRASE);
  if (pm_token_is (&tokens[from], PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY) &&
      !pm_token_is (&tokens[from], PM_WORD_DETERMINER))
    return from + 1;
  for (; i < limit; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (noun && !person && !capitals && _pm_clauses_skip_name (self, i) > 0)
        {
          i = MIN (_pm_clauses_skip_name (self, i), limit) - 1;
          continue;
        }
      if (self->inside[i] > 0 || tokens[i].mark == '(' ||
          (i > from && tokens[i].gap >= PM_GAP_LINE) ||
          pm_token_is (&tokens[i], PM_WORD_CALENDAR | PM_WORD_THAT))
        break;
      if ((tokens[i].mark == '-' && tokens[i].gap == PM_GAP_NONE) ||
          tokens[i].kind == PM_TOKEN_POSSESSIVE)
        continue;
      if (mention != NULL)
        {
          /* "агент Капризова Пол Теофанус": two names side by side are one phrase. */
          if (person && _pm_context_get_mention (self->context, i - 1) == NULL)
            break;
          person = mention->type == PM_ENTITY_PERSON;
          noun = TRUE;
          i = MIN (mention->range.end, limit) - 1;
          continue;
        }
      if (person || (noun && pm_token_is (&tokens[i], PM_WORD_PREPOSITION | PM_WORD_AUXILIARY) &&
                     !pm_token_is (&tokens[i], PM_WORD_OF)))
        break;
      /* "der Kläger | die Niederlage": only a genitive belongs to the noun before it. */
      if (capitals && noun && pm_token_is (&tokens[i], PM_WORD_DETERMINER) &&
          !pm_token_is (&tokens[i], PM_WORD_MADE_BY) &&
          !pm_token_is (&tokens[i - 1], PM_WORD_AND | PM_WORD_OF | PM_WORD_PREPOSITION))
        break;
      if (i > from && pm_token_is (&tokens[i], PM_WORD_WHO) &&
          !pm_token_is (&tokens[i], PM_WORD_DETERMINER))
        break;
      if (noun && pm_token_is (&tokens[i], PM_WORD_AND) &&
          (i + 1 >= limit || !opens_subject (self, i + 1)))
        break;
      if (capitals && noun && !is_noun (self, i) &&
          !pm_token_is (&tokens[i],
                        PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_AND | PM_WORD_DEMONYM))
        {
          /* An adjective may stand between an article and its noun, a verb not. */
          if (i == from || i + 1 >= limit ||
              !pm_token_is (&tokens[i - 1], PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_AND))
            break;
        }
      noun |= is_noun (self, i) ||
              (!capitals && !pm_token_is (&tokens[i], PM_WORD_FUNCTION | PM_WORD_DETERMINER));
    }
  while (i > from && (tokens[i - 1].mark == ',' || tokens[i - 1].mark == ':' ||
                      pm_token_is (&tokens[i - 1], PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_AND |
                                                       PM_WORD_PREPOSITION)))
    i--;
  return i;
}

/* The person named among @words by a name that no preposition ties to another; the last one for
 * @last. */
static const PmMention *
find_free_person (PmFrames *self, PmTokenRange words, gboolean last)
{
  const PmToken *tokens = self->tokens->tokens;
  const PmMention *found = NULL;

  for (guint i = words.first; i < words.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (mention == NULL || self->inside[i] > 0)
        continue;
      i = mention->range.end - 1;
      if (mention->type != PM_ENTITY_PERSON || mention->entity < 0 ||
          (mention->range.first > 0 &&
           pm_token_is (&tokens[mention->range.first - 1], PM_WORD_PREPOSITION | PM_WORD_OF)))
        continue;
      found = mention;
      if (!last)
        break;
    }
  return found;
}

gboolean
_pm_clauses_find_named (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  const PmMention *mention = find_free_person (self, words, FALSE);

  if (mention != NULL)
    return _pm_clauses_resolve (self, mention->range, speaker);
  for (guint i = words.first; i < words.end; i++)
    if (self->inside[i] == 0 &&
        pm_token_is (&self->tokens->tokens[i], PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY) &&
        !pm_token_is (&self->tokens->tokens[i], PM_WORD_DETERMINER))
      return _pm_clauses_resolve (self, (PmTokenRange){ i, i + 1 }, speaker);
  return FALSE;
}

static gboolean
is_person (PmFrames *self, int entity)
{
  const PmEntity *found = g_ptr_array_index (self->context->analysis->entities, entity);

  return found->type == PM_ENTITY_PERSON;
}

/* "says of the plan the minister Anna Lind": a person named in the clause speaks rather than what
 * else stands there. */
static gboolean
prefer_person (PmFrames *self, PmTokenRange words, gboolean last, PmSpeaker *speaker)
{
  const PmMention *mention;

  if (speaker->name != NULL && (g_strcmp0 (speaker->rule, "pronoun") == 0 ||
                                (speaker->entity >= 0 && is_person (self, speaker->entity) &&
                                 g_strcmp0 (speaker->rule, "name") == 0)))
    return TRUE;
  mention = find_free_person (self, words, last);
  if (mention == NULL)
    return speaker->words.end > 0;
  _pm_speaker_clear (speaker);
  return _pm_clauses_resolve (self, mention->range, speaker);
}

/* Where words go in any order: the person named somewhere in the clause. */
static gboolean
take_person (PmFrames *self, PmTokenRange words, PmSpeaker *speaker, guint *end)
{
  if (self->context->language->noun_capitals || !prefer_person (self, words, FALSE, speaker))
    return FALSE;
  *end = speaker->words.end;
  return TRUE;
}

gboolean
_pm_clauses_find_phrase (PmFrames *self, guint from, guint limit, PmSpeaker *speaker, guint *end)
{
  guint i = from;

  while (i < limit && self->inside[i] == 0)
    {
      guint next;

      if (self->tokens->tokens[i].mark == '-' && self->tokens->tokens[i].gap == PM_GAP_NONE)
        {
          i++;
          continue;
        }
      if (opens_subject (self, i))
        break;
      next = skip_adverbial (self, i, limit);
      if (next == i)
        return take_person (self, (PmTokenRange){ i, limit }, speaker, end);
      i = next;
    }
  if (i >= limit || self->inside[i] > 0)
    return FALSE;
  *end = find_phrase_end (self, i, limit);
  if (*end <= i || !_pm_clauses_resolve (self, (PmTokenRange){ i, *end }, speaker))
    return FALSE;
  if (!self->context->language->noun_capitals &&
      prefer_person (self, (PmTokenRange){ i, limit }, FALSE, speaker))
    *end = MAX (*end, speaker->words.end);
  return TRUE;
}

gboolean
_pm_clauses_find_subject (PmFrames *self, PmTokenRange clause, PmTokenRange cue, PmSpeaker *speaker)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = clause.first;
  guint end;

  while (first < cue.first &&
         (pm_token_is (&tokens[first], PM_WORD_AND) ||
          pm_token_has (&tokens[first], PM_TRAIT_SO | PM_TRAIT_ASIDE | PM_TRAIT_ALONG)))
    first++;
  end = first < cue.first ? _pm_clauses_skip_name (self, first) : 0;
  if (end > 0 && end <= cue.first)
    return _pm_clauses_resolve (self, (PmTokenRange){ first, end }, speaker);
  if (first < cue.first && opens_subject (self, first))
    {
      end = find_phrase_end (self, first, cue.first);
      if (end > first && _pm_clauses_resolve (self, (PmTokenRange){ first, end }, speaker))
        return self->context->language->noun_capitals ||
               prefer_person (self, (PmTokenRange){ first, cue.first }, TRUE, speaker);
    }
  if (_pm_clauses_find_phrase (self, cue.end, clause.end, speaker, &end))
    return TRUE;
  return first < cue.first && _pm_clauses_find_phrase (self, first, cue.first, speaker, &end);
}

static gboolean
has_finite (PmFrames *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (pm_token_has (&self->tokens->tokens[i], PM_TRAIT_FINITE))
      return TRUE;
  return FALSE;
}

gboolean
_pm_clauses_find_source (PmFrames *self, guint from, guint limit, PmSpeaker *speaker, guint *end)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = from;

  while (i < limit && pm_token_is (&tokens[i], PM_WORD_OF | PM_WORD_PREPOSITION) &&
         !pm_token_is (&tokens[i], PM_WORD_DETERMINER))
    i++;
  if (i >= limit || self->inside[i] > 0)
    return FALSE;
  *end = find_phrase_end (self, i, limit);
  /* Where a mark parts the source from what it says, all words before it are the source. */
  if (!self->context->language->noun_capitals && limit < *end + 8 && *end < limit &&
      _pm_clauses_find_mention (self, (PmTokenRange){ i, *end }, TRUE) == NULL &&
      !has_finite (self, i, limit))
    *end = limit;
  return *end > i && _pm_clauses_resolve (self, (PmTokenRange){ i, *end }, speaker);
}

gboolean
_pm_clauses_find_apart (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  const PmMention *mention = _pm_clauses_find_mention (self, words, TRUE);
  guint end;

  if (mention != NULL)
    return _pm_clauses_resolve (self, mention->range, speaker);
  return opens_subject (self, words.first) &&
         _pm_clauses_find_phrase (self, words.first, words.end, speaker, &end);
}

gboolean
_pm_clauses_is_phrase (PmFrames *self, PmTokenRange clause)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean named = FALSE;

  for (guint i = clause.first; i < clause.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);
      guint end = _pm_clauses_skip_name (self, i);

      if (end > 0)
        {
          i = end - 1;
          continue;
        }
      if (self->inside[i] > 0)
        return FALSE;
      if (mention == NULL && tokens[i].kind == PM_TOKEN_WORD && !is_noun (self, i) &&
          !pm_token_is (&tokens[i], PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_AND |
                                        PM_WORD_PREPOSITION | PM_WORD_BALLAST | PM_WORD_DEMONYM |
                                        PM_WORD_TITLE))
        return FALSE;
      named |= mention != NULL && mention->type <= PM_ENTITY_ORGANISATION;
    }
  return named;
}

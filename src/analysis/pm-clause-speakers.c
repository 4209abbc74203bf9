/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"
#include "pm-speakers-private.h"

#include <string.h>

/* Finds the noun phrase that speaks in a clause, before or after its verb, and says who it is. */

#define MAX_PHRASE 40
/* "the politician" looks back no further than this many mentions. */
#define MAX_MENTIONS 40
/* Nor an office further than this many. */
#define MAX_HOLDERS 200
/* An office stands this near its holder's name. */
#define MAX_TO_ROLE 6
/* Two forms of one office begin alike, in bytes, but for so many. */
#define MIN_SAME_ROLE 6
#define MAX_ROLE_ENDING 6

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
          pm_token_is (token, PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_ORG_HEAD | PM_WORD_PLURAL));
}

/* Whether a subject may begin with the word at @i. */
static gboolean
opens_subject (PmFrames *self, guint i)
{
  const PmToken *token = &self->tokens->tokens[i];

  if (pm_token_has (token, PM_TRAIT_OBLIQUE) || pm_token_is (token, PM_WORD_CALENDAR))
    return FALSE;
  if (pm_token_is (token, PM_WORD_HE | PM_WORD_SHE | PM_WORD_THEY | PM_WORD_DETERMINER))
    return TRUE;
  return is_noun (self, i);
}

/* Steps over one prepositional phrase or adverb. Returns the token after it, or @i. */
static guint
skip_adverbial (PmFrames *self, guint i, guint limit)
{
  const PmToken *tokens = self->tokens->tokens;
  gboolean capitals = self->context->language->noun_capitals;

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

      if (self->inside[i] > 0 || tokens[i].mark == '(' ||
          (i > from && tokens[i].gap >= PM_GAP_LINE) ||
          pm_token_is (&tokens[i], PM_WORD_CALENDAR | PM_WORD_THAT))
        break;
      if (tokens[i].mark == '-' && tokens[i].gap == PM_GAP_NONE)
        continue;
      if (mention != NULL)
        {
          if (person)
            break;
          person = mention->type == PM_ENTITY_PERSON;
          noun = TRUE;
          i = MIN (mention->range.end, limit) - 1;
          continue;
        }
      if (person || (noun && pm_token_is (&tokens[i], PM_WORD_PREPOSITION | PM_WORD_AUXILIARY) &&
                     !pm_token_is (&tokens[i], PM_WORD_OF)))
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
  while (i > from && pm_token_is (&tokens[i - 1], PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_AND |
                                                      PM_WORD_PREPOSITION))
    i--;
  return i;
}

static PmEntity *
get_entity (PmFrames *self, int entity)
{
  return g_ptr_array_index (self->context->analysis->entities, entity);
}

static gboolean
set_entity (PmFrames *self, PmSpeaker *speaker, int entity, const char *rule, double confidence)
{
  speaker->entity = entity;
  speaker->name = g_strdup (get_entity (self, entity)->name);
  speaker->rule = rule;
  speaker->confidence = confidence;
  return TRUE;
}

/* 1 for a man, 2 for a woman, as PmSpeakers counts them; 0 when the words do not tell. */
static guint
find_gender (PmFrames *self, PmTokenRange words)
{
  for (guint i = words.first; i < words.end; i++)
    {
      const PmToken *token = &self->tokens->tokens[i];
      gboolean male = pm_token_is (token, PM_WORD_TITLE_MALE);
      gboolean female = pm_token_is (token, PM_WORD_TITLE_FEMALE);

      if (male != female)
        return male ? 1 : 2;
    }
  return 0;
}

static gboolean
agrees (PmFrames *self, int entity, guint gender)
{
  guint known = self->speakers->genders[entity];

  return get_entity (self, entity)->type == PM_ENTITY_PERSON &&
         (gender == 0 || known == 0 || known > 2 || known == gender);
}

/* A name that is no more than part of what a sentence is about: "with X". */
static gboolean
is_aside (PmFrames *self, const PmMention *mention)
{
  guint first = mention->range.first;

  return self->inside[first] > 0 ||
         (first > 0 && pm_token_is (&self->tokens->tokens[first - 1], PM_WORD_PREPOSITION));
}

/* The first noun for a person among @words, plus one. */
static guint
find_role (PmFrames *self, PmTokenRange words)
{
  for (guint i = words.first; i < words.end; i++)
    if (pm_token_is (&self->tokens->tokens[i], PM_WORD_ROLE))
      return i + 1;
  return 0;
}

/* "minister" and "ministers", "Minister" and "Außenminister". */
static gboolean
is_same_role (PmFrames *self, guint a, guint b)
{
  g_autofree char *x = _pm_context_fold (self->context, (PmTokenRange){ a, a + 1 });
  g_autofree char *y = _pm_context_fold (self->context, (PmTokenRange){ b, b + 1 });
  gsize same = 0;

  while (x[same] != '\0' && x[same] == y[same])
    same++;
  return g_str_has_suffix (x, y) || g_str_has_suffix (y, x) ||
         (same >= MIN_SAME_ROLE && same + MAX_ROLE_ENDING >= MAX (strlen (x), strlen (y)));
}

/* The noun that says what the person of @mention is, before the name or behind its comma, plus one.
 */
static guint
find_role_of (PmFrames *self, const PmMention *mention)
{
  const PmToken *tokens = self->tokens->tokens;
  guint first = mention->range.first;
  guint end = mention->range.end;

  for (guint i = first; i > 0 && first - i < MAX_TO_ROLE; i--)
    if (tokens[i].gap >= PM_GAP_LINE || tokens[i - 1].kind != PM_TOKEN_WORD)
      break;
    else if (pm_token_is (&tokens[i - 1], PM_WORD_ROLE))
      return i;
  if (end >= self->tokens->n_tokens || tokens[end].mark != ',')
    return 0;
  for (guint i = end + 1; i < MIN (self->tokens->n_tokens, end + MAX_TO_ROLE); i++)
    if (tokens[i].kind != PM_TOKEN_WORD)
      break;
    else if (pm_token_is (&tokens[i], PM_WORD_ROLE))
      return i + 1;
  return 0;
}

/* How many mentions end at or before token @at. */
static guint
count_mentions (PmFrames *self, guint at)
{
  const GArray *mentions = self->context->mentions;
  guint low = 0;
  guint high = mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, PmMention, middle).range.end <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The person last named with the same office before token @at, or -1. @other: (out): another person
 * has that of @topic, which is no such office. */
static int
find_holder (PmFrames *self, guint role, guint at, int topic, gboolean *other)
{
  const GArray *mentions = self->context->mentions;
  guint n = count_mentions (self, at);

  *other = FALSE;
  for (guint k = n; k > 0 && n - k < MAX_HOLDERS; k--)
    {
      const PmMention *mention = &g_array_index (mentions, PmMention, k - 1);
      guint found;

      if (mention->type != PM_ENTITY_PERSON || mention->entity < 0)
        continue;
      found = find_role_of (self, mention);
      if (found == 0)
        continue;
      if (is_same_role (self, role, found - 1))
        return mention->entity;
      *other |= mention->entity == topic;
    }
  return -1;
}

/* "the politician": who was named with that office, else whoever spoke last or was named since, of
 * that gender. */
static gboolean
resolve_personal (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  guint gender = find_gender (self, words);
  int topic = _pm_clauses_find_topic (self, words.first, gender);
  guint role = find_role (self, words);
  gboolean other = FALSE;
  int holder = role > 0 ? find_holder (self, role - 1, words.first, topic, &other) : -1;

  if (holder >= 0)
    return set_entity (self, speaker, holder, "role", 0.7);
  return topic >= 0 && !other && set_entity (self, speaker, topic, "role", 0.6);
}

int
_pm_clauses_find_topic (PmFrames *self, guint at, guint gender)
{
  const GArray *mentions = self->context->mentions;
  gboolean carried = self->carried.name != NULL && self->carried.entity >= 0 &&
                     self->paragraph <= self->carried_paragraph + 2 &&
                     agrees (self, self->carried.entity, gender);
  guint n = count_mentions (self, at);

  for (guint k = n; k > 0 && n - k < MAX_MENTIONS; k--)
    {
      const PmMention *mention = &g_array_index (mentions, PmMention, k - 1);

      if (carried && mention->range.first <= self->carried.words.first)
        return self->carried.entity;
      if (mention->entity >= 0 && agrees (self, mention->entity, gender) &&
          !is_aside (self, mention))
        return mention->entity;
    }
  return carried ? self->carried.entity : -1;
}

gboolean
_pm_clauses_set_topic (PmFrames *self, PmTokenRange words, guint gender, PmSpeaker *speaker)
{
  int entity = _pm_clauses_find_topic (self, words.first, gender);

  *speaker = (PmSpeaker){ .words = words, .entity = -1, .rule = "none" };
  return entity >= 0 && set_entity (self, speaker, entity, "pronoun", 0.6);
}

static gboolean
is_definite (PmFrames *self, PmTokenRange words)
{
  const PmToken *first = &self->tokens->tokens[words.first];

  return pm_token_is_article (first) && words.end - words.first < 6;
}

static const PmMention *
find_mention (PmFrames *self, PmTokenRange words, gboolean person)
{
  for (guint i = words.first; i < words.end; i++)
    {
      const PmMention *mention = _pm_context_get_mention (self->context, i);

      if (mention == NULL)
        continue;
      i = mention->range.end - 1;
      if ((mention->type == PM_ENTITY_PERSON) == person && mention->entity >= 0 &&
          (person || mention->type == PM_ENTITY_ORGANISATION))
        return mention;
    }
  return NULL;
}

static gboolean
has_trait (PmFrames *self, PmTokenRange words, guint traits)
{
  for (guint i = words.first; i < words.end; i++)
    if (pm_token_has (&self->tokens->tokens[i], traits))
      return TRUE;
  return FALSE;
}

static gboolean
set_words (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  while (words.end - words.first > 1 &&
         pm_token_is (&self->tokens->tokens[words.first], PM_WORD_DETERMINER))
    words.first++;
  if (words.end - words.first > 14)
    return FALSE;
  speaker->name = pm_tokens_dup_text (self->tokens, words);
  speaker->rule = "words";
  speaker->confidence = 0.6;
  return TRUE;
}

static gboolean
resolve_pronoun (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  const PmToken *token = &self->tokens->tokens[words.first];
  g_auto (PmSpeaker) topic = { .entity = -1 };
  guint gender = pm_token_is (token, PM_WORD_HE) ? 1 : pm_token_is (token, PM_WORD_SHE) ? 2 : 0;

  if (!_pm_speakers_resolve (self->speakers, words, speaker))
    return FALSE;
  if (speaker->entity >= 0 || gender == 0 || !_pm_clauses_set_topic (self, words, gender, &topic))
    return TRUE;
  _pm_speaker_clear (speaker);
  _pm_speaker_copy (&topic, speaker);
  return TRUE;
}

gboolean
_pm_clauses_resolve (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  const PmMention *mention;

  *speaker = (PmSpeaker){ .words = words, .entity = -1, .rule = "none" };
  if (words.end - words.first == 1 &&
      pm_token_is (&self->tokens->tokens[words.first], PM_WORD_PRONOUN))
    return resolve_pronoun (self, words, speaker);
  mention = find_mention (self, words, TRUE);
  if (mention != NULL)
    return set_entity (self, speaker, mention->entity, "name", 0.95);
  if (has_trait (self, words, PM_TRAIT_PERSONAL))
    return (is_definite (self, words) && resolve_personal (self, words, speaker)) ||
           set_words (self, words, speaker);
  mention = find_mention (self, words, FALSE);
  if (mention != NULL)
    return set_entity (self, speaker, mention->entity, "name", 0.9);
  return set_words (self, words, speaker);
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

/* "says of the plan the minister Anna Lind": a person named in the clause speaks rather than what
 * else stands there. */
static gboolean
prefer_person (PmFrames *self, PmTokenRange words, gboolean last, PmSpeaker *speaker)
{
  const PmMention *mention;

  if (speaker->name != NULL &&
      (g_strcmp0 (speaker->rule, "pronoun") == 0 ||
       (speaker->entity >= 0 && get_entity (self, speaker->entity)->type == PM_ENTITY_PERSON &&
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

  while (first < cue.first && (pm_token_is (&tokens[first], PM_WORD_AND) ||
                               pm_token_has (&tokens[first], PM_TRAIT_SO | PM_TRAIT_ASIDE)))
    first++;
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
      find_mention (self, (PmTokenRange){ i, *end }, TRUE) == NULL &&
      !has_trait (self, (PmTokenRange){ i, limit }, PM_TRAIT_FINITE))
    *end = limit;
  return *end > i && _pm_clauses_resolve (self, (PmTokenRange){ i, *end }, speaker);
}

gboolean
_pm_clauses_find_apart (PmFrames *self, PmTokenRange words, PmSpeaker *speaker)
{
  const PmMention *mention = find_mention (self, words, TRUE);
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

      if (self->inside[i] > 0)
        return FALSE;
      if (mention == NULL && tokens[i].kind == PM_TOKEN_WORD && !is_noun (self, i) &&
          !pm_token_is (&tokens[i], PM_WORD_DETERMINER | PM_WORD_OF | PM_WORD_AND |
                                        PM_WORD_PREPOSITION | PM_WORD_BALLAST | PM_WORD_DEMONYM))
        return FALSE;
      named |= mention != NULL && mention->type <= PM_ENTITY_ORGANISATION;
    }
  return named;
}

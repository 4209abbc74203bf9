/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clauses-private.h"
#include "pm-speakers-private.h"

#include <string.h>

/* Says who the noun phrase of a clause is: a name, somebody of that office, whoever the text is
 * about. */

/* "the politician" looks back no further than this many mentions. */
#define MAX_MENTIONS 40
/* Nor an office further than this many. */
#define MAX_HOLDERS 200
/* An office stands this near its holder's name. */
#define MAX_TO_ROLE 6
/* Two forms of one office begin alike, in bytes, but for so many. */
#define MIN_SAME_ROLE 6
#define MAX_ROLE_ENDING 6

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

const PmMention *
_pm_clauses_find_mention (PmFrames *self, PmTokenRange words, gboolean person)
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

/* "the lawyer of the artist" is a person, "the friends of the artist" are none by that. */
static gboolean
is_personal (PmFrames *self, PmTokenRange words)
{
  for (guint i = words.first; i < words.end; i++)
    if (pm_token_has (&self->tokens->tokens[i], PM_TRAIT_PERSONAL))
      return TRUE;
    else if (i > words.first && pm_token_is (&self->tokens->tokens[i], PM_WORD_OF))
      return FALSE;
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

/* "агент Капризова Пол Теофанус": of two persons side by side the first is whose the other is. */
static const PmMention *
take_next_person (PmFrames *self, const PmMention *mention)
{
  const PmMention *next = _pm_context_get_mention (self->context, mention->range.end);

  return next != NULL && next->type == PM_ENTITY_PERSON && next->entity >= 0 ? next : mention;
}

/* "le cabinet de Paul Morel", "l'avocat de M. Morel": somebody else's words. */
static gboolean
belongs_to (PmFrames *self, PmTokenRange words, const PmMention *mention)
{
  const PmToken *tokens = self->tokens->tokens;
  guint i = mention->range.first;

  while (i > words.first &&
         pm_token_is (&tokens[i - 1], PM_WORD_TITLE | PM_WORD_ABBREVIATION | PM_WORD_DETERMINER) &&
         !pm_token_is (&tokens[i - 1], PM_WORD_OF))
    i--;
  return i > words.first + 1 && pm_token_is (&tokens[i - 1], PM_WORD_OF) &&
         tokens[i - 1].letters == PM_CASE_LOWER;
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
  mention = _pm_clauses_find_mention (self, words, TRUE);
  if (mention != NULL && mention->range.end < words.end)
    mention = take_next_person (self, mention);
  if (mention != NULL && belongs_to (self, words, mention))
    return set_words (self, words, speaker);
  if (mention != NULL)
    return set_entity (self, speaker, mention->entity, "name", 0.95);
  if (is_personal (self, words))
    return (is_definite (self, words) && resolve_personal (self, words, speaker)) ||
           set_words (self, words, speaker);
  mention = _pm_clauses_find_mention (self, words, FALSE);
  if (mention != NULL)
    return set_entity (self, speaker, mention->entity, "name", 0.9);
  return set_words (self, words, speaker);
}

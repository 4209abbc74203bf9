/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speakers-private.h"

/* Persons without a name: "The expert in the third row". A sentence that opens with one makes that
 * person somebody whom the pronouns behind it may mean. */

/* What counts as the opening of a sentence. */
#define MAX_OPENING 6
/* And of what stands before it: "In Seville,". */
#define MAX_SETTING 9

static const PmToken *
get_token (PmSpeakers *self, guint i)
{
  return &self->context->tokens->tokens[i];
}

static gboolean
is_person_named (PmSpeakers *self, guint i)
{
  const PmMention *mention = _pm_context_get_mention (self->context, i);

  return mention != NULL && mention->type == PM_ENTITY_PERSON;
}

/* "In Seville, a man": where the sentence proper begins. */
static guint
skip_setting (PmSpeakers *self, PmTokenRange sentence)
{
  if (!pm_token_is (get_token (self, sentence.first), PM_WORD_PREPOSITION))
    return sentence.first;
  for (guint i = sentence.first; i + 1 < MIN (sentence.end, sentence.first + MAX_SETTING); i++)
    if (get_token (self, i)->mark == ',')
      return i + 1;
  return sentence.first;
}

/* "the minister, Anna Lind"; but not "the expert, who knew her" */
static gboolean
is_named_next (PmSpeakers *self, guint comma)
{
  const PmToken *next = comma + 1 < self->context->tokens->n_tokens ? get_token (self, comma + 1)
                                                                    : NULL;

  return get_token (self, comma)->mark == ',' && next != NULL &&
         !(next->letters == PM_CASE_LOWER && pm_token_is (next, PM_WORD_WHO | PM_WORD_DETERMINER));
}

PmTokenRange
_pm_speakers_find_role (PmSpeakers *self, PmTokenRange sentence)
{
  const PmTokens *tokens = self->context->tokens;
  guint first = skip_setting (self, sentence);
  guint limit = MIN (sentence.end, first + MAX_OPENING);

  while (first < limit && !pm_token_is (&tokens->tokens[first], PM_WORD_DETERMINER) &&
         pm_token_is (&tokens->tokens[first], PM_WORD_AND | PM_WORD_AUXILIARY))
    first++;
  if (first >= limit || !pm_token_is (&tokens->tokens[first], PM_WORD_DETERMINER))
    return (PmTokenRange){ 0, 0 };
  for (guint i = first + 1; i < limit; i++)
    if (tokens->tokens[i].kind != PM_TOKEN_WORD || is_person_named (self, i) ||
        pm_token_is (&tokens->tokens[i], PM_WORD_FUNCTION | PM_WORD_PREPOSITION))
      break;
    else if (pm_token_is (&tokens->tokens[i], PM_WORD_ROLE) &&
             tokens->tokens[i].letters == PM_CASE_LOWER &&
             !pm_token_is (&tokens->tokens[i], PM_WORD_PLURAL) &&
             !(i + 1 < limit &&
               (self->context->mention_at[i + 1] > 0 || is_named_next (self, i + 1) ||
                tokens->tokens[i + 1].kind == PM_TOKEN_POSSESSIVE ||
                pm_token_is (&tokens->tokens[i + 1], PM_WORD_ROLE))))
      return (PmTokenRange){ first, i + 1 };
  return (PmTokenRange){ 0, 0 };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speakers-private.h"

/* What stands between commas beside a name: "Anna Lind, 61, a retired teacher, said", "its
 * treasurer, Anna Lind, said". */

static gboolean
begins_with_name (PmSpeakers *self, guint first, guint end)
{
  const PmTokens *tokens = self->context->tokens;

  for (guint i = first; i < MIN (end, first + 4); i++)
    if (_pm_context_get_mention (self->context, i) != NULL ||
        pm_token_is (&tokens->tokens[i], PM_WORD_TITLE | PM_WORD_ROLE))
      return TRUE;
  return FALSE;
}

/* Whether a subject may begin at @first: "run today by", "who took over" are about one. */
static gboolean
may_open (PmSpeakers *self, guint first)
{
  const PmToken *token = &self->context->tokens->tokens[first];

  if (pm_token_is (token, PM_WORD_PREPOSITION) || _pm_speakers_is_relative (token))
    return FALSE;
  return token->letters != PM_CASE_LOWER ||
         pm_token_is (token, PM_WORD_DETERMINER | PM_WORD_ROLE | PM_WORD_TITLE | PM_WORD_PRONOUN |
                                 PM_WORD_PLURAL | PM_WORD_AND | PM_WORD_ORG_HEAD);
}

/* A part that is a clause of its own, before the subject: "The storm has passed, Anna Lind, the
 * mayor, said". */
static gboolean
is_clause (const PmTokens *tokens, guint first, guint end)
{
  if (_pm_speakers_is_relative (&tokens->tokens[first]))
    return FALSE;
  for (guint i = first; i < end; i++)
    if (pm_token_is (&tokens->tokens[i], PM_WORD_BE) ||
        pm_token_has (&tokens->tokens[i], PM_TRAIT_FINITE))
      return TRUE;
  return FALSE;
}

/* "an office in Denton, Texas": a place that says where another is. */
static gboolean
is_end_of_place (PmSpeakers *self, guint limit, PmTokenRange part)
{
  const PmMention *mention = _pm_context_get_mention (self->context, part.first);
  const PmMention *other = part.first > limit + 2
                               ? _pm_context_get_mention (self->context, part.first - 2)
                               : NULL;

  return mention != NULL && mention->type == PM_ENTITY_PLACE && mention->range.end == part.end &&
         other != NULL && other->type == PM_ENTITY_PLACE && other->range.first > limit + 1 &&
         pm_token_is (&self->context->tokens->tokens[other->range.first - 1], PM_WORD_PLACE_CUE);
}

guint
_pm_speakers_find_person_at_end (PmSpeakers *self, guint start, guint end, guint otherwise)
{
  const PmMention *mention = _pm_context_get_mention (self->context, end - 1);

  return mention != NULL && mention->type == PM_ENTITY_PERSON && mention->range.first >= start
             ? mention->range.first
             : otherwise;
}

/* "His predecessor, Anna Lind, said": a noun from @first on, and whose name it is. */
static gboolean
is_named (PmSpeakers *self, guint first, PmTokenRange name)
{
  const PmTokens *tokens = self->context->tokens;
  const PmMention *mention = _pm_context_get_mention (self->context, name.first);
  guint end = name.first - 1;

  return mention != NULL && mention->type <= PM_ENTITY_ORGANISATION &&
         mention->range.end == name.end && end - first < 7 &&
         pm_token_is (&tokens->tokens[first], PM_WORD_DETERMINER) &&
         !pm_token_is (&tokens->tokens[end - 1], PM_WORD_TIME | PM_WORD_FUNCTION) &&
         !is_clause (tokens, first, end) && !_pm_speakers_has_verb (tokens, first, end);
}

/* "Anna Lind, D-Ohio, said", "Anna Lind, Barclays, said": one name says where another belongs. */
static gboolean
stands_for_home (PmSpeakers *self, PmTokenRange part)
{
  const PmMention *mention = part.first < part.end
                                 ? _pm_context_get_mention (self->context, part.first)
                                 : NULL;

  return mention != NULL && mention->type != PM_ENTITY_PERSON && mention->range.end == part.end;
}

guint
_pm_speakers_find_before_apposition (PmSpeakers *self, guint limit, guint comma)
{
  const PmTokens *tokens = self->context->tokens;
  guint end = comma;
  guint best = comma;
  gboolean placed = FALSE;

  for (guint n = 0; n < 4; n++)
    {
      guint start = _pm_speakers_find_part_start (tokens, limit, end);

      if (start >= end || (best != comma && is_clause (tokens, start, end)))
        break;
      placed |= n == 0 && is_end_of_place (self, limit, (PmTokenRange){ start, end });
      if (n == 1 && stands_for_home (self, (PmTokenRange){ end + 1, comma }) &&
          _pm_speakers_find_person_at_end (self, start, end, comma) < comma)
        best = _pm_speakers_find_person_at_end (self, start, end, comma);
      else if (begins_with_name (self, _pm_speakers_skip_opening (self, start, end), end) &&
               may_open (self, start) && !(placed && n == 0))
        best = start;
      else if (best == comma && n > 0)
        best = _pm_speakers_find_person_at_end (self, start, end, comma);
      if (n == 1 && best == end + 1 && is_named (self, start, (PmTokenRange){ best, comma }))
        best = start;
      if (start == limit || tokens->tokens[start - 1].mark != ',')
        {
          /* "The suit, in a county court, says" */
          if (may_open (self, start) && end - start < (placed ? 8 : 5) &&
              (best == comma || pm_token_is (&tokens->tokens[best], PM_WORD_DETERMINER)))
            best = start;
          break;
        }
      end = start - 1;
      /* "Anna Lind, 61, a retired teacher" */
      if (n > 0 && best != comma && best > start &&
          !_pm_speakers_is_relative (&tokens->tokens[start]) &&
          tokens->tokens[start].kind != PM_TOKEN_NUMBER &&
          !_pm_speakers_has_verb (tokens, start, start + 1))
        break;
    }
  return best;
}

guint
_pm_speakers_take_apposition (PmSpeakers *self, guint from, guint end, guint limit)
{
  const PmTokens *tokens = self->context->tokens;
  const PmMention *next;
  guint at = end + 1;

  if (end + 1 >= limit || tokens->tokens[end].mark != ',')
    return end;
  for (guint i = from; i < end; i++)
    if (_pm_context_get_mention (self->context, i) != NULL &&
        _pm_context_get_mention (self->context, i)->type == PM_ENTITY_PERSON)
      return end;
  while (at + 1 < limit && pm_token_is (&tokens->tokens[at], PM_WORD_DETERMINER | PM_WORD_TITLE) &&
         _pm_context_get_mention (self->context, at) == NULL)
    at++;
  next = _pm_context_get_mention (self->context, at);
  return next != NULL && next->type == PM_ENTITY_PERSON && next->range.end <= limit
             ? next->range.end
             : end;
}

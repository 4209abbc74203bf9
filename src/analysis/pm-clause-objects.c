/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clause-reader-private.h"

/* What a verb of speech has for its object: a quotation, a thing that is demanded, another verb. */

#define MIN_DEMAND 3
/* A hearer of so many words may stand before what is asked of him. */
#define MAX_TO_INFINITIVE 6

/* Steps over "already", "on Monday", "for her part" between a verb and its object. */
static guint
skip_adverbs (PmClauseReader *r, guint i, guint limit)
{
  while (i < limit && r->frames->inside[i] == 0)
    {
      const PmToken *token = &r->tokens[i];

      if (token->phrase_words > 1 && token->phrase_classes & PM_WORD_AUXILIARY)
        i += token->phrase_words;
      else if (pm_token_is (token, PM_WORD_AUXILIARY | PM_WORD_CALENDAR) &&
               !pm_token_is (token, PM_WORD_INFINITIVE | PM_WORD_DETERMINER))
        i++;
      else
        break;
    }
  return MIN (i, limit);
}

/* Where the object begins whose last words are the quotation at @marked: "a plan “on the go”". */
static guint
find_object_start (PmClauseReader *r, guint from, PmTokenRange marked)
{
  guint i = from;

  i = skip_adverbs (r, i, marked.first);
  if (i + 1 < marked.first && pm_token_is (&r->tokens[i], PM_WORD_OF))
    return pm_token_has (&r->tokens[i + 1], PM_TRAIT_INDEFINITE) && i + 2 < marked.first
               ? i
               : marked.first;
  while (i < marked.first && !pm_token_has (&r->tokens[i], PM_TRAIT_INDEFINITE) &&
         pm_token_is (&r->tokens[i], PM_WORD_PREPOSITION | PM_WORD_AUXILIARY))
    i++;
  if (i < marked.first && i + 12 > marked.first &&
      pm_token_has (&r->tokens[i], PM_TRAIT_INDEFINITE))
    return i;
  if (marked.first > from && pm_token_has (&r->tokens[marked.first - 1], PM_TRAIT_INDEFINITE))
    return marked.first - 1;
  return marked.first;
}

gboolean
_pm_clauses_read_objects (PmClauseReader *r, guint k, const PmSpeaker *speaker)
{
  PmClause *clause = _pm_clauses_get (r, k);
  PmFrames *self = r->frames;
  gboolean found = FALSE;

  for (guint m = self->first_marked; m < self->end_marked; m++)
    {
      PmTokenRange marked = _pm_frames_get_marked (self, m)->range;

      if (self->done[m] || marked.first < clause->range.first || marked.end > clause->range.end)
        continue;
      self->done[m] = TRUE;
      if (_pm_clauses_is_name (self, marked))
        continue;
      if (!found && marked.first >= clause->cue.end)
        marked.first = find_object_start (r, clause->cue.end, marked);
      _pm_frames_emit (self, PM_QUOTE_MIXED, marked, speaker, clause->cue);
      found = TRUE;
    }
  return found;
}

/* "calls the plan as good as “dead”": what stands in marks is said, the object is not. */
static gboolean
compares (PmClauseReader *r, PmTokenRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (r->frames->inside[i] > 0)
      return i == range.first || pm_token_is (&r->tokens[i - 1], PM_WORD_PREPOSITION);
  return FALSE;
}

/* Whether the verb at @i, or behind one small word there, depends on the verb before it: "avoir
 * vu", "de partir", "à voir". */
static gboolean
opens_infinitive (PmClauseReader *r, guint i, guint limit)
{
  const PmToken *token = &r->tokens[i];

  if (pm_token_is (token, PM_WORD_INFINITIVE) || pm_token_has (token, PM_TRAIT_VERB))
    return TRUE;
  if (i + 2 >= limit || r->frames->inside[i + 1] > 0 ||
      !(pm_token_is (token, PM_WORD_OF) || pm_token_has (token, PM_TRAIT_LINK)))
    return FALSE;
  return pm_token_is (token + 1, PM_WORD_INFINITIVE) || pm_token_has (token + 1, PM_TRAIT_VERB);
}

/* "verlangte Einsicht", "verlangt höhere Löhne": where nouns have capitals, one may open an object
 * without an article, an adjective before it. */
static gboolean
opens_with_noun (PmClauseReader *r, guint i, guint limit)
{
  if (!r->frames->context->language->noun_capitals)
    return FALSE;
  if (r->tokens[i].letters == PM_CASE_LOWER && !pm_token_is (&r->tokens[i], PM_WORD_FUNCTION) &&
      !pm_token_is (&r->tokens[i], PM_WORD_AUXILIARY | PM_WORD_PREPOSITION | PM_WORD_PRONOUN))
    i++;
  return i < limit && pm_token_is_capital (&r->tokens[i]) && r->frames->inside[i] == 0 &&
         _pm_context_get_mention (r->frames->context, i) == NULL &&
         !pm_token_is (&r->tokens[i], PM_WORD_ROLE | PM_WORD_CALENDAR);
}

guint
_pm_clauses_find_demand (PmClauseReader *r, const PmClause *clause, const PmSpeaker *speaker)
{
  gboolean demands = (clause->cue_traits & PM_TRAIT_DEMAND) != 0;
  gboolean urges = (clause->cue_traits & PM_TRAIT_URGE) != 0;
  guint i = skip_adverbs (r, clause->cue.end, clause->range.end);
  guint limit = demands || urges ? i + MAX_TO_INFINITIVE : i + 1;

  for (guint k = i; k < clause->range.end && k < limit; k++)
    if (r->frames->inside[k] > 0)
      break;
    else if (opens_infinitive (r, k, clause->range.end) && !(clause->cue_traits & PM_TRAIT_WEAK) &&
             (k == i || !pm_token_is (&r->tokens[k - 1], PM_WORD_DETERMINER)))
      return k;
  if (!(demands || urges) || i + MIN_DEMAND > clause->range.end ||
      speaker->words.end > clause->cue.first ||
      compares (r, (PmTokenRange){ i, clause->range.end }))
    return 0;
  if (pm_token_has (&r->tokens[i], PM_TRAIT_LINK))
    return i;
  return demands &&
                 (pm_token_is (&r->tokens[i], PM_WORD_DETERMINER | PM_WORD_OF) ||
                  r->tokens[i].kind == PM_TOKEN_NUMBER || opens_with_noun (r, i, clause->range.end))
             ? i
             : 0;
}

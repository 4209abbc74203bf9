/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-clause-reader-private.h"

/* Who speaks where the verb has no subject of its own: whoever spoke before, or a place. */

gboolean
_pm_clauses_may_carry (PmFrames *self)
{
  return self->carried.words.end > 0 && self->carried.name != NULL &&
         self->paragraph <= self->carried_paragraph + 1;
}

gboolean
_pm_clauses_carry (PmClauseReader *r, PmSpeaker *speaker)
{
  if (!_pm_clauses_may_carry (r->frames))
    return FALSE;
  _pm_speaker_copy (&r->frames->carried, speaker);
  speaker->rule = "carried over";
  speaker->confidence = 0.5;
  return TRUE;
}

guint
_pm_clauses_skip_anybody (PmClauseReader *r, const PmClause *clause)
{
  for (guint i = clause->range.first + 1; i < clause->range.end && r->frames->inside[i] == 0; i++)
    if (pm_token_is (&r->tokens[i], PM_WORD_FIRST) &&
        pm_token_has (&r->tokens[i], PM_TRAIT_ENCLITIC) && r->tokens[i - 1].mark == '-')
      return MAX (i + 1, clause->cue.end);
  return 0;
}

/* "…, dit-on à la mairie": the place speaks, else whoever spoke before. */
static gboolean
find_anybody (PmClauseReader *r, guint from, guint limit, PmSpeaker *speaker)
{
  guint end;

  while (from < limit && r->tokens[from].letters == PM_CASE_LOWER &&
         !pm_token_is (&r->tokens[from], PM_WORD_PREPOSITION | PM_WORD_OF))
    from++;
  return (from < limit && _pm_clauses_find_source (r->frames, from, limit, speaker, &end)) ||
         _pm_clauses_carry (r, speaker);
}

/* Whether the verb in @k may close what was said without a subject: "…, сообщили в полиции". */
static gboolean
may_close (PmClauseReader *r, guint k)
{
  const PmLanguage *language = r->frames->context->language;

  return !language->noun_capitals && (k + 1 == r->clauses->len || language->that_after_comma) &&
         (_pm_clauses_get (r, k)->cue_classes & PM_WORD_SAY_SURE) != 0;
}

gboolean
_pm_clauses_find_unnamed (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  PmClause *clause = _pm_clauses_get (r, k);
  const PmClause *before = _pm_clauses_get (r, k - 1);
  gboolean reported = before->marked || _pm_clauses_has (r, before->range, PM_MOODS);
  gboolean capitals = r->frames->context->language->noun_capitals;
  guint anybody = _pm_clauses_skip_anybody (r, clause);
  guint end;

  if (anybody > 0)
    return find_anybody (r, anybody, clause->range.end, speaker);
  if ((reported || may_close (r, k)) && clause->cue.end < clause->range.end &&
      pm_token_is (&r->tokens[clause->cue.end], PM_WORD_PREPOSITION) &&
      _pm_clauses_find_source (r->frames, clause->cue.end, clause->range.end, speaker, &end))
    return TRUE;
  if (!reported)
    return FALSE;
  if (!capitals && _pm_clauses_set_topic (r->frames, clause->cue, 0, speaker))
    return TRUE;
  return _pm_clauses_carry (r, speaker);
}

gboolean
_pm_clauses_find_place (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  const PmToken *first = &r->tokens[_pm_clauses_get (r, k)->range.first];
  const PmClause *before = k > 0 ? _pm_clauses_get (r, k - 1) : NULL;
  guint end;

  return before != NULL && !before->used && pm_token_is (first, PM_WORD_FIRST) &&
         pm_token_has (first, PM_TRAIT_ENCLITIC) &&
         pm_token_is (&r->tokens[before->range.first], PM_WORD_PREPOSITION) &&
         _pm_clauses_find_source (r->frames, before->range.first, before->range.end, speaker, &end);
}

gboolean
_pm_clauses_find_unsaid (PmClauseReader *r, guint k, PmSpeaker *speaker)
{
  const PmClause *clause = _pm_clauses_get (r, k);
  guint gender = clause->cue_classes & PM_WORD_HE ? 1 : clause->cue_classes & PM_WORD_SHE ? 2 : 0;

  if (!_pm_clauses_set_topic (r->frames, clause->cue, gender, speaker))
    *speaker = (PmSpeaker){ .words = clause->cue, .entity = -1, .rule = "none" };
  return TRUE;
}

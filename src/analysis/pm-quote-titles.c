/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-quote-frames-private.h"

/* Words between marks that are no speech: titles of works, names, what a banner bears. */

/* Those with a capital, and the numbers. */
static guint
count_capitals (PmFrames *self, PmTokenRange range)
{
  guint n = 0;

  for (guint i = range.first; i < range.end; i++)
    n += self->tokens->tokens[i].letters >= PM_CASE_TITLE ||
         self->tokens->tokens[i].kind == PM_TOKEN_NUMBER;
  return n;
}

/* "The God of Small Things": every word is a capital but the small ones within. */
static gboolean
is_title_case (PmFrames *self, PmTokenRange range)
{
  const PmToken *tokens = self->tokens->tokens;
  guint capitals = 0;

  /* The full stop of the sentence may stand inside: the author of “The Barn.” */
  if (range.end > range.first + 2 && tokens[range.end - 2].mark == '.')
    range.end -= 2;
  for (guint i = range.first; i < range.end; i++)
    if (tokens[i].letters >= PM_CASE_TITLE)
      capitals++;
    else if (tokens[i].mark == '.' || tokens[i].mark == '!' || tokens[i].mark == '?' ||
             (tokens[i].letters == PM_CASE_LOWER &&
              (capitals == 0 ||
               pm_token_is (&tokens[i], PM_WORD_BE | PM_WORD_PRONOUN | PM_WORD_FIRST) ||
               pm_token_has (&tokens[i], PM_TRAIT_FINITE) ||
               !pm_token_is (&tokens[i],
                             PM_WORD_FUNCTION | PM_WORD_PREPOSITION | PM_WORD_OF | PM_WORD_AND))))
      return FALSE;
  return capitals > 1;
}

/* A title or a name between marks, not speech: “Ships And What’s Left”, the phrase “long list”. */
static gboolean
is_title (PmFrames *self, const PmMarked *marked)
{
  guint words = _pm_frames_count_words (self, marked->range);
  guint first = marked->range.first;
  const PmToken *before = first > 0 ? &self->tokens->tokens[first - 1] : NULL;
  gboolean naming = before != NULL && pm_token_is (before, PM_WORD_NAMING);

  if (words == 0)
    return FALSE;
  if (naming && !pm_token_is (before, PM_WORD_SAY) && words < 6)
    return TRUE;
  if (before != NULL && before->mark == ',' && first > 1)
    naming = pm_token_is (before - 1, PM_WORD_NAMING);
  if (naming)
    return count_capitals (self, marked->range) * 10 >= words * 6 && words < 12;
  return words > 1 && words < 9 && is_title_case (self, marked->range);
}

gboolean
_pm_frames_is_whole_unit (PmFrames *self, const PmMarked *marked)
{
  for (guint i = self->unit.first; i < self->unit.end; i++)
    if ((i < marked->range.first || i >= marked->range.end) && self->inside[i] == 0 &&
        self->tokens->tokens[i].kind <= PM_TOKEN_NUMBER)
      return FALSE;
  return TRUE;
}

/* "a banner reading “No more”", "a sign: “Closed”" */
static gboolean
stands_on_display (PmFrames *self, guint m)
{
  guint first = _pm_frames_get_marked (self, m)->range.first;
  guint i = first;

  while (i > self->unit.first && first - i < 2 &&
         (self->tokens->tokens[i - 1].kind == PM_TOKEN_MARK ||
          pm_token_is (&self->tokens->tokens[i - 1], PM_WORD_SAY | PM_WORD_SAY_PART)) &&
         !pm_token_has (&self->tokens->tokens[i - 1], PM_TRAIT_DISPLAY))
    i--;
  return i > self->unit.first && self->inside[i - 1] == 0 &&
         pm_token_has (&self->tokens->tokens[i - 1], PM_TRAIT_DISPLAY);
}

/* Whether a cue follows, as none does behind a title; behind "In “The Barn,”" the cue says what
 * stands after it. */
static gboolean
is_spoken (PmFrames *self, guint m)
{
  guint first = _pm_frames_get_marked (self, m)->range.first;
  g_auto (PmSpeaker) speaker = { .entity = -1 };
  PmTokenRange cue;

  if (first > 0 && pm_token_is (&self->tokens->tokens[first - 1], PM_WORD_PREPOSITION))
    return FALSE;
  return _pm_frames_match_after (self, _pm_frames_get_marked (self, m), &speaker, &cue) &&
         pm_token_is (&self->tokens->tokens[cue.first], PM_WORD_SAY);
}

/* Words between marks that are no speech are words like others. */
static void
refuse (PmFrames *self, guint m)
{
  PmTokenRange range = _pm_frames_get_marked (self, m)->range;

  self->done[m] = TRUE;
  for (guint i = range.first; i < range.end; i++)
    self->inside[i] = 0;
}

void
_pm_frames_refuse_titles (PmFrames *self)
{
  for (guint m = self->first_marked; m < self->end_marked; m++)
    if (stands_on_display (self, m) ||
        (is_title (self, _pm_frames_get_marked (self, m)) && !is_spoken (self, m) &&
         !(self->paragraph == 1 &&
           _pm_frames_is_whole_unit (self, _pm_frames_get_marked (self, m)))))
      refuse (self, m);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-quotes-private.h"

G_BEGIN_DECLS

/* Fewer words are no statement. */
#define PM_MIN_CLAUSE 3

/* A finite verb of speech where it stands. */
typedef struct
{
  PmTokenRange words;
  guint64 classes;
  guint traits;
} PmCue;

/* A line of a transcript. */
typedef struct
{
  PmTokenRange label; /* who says it, without the colon */
  PmTokenRange words;
} PmTurn;

/* What the frames share while they read a document unit by unit. A unit is a sentence together with
 * the sentences of the quotations in it. */
typedef struct
{
  PmContext *context;
  PmTokens *tokens;
  PmSpeakers *speakers;
  GArray *marked; /* (element-type PmMarked) */
  guint *inside;  /* for each token the marked stretch that covers it, plus one */
  guint8 *done;   /* for each marked stretch: it is a quote, part of one, or refused */

  PmTokenRange unit;
  PmTokenRange before; /* the unit before it in its paragraph; empty for none */
  guint next_unit_end; /* where the unit after this one ends, in the same paragraph */
  guint first_marked;  /* of this unit */
  guint end_marked;

  PmSpeaker subject; /* of the last cue in this unit; without words when there was none */

  PmSpeaker carried; /* of the last quote with a cue; without words when there was none */
  PmTokenRange carried_cue;
  guint carried_unit; /* the first token of its unit */
  guint carried_end; /* the token after the sentences of its words and its cue, when it is direct */
  guint carried_paragraph;
  guint paragraph;  /* of this unit, counted from 1 */
  gboolean awaited; /* the carried speaker's words are still to come */
  guint open_quote; /* the first of the quotes that wait for the next paragraph's cue, plus one */
  guint open_paragraph;
} PmFrames;

/* Whether a finite verb of speech outside quotation marks stands at @i. */
gboolean _pm_frames_match_cue (PmFrames *self, guint i, PmCue *cue);
/* Finds the cue right after a quotation: `said X`, `X said`, `according to X`; none, and yet a
 * speaker, for a name behind a dash. @speaker is to be cleared when there is one. */
gboolean _pm_frames_match_after (PmFrames *self,
                                 const PmMarked *marked,
                                 PmSpeaker *speaker,
                                 PmTokenRange *cue);

void _pm_frames_emit (PmFrames *self,
                      PmQuoteKind kind,
                      PmTokenRange range,
                      const PmSpeaker *speaker,
                      PmTokenRange cue);

/* Returns: (transfer full) (element-type PmTurn): in order; empty for what is no transcript. */
GArray *_pm_transcripts_find (PmFrames *self);
void _pm_transcripts_read (PmFrames *self, const PmTurn *turn);

/* Reported speech: clauses after, before and around a verb, and after "according to". Marked
 * stretches inside become part of it. */
void _pm_frames_read_reported (PmFrames *self);

/* @clause without the marks at its end, of the kind that the marked stretches within make it. */
void _pm_frames_emit_clause (PmFrames *self,
                             PmTokenRange clause,
                             const PmSpeaker *speaker,
                             PmTokenRange cue);
/* The words of the marked stretch @m behind its cue: a sentence of its own, or part of the
 * writer's. */
void _pm_frames_emit_marked (PmFrames *self, guint m, const PmSpeaker *speaker, PmTokenRange cue);
/* The first marked stretch of the unit at or after @i that is still free, plus one; 0 for none. */
guint _pm_frames_find_marked (PmFrames *self, guint i);
/* Whether a quotation of this unit already rests on the verb at @i. */
gboolean _pm_frames_is_used (PmFrames *self, guint i);
/* What @cue reports from @i on, behind a "that" or without, in pm-reported-complement.c.
 * Returns: nothing when the words there are none that the verb takes. */
PmTokenRange _pm_frames_find_complement (PmFrames *self, const PmCue *cue, guint i, gboolean that);
/* Reads the "according to" at @i, in pm-reported-source.c. @start: where the statement before it
 * may begin. */
void _pm_frames_read_according (PmFrames *self, guint start, guint i);
/* Whether @words, a subject, are a thing that bears words: "a banner over the road". */
gboolean _pm_frames_is_display (PmFrames *self, PmTokenRange words);
/* Words and numbers, without the marks. */
guint _pm_frames_count_words (PmFrames *self, PmTokenRange range);

/* What a cue reports that stands before it, in pm-quote-around.c. @start: where that may begin;
 * @limit: where the subject of the cue may. Returns: whether there is anything. */
gboolean _pm_frames_read_inverted (PmFrames *self, guint start, const PmCue *cue);
gboolean _pm_frames_read_closing (PmFrames *self, guint start, guint limit, const PmCue *cue);
/* What "what somebody called" is followed by. */
gboolean _pm_frames_read_naming (PmFrames *self, guint limit, const PmCue *cue);

/* Titles and the like, in pm-quote-titles.c. */

/* Whether the unit has no words but those of @marked. */
gboolean _pm_frames_is_whole_unit (PmFrames *self, const PmMarked *marked);
/* Refuses the marked stretches of the unit that are titles; their words are words like others. */
void _pm_frames_refuse_titles (PmFrames *self);

/* Clauses, in pm-quote-clauses.c. */

gboolean _pm_frames_is_end_mark (const PmToken *token);
gboolean _pm_frames_has_finite_verb (PmFrames *self, PmTokenRange range);
/* Where the reported clause from @first on ends within the unit. */
guint _pm_frames_find_clause_end (PmFrames *self, guint first);
/* Steps over the hearer of "told": "reporters", "the court", "CNN's Peter Falk". */
guint _pm_frames_skip_hearer (PmFrames *self, guint i);
/* Steps over "on Thursday", "in a statement", "during comments at the White House that". Without a
 * "that" only short asides are stepped over. */
guint _pm_frames_skip_aside (PmFrames *self, guint i);
/* Returns: the mark or the unit's end that closes what stands at @i behind @cue, when that is no
 * more than the time, the place and the hearer; 0 when it is more. */
guint _pm_frames_skip_to_pause (PmFrames *self, guint i, const PmCue *cue);

static inline gboolean
_pm_frames_is_dash (const PmToken *token)
{
  return token->mark == '-' || token->mark == 0x2013 || token->mark == 0x2014;
}

static inline PmMarked *
_pm_frames_get_marked (PmFrames *self, guint index)
{
  return &g_array_index (self->marked, PmMarked, index);
}

G_END_DECLS

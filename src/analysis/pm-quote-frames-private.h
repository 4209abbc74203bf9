/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-quotes-private.h"

G_BEGIN_DECLS

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
  guint next_unit_end; /* where the unit after this one ends, in the same paragraph */
  guint first_marked;  /* of this unit */
  guint end_marked;

  PmSpeaker carried; /* of the last quote with a cue; without words when there was none */
  PmTokenRange carried_cue;
  guint carried_unit; /* the first token of its unit */
  guint carried_paragraph;
  guint paragraph; /* of this unit, counted from 1 */
  gboolean carried_direct;
} PmFrames;

/* Returns: how many tokens from @i are a finite verb of speech outside quotation marks, or 0. */
guint _pm_frames_match_cue (PmFrames *self, guint i, guint64 *classes);

void _pm_frames_emit (PmFrames *self,
                      PmQuoteKind kind,
                      PmTokenRange range,
                      const PmSpeaker *speaker,
                      PmTokenRange cue);

/* Reported speech: clauses after, before and around a verb, and after "according to". Marked
 * stretches inside become part of it. */
void _pm_frames_read_reported (PmFrames *self);

static inline PmMarked *
_pm_frames_get_marked (PmFrames *self, guint index)
{
  return &g_array_index (self->marked, PmMarked, index);
}

G_END_DECLS

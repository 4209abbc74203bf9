/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis-private.h"

G_BEGIN_DECLS

/* Words between quotation marks, the marks included, within one paragraph. */
typedef struct
{
  PmTokenRange range;
  gboolean closed;    /* %FALSE when the paragraph ended first */
  gboolean continues; /* the paragraph began inside it */
} PmMarked;

/* Returns: (transfer full) (element-type PmMarked): in order, not overlapping. */
GArray *_pm_quote_marks_find (PmContext *self);

/* Who speaks, as far as the words beside a cue tell. */
typedef struct
{
  PmTokenRange words; /* empty when nobody is named there */
  char *name;         /* (nullable) */
  int entity;
  gboolean plural;
  const char *rule;
  double confidence;
} PmSpeaker;

/* Keeps what has been learned about speakers while a document is read from its start. */
typedef struct _PmSpeakers PmSpeakers;

/* @inside: for each token whether it stands between quotation marks, nonzero then; borrowed. */
PmSpeakers *_pm_speakers_new (PmContext *context, const guint *inside);
void _pm_speakers_free (PmSpeakers *self);

/* Takes out of @marked, in order, what stands in an entry of a list of sources: titles. */
void _pm_references_drop (const PmTokens *tokens, GArray *marked);

/* The subject that ends right before the verb at @cue; nothing before @limit is looked at.
 * Returns: whether there is one; @speaker is to be cleared then. */
gboolean _pm_speakers_find_before (PmSpeakers *self, guint limit, guint cue, PmSpeaker *speaker);
/* The noun phrase that begins at @from and ends before @limit.
 * @end: (out): the token after it. */
gboolean
_pm_speakers_find_after (PmSpeakers *self, guint from, guint limit, PmSpeaker *speaker, guint *end);
/* The first name or pronoun in @range, for want of a verb. */
gboolean _pm_speakers_find_in (PmSpeakers *self, PmTokenRange range, PmSpeaker *speaker);
/* Whether an adverb or auxiliary stands at @i, as one does between subject and verb. */
gboolean _pm_speakers_is_between (const PmTokens *tokens, guint i);
/* Whether a word of speech, a passive or a past form stands in the range. */
gboolean _pm_speakers_has_verb (const PmTokens *tokens, guint first, guint end);
/* Who may say the words of @quotation, beside which nobody is named. @whole: it stands alone. */
gboolean
_pm_speakers_guess (PmSpeakers *self, PmTokenRange quotation, gboolean whole, PmSpeaker *speaker);
/* Tells who has been found to speak, for the pronouns to come. */
void _pm_speakers_note (PmSpeakers *self, const PmSpeaker *speaker);
/* Says who @words are. Fills all of @speaker but the words' place in the sentence. */
gboolean _pm_speakers_resolve (PmSpeakers *self, PmTokenRange words, PmSpeaker *speaker);

void _pm_speaker_clear (PmSpeaker *self);
/* @self may be without a name. */
void _pm_speaker_copy (const PmSpeaker *self, PmSpeaker *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmSpeakers, _pm_speakers_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PmSpeaker, _pm_speaker_clear)

G_END_DECLS

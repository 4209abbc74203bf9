/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-quote-frames-private.h"

G_BEGIN_DECLS

/* A part of a unit between two marks; quotations and brackets inside it are not looked into. */
typedef struct
{
  PmTokenRange range;
  gunichar before;     /* the mark before it; 0 for none */
  PmTokenRange cue;    /* empty when it has none */
  guint64 cue_classes; /* PM_WORD_SAY, PM_WORD_ACCORDING, or 0 after PM_TRAIT_SO */
  guint cue_traits;
  gboolean as;     /* opens with PM_TRAIT_SO: "so", "wie", "comme" */
  gboolean marked; /* all of it is one quotation */
  gboolean used;   /* it reports, or is reported */
} PmClause;

/* Returns: (transfer full) (element-type PmClause): those of the unit, with their cues. */
GArray *_pm_clauses_split (PmFrames *self);

/* @marked: (transfer full) (element-type PmMarked)
 * Returns: (transfer full) (element-type PmMarked): the same without what stands between dashes
 * and says who speaks, and what dashes set off as speech. */
GArray *_pm_dashes_read (PmContext *self, GArray *marked);

/* Whether the quotation @marked is a name or title, not speech. */
gboolean _pm_clauses_is_name (PmFrames *self, PmTokenRange marked);
/* Returns: the token after the name in marks that covers @i; 0 when none does. */
guint _pm_clauses_skip_name (PmFrames *self, guint i);

/* Reads the unit of a language whose marks part its clauses. */
void _pm_clauses_read (PmFrames *self);

/* The subject of the verb at @cue within @clause: the noun phrase that opens the clause, or the one
 * after the verb.
 * Returns: whether there is one; @speaker is to be cleared then. */
gboolean _pm_clauses_find_subject (PmFrames *self,
                                   PmTokenRange clause,
                                   PmTokenRange cue,
                                   PmSpeaker *speaker);
/* The noun phrase at or soon after @from.
 * @end: (out): the token after it. */
gboolean
_pm_clauses_find_phrase (PmFrames *self, guint from, guint limit, PmSpeaker *speaker, guint *end);
/* The first person or pronoun among @words that no preposition ties to another. */
gboolean _pm_clauses_find_named (PmFrames *self, PmTokenRange words, PmSpeaker *speaker);
/* The noun phrase after "according to". */
gboolean
_pm_clauses_find_source (PmFrames *self, guint from, guint limit, PmSpeaker *speaker, guint *end);
/* The person that @words name, else the noun phrase that opens them. */
gboolean _pm_clauses_find_apart (PmFrames *self, PmTokenRange words, PmSpeaker *speaker);
/* Whether @clause is a noun phrase with a name, and no more. */
gboolean _pm_clauses_is_phrase (PmFrames *self, PmTokenRange clause);
/* Whom the text before @at is about: the person who spoke last, or was named since.
 * @gender: 1 for a man, 2 for a woman, 0 for either.
 * Returns: an entity, or -1. */
int _pm_clauses_find_topic (PmFrames *self, guint at, guint gender);
/* Takes whom the text is about for the speaker; @words name him only by a pronoun. */
gboolean
_pm_clauses_set_topic (PmFrames *self, PmTokenRange words, guint gender, PmSpeaker *speaker);
/* Returns: (transfer none) (nullable): the first @person among @words, or the first body. */
const PmMention *_pm_clauses_find_mention (PmFrames *self, PmTokenRange words, gboolean person);
/* Says who the noun phrase @words is. */
gboolean _pm_clauses_resolve (PmFrames *self, PmTokenRange words, PmSpeaker *speaker);

G_END_DECLS

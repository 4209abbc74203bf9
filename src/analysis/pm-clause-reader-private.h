/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-clauses-private.h"

G_BEGIN_DECLS

/* The forms of a verb that report, or may. */
#define PM_MOODS (PM_TRAIT_REPORTED | PM_TRAIT_SUPPOSED)
/* Quoted words without a cue of their own must be this many to be speech and not a term. */
#define PM_MIN_WORDS_ALONE 5
/* So few words before an aside are no statement by themselves. */
#define PM_MAX_OPENING 7

/* A unit and its clauses while they are read. */
typedef struct
{
  PmFrames *frames;
  const PmToken *tokens;
  GArray *clauses; /* (element-type PmClause) */
} PmClauseReader;

static inline PmClause *
_pm_clauses_get (PmClauseReader *r, guint k)
{
  return &g_array_index (r->clauses, PmClause, k);
}

guint _pm_clauses_count_words (PmClauseReader *r, PmTokenRange range);
/* Whether a word of @range outside marks has one of @traits. */
gboolean _pm_clauses_has (PmClauseReader *r, PmTokenRange range, guint traits);
/* The tokens of the clauses from @first up to but not including @end, marked as used by the second.
 */
PmTokenRange _pm_clauses_join (PmClauseReader *r, guint first, guint end);
void _pm_clauses_use (PmClauseReader *r, guint first, guint end);
/* Whether @clause is a pronoun alone, which only stresses the subject before it: "Lyon, lui, …". */
gboolean _pm_clauses_is_stress (PmClauseReader *r, const PmClause *clause);
/* Whether @clause may be part of a long subject: nothing in marks, and no verb but in a relative
 * clause. */
gboolean _pm_clauses_is_nominal (PmClauseReader *r, const PmClause *clause);

/* Reports @range, whatever it is: all in marks, partly, or not at all.
 * Returns: whether there is anything to report. */
gboolean _pm_clauses_report (PmClauseReader *r,
                             PmTokenRange range,
                             const PmSpeaker *speaker,
                             PmTokenRange cue);
/* Where what the verb before @range.first says begins, behind its "that"; 0 for nowhere. */
guint _pm_clauses_find_that (PmClauseReader *r, PmTokenRange range, const PmSpeaker *speaker);
/* Where the object of the verb in @clause begins, when the verb reports it; 0 when it does not. */
guint _pm_clauses_find_demand (PmClauseReader *r, const PmClause *clause, const PmSpeaker *speaker);
/* "X called it “a joke”": the quotations after the verb in @k, in its own clause. */
gboolean _pm_clauses_read_objects (PmClauseReader *r, guint k, const PmSpeaker *speaker);
/* "…, said X": the clauses before the cue in @k, and those that go on after it. */
gboolean _pm_clauses_read_inverted (PmClauseReader *r, guint k, const PmSpeaker *speaker);
/* "X said that …", "X said: …", "X said, …": what comes after the cue in @k. */
gboolean _pm_clauses_read_opening (PmClauseReader *r, guint k, const PmSpeaker *speaker);

/* Whether whoever spoke last may still speak in this unit, taken for @speaker by the second. */
gboolean _pm_clauses_may_carry (PmFrames *self);
gboolean _pm_clauses_carry (PmClauseReader *r, PmSpeaker *speaker);
/* "dit-on", "fait-on savoir": nobody is named in @clause.
 * Returns: the token after it; 0 for none. */
guint _pm_clauses_skip_anybody (PmClauseReader *r, const PmClause *clause);
/* "…, it says in the paper": no subject, but a source, or whoever spoke before. */
gboolean _pm_clauses_find_unnamed (PmClauseReader *r, guint k, PmSpeaker *speaker);
/* "À la mairie, on rappelle que …": the place speaks. */
gboolean _pm_clauses_find_place (PmClauseReader *r, guint k, PmSpeaker *speaker);
/* "по его словам": the pronoun stands inside the cue in @k; whoever that is may be told nowhere. */
gboolean _pm_clauses_find_unsaid (PmClauseReader *r, guint k, PmSpeaker *speaker);

G_END_DECLS

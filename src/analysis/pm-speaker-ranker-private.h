/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tokens.h"

G_BEGIN_DECLS

/* Where words do not name a speaker, several may be meant. Each candidate's evidence is a set of
 * bits, each bit has a weight learned from articles whose speakers are known, and the sums are
 * compared. All of it is in whole numbers, so that every machine chooses alike. */

typedef enum
{
  PM_CHOICE_PERSON,   /* "she said" */
  PM_CHOICE_BODY,     /* "it said", "they said", "the bank said" */
  PM_CHOICE_WHOLE,    /* a quotation that stands alone */
  PM_CHOICE_FRAGMENT, /* quoted words in a sentence of the writer's */
  PM_N_CHOICES
} PmChoice;

typedef enum
{
  PM_CANDIDATE_SAME_SENTENCE, /* its last mention is in the sentence of the choice */
  PM_CANDIDATE_SENTENCE_BEFORE,
  PM_CANDIDATE_TWO_BEFORE,
  PM_CANDIDATE_THREE_BEFORE,
  PM_CANDIDATE_FAR,
  PM_CANDIDATE_UNNAMED, /* it is not mentioned near, it only spoke */
  PM_CANDIDATE_SAME_PARAGRAPH,
  PM_CANDIDATE_PARAGRAPH_BEFORE,
  PM_CANDIDATE_SUBJECT,        /* its last mention opens its sentence */
  PM_CANDIDATE_SUBJECT_BEFORE, /* and that is the sentence before */
  PM_CANDIDATE_SUBJECT_SAME,
  PM_CANDIDATE_OPENS_PARAGRAPH,
  PM_CANDIDATE_FIRST_NAMED, /* of its type in its sentence */
  PM_CANDIDATE_AFTER_PREPOSITION,
  PM_CANDIDATE_OWNER,           /* "Anna Lind's" */
  PM_CANDIDATE_HEARER,          /* "told Anna Lind" */
  PM_CANDIDATE_PRONOUN,         /* a pronoun before stands for it */
  PM_CANDIDATE_PRONOUN_NEAREST, /* and no other pronoun is nearer */
  PM_CANDIDATE_PRONOUN_SAME_PARAGRAPH,
  PM_CANDIDATE_INSIDE, /* it is named between quotation marks only */
  PM_CANDIDATE_NEAREST,
  PM_CANDIDATE_WHOLE_NAME,
  PM_CANDIDATE_ONCE,
  PM_CANDIDATE_OFTEN,
  PM_CANDIDATE_MOST, /* named more often so far than others of its type */
  PM_CANDIDATE_GENDER_AGREES,
  PM_CANDIDATE_GENDER_UNKNOWN,
  PM_CANDIDATE_LAST, /* it spoke last */
  PM_CANDIDATE_LAST_SAME_SENTENCE,
  PM_CANDIDATE_LAST_SENTENCE_BEFORE,
  PM_CANDIDATE_LAST_SAME_PARAGRAPH,
  PM_CANDIDATE_LAST_PARAGRAPH_BEFORE,
  PM_CANDIDATE_LAST_FAR,
  PM_CANDIDATE_LAST_AGREES, /* it spoke last and its gender is known to agree */
  PM_CANDIDATE_LAST_BUT_ONE,
  PM_CANDIDATE_SPOKE,
  PM_CANDIDATE_ROLE,     /* "a dealer" opens a sentence shortly before */
  PM_CANDIDATE_NAMELESS, /* "a dealer in Paris" */
  PM_CANDIDATE_PERSON,
  PM_CANDIDATE_PLACE,
  PM_CANDIDATE_PLURAL, /* it is several */
  PM_CANDIDATE_PLURAL_AGREES,
  PM_CANDIDATE_RELATIVE,     /* "her husband, Anna Lind": named for whose relative it is */
  PM_CANDIDATE_MOST_OVERALL, /* named more often in the whole text than others of its type */
  PM_CANDIDATE_FIRST_OF_ALL, /* the first person named in it */
  PM_CANDIDATE_OPENING_LAST, /* it spoke last, and the choice opens its paragraph */
  PM_CANDIDATE_OPENING_MOST, /* it is named most, and the choice opens its paragraph */
  PM_CANDIDATE_OPENING_SUBJECT,
  PM_CANDIDATE_ONLY_AGREES, /* no other is known to be of the gender */
  PM_CANDIDATE_SAME_NOUN,   /* its name holds the noun that stands for it: "the bank" */
  PM_N_CANDIDATE_BITS
} PmCandidateBit;

typedef struct
{
  guint64 bits;
  char *name;         /* borrowed */
  int entity;         /* or -1 */
  PmTokenRange words; /* where it was named last */
  gboolean plural;
} PmCandidate;

/* Kept for whoever learns the weights. */
typedef struct
{
  PmChoice choice;
  gsize at; /* in bytes */
  guint64 bits;
  char *name;     /* (transfer full) */
  gboolean first; /* of its choice */
} PmChoiceTrace;

/* The most likely of @candidates, of which there is one at least.
 * @share: (out): how sure that is, in percent, as often as such choices were right. */
guint _pm_ranker_choose (PmChoice choice,
                         const PmCandidate *candidates,
                         guint n_candidates,
                         guint *share);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-quotes-private.h"
#include "pm-speaker-ranker-private.h"

G_BEGIN_DECLS

#define PM_N_SPOKEN 3
#define PM_MAX_CANDIDATES 16

typedef enum
{
  PM_GENDER_UNKNOWN,
  PM_GENDER_MALE,
  PM_GENDER_FEMALE
} PmGender;

/* One who was seen with a role. */
typedef struct
{
  int entity;
  guint modifier; /* the token of "Russian" in "Russian President", plus one; 0 for none */
  guint at;
} PmHolder;

/* One who was found speaking. */
typedef struct
{
  char *name; /* (nullable) */
  int entity;
  guint at; /* the token where that was last */
  PmTokenRange words;
  gboolean plural;
} PmSpoken;

/* A pronoun, and whom it was found to stand for. */
typedef struct
{
  guint at;
  int entity;
} PmLink;

struct _PmSpeakers
{
  PmContext *context;
  const guint *inside; /* for each token, nonzero between quotation marks */
  guint *paragraph_of; /* for each token */
  GHashTable *roles;   /* (element-type utf8 GArray<PmHolder>): by the role's last word */
  guint8 *genders;     /* for each entity, PmGender */
  guint *named;        /* for each entity, how often up to the last choice */
  guint most_named;    /* the highest of these */
  int most_entity;     /* whose that is, or -1 */
  int most_overall;    /* the person named most in the whole text, or -1 */
  int first_of_all;    /* the person named first in it, or -1 */
  guint next_mention;  /* the first not counted yet */
  GArray *links;       /* (element-type PmLink): in order */
  GPtrArray *phrases;  /* (element-type utf8): the names of candidates without one */
  guint next_pronoun;  /* the first token not looked at for one */

  PmSpoken spoken[PM_N_SPOKEN]; /* the latest first, each once */
};

/* Counts the mentions before token @at. */
void _pm_speakers_count_named (PmSpeakers *self, guint at);

/* "The expert in the third row", "a NATO official": a noun for one person that opens @sentence, and
 * what belongs to it. Returns: nothing where none does. */
PmTokenRange _pm_speakers_find_role (PmSpeakers *self, PmTokenRange sentence);

/* Chooses whom the @words mean; for a quotation without words they are the quotation's.
 * Returns: whether there is anybody; @chosen borrows its name then. */
gboolean _pm_speakers_choose (PmSpeakers *self,
                              PmChoice choice,
                              PmTokenRange words,
                              guint gender,
                              gboolean plural,
                              PmCandidate *chosen,
                              guint *share);

/* "who", but not the WHO. */
static inline gboolean
_pm_speakers_is_relative (const PmToken *token)
{
  return pm_token_is (token, PM_WORD_WHO) && token->letters == PM_CASE_LOWER;
}

/* "Anna Lind, the prosecutor, said". Returns: where the subject that ends at @comma begins. */
guint _pm_speakers_find_before_apposition (PmSpeakers *self, guint limit, guint comma);
/* "its treasurer, Anna Lind", "the pastor, the Rev. Andrew Lind". Returns: the end of the name that
 * follows the office from @from to @end; @end where none does. */
guint _pm_speakers_take_apposition (PmSpeakers *self, guint from, guint end, guint limit);
/* "In an interview last year the pianist Anna Lind". Returns: where the name that ends a part
 * begins, or @otherwise. */
guint _pm_speakers_find_person_at_end (PmSpeakers *self, guint start, guint end, guint otherwise);
/* Returns: where the part of a sentence between commas that ends before @end begins. */
guint _pm_speakers_find_part_start (const PmTokens *tokens, guint limit, guint end);
/* Returns: where the subject itself begins, behind "But", "Earlier", "In his speech". */
guint _pm_speakers_skip_opening (PmSpeakers *self, guint first, guint end);

G_END_DECLS

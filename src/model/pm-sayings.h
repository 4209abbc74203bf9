/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"
#include "pm-article.h"

G_BEGIN_DECLS

/* Who said what, across articles: a line for everything that was said, however many articles have
 * it. */

/* A quote of one article. */
typedef struct
{
  const PmArticle *article; /* lent by the sayings; without tags and collections */
  PmSpan span;              /* in its text */
  PmQuoteKind kind;
  PmVerdict verdict;
  char *words;   /* on one line */
  char *speaker; /* (nullable) */
} PmSayingPlace;

/* @words: gets its white space evened. @speaker: (nullable) */
PmSayingPlace *pm_saying_place_new (const PmArticle *article,
                                    const PmQuote *quote,
                                    const char *words,
                                    const char *speaker);
void pm_saying_place_free (PmSayingPlace *self);

/* One line. */
typedef struct
{
  char *speaker;     /* (nullable): the fullest name of the places */
  const char *key;   /* (nullable): of that, lent by the sayings (pm-entity-name.h) */
  GPtrArray *places; /* (element-type PmSayingPlace): the earliest first, those without a date
                        last */
  guint n_outlets;
  gboolean differs; /* the words are not the same everywhere */
} PmSaying;

/* A boxed value, immutable. */
typedef struct
{
  GPtrArray *lines; /* (element-type PmSaying): by their first place, the latest first */
  guint n_quotes;
  guint n_speakers;
  guint n_articles;
} PmSayings;

#define PM_TYPE_SAYINGS (pm_sayings_get_type ())
GType pm_sayings_get_type (void) G_GNUC_CONST;

/* Puts quotes of the same or nearly the same words together: half of the shorter one's runs of
 * three words stand in the other, and the speakers may be the same one; those of less than five
 * words have to be the same to the word, by the same speaker.
 * @articles: (element-type PmArticle) (transfer full). @places: (element-type PmSayingPlace)
 * (transfer full): of these articles, in any order. */
PmSayings *pm_sayings_new (GPtrArray *articles, GPtrArray *places);
PmSayings *pm_sayings_ref (PmSayings *self);
void pm_sayings_unref (PmSayings *self);
/* Whether both have the same lines of the same places in the same order. */
gboolean pm_sayings_is_same (PmSayings *self, PmSayings *other);

/* What is looked for; each member (nullable) for any. Case does not count. */
typedef struct
{
  const char *speaker; /* a part of the name */
  const char *words;   /* all of these, or parts of words, in any order */
  const char *outlet;  /* a part of the name */
  const char *since;   /* "2021", "2021-04", "2021-04-15"; that day, month, year included */
  const char *until;
  gboolean whole; /* @speaker and @outlet are whole names, as the lists below have them */
} PmSayingFilter;

/* Whether @date is a year, a month or a day in the form above. */
gboolean pm_saying_filter_is_date (const char *date);

/* The lines of which some one place fits.
 * Returns: (transfer container) (element-type PmSaying): they live as long as @self */
GPtrArray *pm_sayings_find (PmSayings *self, const PmSayingFilter *filter);

/* A speaker or an outlet. */
typedef struct
{
  char *name;
  guint n_lines; /* that have it */
} PmSayingName;

void pm_saying_name_free (PmSayingName *self);

/* Those that lines have, the most frequent first.
 * Returns: (transfer full) (element-type PmSayingName) */
GPtrArray *pm_sayings_list_speakers (PmSayings *self);
GPtrArray *pm_sayings_list_outlets (PmSayings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmSayingPlace, pm_saying_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmSayings, pm_sayings_unref)

G_END_DECLS

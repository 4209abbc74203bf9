/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-span.h"

G_BEGIN_DECLS

/* The shingles of a text: one number for every run of five words in it (of eight characters in a
 * script without spaces), each once, by which copies and shared passages are told whatever stands
 * around them. Case, signs and white space do not count. After Broder, "On the resemblance and
 * containment of documents" (1997). The numbers are the same on every machine: they are stored. */
typedef struct _PmShingles PmShingles;

typedef enum
{
  PM_LIKENESS_NONE,
  PM_LIKENESS_PASSAGES, /* a sentence or more is the same: at least 16 shingles, and a 25th of the
                         * shorter text's */
  PM_LIKENESS_COPY,     /* half or more of the shorter text stands in the other */
} PmLikeness;

/* @text: UTF-8. */
PmShingles *pm_shingles_new (const char *text);
/* With runs of @n_words words, for texts as short as a sentence. */
PmShingles *pm_shingles_new_short (const char *text, guint n_words);
void pm_shingles_free (PmShingles *self);
guint pm_shingles_get_count (PmShingles *self);
/* A number that tells the text's words in their order: signs, white space and case do not count. */
guint64 pm_shingles_get_words (PmShingles *self);
/* Returns: (transfer none) (element-type guint64): in order, each once; none is above 2^47 */
GArray *pm_shingles_get_hashes (PmShingles *self);

guint pm_shingles_count_common (PmShingles *self, PmShingles *other);
/* Texts with fewer than 20 shingles are like none: an error page, a caption. */
PmLikeness pm_shingles_compare (PmShingles *self, PmShingles *other);

/* Returns: (transfer full) (element-type PmSpan): where @text, from whatever text it is, has
 * shingles of @self: in order, apart from each other */
GArray *pm_shingles_find_common (PmShingles *self, const char *text);

/* What to store to find this text again: those that are 0 modulo 16, at most the 1024 smallest
 * (Broder's sketch modulo m, kept short by its min-wise one), in order. Two texts that share 40
 * shingles share one of these in 12 cases of 13.
 * Returns: (transfer full) (element-type gint64): none is negative */
GArray *pm_shingles_sample (PmShingles *self);

/* What texts had so far, to tell what the next one adds. */
typedef struct _PmShingleSet PmShingleSet;

PmShingleSet *pm_shingle_set_new (void);
void pm_shingle_set_free (PmShingleSet *self);
/* Adds @text to @self. @n_words: (out): its words.
 * Returns: those of them that stand in no run of five that was there before. */
guint pm_shingle_set_add (PmShingleSet *self, const char *text, guint *n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmShingles, pm_shingles_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmShingleSet, pm_shingle_set_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-features-private.h"

G_BEGIN_DECLS

/* A linear chain over the tokens of a sentence: each token gets the label that makes the best
 * chain. All weights are whole numbers, so every machine finds the same one.
 *
 * A model file: PM_TAGGER_MAGIC; what label 0 weighs everywhere, and the transition weights as
 * little-endian 16 bits, row by row; the number of features as 32 bits; then for each feature, by
 * rising hash: the distance from the hash before as a variable-length number (seven bits a byte,
 * the lowest first), the number of its weights as a byte, and each weight as its label and its
 * signed value, a byte each. */

#define PM_TAGGER_MAGIC "PMTAGS1\n"

/* Label 0 is no name; each type has four: first, inside, last, alone. */
enum
{
  PM_LABEL_FIRST,
  PM_LABEL_INSIDE,
  PM_LABEL_LAST,
  PM_LABEL_ALONE
};

#define PM_N_LABELS (1 + 4 * PM_N_ENTITY_TYPES)
#define PM_LABEL(type, place) (1 + 4 * (type) + (place))
#define PM_LABEL_TYPE(label) (((label) -1) / 4)
#define PM_LABEL_PLACE(label) (((label) -1) % 4)

static inline gboolean
pm_label_opens (guint label)
{
  return label == 0 || PM_LABEL_PLACE (label) == PM_LABEL_FIRST ||
         PM_LABEL_PLACE (label) == PM_LABEL_ALONE;
}

static inline gboolean
pm_label_closes (guint label)
{
  return label == 0 || PM_LABEL_PLACE (label) == PM_LABEL_LAST ||
         PM_LABEL_PLACE (label) == PM_LABEL_ALONE;
}

static inline gboolean
pm_label_follows (guint label, guint before)
{
  if (pm_label_closes (before) || pm_label_opens (label))
    return pm_label_closes (before) && pm_label_opens (label);
  return PM_LABEL_TYPE (label) == PM_LABEL_TYPE (before);
}

typedef struct _PmTagger PmTagger;

/* @bytes: a model file; not trusted.
 * Returns: (transfer full) (nullable): %NULL when it is no model. */
PmTagger *_pm_tagger_new (GBytes *bytes);
void _pm_tagger_free (PmTagger *self);

/* The model of a language, read on first use and kept for the life of the program.
 * Returns: (transfer none) (nullable): %NULL when there is none to read. */
const PmTagger *_pm_tagger_get (const char *language);

/* Writes what each of PM_N_LABELS labels weighs at token @at, without its neighbours' labels. */
void _pm_tagger_score (const PmTagger *self, PmFeatures *features, guint at, int *scores);

/* Writes the labels of the best chain. @scores: of the tokens of one sentence, one after another.
 */
void _pm_tagger_decode (const PmTagger *self, const int *scores, guint n_tokens, guint8 *labels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmTagger, _pm_tagger_free)

G_END_DECLS

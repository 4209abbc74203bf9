/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis-private.h"

G_BEGIN_DECLS

/* What the tagger looks at: each token as a list of numbers, the hashes of what is true of it ("the
 * word before is »minister«"). The trainer counts with the same numbers, so a change here asks for
 * new models. */

#define PM_MAX_FEATURES 320

typedef struct _PmFeatures PmFeatures;

/* @context: with its tokens and what the rules found in them; borrowed. */
PmFeatures *_pm_features_new (PmContext *context);
void _pm_features_free (PmFeatures *self);

/* What a feature knows its token by: the trainer hides the word or the lists now and then. */
typedef enum
{
  PM_FEATURE_OTHER,
  PM_FEATURE_LIST,
  PM_FEATURE_WORD
} PmFeatureGroup;

/* @groups: (out caller-allocates) (optional): the PmFeatureGroup of each feature.
 * Returns: how many were written to @features, at most PM_MAX_FEATURES. */
guint _pm_features_list (PmFeatures *self, guint at, guint32 *features, guint8 *groups);

/* Returns: the first token asked for that has the same letters in any case: one number a word. */
guint _pm_features_get_first (PmFeatures *self, guint at);

G_END_DECLS

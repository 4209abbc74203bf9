/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tagger-private.h"

G_BEGIN_DECLS

/* The weights of a linear-chain conditional random field while they are learned: AdaGrad, one
 * sentence at a time, with an L1 penalty that keeps few of them. It uses no mathematics library, so
 * that every machine learns the same weights. */
typedef struct _PmChain PmChain;

/* @dropped: the share of a token's features that one step does without, so that it learns from the
 * others too.
 * @groups: the PmFeatureGroup of each feature; kept by the caller.
 * @blind: the share of tokens that one step shows without what lists say of them, and the share
 * that it shows without their words: most names of a new text are neither in lists nor in the
 * lessons. */
PmChain *pm_chain_new (guint n_features,
                       double rate,
                       double penalty,
                       double dropped,
                       const guint8 *groups,
                       double blind);
void pm_chain_free (PmChain *self);

/* One step down the gradient of one sentence. @starts: n_tokens + 1 places in @features. */
void pm_chain_learn (PmChain *self,
                     guint n_tokens,
                     const guint32 *starts,
                     const guint32 *features,
                     const guint8 *labels);

/* Puts the average of the weights after each call of pm_chain_remember() in place. */
void pm_chain_remember (PmChain *self);
void pm_chain_average (PmChain *self);

/* Returns: (transfer none): PM_N_LABELS weights. */
const float *pm_chain_get_weights (PmChain *self, guint feature);
/* Returns: (transfer none): PM_N_LABELS weights, of what may follow @label. */
const float *pm_chain_get_transitions (PmChain *self, guint label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmChain, pm_chain_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-speaker-ranker-private.h"

#include "pm-speaker-weights-private.h"

/* A weight of 100 makes a candidate e times as likely. This is 1000 * exp (-n / 5). */
static const guint falling[] = { 1000, 819, 670, 549, 449, 368, 301, 247, 202, 165, 135,
                                 111,  91,  74,  61,  50,  41,  33,  27,  22,  18,  15,
                                 12,   10,  8,   7,   6,   5,   4,   3,   2,   2,   1 };

static int
sum_weights (PmChoice choice, guint64 bits)
{
  int sum = 0;

  for (guint i = 0; i < PM_N_CANDIDATE_BITS; i++)
    if (bits & (G_GUINT64_CONSTANT (1) << i))
      sum += weights[choice][i];
  return sum;
}

guint
_pm_ranker_choose (PmChoice choice, const PmCandidate *candidates, guint n_candidates, guint *share)
{
  guint best = 0;
  guint total = 0;
  int highest = sum_weights (choice, candidates[0].bits);

  for (guint i = 1; i < n_candidates; i++)
    {
      int sum = sum_weights (choice, candidates[i].bits);

      if (sum > highest)
        {
          highest = sum;
          best = i;
        }
    }
  for (guint i = 0; i < n_candidates; i++)
    {
      guint step = (highest - sum_weights (choice, candidates[i].bits)) / 20;

      total += step < G_N_ELEMENTS (falling) ? falling[step] : 0;
    }
  *share = right[choice][MIN (10000 / total, 9)];
  return best;
}

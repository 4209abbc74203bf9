/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-features-private.h"

G_BEGIN_DECLS

/* Between the two halves of the features: pm-traits.c reads what is true of each token by itself,
 * pm-features.c lists what follows for a token among its neighbours. */

#define PM_N_AFFIXES 4
/* Endings as long as the heads of compounds: "-ausschuss", "-museum". */
#define PM_N_HEADS 4

/* What is true of a token by itself, as hashes; what its neighbours add is mixed from theirs. */
typedef struct
{
  guint64 word;
  guint64 lower;
  guint64 shape;
  guint64 brief; /* the shape, repeats told once */
  guint64 prefixes[PM_N_AFFIXES];
  guint64 suffixes[PM_N_AFFIXES];
  guint64 heads[PM_N_HEADS]; /* where a language writes compounds as one word */
  guint64 classes;
  guint64 rule; /* what the rules made of it */
  guint64 cluster;
  guint32 listed;       /* PM_GAZETTEER_…, of the longest phrase around it */
  guint32 listed_alone; /* of the word by itself */
  guint8 listed_place;  /* first 1, last 2 */
  guint64 usage;        /* how the document writes this word elsewhere */
  guint32 run;          /* first token of the capitals around it */
  guint32 run_end;
  guint32 chain; /* first token of the runs that small words join: "Bank of England and Wales" */
  guint32 chain_end;
  guint8 capital;
  guint8 gap;
  guint8 style;   /* of its sentence */
  guint8 figures; /* how much of its sentence is numbers */
} PmTraits;

/* How the document writes one word, whatever its case. */
typedef struct
{
  guint64 lower;
  guint first; /* the token where it is first seen, plus one */
  guint n_lower;
  guint n_inside; /* capital where none is due */
  guint n_longer; /* capital beside another */
} PmUsage;

struct _PmFeatures
{
  PmContext *context;
  PmTraits *traits; /* one a token */
  PmUsage *usages;
  guint32 usage_mask;
  guint64 manner; /* what kind of writing it is */
};

/* Whether a capital at @at is due anyway. */
gboolean _pm_traits_opens (PmFeatures *self, guint at);

static inline guint64
_pm_mix (guint64 a, guint64 b)
{
  guint64 h = (a ^ (b + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (a << 6) + (a >> 2)));

  h ^= h >> 32;
  h *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return h ^ (h >> 29);
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"

G_BEGIN_DECLS

/* What the user says of an entity against the analysis. It holds by names, never by derived rows:
 * whatever an article names by @type and @name (see pm-entity-name.h) is what @kind says, however
 * often the article is analysed again. A name of several words is meant whatever type a later
 * analysis gives it, but for hiding. Corrections hold in the order in which they were made, each
 * on top of those before it; withdrawing one leaves the others, and one that finds nothing of its
 * name any more does nothing. */

typedef enum
{
  PM_CORRECTION_RENAME, /* @type stays */
  PM_CORRECTION_RETYPE, /* @name stays */
  PM_CORRECTION_MERGE,  /* it is the other one, whether an article names that too or not */
  PM_CORRECTION_SPLIT,  /* the mentions that read @form are of another one */
  PM_CORRECTION_HIDE,   /* not shown */
  PM_CORRECTION_APART,  /* not the other one: a suggestion refused, an acronym not joined */
  PM_N_CORRECTION_KINDS
} PmCorrectionKind;

/* "rename", "retype", "merge", "split", "hide", "apart". */
const char *pm_correction_kind_to_string (PmCorrectionKind kind);
gboolean pm_correction_kind_from_string (const char *string, PmCorrectionKind *kind);

/* A plain value. */
typedef struct
{
  gint64 id;      /* 0 until it is stored */
  char *uuid;     /* stable across bundles */
  gint64 article; /* the one it is about; 0 for the whole notebook */
  PmCorrectionKind kind;
  PmEntityType type;
  char *name;
  char *form; /* (nullable): of a split alone */
  PmEntityType to_type;
  char *to_name;  /* (nullable): %NULL of a hiding alone */
  gint64 created; /* µs UTC; 0 until it is stored */
} PmEntityCorrection;

/* For the whole notebook, with a fresh uuid. @form, @to_name: (nullable) */
PmEntityCorrection *pm_entity_correction_new (PmCorrectionKind kind,
                                              PmEntityType type,
                                              const char *name,
                                              const char *form,
                                              PmEntityType to_type,
                                              const char *to_name);
PmEntityCorrection *pm_entity_correction_copy (const PmEntityCorrection *self);
void pm_entity_correction_free (PmEntityCorrection *self);
/* Whether it has what its kind needs, and names that are not blank. */
gboolean pm_entity_correction_is_valid (const PmEntityCorrection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmEntityCorrection, pm_entity_correction_free)

G_END_DECLS

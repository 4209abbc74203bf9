/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"
#include "pm-entity-correction.h"

G_BEGIN_DECLS

/* All corrections of a notebook, in their order, made quick to ask: what the user's word makes of
 * an analysis, and of a name. Immutable. */
typedef struct _PmEntityCorrections PmEntityCorrections;

/* @list: (transfer full) (element-type PmEntityCorrection): in the order in which they hold. */
PmEntityCorrections *pm_entity_corrections_new (GPtrArray *list);
void pm_entity_corrections_free (PmEntityCorrections *self);
/* Returns: (transfer none) (element-type PmEntityCorrection) */
GPtrArray *pm_entity_corrections_get_list (PmEntityCorrections *self);

/* @analysis as the user wants it: entities named, typed, joined, taken apart and hidden, quotes and
 * sources led to them. Of an article whose entities no correction is about, that is @analysis
 * itself. Applied again to its own outcome it changes nothing more than a correction that takes a
 * name given by a later one would.
 * @applied: (out) (optional) (transfer container) (element-type PmEntityCorrection): those that
 * had something to correct here, in order; they live as long as @self. Returns: (transfer full) */
PmAnalysis *pm_entity_corrections_apply (PmEntityCorrections *self,
                                         PmAnalysis *analysis,
                                         PmDocument *document,
                                         gint64 article,
                                         GPtrArray **applied);

/* What the notebook's corrections make of a name, leaving aside those of single articles and the
 * splits, of which a name alone tells nothing. @type, @name: (inout): @name is lent: by the caller,
 * or by @self when it was changed. Returns: %FALSE when it is hidden. */
gboolean
pm_entity_corrections_resolve (PmEntityCorrections *self, PmEntityType *type, const char **name);

/* Adds to @names (element-type PmEntityName) those that a correction of any kind may turn into one
 * of them, however many steps away; some more may be among them. */
typedef struct
{
  PmEntityType type;
  char *name;
} PmEntityName;

PmEntityName *pm_entity_name_new (PmEntityType type, const char *name);
void pm_entity_name_free (PmEntityName *self);
void pm_entity_corrections_trace (PmEntityCorrections *self, GPtrArray *names);

/* Whether the user said that the two are not the same. */
gboolean pm_entity_corrections_keep_apart (PmEntityCorrections *self,
                                           const PmEntityName *one,
                                           const PmEntityName *other);

/* The corrections that keep two names apart of which one is the name or an alias of an entity of
 * @analysis. Returns: (transfer container) (element-type PmEntityCorrection) */
GPtrArray *pm_entity_corrections_list_apart (PmEntityCorrections *self, PmAnalysis *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmEntityCorrections, pm_entity_corrections_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmEntityName, pm_entity_name_free)

G_END_DECLS

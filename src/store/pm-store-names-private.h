/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-store-private.h"

G_BEGIN_DECLS

/* Which names of a notebook are of the same entity: the corrections, and the acronyms that articles
 * explain. */
typedef struct
{
  PmEntityCorrections *corrections;
  GHashTable *expansions; /* (element-type utf8 GPtrArray): of PmEntityName, by the acronym's id */
} PmNames;

PmNames *_pm_names_load (PmDb *db, GError **error);
void _pm_names_free (PmNames *self);
/* Type and key in one word. Returns: (transfer full) */
char *_pm_names_dup_id (PmEntityType type, const char *name);
/* Leads an acronym, as corrected, to its one expansion; anything else stays. @type, @name: (inout):
 * @name is lent by the caller or by @self. */
void _pm_names_expand (PmNames *self, PmEntityType *type, const char **name);
/* Every name, as derived, that may be of the entity. Returns: (element-type PmEntityName) */
GPtrArray *_pm_names_trace (PmNames *self, PmEntityType type, const char *name);
/* Adds to @suggestions (element-type PmEntityName) what may be the same and is not. */
gboolean _pm_names_suggest (PmNames *self,
                            PmDb *db,
                            PmEntityType type,
                            const char *name,
                            GPtrArray *suggestions,
                            GError **error);

/* Counts @n articles of a name. @by_id: (element-type utf8 PmNamed); @list: (element-type PmNamed):
 * owns them. */
void
_pm_named_count (GHashTable *by_id, GPtrArray *list, PmEntityType type, const char *name, guint n);
/* The most frequent first. */
void _pm_named_sort (GPtrArray *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmNames, _pm_names_free)

G_END_DECLS

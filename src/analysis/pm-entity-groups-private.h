/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis-private.h"

G_BEGIN_DECLS

/* The mentions of one name, on their way to be an entity. */
typedef struct
{
  PmEntity *entity;
  char *key; /* the folded name, an alias replaced by what it stands for */
  guint n_words;
  guint merged; /* the index of the group this one has become part of, plus one */
} PmNameGroup;

typedef struct
{
  PmContext *context;
  GPtrArray *groups; /* (element-type PmNameGroup) */
  GHashTable *keys;  /* (element-type utf8 guint): key to index plus one */
} PmGrouping;

/* Makes the group @part, and all that is part of it, part of the group @whole: indices. */
void _pm_grouping_merge (PmGrouping *self, guint part, guint whole);
/* What stands in brackets after a name is short for it. */
void _pm_grouping_join_brackets (PmGrouping *self);
/* What is short for another name of the text becomes part of it. */
void _pm_grouping_join_parts (PmGrouping *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* The links of an article to places in the same page, and the footnotes among those places. */
typedef struct _PmNotes PmNotes;

typedef struct
{
  const PmNode *node; /* (nullable): %NULL when the page has no such place */
  int number;         /* from 1, in the order in which they are linked to */
  gboolean is_note;   /* behind a link that looks like a note's mark, and short */
} PmPlace;

/* @roots: (element-type PmNode): what the article is made of; must outlive the result.
 * @base: what addresses are relative to. Returns: (transfer full) */
PmNotes *_pm_notes_find (GPtrArray *roots, const char *base);
void _pm_notes_free (PmNotes *self);

/* Returns: (nullable): where link @link leads in the page, when that exists. */
const PmPlace *_pm_notes_get_target (PmNotes *self, const PmNode *link);
/* Returns: (nullable): the place that @node is. */
const PmPlace *_pm_notes_get_place (PmNotes *self, const PmNode *node);
/* Whether @link leads from a note to where it is called. */
gboolean _pm_notes_is_way_back (PmNotes *self, const PmNode *link);
/* Returns: (nullable): the note numbered @number and up that comes first. */
const PmPlace *_pm_notes_next (PmNotes *self, int number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmNotes, _pm_notes_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-span.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What changed between two texts, by words, for people to read: paragraphs that are the same are
 * found first, words only within those that are not; a few words in common between long changes are
 * taken as changed too. White space alone is no change. */

typedef enum
{
  PM_DIFF_SAME,    /* stands in both */
  PM_DIFF_REMOVED, /* in the earlier text alone: @after is empty */
  PM_DIFF_ADDED,   /* in the later text alone: @before is empty */
  PM_DIFF_FOLDED,  /* the same in both, and far from any change */
} PmDiffKind;

/* "same", "removed", "added", "folded". */
const char *pm_diff_kind_to_string (PmDiffKind kind);

typedef struct
{
  PmDiffKind kind;
  PmSpan before; /* in the earlier text */
  PmSpan after;  /* in the later text */
} PmDiffPiece;

#define PM_TYPE_TEXT_DIFF (pm_text_diff_get_type ())

/* A boxed value, immutable. */
typedef struct
{
  char *before;
  char *after;
  GArray *pieces; /* (element-type PmDiffPiece): in order, without gaps in either text; a change's
                   * removed words before its added ones. Empty when both texts are */
  guint n_added;  /* words */
  guint n_removed;
} PmTextDiff;

GType pm_text_diff_get_type (void) G_GNUC_CONST;

/* Takes time by the length of the texts, and stops looking for the smallest difference where they
 * have little in common: 1 MB of each takes less than 0.3 s. @before, @after: UTF-8. */
PmTextDiff *pm_text_diff_new (const char *before, const char *after);
PmTextDiff *pm_text_diff_ref (PmTextDiff *self);
void pm_text_diff_unref (PmTextDiff *self);

/* Returns: (transfer full): what to show of piece @i, the white space before it included; of what
 * both texts have, as the later one has it. */
char *pm_text_diff_dup_text (PmTextDiff *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmTextDiff, pm_text_diff_unref)

G_END_DECLS

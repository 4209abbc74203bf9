/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis-private.h"

G_BEGIN_DECLS

#define PM_WORD_KNOWN_NAME (PM_WORD_KNOWN_ORG | PM_WORD_PLACE | PM_WORD_MISC)

/* How a sentence uses capitals. */
typedef enum
{
  PM_STYLE_PLAIN,
  PM_STYLE_HEADLINE, /* Most Words Have One, So None Tells Much */
  PM_STYLE_SHOUTING  /* ALL LETTERS ARE */
} PmStyle;

/* The first pass over names, in two files: pm-names.c cuts the text into pieces, pm-name-shapes.c
 * judges what a piece is. */
typedef struct
{
  PmContext *context;
  PmToken *tokens;
  guint n_tokens;
  PmStyle style; /* of the sentence at hand */
} PmNameFinder;

/* Whether a capital at @i is due anyway, so that it says nothing. */
gboolean _pm_names_is_opening (const PmNameFinder *self, guint i);
/* Whether the word at @i, written so, can be part of a name at all. */
gboolean _pm_names_is_word (const PmNameFinder *self, guint i);
gboolean _pm_names_follows_the (const PmNameFinder *self, guint first);
/* Whether one of the words from @first up to @end is of one of @classes. */
gboolean _pm_names_any_word (const PmNameFinder *self, guint first, guint end, guint64 classes);
/* How many tokens from @i are a known name within @end; 0 for none. */
guint _pm_names_match_known (const PmNameFinder *self, guint i, guint end, guint64 *classes);
/* How many tokens from @i are a title in capitals; 0 for none. */
guint _pm_names_match_title (const PmNameFinder *self, guint i, guint end);
void _pm_names_add (PmNameFinder *self, guint first, guint end, PmEntityType type, PmSureness sure);
/* Adds the mentions that the words from @first up to @end, without titles, are. */
void _pm_names_judge (PmNameFinder *self, guint first, guint end);

G_END_DECLS

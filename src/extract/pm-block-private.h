/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* One block of an article while it is put together: text and the marks within it, positions counted
 * from its start. */

typedef struct
{
  PmMarkKind kind;
  PmSpan span;
  char *url; /* (nullable): also of a link within the page, which the document leaves out */
} PmInline;

typedef struct
{
  PmMarkKind kind;
  int level; /* a heading's own, 1 to 6 */
  int number;
  guint group;     /* blocks of the same list or table share it; 0 for none */
  GString *text;   /* empty for an image or a rule */
  GArray *inlines; /* (element-type PmInline) in order of their start */
  char *url;       /* (nullable): of an image */
  char *alt;       /* (nullable): of an image */
  guint letters;   /* characters, white space not counted, ideographs thrice */
  guint linked;    /* of those, in links */
  guint strong;    /* of those, in strong or emphasised text */
} PmBlock;

PmBlock *_pm_block_new (PmMarkKind kind);
void _pm_block_free (PmBlock *self);
void _pm_block_add_inline (PmBlock *self, PmMarkKind kind, gsize start, gsize end, const char *url);
/* Drops white space at both ends, the marks following; inline marks that lost their last character
 * go. */
void _pm_block_trim (PmBlock *self);
gboolean _pm_block_is_text (const PmBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmBlock, _pm_block_free)

G_END_DECLS

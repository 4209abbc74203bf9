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
  int number;
} PmInline;

typedef struct
{
  PmMarkKind kind;
  int level; /* a heading's own, 1 to 6 */
  int number;
  guint group;     /* blocks of one list, table, quotation or figure share it; 0 for none */
  GString *text;   /* empty for an image or a rule */
  GArray *inlines; /* (element-type PmInline) in order of their start */
  char *url;       /* (nullable): of an image */
  char *alt;       /* (nullable): of an image */
  gboolean is_note;
  guint letters; /* characters, white space not counted, ideographs thrice */
  guint linked;  /* of those, in links; 0 in a note, where links are sources and no menu */
  guint strong;  /* of those, in strong or emphasised text */
} PmBlock;

PmBlock *_pm_block_new (PmMarkKind kind);
void _pm_block_free (PmBlock *self);
/* @mark: copied; one without characters is left out. */
void _pm_block_add_inline (PmBlock *self, const PmInline *mark);
/* The whole block is where references of @number lead. */
void _pm_block_add_target (PmBlock *self, int number, gboolean is_note);
/* Drops white space at both ends, the marks following; inline marks that lost their last character
 * go. What means something in code (the first line's indentation) and in rows (empty cells) stays.
 */
void _pm_block_trim (PmBlock *self);
/* @other's text and marks as a further line. */
void _pm_block_append (PmBlock *self, const PmBlock *other);
gboolean _pm_block_is_text (const PmBlock *self);
/* Whether it is the column of line numbers beside some code. */
gboolean _pm_block_is_line_numbers (const PmBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmBlock, _pm_block_free)

G_END_DECLS

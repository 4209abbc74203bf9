/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"

G_BEGIN_DECLS

/* Writes an article block by block: white space collapsed as a browser would show it (a no-break
 * space counts as a space), soft hyphens and zero-width spaces dropped. */

/* What the next block will be. */
typedef struct
{
  PmMarkKind kind;
  int level;
  int number;
  guint group;
} PmBlockStart;

typedef struct
{
  GPtrArray *blocks; /* (element-type PmBlock): that are done */
  PmBlock *current;  /* (nullable) */
  PmBlockStart start;
  GArray *open;        /* (element-type PmInline) */
  GArray *targets;     /* (element-type guint): wait for their block */
  GPtrArray *pictures; /* (element-type PmBlock): that stand in or behind the block at hand */
  gboolean has_note;   /* one of @targets is a note */
  gboolean space;      /* white space was seen and not yet written */
  guint line_breaks;   /* so many <br>, likewise */
  gboolean verbatim;
  gboolean in_row; /* one block whatever is inside */
} PmPen;

void _pm_pen_init (PmPen *self);
/* Returns: (transfer full) (element-type PmBlock): all that was written. */
GPtrArray *_pm_pen_finish (PmPen *self);

void _pm_pen_write (PmPen *self, const char *text);
void _pm_pen_break_line (PmPen *self);
void _pm_pen_end_block (PmPen *self);
/* Begins a block though nothing is written yet. */
void _pm_pen_begin_block (PmPen *self);
/* Goes on with the next cell of a row; the first is open when the row begins. */
void _pm_pen_next_cell (PmPen *self);

/* @url: (nullable). Marks nest. */
void _pm_pen_open (PmPen *self, PmMarkKind kind, const char *url, int number);
void _pm_pen_close (PmPen *self);
/* The next words stand where references of @number lead. */
void _pm_pen_add_target (PmPen *self, int number, gboolean is_note);
/* @block: (transfer full): one without text: behind the block at hand when that has begun. */
void _pm_pen_place (PmPen *self, PmBlock *block);
/* Captions that stand above their pictures go below, from block @first on. */
void _pm_pen_move_captions (PmPen *self, guint first);

G_END_DECLS

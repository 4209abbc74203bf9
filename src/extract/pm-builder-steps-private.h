/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-gallery-private.h"
#include "pm-notes-private.h"
#include "pm-pen-private.h"

G_BEGIN_DECLS

/* The walk that makes blocks of a page: where it stands, and the steps that call each other. */
typedef struct
{
  const char *base;
  PmPen pen;
  PmNotes *notes;
  PmGallery gallery;
  GHashTable *times;  /* (element-type PmNode): of a live blog's entries */
  GHashTable *placed; /* (element-type PmNode): places that were written */
  int list_level;
  int quote_level;
  int quotes;
  guint quote_group;
  guint figure;        /* the group of the one at hand, 0 for none */
  guint caption;       /* likewise */
  gboolean is_quoting; /* the figure holds a quotation; its caption says whose */
  guint groups;
  int tables;
} PmBuilder;

/* What is furniture elsewhere may belong to what is around it here. */
gboolean _pm_builder_leaves_out (PmBuilder *self, const PmNode *node);
void _pm_builder_walk (PmBuilder *self, const PmNode *node);
void _pm_builder_walk_children (PmBuilder *self, const PmNode *node);
void _pm_builder_walk_inline (PmBuilder *self, const PmNode *node, PmMarkKind kind);
/* Runs @node's children as blocks that begin as @start says. */
void _pm_builder_walk_blocks (PmBuilder *self, const PmNode *node, PmBlockStart start);

/* pm-builder-blocks.c */
void _pm_builder_walk_item (PmBuilder *self, const PmNode *item, int number, guint group);
void _pm_builder_walk_list (PmBuilder *self, const PmNode *node);
void _pm_builder_walk_table (PmBuilder *self, const PmNode *node);
void _pm_builder_walk_quote (PmBuilder *self, const PmNode *node);
void _pm_builder_walk_code (PmBuilder *self, const PmNode *node);
/* Pages put each line of code into an element of its own. */
void _pm_builder_walk_code_line (PmBuilder *self, const PmNode *node);
gboolean _pm_builder_is_caption (PmBuilder *self, const PmNode *node);
void _pm_builder_walk_caption (PmBuilder *self, const PmNode *node);
/* Captions stand below their pictures, wherever the page has them. */
void _pm_builder_walk_figure (PmBuilder *self, const PmNode *node);

G_END_DECLS

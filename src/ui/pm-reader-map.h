/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-span.h"

G_BEGIN_DECLS

/* Which bytes of a document stand where in a text view. The view shows stretches of the document,
 * character for character, with words of its own between them (bullets, outlet and byline, one line
 * feed where the document has two). Positions within a stretch and at its two ends convert exactly,
 * both ways; those between stretches go to the nearest end on the side that is asked for, so that
 * a span never grows over words that are not the document's. */
typedef struct _PmReaderMap PmReaderMap;

typedef enum
{
  PM_EDGE_START, /* the start of a span: leans forward, to the next stretch */
  PM_EDGE_END,   /* the end of a span: leans back, to the stretch before */
} PmEdge;

/* @text: valid UTF-8, borrowed for the life of the map. */
PmReaderMap *pm_reader_map_new (const char *text, gsize length);
void pm_reader_map_free (PmReaderMap *self);

/* The stretch @span of the document stands at character @offset of the view. In rising order.
 * Returns: how many characters it has. */
guint pm_reader_map_add (PmReaderMap *self, PmSpan span, guint offset);

/* Returns: the character of the view for byte @at of the document. */
guint pm_reader_map_to_offset (PmReaderMap *self, gsize at, PmEdge edge);
/* Returns: the byte of the document for character @offset of the view. */
gsize pm_reader_map_to_byte (PmReaderMap *self, guint offset, PmEdge edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmReaderMap, pm_reader_map_free)

G_END_DECLS

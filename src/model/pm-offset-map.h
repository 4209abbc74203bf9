/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Converts between the two ways of counting a text: UTF-8 bytes, which everything here uses, and
 * Unicode code points, which GtkTextIter, the W3C selectors and the command line's JSON use. One
 * pass over the text when made; every look-up after that touches at most a few hundred bytes. */
typedef struct _PmOffsetMap PmOffsetMap;

/* @text: valid UTF-8, borrowed for the life of the map. @length: its bytes. */
PmOffsetMap *pm_offset_map_new (const char *text, gsize length);
void pm_offset_map_free (PmOffsetMap *self);

/* @byte beyond the text counts as its end; inside a character, as that character's start. */
gsize pm_offset_map_to_chars (PmOffsetMap *self, gsize byte);
/* @chars beyond the text counts as its end. */
gsize pm_offset_map_to_bytes (PmOffsetMap *self, gsize chars);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmOffsetMap, pm_offset_map_free)

G_END_DECLS

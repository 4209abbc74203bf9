/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-reader-text.h"

G_BEGIN_DECLS

/* One document as a text buffer, with its looks applied. It never changes after it is made, but
 * for the looks. Positions of the document convert to places here as pm-reader-map.h says. */

#define PM_TYPE_READER_BUFFER (pm_reader_buffer_get_type ())
G_DECLARE_FINAL_TYPE (PmReaderBuffer, pm_reader_buffer, PM, READER_BUFFER, GtkTextBuffer)

PmReaderBuffer *
pm_reader_buffer_new (PmDocument *document, const PmArticle *article, const PmReaderStyle *style);
PmDocument *pm_reader_buffer_get_document (PmReaderBuffer *self);
void pm_reader_buffer_set_style (PmReaderBuffer *self, const PmReaderStyle *style);
/* Lines up the cells of all tables within @width pixels. @context: the view's. */
void pm_reader_buffer_set_width (PmReaderBuffer *self, PangoContext *context, int width);
GtkTextTag *pm_reader_buffer_get_tag (PmReaderBuffer *self, PmLook look);

/* Images, each at an anchor of its own line. Returns: (transfer none) (nullable): the image's mark;
 * %NULL when there are no more than @i. */
const PmMark *
pm_reader_buffer_get_image (PmReaderBuffer *self, guint i, GtkTextChildAnchor **anchor);

void pm_reader_buffer_get_iter (PmReaderBuffer *self, gsize at, PmEdge edge, GtkTextIter *iter);
gsize pm_reader_buffer_get_byte (PmReaderBuffer *self, const GtkTextIter *iter, PmEdge edge);
/* Returns: %FALSE when nothing of @span is shown. */
gboolean pm_reader_buffer_get_bounds (PmReaderBuffer *self,
                                      PmSpan span,
                                      GtkTextIter *start,
                                      GtkTextIter *end);
/* The document's words between two places in any order; empty when only the reader's own words
 * stand there. */
PmSpan
pm_reader_buffer_get_span (PmReaderBuffer *self, const GtkTextIter *start, const GtkTextIter *end);
/* Returns: (nullable): the link or reference at byte @at. */
const PmMark *pm_reader_buffer_find_link (PmReaderBuffer *self, gsize at);
/* Returns: (nullable): where @reference leads. */
const PmMark *pm_reader_buffer_find_target (PmReaderBuffer *self, const PmMark *reference);

void pm_reader_buffer_apply (PmReaderBuffer *self, PmLook look, PmSpan span);
void pm_reader_buffer_clear (PmReaderBuffer *self, PmLook look);
/* Draws these in place of those drawn before. @highlights: (element-type PmHighlight) */
void pm_reader_buffer_set_highlights (PmReaderBuffer *self, GPtrArray *highlights);

G_END_DECLS

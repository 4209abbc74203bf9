/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-reader-buffer.h"

G_BEGIN_DECLS

/* The text of an article: a column of so many characters in the middle, drawn with the bars of
 * quotations, the grounds of code, rules and table lines. Read-only, but with a cursor, for the
 * keyboard to select with. Copying gives the document's own words.
 *
 * Signals:
 *   "column-changed": the column's width or the font did; see pm_reader_view_get_column().
 *   "released" (double x, double y, gboolean moved, guint modifiers): the first pointer button,
 * after a click or a drag; the selection is made by then. */

#define PM_TYPE_READER_VIEW (pm_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (PmReaderView, pm_reader_view, PM, READER_VIEW, GtkTextView)

/* @article: (nullable): shows nothing when @document is %NULL. */
void pm_reader_view_show (PmReaderView *self, PmDocument *document, const PmArticle *article);
/* Returns: (nullable): %NULL when nothing is shown. */
PmReaderBuffer *pm_reader_view_get_article (PmReaderView *self);

/* @family: "serif", "sans", "system", or a font family. @points: its size. @characters: of a line.
 */
void pm_reader_view_set_font (PmReaderView *self, const char *family, int points, int characters);
/* Brings byte @at into view. @position: how far down the view it comes to stand, 0–1. May be asked
 * for before there is a layout. */
void pm_reader_view_scroll_to (PmReaderView *self, gsize at, double position);
/* The width of the column in pixels; 0 before there is one. */
int pm_reader_view_get_column (PmReaderView *self);

/* Whether the first pointer button is down: a selection may be in the making. */
gboolean pm_reader_view_is_pressed (PmReaderView *self);
/* Where @iter is drawn, in the view's coordinates. */
void pm_reader_view_get_rect (PmReaderView *self, const GtkTextIter *iter, GdkRectangle *rect);
/* The document's byte under a point. Returns: %FALSE when there is no text. */
gboolean pm_reader_view_find_at (PmReaderView *self, double x, double y, gsize *at);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-reader-buffer.h"

G_BEGIN_DECLS

/* Draws what stands behind the lines of @article that are in view and no text tag can draw: the
 * bars of quotations, the grounds of code, rules, the lines of tables, and those under marked
 * words. In the buffer coordinates of @view. @column: the width of the text in pixels. */
void pm_reader_ground_draw (GtkTextView *view,
                            PmReaderBuffer *article,
                            const PmReaderStyle *style,
                            int column,
                            GtkSnapshot *snapshot);

G_END_DECLS

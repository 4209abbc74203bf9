/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-reader-tags.h"

G_BEGIN_DECLS

/* Where the columns of a table begin, so that its longest cells fit; all columns are narrowed alike
 * when they do not fit within @width pixels together. @context: the view's. @rows: (element-type
 * PmSpan) of @text, cells parted by tabs.
 * Returns: (transfer full) */
PangoTabArray *pm_reader_table_make_tabs (PangoContext *context,
                                          PmReaderTags *tags,
                                          const char *text,
                                          GArray *rows,
                                          int width);

G_END_DECLS

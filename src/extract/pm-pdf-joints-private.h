/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-pdf-lines-private.h"

G_BEGIN_DECLS

/* How the lines of one paragraph are put together. */

/* Whether nothing has to follow @text. */
gboolean _pm_pdf_ends_sentence (const char *text);

/* Returns: (transfer full) (element-type utf8): the words of @lines that stand within a line, in
 * lower case: by them hyphens at line ends are judged. */
GHashTable *_pm_pdf_list_words (GPtrArray *lines);

/* Appends @next, the text of the next line, to @block, with its links. */
void _pm_pdf_join (PmBlock *block, const PmBlock *next, GHashTable *words);

G_END_DECLS

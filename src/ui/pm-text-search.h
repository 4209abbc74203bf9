/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-span.h"

G_BEGIN_DECLS

/* Where @words stand in @text, without regard to case, kind of white space or shape of quotation
 * marks and dashes; at most @limit places, none overlapping.
 * Returns: (transfer full) (element-type PmSpan): in order; empty for no words. */
GArray *pm_text_search (const char *text, gsize length, const char *words, guint limit);

G_END_DECLS

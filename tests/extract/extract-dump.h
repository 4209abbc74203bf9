/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-extract.h"

G_BEGIN_DECLS

/* Returns: (transfer full): @document as text for people to compare: a line for every field of
 * metadata with the key it came from, then every block with its kind, level and number, and under
 * it its inline marks. */
char *extract_dump (PmDocument *document);

/* Whether what pm-document.h promises of a text and its marks holds; else the reason is added to
 * the test's log. */
gboolean extract_check (PmDocument *document);

G_END_DECLS

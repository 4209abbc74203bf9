/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the document of plain text: paragraphs are parted by blank lines; lines
 * are joined where they were evidently wrapped at a margin; a short first paragraph of one line is
 * the title. */
PmDocument *_pm_plain_text_read (const char *text);

G_END_DECLS

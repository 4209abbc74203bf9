/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-pdf-lines-private.h"

G_BEGIN_DECLS

/* Makes paragraphs of lines: by gaps, indents, sizes, and by whether the next word would still have
 * fitted; joined over columns and pages where a sentence goes on; hyphens at line ends undone.
 * @lines: (element-type PmPdfLine): without running titles; their texts are used up.
 * @title: (out) (nullable): the largest text of the first page; free with g_free().
 * Returns: (transfer full) (element-type PmBlock) */
GPtrArray *_pm_pdf_text_build (GPtrArray *lines, char **title);

G_END_DECLS

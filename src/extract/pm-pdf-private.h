/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"
#include "pm-page.h"

G_BEGIN_DECLS

/* Whether @page is a PDF, whatever its label. */
gboolean _pm_pdf_is_one (PmPage *page);

/* The text of a PDF as an article. At most 2,000 pages and 16 MiB of text are read.
 * Returns: (transfer full): or %NULL with a PmExtractError. */
PmDocument *_pm_pdf_read (PmPage *page, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"
#include "pm-page.h"
#include "pm-resource.h"

G_BEGIN_DECLS

/* Page to document: pure functions, callable from any thread, safe on hostile bytes. */

#define PM_EXTRACT_ERROR (pm_extract_error_quark ())
GQuark pm_extract_error_quark (void);

typedef enum
{
  PM_EXTRACT_ERROR_EMPTY,     /* no text at all */
  PM_EXTRACT_ERROR_NOT_TEXT,  /* an image, an archive, … whatever its label says */
  PM_EXTRACT_ERROR_TOO_LARGE, /* more than 64 MiB of text */
} PmExtractError;

/* The article of @page: charset found (BOM, HTTP header, meta, then detection), HTML parsed by the
 * HTML5 rules, body and metadata told from furniture. A text/plain page becomes paragraphs, and so
 * does a PDF, whatever its label: lines re-joined, running titles dropped. A page
 * that a browser or SingleFile saved as HTML or MHTML is read as the page of the address it came
 * from; when @page is a file (its requested_url says so), that address is the document's canonical
 * one. The pages that follow it (its "next") are read as the article's further ones; where the last
 * of them leads on, the document says to where (%PM_META_NEXT_PAGE).
 * What is no article, or not all of one, is read as far as there is text, and has PM_META_NOTICE.
 * White space is collapsed, no-break spaces count as spaces, soft hyphens are dropped.
 * Returns: (transfer full): or %NULL with a %PM_EXTRACT_ERROR, its message one translated sentence.
 */
PmDocument *pm_extract (PmPage *page, GError **error);

/* Makes now what extraction would make later: tables of charsets and translated sentences, from
 * files, and patterns compiled. For a process that is about to give up all that. */
void pm_extract_prepare (void);
/* The images that @document, made from @page, shows and whose bytes @page carries: in the parts of
 * an MHTML file, or written out in their addresses as SingleFile does. At most 200, of at most 10
 * MiB each. Returns: (transfer full) (element-type PmResource): each by the address that the
 * document's mark has; empty for a page that only names its images. */
GPtrArray *pm_extract_images (PmPage *page, PmDocument *document);

/* The page's bytes as valid UTF-8 with LF line ends and no NUL, undecodable bytes as U+FFFD.
 * @charset: (out) (nullable): the charset used; free with g_free(). */
char *pm_extract_decode (PmPage *page, gsize *length, char **charset);

G_END_DECLS

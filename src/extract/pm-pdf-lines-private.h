/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "pm-block-private.h"

G_BEGIN_DECLS

/* The lines of a PDF in reading order, with where and how they stand. */
typedef struct
{
  PmBlock *block;        /* its text, links and emphasis; the kind is not decided yet */
  double x1, y1, x2, y2; /* in points from the page's upper left corner */
  double size;           /* of most of its letters, in points */
  gboolean bold;         /* all of it */
  guint page;
  guint run; /* lines of one column on one page have the same */
} PmPdfLine;

/* Appends the lines of @page to @lines (element-type PmPdfLine). @base: what links are relative
 * to. */
void _pm_pdf_lines_read (GPtrArray *lines, PopplerPage *page, guint number, const char *base);
void _pm_pdf_line_free (PmPdfLine *self);

/* Drops what stands at the same place on several pages: running titles and page numbers. */
void _pm_pdf_lines_drop_furniture (GPtrArray *lines, guint n_pages);

/* Turns a text that runs to the left around, so that its lines begin where others do: what follows
 * needs not know. */
void _pm_pdf_lines_mirror (GPtrArray *lines);

/* Where the text of a page stands in columns, puts it in their order; elsewhere poppler knows it
 * best. */
void _pm_pdf_lines_order (GPtrArray *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmPdfLine, _pm_pdf_line_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-document.h"
#include "pm-page.h"
#include "pm-resource.h"

G_BEGIN_DECLS

/* What goes over the socket between the program and a worker: a length (64 bits, the machine's own
 * order) and a GVariant of that many bytes. Neither side trusts the other's: a broken one is %NULL.
 */

/* More is no answer, and no page either. */
#define PM_WIRE_MAX (G_GUINT64_CONSTANT (512) * 1024 * 1024)

/* As much of @page, and of the pages after it, as extraction looks at. */
GBytes *_pm_wire_write_page (PmPage *page);
PmPage *_pm_wire_read_page (GBytes *bytes);

/* @document, @images: (nullable): %NULL when @message says why there is none. */
GBytes *_pm_wire_write_answer (PmDocument *document, GPtrArray *images, const char *message);
/* @images: (out) (optional): left alone when there is no document.
 * @message: (out): what the page was refused with, when there is no document; %NULL in a broken
 * answer. */
PmDocument *_pm_wire_read_answer (GBytes *bytes, GPtrArray **images, char **message);

G_END_DECLS

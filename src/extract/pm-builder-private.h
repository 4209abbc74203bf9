/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"

G_BEGIN_DECLS

/* Walks chosen parts of a page and makes blocks of them: white space collapsed as a browser would
 * show it (a no-break space counts as a space), soft hyphens and zero-width spaces dropped,
 * addresses absolute.
 * @roots: (element-type PmNode): in document order.
 * Returns: (transfer full) (element-type PmBlock) */
GPtrArray *_pm_builder_build (GPtrArray *roots, const char *base);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-saved-private.h"

G_BEGIN_DECLS

/* MHTML (RFC 2557): a message whose parts are a page and what it shows. At most 2,000 parts, eight
 * levels of them, and 64 MiB in all. */

/* Whether @page begins as such a message, whatever its label, or by its label is one without the
 * header, as servers send it. */
gboolean _pm_mhtml_is_one (PmPage *page);

/* Returns: (transfer full): the page in it: the part that the message starts with, or else its
 * first one of HTML; or %NULL with a PmExtractError. */
PmSaved *_pm_mhtml_open (PmPage *page, GError **error);

/* Moves the images of @wanted (element-type utf8) that are in @page to @resources (element-type
 * PmResource). */
void _pm_mhtml_take_images (PmPage *page, GHashTable *wanted, GPtrArray *resources);

G_END_DECLS

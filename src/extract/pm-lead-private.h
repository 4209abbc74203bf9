/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* Pages have their article's first picture above its text as a rule, in a part of its own.
 * @roots: (element-type PmNode): what the article's text is made of. @url: (nullable): the picture
 * that the page names for others to show. Returns: (transfer full) (element-type PmBlock): that
 * picture as it stands in the page before @roots, with its caption; empty when it is not there, or
 * among @roots as well. */
GPtrArray *_pm_lead_read (GPtrArray *roots, const char *url, const char *base);

G_END_DECLS

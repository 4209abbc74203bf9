/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the document of a title and blocks, parted as pm-document.h says.
 * @title: (nullable)
 * @blocks: (element-type PmBlock) */
PmDocument *_pm_composer_compose (const char *title, GPtrArray *blocks);

G_END_DECLS

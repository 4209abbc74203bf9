/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-saying-item.h"

G_BEGIN_DECLS

/* Lines of who said what as a list model that makes an item only when it is asked for it, so that a
 * hundred thousand cost nothing until they are shown. */
#define PM_TYPE_SAYING_LIST (pm_saying_list_get_type ())
G_DECLARE_FINAL_TYPE (PmSayingList, pm_saying_list, PM, SAYING_LIST, GObject)

/* @lines: (element-type PmSaying): of @sayings. */
PmSayingList *pm_saying_list_new (PmSayings *sayings, GPtrArray *lines);

G_END_DECLS

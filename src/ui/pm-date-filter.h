/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button that says between which dates, and chooses them in its popover: by a calendar, or typed
 * as precisely as one likes. Signal: "changed". */
#define PM_TYPE_DATE_FILTER (pm_date_filter_get_type ())
G_DECLARE_FINAL_TYPE (PmDateFilter, pm_date_filter, PM, DATE_FILTER, AdwBin)

/* Returns: (nullable): a date as pm-sayings.h has it; %NULL for any */
const char *pm_date_filter_get_since (PmDateFilter *self);
const char *pm_date_filter_get_until (PmDateFilter *self);
void pm_date_filter_clear (PmDateFilter *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A button that chooses one of many names, or any: it says which one is chosen, and its popover
 * lists them with their numbers of lines and finds them by a part of the name.
 *
 * Properties: "title" (string): what the names are, "Speaker"; "any" (string): the words for no
 * choice, "Any Speaker"; "chosen" (string, nullable). */
#define PM_TYPE_NAME_FILTER (pm_name_filter_get_type ())
G_DECLARE_FINAL_TYPE (PmNameFilter, pm_name_filter, PM, NAME_FILTER, AdwBin)

/* @names: (nullable) (element-type PmSayingName): the most frequent first. The choice stays, though
 * it may not be among them. */
void pm_name_filter_set_names (PmNameFilter *self, GPtrArray *names);
/* Returns: (nullable): %NULL for any */
const char *pm_name_filter_get_chosen (PmNameFilter *self);
/* @name: (nullable) */
void pm_name_filter_set_chosen (PmNameFilter *self, const char *name);

G_END_DECLS

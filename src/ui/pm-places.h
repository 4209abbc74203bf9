/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The places of a notebook: All articles, Unread, Trash, its collections and its tags, each with
 * its count. Signal "chosen": another place was chosen. */

#define PM_TYPE_PLACES (pm_places_get_type ())
G_DECLARE_FINAL_TYPE (PmPlaces, pm_places, PM, PLACES, AdwBin)

/* @summary: (nullable): %NULL shows the fixed places without counts. The place chosen stays while
 * it exists, else All articles is. */
void pm_places_set_summary (PmPlaces *self, const PmSummary *summary);
PmListScope pm_places_get_scope (PmPlaces *self);
/* Returns: (nullable) (transfer none): of the collection or tag chosen. */
const char *pm_places_get_label (PmPlaces *self);
void pm_places_choose (PmPlaces *self, PmListScope scope, const char *label);

G_END_DECLS

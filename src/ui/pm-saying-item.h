/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-sayings.h"

G_BEGIN_DECLS

/* What a list shows of a line of who said what, or of one of its places. Properties, for the row:
 * "words" (string: markup, with what differs from the first place marked), "speaker", "initials"
 * (strings, nullable), "origin" (string: outlet and date, or for a place its article too), "more"
 * (string: how many outlets more; empty when there are none), "note" (string: what else there is to
 * say), "has-more", "has-note", "is-line" (gboolean), "speaker-classes", "avatar-classes"
 * (strv: of the style sheet), "title" (string: all of it, for a screen
 * reader). */
#define PM_TYPE_SAYING_ITEM (pm_saying_item_get_type ())
G_DECLARE_FINAL_TYPE (PmSayingItem, pm_saying_item, PM, SAYING_ITEM, GObject)

/* @place: a place of @saying; %NULL for the line itself. @sayings: what both are of. */
PmSayingItem *
pm_saying_item_new (PmSayings *sayings, const PmSaying *saying, const PmSayingPlace *place);
/* Where opening it leads: the line's first place, or the place. */
const PmSayingPlace *pm_saying_item_get_place (PmSayingItem *self);
/* Returns: (transfer full) (nullable): the places of a line that has several. */
GListModel *pm_saying_item_list_places (PmSayingItem *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-notebook.h"

G_BEGIN_DECLS

/* One feed of a list, as it was when the list was last read. */
#define PM_TYPE_FEED_ITEM (pm_feed_item_get_type ())
G_DECLARE_FINAL_TYPE (PmFeedItem, pm_feed_item, PM, FEED_ITEM, GObject)

const PmFeed *pm_feed_item_get_feed (PmFeedItem *self);

/* The feeds that a notebook follows, by name, as a GListModel of PmFeedItem. It follows the
 * notebook; the items of feeds that did not change stay. Property: "loading" (gboolean): until it
 * was read for the first time. */
#define PM_TYPE_FEED_LIST (pm_feed_list_get_type ())
G_DECLARE_FINAL_TYPE (PmFeedList, pm_feed_list, PM, FEED_LIST, GObject)

PmFeedList *pm_feed_list_new (PmNotebook *notebook);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-feed.h"

G_BEGIN_DECLS

/* A feed that is followed: its name, when it was read or why it could not be, and a button for
 * "feeds.unfollow". */
#define PM_TYPE_FEED_ROW (pm_feed_row_get_type ())
G_DECLARE_FINAL_TYPE (PmFeedRow, pm_feed_row, PM, FEED_ROW, AdwBin)

GtkWidget *pm_feed_row_new (void);
void pm_feed_row_set_feed (PmFeedRow *self, const PmFeed *feed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Holds what needs a certain width, and takes less all the same, so that a window fits a small
 * screen at any size of text. Signal "crowded" (): its child has less than it needs, and something
 * in it should go; emitted before the next frame, and once for each width. */
#define PM_TYPE_ROOM (pm_room_get_type ())
G_DECLARE_FINAL_TYPE (PmRoom, pm_room, PM, ROOM, AdwBin)

G_END_DECLS

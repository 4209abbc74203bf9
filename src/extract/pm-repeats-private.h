/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-block-private.h"

G_BEGIN_DECLS

/* Drops what an article says a second time: the copy of a part for another screen, words of the
 * text set large beside it, the cut-off beginning before "continue reading".
 * @blocks: (element-type PmBlock) */
void _pm_repeats_drop (GPtrArray *blocks);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-sayings.h"

G_BEGIN_DECLS

/* Puts @places together. @keys: the chunk that the keys of the speakers of the lines go to.
 * @places: (element-type PmSayingPlace): in order of their dates; the lines own them.
 * @lines: (element-type PmSaying): gets them. */
void _pm_sayings_arrange (GPtrArray *places, GStringChunk *keys, GPtrArray *lines);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tokens.h"

G_BEGIN_DECLS

/* Fills in the sentences and paragraphs of tokens whose gaps are known. */
void _pm_tokens_split (PmTokens *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tokens.h"

G_BEGIN_DECLS

/* Fills in what the language says of the word alone. */
void _pm_token_look_up (PmToken *token, const char *text, const PmLexicon *lexicon);

/* @tokens: (element-type PmToken) (transfer full): phrases not yet found.
 * Returns: (transfer full): the same with the endings of genitives parted off. */
GArray *_pm_tokens_part_genitives (GArray *tokens, const char *text, const PmLexicon *lexicon);

/* Fills in the sentences and paragraphs of tokens whose gaps are known. */
void _pm_tokens_split (PmTokens *self);

G_END_DECLS

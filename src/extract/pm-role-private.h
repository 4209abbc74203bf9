/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* What elements are to the ones around them, by their names. */

/* Whether there is more in a figure than a picture and words about it. */
gboolean _pm_role_holds_blocks (const PmNode *figure);
/* A figure around a quotation instead of a picture. */
gboolean _pm_role_is_quotation (const PmNode *figure);
/* In a figure: the name of who took the picture, or sells it. */
gboolean _pm_role_is_credit (const PmNode *node);
/* In a quotation: who said it, or where it stands. */
gboolean _pm_role_is_attribution (const PmNode *node);
/* A post of a social network, quoted in the article. */
gboolean _pm_role_is_post (const PmNode *node);
/* A picture that stands for a character, in its alternative text. */
gboolean _pm_role_is_emoji (const PmNode *image);
/* Whether there is a letter or digit in it. */
gboolean _pm_role_has_words (const PmNode *node);
/* Leads from a note to where it is called. */
gboolean _pm_role_is_way_back (const PmNode *node);
/* Says something in its own words: with <dt>, <dd>, a term and what it means. */
gboolean _pm_role_is_definition (const PmNode *node);

G_END_DECLS

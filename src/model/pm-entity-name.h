/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-analysis.h"

G_BEGIN_DECLS

/* When two names are the same one. All of it is about the words alone: whether two people of one
 * name are one person only the user can say. */

/* The key under which two spellings are the same name, for comparison only: compatibility forms,
 * case and white space do not count, nor do full stops ("U.S."), the form of apostrophes and
 * dashes, an article before the name or a possessive "'s" behind it. A name of which nothing else
 * is left is its own key. Returns: (transfer full) */
char *pm_entity_name_dup_key (const char *name);

/* Whether @acronym, in capitals, is made of the first letters of the words of @name, in order:
 * "SVR", "Sluzhba vneshney razvedki". Words in lower case may be passed over ("of", "the"), but no
 * others. */
gboolean pm_entity_name_is_acronym (const char *acronym, const char *name);

/* Whether @part and @whole, keys of names, may well name the same: one is the last or the first
 * words of the other ("psaki", "jen psaki"), or both end in the same word and begin with the same
 * letter ("joe biden", "joseph biden"). Never enough to join them unasked. */
gboolean pm_entity_name_is_near (PmEntityType type, const char *part, const char *whole);

G_END_DECLS

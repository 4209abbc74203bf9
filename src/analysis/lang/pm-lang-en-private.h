/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* The long lists of English, one file a subject. */
extern const char _pm_en_male[];
extern const char _pm_en_female[];
extern const char _pm_en_surnames[];
extern const char _pm_en_places[];
extern const char _pm_en_place_acronyms[];
extern const char _pm_en_demonyms[];
extern const char _pm_en_agencies[];
extern const char _pm_en_agency_acronyms[];
extern const char _pm_en_outlets[];
extern const char _pm_en_outlet_acronyms[];
extern const char _pm_en_orgs[];
extern const char _pm_en_org_acronyms[];
extern const char _pm_en_miscellany[];
extern const char _pm_en_misc_acronyms[];
extern const char _pm_en_common[];

G_END_DECLS

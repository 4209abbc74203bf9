/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* The long lists of Russian. */
extern const char _pm_ru_male[];
extern const char _pm_ru_female[];
extern const char _pm_ru_places[];
extern const char _pm_ru_orgs[];
extern const char _pm_ru_outlets[];
extern const char _pm_ru_demonyms[];
extern const char _pm_ru_roles[];
extern const char _pm_ru_roles_male[];
extern const char _pm_ru_roles_female[];
extern const char _pm_ru_org_heads[];
extern const char _pm_ru_state_heads[];
extern const char _pm_ru_say_sure[];
extern const char _pm_ru_say[];
extern const char _pm_ru_say_weak[];

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* The long lists of German. */
extern const char _pm_de_male[];
extern const char _pm_de_female[];
extern const char _pm_de_places[];
extern const char _pm_de_orgs[];
extern const char _pm_de_outlets[];
extern const char _pm_de_more_places[];
extern const char _pm_de_more_orgs[];
extern const char _pm_de_more_outlets[];
extern const char _pm_de_demonyms[];
extern const char _pm_de_roles_male[];
extern const char _pm_de_roles_female[];
extern const char _pm_de_org_heads[];
extern const char _pm_de_state_heads[];
extern const char _pm_de_say[];
extern const char _pm_de_say_weak[];
extern const char _pm_de_demand[];

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* The long lists of Spanish. */
extern const char _pm_es_male[];
extern const char _pm_es_female[];
extern const char _pm_es_places[];
extern const char _pm_es_orgs[];
extern const char _pm_es_outlets[];
extern const char _pm_es_demonyms[];
extern const char _pm_es_roles[];
extern const char _pm_es_roles_male[];
extern const char _pm_es_roles_female[];
extern const char _pm_es_org_heads[];
extern const char _pm_es_state_heads[];
extern const char _pm_es_say_sure[];
extern const char _pm_es_say[];
extern const char _pm_es_say_weak[];

G_END_DECLS

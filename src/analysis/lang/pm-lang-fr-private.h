/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* The long lists of French. */
extern const char _pm_fr_male[];
extern const char _pm_fr_female[];
extern const char _pm_fr_places[];
extern const char _pm_fr_orgs[];
extern const char _pm_fr_outlets[];
extern const char _pm_fr_demonyms[];
extern const char _pm_fr_roles[];
extern const char _pm_fr_roles_male[];
extern const char _pm_fr_roles_female[];
extern const char _pm_fr_org_heads[];
extern const char _pm_fr_state_heads[];
extern const char _pm_fr_say_sure[];
extern const char _pm_fr_say[];
extern const char _pm_fr_say_weak[];

G_END_DECLS

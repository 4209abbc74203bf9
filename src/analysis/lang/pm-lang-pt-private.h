/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-language.h"

G_BEGIN_DECLS

/* The long lists of Portuguese. */
extern const char _pm_pt_male[];
extern const char _pm_pt_female[];
extern const char _pm_pt_places[];
extern const char _pm_pt_orgs[];
extern const char _pm_pt_outlets[];
extern const char _pm_pt_demonyms[];
extern const char _pm_pt_roles[];
extern const char _pm_pt_roles_male[];
extern const char _pm_pt_roles_female[];
extern const char _pm_pt_org_heads[];
extern const char _pm_pt_state_heads[];
extern const char _pm_pt_say_sure[];
extern const char _pm_pt_say[];
extern const char _pm_pt_say_weak[];

G_END_DECLS

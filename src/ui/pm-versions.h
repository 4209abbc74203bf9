/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The versions of an article, the newest first: when each was fetched, how long it is and what is
 * new in it. One that is opened shows what changed from the version before. Not seen while there is
 * none. */

#define PM_TYPE_VERSIONS (pm_versions_get_type ())
G_DECLARE_FINAL_TYPE (PmVersions, pm_versions, PM, VERSIONS, AdwBin)

/* @notebook: (nullable). Asks the notebook for the versions, which come later. */
void pm_versions_set_record (PmVersions *self, PmNotebook *notebook, PmRecord *record);

/* Returns: (transfer full): "+12 −3 words" */
char *pm_versions_dup_change (const PmVersion *version);

G_END_DECLS

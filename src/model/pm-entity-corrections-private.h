/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-entity-corrections.h"

G_BEGIN_DECLS

/* Type and key in one word. Returns: (transfer full) */
char *_pm_entity_dup_id (PmEntityType type, const char *name);
/* The first correction from the place *@from on that is about @id in @article, or in no article of
 * its own; *@from moves behind it. Returns: (nullable) */
const PmEntityCorrection *_pm_entity_corrections_find_next (PmEntityCorrections *self,
                                                            const char *id,
                                                            gint64 article,
                                                            guint *from);

G_END_DECLS

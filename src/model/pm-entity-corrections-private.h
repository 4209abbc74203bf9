/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-entity-corrections.h"

G_BEGIN_DECLS

/* The first correction from the place *@from on that is about the entity, in @article or in no
 * article of its own; *@from moves behind it. Returns: (nullable) */
const PmEntityCorrection *_pm_entity_corrections_find_next (PmEntityCorrections *self,
                                                            PmEntityType type,
                                                            const char *name,
                                                            gint64 article,
                                                            guint *from);
/* What an entity of @type is after @correction: as it was, where that says nothing of types. */
PmEntityType _pm_entity_correction_choose_type (const PmEntityCorrection *correction,
                                                PmEntityType type);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* One entity's own page: how often it is named over time, what may be the same, what it said, what
 * others said of it, highlights, who is named beside it, and every article. Each line leads to its
 * place. It follows the notebook: corrected, it shows what the entity is then. From one entity to
 * another one goes on and comes back ("entity-page.back"); from the first, back to the article.
 *
 * Property: "title" (string, nullable): the entity's name. */
#define PM_TYPE_ENTITY_PAGE (pm_entity_page_get_type ())
G_DECLARE_FINAL_TYPE (PmEntityPage, pm_entity_page, PM, ENTITY_PAGE, AdwBin)

/* @notebook: (nullable) */
void pm_entity_page_set_notebook (PmEntityPage *self, PmNotebook *notebook);
/* Shows another one; the one shown is what "back" leads to. */
void pm_entity_page_open (PmEntityPage *self, PmEntityType type, const char *name);
/* Shows none, and forgets the way here. */
void pm_entity_page_close (PmEntityPage *self);
/* Returns: (nullable): what is shown; %NULL until it is loaded. */
PmDossier *pm_entity_page_get_dossier (PmEntityPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The articles of the notebook that tell the same story as one, in the order in which they were
 * published: which came first, which of them have the same text, what each added. A row opens its
 * article; its button compares it with the one that is open. Not there while the article stands
 * alone; follows the notebook. */

#define PM_TYPE_STORY_GROUP (pm_story_group_get_type ())
G_DECLARE_FINAL_TYPE (PmStoryGroup, pm_story_group, PM, STORY_GROUP, AdwBin)

/* @notebook: (nullable) */
void pm_story_group_set_article (PmStoryGroup *self, PmNotebook *notebook, gint64 article);

G_END_DECLS

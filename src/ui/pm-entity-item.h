/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A line of a list about entities: what it says, and the action it stands for; one without an
 * action is a heading. Properties: "title", "subtitle", "count" (strings, never %NULL),
 * "has-subtitle" (gboolean), "title-classes" (strv: of the style sheet). */
#define PM_TYPE_ENTITY_ITEM (pm_entity_item_get_type ())
G_DECLARE_FINAL_TYPE (PmEntityItem, pm_entity_item, PM, ENTITY_ITEM, GObject)

/* @subtitle, @count: (nullable). @action: (nullable): the name of one of the window's actions.
 * @target: (nullable): floating, taken. */
PmEntityItem *pm_entity_item_new (const char *title,
                                  const char *subtitle,
                                  const char *count,
                                  const char *action,
                                  GVariant *target);
/* A line of words that were said or marked. */
PmEntityItem *pm_entity_item_new_words (const char *words,
                                        const char *subtitle,
                                        const char *action,
                                        GVariant *target);
const char *pm_entity_item_get_title (PmEntityItem *self);
/* Returns: (nullable) */
const char *pm_entity_item_get_action (PmEntityItem *self);
GVariant *pm_entity_item_get_target (PmEntityItem *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* How much of what a page says about its parts is believed. Some pages call their text a widget, or
 * hide it until their scripts have run: for them there is less to believe. */
typedef enum
{
  PM_BELIEF_ALL,
  PM_BELIEF_ELEMENTS, /* elements and roles, not class and id */
  PM_BELIEF_NONE,     /* not even that it is hidden */
  PM_N_BELIEFS
} PmBelief;

/* Marks what is never text (scripts, controls, hidden parts), measures what is left, and marks what
 * is the page's furniture by its element, role, class and id. A mark holds for all below it.
 * Earlier marks are forgotten. Returns: the characters in running text on the whole page, furniture
 * counted. */
guint _pm_furniture_mark (PmTree *tree, PmBelief belief);

/* Sums @length, @linked, @commas and @paragraphs of @self and all below it, without dropped parts
 * and furniture. */
void _pm_furniture_measure (PmNode *self);

/* The share of @self's text that is in links, 0 to 1. */
double _pm_furniture_get_link_density (const PmNode *self);

G_END_DECLS

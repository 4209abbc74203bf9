/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-plan.h"

G_BEGIN_DECLS

/* One link of a plan, for a row. Properties: "title" (string), "detail" (string, nullable): the
 * problem, or where it leads; "has-detail" (gboolean). */
#define PM_TYPE_PLAN_ITEM (pm_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (PmPlanItem, pm_plan_item, PM, PLAN_ITEM, GObject)

/* The links of a plan that share a fate, as a GListModel of PmPlanItem. An item exists only while
 * somebody holds it, so that a hundred thousand links cost no more than their numbers. */
#define PM_TYPE_PLAN_LIST (pm_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (PmPlanList, pm_plan_list, PM, PLAN_LIST, GObject)

PmPlanList *pm_plan_list_new (PmPlan *plan, PmFate fate);
void pm_plan_list_set_fate (PmPlanList *self, PmFate fate);

G_END_DECLS

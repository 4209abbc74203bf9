/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-plan-list.h"

/* --- one row --- */

struct _PmPlanItem
{
  GObject parent_instance;

  PmPlan *plan;
  const PmPlanned *planned; /* of @plan */
};

enum
{
  ITEM_TITLE = 1,
  ITEM_DETAIL,
  ITEM_HAS_DETAIL,
  ITEM_N
};

static GParamSpec *item_properties[ITEM_N];

G_DEFINE_FINAL_TYPE (PmPlanItem, pm_plan_item, G_TYPE_OBJECT)

static const char *
get_address (const PmPlanned *planned)
{
  return planned->address != NULL ? planned->address : planned->link->url;
}

/* Returns: (nullable) */
static const char *
get_detail (const PmPlanned *planned)
{
  if (planned->link->problem != NULL)
    return planned->link->problem;
  return planned->link->title != NULL ? get_address (planned) : planned->link->collection;
}

static void
pm_plan_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const PmPlanned *planned = PM_PLAN_ITEM (object)->planned;
  const char *title = planned->link->title;

  if (id == ITEM_TITLE)
    g_value_set_string (value, title != NULL ? title : get_address (planned));
  else if (id == ITEM_DETAIL)
    g_value_set_string (value, get_detail (planned));
  else if (id == ITEM_HAS_DETAIL)
    g_value_set_boolean (value, get_detail (planned) != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_plan_item_finalize (GObject *object)
{
  pm_plan_unref (PM_PLAN_ITEM (object)->plan);
  G_OBJECT_CLASS (pm_plan_item_parent_class)->finalize (object);
}

static void
pm_plan_item_class_init (PmPlanItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pm_plan_item_get_property;
  object_class->finalize = pm_plan_item_finalize;
  item_properties[ITEM_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  item_properties[ITEM_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  item_properties[ITEM_HAS_DETAIL] = g_param_spec_boolean ("has-detail", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, ITEM_N, item_properties);
}

static void
pm_plan_item_init (PmPlanItem *self)
{
}

/* --- the list --- */

struct _PmPlanList
{
  GObject parent_instance;

  PmPlan *plan;
  GArray *places; /* (element-type guint): in the plan's links */
};

static GType
get_item_type (GListModel *model)
{
  return PM_TYPE_PLAN_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PM_PLAN_LIST (model)->places->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PmPlanList *self = PM_PLAN_LIST (model);
  PmPlanItem *item;

  if (position >= self->places->len)
    return NULL;
  item = g_object_new (PM_TYPE_PLAN_ITEM, NULL);
  item->plan = pm_plan_ref (self->plan);
  item->planned = self->plan->links->pdata[g_array_index (self->places, guint, position)];
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PmPlanList,
                               pm_plan_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
pm_plan_list_finalize (GObject *object)
{
  PmPlanList *self = PM_PLAN_LIST (object);

  g_clear_pointer (&self->plan, pm_plan_unref);
  g_array_unref (self->places);
  G_OBJECT_CLASS (pm_plan_list_parent_class)->finalize (object);
}

static void
pm_plan_list_class_init (PmPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_plan_list_finalize;
}

static void
pm_plan_list_init (PmPlanList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

PmPlanList *
pm_plan_list_new (PmPlan *plan, PmFate fate)
{
  PmPlanList *self = g_object_new (PM_TYPE_PLAN_LIST, NULL);

  self->plan = pm_plan_ref (plan);
  pm_plan_list_set_fate (self, fate);
  return self;
}

void
pm_plan_list_set_fate (PmPlanList *self, PmFate fate)
{
  guint before;

  g_return_if_fail (PM_IS_PLAN_LIST (self));

  before = self->places->len;
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < self->plan->links->len; i++)
    if (((PmPlanned *) self->plan->links->pdata[i])->fate == fate)
      g_array_append_val (self->places, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->places->len);
}

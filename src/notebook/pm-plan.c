/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-plan.h"

typedef struct
{
  PmPlan plan;
  gatomicrefcount ref_count;
} PmPlanPrivate;

G_DEFINE_BOXED_TYPE (PmPlan, pm_plan, pm_plan_ref, pm_plan_unref)

const char *
pm_fate_to_string (PmFate fate)
{
  static const char *const fates[PM_N_FATES] = { "new", "here", "broken", "feed" };

  g_return_val_if_fail (fate < PM_N_FATES, NULL);
  return fates[fate];
}

PmPlanned *
pm_planned_new (PmLink *link)
{
  PmPlanned *self = g_new0 (PmPlanned, 1);

  self->link = link;
  return self;
}

void
pm_planned_free (PmPlanned *self)
{
  pm_link_free (self->link);
  g_free (self->address);
  g_free (self);
}

PmPlan *
pm_plan_new (void)
{
  PmPlanPrivate *priv = g_new0 (PmPlanPrivate, 1);

  g_atomic_ref_count_init (&priv->ref_count);
  priv->plan.links = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_planned_free);
  return &priv->plan;
}

PmPlan *
pm_plan_ref (PmPlan *self)
{
  g_atomic_ref_count_inc (&((PmPlanPrivate *) self)->ref_count);
  return self;
}

void
pm_plan_unref (PmPlan *self)
{
  if (!g_atomic_ref_count_dec (&((PmPlanPrivate *) self)->ref_count))
    return;
  g_ptr_array_unref (self->links);
  g_free (self);
}

static void
miss_free (gpointer data)
{
  PmMiss *self = data;

  g_free (self->url);
  g_free (self->message);
  g_free (self);
}

PmIntake *
pm_intake_new (void)
{
  PmIntake *self = g_new0 (PmIntake, 1);

  self->missed = g_ptr_array_new_with_free_func (miss_free);
  return self;
}

void
pm_intake_free (PmIntake *self)
{
  g_ptr_array_unref (self->missed);
  g_free (self);
}

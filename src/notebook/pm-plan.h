/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pm-link.h"

G_BEGIN_DECLS

/* What adding a link would do. */
typedef enum
{
  PM_FATE_NEW, /* it is downloaded, perhaps once more after it failed or was left waiting */
  PM_FATE_HERE,
  PM_FATE_BROKEN, /* its link has a problem */
  PM_FATE_FEED,   /* leads to a feed, which may be followed: pm_notebook_follow_links_async() */
  PM_N_FATES
} PmFate;

/* "new", "here", "broken", "feed". */
const char *pm_fate_to_string (PmFate fate);

/* One link of a list and its fate. */
typedef struct
{
  PmLink *link;
  char *address; /* (nullable): as it is fetched; %NULL for a broken one */
  PmFate fate;
  gint64 article; /* what the notebook has for it, or 0; never a feed */
} PmPlanned;

/* @link: (transfer full) */
PmPlanned *pm_planned_new (PmLink *link);
void pm_planned_free (PmPlanned *self);

#define PM_TYPE_PLAN (pm_plan_get_type ())

/* What adding a list would do, before anything is done. A boxed value, immutable once handed on. */
typedef struct
{
  GPtrArray *links; /* (element-type PmPlanned): in the order of the list, each address once */
  guint n_fates[PM_N_FATES];
  guint n_repeated; /* links that were left out because another had the same address */
} PmPlan;

GType pm_plan_get_type (void) G_GNUC_CONST;
PmPlan *pm_plan_new (void);
PmPlan *pm_plan_ref (PmPlan *self);
void pm_plan_unref (PmPlan *self);

/* A link that was tried and failed. */
typedef struct
{
  gint64 article; /* the row that says why, or 0 */
  char *url;
  char *message;
} PmMiss;

/* What became of a list. */
typedef struct
{
  guint n_added;
  guint n_here;      /* had been here, or turned out to be under another address */
  guint n_left;      /* cancelled or removed before they came */
  GPtrArray *missed; /* (element-type PmMiss) */
} PmIntake;

PmIntake *pm_intake_new (void);
void pm_intake_free (PmIntake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmPlan, pm_plan_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmIntake, pm_intake_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list view makes two hundred rows as soon as a long list is there, however few are to be seen,
 * and the window stands still meanwhile. This model shows it a list's first rows at once, some more
 * with each frame, and when there are as many as it makes all the rest. */

#define PM_TYPE_GRADUAL_LIST (pm_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (PmGradualList, pm_gradual_list, PM, GRADUAL_LIST, GObject)

PmGradualList *pm_gradual_list_new (void);
/* @list: (nullable) (transfer none) */
void pm_gradual_list_set_list (PmGradualList *self, GListModel *list);
/* What the view is given. Positions are those of the list. Returns: (transfer none) */
GListModel *pm_gradual_list_get_model (PmGradualList *self);
/* Shows everything at once when @position is not shown yet. */
void pm_gradual_list_reach (PmGradualList *self, guint position);

G_END_DECLS

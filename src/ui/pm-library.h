/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The left pane: search, places (All, Unread, Trash, collections, tags) and the articles of the
 * chosen one. */

#define PM_TYPE_LIBRARY (pm_library_get_type ())
G_DECLARE_FINAL_TYPE (PmLibrary, pm_library, PM, LIBRARY, AdwBin)

/* @notebook: (nullable) */
void pm_library_set_notebook (PmLibrary *self, PmNotebook *notebook);
/* Behind the menu button of its header. */
void pm_library_set_menu (PmLibrary *self, GMenuModel *menu);
/* Property "article" (gint64): the one selected, 0 for none; settable, by the window. */
void pm_library_select (PmLibrary *self, gint64 article);
gint64 pm_library_get_selected (PmLibrary *self);
/* Moves the selection by @by rows. */
void pm_library_step (PmLibrary *self, int by);
void pm_library_focus_search (PmLibrary *self);
/* Returns: (transfer none) (element-type PmArticleItem) (nullable): the articles shown; %NULL
 * without a notebook. */
GListModel *pm_library_get_articles (PmLibrary *self);
/* Returns: (transfer none) (nullable): the article, when it is among those shown; lent until the
 * list changes. */
const PmArticle *pm_library_find (PmLibrary *self, gint64 article);

G_END_DECLS

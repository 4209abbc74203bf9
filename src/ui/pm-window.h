/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The window: one notebook, its library, one article and its inspector. It remembers itself in the
 * settings. Everything a menu, key or pane can ask of it is an action: those of pm-panel.h and
 * those of the tables in pm-window-actions.c. */

#define PM_TYPE_WINDOW (pm_window_get_type ())
G_DECLARE_FINAL_TYPE (PmWindow, pm_window, PM, WINDOW, AdwApplicationWindow)

/* The settings' schema must be installed: see pm_settings_new(). */
GtkWidget *pm_window_new (GtkApplication *application);

/* Opens the notebook at @path in place of the one that is open; when that fails a page says why.
 * @path: (nullable): the one last open, or the default one. */
void pm_window_open_notebook (PmWindow *self, const char *path);
/* Returns: (nullable) (transfer none): %NULL while none is open. */
PmNotebook *pm_window_get_notebook (PmWindow *self);

/* Captures each of @addresses, waiting for the notebook when it is not open yet. A single one is
 * shown when it is ready, unless the user has opened another by then. */
void pm_window_add (PmWindow *self, const char *const *addresses);
/* Shows what adding the links in @list (see pm_notebook_plan_async()) would do, before anything is
 * done. Without a notebook nothing happens. */
void pm_window_plan_links (PmWindow *self, GInputStream *list);
void pm_window_plan_text (PmWindow *self, const char *text);
/* Adds the new ones of @plan. @tags, @collection: as pm_notebook_add_links_async() takes them. */
void
pm_window_add_links (PmWindow *self, PmPlan *plan, const char *const *tags, const char *collection);
/* Follows the feeds of @plan. @tags, @collection: as pm_notebook_follow_links_async() takes them.
 */
void pm_window_follow_links (PmWindow *self,
                             PmPlan *plan,
                             const char *const *tags,
                             const char *collection);
/* Notebooks are opened, bundles imported, lists of links planned, everything else is captured.
 * @files: (element-type GFile) */
void pm_window_open_files (PmWindow *self, GListModel *files);
/* @article: 0 shows none. */
void pm_window_open_article (PmWindow *self, gint64 article);
gint64 pm_window_get_article (PmWindow *self);

void pm_window_toast (PmWindow *self, const char *sentence);

G_END_DECLS

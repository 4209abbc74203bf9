/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The right pane: its own header with the panel switcher, and the panels of the table in
 * pm-inspector.c. */

#define PM_TYPE_INSPECTOR (pm_inspector_get_type ())
G_DECLARE_FINAL_TYPE (PmInspector, pm_inspector, PM, INSPECTOR, AdwBin)

GtkWidget *pm_inspector_new (void);
/* @notebook: (nullable) */
void pm_inspector_set_notebook (PmInspector *self, PmNotebook *notebook);
/* @record: (nullable) */
void pm_inspector_set_record (PmInspector *self, PmRecord *record);
/* Property "panel" (string): the id of the panel shown: "highlights", "entities", "quotes",
 * "sources", "details". An unknown id changes nothing. The action "inspector.panel" (s) of this
 * widget does the same. */
void pm_inspector_set_panel (PmInspector *self, const char *id);
const char *pm_inspector_get_panel (PmInspector *self);
/* Fills the menu button at the end of the header. @menu: (nullable): no menu button. */
void pm_inspector_set_menu (PmInspector *self, GMenuModel *menu);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-entity-actions.h"

G_BEGIN_DECLS

/* Asks what a correction needs and makes it: another name; which of the notebook's entities it is;
 * or which of its forms is somebody else, in this article. */
#define PM_TYPE_ENTITY_DIALOG (pm_entity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PmEntityDialog, pm_entity_dialog, PM, ENTITY_DIALOG, AdwWindow)

/* @kind: to rename, merge or split. */
GtkWidget *
pm_entity_dialog_new (GtkWindow *parent, PmCorrectionKind kind, const PmEntitySubject *subject);

G_END_DECLS

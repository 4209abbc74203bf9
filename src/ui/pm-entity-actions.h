/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* What one can do with an entity, the same in the panel's rows and on the entity's page. */

/* The entity that a widget stands for; all of it is lent. */
typedef struct
{
  PmNotebook *notebook;
  PmEntityType type;
  const char *name;
  GPtrArray *aliases; /* (element-type utf8) */
  gint64 article;     /* the one it is shown for; 0 for all */
  gint64 hiding;      /* the correction that hides it; 0 when it is shown */
} PmEntitySubject;

/* Returns: whether @widget stands for one now. */
typedef gboolean (*PmEntityGetSubject) (GtkWidget *widget, PmEntitySubject *subject);

/* Gives widgets of @klass the actions "entity.open", ".rename", ".retype" (s: a type), ".merge",
 * ".split", ".hide" and ".show". */
void pm_entity_actions_install (GtkWidgetClass *klass, PmEntityGetSubject get_subject);
/* Returns: (transfer full): the menu of those that make sense. */
GMenuModel *pm_entity_menu_new (const PmEntitySubject *subject);

/* Stores @correction (transfer full) and says @sentence (transfer full) with a way to undo it, in
 * the window around @widget. */
void pm_entity_correct (GtkWidget *widget,
                        PmNotebook *notebook,
                        PmEntityCorrection *correction,
                        char *sentence);
/* The subject is the other entity from now on. */
void pm_entity_merge (GtkWidget *widget, const PmEntitySubject *subject, const PmEntityName *into);
/* For people: translated, "Person". */
const char *pm_entity_type_get_title (PmEntityType type);

G_END_DECLS

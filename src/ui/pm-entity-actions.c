/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entity-actions.h"

#include "pm-entity-dialog.h"
#include "pm-step.h"

#include <glib/gi18n-lib.h>

const char *
pm_entity_type_get_title (PmEntityType type)
{
  static const char *const titles[PM_N_ENTITY_TYPES] = { N_ ("Person"), N_ ("Organisation"),
                                                         N_ ("Place"), N_ ("Other") };

  return _ (titles[type]);
}

/* --- telling the notebook --- */

static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PmEntityCorrection) stored = pm_notebook_correct_finish (PM_NOTEBOOK (source), result,
                                                                      &error);

  pm_step_done (user_data, stored != NULL ? NULL : error);
}

void
pm_entity_correct (GtkWidget *widget,
                   PmNotebook *notebook,
                   PmEntityCorrection *correction,
                   char *sentence)
{
  pm_notebook_correct_async (notebook, correction, NULL, corrected_cb,
                             pm_step_new (widget, sentence));
  pm_entity_correction_free (correction);
}

void
pm_entity_merge (GtkWidget *widget, const PmEntitySubject *subject, const PmEntityName *into)
{
  pm_entity_correct (widget, subject->notebook,
                     pm_entity_correction_new (PM_CORRECTION_MERGE, subject->type, subject->name,
                                               NULL, into->type, into->name),
                     g_strdup_printf (_ ("“%s” is “%s” now"), subject->name, into->name));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  pm_notebook_withdraw_correction_finish (PM_NOTEBOOK (source), result, &error);
  pm_step_done (user_data, error);
}

/* --- the actions --- */

static GQuark
get_subject_quark (void)
{
  return g_quark_from_static_string ("pm-entity-get-subject");
}

static gboolean
get_subject (GtkWidget *widget, PmEntitySubject *subject)
{
  PmEntityGetSubject get = g_type_get_qdata (G_OBJECT_TYPE (widget), get_subject_quark ());

  return get (widget, subject);
}

static void
open_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;

  if (get_subject (widget, &subject))
    gtk_widget_activate_action (widget, "win.open-entity", "(us)", (guint32) subject.type,
                                subject.name);
}

static void
retype (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;
  PmEntityType type;

  if (!get_subject (widget, &subject) ||
      !pm_entity_type_from_string (g_variant_get_string (parameter, NULL), &type) ||
      type == subject.type)
    return;
  pm_entity_correct (widget, subject.notebook,
                     pm_entity_correction_new (PM_CORRECTION_RETYPE, subject.type, subject.name,
                                               NULL, type, subject.name),
                     /* Translators: the type of an entity was changed: “CNN” — Organisation */
                     g_strdup_printf (_ ("“%s” — %s"), subject.name,
                                      pm_entity_type_get_title (type)));
}

static void
hide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;

  if (!get_subject (widget, &subject))
    return;
  pm_entity_correct (widget, subject.notebook,
                     pm_entity_correction_new (PM_CORRECTION_HIDE, subject.type, subject.name, NULL,
                                               subject.type, NULL),
                     g_strdup_printf (_ ("“%s” is hidden"), subject.name));
}

static void
show (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;

  if (get_subject (widget, &subject) && subject.hiding != 0)
    pm_notebook_withdraw_correction_async (subject.notebook, subject.hiding, NULL, shown_cb,
                                           pm_step_new (widget, NULL));
}

static void
present (GtkWidget *widget, PmCorrectionKind kind)
{
  PmEntitySubject subject;

  if (get_subject (widget, &subject))
    gtk_window_present (GTK_WINDOW (
        pm_entity_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), kind, &subject)));
}

static void
rename_entity (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, PM_CORRECTION_RENAME);
}

static void
merge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present (widget, PM_CORRECTION_MERGE);
}

static void
split (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmEntitySubject subject;

  if (get_subject (widget, &subject) && subject.aliases->len > 0)
    present (widget, PM_CORRECTION_SPLIT);
}

void
pm_entity_actions_install (GtkWidgetClass *klass, PmEntityGetSubject get)
{
  g_type_set_qdata (G_OBJECT_CLASS_TYPE (klass), get_subject_quark (), get);
  gtk_widget_class_install_action (klass, "entity.open", NULL, open_page);
  gtk_widget_class_install_action (klass, "entity.rename", NULL, rename_entity);
  gtk_widget_class_install_action (klass, "entity.retype", "s", retype);
  gtk_widget_class_install_action (klass, "entity.merge", NULL, merge);
  gtk_widget_class_install_action (klass, "entity.split", NULL, split);
  gtk_widget_class_install_action (klass, "entity.hide", NULL, hide);
  gtk_widget_class_install_action (klass, "entity.show", NULL, show);
}

/* --- the menu --- */

static GMenuModel *
type_menu_new (PmEntityType current)
{
  GMenu *menu = g_menu_new ();

  for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
    if (type != current)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (pm_entity_type_get_title (type), NULL);

        g_menu_item_set_action_and_target (item, "entity.retype", "s",
                                           pm_entity_type_to_string (type));
        g_menu_append_item (menu, item);
      }
  return G_MENU_MODEL (menu);
}

GMenuModel *
pm_entity_menu_new (const PmEntitySubject *subject)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  g_autoptr (GMenuModel) types = type_menu_new (subject->type);
  g_autoptr (GMenuItem) said = g_menu_item_new (_ ("_What It Said"), NULL);

  if (subject->hiding != 0)
    {
      g_menu_append (menu, _ ("_Show Again"), "entity.show");
      return G_MENU_MODEL (menu);
    }
  if (subject->article != 0)
    g_menu_append (first, _ ("_Open Page"), "entity.open");
  g_menu_append (second, _ ("_Rename…"), "entity.rename");
  g_menu_append_submenu (second, _ ("Change _Type"), types);
  g_menu_append (second, _ ("_Merge With…"), "entity.merge");
  if (subject->article != 0 && subject->aliases->len > 0)
    g_menu_append (second, _ ("_Split…"), "entity.split");
  g_menu_append (second, _ ("_Hide"), "entity.hide");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_item_set_action_and_target (said, "win.who-said-what", "s", subject->name);
  g_menu_append_item (third, said);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-inspector.h"

#include "pm-details-panel.h"
#include "pm-entities-panel.h"
#include "pm-highlights-panel.h"
#include "pm-quotes-panel.h"
#include "pm-sources-panel.h"
#include "pm-switcher.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *icon_name;
  GType (*get_type) (void);
  const char *title;
} panels[] = {
  { "highlights", "pm-highlights-symbolic", pm_highlights_panel_get_type, N_ ("Highlights") },
  { "entities", "pm-entities-symbolic", pm_entities_panel_get_type, N_ ("Entities") },
  { "quotes", "pm-quotes-symbolic", pm_quotes_panel_get_type, N_ ("Quotes") },
  { "sources", "pm-sources-symbolic", pm_sources_panel_get_type, N_ ("Sources") },
  { "details", "pm-details-symbolic", pm_details_panel_get_type, N_ ("Details") },
};

struct _PmInspector
{
  AdwBin parent_instance;

  PmSwitcher *switcher;
  GtkMenuButton *menu;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (PmInspector, pm_inspector, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_PANEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
pm_inspector_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PANEL)
    g_value_set_string (value, pm_inspector_get_panel (PM_INSPECTOR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PANEL)
    pm_inspector_set_panel (PM_INSPECTOR (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_inspector_class_init (PmInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_inspector_get_property;
  object_class->set_property = pm_inspector_set_property;
  properties[PROP_PANEL] = g_param_spec_string ("panel", NULL, NULL, panels[0].id,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "inspector.panel", "panel");

  g_type_ensure (PM_TYPE_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PmInspector, switcher);
  gtk_widget_class_bind_template_child (widget_class, PmInspector, menu);
  gtk_widget_class_bind_template_child (widget_class, PmInspector, stack);
}

static void
pm_inspector_init (PmInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      gtk_stack_add_named (self->stack, g_object_new (panels[i].get_type (), NULL), panels[i].id);
      pm_switcher_add (self->switcher, _ (panels[i].title), panels[i].icon_name, "inspector.panel",
                       panels[i].id);
    }
}

GtkWidget *
pm_inspector_new (void)
{
  return g_object_new (PM_TYPE_INSPECTOR, NULL);
}

void
pm_inspector_set_notebook (PmInspector *self, PmNotebook *notebook)
{
  g_return_if_fail (PM_IS_INSPECTOR (self));

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    pm_panel_set_notebook (PM_PANEL (gtk_stack_get_child_by_name (self->stack, panels[i].id)),
                           notebook);
}

void
pm_inspector_set_record (PmInspector *self, PmRecord *record)
{
  g_return_if_fail (PM_IS_INSPECTOR (self));

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    pm_panel_set_record (PM_PANEL (gtk_stack_get_child_by_name (self->stack, panels[i].id)),
                         record);
}

void
pm_inspector_set_panel (PmInspector *self, const char *id)
{
  g_return_if_fail (PM_IS_INSPECTOR (self));

  if (!id || !gtk_stack_get_child_by_name (self->stack, id) ||
      g_strcmp0 (id, pm_inspector_get_panel (self)) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL]);
}

const char *
pm_inspector_get_panel (PmInspector *self)
{
  g_return_val_if_fail (PM_IS_INSPECTOR (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

void
pm_inspector_set_menu (PmInspector *self, GMenuModel *menu)
{
  g_return_if_fail (PM_IS_INSPECTOR (self));

  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), menu != NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-entities-panel.h"

#include "pm-entity-row.h"

#include <glib/gi18n-lib.h>

struct _PmEntitiesPanel
{
  PmPanel parent_instance;

  char *typed;                         /* case-folded */
  GPtrArray *items[PM_N_ENTITY_TYPES]; /* (nullable): what the groups hold, before the filter */

  GtkEditable *filter;
  PmGroup *people;
  PmGroup *organisations;
  PmGroup *places;
  PmGroup *other;
  PmGroup *hidden;
  GtkToggleButton *show_hidden;
  GtkWidget *guesses;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (PmEntitiesPanel, pm_entities_panel, PM_TYPE_PANEL)

static PmGroup *
get_group (PmEntitiesPanel *self, PmEntityType type)
{
  PmGroup *groups[PM_N_ENTITY_TYPES] = {
    [PM_ENTITY_PERSON] = self->people,
    [PM_ENTITY_ORGANISATION] = self->organisations,
    [PM_ENTITY_PLACE] = self->places,
    [PM_ENTITY_OTHER] = self->other,
  };

  return groups[type];
}

static gboolean
fits (GtkListBoxRow *row, gpointer data)
{
  PmEntitiesPanel *self = data;

  return pm_entity_row_matches (pm_entity_row_get_entity (PM_ENTITY_ROW (row)), self->typed);
}

/* The filter hides rows instead of unmaking them, so that typing is as fast with five hundred as
 * with five. */
static void
update_filter (PmEntitiesPanel *self)
{
  gboolean any = FALSE;

  for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
    {
      PmGroup *group = get_group (self, type);
      guint n = 0;
      g_autofree char *count = NULL;

      for (guint i = 0; self->items[type] && i < self->items[type]->len; i++)
        n += pm_entity_row_matches (self->items[type]->pdata[i], self->typed);
      count = g_strdup_printf ("%u", n);
      pm_group_set_count (group, count);
      gtk_list_box_invalidate_filter (pm_group_get_list (group));
      gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
      any = any || n > 0;
    }
  gtk_widget_set_visible (self->nothing, !any);
}

/* The user's hidden ones, when they are asked for. */
static void
update_hidden (PmEntitiesPanel *self)
{
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));
  GPtrArray *hidden = record && record->analysis ? record->analysis->hidden : NULL;
  guint n = hidden ? hidden->len : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u Hidden", "Show %u Hidden", n), n);

  gtk_button_set_label (GTK_BUTTON (self->show_hidden), label);
  gtk_widget_set_visible (GTK_WIDGET (self->show_hidden), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden),
                          n > 0 && gtk_toggle_button_get_active (self->show_hidden));
}

static void
filter_cb (PmEntitiesPanel *self)
{
  g_free (self->typed);
  self->typed = g_utf8_casefold (gtk_editable_get_text (self->filter), -1);
  update_filter (self);
}

/* The most often named first; those named equally often stay in order of the text. */
static int
compare_entities (gconstpointer a, gconstpointer b)
{
  const PmEntity *one = *(const PmEntity *const *) a, *two = *(const PmEntity *const *) b;
  gsize first = one->mentions->len ? g_array_index (one->mentions, PmSpan, 0).start : 0;
  gsize second = two->mentions->len ? g_array_index (two->mentions, PmSpan, 0).start : 0;

  if (one->mentions->len != two->mentions->len)
    return one->mentions->len > two->mentions->len ? -1 : 1;
  return (first > second) - (first < second);
}

static void
clear_items (PmEntitiesPanel *self)
{
  for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
    g_clear_pointer (&self->items[type], g_ptr_array_unref);
}

static void
pm_entities_panel_show (PmPanel *panel, PmRecord *record)
{
  PmEntitiesPanel *self = PM_ENTITIES_PANEL (panel);
  GPtrArray *entities = record && record->analysis ? record->analysis->entities : NULL;

  clear_items (self);
  if (!record)
    return;
  for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
    self->items[type] = g_ptr_array_new ();
  for (guint i = 0; entities && i < entities->len; i++)
    g_ptr_array_add (self->items[((PmEntity *) entities->pdata[i])->type], entities->pdata[i]);
  for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
    {
      g_ptr_array_sort (self->items[type], compare_entities);
      pm_panel_fill (panel, get_group (self, type), record, self->items[type]);
    }
  update_filter (self);
  if (entities)
    pm_panel_fill (panel, self->hidden, record, record->analysis->hidden);
  update_hidden (self);
  gtk_widget_set_visible (self->guesses,
                          record->document && pm_notebook_guesses (record->document));
  pm_panel_set_empty (panel,
                      !entities || (entities->len == 0 && record->analysis->hidden->len == 0));
}

static void
pm_entities_panel_finalize (GObject *object)
{
  PmEntitiesPanel *self = PM_ENTITIES_PANEL (object);

  clear_items (self);
  g_free (self->typed);
  G_OBJECT_CLASS (pm_entities_panel_parent_class)->finalize (object);
}

static void
pm_entities_panel_class_init (PmEntitiesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_entities_panel_finalize;
  PM_PANEL_CLASS (klass)->show = pm_entities_panel_show;
  g_type_ensure (PM_TYPE_ENTITY_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-entities-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, filter);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, people);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, organisations);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, places);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, other);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, hidden);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, show_hidden);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, nothing);
  gtk_widget_class_bind_template_child (widget_class, PmEntitiesPanel, guesses);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_hidden);
}

static void
pm_entities_panel_init (PmEntitiesPanel *self)
{
  self->typed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  for (PmEntityType type = 0; type < PM_N_ENTITY_TYPES; type++)
    gtk_list_box_set_filter_func (pm_group_get_list (get_group (self, type)), fits, self, NULL);
}

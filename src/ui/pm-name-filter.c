/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-name-filter.h"

#include "pm-entity-item.h"
#include "pm-gradual-list.h"
#include "pm-sayings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PmNameFilter
{
  AdwBin parent_instance;

  char *title;
  char *any;
  char *chosen;     /* (nullable) */
  GPtrArray *names; /* (nullable) (element-type PmSayingName) */

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListView *list;
  PmGradualList *shown;
};

G_DEFINE_FINAL_TYPE (PmNameFilter, pm_name_filter, ADW_TYPE_BIN)

enum
{
  PROP_TITLE = 1,
  PROP_ANY,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
holds (const char *name, const char *part)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (folded, part) != NULL;
}

/* The names that hold what is typed; when nothing is, "any" before all of them. */
static void
fill (PmNameFilter *self)
{
  g_autoptr (GListStore) items = g_list_store_new (PM_TYPE_ENTITY_ITEM);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *typed = g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autofree char *part = g_utf8_casefold (typed, -1);

  if (*part == '\0')
    g_ptr_array_add (found, pm_entity_item_new (self->any, NULL, NULL, "name-filter.choose",
                                                g_variant_new ("ms", NULL)));
  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    {
      const PmSayingName *name = self->names->pdata[i];
      g_autofree char *count = g_strdup_printf ("%'u", name->n_lines);

      if (holds (name->name, part))
        g_ptr_array_add (found, pm_entity_item_new (name->name, NULL, count, "name-filter.choose",
                                                    g_variant_new ("ms", name->name)));
    }
  g_list_store_splice (items, 0, 0, found->pdata, found->len);
  pm_gradual_list_set_list (self->shown, G_LIST_MODEL (items));
}

static void
search_cb (PmNameFilter *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    fill (self);
}

/* The list is made when it is first looked at: there may be thousands of names. */
static void
shown_cb (PmNameFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
closed_cb (PmNameFilter *self)
{
  pm_gradual_list_set_list (self->shown, NULL);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmNameFilter *self = PM_NAME_FILTER (widget);
  const char *name;

  g_variant_get (parameter, "m&s", &name);
  pm_name_filter_set_chosen (self, name);
  gtk_popover_popdown (self->popover);
}

static void
activate_cb (PmNameFilter *self, guint position)
{
  g_autoptr (PmEntityItem) item = g_list_model_get_item (pm_gradual_list_get_model (self->shown),
                                                         position);

  if (item != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), pm_entity_item_get_action (item),
                                        pm_entity_item_get_target (item));
}

static void
activate_first_cb (PmNameFilter *self)
{
  activate_cb (self, 0);
}

static void
show_chosen (PmNameFilter *self)
{
  const char *shown = self->chosen != NULL ? self->chosen : self->title;
  g_autofree char *full = NULL;

  if (self->title == NULL)
    return;
  /* Translators: what is chosen, and which: Speaker: Maria Example */
  full = self->chosen != NULL ? g_strdup_printf (_ ("%s: %s"), self->title, self->chosen)
                              : g_strdup (self->title);
  gtk_label_set_label (self->label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->chosen != NULL ? full : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  full, -1);
  if (self->chosen != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
pm_name_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmNameFilter *self = PM_NAME_FILTER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ANY:
      g_value_set_string (value, self->any);
      break;
    case PROP_CHOSEN:
      g_value_set_string (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_name_filter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PmNameFilter *self = PM_NAME_FILTER (object);

  switch (id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      show_chosen (self);
      break;
    case PROP_ANY:
      self->any = g_value_dup_string (value);
      break;
    case PROP_CHOSEN:
      pm_name_filter_set_chosen (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_name_filter_dispose (GObject *object)
{
  PmNameFilter *self = PM_NAME_FILTER (object);

  g_clear_object (&self->shown);
  G_OBJECT_CLASS (pm_name_filter_parent_class)->dispose (object);
}

static void
pm_name_filter_finalize (GObject *object)
{
  PmNameFilter *self = PM_NAME_FILTER (object);

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->chosen);
  g_free (self->title);
  g_free (self->any);
  G_OBJECT_CLASS (pm_name_filter_parent_class)->finalize (object);
}

static void
pm_name_filter_class_init (PmNameFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_name_filter_get_property;
  object_class->set_property = pm_name_filter_set_property;
  object_class->dispose = pm_name_filter_dispose;
  object_class->finalize = pm_name_filter_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                    G_PARAM_STATIC_STRINGS);
  properties[PROP_ANY] = g_param_spec_string ("any", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                  G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN] = g_param_spec_string ("chosen", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PM_TYPE_ENTITY_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-name-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, PmNameFilter, button);
  gtk_widget_class_bind_template_child (widget_class, PmNameFilter, label);
  gtk_widget_class_bind_template_child (widget_class, PmNameFilter, popover);
  gtk_widget_class_bind_template_child (widget_class, PmNameFilter, search);
  gtk_widget_class_bind_template_child (widget_class, PmNameFilter, list);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_install_action (widget_class, "name-filter.choose", "ms", choose);
}

static void
pm_name_filter_init (PmNameFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = pm_gradual_list_new ();
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (
                                           pm_gradual_list_get_model (self->shown)))));
}

void
pm_name_filter_set_names (PmNameFilter *self, GPtrArray *names)
{
  g_return_if_fail (PM_IS_NAME_FILTER (self));

  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = names != NULL ? g_ptr_array_ref (names) : NULL;
  search_cb (self);
}

const char *
pm_name_filter_get_chosen (PmNameFilter *self)
{
  g_return_val_if_fail (PM_IS_NAME_FILTER (self), NULL);
  return self->chosen;
}

void
pm_name_filter_set_chosen (PmNameFilter *self, const char *name)
{
  char *chosen;

  g_return_if_fail (PM_IS_NAME_FILTER (self));

  if (g_strcmp0 (self->chosen, name) == 0)
    return;
  chosen = g_strdup (name);
  g_free (self->chosen);
  self->chosen = chosen;
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-panel.h"

#include "pm-row.h"

#include <glib/gi18n-lib.h>

/* How long rows are made in each frame. An eighth of one at 60 Hz, as laying the new rows out and
 * drawing them costs several times as much. */
#define FILL_MICROSECONDS 2000

typedef struct
{
  PmNotebook *notebook;
  PmRecord *record;
  GCancellable *cancellable;
  GPtrArray *groups; /* (element-type PmGroup) */
  guint fill_tick;
  gboolean stale; /* @record came while the panel was not seen */
  gboolean empty;
  char *empty_icon_name;
  char *empty_title;
  char *empty_description;

  GtkStack *stack;
  GtkBox *top;
  GtkBox *body;
  AdwStatusPage *status;
} PmPanelPrivate;

static void pm_panel_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PmPanel,
                                  pm_panel,
                                  ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (PmPanel)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             pm_panel_buildable_init))

#define PRIV(self) ((PmPanelPrivate *) pm_panel_get_instance_private (self))

enum
{
  PROP_0,
  PROP_EMPTY_ICON_NAME,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
update_page (PmPanel *self)
{
  PmPanelPrivate *priv = PRIV (self);
  gboolean none = !priv->record;

  adw_status_page_set_icon_name (priv->status, priv->empty_icon_name);
  adw_status_page_set_title (priv->status, none ? _ ("No Article Open") : priv->empty_title);
  adw_status_page_set_description (priv->status, priv->empty_description);
  gtk_stack_set_visible_child_name (priv->stack, none || priv->empty ? "empty" : "rows");
}

static void
refresh (PmPanel *self)
{
  PmPanelPrivate *priv = PRIV (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      priv->stale = TRUE;
      return;
    }
  priv->stale = FALSE;
  PM_PANEL_GET_CLASS (self)->show (self, priv->record);
  update_page (self);
}

static gboolean
fill_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PmPanelPrivate *priv = PRIV (PM_PANEL (widget));
  gint64 deadline = g_get_monotonic_time () + FILL_MICROSECONDS;

  for (guint i = 0; i < priv->groups->len; i++)
    if (!pm_group_fill (priv->groups->pdata[i], deadline))
      return G_SOURCE_CONTINUE;
  priv->fill_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
row_selected_cb (PmPanel *self, PmRow *row, PmGroup *group)
{
  PmPanelPrivate *priv = PRIV (self);

  if (!row)
    return;
  for (guint i = 0; i < priv->groups->len; i++)
    if (priv->groups->pdata[i] != group)
      gtk_list_box_unselect_all (pm_group_get_list (priv->groups->pdata[i]));
}

static void
put_highlight_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmHighlight) stored = pm_notebook_put_highlight_finish (PM_NOTEBOOK (source), result,
                                                                     &error);

  if (!stored)
    pm_panel_toast_error (self, error);
}

static void
pm_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pm_panel_parent_class)->map (widget);
  if (PRIV (PM_PANEL (widget))->stale)
    refresh (PM_PANEL (widget));
}

static void
pm_panel_unmap (GtkWidget *widget)
{
  pm_panel_mark (PM_PANEL (widget), NULL, 0);
  GTK_WIDGET_CLASS (pm_panel_parent_class)->unmap (widget);
}

static void
pm_panel_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  PmPanelPrivate *priv = PRIV (PM_PANEL (buildable));

  if (g_strcmp0 (type, "top") == 0)
    gtk_box_append (priv->top, GTK_WIDGET (child));
  else if (PM_IS_GROUP (child))
    pm_panel_add_group (PM_PANEL (buildable), PM_GROUP (child));
  else if (priv->body && GTK_IS_WIDGET (child))
    gtk_box_append (priv->body, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
pm_panel_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = pm_panel_add_child;
}

static void
pm_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmPanelPrivate *priv = PRIV (PM_PANEL (object));

  switch (id)
    {
    case PROP_EMPTY_ICON_NAME:
      g_value_set_string (value, priv->empty_icon_name);
      break;
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, priv->empty_title);
      break;
    case PROP_EMPTY_DESCRIPTION:
      g_value_set_string (value, priv->empty_description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PmPanelPrivate *priv = PRIV (PM_PANEL (object));
  char **field = NULL;

  switch (id)
    {
    case PROP_EMPTY_ICON_NAME:
      field = &priv->empty_icon_name;
      break;
    case PROP_EMPTY_TITLE:
      field = &priv->empty_title;
      break;
    case PROP_EMPTY_DESCRIPTION:
      field = &priv->empty_description;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (*field);
  *field = g_value_dup_string (value);
  update_page (PM_PANEL (object));
}

static void
pm_panel_dispose (GObject *object)
{
  PmPanelPrivate *priv = PRIV (PM_PANEL (object));

  if (priv->fill_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (object), priv->fill_tick);
  priv->fill_tick = 0;
  g_cancellable_cancel (priv->cancellable);
  g_ptr_array_set_size (priv->groups, 0);
  g_clear_object (&priv->notebook);
  g_clear_pointer (&priv->record, pm_record_unref);
  G_OBJECT_CLASS (pm_panel_parent_class)->dispose (object);
}

static void
pm_panel_finalize (GObject *object)
{
  PmPanelPrivate *priv = PRIV (PM_PANEL (object));

  g_object_unref (priv->cancellable);
  g_ptr_array_unref (priv->groups);
  g_free (priv->empty_icon_name);
  g_free (priv->empty_title);
  g_free (priv->empty_description);
  G_OBJECT_CLASS (pm_panel_parent_class)->finalize (object);
}

static void
pm_panel_class_init (PmPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const char *names[N_PROPS] = { NULL, "empty-icon-name", "empty-title", "empty-description" };

  object_class->get_property = pm_panel_get_property;
  object_class->set_property = pm_panel_set_property;
  object_class->dispose = pm_panel_dispose;
  object_class->finalize = pm_panel_finalize;
  widget_class->map = pm_panel_map;
  widget_class->unmap = pm_panel_unmap;

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-panel.ui");
  gtk_widget_class_bind_template_child_private (widget_class, PmPanel, stack);
  gtk_widget_class_bind_template_child_private (widget_class, PmPanel, top);
  gtk_widget_class_bind_template_child_private (widget_class, PmPanel, body);
  gtk_widget_class_bind_template_child_private (widget_class, PmPanel, status);
}

static void
pm_panel_init (PmPanel *self)
{
  PmPanelPrivate *priv = PRIV (self);

  priv->cancellable = g_cancellable_new ();
  priv->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pm_panel_set_notebook (PmPanel *self, PmNotebook *notebook)
{
  g_return_if_fail (PM_IS_PANEL (self));
  PmPanelPrivate *priv = PRIV (self);

  if (!g_set_object (&priv->notebook, notebook))
    return;
  g_cancellable_cancel (priv->cancellable);
  g_object_unref (priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  pm_panel_set_record (self, NULL);
}

PmNotebook *
pm_panel_get_notebook (PmPanel *self)
{
  g_return_val_if_fail (PM_IS_PANEL (self), NULL);
  return PRIV (self)->notebook;
}

void
pm_panel_set_record (PmPanel *self, PmRecord *record)
{
  g_return_if_fail (PM_IS_PANEL (self));
  PmPanelPrivate *priv = PRIV (self);

  if (priv->record == record)
    return;
  if (record)
    pm_record_ref (record);
  g_clear_pointer (&priv->record, pm_record_unref);
  priv->record = record;
  refresh (self);
}

PmRecord *
pm_panel_get_record (PmPanel *self)
{
  g_return_val_if_fail (PM_IS_PANEL (self), NULL);
  return PRIV (self)->record;
}

void
pm_panel_go_to (PmPanel *self, PmSpan span)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(tt)", (guint64) span.start,
                              (guint64) span.end);
}

void
pm_panel_mark (PmPanel *self, const PmSpan *spans, gsize n_spans)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(tt)"));
  for (gsize i = 0; i < n_spans; i++)
    g_variant_builder_add (&builder, "(tt)", (guint64) spans[i].start, (guint64) spans[i].end);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.mark",
                                      g_variant_builder_end (&builder));
}

void
pm_panel_toast (PmPanel *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

void
pm_panel_toast_error (PmPanel *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    pm_panel_toast (self, error->message);
}

void
pm_panel_copy (PmPanel *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  pm_panel_toast (self, _ ("Copied"));
}

void
pm_panel_put_highlight (PmPanel *self, const PmHighlight *highlight)
{
  PmPanelPrivate *priv = PRIV (self);

  if (priv->notebook)
    pm_notebook_put_highlight_async (priv->notebook, highlight, NULL, put_highlight_cb,
                                     g_object_ref (self));
}

GCancellable *
pm_panel_get_cancellable (PmPanel *self)
{
  return PRIV (self)->cancellable;
}

void
pm_panel_add_group (PmPanel *self, PmGroup *group)
{
  PmPanelPrivate *priv = PRIV (self);

  g_ptr_array_add (priv->groups, group);
  g_signal_connect_object (group, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (priv->body, GTK_WIDGET (group));
}

void
pm_panel_remove_group (PmPanel *self, PmGroup *group)
{
  PmPanelPrivate *priv = PRIV (self);

  g_ptr_array_remove (priv->groups, group);
  gtk_box_remove (priv->body, GTK_WIDGET (group));
}

void
pm_panel_fill (PmPanel *self, PmGroup *group, PmRecord *record, GPtrArray *items)
{
  PmPanelPrivate *priv = PRIV (self);

  pm_group_set_items (group, record, items);
  if (priv->fill_tick == 0)
    priv->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

gboolean
pm_panel_is_filling (PmPanel *self)
{
  return PRIV (self)->fill_tick != 0;
}

void
pm_panel_set_empty (PmPanel *self, gboolean empty)
{
  PRIV (self)->empty = empty;
  update_page (self);
}

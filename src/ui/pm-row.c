/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-row.h"

/* More than the lines of any row hold; a label lays out all the text it is given before it cuts. */
#define LINE_BYTES 500

typedef struct
{
  PmRecord *record;
  GtkBox *box;
  GtkWidget *details; /* (nullable): owned by @box */
  gboolean pointed;
} PmRowPrivate;

static void pm_row_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PmRow,
                                  pm_row,
                                  GTK_TYPE_LIST_BOX_ROW,
                                  G_ADD_PRIVATE (PmRow)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             pm_row_buildable_init))

#define PRIV(self) ((PmRowPrivate *) pm_row_get_instance_private (self))

static void
set_details_shown (PmRow *self, gboolean shown)
{
  PmRowPrivate *priv = PRIV (self);
  PmRowClass *klass = PM_ROW_GET_CLASS (self);

  if (shown == (priv->details != NULL) || !klass->make_details || !priv->record)
    return;
  if (shown)
    {
      priv->details = klass->make_details (self);
      gtk_widget_add_css_class (priv->details, "details");
      gtk_box_append (priv->box, priv->details);
    }
  else
    {
      gtk_box_remove (priv->box, priv->details);
      priv->details = NULL;
    }
}

static void
set_pointed (PmRow *self, gboolean pointed)
{
  PmRowPrivate *priv = PRIV (self);
  PmPanel *panel = pm_row_get_panel (self);
  PmRowClass *klass = PM_ROW_GET_CLASS (self);

  if (priv->pointed == pointed || !klass->list_places || !priv->record)
    return;
  priv->pointed = pointed;
  if (pointed && panel)
    {
      g_autoptr (GArray) places = klass->list_places (self);

      pm_panel_mark (panel, (const PmSpan *) places->data, places->len);
    }
  else if (panel)
    pm_panel_mark (panel, NULL, 0);
}

static void
pm_row_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  PmRow *self = PM_ROW (widget);
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);

  GTK_WIDGET_CLASS (pm_row_parent_class)->state_flags_changed (widget, previous);
  set_pointed (self, (flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0);
  set_details_shown (self, (flags & GTK_STATE_FLAG_SELECTED) != 0);
}

static void
pm_row_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  gtk_box_append (PRIV (PM_ROW (buildable))->box, GTK_WIDGET (child));
}

static void
pm_row_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = pm_row_add_child;
}

static void
pm_row_finalize (GObject *object)
{
  g_clear_pointer (&PRIV (PM_ROW (object))->record, pm_record_unref);
  G_OBJECT_CLASS (pm_row_parent_class)->finalize (object);
}

static void
pm_row_class_init (PmRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_row_finalize;
  GTK_WIDGET_CLASS (klass)->state_flags_changed = pm_row_state_flags_changed;
}

static void
pm_row_init (PmRow *self)
{
  PmRowPrivate *priv = PRIV (self);

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (priv->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-row");
}

void
pm_row_bind (PmRow *self, PmRecord *record, gpointer item)
{
  PmRowPrivate *priv = PRIV (self);

  pm_record_ref (record);
  g_clear_pointer (&priv->record, pm_record_unref);
  priv->record = record;
  PM_ROW_GET_CLASS (self)->bind (self, item);
  pm_row_update_details (self);
}

void
pm_row_open (PmRow *self)
{
  PM_ROW_GET_CLASS (self)->open (self);
}

PmRecord *
pm_row_get_record (PmRow *self)
{
  return PRIV (self)->record;
}

PmPanel *
pm_row_get_panel (PmRow *self)
{
  return (PmPanel *) gtk_widget_get_ancestor (GTK_WIDGET (self), PM_TYPE_PANEL);
}

void
pm_row_update_details (PmRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!PRIV (self)->details)
    return;
  /* Somebody is writing in a popover of theirs. */
  if (focus && gtk_widget_is_ancestor (focus, PRIV (self)->details) &&
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER))
    return;
  set_details_shown (self, FALSE);
  set_details_shown (self, TRUE);
}

void
pm_row_set_name (PmRow *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

char *
pm_row_dup_line (const char *words)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = words; *p && line->len < LINE_BYTES; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      space = space || g_unichar_isspace (c);
      if (g_unichar_isspace (c))
        continue;
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

GtkWidget *
pm_row_action_new (const char *icon_name, const char *label, const char *title, const char *action)
{
  GtkWidget *button = label ? gtk_button_new_with_label (label)
                            : gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "row-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

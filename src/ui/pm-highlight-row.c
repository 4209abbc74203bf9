/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-highlight-row.h"

#include "pm-note-popover.h"
#include "pm-tags-popover.h"
#include "pm-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _PmHighlightRow
{
  PmRow parent_instance;

  const PmHighlight *highlight; /* of the row's record */

  GtkBox *bar;
  GtkLabel *words;
  PmWrapBox *tags;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (PmHighlightRow, pm_highlight_row, PM_TYPE_ROW)

static char *
pm_highlight_row_dup_key (gconstpointer item)
{
  return g_strdup (((const PmHighlight *) item)->uuid);
}

static void
pm_highlight_row_bind (PmRow *row, gpointer item)
{
  PmHighlightRow *self = PM_HIGHLIGHT_ROW (row);
  const PmHighlight *highlight = item;
  g_autofree char *words = pm_row_dup_line (highlight->anchor->exact);
  g_autofree char *name = g_strdup_printf ("%s: %s", pm_color_get_title (highlight->color), words);
  const char *classes[] = { "color-bar", pm_color_to_string (highlight->color), NULL };

  self->highlight = highlight;
  gtk_widget_set_css_classes (GTK_WIDGET (self->bar), classes);
  gtk_label_set_label (self->words, words);
  pm_wrap_box_set_tags (self->tags, highlight->tags);
  gtk_label_set_label (self->note, highlight->note ? highlight->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), highlight->note && *highlight->note);
  pm_row_set_name (row, name);
}

static void
pm_highlight_row_open (PmRow *row)
{
  PmHighlightRow *self = PM_HIGHLIGHT_ROW (row);

  if (!self->highlight->orphan)
    pm_panel_go_to (pm_row_get_panel (row), self->highlight->span);
}

static void
note_saved_cb (PmHighlightRow *self, const char *text)
{
  g_autoptr (PmHighlight) changed = pm_highlight_copy (self->highlight);

  pm_highlight_set_note (changed, *text ? text : NULL);
  pm_panel_put_highlight (pm_row_get_panel (PM_ROW (self)), changed);
}

static void
create_note_popup (GtkMenuButton *button, gpointer data)
{
  PmHighlightRow *self = data;
  GtkWidget *popover = pm_note_popover_new (self->highlight->note);

  g_signal_connect_object (popover, "saved", G_CALLBACK (note_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
tags_saved_cb (PmHighlightRow *self, GStrv tags)
{
  g_autoptr (PmHighlight) changed = pm_highlight_copy (self->highlight);

  g_ptr_array_set_size (changed->tags, 0);
  for (guint i = 0; tags[i]; i++)
    pm_highlight_add_tag (changed, tags[i]);
  pm_panel_put_highlight (pm_row_get_panel (PM_ROW (self)), changed);
}

static void
create_tags_popup (GtkMenuButton *button, gpointer data)
{
  PmHighlightRow *self = data;
  PmNotebook *notebook = pm_panel_get_notebook (pm_row_get_panel (PM_ROW (self)));
  GtkWidget *popover = pm_tags_popover_new (notebook, self->highlight->tags);

  g_signal_connect_object (popover, "saved", G_CALLBACK (tags_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
popup_button_new (PmHighlightRow *self, const char *title, GtkMenuButtonCreatePopupFunc create)
{
  GtkWidget *button = gtk_menu_button_new ();

  /* A child instead of the label property: without the arrow all buttons fit in one line. */
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create, self, NULL);
  gtk_widget_add_css_class (button, "row-action");
  return button;
}

static GtkWidget *
swatch_new (PmColor color, gboolean current)
{
  g_autofree char *action = g_strdup_printf ("highlight.recolor::%s", pm_color_to_string (color));
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_tooltip_text (button, pm_color_get_title (color));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pm_color_get_title (color), -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "swatch");
  gtk_widget_add_css_class (button, pm_color_to_string (color));
  if (current)
    gtk_widget_add_css_class (button, "current");
  return button;
}

static GtkWidget *
pm_highlight_row_make_details (PmRow *row)
{
  PmHighlightRow *self = PM_HIGHLIGHT_ROW (row);
  PmWrapBox *box = PM_WRAP_BOX (pm_wrap_box_new ());
  GtkWidget *swatches = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  for (PmColor color = 0; color < PM_N_COLORS; color++)
    gtk_box_append (GTK_BOX (swatches), swatch_new (color, color == self->highlight->color));
  pm_wrap_box_append (box, swatches);
  pm_wrap_box_append (box, popup_button_new (self, _ ("Tag"), create_tags_popup));
  pm_wrap_box_append (box, popup_button_new (self, _ ("Note"), create_note_popup));
  pm_wrap_box_append (box, pm_row_action_new ("edit-copy-symbolic", NULL, _ ("Copy Quotation"),
                                              "highlight.copy"));
  pm_wrap_box_append (box, pm_row_action_new ("user-trash-symbolic", NULL, _ ("Remove Highlight"),
                                              "highlight.remove"));
  return GTK_WIDGET (box);
}

static void
recolor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmHighlightRow *self = PM_HIGHLIGHT_ROW (widget);
  g_autoptr (PmHighlight) changed = pm_highlight_copy (self->highlight);

  if (pm_color_from_string (g_variant_get_string (parameter, NULL), &changed->color) &&
      changed->color != self->highlight->color)
    pm_panel_put_highlight (pm_row_get_panel (PM_ROW (self)), changed);
}

/* An orphan's words are not in the text, so there is no place to cite: the words alone. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmHighlightRow *self = PM_HIGHLIGHT_ROW (widget);
  g_autofree char *text = self->highlight->orphan
                              ? g_strdup (self->highlight->anchor->exact)
                              : pm_notebook_dup_citation (pm_row_get_record (PM_ROW (self)),
                                                          self->highlight->span);

  pm_panel_copy (pm_row_get_panel (PM_ROW (self)), text);
}

static void
delete_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmPanel) panel = data;
  g_autoptr (GError) error = NULL;

  if (pm_notebook_delete_highlight_finish (PM_NOTEBOOK (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (panel), "win.toast-undo", "s", _ ("Highlight removed"));
  else
    pm_panel_toast_error (panel, error);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmHighlightRow *self = PM_HIGHLIGHT_ROW (widget);
  PmPanel *panel = pm_row_get_panel (PM_ROW (self));
  PmNotebook *notebook = pm_panel_get_notebook (panel);

  if (notebook)
    pm_notebook_delete_highlight_async (notebook, self->highlight->id, NULL, delete_cb,
                                        g_object_ref (panel));
}

static void
pm_highlight_row_class_init (PmHighlightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  row_class->dup_key = pm_highlight_row_dup_key;
  row_class->bind = pm_highlight_row_bind;
  row_class->open = pm_highlight_row_open;
  row_class->make_details = pm_highlight_row_make_details;
  gtk_widget_class_install_action (widget_class, "highlight.recolor", "s", recolor_action);
  gtk_widget_class_install_action (widget_class, "highlight.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "highlight.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "highlight.remove", NULL);

  g_type_ensure (PM_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-highlight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmHighlightRow, bar);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightRow, words);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightRow, tags);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightRow, note);
}

static void
pm_highlight_row_init (PmHighlightRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

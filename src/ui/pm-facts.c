/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Values are other people's text; more than this of one is for the originals, not for a side panel.
 */
#define MOST_BYTES 16384

struct _PmFacts
{
  AdwBin parent_instance;

  int n_rows;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (PmFacts, pm_facts, ADW_TYPE_BIN)

static GtkWidget *
value_new (const char *text, const char *css_class)
{
  g_autofree char *shown = g_utf8_make_valid (text, strnlen (text, MOST_BYTES));
  GtkWidget *label = gtk_label_new (shown);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A hyphen that is not in an address or a digest would be taken for a part of it. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (PmFacts *self, const char *name, GtkWidget *value)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 9);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "fact-name");
  gtk_grid_attach (self->grid, label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, value, 1, self->n_rows++, 1, 1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
copy_cb (GtkButton *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          g_object_get_data (G_OBJECT (button), "text"));
  gtk_widget_activate_action (GTK_WIDGET (button), "win.toast", "s", _ ("Copied"));
}

static GtkWidget *
copy_button_new (const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  gtk_widget_set_tooltip_text (button, _ ("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-action");
  return button;
}

static void
pm_facts_class_init (PmFactsClass *klass)
{
}

static void
pm_facts_init (PmFacts *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "facts");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pm_facts_new (void)
{
  return g_object_new (PM_TYPE_FACTS, NULL);
}

void
pm_facts_clear (PmFacts *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
pm_facts_add (PmFacts *self, const char *name, const char *value, const char *below)
{
  GtkWidget *box;
  GtkWidget *caption;

  if (!value || !*value)
    return;
  if (!below)
    {
      add_row (self, name, value_new (value, "fact"));
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  caption = value_new (below, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), value_new (value, "fact"));
  gtk_box_append (GTK_BOX (box), caption);
  add_row (self, name, box);
}

void
pm_facts_add_digest (PmFacts *self, const char *name, const char *hex)
{
  g_autoptr (GString) groups = g_string_new (NULL);
  GtkWidget *box;

  if (!hex || !*hex)
    return;
  for (gsize i = 0; hex[i]; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, hex[i]);
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), value_new (groups->str, "digest"));
  gtk_box_append (GTK_BOX (box), copy_button_new (hex));
  add_row (self, name, box);
}

void
pm_facts_add_code (PmFacts *self, const char *name, const char *text)
{
  if (text && *text)
    {
      g_autofree char *trimmed = g_strchomp (g_strdup (text));

      add_row (self, name, value_new (trimmed, "code"));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-highlights-panel.h"

#include "pm-highlight-row.h"
#include "pm-shy-bin.h"

#include <glib/gi18n-lib.h>

struct _PmHighlightsPanel
{
  PmPanel parent_instance;

  gboolean updating; /* the drop-downs change by program */

  GtkDropDown *colors;
  GtkDropDown *tags;
  GtkLabel *count;
  PmGroup *group;
  PmGroup *orphans;
};

G_DEFINE_FINAL_TYPE (PmHighlightsPanel, pm_highlights_panel, PM_TYPE_PANEL)

/* Returns: (nullable): the tag to show alone. */
static const char *
get_tag (PmHighlightsPanel *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->tags);

  if (!item || gtk_drop_down_get_selected (self->tags) == 0)
    return NULL;
  return gtk_string_object_get_string (item);
}

static gboolean
fits (PmHighlightsPanel *self, const PmHighlight *highlight)
{
  guint color = gtk_drop_down_get_selected (self->colors);
  const char *tag = get_tag (self);

  return (color == 0 || color == GTK_INVALID_LIST_POSITION || highlight->color == color - 1) &&
         (!tag || pm_highlight_has_tag (highlight, tag));
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The tags of @record's highlights, by name, each once; NULL-terminated. */
static GPtrArray *
list_tags (PmRecord *record)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tags = g_ptr_array_new ();

  for (guint i = 0; i < record->highlights->len; i++)
    {
      const PmHighlight *highlight = record->highlights->pdata[i];

      for (guint j = 0; j < highlight->tags->len; j++)
        if (g_hash_table_add (seen, highlight->tags->pdata[j]))
          g_ptr_array_add (tags, highlight->tags->pdata[j]);
    }
  g_ptr_array_sort (tags, compare_strings);
  g_ptr_array_add (tags, NULL);
  return tags;
}

static void
update_tags (PmHighlightsPanel *self, PmRecord *record)
{
  g_autoptr (GPtrArray) tags = list_tags (record);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_tag (self));
  guint selected = 0;

  gtk_string_list_append (model, _ ("All tags"));
  gtk_string_list_splice (model, 1, 0, (const char *const *) tags->pdata);
  for (guint i = 0; i + 1 < tags->len; i++)
    if (g_strcmp0 (chosen, tags->pdata[i]) == 0)
      selected = i + 1;
  self->updating = TRUE;
  gtk_drop_down_set_model (self->tags, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->tags, selected);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags->len > 1);
}

static void
update_count (PmHighlightsPanel *self, guint n_shown, guint n_all)
{
  g_autofree char *text = n_shown == n_all
                              ? g_strdup_printf (ngettext ("%u highlight", "%u highlights", n_all),
                                                 n_all)
                              /* Translators: how many highlights the filter leaves, of how many. */
                              : g_strdup_printf (_ ("%u of %u"), n_shown, n_all);

  gtk_label_set_label (self->count, text);
}

static void
update_rows (PmHighlightsPanel *self, PmRecord *record)
{
  g_autoptr (GPtrArray) here = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; i < record->highlights->len; i++)
    {
      PmHighlight *highlight = record->highlights->pdata[i];

      if (fits (self, highlight))
        g_ptr_array_add (highlight->orphan ? gone : here, highlight);
    }
  update_count (self, here->len + gone->len, record->highlights->len);
  pm_panel_fill (PM_PANEL (self), self->group, record, here);
  pm_panel_fill (PM_PANEL (self), self->orphans, record, gone);
}

static void
filter_cb (PmHighlightsPanel *self)
{
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));

  if (record && !self->updating)
    update_rows (self, record);
}

static void
pm_highlights_panel_show (PmPanel *panel, PmRecord *record)
{
  PmHighlightsPanel *self = PM_HIGHLIGHTS_PANEL (panel);

  if (!record)
    return;
  update_tags (self, record);
  update_rows (self, record);
  pm_panel_set_empty (panel, record->highlights->len == 0);
}

static void
pm_highlights_panel_class_init (PmHighlightsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  PM_PANEL_CLASS (klass)->show = pm_highlights_panel_show;
  g_type_ensure (PM_TYPE_GROUP);
  g_type_ensure (PM_TYPE_HIGHLIGHT_ROW);
  g_type_ensure (PM_TYPE_SHY_BIN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-highlights-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PmHighlightsPanel, colors);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightsPanel, tags);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightsPanel, count);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightsPanel, group);
  gtk_widget_class_bind_template_child (widget_class, PmHighlightsPanel, orphans);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
}

static void
pm_highlights_panel_init (PmHighlightsPanel *self)
{
  g_autoptr (GtkStringList) colors = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (colors, _ ("All colours"));
  for (PmColor color = 0; color < PM_N_COLORS; color++)
    gtk_string_list_append (colors, pm_color_get_title (color));
  gtk_drop_down_set_model (self->colors, G_LIST_MODEL (colors));
}

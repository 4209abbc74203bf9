/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-places.h"

#include <glib/gi18n-lib.h>

struct _PmPlaces
{
  AdwBin parent_instance;

  GtkListBox *list;
  PmListScope scope;
  char *label;
};

G_DEFINE_FINAL_TYPE (PmPlaces, pm_places, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row stands for, kept on the row itself. */
typedef struct
{
  PmListScope scope;
  char *label; /* (nullable) */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->label);
  g_free (place);
}

static const Place *
row_get_place (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "pm-place");
}

static const char *
scope_get_icon (PmListScope scope)
{
  static const char *const icons[] = {
    [PM_LIST_ALL] = "pm-articles-symbolic",          [PM_LIST_UNREAD] = "pm-unread-symbolic",
    [PM_LIST_TRASH] = "user-trash-symbolic",         [PM_LIST_TAG] = "pm-tag-symbolic",
    [PM_LIST_COLLECTION] = "pm-collection-symbolic",
  };

  return icons[scope];
}

static GtkWidget *
make_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A row's picture, words and count. */
static GtkWidget *
make_line (const char *icon, const char *title, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = make_label (title, NULL, 0);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), name);
  if (count > 0)
    {
      g_autofree char *number = g_strdup_printf ("%'u", count);
      GtkWidget *counter = make_label (number, "dim-label", 1);

      gtk_widget_add_css_class (counter, "numeric");
      gtk_widget_add_css_class (counter, "caption");
      gtk_box_append (GTK_BOX (box), counter);
    }
  return box;
}

static void
append_place (PmPlaces *self, PmListScope scope, const char *title, const char *label, guint count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  Place *place = g_new0 (Place, 1);

  place->scope = scope;
  place->label = g_strdup (label);
  g_object_set_data_full (G_OBJECT (row), "pm-place", place, place_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              make_line (scope_get_icon (scope), title, count));
  gtk_list_box_append (self->list, row);
}

/* No place: it leads to what all articles say. */
static void
append_sayings (PmPlaces *self, guint n_quotes)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              make_line ("pm-quotes-symbolic", _ ("Who Said What"), n_quotes));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), "win.who-said-what::");
  gtk_list_box_append (self->list, row);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const Place *place = row_get_place (row);
  const Place *above = before != NULL ? row_get_place (before) : NULL;
  const char *title = NULL;

  if (place != NULL && above != NULL && above->scope != place->scope)
    {
      if (place->scope == PM_LIST_COLLECTION)
        title = _ ("Collections");
      else if (place->scope == PM_LIST_TAG)
        title = _ ("Tags");
    }
  gtk_list_box_row_set_header (row, title != NULL ? make_label (title, "place-heading", 0) : NULL);
}

static void
row_selected_cb (PmPlaces *self, GtkListBoxRow *row)
{
  const Place *place = row != NULL ? row_get_place (row) : NULL;

  if (place == NULL || (place->scope == self->scope && g_strcmp0 (place->label, self->label) == 0))
    return;
  self->scope = place->scope;
  g_free (self->label);
  self->label = g_strdup (place->label);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Returns: (nullable) */
static GtkListBoxRow *
find_row (PmPlaces *self, PmListScope scope, const char *label)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const Place *place = row_get_place (row);

      if (place != NULL && place->scope == scope && g_strcmp0 (place->label, label) == 0)
        return row;
    }
  return NULL;
}

static void
append_labels (PmPlaces *self, PmListScope scope, GPtrArray *labels)
{
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      const PmLabel *label = g_ptr_array_index (labels, i);

      append_place (self, scope, label->name, label->name, label->n_articles);
    }
}

static void
fill (PmPlaces *self, const PmSummary *summary)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  append_place (self, PM_LIST_ALL, _ ("All Articles"), NULL, summary != NULL ? summary->n_all : 0);
  append_place (self, PM_LIST_UNREAD, _ ("Unread"), NULL, summary != NULL ? summary->n_unread : 0);
  append_sayings (self, summary != NULL ? summary->n_quotes : 0);
  append_place (self, PM_LIST_TRASH, _ ("Trash"), NULL, summary != NULL ? summary->n_trash : 0);
  if (summary == NULL)
    return;
  append_labels (self, PM_LIST_COLLECTION, summary->collections);
  append_labels (self, PM_LIST_TAG, summary->tags);
}

static void
pm_places_finalize (GObject *object)
{
  g_free (PM_PLACES (object)->label);
  G_OBJECT_CLASS (pm_places_parent_class)->finalize (object);
}

static void
pm_places_class_init (PmPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_places_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", PM_TYPE_PLACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-places.ui");
  gtk_widget_class_bind_template_child (widget_class, PmPlaces, list);
}

static void
pm_places_init (PmPlaces *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  fill (self, NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
}

void
pm_places_set_summary (PmPlaces *self, const PmSummary *summary)
{
  gboolean had_focus;

  g_return_if_fail (PM_IS_PLACES (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_signal_handlers_block_by_func (self->list, row_selected_cb, self);
  fill (self, summary);
  g_signal_handlers_unblock_by_func (self->list, row_selected_cb, self);
  pm_places_choose (self, self->scope, self->label);
  if (had_focus && gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

PmListScope
pm_places_get_scope (PmPlaces *self)
{
  g_return_val_if_fail (PM_IS_PLACES (self), PM_LIST_ALL);
  return self->scope;
}

const char *
pm_places_get_label (PmPlaces *self)
{
  g_return_val_if_fail (PM_IS_PLACES (self), NULL);
  return self->label;
}

void
pm_places_choose (PmPlaces *self, PmListScope scope, const char *label)
{
  GtkListBoxRow *row;

  g_return_if_fail (PM_IS_PLACES (self));

  row = find_row (self, scope, label);
  gtk_list_box_select_row (self->list,
                           row != NULL ? row : gtk_list_box_get_row_at_index (self->list, 0));
}

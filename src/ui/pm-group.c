/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-group.h"

#include "pm-row.h"

struct _PmGroup
{
  AdwBin parent_instance;

  GType row_type;
  GtkWidget *suffix; /* (nullable): owned by the heading */
  gboolean own_count;

  PmRecord *record; /* (nullable) */
  GPtrArray *items; /* (nullable) */
  GPtrArray *keys;  /* (element-type utf8): of @items */
  GHashTable *rows; /* key -> PmRow */
  guint n_filled;

  GtkBox *heading;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *description;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PmGroup, pm_group, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_ROW_TYPE,
  PROP_SUFFIX,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint row_selected_signal;

static void
row_selected_cb (PmGroup *self, GtkListBoxRow *row)
{
  g_signal_emit (self, row_selected_signal, 0, row);
}

static void
row_activated_cb (PmGroup *self, GtkListBoxRow *row)
{
  pm_row_open (PM_ROW (row));
}

/* Two things of one name, say two links with the same words, still need a row each. */
static GPtrArray *
list_keys (PmGroup *self, GPtrArray *items)
{
  PmRowClass *klass = g_type_class_ref (self->row_type);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *keys = g_ptr_array_new_full (items->len, g_free);

  for (guint i = 0; i < items->len; i++)
    {
      char *key = klass->dup_key (items->pdata[i]);

      while (g_hash_table_contains (seen, key))
        {
          char *other = g_strconcat (key, "+", NULL);

          g_free (key);
          key = other;
        }
      g_hash_table_add (seen, key);
      g_ptr_array_add (keys, key);
    }
  g_type_class_unref (klass);
  return keys;
}

static void
remove_gone (PmGroup *self, GPtrArray *keys, gboolean all)
{
  g_autoptr (GHashTable) stay = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, row;

  for (guint i = 0; i < keys->len && !all; i++)
    g_hash_table_add (stay, keys->pdata[i]);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (!g_hash_table_contains (stay, key))
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
move_row (PmGroup *self, GtkListBoxRow *row, int to)
{
  gboolean selected = gtk_list_box_row_is_selected (row);

  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), to);
  if (selected)
    gtk_list_box_select_row (self->list, row);
  g_object_unref (row);
}

static void
fill_one (PmGroup *self, guint i)
{
  const char *key = self->keys->pdata[i];
  PmRow *row = g_hash_table_lookup (self->rows, key);

  if (!row)
    {
      row = g_object_new (self->row_type, NULL);
      pm_row_bind (row, self->record, self->items->pdata[i]);
      gtk_list_box_insert (self->list, GTK_WIDGET (row), i);
      g_hash_table_insert (self->rows, g_strdup (key), row);
      return;
    }
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) i)
    move_row (self, GTK_LIST_BOX_ROW (row), i);
  pm_row_bind (row, self->record, self->items->pdata[i]);
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
}

static void
set_title (PmGroup *self, const char *title)
{
  gtk_label_set_label (self->title, title ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), title != NULL);
}

static void
set_suffix (PmGroup *self, GtkWidget *suffix)
{
  if (self->suffix)
    gtk_box_remove (self->heading, self->suffix);
  self->suffix = suffix;
  if (suffix)
    gtk_box_append (self->heading, suffix);
}

static void
pm_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmGroup *self = PM_GROUP (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, gtk_label_get_label (self->description));
      break;
    case PROP_ROW_TYPE:
      g_value_set_gtype (value, self->row_type);
      break;
    case PROP_SUFFIX:
      g_value_set_object (value, self->suffix);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PmGroup *self = PM_GROUP (object);

  switch (id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      gtk_label_set_label (self->description, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->description), g_value_get_string (value) != NULL);
      break;
    case PROP_ROW_TYPE:
      self->row_type = g_value_get_gtype (value);
      break;
    case PROP_SUFFIX:
      set_suffix (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_group_finalize (GObject *object)
{
  PmGroup *self = PM_GROUP (object);

  g_clear_pointer (&self->record, pm_record_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_hash_table_unref (self->rows);
  G_OBJECT_CLASS (pm_group_parent_class)->finalize (object);
}

static void
pm_group_class_init (PmGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_group_get_property;
  object_class->set_property = pm_group_set_property;
  object_class->finalize = pm_group_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROW_TYPE] = g_param_spec_gtype ("row-type", NULL, NULL, PM_TYPE_ROW,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  properties[PROP_SUFFIX] = g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  row_selected_signal = g_signal_new ("row-selected", PM_TYPE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, PM_TYPE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PmGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, PmGroup, title);
  gtk_widget_class_bind_template_child (widget_class, PmGroup, count);
  gtk_widget_class_bind_template_child (widget_class, PmGroup, description);
  gtk_widget_class_bind_template_child (widget_class, PmGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pm_group_init (PmGroup *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_title (self, NULL);
}

GtkWidget *
pm_group_new (const char *title, GType row_type)
{
  return g_object_new (PM_TYPE_GROUP, "title", title, "row-type", row_type, NULL);
}

void
pm_group_set_count (PmGroup *self, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", self->items ? self->items->len : 0);

  self->own_count = text != NULL;
  gtk_label_set_label (self->count, text ? text : number);
}

GtkListBox *
pm_group_get_list (PmGroup *self)
{
  return self->list;
}

void
pm_group_set_items (PmGroup *self, PmRecord *record, GPtrArray *items)
{
  g_autoptr (GPtrArray) keys = list_keys (self, items);
  gboolean other = !self->record || self->record->article->id != record->article->id;

  remove_gone (self, keys, other);
  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  self->keys = g_steal_pointer (&keys);
  pm_record_ref (record);
  g_clear_pointer (&self->record, pm_record_unref);
  self->record = record;
  self->n_filled = 0;
  if (!self->own_count)
    pm_group_set_count (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), items->len > 0);
}

gboolean
pm_group_fill (PmGroup *self, gint64 deadline)
{
  guint n = self->items ? self->items->len : 0;

  while (self->n_filled < n)
    {
      fill_one (self, self->n_filled++);
      if (g_get_monotonic_time () >= deadline)
        break;
    }
  return self->n_filled >= n;
}

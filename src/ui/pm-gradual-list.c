/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-gradual-list.h"

#define STEP 6
#define STEP_MS 16
/* As many rows as the view makes at most, with some to spare. */
#define ENOUGH 240

struct _PmGradualList
{
  GObject parent_instance;

  GListModel *list; /* (nullable) */
  GtkSliceListModel *slice;
  guint growing;
};

G_DEFINE_FINAL_TYPE (PmGradualList, pm_gradual_list, G_TYPE_OBJECT)

static gboolean
grow_cb (gpointer user_data)
{
  PmGradualList *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + STEP;
  gboolean enough = size >= MIN (ENOUGH, g_list_model_get_n_items (self->list));

  if (enough)
    self->growing = 0;
  gtk_slice_list_model_set_size (self->slice, size >= ENOUGH ? G_MAXUINT : size);
  return enough ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* A short list always leaves room for a few more, so that one that becomes long is met by a slice
 * that is still short. */
static void
list_changed_cb (PmGradualList *self)
{
  guint n_items = g_list_model_get_n_items (self->list);
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (n_items < MIN (size, ENOUGH))
    gtk_slice_list_model_set_size (self->slice, n_items + STEP);
  else if (n_items > size && self->growing == 0)
    self->growing = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, STEP_MS, grow_cb, self, NULL);
}

static void
pm_gradual_list_dispose (GObject *object)
{
  pm_gradual_list_set_list (PM_GRADUAL_LIST (object), NULL);
  g_clear_object (&PM_GRADUAL_LIST (object)->slice);
  G_OBJECT_CLASS (pm_gradual_list_parent_class)->dispose (object);
}

static void
pm_gradual_list_class_init (PmGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pm_gradual_list_dispose;
}

static void
pm_gradual_list_init (PmGradualList *self)
{
  self->slice = gtk_slice_list_model_new (NULL, 0, STEP);
}

PmGradualList *
pm_gradual_list_new (void)
{
  return g_object_new (PM_TYPE_GRADUAL_LIST, NULL);
}

void
pm_gradual_list_set_list (PmGradualList *self, GListModel *list)
{
  g_return_if_fail (PM_IS_GRADUAL_LIST (self));

  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_handle_id (&self->growing, g_source_remove);
  g_set_object (&self->list, list);
  gtk_slice_list_model_set_size (self->slice, STEP);
  gtk_slice_list_model_set_model (self->slice, list);
  if (list == NULL)
    return;
  /* After the slice itself. */
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (list_changed_cb), self);
  list_changed_cb (self);
}

GListModel *
pm_gradual_list_get_model (PmGradualList *self)
{
  g_return_val_if_fail (PM_IS_GRADUAL_LIST (self), NULL);
  return G_LIST_MODEL (self->slice);
}

void
pm_gradual_list_reach (PmGradualList *self, guint position)
{
  g_return_if_fail (PM_IS_GRADUAL_LIST (self));

  if (position < gtk_slice_list_model_get_size (self->slice))
    return;
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-saying-list.h"

struct _PmSayingList
{
  GObject parent_instance;

  PmSayings *sayings;
  GPtrArray *lines;
};

static GType
pm_saying_list_get_item_type (GListModel *model)
{
  return PM_TYPE_SAYING_ITEM;
}

static guint
pm_saying_list_get_n_items (GListModel *model)
{
  return PM_SAYING_LIST (model)->lines->len;
}

static gpointer
pm_saying_list_get_item (GListModel *model, guint position)
{
  PmSayingList *self = PM_SAYING_LIST (model);

  return position < self->lines->len
             ? pm_saying_item_new (self->sayings, self->lines->pdata[position], NULL)
             : NULL;
}

static void
pm_saying_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pm_saying_list_get_item_type;
  iface->get_n_items = pm_saying_list_get_n_items;
  iface->get_item = pm_saying_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PmSayingList,
                               pm_saying_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pm_saying_list_model_init))

static void
pm_saying_list_finalize (GObject *object)
{
  PmSayingList *self = PM_SAYING_LIST (object);

  g_ptr_array_unref (self->lines);
  pm_sayings_unref (self->sayings);
  G_OBJECT_CLASS (pm_saying_list_parent_class)->finalize (object);
}

static void
pm_saying_list_class_init (PmSayingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_saying_list_finalize;
}

static void
pm_saying_list_init (PmSayingList *self)
{
}

PmSayingList *
pm_saying_list_new (PmSayings *sayings, GPtrArray *lines)
{
  PmSayingList *self = g_object_new (PM_TYPE_SAYING_LIST, NULL);

  self->sayings = pm_sayings_ref (sayings);
  self->lines = g_ptr_array_ref (lines);
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-feed-list.h"

/* --- one feed --- */

struct _PmFeedItem
{
  GObject parent_instance;

  PmFeed *feed;
};

G_DEFINE_FINAL_TYPE (PmFeedItem, pm_feed_item, G_TYPE_OBJECT)

static void
pm_feed_item_finalize (GObject *object)
{
  pm_feed_free (PM_FEED_ITEM (object)->feed);
  G_OBJECT_CLASS (pm_feed_item_parent_class)->finalize (object);
}

static void
pm_feed_item_class_init (PmFeedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pm_feed_item_finalize;
}

static void
pm_feed_item_init (PmFeedItem *self)
{
}

const PmFeed *
pm_feed_item_get_feed (PmFeedItem *self)
{
  g_return_val_if_fail (PM_IS_FEED_ITEM (self), NULL);
  return self->feed;
}

static PmFeedItem *
item_new (const PmFeed *feed)
{
  PmFeedItem *self = g_object_new (PM_TYPE_FEED_ITEM, NULL);

  self->feed = pm_feed_copy (feed);
  return self;
}

/* --- the list --- */

struct _PmFeedList
{
  GObject parent_instance;

  GSignalGroup *notebook_signals;
  GCancellable *cancellable;
  GPtrArray *items; /* (element-type PmFeedItem) */
  gboolean loading;
};

enum
{
  PROP_LOADING = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static GType
get_item_type (GListModel *model)
{
  return PM_TYPE_FEED_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PM_FEED_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = PM_FEED_LIST (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PmFeedList,
                               pm_feed_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_same (PmFeedItem *item, const PmFeed *feed)
{
  return item->feed->id == feed->id && item->feed->checked == feed->checked &&
         g_strcmp0 (item->feed->url, feed->url) == 0 &&
         g_strcmp0 (item->feed->title, feed->title) == 0 &&
         g_strcmp0 (item->feed->error, feed->error) == 0;
}

/* Puts @feeds in the place of those that differ, between the same beginning and the same end. */
static void
take_in (PmFeedList *self, GPtrArray *feeds)
{
  GPtrArray *items = self->items;
  guint shorter = MIN (items->len, feeds->len);
  guint start = 0;
  guint end = 0;

  while (start < shorter && is_same (items->pdata[start], feeds->pdata[start]))
    start++;
  while (end < shorter - start &&
         is_same (items->pdata[items->len - end - 1], feeds->pdata[feeds->len - end - 1]))
    end++;
  if (start + end == items->len && items->len == feeds->len)
    return;
  shorter = items->len - start - end;
  if (shorter > 0)
    g_ptr_array_remove_range (items, start, shorter);
  for (guint i = start; i < feeds->len - end; i++)
    g_ptr_array_insert (items, (int) i, item_new (feeds->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), start, shorter, feeds->len - start - end);
}

/* What could not be read stays as it was shown. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmFeedList) self = PM_FEED_LIST (user_data);
  g_autoptr (GPtrArray) feeds = pm_notebook_list_feeds_finish (PM_NOTEBOOK (source), result, NULL);

  if (feeds == NULL)
    return;
  take_in (self, feeds);
  if (!self->loading)
    return;
  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
load (PmFeedList *self, PmNotebook *notebook)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  pm_notebook_list_feeds_async (notebook, self->cancellable, listed_cb, g_object_ref (self));
}

static void
changed_cb (PmFeedList *self, gint64 article, guint parts, PmNotebook *notebook)
{
  if (parts & PM_NOTEBOOK_FEEDS)
    load (self, notebook);
}

static void
pm_feed_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, PM_FEED_LIST (object)->loading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_feed_list_dispose (GObject *object)
{
  PmFeedList *self = PM_FEED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notebook_signals);
  G_OBJECT_CLASS (pm_feed_list_parent_class)->dispose (object);
}

static void
pm_feed_list_finalize (GObject *object)
{
  g_ptr_array_unref (PM_FEED_LIST (object)->items);
  G_OBJECT_CLASS (pm_feed_list_parent_class)->finalize (object);
}

static void
pm_feed_list_class_init (PmFeedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pm_feed_list_get_property;
  object_class->dispose = pm_feed_list_dispose;
  object_class->finalize = pm_feed_list_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pm_feed_list_init (PmFeedList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = TRUE;
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self);
}

PmFeedList *
pm_feed_list_new (PmNotebook *notebook)
{
  PmFeedList *self = g_object_new (PM_TYPE_FEED_LIST, NULL);

  g_signal_group_set_target (self->notebook_signals, notebook);
  load (self, notebook);
  return self;
}

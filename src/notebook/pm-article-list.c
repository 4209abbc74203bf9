/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-article-list.h"

#include "pm-notebook-private.h"

/* --- one row --- */

struct _PmArticleItem
{
  GObject parent_instance;

  gint64 id; /* of @article, which comes and goes */
  PmArticle *article;
  double progress;
};

enum
{
  ITEM_ARTICLE = 1,
  ITEM_PROGRESS,
  ITEM_BUSY,
  ITEM_N
};

static GParamSpec *item_properties[ITEM_N];

G_DEFINE_FINAL_TYPE (PmArticleItem, pm_article_item, G_TYPE_OBJECT)

static void
pm_article_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmArticleItem *self = PM_ARTICLE_ITEM (object);

  switch (id)
    {
    case ITEM_ARTICLE:
      g_value_set_boxed (value, self->article);
      break;
    case ITEM_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case ITEM_BUSY:
      g_value_set_boolean (value, pm_article_item_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pm_article_item_finalize (GObject *object)
{
  pm_article_free (PM_ARTICLE_ITEM (object)->article);
  G_OBJECT_CLASS (pm_article_item_parent_class)->finalize (object);
}

static void
pm_article_item_class_init (PmArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = pm_article_item_get_property;
  object_class->finalize = pm_article_item_finalize;
  item_properties[ITEM_ARTICLE] = g_param_spec_boxed ("article", NULL, NULL, PM_TYPE_ARTICLE,
                                                      flags);
  item_properties[ITEM_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1, 1, 1, flags);
  item_properties[ITEM_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, ITEM_N, item_properties);
}

static void
pm_article_item_init (PmArticleItem *self)
{
  self->progress = 1;
}

const PmArticle *
pm_article_item_get_article (PmArticleItem *self)
{
  return self->article;
}

double
pm_article_item_get_progress (PmArticleItem *self)
{
  return self->progress;
}

gboolean
pm_article_item_get_busy (PmArticleItem *self)
{
  return self->progress < 1;
}

static void
item_set_progress (PmArticleItem *self, double progress)
{
  gboolean was_busy = pm_article_item_get_busy (self);

  if (self->progress == progress)
    return;
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), item_properties[ITEM_PROGRESS]);
  if (was_busy != pm_article_item_get_busy (self))
    g_object_notify_by_pspec (G_OBJECT (self), item_properties[ITEM_BUSY]);
}

static gboolean
names_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Whether a row would look the same. */
static gboolean
articles_equal (const PmArticle *a, const PmArticle *b)
{
  return a->state == b->state && a->unread == b->unread && a->n_highlights == b->n_highlights &&
         a->colors == b->colors && a->trashed == b->trashed && a->fetched == b->fetched &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->outlet, b->outlet) == 0 &&
         g_strcmp0 (a->published, b->published) == 0 && g_strcmp0 (a->error, b->error) == 0 &&
         g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->snippet, b->snippet) == 0 &&
         names_equal (a->tags, b->tags) && names_equal (a->collections, b->collections);
}

/* @article: (transfer full) */
static void
item_take_article (PmArticleItem *self, PmArticle *article)
{
  gboolean same = self->article != NULL && articles_equal (self->article, article);

  g_clear_pointer (&self->article, pm_article_free);
  self->article = article;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), item_properties[ITEM_ARTICLE]);
}

/* --- the list --- */

struct _PmArticleList
{
  GObject parent_instance;

  PmNotebook *notebook;
  PmListScope scope;
  char *label;
  char *search;
  GPtrArray *items;      /* (element-type PmArticleItem) */
  GHashTable *by_id;     /* (element-type gint64 PmArticleItem): borrowed from @items */
  GCancellable *reading; /* (nullable): while an answer is awaited */
  gboolean stale;        /* something changed since it was asked */
  gboolean loading;
};

enum
{
  LIST_LOADING = 1,
  LIST_N
};

static GParamSpec *list_properties[LIST_N];

static GType
get_item_type (GListModel *model)
{
  return PM_TYPE_ARTICLE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PM_ARTICLE_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PmArticleList *self = PM_ARTICLE_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PmArticleList,
                               pm_article_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* The items for @articles: those shown already, brought up to date, and new ones. Empties
 * @articles. */
static GPtrArray *
make_items (PmArticleList *self, GPtrArray *articles)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (articles, NULL);
  for (guint i = 0; i < articles->len; i++)
    {
      PmArticle *article = articles->pdata[i];
      PmArticleItem *item = g_hash_table_lookup (self->by_id, &article->id);

      if (item != NULL)
        g_object_ref (item);
      else
        {
          item = g_object_new (PM_TYPE_ARTICLE_ITEM, NULL);
          item->id = article->id;
          _pm_notebook_is_capturing (self->notebook, article->id, &item->progress);
        }
      item_take_article (item, article);
      g_ptr_array_add (items, item);
    }
  g_ptr_array_set_size (articles, 0);
  return items;
}

/* Tells of the one stretch in which the old and the new items differ. @items: (transfer full) */
static void
replace_items (PmArticleList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = self->items;
  guint shorter = MIN (old->len, items->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < shorter - head &&
         old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  self->items = items;
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->by_id, &((PmArticleItem *) items->pdata[i])->article->id,
                         items->pdata[i]);
  if (old->len != items->len || head + tail < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}

static void
set_loading (PmArticleList *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), list_properties[LIST_LOADING]);
}

static void read_again (PmArticleList *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmArticleList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = pm_notebook_list_articles_finish (PM_NOTEBOOK (source), result,
                                                                     &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (articles != NULL)
    replace_items (self, make_items (self, articles));
  set_loading (self, FALSE);
  if (self->stale)
    read_again (self);
}

static void
read_again (PmArticleList *self)
{
  self->stale = self->reading != NULL;
  if (self->stale || self->notebook == NULL)
    return;
  self->reading = g_cancellable_new ();
  pm_notebook_list_articles_async (self->notebook, self->scope, self->label, self->search, 0,
                                   self->reading, read_cb, g_object_ref (self));
}

/* What was asked for is no longer wanted: ask anew at once. */
static void
ask_anew (PmArticleList *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  set_loading (self, TRUE);
  read_again (self);
}

static void
changed_cb (PmNotebook *notebook, gint64 article, guint parts, PmArticleList *self)
{
  if ((parts & ~(guint) (PM_NOTEBOOK_IMAGES | PM_NOTEBOOK_VERSIONS | PM_NOTEBOOK_ANSWERS)) != 0 &&
      (parts & PM_NOTEBOOK_MORE) == 0)
    read_again (self);
}

static void
progress_cb (PmNotebook *notebook, gint64 article, double fraction, PmArticleList *self)
{
  PmArticleItem *item = g_hash_table_lookup (self->by_id, &article);

  if (item != NULL)
    item_set_progress (item, fraction);
}

static void
pm_article_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == LIST_LOADING)
    g_value_set_boolean (value, PM_ARTICLE_LIST (object)->loading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_article_list_dispose (GObject *object)
{
  PmArticleList *self = PM_ARTICLE_LIST (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (pm_article_list_parent_class)->dispose (object);
}

static void
pm_article_list_finalize (GObject *object)
{
  PmArticleList *self = PM_ARTICLE_LIST (object);

  g_free (self->label);
  g_free (self->search);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (pm_article_list_parent_class)->finalize (object);
}

static void
pm_article_list_class_init (PmArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pm_article_list_get_property;
  object_class->dispose = pm_article_list_dispose;
  object_class->finalize = pm_article_list_finalize;
  list_properties[LIST_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                            G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, LIST_N, list_properties);
}

static void
pm_article_list_init (PmArticleList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

PmArticleList *
pm_article_list_new (PmNotebook *notebook)
{
  PmArticleList *self = g_object_new (PM_TYPE_ARTICLE_LIST, NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (notebook, "progress", G_CALLBACK (progress_cb), self, 0);
  ask_anew (self);
  return self;
}

void
pm_article_list_set_scope (PmArticleList *self, PmListScope scope, const char *label)
{
  if (self->scope == scope && g_strcmp0 (self->label, label) == 0)
    return;
  self->scope = scope;
  g_free (self->label);
  self->label = g_strdup (label);
  ask_anew (self);
}

void
pm_article_list_set_search (PmArticleList *self, const char *search)
{
  if (g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  ask_anew (self);
}

gboolean
pm_article_list_get_loading (PmArticleList *self)
{
  return self->loading;
}

guint
pm_article_list_find (PmArticleList *self, gint64 article)
{
  for (guint i = 0; i < self->items->len; i++)
    if (((PmArticleItem *) self->items->pdata[i])->id == article)
      return i;
  return G_MAXUINT;
}

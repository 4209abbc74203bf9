/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sources-panel.h"

#include "pm-citing-row.h"
#include "pm-source-row.h"

#include <glib/gi18n-lib.h>

struct _PmSourcesPanel
{
  PmPanel parent_instance;

  GSignalGroup *notebook_signals;
  GHashTable *busy; /* the addresses asked for from here that have no row yet */
  PmRecord *looked; /* (nullable): the record that @links are of */
  PmLinks *links;   /* (nullable) */
  gboolean looking; /* a look-up is under way */
  gboolean look_again;

  PmGroup *linked;
  PmGroup *named;
  PmGroup *citing;
};

G_DEFINE_FINAL_TYPE (PmSourcesPanel, pm_sources_panel, PM_TYPE_PANEL)

/* What was found for this article before holds until the next answer: nothing flickers when its
 * record comes anew. */
static gboolean
knows (PmSourcesPanel *self, PmRecord *record)
{
  return self->links && self->looked->article->id == record->article->id;
}

/* What the look-up said of the source. @article: (out): the one it leads to, or 0. */
static PmSourceState
find_state (PmSourcesPanel *self, PmRecord *record, guint index, gint64 *article)
{
  const PmSource *source = record->analysis->sources->pdata[index], *before;

  *article = 0;
  if (!knows (self, record) || index >= self->links->archived->len)
    return PM_SOURCE_UNKNOWN;
  before = self->looked->analysis->sources->pdata[index];
  if (g_strcmp0 (before->url, source->url) != 0)
    return PM_SOURCE_UNKNOWN;
  *article = g_array_index (self->links->archived, gint64, index);
  if (*article == 0)
    return PM_SOURCE_MISSING;
  switch (g_array_index (self->links->states, PmArticleState, index))
    {
    case PM_ARTICLE_READY:
      return PM_SOURCE_HERE;
    case PM_ARTICLE_QUEUED:
      return PM_SOURCE_BUSY;
    default:
      /* Its row in the library says why it failed; here it can be asked for again. */
      return PM_SOURCE_MISSING;
    }
}

static PmSourceItem *
item_new (PmSourcesPanel *self, PmRecord *record, guint index)
{
  PmSourceItem *item = g_new0 (PmSourceItem, 1);

  item->source = record->analysis->sources->pdata[index];
  item->n_places = 1;
  if (!item->source->url)
    return item;
  item->state = find_state (self, record, index, &item->article);
  if (g_hash_table_contains (self->busy, item->source->url))
    item->state = PM_SOURCE_BUSY;
  return item;
}

static void
list_items (PmSourcesPanel *self, PmRecord *record, GPtrArray *linked, GPtrArray *named)
{
  GPtrArray *sources = record->analysis ? record->analysis->sources : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; sources && i < sources->len; i++)
    {
      const PmSource *source = sources->pdata[i];
      PmSourceItem *first = source->url ? g_hash_table_lookup (seen, source->url) : NULL;

      if (first)
        {
          first->n_places++;
          continue;
        }
      first = item_new (self, record, i);
      g_ptr_array_add (source->url ? linked : named, first);
      if (source->url)
        g_hash_table_insert (seen, source->url, first);
    }
}

/* Copies, as rows keep the list longer than @links last. */
static GPtrArray *
list_citing (PmSourcesPanel *self, PmRecord *record)
{
  GPtrArray *citing = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_article_free);

  for (guint i = 0; knows (self, record) && i < self->links->citing->len; i++)
    g_ptr_array_add (citing, pm_article_copy (self->links->citing->pdata[i]));
  return citing;
}

static gboolean
any_missing (GPtrArray *linked)
{
  for (guint i = 0; i < linked->len; i++)
    {
      const PmSourceItem *item = linked->pdata[i];

      if (item->state == PM_SOURCE_MISSING && pm_source_is_web (item->source->url))
        return TRUE;
    }
  return FALSE;
}

static void
update_rows (PmSourcesPanel *self, PmRecord *record)
{
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) citing = list_citing (self, record);
  g_autofree char *count = NULL;

  list_items (self, record, linked, named);
  pm_panel_fill (PM_PANEL (self), self->linked, record, linked);
  pm_panel_fill (PM_PANEL (self), self->named, record, named);
  pm_panel_fill (PM_PANEL (self), self->citing, record, citing);
  count = g_strdup_printf (ngettext ("%u in this notebook", "%u in this notebook", citing->len),
                           citing->len);
  pm_group_set_count (self->citing, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.download-all", any_missing (linked));
  pm_panel_set_empty (PM_PANEL (self), linked->len + named->len + citing->len == 0);
}

/* What was asked for from here and has a row now is known by that. */
static void
forget_busy (PmSourcesPanel *self)
{
  for (guint i = 0; i < self->links->archived->len; i++)
    {
      const PmSource *source = self->looked->analysis->sources->pdata[i];

      if (g_array_index (self->links->archived, gint64, i) != 0 && source->url)
        g_hash_table_remove (self->busy, source->url);
    }
}

typedef struct
{
  PmSourcesPanel *panel;
  PmRecord *record;
} LookUp;

static void
look_up_free (LookUp *self)
{
  g_object_unref (self->panel);
  pm_record_unref (self->record);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LookUp, look_up_free)

static void
links_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LookUp) look = data;
  PmSourcesPanel *self = look->panel;
  g_autoptr (GError) error = NULL;
  PmLinks *links = pm_notebook_load_links_finish (PM_NOTEBOOK (source), result, &error);
  gboolean wanted = pm_panel_get_record (PM_PANEL (self)) == look->record;

  self->looking = FALSE;
  if (links && wanted)
    {
      g_clear_pointer (&self->links, pm_links_free);
      self->links = links;
      g_clear_pointer (&self->looked, pm_record_unref);
      self->looked = pm_record_ref (look->record);
      forget_busy (self);
      update_rows (self, look->record);
    }
  else
    g_clear_pointer (&links, pm_links_free);
  if (error && wanted)
    pm_panel_toast_error (PM_PANEL (self), error);
  /* Looks up again, with what is shown now; unless the panel is gone meanwhile. */
  if (self->notebook_signals && (self->look_again || !wanted))
    PM_PANEL_GET_CLASS (self)->show (PM_PANEL (self), pm_panel_get_record (PM_PANEL (self)));
}

/* One look-up at a time: a batch of a thousand downloads says "changed" a thousand times. */
static void
look_up (PmSourcesPanel *self)
{
  PmNotebook *notebook = pm_panel_get_notebook (PM_PANEL (self));
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));
  LookUp *look;

  self->look_again = self->looking;
  if (self->looking || !notebook || !record || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->looking = TRUE;
  look = g_new (LookUp, 1);
  look->panel = g_object_ref (self);
  look->record = pm_record_ref (record);
  pm_notebook_load_links_async (notebook, record, pm_panel_get_cancellable (PM_PANEL (self)),
                                links_cb, look);
}

static void
changed_cb (PmNotebook *notebook, gint64 article, guint parts, PmSourcesPanel *self)
{
  if (parts & (PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT))
    look_up (self);
}

static void
download (PmSourcesPanel *self, GVariant *urls)
{
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));
  GVariantIter iter;
  char *url;

  g_variant_iter_init (&iter, urls);
  while (g_variant_iter_next (&iter, "s", &url))
    g_hash_table_add (self->busy, url);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.download", urls);
  if (record)
    update_rows (self, record);
}

static void
download_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  download (PM_SOURCES_PANEL (widget), parameter);
}

static void
download_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmSourcesPanel *self = PM_SOURCES_PANEL (widget);
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariant) urls = NULL;
  GVariantBuilder builder;

  if (!record)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  list_items (self, record, linked, named);
  for (guint i = 0; i < linked->len; i++)
    {
      const PmSourceItem *item = linked->pdata[i];

      if (item->state == PM_SOURCE_MISSING && pm_source_is_web (item->source->url))
        g_variant_builder_add (&builder, "s", item->source->url);
    }
  urls = g_variant_ref_sink (g_variant_builder_end (&builder));
  download (self, urls);
}

static void
pm_sources_panel_show (PmPanel *panel, PmRecord *record)
{
  PmSourcesPanel *self = PM_SOURCES_PANEL (panel);

  g_signal_group_set_target (self->notebook_signals, pm_panel_get_notebook (panel));
  if (!record)
    return;
  update_rows (self, record);
  look_up (self);
}

/* The notebook may have changed while nobody looked. */
static void
pm_sources_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pm_sources_panel_parent_class)->map (widget);
  look_up (PM_SOURCES_PANEL (widget));
}

static void
pm_sources_panel_dispose (GObject *object)
{
  PmSourcesPanel *self = PM_SOURCES_PANEL (object);

  g_clear_object (&self->notebook_signals);
  g_clear_pointer (&self->links, pm_links_free);
  g_clear_pointer (&self->looked, pm_record_unref);
  G_OBJECT_CLASS (pm_sources_panel_parent_class)->dispose (object);
}

static void
pm_sources_panel_finalize (GObject *object)
{
  g_hash_table_unref (PM_SOURCES_PANEL (object)->busy);
  G_OBJECT_CLASS (pm_sources_panel_parent_class)->finalize (object);
}

static void
pm_sources_panel_class_init (PmSourcesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_sources_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_sources_panel_finalize;
  widget_class->map = pm_sources_panel_map;
  PM_PANEL_CLASS (klass)->show = pm_sources_panel_show;
  gtk_widget_class_install_action (widget_class, "sources.download", "as", download_action);
  gtk_widget_class_install_action (widget_class, "sources.download-all", NULL, download_all_action);

  g_type_ensure (PM_TYPE_SOURCE_ROW);
  g_type_ensure (PM_TYPE_CITING_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-sources-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, linked);
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, named);
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, citing);
}

static void
pm_sources_panel_init (PmSourcesPanel *self)
{
  self->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_object (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self,
                                 0);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sources-panel.h"

#include "pm-citing-row.h"
#include "pm-source-row.h"
#include "pm-wrap-box.h"

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

  guint n_checks;    /* of links, under way */
  GHashTable *asked; /* the addresses that are asked whether they still answer */
  guint n_asked;     /* since nobody asked */
  guint n_answered;
  GCancellable *asking; /* (nullable): somebody asks */

  PmGroup *linked;
  PmGroup *named;
  PmGroup *citing;
  GtkButton *check_button;
};

G_DEFINE_FINAL_TYPE (PmSourcesPanel, pm_sources_panel, PM_TYPE_PANEL)

/* What was found for this article before holds until the next answer: nothing flickers when its
 * record comes anew. */
static gboolean
knows (PmSourcesPanel *self, PmRecord *record)
{
  return self->links && self->looked->article->id == record->article->id;
}

/* Whether @links is about the very source. */
static gboolean
knows_source (PmSourcesPanel *self, PmRecord *record, guint index)
{
  const PmSource *source = record->analysis->sources->pdata[index], *before;

  if (!knows (self, record) || index >= self->links->archived->len)
    return FALSE;
  before = self->looked->analysis->sources->pdata[index];
  return g_strcmp0 (before->url, source->url) == 0;
}

/* What the look-up said of the source. @article: (out): the one it leads to, or 0. */
static PmSourceState
find_state (PmSourcesPanel *self, PmRecord *record, guint index, gint64 *article)
{
  *article = 0;
  if (!knows_source (self, record, index))
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
  if (knows_source (self, record, index) && self->links->answers->pdata[index])
    item->answer = pm_answer_copy (self->links->answers->pdata[index]);
  item->asking = g_hash_table_contains (self->asked, item->source->url);
  return item;
}

static void
item_free (gpointer item)
{
  pm_source_item_free (item);
}

static void
list_items (PmSourcesPanel *self, PmRecord *record, GPtrArray *linked, GPtrArray *named)
{
  GPtrArray *sources = record->analysis ? record->analysis->sources : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; sources && i < sources->len; i++)
    {
      const PmSource *source = sources->pdata[i];
      const char *key = pm_source_get_key (source);
      PmSourceItem *first = key ? g_hash_table_lookup (seen, key) : NULL;

      if (first)
        {
          first->n_places++;
          continue;
        }
      first = item_new (self, record, i);
      g_ptr_array_add (source->url ? linked : named, first);
      if (key)
        g_hash_table_insert (seen, (gpointer) key, first);
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
any_web (GPtrArray *linked)
{
  for (guint i = 0; i < linked->len; i++)
    if (pm_source_is_web (((const PmSourceItem *) linked->pdata[i])->source->url))
      return TRUE;
  return FALSE;
}

/* One button starts a check and stops it, saying how far it is. */
static void
update_check_button (PmSourcesPanel *self)
{
  g_autofree char *label = NULL;

  if (self->asking)
    /* Translators: stop checking links; how many were, and of how many. */
    label = g_strdup_printf (_ ("Stop (%u of %u)"), self->n_answered, self->n_asked);
  gtk_button_set_label (self->check_button, label ? label : _ ("Check links"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->check_button),
                                  self->asking ? "sources.stop-checking" : "sources.check-all");
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
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (item_free);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.check-all", any_web (linked));
  update_check_button (self);
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
  if (parts & (PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT | PM_NOTEBOOK_ANSWERS))
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
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (item_free);
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

/* Its row follows when the notebook tells of the change. */
static void
checked_cb (const char *url, const PmAnswer *answer, guint done, guint total, gpointer data)
{
  PmSourcesPanel *self = data;

  g_hash_table_remove (self->asked, url);
  self->n_answered++;
  update_check_button (self);
}

static void
check_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmSourcesPanel) self = data;
  PmPanel *panel = PM_PANEL (self);
  g_autoptr (GError) error = NULL;

  if (!pm_notebook_check_links_finish (PM_NOTEBOOK (source), result, &error))
    pm_panel_toast_error (panel, error);
  self->n_checks--;
  if (self->n_checks > 0)
    return;
  g_hash_table_remove_all (self->asked);
  g_clear_object (&self->asking);
  self->n_asked = self->n_answered = 0;
  if (self->notebook_signals && pm_panel_get_record (panel))
    update_rows (self, pm_panel_get_record (panel));
}

static void
check (PmSourcesPanel *self, const char *const *urls)
{
  PmNotebook *notebook = pm_panel_get_notebook (PM_PANEL (self));
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));

  if (!notebook || !record)
    return;
  if (!self->asking)
    self->asking = g_cancellable_new ();
  for (guint i = 0; urls[i]; i++)
    if (g_hash_table_add (self->asked, g_strdup (urls[i])))
      self->n_asked++;
  self->n_checks++;
  pm_notebook_check_links_async (notebook, record, urls, checked_cb, self, self->asking, check_cb,
                                 g_object_ref (self));
  update_rows (self, record);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree const char **urls = g_variant_get_strv (parameter, NULL);

  check (PM_SOURCES_PANEL (widget), urls);
}

static void
check_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmSourcesPanel *self = PM_SOURCES_PANEL (widget);
  PmRecord *record = pm_panel_get_record (PM_PANEL (self));
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) urls = g_ptr_array_new ();

  if (!record)
    return;
  list_items (self, record, linked, named);
  for (guint i = 0; i < linked->len; i++)
    {
      const PmSourceItem *item = linked->pdata[i];

      if (pm_source_is_web (item->source->url))
        g_ptr_array_add (urls, item->source->url);
    }
  g_ptr_array_add (urls, NULL);
  check (self, (const char *const *) urls->pdata);
}

static void
stop_checking_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (PM_SOURCES_PANEL (widget)->asking);
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

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->notebook_signals);
  g_clear_pointer (&self->links, pm_links_free);
  g_clear_pointer (&self->looked, pm_record_unref);
  G_OBJECT_CLASS (pm_sources_panel_parent_class)->dispose (object);
}

static void
pm_sources_panel_finalize (GObject *object)
{
  g_hash_table_unref (PM_SOURCES_PANEL (object)->busy);
  g_hash_table_unref (PM_SOURCES_PANEL (object)->asked);
  g_clear_object (&PM_SOURCES_PANEL (object)->asking);
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
  gtk_widget_class_install_action (widget_class, "sources.check", "as", check_action);
  gtk_widget_class_install_action (widget_class, "sources.check-all", NULL, check_all_action);
  gtk_widget_class_install_action (widget_class, "sources.stop-checking", NULL,
                                   stop_checking_action);

  g_type_ensure (PM_TYPE_SOURCE_ROW);
  g_type_ensure (PM_TYPE_CITING_ROW);
  g_type_ensure (PM_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-sources-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, linked);
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, named);
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, citing);
  gtk_widget_class_bind_template_child (widget_class, PmSourcesPanel, check_button);
}

static void
pm_sources_panel_init (PmSourcesPanel *self)
{
  self->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_object (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self,
                                 0);
  gtk_widget_init_template (GTK_WIDGET (self));
}

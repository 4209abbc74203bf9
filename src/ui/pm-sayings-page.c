/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings-page.h"

#include "pm-gradual-list.h"
#include "pm-saying-list.h"

#include <glib/gi18n-lib.h>

struct _PmSayingsPage
{
  AdwBin parent_instance;

  PmNotebook *notebook; /* (nullable) */
  GSignalGroup *notebook_signals;
  PmSayings *sayings;    /* (nullable) */
  gboolean stale;        /* the notebook has changed since @sayings */
  GCancellable *loading; /* (nullable) */
  GCancellable *finding; /* (nullable) */

  GtkEditable *words;
  GtkEditable *speaker;
  GtkEditable *outlet;
  GtkEditable *since;
  GtkEditable *until;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *list;
  PmGradualList *shown;
};

G_DEFINE_FINAL_TYPE (PmSayingsPage, pm_sayings_page, ADW_TYPE_BIN)

enum
{
  PROP_SUMMARY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GCancellable *
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}

/* --- finding --- */

/* What is looked for, and where. */
typedef struct
{
  PmSayings *sayings;
  char *words;
  char *speaker;
  char *outlet;
  char *since; /* (nullable) */
  char *until; /* (nullable) */
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  pm_sayings_unref (self->sayings);
  g_free (self->words);
  g_free (self->speaker);
  g_free (self->outlet);
  g_free (self->since);
  g_free (self->until);
  g_free (self);
}

/* Returns: (transfer full) (nullable): what makes sense as a date; an entry with what does not is
 * marked. */
static char *
dup_date (GtkEditable *entry)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gboolean makes_sense = pm_saying_filter_is_date (typed);

  if (*typed == '\0' || makes_sense)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return makes_sense ? g_steal_pointer (&typed) : NULL;
}

static Search *
search_new (PmSayingsPage *self)
{
  Search *search = g_new0 (Search, 1);

  *search = (Search){
    .sayings = pm_sayings_ref (self->sayings),
    .words = g_strdup (gtk_editable_get_text (self->words)),
    .speaker = g_strdup (gtk_editable_get_text (self->speaker)),
    .outlet = g_strdup (gtk_editable_get_text (self->outlet)),
    .since = dup_date (self->since),
    .until = dup_date (self->until),
  };
  return search;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;
  PmSayingFilter filter = { search->speaker, search->words, search->outlet, search->since,
                            search->until };

  g_task_return_pointer (task, pm_sayings_find (search->sayings, &filter),
                         (GDestroyNotify) g_ptr_array_unref);
}

/* Makes what is below a line when it is unfolded. */
static GListModel *
list_places_cb (gpointer item, gpointer user_data)
{
  return pm_saying_item_list_places (item);
}

static void
show_lines (PmSayingsPage *self, PmSayings *sayings, GPtrArray *lines)
{
  g_autoptr (PmSayingList) list = pm_saying_list_new (sayings, lines);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u line", "%'u lines", lines->len),
                                            lines->len);

  pm_gradual_list_set_list (self->shown, G_LIST_MODEL (list));
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, lines->len > 0            ? "list"
                                                 : sayings->lines->len > 0 ? "nothing"
                                                                           : "empty");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (source);
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), NULL);
  const Search *search = g_task_get_task_data (G_TASK (result));

  if (lines)
    show_lines (self, search->sayings, lines);
}

static void
find (PmSayingsPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (!self->sayings)
    return;
  task = g_task_new (self, renew (&self->finding), found_cb, NULL);
  g_task_set_task_data (task, search_new (self), search_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* --- loading --- */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmSayingsPage) self = PM_SAYINGS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  PmSayings *sayings = pm_notebook_load_sayings_finish (PM_NOTEBOOK (source), result, &error);

  if (!sayings)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  g_clear_pointer (&self->sayings, pm_sayings_unref);
  self->sayings = sayings;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  find (self);
}

static void
load (PmSayingsPage *self)
{
  self->stale = FALSE;
  pm_notebook_load_sayings_async (self->notebook, renew (&self->loading), loaded_cb,
                                  g_object_ref (self));
}

static void
changed_cb (PmSayingsPage *self, gint64 article, guint parts)
{
  if ((parts & (PM_NOTEBOOK_TEXT | PM_NOTEBOOK_ENTITIES | PM_NOTEBOOK_QUOTES | PM_NOTEBOOK_LIST)) ==
      0)
    return;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && (parts & PM_NOTEBOOK_MORE) == 0)
    load (self);
}

static void
pm_sayings_page_map (GtkWidget *widget)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (widget);

  GTK_WIDGET_CLASS (pm_sayings_page_parent_class)->map (widget);
  if (self->notebook && self->stale)
    load (self);
}

/* --- opening --- */

static void
activate_cb (PmSayingsPage *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (PmSayingItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;
  const PmSayingPlace *place = item ? pm_saying_item_get_place (item) : NULL;

  if (place)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-place", "(xtt)", place->article->id,
                                (guint64) place->span.start, (guint64) place->span.end);
}

/* --- the widget --- */

static void
pm_sayings_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (object);
  const PmSayings *sayings = self->sayings;
  g_autofree char *quotes = NULL, *speakers = NULL, *articles = NULL;

  if (id != PROP_SUMMARY)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!sayings)
    {
      g_value_set_static_string (value, "");
      return;
    }
  quotes = g_strdup_printf (ngettext ("%'u quote", "%'u quotes", sayings->n_quotes),
                            sayings->n_quotes);
  speakers = g_strdup_printf (ngettext ("%'u speaker", "%'u speakers", sayings->n_speakers),
                              sayings->n_speakers);
  articles = g_strdup_printf (ngettext ("%'u article", "%'u articles", sayings->n_articles),
                              sayings->n_articles);
  /* Translators: "8,411 quotes by 1,932 speakers in 1,204 articles" */
  g_value_take_string (value, g_strdup_printf (_ ("%s by %s in %s"), quotes, speakers, articles));
}

static void
pm_sayings_page_dispose (GObject *object)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (object);

  pm_sayings_page_set_notebook (self, NULL);
  g_clear_object (&self->notebook_signals);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (pm_sayings_page_parent_class)->dispose (object);
}

static void
pm_sayings_page_class_init (PmSayingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pm_sayings_page_get_property;
  object_class->dispose = pm_sayings_page_dispose;
  widget_class->map = pm_sayings_page_map;
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "",
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PM_TYPE_SAYING_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-sayings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, words);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, speaker);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, outlet);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, since);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, until);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, count);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pm_sayings_page_init (PmSayingsPage *self)
{
  GtkTreeListModel *tree;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = pm_gradual_list_new ();
  tree = gtk_tree_list_model_new (g_object_ref (pm_gradual_list_get_model (self->shown)), FALSE,
                                  FALSE, list_places_cb, NULL, NULL);
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (tree))));
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self);
}

void
pm_sayings_page_set_notebook (PmSayingsPage *self, PmNotebook *notebook)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->sayings, pm_sayings_unref);
  g_set_object (&self->notebook, notebook);
  if (!self->notebook_signals)
    return;
  g_signal_group_set_target (self->notebook_signals, notebook);
  pm_gradual_list_set_list (self->shown, NULL);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  self->stale = TRUE;
}

void
pm_sayings_page_open (PmSayingsPage *self, const char *speaker)
{
  if (speaker)
    {
      GtkEditable *others[] = { self->words, self->outlet, self->since, self->until };

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        gtk_editable_set_text (others[i], "");
      gtk_editable_set_text (self->speaker, speaker);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-sayings-page.h"

#include "pm-date-filter.h"
#include "pm-gradual-list.h"
#include "pm-name-filter.h"
#include "pm-saying-list.h"
#include "pm-timeline.h"
#include "pm-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _PmSayingsPage
{
  AdwBin parent_instance;

  PmNotebook *notebook; /* (nullable) */
  GSignalGroup *notebook_signals;
  PmSayings *sayings;    /* (nullable) */
  PmSayings *before;     /* (nullable): what the list shows of, when @sayings may be the same */
  gboolean found;        /* the list shows what was looked for last */
  gboolean stale;        /* the notebook has changed since @sayings */
  GCancellable *loading; /* (nullable) */
  GCancellable *finding; /* (nullable) */

  GtkEditable *words;
  PmNameFilter *speaker;
  PmNameFilter *outlet;
  PmDateFilter *date;
  PmTimeline *timeline;
  GtkLabel *count;
  GtkStack *stack;
  AdwStatusPage *failure;
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
  PmSayings *before; /* (nullable) */
  gboolean same;     /* as @before: the list can stay */
  char *words;
  char *speaker; /* (nullable) */
  char *outlet;  /* (nullable) */
  char *since;   /* (nullable) */
  char *until;   /* (nullable) */
} Search;

/* What was found, and when it was said. */
typedef struct
{
  GPtrArray *lines; /* (element-type PmSaying) */
  GArray *days;     /* (element-type PmTimelineDay) */
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_ptr_array_unref (self->lines);
  g_array_unref (self->days);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static void
search_free (gpointer data)
{
  Search *self = data;

  pm_sayings_unref (self->sayings);
  g_clear_pointer (&self->before, pm_sayings_unref);
  g_free (self->words);
  g_free (self->speaker);
  g_free (self->outlet);
  g_free (self->since);
  g_free (self->until);
  g_free (self);
}

static Search *
search_new (PmSayingsPage *self)
{
  Search *search = g_new0 (Search, 1);

  *search = (Search){
    .sayings = pm_sayings_ref (self->sayings),
    .before = g_steal_pointer (&self->before),
    .words = g_strdup (gtk_editable_get_text (self->words)),
    .speaker = g_strdup (pm_name_filter_get_chosen (self->speaker)),
    .outlet = g_strdup (pm_name_filter_get_chosen (self->outlet)),
    .since = g_strdup (pm_date_filter_get_since (self->date)),
    .until = g_strdup (pm_date_filter_get_until (self->date)),
  };
  return search;
}

static gboolean
is_narrowed (PmSayingsPage *self)
{
  return *gtk_editable_get_text (self->words) != '\0' ||
         pm_name_filter_get_chosen (self->speaker) || pm_name_filter_get_chosen (self->outlet) ||
         pm_date_filter_get_since (self->date) || pm_date_filter_get_until (self->date);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  PmSayingFilter filter = {
    .speaker = search->speaker,
    .words = search->words,
    .outlet = search->outlet,
    .since = search->since,
    .until = search->until,
    .whole = TRUE,
  };
  Found *found = g_new0 (Found, 1);

  search->same = search->before && pm_sayings_is_same (search->before, search->sayings);
  found->lines = pm_sayings_find (search->sayings, &filter);
  found->days = g_array_new (FALSE, FALSE, sizeof (PmTimelineDay));
  for (guint i = 0; i < found->lines->len; i++)
    {
      const PmSaying *saying = found->lines->pdata[i];
      const PmSayingPlace *first = saying->places->pdata[0];

      pm_timeline_count (found->days, first->article->published, 1);
    }
  g_task_return_pointer (task, found, found_free);
}

/* Makes what is below a line when it is unfolded. */
static GListModel *
list_places_cb (gpointer item, gpointer user_data)
{
  return pm_saying_item_list_places (item);
}

static void
show_found (PmSayingsPage *self, PmSayings *sayings, const Found *found)
{
  GPtrArray *lines = found->lines;
  g_autoptr (PmSayingList) list = pm_saying_list_new (sayings, lines);
  guint n_all = sayings->lines->len;
  g_autofree char *count = NULL;

  if (lines->len == n_all)
    count = g_strdup_printf (ngettext ("%'u line", "%'u lines", n_all), n_all);
  else
    count = g_strdup_printf (ngettext ("%'u of %'u line", "%'u of %'u lines", n_all), lines->len,
                             n_all);

  pm_timeline_set_days (self->timeline, found->days);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), pm_timeline_has_span (self->timeline));
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
  g_autoptr (Found) found = g_task_propagate_pointer (G_TASK (result), NULL);
  const Search *search = g_task_get_task_data (G_TASK (result));

  if (!found)
    return;
  self->found = TRUE;
  /* Whoever comes back from an article finds the place again. */
  if (!search->same)
    show_found (self, search->sayings, found);
}

static void
find (PmSayingsPage *self)
{
  g_autoptr (GTask) task = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sayings.clear", is_narrowed (self));
  if (!self->sayings)
    return;
  self->found = FALSE;
  task = g_task_new (self, renew (&self->finding), found_cb, NULL);
  g_task_set_task_data (task, search_new (self), search_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
clear (PmSayingsPage *self)
{
  gtk_editable_set_text (self->words, "");
  pm_name_filter_set_chosen (self->speaker, NULL);
  pm_name_filter_set_chosen (self->outlet, NULL);
  pm_date_filter_clear (self->date);
}

static void
clear_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (widget);

  clear (self);
  find (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/* --- who and where --- */

/* What the buttons offer. */
typedef struct
{
  GPtrArray *speakers;
  GPtrArray *outlets;
} Names;

static void
names_free (gpointer data)
{
  Names *self = data;

  g_ptr_array_unref (self->speakers);
  g_ptr_array_unref (self->outlets);
  g_free (self);
}

static void
list_names_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Names *names = g_new0 (Names, 1);

  *names = (Names){ pm_sayings_list_speakers (data), pm_sayings_list_outlets (data) };
  g_task_return_pointer (task, names, names_free);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (source);
  Names *names = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!names)
    return;
  pm_name_filter_set_names (self->speaker, names->speakers);
  pm_name_filter_set_names (self->outlet, names->outlets);
  names_free (names);
}

static void
list_names (PmSayingsPage *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->loading, listed_cb, NULL);

  g_task_set_task_data (task, pm_sayings_ref (self->sayings), (GDestroyNotify) pm_sayings_unref);
  g_task_run_in_thread (task, list_names_in_thread);
}

/* --- loading --- */

/* What was read before stays to be looked at. */
static void
show_failure (PmSayingsPage *self, const GError *error)
{
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->sayings)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  reason = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->failure, reason);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmSayingsPage) self = PM_SAYINGS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  PmSayings *sayings = pm_notebook_load_sayings_finish (PM_NOTEBOOK (source), result, &error);

  if (!sayings)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->before, pm_sayings_unref);
  if (self->found)
    self->before = g_steal_pointer (&self->sayings);
  g_clear_pointer (&self->sayings, pm_sayings_unref);
  self->sayings = sayings;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  list_names (self);
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
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmSayingsPage *self = PM_SAYINGS_PAGE (widget);

  gtk_stack_set_visible_child_name (self->stack, "loading");
  load (self);
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

  g_type_ensure (PM_TYPE_DATE_FILTER);
  g_type_ensure (PM_TYPE_NAME_FILTER);
  g_type_ensure (PM_TYPE_SAYING_ITEM);
  g_type_ensure (PM_TYPE_TIMELINE);
  g_type_ensure (PM_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-sayings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, words);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, speaker);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, outlet);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, date);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, count);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, PmSayingsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "sayings.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "sayings.reload", NULL, reload);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sayings.clear", FALSE);
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
  g_clear_pointer (&self->before, pm_sayings_unref);
  self->found = FALSE;
  g_set_object (&self->notebook, notebook);
  if (!self->notebook_signals)
    return;
  clear (self);
  pm_name_filter_set_names (self->speaker, NULL);
  pm_name_filter_set_names (self->outlet, NULL);
  g_signal_group_set_target (self->notebook_signals, notebook);
  pm_gradual_list_set_list (self->shown, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  self->stale = TRUE;
}

void
pm_sayings_page_open (PmSayingsPage *self, const char *speaker)
{
  if (speaker)
    {
      clear (self);
      pm_name_filter_set_chosen (self->speaker, speaker);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

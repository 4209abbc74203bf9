/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-library.h"

#include <glib/gi18n-lib.h>

#include "pm-article-list.h"
#include "pm-article-menu.h"
#include "pm-article-row.h"
#include "pm-gradual-list.h"
#include "pm-intake-bar.h"
#include "pm-places.h"

/* The article selected here is the one that the window shows. It may be gone from the list (read,
 * trashed, another place chosen) and still be shown; then @position is where it stood, and stepping
 * goes on from there. */
struct _PmLibrary
{
  AdwBin parent_instance;

  PmNotebook *notebook;
  PmArticleList *articles;
  PmGradualList *shown; /* of @articles */
  GtkSingleSelection *selection;
  GSignalGroup *notebook_signals;
  GCancellable *cancellable;
  gint64 article;
  guint position;
  gboolean at_top;      /* before the list changed */
  gboolean wants_focus; /* as soon as there are articles to focus */

  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GtkEditable *search;
  PmPlaces *places;
  PmIntakeBar *intake;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *empty_add;
  GtkPopoverMenu *context_menu;
};

G_DEFINE_FINAL_TYPE (PmLibrary, pm_library, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ARTICLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- the articles --- */

static const char *
get_search (PmLibrary *self)
{
  const char *words = gtk_editable_get_text (self->search);

  return *words != '\0' ? words : NULL;
}

static void
show_empty (PmLibrary *self)
{
  static const struct
  {
    const char *icon;
    const char *title;
    const char *description;
  } pages[] = {
    [PM_LIST_ALL] = { "pm-articles-symbolic", N_ ("Paste a Link to Begin"),
                      N_ ("The article is downloaded, and kept for good") },
    [PM_LIST_UNREAD] = { "pm-unread-symbolic", N_ ("Nothing Unread"),
                         N_ ("Every article has been opened") },
    [PM_LIST_TRASH] = { "user-trash-symbolic", N_ ("Trash Is Empty"),
                        N_ ("It keeps articles for 30 days") },
    [PM_LIST_TAG] = { "pm-tag-symbolic", N_ ("No Articles"), N_ ("Nothing has this tag yet") },
    [PM_LIST_COLLECTION] = { "pm-collection-symbolic", N_ ("No Articles"),
                             N_ ("This collection is empty") },
  };
  PmListScope scope = pm_places_get_scope (self->places);
  gboolean searching = get_search (self) != NULL;

  adw_status_page_set_icon_name (self->empty,
                                 searching ? "system-search-symbolic" : pages[scope].icon);
  adw_status_page_set_title (self->empty, searching ? _ ("Nothing Found") : _ (pages[scope].title));
  adw_status_page_set_description (self->empty, searching ? _ ("Try other or fewer words")
                                                          : _ (pages[scope].description));
  gtk_widget_set_visible (self->empty_add, !searching && scope == PM_LIST_ALL);
}

/* The list view keeps the row it shows first where it is; who looks at the top wants to see what
 * comes in there. */
static void
list_changes_cb (PmLibrary *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  self->at_top = adjustment == NULL || gtk_adjustment_get_value (adjustment) < 1;
}

static void
scroll_to (PmLibrary *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
select_position (PmLibrary *self, guint position)
{
  pm_gradual_list_reach (self->shown, position);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
list_changed_cb (PmLibrary *self)
{
  guint position = pm_article_list_find (self->articles, self->article);
  gboolean loading = pm_article_list_get_loading (self->articles);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (loading)
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    {
      show_empty (self);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  if (self->article != 0 && position != G_MAXUINT)
    {
      self->position = position;
      if (gtk_single_selection_get_selected (self->selection) != position)
        select_position (self, position);
    }
  if (self->wants_focus && !loading)
    {
      self->wants_focus = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
}

static void
items_changed_cb (PmLibrary *self)
{
  list_changed_cb (self);
  if (self->at_top && g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    scroll_to (self, 0);
}

static void
selected_cb (PmLibrary *self)
{
  PmArticleItem *item = gtk_single_selection_get_selected_item (self->selection);
  gint64 id = item != NULL ? pm_article_item_get_article (item)->id : 0;

  if (id == 0 || id == self->article)
    return;
  self->article = id;
  self->position = gtk_single_selection_get_selected (self->selection);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

static void
activate_cb (PmLibrary *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "x", self->article);
}

static void
show_scope (PmLibrary *self)
{
  const char *search = get_search (self);

  if (self->articles == NULL)
    return;
  pm_article_list_set_scope (self->articles,
                             search != NULL ? PM_LIST_ALL : pm_places_get_scope (self->places),
                             search != NULL ? NULL : pm_places_get_label (self->places));
  pm_article_list_set_search (self->articles, search);
  list_changed_cb (self);
}

static void
chosen_cb (PmLibrary *self)
{
  if (get_search (self) != NULL)
    gtk_editable_set_text (self->search, "");
  self->position = 0;
  show_scope (self);
}

static void
search_changed_cb (PmLibrary *self)
{
  show_scope (self);
}

static void
stop_search_cb (PmLibrary *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_activate_cb (PmLibrary *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- the context menu --- */

static void
show_menu (PmLibrary *self, PmArticleRow *row, double x, double y)
{
  PmArticleItem *item = pm_article_row_get_item (row);
  g_autoptr (GMenuModel) menu = NULL;
  graphene_point_t point;

  if (item == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  menu = pm_article_menu_new (pm_article_item_get_article (item));
  gtk_popover_menu_set_menu_model (self->context_menu, menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu),
                               &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  PmArticleRow *row = PM_ARTICLE_ROW (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (PM_LIBRARY (user_data), row, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PmLibrary *self = PM_LIBRARY (user_data);
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  if (!PM_IS_ARTICLE_ROW (row))
    return FALSE;
  show_menu (self, PM_ARTICLE_ROW (row), gtk_widget_get_width (row) / 2.0,
             gtk_widget_get_height (row) / 2.0);
  return TRUE;
}

static void
add_menu_keys (PmLibrary *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger
      *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                              gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger,
                                                          gtk_callback_action_new (menu_key_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *row = pm_article_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), user_data);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  pm_article_row_set_item (PM_ARTICLE_ROW (gtk_list_item_get_child (list_item)),
                           gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  pm_article_row_set_item (PM_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* --- the places --- */

static void
summary_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmLibrary) self = PM_LIBRARY (user_data);
  g_autoptr (GError) error = NULL;
  PmSummary *summary = pm_notebook_load_summary_finish (PM_NOTEBOOK (source), result, &error);

  if (summary == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  if (PM_NOTEBOOK (source) == self->notebook)
    pm_places_set_summary (self->places, summary);
  pm_summary_free (summary);
}

static void
load_summary (PmLibrary *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  pm_notebook_load_summary_async (self->notebook, self->cancellable, summary_cb,
                                  g_object_ref (self));
}

static void
changed_cb (PmLibrary *self, gint64 article, guint parts)
{
  if ((parts & (PM_NOTEBOOK_LIST | PM_NOTEBOOK_LABELS | PM_NOTEBOOK_QUOTES)) &&
      (parts & PM_NOTEBOOK_MORE) == 0)
    load_summary (self);
}

/* --- the widget --- */

static void
drop_articles (PmLibrary *self)
{
  if (self->articles != NULL)
    g_signal_handlers_disconnect_by_data (self->articles, self);
  pm_gradual_list_set_list (self->shown, NULL);
  g_clear_object (&self->articles);
}

static void
pm_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARTICLE)
    g_value_set_int64 (value, PM_LIBRARY (object)->article);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pm_library_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARTICLE)
    pm_library_select (PM_LIBRARY (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
pm_library_grab_focus (GtkWidget *widget)
{
  PmLibrary *self = PM_LIBRARY (widget);

  self->wants_focus = self->articles != NULL && pm_article_list_get_loading (self->articles);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
pm_library_dispose (GObject *object)
{
  PmLibrary *self = PM_LIBRARY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notebook_signals);
  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      drop_articles (self);
      g_clear_object (&self->selection);
      g_clear_object (&self->shown);
    }
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (pm_library_parent_class)->dispose (object);
}

static void
pm_library_class_init (PmLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PM_TYPE_INTAKE_BAR);
  g_type_ensure (PM_TYPE_PLACES);
  object_class->get_property = pm_library_get_property;
  object_class->set_property = pm_library_set_property;
  object_class->dispose = pm_library_dispose;
  widget_class->grab_focus = pm_library_grab_focus;
  properties[PROP_ARTICLE] = g_param_spec_int64 ("article", NULL, NULL, 0, G_MAXINT64, 0,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                     G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-library.ui");
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, title);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, search);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, places);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, intake);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, stack);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, list);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, empty);
  gtk_widget_class_bind_template_child (widget_class, PmLibrary, empty_add);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
make_list (PmLibrary *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->shown = pm_gradual_list_new ();
  self->selection = gtk_single_selection_new (
      g_object_ref (pm_gradual_list_get_model (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_object_unref (factory);
}

static void
pm_library_init (PmLibrary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_swapped (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self);
  self->context_menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
  make_list (self);
  add_menu_keys (self);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

void
pm_library_set_notebook (PmLibrary *self, PmNotebook *notebook)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PM_IS_LIBRARY (self));

  if (!g_set_object (&self->notebook, notebook))
    return;
  g_cancellable_cancel (self->cancellable);
  drop_articles (self);
  self->article = 0;
  self->position = 0;
  gtk_editable_set_text (self->search, "");
  g_signal_group_set_target (self->notebook_signals, notebook);
  pm_intake_bar_set_notebook (self->intake, notebook);
  pm_places_set_summary (self->places, NULL);
  adw_window_title_set_title (self->title, "Pressmark");
  gtk_stack_set_visible_child_name (self->stack, "loading");
  if (notebook == NULL)
    return;

  title = pm_notebook_dup_title (notebook);
  adw_window_title_set_title (self->title, title);
  load_summary (self);
  self->articles = pm_article_list_new (notebook);
  g_signal_connect_swapped (self->articles, "notify::loading", G_CALLBACK (list_changed_cb), self);
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (list_changes_cb), self,
                           G_CONNECT_SWAPPED);
  pm_gradual_list_set_list (self->shown, G_LIST_MODEL (self->articles));
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_scope (self);
}

void
pm_library_set_menu (PmLibrary *self, GMenuModel *menu)
{
  g_return_if_fail (PM_IS_LIBRARY (self));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

void
pm_library_select (PmLibrary *self, gint64 article)
{
  guint position;

  g_return_if_fail (PM_IS_LIBRARY (self));

  if (article == self->article)
    return;
  self->article = article;
  position = self->articles != NULL ? pm_article_list_find (self->articles, article) : G_MAXUINT;
  if (position != G_MAXUINT)
    self->position = position;
  if (position == G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  else
    {
      select_position (self, position);
      scroll_to (self, position);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

gint64
pm_library_get_selected (PmLibrary *self)
{
  g_return_val_if_fail (PM_IS_LIBRARY (self), 0);
  return self->article;
}

void
pm_library_step (PmLibrary *self, int by)
{
  guint n_items, found;
  gint64 position;

  g_return_if_fail (PM_IS_LIBRARY (self));

  n_items = self->articles != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->articles)) : 0;
  if (n_items == 0)
    return;
  found = self->article != 0 ? pm_article_list_find (self->articles, self->article) : G_MAXUINT;
  if (found != G_MAXUINT)
    position = (gint64) found + by;
  else
    position = by > 0 ? (gint64) self->position + by - 1 : (gint64) self->position + by;
  position = CLAMP (position, 0, (gint64) n_items - 1);
  select_position (self, (guint) position);
  scroll_to (self, (guint) position);
}

void
pm_library_focus_search (PmLibrary *self)
{
  g_return_if_fail (PM_IS_LIBRARY (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

GListModel *
pm_library_get_articles (PmLibrary *self)
{
  g_return_val_if_fail (PM_IS_LIBRARY (self), NULL);
  return self->articles != NULL ? G_LIST_MODEL (self->articles) : NULL;
}

const PmArticle *
pm_library_find (PmLibrary *self, gint64 article)
{
  g_autoptr (PmArticleItem) item = NULL;
  guint position;

  g_return_val_if_fail (PM_IS_LIBRARY (self), NULL);

  position = self->articles != NULL ? pm_article_list_find (self->articles, article) : G_MAXUINT;
  if (position == G_MAXUINT)
    return NULL;
  item = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  return pm_article_item_get_article (item);
}

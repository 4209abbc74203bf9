/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "pm-addresses.h"
#include "pm-article-list.h"
#include "pm-article-menu.h"
#include "pm-article-row.h"
#include "pm-date.h"
#include "pm-export-dialog.h"
#include "pm-labels-dialog.h"
#include "pm-places.h"
#include "pm-preferences.h"
#include "pm-settings.h"
#include "ui-test.h"
#include "window-test.h"

static gboolean
page_is_unusable (gpointer window)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (PM_WINDOW (window)->pages), "unusable") == 0;
}

static gboolean
library_is_empty (gpointer window)
{
  return ui_test_find (window, ADW_TYPE_STATUS_PAGE, "title", "Paste a Link to Begin") != NULL;
}

/* --- pure functions --- */

static void
test_addresses (void)
{
  static const struct
  {
    const char *text;
    gboolean typed;
    const char *expected;
  } cases[] = {
    { "https://a.example/x", FALSE, "https://a.example/x" },
    { " https://a.example\n\nhttp://b.example \r\n", FALSE, "https://a.example http://b.example" },
    { "https://a.example https://a.example", FALSE, "https://a.example" },
    { "see https://a.example/ and that.", FALSE, "https://a.example/" },
    { "a.example/news", FALSE, "" },
    { "a.example/news", TRUE, "a.example/news" },
    { "me@a.example", TRUE, "" },
    { "ftp://a.example/x", TRUE, "" },
    { "javascript:alert(1)", TRUE, "" },
    { "file:///page.html", FALSE, "file:///page.html" },
    { ".", TRUE, "" },
    { "https://", TRUE, "" },
    { "", TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) addresses = pm_addresses_parse (cases[i].text, cases[i].typed);
      g_autofree char *joined = g_strjoinv (" ", addresses);

      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *published;
    const char *expected;
  } cases[] = {
    { "2021-04-15T09:30:00Z", "15 Apr 2021" },
    { "2021-04-15T23:59:00-09:00", "15 Apr 2021" },
    { "2021-04-15", "15 Apr 2021" },
    { "2021-04", "Apr 2021" },
    { "2021", "2021" },
    { "2021-02-31", "" },
    { "yesterday", "" },
    { "", "" },
    { NULL, "" },
  };
  g_autofree char *today = pm_date_dup_human (NULL, g_get_real_time ());

  g_assert_cmpstr (today, ==, "Today");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = pm_date_dup_human (cases[i].published, 0);

      g_assert_cmpstr (date, ==, cases[i].expected);
    }
}

/* --- the widgets --- */

/* Returns: whether @window has @action as one of its class. @type: (out): of its parameter. */
static gboolean
find_action (PmWindow *window, const char *action, const GVariantType **type)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (window);
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, type, &property); i++)
    if (g_str_equal (name, action))
      return TRUE;
  return FALSE;
}

/* Every action that a menu names must exist, or its item would be dead. */
static void
check_menu (GMenuModel *menu, PmWindow *window)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *action = NULL;
      const GVariantType *type;
      GActionGroup *group;

      if (section != NULL)
        check_menu (section, window);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        continue;
      g_test_message ("%s", action);
      group = g_str_has_prefix (action, "app.") ? G_ACTION_GROUP (window_test_get_application ())
                                                : G_ACTION_GROUP (window);
      g_assert_true (g_action_group_has_action (group, strchr (action, '.') + 1) ||
                     find_action (window, action, &type));
    }
}

static void
test_actions (void)
{
  static const struct
  {
    const char *action;
    const char *type;
  } promised[] = {
    { "win.go-to", "(tt)" },   { "win.mark", "a(tt)" }, { "win.open-article", "x" },
    { "win.download", "as" },  { "win.open-uri", "s" }, { "win.toast", "s" },
    { "win.toast-undo", "s" },
  };
  PmWindow *window = window_test_open ("actions.pressmark");
  g_autoptr (PmArticle) article = pm_article_new ("https://a.example/");
  GMenu *menu = gtk_application_get_menu_by_id (GTK_APPLICATION (window_test_get_application ()),
                                                "primary-menu");

  g_assert_nonnull (menu);
  check_menu (G_MENU_MODEL (menu), window);
  for (guint i = 0; i < 2 * PM_N_ARTICLE_STATES; i++)
    {
      g_autoptr (GMenuModel) article_menu = NULL;

      article->state = i / 2;
      article->trashed = i % 2;
      article_menu = pm_article_menu_new (article);
      check_menu (article_menu, window);
    }
  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    {
      const GVariantType *type = NULL;

      g_assert_true (find_action (window, promised[i].action, &type));
      g_assert_true (g_variant_type_equal (type, G_VARIANT_TYPE (promised[i].type)));
    }
  window_test_close (window);
}

static void
test_templates (void)
{
  PmWindow *window = window_test_open ("templates.pressmark");
  g_autoptr (PmArticle) article = pm_article_new ("https://a.example/");
  g_autoptr (GtkBuilder) shortcuts = NULL;
  GtkWidget *row = g_object_ref_sink (pm_article_row_new ());
  GtkWidget *windows[] = {
    pm_export_dialog_new (GTK_WINDOW (window), pm_window_get_notebook (window), 0, NULL),
    pm_labels_dialog_new (GTK_WINDOW (window), pm_window_get_notebook (window), article,
                          PM_FIELD_TAGS),
    pm_labels_dialog_new (GTK_WINDOW (window), pm_window_get_notebook (window), article,
                          PM_FIELD_COLLECTIONS),
    pm_preferences_new (GTK_WINDOW (window)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gtk_window_present (GTK_WINDOW (windows[i]));
      gtk_test_widget_wait_for_draw (windows[i]);
      ui_test_picture (windows[i], G_OBJECT_TYPE_NAME (windows[i]));
      gtk_window_destroy (GTK_WINDOW (windows[i]));
    }
  shortcuts = gtk_builder_new_from_resource ("/io/github/pressmark/Pressmark/pm-shortcuts.ui");
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (gtk_builder_get_object (shortcuts, "shortcuts")));
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (shortcuts, "shortcuts")));
  g_object_unref (row);
  window_test_close (window);
}

/* --- the window's stories --- */

static void
test_empty (void)
{
  PmWindow *window = window_test_open ("empty.pressmark");

  ui_test_wait (library_is_empty, window, "the empty state");
  g_assert_cmpint (pm_window_get_article (window), ==, 0);
  ui_test_picture (GTK_WIDGET (window), "window-empty");
  window_test_close (window);
}

static void
test_add (void)
{
  PmWindow *window = window_test_open ("add.pressmark");
  GListModel *articles = pm_library_get_articles (window->library);
  const PmArticle *article;

  ui_test_wait (library_is_empty, window, "the empty state");
  window_test_add_page (window);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  article = pm_library_find (window->library, pm_window_get_article (window));
  g_assert_nonnull (article);
  g_assert_cmpstr (article->title, ==, "What the pipeline carried, and who paid for it");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window->library), PM_TYPE_ARTICLE_ROW, NULL, NULL));
  g_assert_nonnull (
      ui_test_find (GTK_WIDGET (window->library), GTK_TYPE_LABEL, "label", article->title));
  g_assert_cmpint (pm_library_get_selected (window->library), ==, article->id);
  g_assert_true (pm_reader_get_record (window->reader) == window->record);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_test_picture (GTK_WIDGET (window), "window-article");
  window_test_close (window);
}

static gboolean
row_is_failed (gpointer window)
{
  return ui_test_find (window, GTK_TYPE_BUTTON, "label", "Retry") != NULL;
}

static void
test_failure (void)
{
  const char *const addresses[] = { "file:///nowhere/at-all.html", NULL };
  PmWindow *window = window_test_open ("failure.pressmark");
  GtkWidget *removing;

  pm_window_add (window, addresses);
  ui_test_wait (row_is_failed, window, "the failed row");
  removing = ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "label", "Remove");
  g_assert_nonnull (removing);
  g_signal_emit_by_name (removing, "clicked");
  ui_test_wait (library_is_empty, window, "the row to go");
  window_test_close (window);
}

/* A link on the clipboard is captured at once; nothing answers at the discard port. */
static void
test_paste (void)
{
  PmWindow *window = window_test_open ("paste.pressmark");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "From a mail: http://127.0.0.1:9/news");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  ui_test_wait (row_is_failed, window, "the pasted link's row");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (window->library), GTK_TYPE_LABEL, "label",
                                  "http://127.0.0.1:9/news"));
  window_test_close (window);
}

static gboolean
is_trashed (gpointer window)
{
  return g_list_model_get_n_items (pm_library_get_articles (PM_WINDOW (window)->library)) == 0;
}

static gboolean
is_restored (gpointer window)
{
  return !is_trashed (window);
}

static gboolean
can_undo (gpointer window)
{
  gboolean can = FALSE;

  g_object_get (pm_window_get_notebook (window), "can-undo", &can, NULL);
  return can;
}

static void
test_trash (void)
{
  PmWindow *window = window_test_open ("trash.pressmark");

  window_test_add_page (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.trash", "x", (gint64) 0);
  ui_test_wait (is_trashed, window, "the article to go");
  ui_test_wait (can_undo, window, "an undo step");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  ui_test_wait (is_restored, window, "the article to come back");
  window_test_close (window);
}

/* Returns: (nullable): the window of type @type over @parent. */
static GtkWidget *
find_dialog (PmWindow *parent, GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (parent))
        return GTK_WIDGET (window);
    }
  return NULL;
}

static gboolean
tag_is_listed (gpointer window)
{
  return ui_test_find (GTK_WIDGET (PM_WINDOW (window)->library), GTK_TYPE_LABEL, "label",
                       "diplomacy") != NULL;
}

static void
test_tags (void)
{
  PmWindow *window = window_test_open ("tags.pressmark");
  GtkWidget *dialog, *entry;

  window_test_add_page (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.tags", "x", (gint64) 0));
  dialog = find_dialog (window, PM_TYPE_LABELS_DIALOG);
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);
  entry = ui_test_find (dialog, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " diplomacy ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  ui_test_picture (dialog, "dialog-tags");
  g_signal_emit_by_name (entry, "activate");
  ui_test_wait (tag_is_listed, window, "the tag among the places");
  ui_test_picture (GTK_WIDGET (window), "window-tags");
  window_test_close (window);
}

static void
test_unusable (void)
{
  g_autofree char *path = window_test_dup_path ("text.pressmark");
  GtkWidget *window = pm_window_new (GTK_APPLICATION (window_test_get_application ()));

  g_assert_true (
      g_file_set_contents (path, "This is not a notebook, but it is some words long.", -1, NULL));
  pm_window_open_notebook (PM_WINDOW (window), path);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (page_is_unusable, window, "the page that says so");
  g_assert_cmpstr (adw_status_page_get_description (PM_WINDOW (window)->unusable), !=, "");
  gtk_test_widget_wait_for_draw (window);
  ui_test_picture (window, "window-unusable");
  window_test_close (PM_WINDOW (window));
}

static void
test_restore (void)
{
  g_autoptr (GSettings) settings = pm_settings_new ();
  PmWindow *window = window_test_open ("restore.pressmark");
  gint64 article;

  window_test_add_page (window);
  article = pm_window_get_article (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "quotes");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.library-visible", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->library)));
  window_test_close (window);

  g_assert_cmpint (g_settings_get_int64 (settings, "open-article"), ==, article);
  window = window_test_open ("restore.pressmark");
  window_test_wait_for_article (window);
  g_assert_cmpint (pm_window_get_article (window), ==, article);
  g_assert_cmpstr (pm_inspector_get_panel (window->inspector), ==, "quotes");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->library)));
  g_settings_reset (settings, "library-visible");
  g_settings_reset (settings, "panel");
  window_test_close (window);
}

/* In a window that is too narrow for both panes the one that was asked for last stays. */
static gboolean
only_library_is_left (gpointer window)
{
  PmWindow *self = PM_WINDOW (window);

  return gtk_widget_get_visible (GTK_WIDGET (self->library)) &&
         !gtk_widget_get_visible (GTK_WIDGET (self->inspector));
}

static gboolean
only_inspector_is_left (gpointer window)
{
  PmWindow *self = PM_WINDOW (window);

  return !gtk_widget_get_visible (GTK_WIDGET (self->library)) &&
         gtk_widget_get_visible (GTK_WIDGET (self->inspector));
}

static void
test_narrow (void)
{
  g_autoptr (GSettings) settings = pm_settings_new ();
  PmWindow *window;

  g_settings_set_int (settings, "width", 680);
  window = window_test_open ("restore.pressmark");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "details");
  ui_test_wait (only_library_is_left, window, "room for the library");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "details");
  ui_test_wait (only_inspector_is_left, window, "room for the panel");
  ui_test_picture (GTK_WIDGET (window), "window-narrow");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.library-visible", NULL);
  ui_test_wait (only_library_is_left, window, "room for the library again");
  for (guint i = 0; i < 3; i++)
    g_settings_reset (settings, ((const char *[]){ "width", "panel", "inspector-visible" })[i]);
  window_test_close (window);
}

/* In a language that is written from right to left the panes change sides. */
static void
test_right_to_left (void)
{
  PmWindow *window;
  graphene_point_t library, inspector;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = window_test_open ("restore.pressmark");
  window_test_wait_for_article (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (window->library), GTK_WIDGET (window),
                                           &GRAPHENE_POINT_INIT (0, 0), &library));
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (window->inspector), GTK_WIDGET (window),
                                           &GRAPHENE_POINT_INIT (0, 0), &inspector));
  g_assert_cmpfloat (library.x, >, inspector.x);
  ui_test_picture (GTK_WIDGET (window), "window-rtl");
  window_test_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  window_test_init (&argc, &argv);
  g_test_add_func ("/window/addresses", test_addresses);
  g_test_add_func ("/window/dates", test_dates);
  g_test_add_func ("/window/actions", test_actions);
  g_test_add_func ("/window/templates", test_templates);
  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/add", test_add);
  g_test_add_func ("/window/failure", test_failure);
  g_test_add_func ("/window/paste", test_paste);
  g_test_add_func ("/window/trash", test_trash);
  g_test_add_func ("/window/tags", test_tags);
  g_test_add_func ("/window/unusable", test_unusable);
  g_test_add_func ("/window/restore", test_restore);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/right-to-left", test_right_to_left);
  return window_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-date-filter.h"
#include "pm-name-filter.h"
#include "ui-test.h"
#include "window-test.h"

/* Who said what, in the window itself. */

static GtkListView *
find_sayings (PmWindow *window)
{
  return GTK_LIST_VIEW (
      ui_test_find (GTK_WIDGET (window->sayings_page), GTK_TYPE_LIST_VIEW, NULL, NULL));
}

static gboolean
sayings_are_shown (gpointer window)
{
  GtkListView *list = find_sayings (window);

  return list != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))) > 0 &&
         ui_test_find (GTK_WIDGET (list), GTK_TYPE_LABEL, "label", "Maria Example") != NULL;
}

static gboolean
nothing_is_found (gpointer window)
{
  return ui_test_find (window, ADW_TYPE_STATUS_PAGE, "title", "Nothing Found") != NULL;
}

static gboolean
sayings_are_empty (gpointer window)
{
  return ui_test_find (GTK_WIDGET (PM_WINDOW (window)->sayings_page), ADW_TYPE_STATUS_PAGE, "title",
                       "No Quotes") != NULL;
}

static void
look_for (PmWindow *window, const char *words)
{
  GtkWidget *entry = ui_test_find (GTK_WIDGET (window->sayings_page), GTK_TYPE_SEARCH_ENTRY,
                                   "placeholder-text", "Words");

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

/* The button that chooses a speaker or an outlet. */
static GtkWidget *
find_filter (PmWindow *window, const char *title)
{
  return ui_test_find (GTK_WIDGET (window->sayings_page), PM_TYPE_NAME_FILTER, "title", title);
}

static gboolean
offers_her (gpointer filter)
{
  return ui_test_find (filter, GTK_TYPE_LABEL, "label", "Maria Example") != NULL;
}

static gboolean
has_entry (gpointer filter)
{
  return ui_test_find (filter, GTK_TYPE_ENTRY, NULL, NULL) != NULL;
}

static gboolean
can_clear (PmWindow *window)
{
  return gtk_widget_get_sensitive (
      ui_test_find (GTK_WIDGET (window->sayings_page), GTK_TYPE_BUTTON, "label", "Clear All"));
}

/* A choice of a name, and of dates, each from its popover. */
static void
test_filters (PmWindow *window)
{
  GtkWidget *speaker = find_filter (window, "Speaker");
  GtkWidget *date = ui_test_find (GTK_WIDGET (window->sayings_page), PM_TYPE_DATE_FILTER, NULL,
                                  NULL);
  GtkWidget *entry;

  g_assert_false (can_clear (window));
  gtk_menu_button_popup (
      GTK_MENU_BUTTON (ui_test_find (speaker, GTK_TYPE_MENU_BUTTON, NULL, NULL)));
  ui_test_wait (offers_her, speaker, "her name among the speakers");
  gtk_widget_activate_action (speaker, "name-filter.choose", "ms", "Maria Example");
  ui_test_wait (sayings_are_shown, window, "what she said");
  g_assert_true (can_clear (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_test_find (date, GTK_TYPE_MENU_BUTTON, NULL, NULL)));
  ui_test_wait (has_entry, date, "a place to type a date");
  entry = ui_test_find (date, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2999");
  ui_test_wait (nothing_is_found, window, "nothing said in that year");
  gtk_editable_set_text (GTK_EDITABLE (entry), "yesterday");
  g_assert_null (pm_date_filter_get_since (PM_DATE_FILTER (date)));
  gtk_widget_activate_action (GTK_WIDGET (window->sayings_page), "sayings.clear", NULL);
  g_assert_null (pm_name_filter_get_chosen (PM_NAME_FILTER (speaker)));
  g_assert_false (can_clear (window));
  ui_test_wait (sayings_are_shown, window, "everything again");
}

/* Who said what stands in the centre, is narrowed, and leads back into the article. */
static void
test_sayings (void)
{
  PmWindow *window = window_test_open ("sayings.pressmark");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.who-said-what", "s", "");
  ui_test_wait (sayings_are_empty, window, "a notebook without quotes");
  ui_test_picture (GTK_WIDGET (window), "sayings-empty");
  window_test_add_page (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.who-said-what", "s", "");
  ui_test_wait (sayings_are_shown, window, "who said what");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_test_picture (GTK_WIDGET (window), "sayings");
  test_filters (window);
  look_for (window, "zebra");
  ui_test_wait (nothing_is_found, window, "nothing about a zebra");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.who-said-what", "s", "Maria Example");
  ui_test_wait (sayings_are_shown, window, "what she said");
  g_signal_emit_by_name (find_sayings (window), "activate", 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->centre), ==, "reader");
  window_test_close (window);
}

int
main (int argc, char *argv[])
{
  window_test_init (&argc, &argv);
  g_test_add_func ("/window-sayings", test_sayings);
  return window_test_run ();
}

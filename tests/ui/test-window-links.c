/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many links at once in the real window, over a real server on the loopback. */

#include <libsoup/soup.h>
#include <string.h>

#include "pm-add-dialog.h"
#include "pm-article-list.h"
#include "pm-intake-bar.h"
#include "pm-list-dialog.h"
#include "ui-test.h"
#include "window-test.h"

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><head><title>The gauge, part %s</title></head><body><article>"     \
  "<h1>The gauge, part %s</h1><p>The council of Port Ansgar voted on Monday to rebuild the old "   \
  "tide gauge, which had failed during the winter storms of last year.</p><p>According to a "      \
  "report by the Norland Maritime Authority, the gauge was wrong by an hour for eleven years, "    \
  "and nobody ever noticed it.</p></article></body></html>"

static char *base;
static gboolean holding; /* answers wait for the next request that is not held */

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  g_autofree char *html = g_strdup_printf (PAGE, path + 1, path + 1);

  if (g_str_has_prefix (path, "/missing"))
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_COPY, html,
                                    strlen (html));
  if (holding)
    soup_server_message_pause (message);
}

/* --- what is waited for --- */

static gboolean
plan_is_shown (gpointer data)
{
  GtkWidget *dialog = window_test_find_dialog (PM_TYPE_LIST_DIALOG);

  return dialog != NULL && ui_test_find (dialog, GTK_TYPE_LIST_VIEW, NULL, NULL) != NULL;
}

static gboolean
is_unusable (gpointer data)
{
  GtkWidget *dialog = window_test_find_dialog (PM_TYPE_LIST_DIALOG);

  return dialog != NULL && ui_test_find (dialog, ADW_TYPE_STATUS_PAGE, NULL, NULL) != NULL;
}

static gboolean
bar_is_shown (gpointer window)
{
  return ui_test_find (window, GTK_TYPE_PROGRESS_BAR, NULL, NULL) != NULL;
}

static gboolean
bar_is_hidden (gpointer window)
{
  return !bar_is_shown (window);
}

static guint
count_articles (PmWindow *window)
{
  return g_list_model_get_n_items (pm_library_get_articles (window->library));
}

static gboolean
library_is_empty (gpointer window)
{
  return count_articles (window) == 0;
}

/* --- steps --- */

static char *
make_list (const char *name, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (list, "%s/%s%u\n", base, name, i);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static GtkWidget *
wait_for_plan (void)
{
  GtkWidget *dialog;

  ui_test_wait (plan_is_shown, NULL, "the plan");
  dialog = window_test_find_dialog (PM_TYPE_LIST_DIALOG);
  gtk_test_widget_wait_for_draw (dialog);
  return dialog;
}

/* --- cases --- */

static void
test_plan (void)
{
  PmWindow *window = window_test_open ("plan.pressmark");
  g_autofree char *links = make_list ("a", 40);
  g_autofree char *missing = make_list ("missing", 2);
  g_autofree char *list = g_strconcat (links, missing, "javascript:alert(1)\nftp://a.example/x\n",
                                       base, "/a1\n", NULL);
  GtkWidget *dialog, *button, *entry;
  g_autoptr (PmArticleItem) item = NULL;

  pm_window_plan_text (window, list);
  dialog = wait_for_plan ();
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_BUTTON, "label", "_Add 42 Articles"));
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_LABEL, "label", "1 link occurs more than once"));
  ui_test_picture (dialog, "plan-new");
  button = ui_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "label", "2 Broken");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_LABEL, "label", "javascript:alert(1)"));
  ui_test_picture (dialog, "plan-broken");
  entry = ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "gauge, tide");
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  ui_test_wait (bar_is_shown, window, "the bar");
  window_test_wait_for_label (window, "Added 40 articles, 2 failed");
  ui_test_wait (bar_is_hidden, window, "the bar to go");
  ui_test_picture (GTK_WIDGET (window), "links-added");
  g_assert_cmpuint (count_articles (window), ==, 42);
  item = g_list_model_get_item (pm_library_get_articles (window->library), 0);
  g_assert_cmpuint (pm_article_item_get_article (item)->tags->len, ==, 2);

  pm_window_plan_text (window, list);
  dialog = wait_for_plan ();
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "label", "40 Already Here"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_close (window);
}

static void
test_cancel (void)
{
  PmWindow *window = window_test_open ("cancel.pressmark");
  g_autofree char *list = make_list ("a", 30);
  GtkWidget *dialog, *bar, *button;

  holding = TRUE;
  pm_window_plan_text (window, list);
  dialog = wait_for_plan ();
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  ui_test_wait (bar_is_shown, window, "the bar");
  ui_test_picture (GTK_WIDGET (window), "links-adding");
  bar = ui_test_find (GTK_WIDGET (window), PM_TYPE_INTAKE_BAR, NULL, NULL);
  button = ui_test_find (bar, GTK_TYPE_BUTTON, NULL, NULL);
  g_signal_emit_by_name (button, "clicked");
  window_test_wait_for_label (window, "Added 0 articles, 30 were cancelled");
  ui_test_wait (bar_is_hidden, window, "the bar to go");
  ui_test_wait (library_is_empty, window, "the rows to go");
  holding = FALSE;
  window_test_close (window);
}

static void
open_file (PmWindow *window, const char *name, const char *contents)
{
  g_autofree char *path = window_test_dup_path (name);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_list_store_append (files, file);
  pm_window_open_files (window, G_LIST_MODEL (files));
}

/* A file is known by what it holds: bookmarks are planned, a page is captured. */
static void
test_files (void)
{
  PmWindow *window = window_test_open ("files.pressmark");
  g_autofree char *bookmarks = g_strdup_printf (
      "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3>Ports</H3><DL><p><DT><A "
      "HREF=\"%s/b1\">The first</A></DL></DL>",
      base);
  g_autofree char *page = g_strdup_printf (PAGE, "saved", "saved");
  GtkWidget *dialog;

  open_file (window, "bookmarks.html", bookmarks);
  dialog = wait_for_plan ();
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_LABEL, "label", "The first"));
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  window_test_wait_for_label (window, "Added 1 article");
  open_file (window, "page.html", page);
  window_test_wait_for_label (window, "The gauge, part saved");
  open_file (window, "broken.csv", "title,url\nNothing,\n");
  dialog = wait_for_plan ();
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "label", "1 Broken"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  open_file (window, "empty.opml", "<opml><body/></opml>");
  ui_test_wait (is_unusable, NULL, "the reason");
  ui_test_picture (window_test_find_dialog (PM_TYPE_LIST_DIALOG), "plan-unusable");
  gtk_window_destroy (GTK_WINDOW (window_test_find_dialog (PM_TYPE_LIST_DIALOG)));
  window_test_close (window);
}

static gboolean
add_dialog_is_shown (gpointer data)
{
  return window_test_find_dialog (PM_TYPE_ADD_DIALOG) != NULL;
}

/* Several lines typed into the dialog are planned, too. */
static void
test_typed (void)
{
  PmWindow *window = window_test_open ("typed.pressmark");
  g_autofree char *list = make_list ("c", 3);
  GtkWidget *dialog, *view;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-link", NULL);
  ui_test_wait (add_dialog_is_shown, NULL, "the dialog");
  dialog = window_test_find_dialog (PM_TYPE_ADD_DIALOG);
  view = ui_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), list, -1);
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_BUTTON, "label", "_Next"));
  ui_test_picture (dialog, "add-several");
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  dialog = wait_for_plan ();
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "label", "3 New"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_close (window);
}

/* A window that is closed in the middle goes on when it is opened again. */
static void
test_resume (void)
{
  PmWindow *window = window_test_open ("resume.pressmark");
  g_autofree char *list = make_list ("d", 20);

  holding = TRUE;
  pm_window_plan_text (window, list);
  gtk_widget_activate_action (wait_for_plan (), "dialog.add", NULL);
  ui_test_wait (bar_is_shown, window, "the bar");
  window_test_close (window);
  holding = FALSE;
  window = window_test_open ("resume.pressmark");
  window_test_wait_for_label (window, "Added 20 articles");
  window_test_close (window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupServer) server = NULL;
  g_autoslist (GUri) uris = NULL;
  int result;

  window_test_init (&argc, &argv);
  /* Where there is no service for notifications GIO warns of each. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, serve_cb, NULL, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));

  g_test_add_func ("/window-links/plan", test_plan);
  g_test_add_func ("/window-links/cancel", test_cancel);
  g_test_add_func ("/window-links/files", test_files);
  g_test_add_func ("/window-links/typed", test_typed);
  g_test_add_func ("/window-links/resume", test_resume);
  result = window_test_run ();
  g_free (base);
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Following feeds in the real window, over a real server on the loopback. */

#include <libsoup/soup.h>
#include <string.h>

#include "pm-article-list.h"
#include "pm-feed-row.h"
#include "pm-feeds-dialog.h"
#include "pm-list-dialog.h"
#include "ui-test.h"
#include "window-test.h"

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><head><title>The gauge, part %s</title></head><body><article>"     \
  "<h1>The gauge, part %s</h1><p>The council of Port Ansgar voted on Monday to rebuild the old "   \
  "tide gauge, which had failed during the winter storms of last year.</p><p>According to a "      \
  "report by the Norland Maritime Authority, the gauge was wrong by an hour for eleven years, "    \
  "and nobody ever noticed it.</p></article></body></html>"
#define LONG                                                                                       \
  "The collected minutes of the harbour board of Port Ansgar and its committees, with supplements"

static char *base;
static guint n_entries;

static void
answer (SoupServerMessage *message, const char *type, const char *body)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

/* "/feed-NAME" has @n_entries articles, "/a1" and on. */
static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  if (g_str_has_prefix (path, "/feed-"))
    {
      g_autoptr (GString) feed = g_string_new (NULL);

      g_string_printf (feed, "<rss><channel><title>%s</title>",
                       g_str_has_suffix (path, "-long") ? LONG : "Tide & time");
      for (guint i = n_entries; i > 0; i--)
        g_string_append_printf (feed, "<item><link>/a%u</link></item>", i);
      g_string_append (feed, "</channel></rss>");
      answer (message, "application/rss+xml", feed->str);
    }
  else if (path[1] == 'a')
    {
      g_autofree char *html = g_strdup_printf (PAGE, path + 1, path + 1);

      answer (message, "text/html; charset=utf-8", html);
    }
  else
    soup_server_message_set_status (message, 404, NULL);
}

/* --- what is waited for --- */

static gboolean
is_shown (gpointer type)
{
  return window_test_find_dialog (GPOINTER_TO_SIZE (type)) != NULL;
}

typedef struct
{
  PmWindow *window;
  guint n_articles;
} Count;

static gboolean
count_is_reached (gpointer data)
{
  Count *count = data;

  return g_list_model_get_n_items (pm_library_get_articles (count->window->library)) ==
         count->n_articles;
}

static gboolean
has_no_row (gpointer dialog)
{
  return ui_test_find (dialog, PM_TYPE_FEED_ROW, NULL, NULL) == NULL;
}

static gboolean
may_check (gpointer dialog)
{
  return gtk_widget_get_sensitive (
      ui_test_find (dialog, GTK_TYPE_BUTTON, "tooltip-text", "Check Now"));
}

/* --- steps --- */

static GtkWidget *
wait_for_dialog (GType type)
{
  ui_test_wait (is_shown, GSIZE_TO_POINTER (type), g_type_name (type));
  return window_test_find_dialog (type);
}

static GtkWidget *
open_feeds (PmWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.feeds", NULL);
  return wait_for_dialog (PM_TYPE_FEEDS_DIALOG);
}

static void
follow (GtkWidget *dialog, const char *path)
{
  g_autofree char *url = g_strconcat (base, path, NULL);
  GtkWidget *entry = ui_test_find (dialog, GTK_TYPE_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), url);
  g_signal_emit_by_name (entry, "activate");
}

static void
wait_for_articles (PmWindow *window, guint n_articles)
{
  Count count = { window, n_articles };

  ui_test_wait (count_is_reached, &count, "the articles");
}

/* --- cases --- */

static void
test_follow (void)
{
  PmWindow *window = window_test_open ("follow.pressmark");
  GtkWidget *dialog = open_feeds (window);
  GtkWidget *button;

  n_entries = 2;
  window_test_wait_for_label (dialog, "No Feeds");
  ui_test_picture (dialog, "feeds-none");
  follow (dialog, "/feed-one");
  window_test_wait_for_label (dialog, "Tide & time");
  wait_for_articles (window, 2);
  ui_test_picture (dialog, "feeds-followed");
  n_entries = 3;
  ui_test_wait (may_check, dialog, "the articles");
  gtk_widget_activate_action (dialog, "feeds.check", NULL);
  wait_for_articles (window, 3);
  /* What is followed no more is taken back with the toast. */
  button = ui_test_find (dialog, GTK_TYPE_BUTTON, "tooltip-text", "Stop Following");
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait (has_no_row, dialog, "the row to go");
  window_test_wait_for_label (dialog, "“Tide &amp; time” is not followed any more");
  ui_test_picture (dialog, "feeds-undo");
  gtk_widget_activate_action (ui_test_find (dialog, GTK_TYPE_LABEL, "label", "No Feeds"),
                              "feeds.follow-again", "x", (gint64) 1);
  window_test_wait_for_label (dialog, "Tide & time");
  follow (dialog, "/nothing");
  window_test_wait_for_label (dialog, "127.0.0.1 has no page at this address; check the link.");
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_close (window);
}

/* The address of a feed, added as a link. */
static void
test_offer (void)
{
  PmWindow *window = window_test_open ("offer.pressmark");
  g_autofree char *url = g_strconcat (base, "/feed-one", NULL);
  const char *const addresses[] = { url, NULL };

  n_entries = 1;
  pm_window_add (window, addresses);
  window_test_wait_for_label (window, "What 127.0.0.1 sent is a feed of articles, not an article.");
  wait_for_articles (window, 0);
  ui_test_picture (GTK_WIDGET (window), "feeds-offer");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.follow", "s", url);
  wait_for_articles (window, 1);
  window_test_close (window);
}

/* A list of feeds, one of which is gone. */
static void
test_list (void)
{
  PmWindow *window = window_test_open ("list.pressmark");
  g_autofree char *opml = g_strdup_printf (
      "<opml><body><outline text=\"Harbours\"><outline text=\"" LONG "\" xmlUrl=\"%s/feed-long\"/>"
      "<outline text=\"Gone\" xmlUrl=\"%s/gone\"/><outline xmlUrl=\"%s/feed-one\"/></outline>"
      "</body></opml>",
      base, base, base);
  g_autoptr (GBytes) bytes = g_bytes_new (opml, strlen (opml));
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  GtkWidget *dialog;

  n_entries = 2;
  pm_window_plan_links (window, stream);
  dialog = wait_for_dialog (PM_TYPE_LIST_DIALOG);
  window_test_wait_for_label (dialog, "_Follow 3 Feeds");
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "label", "3 Feeds"));
  g_assert_nonnull (ui_test_find (dialog, GTK_TYPE_LABEL, "label", "Gone"));
  ui_test_picture (dialog, "plan-feeds");
  gtk_widget_activate_action (dialog, "dialog.add", NULL);
  wait_for_articles (window, 2);
  dialog = open_feeds (window);
  window_test_wait_for_label (dialog, "127.0.0.1 has no page at this address; check the link.");
  window_test_wait_for_label (dialog, LONG);
  window_test_wait_for_label (dialog, "Tide & time");
  ui_test_picture (dialog, "feeds-list");
  gtk_window_destroy (GTK_WINDOW (dialog));
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
  /* Where there is no daemon for notifications GIO warns of each. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, serve_cb, NULL, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));

  g_test_add_func ("/window-feeds/follow", test_follow);
  g_test_add_func ("/window-feeds/offer", test_offer);
  g_test_add_func ("/window-feeds/list", test_list);
  result = window_test_run ();
  g_free (base);
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libsoup/soup.h>

#include "panel-test.h"
#include "ui-test.h"

/* Whether links still answer: what the sources panel asks, and what it shows of the answers, over a
 * real server on the loopback. */

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=en><title>Tide gauge</title><article><h1>Tide gauge</h1><p>The "      \
  "council of Port Ansgar voted on Monday to rebuild the old tide gauge, which had failed during " \
  "the winter storms of last year. See <a href='/fine'>the plan</a>, <a href='/old'>the old "      \
  "plan</a>, <a href='/missing'>the minutes</a>, <a href='/closed'>the budget</a> and "            \
  "<a href='http://127.0.0.1:9/'>the service</a>.</p></article>"

typedef struct
{
  SoupServer *server;
  GPtrArray *held; /* (element-type SoupServerMessage) (nullable): when there, answers wait here */
  char *base;
  char *folder;
  PmNotebook *notebook;
  PmArticle *article;
  PmRecord *record;
  PanelTest *fixture;
} Story;

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer data)
{
  Story *self = data;

  soup_server_message_set_status (message, 200, NULL);
  if (g_str_equal (path, "/old"))
    soup_server_message_set_redirect (message, 301, "/fine");
  else if (g_str_equal (path, "/missing"))
    soup_server_message_set_status (message, 404, NULL);
  else if (g_str_equal (path, "/closed"))
    soup_server_message_set_status (message, 403, NULL);
  else
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, PAGE,
                                      strlen (PAGE));
  if (!self->held)
    return;
  soup_server_message_pause (message);
  g_ptr_array_add (self->held, g_object_ref (message));
}

static void
let_go (Story *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

  for (guint i = 0; i < held->len; i++)
    soup_server_message_unpause (held->pdata[i]);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(PmArticle **) data = pm_notebook_add_finish (PM_NOTEBOOK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static void
start_server (Story *self)
{
  g_autoptr (GError) error = NULL;
  g_autoslist (GUri) uris = NULL;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, serve_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
}

static void
open_story (Story *self)
{
  g_autofree char *path = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  start_server (self);
  self->folder = g_dir_make_tmp ("pressmark-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "n.pressmark", NULL);
  self->notebook = pm_notebook_open (path, TRUE, &error);
  g_assert_no_error (error);
  address = g_strconcat (self->base, "/article", NULL);
  pm_notebook_add_async (self->notebook, address, FALSE, NULL, NULL, NULL, added_cb,
                         &self->article);
  ui_test_wait (is_set, &self->article, "the article");
  self->record = pm_notebook_load (self->notebook, self->article->id, FALSE, &error);
  g_assert_no_error (error);
  self->fixture = panel_test_new (NULL, "sources");
  pm_inspector_set_notebook (self->fixture->inspector, self->notebook);
  pm_inspector_set_record (self->fixture->inspector, self->record);
}

static void
close_story (Story *self)
{
  g_autofree char *path = g_build_filename (self->folder, "n.pressmark", NULL);

  panel_test_free (self->fixture);
  pm_notebook_close (self->notebook);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->notebook);
  pm_record_unref (self->record);
  pm_article_free (self->article);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_unlink (path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->base);
}

static gboolean
shows (Story *self, GType type, const char *property, const char *value)
{
  return ui_test_find (self->fixture->window, type, property, value) != NULL;
}

static gboolean
is_asking (gpointer story)
{
  return shows (story, GTK_TYPE_BUTTON, "label", "Stop (0 of 5)") &&
         shows (story, GTK_TYPE_SPINNER, "tooltip-text", "Checking whether it still answers");
}

static gboolean
is_idle (gpointer story)
{
  return shows (story, GTK_TYPE_BUTTON, "label", "Check links") &&
         !shows (story, GTK_TYPE_SPINNER, "tooltip-text", "Checking whether it still answers");
}

static gboolean
is_told (gpointer story)
{
  return is_idle (story) && shows (story, GTK_TYPE_LABEL, "label", "moved") &&
         shows (story, GTK_TYPE_LABEL, "label", "gone (404)") &&
         shows (story, GTK_TYPE_LABEL, "label", "refused (403)") &&
         shows (story, GTK_TYPE_LABEL, "label", "no answer");
}

/* Returns: the row whose words are @title. */
static PmRow *
find_row (Story *self, const char *title)
{
  GtkWidget *label = ui_test_find (self->fixture->window, GTK_TYPE_LABEL, "label", title);

  return PM_ROW (gtk_widget_get_ancestor (label, PM_TYPE_ROW));
}

static gboolean
has_answer (gpointer data)
{
  return ui_test_find (data, GTK_TYPE_LABEL, "label", "gone (404)") != NULL;
}

/* The labels and the details leave room for a narrow pane, and for large text. */
static void
check_looks (Story *self)
{
  static const struct
  {
    const char *name;
    int width;
    gboolean dark;
    int scale; /* of the text, in per cent */
  } looks[] = {
    { "answers-light", 372, FALSE, 100 },
    { "answers-dark", 372, TRUE, 100 },
    { "answers-large", 372, FALSE, 200 },
    { "answers-narrow", 300, FALSE, 100 },
  };
  GtkSettings *settings = gtk_settings_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          looks[i].dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                        : ADW_COLOR_SCHEME_FORCE_LIGHT);
      g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * looks[i].scale / 100, NULL);
      gtk_window_set_default_size (GTK_WINDOW (self->fixture->window), looks[i].width, 860);
      gtk_test_widget_wait_for_draw (self->fixture->window);
      ui_test_picture (self->fixture->window, looks[i].name);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->fixture->inspector)), <=,
                       looks[i].width);
    }
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_all (void)
{
  Story story = { NULL };
  g_autofree char *archived = NULL;
  GtkWidget *answer;
  PmRow *row;

  open_story (&story);
  panel_test_wait (story.fixture);
  row = find_row (&story, "the minutes");
  gtk_widget_activate_action (GTK_WIDGET (row), "sources.check-all", NULL);
  ui_test_wait (is_told, &story, "the answers");
  answer = ui_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "label", "gone (404)");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (answer), ==,
                   "Checked: Today. 127.0.0.1 has no page at this address; check the link.");
  panel_test_open_row (row);
  panel_test_wait (story.fixture);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "tooltip-text",
                                  "Open at the Internet Archive"));
  check_looks (&story);
  gtk_widget_activate_action (GTK_WIDGET (row), "source.archive", NULL);
  archived = g_strdup_printf ("open-uri 'https://web.archive.org/web/2/%s/missing'", story.base);
  g_assert_cmpstr (panel_test_last_asked (story.fixture), ==, archived);
  panel_test_open_row (find_row (&story, "the plan"));
  panel_test_wait (story.fixture);
  g_assert_false (shows (&story, GTK_TYPE_BUTTON, "tooltip-text", "Open at the Internet Archive"));
  close_story (&story);
}

static void
test_one (void)
{
  Story story = { NULL };
  PmRow *row;

  open_story (&story);
  panel_test_wait (story.fixture);
  row = find_row (&story, "the minutes");
  gtk_widget_activate_action (GTK_WIDGET (row), "source.check", NULL);
  ui_test_wait (has_answer, row, "the answer");
  ui_test_wait (is_idle, &story, "the end");
  g_assert_false (shows (&story, GTK_TYPE_LABEL, "label", "moved"));
  close_story (&story);
}

/* The server keeps everybody waiting until the user has enough. */
static void
test_stop (void)
{
  Story story = { NULL };
  PmRow *row;

  open_story (&story);
  panel_test_wait (story.fixture);
  story.held = g_ptr_array_new_with_free_func (g_object_unref);
  row = find_row (&story, "the minutes");
  gtk_widget_activate_action (GTK_WIDGET (row), "sources.check-all", NULL);
  ui_test_wait (is_asking, &story, "the check");
  gtk_widget_activate_action (GTK_WIDGET (row), "sources.stop-checking", NULL);
  ui_test_wait (is_idle, &story, "the end");
  g_assert_null (ui_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "label", "gone (404)"));
  let_go (&story);
  close_story (&story);
}

int
main (int argc, char **argv)
{
  panel_test_init (&argc, &argv);
  g_test_add_func ("/panels/answers/all", test_all);
  g_test_add_func ("/panels/answers/one", test_one);
  g_test_add_func ("/panels/answers/stop", test_stop);
  return g_test_run ();
}

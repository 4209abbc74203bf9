/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "pm-application.h"
#include "pm-entity-dialog.h"
#include "pm-entity-item.h"
#include "pm-entity-row.h"
#include "pm-timeline.h"
#include "pm-window-private.h"
#include "ui-test.h"

/* Entities in the window itself: corrected in the panel, and on their own page. */

#define ARTICLE "/story/harbour-clock.html"
#define OTHER "/story/lighthouse.html"

static PmApplication *application;

typedef struct
{
  char *folder;
  PmWindow *window;
  const char *name; /* that a row is waited for, or to go */
  gint64 article;
  guint n_mentions; /* of the one in the row */
  guint n_articles; /* on the page */
} Fixture;

static gboolean
notebook_is_open (gpointer data)
{
  return pm_window_get_notebook (((Fixture *) data)->window) != NULL;
}

static gboolean
article_is_shown (gpointer data)
{
  Fixture *fixture = data;
  PmRecord *record = fixture->window->record;

  return record != NULL && record->document != NULL &&
         record->article->id == fixture->window->article && record->article->id != fixture->article;
}

static void
add (Fixture *fixture, const char *page)
{
  const char *const pages[] = { page, NULL };

  fixture->article = pm_window_get_article (fixture->window);
  pm_window_add (fixture->window, pages);
  ui_test_wait (article_is_shown, fixture, "the article");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("pressmark-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "n.pressmark", NULL);
  fixture->window = PM_WINDOW (pm_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  pm_window_open_notebook (fixture->window, path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait (notebook_is_open, fixture, "the notebook");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.panel", "s", "entities");
  add (fixture, PM_TEST_DATA ARTICLE);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &fixture->window);
  gtk_window_close (window);
  ui_test_wait (is_gone, &fixture->window, "the window to close");
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Returns: (nullable): the row of the entity called @name. */
static GtkWidget *
find_row (Fixture *fixture, const char *name)
{
  GtkWidget *label = ui_test_find (GTK_WIDGET (fixture->window->inspector), GTK_TYPE_LABEL, "label",
                                   name);

  return label != NULL ? gtk_widget_get_ancestor (label, PM_TYPE_ENTITY_ROW) : NULL;
}

static gboolean
has_row (gpointer data)
{
  GtkWidget *row = find_row (data, ((Fixture *) data)->name);

  return row != NULL && g_strcmp0 (pm_entity_row_get_entity (PM_ENTITY_ROW (row))->name,
                                   ((Fixture *) data)->name) == 0;
}

static gboolean
has_mentions (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *row = find_row (fixture, fixture->name);

  return row != NULL &&
         pm_entity_row_get_entity (PM_ENTITY_ROW (row))->mentions->len == fixture->n_mentions;
}

static gboolean
has_no_row (gpointer data)
{
  return find_row (data, ((Fixture *) data)->name) == NULL;
}

static GtkWidget *
wait_for_row (Fixture *fixture, const char *name)
{
  fixture->name = name;
  ui_test_wait (has_row, fixture, name);
  return find_row (fixture, name);
}

static void
wait_for_no_row (Fixture *fixture, const char *name)
{
  fixture->name = name;
  ui_test_wait (has_no_row, fixture, name);
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
}

/* Returns: the dialog open now. */
static GtkWidget *
get_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PM_IS_ENTITY_DIALOG (l->data))
      return l->data;
  g_assert_not_reached ();
}

static void
type_and_finish (const char *words)
{
  GtkWidget *dialog = get_dialog ();
  GtkWidget *entry = ui_test_find (dialog, GTK_TYPE_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  gtk_widget_activate_action (dialog, "dialog.done", NULL);
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (wait_for_row (fixture, "Ingrid Halvorsen"), "entity.rename", NULL);
  ui_test_picture (get_dialog (), "entity-rename");
  type_and_finish ("  ");
  type_and_finish ("Inga Halvorsen");
  wait_for_row (fixture, "Inga Halvorsen");
  undo (fixture);
  wait_for_row (fixture, "Ingrid Halvorsen");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  gtk_widget_activate_action (wait_for_row (fixture, "Inga Halvorsen"), "entity.retype", "s",
                              "ORG");
  undo (fixture);
  undo (fixture);
  gtk_widget_activate_action (wait_for_row (fixture, "Ingrid Halvorsen"), "entity.hide", NULL);
  wait_for_no_row (fixture, "Ingrid Halvorsen");
  wait_for_row (fixture, "Liv Aasen");
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  gtk_widget_activate_action (wait_for_row (fixture, "Liv Aasen"), "entity.hide", NULL);
  wait_for_no_row (fixture, "Liv Aasen");
  button = ui_test_find (GTK_WIDGET (fixture->window->inspector), GTK_TYPE_TOGGLE_BUTTON, "label",
                         "Show 1 Hidden");
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  ui_test_picture (GTK_WIDGET (fixture->window), "entities-hidden");
  gtk_widget_activate_action (wait_for_row (fixture, "Liv Aasen"), "entity.show", NULL);
  ui_test_wait (has_row, fixture, "the mayor");
  g_assert_false (gtk_widget_get_mapped (button) && gtk_widget_get_visible (button) &&
                  find_row (fixture, "Liv Aasen") == NULL);
}

static gboolean
lists_liv (gpointer dialog)
{
  return ui_test_find (dialog, GTK_TYPE_LABEL, "label", "Liv Aasen") != NULL;
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  const PmEntity *entity;
  guint n = 0;

  entity = pm_entity_row_get_entity (PM_ENTITY_ROW (wait_for_row (fixture, "Liv Aasen")));
  n = entity->mentions->len;
  entity = pm_entity_row_get_entity (PM_ENTITY_ROW (wait_for_row (fixture, "Ingrid Halvorsen")));
  n += entity->mentions->len;
  gtk_widget_activate_action (wait_for_row (fixture, "Ingrid Halvorsen"), "entity.merge", NULL);
  ui_test_wait (lists_liv, get_dialog (), "the names");
  ui_test_picture (get_dialog (), "entity-merge");
  type_and_finish ("liv aa");
  wait_for_no_row (fixture, "Ingrid Halvorsen");
  fixture->name = "Liv Aasen";
  fixture->n_mentions = n;
  ui_test_wait (has_mentions, fixture, "the mentions of both");
  undo (fixture);
  wait_for_row (fixture, "Ingrid Halvorsen");
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (wait_for_row (fixture, "Ingrid Halvorsen"), "entity.split", NULL);
  ui_test_picture (get_dialog (), "entity-split");
  type_and_finish ("Another Halvorsen");
  wait_for_row (fixture, "Another Halvorsen");
  wait_for_row (fixture, "Ingrid Halvorsen");
}

/* --- the page --- */

static gboolean
page_is_filled (gpointer data)
{
  Fixture *fixture = data;
  PmDossier *dossier = pm_entity_page_get_dossier (fixture->window->entity_page);

  return dossier != NULL && strcmp (dossier->name, fixture->name) == 0 &&
         dossier->appearances->len == fixture->n_articles;
}

static GListModel *
wait_for_page (Fixture *fixture, const char *name, guint n_articles)
{
  GtkWidget *list;

  fixture->name = name;
  fixture->n_articles = n_articles;
  ui_test_wait (page_is_filled, fixture, name);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  list = ui_test_find (GTK_WIDGET (fixture->window->entity_page), GTK_TYPE_LIST_VIEW, NULL, NULL);
  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

/* Does what the line of @model that begins with @title stands for. */
static void
activate (Fixture *fixture, GListModel *model, const char *title)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (fixture->window->entity_page), GTK_TYPE_LIST_VIEW,
                                  NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PmEntityItem) item = g_list_model_get_item (model, i);

      if (!g_str_has_prefix (pm_entity_item_get_title (item), title))
        continue;
      g_signal_emit_by_name (list, "activate", i);
      return;
    }
  g_assert_not_reached ();
}

static const char *
get_centre (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->window->centre);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->window->entity_page);
  gint64 clock = pm_window_get_article (fixture->window);
  GListModel *model;

  add (fixture, PM_TEST_DATA OTHER);
  pm_window_open_article (fixture->window, clock);
  gtk_widget_activate_action (wait_for_row (fixture, "Ingrid Halvorsen"), "entity.open", NULL);
  model = wait_for_page (fixture, "Ingrid Halvorsen", 1);
  g_assert_cmpstr (get_centre (fixture), ==, "entity");
  ui_test_picture (GTK_WIDGET (fixture->window), "entity-page");
  activate (fixture, model, "Quotes By");
  g_assert_cmpstr (get_centre (fixture), ==, "entity");
  activate (fixture, model, "Show All");
  activate (fixture, model, "Liv Aasen");
  model = wait_for_page (fixture, "Liv Aasen", 1);
  gtk_widget_activate_action (page, "entity-page.back", NULL);
  model = wait_for_page (fixture, "Ingrid Halvorsen", 1);
  activate (fixture, model, "“Nobody set out");
  g_assert_cmpstr (get_centre (fixture), ==, "reader");
  g_assert_null (pm_entity_page_get_dossier (fixture->window->entity_page));
}

/* A place in another article is shown once that is loaded; the page follows what is corrected. */
static void
test_page_follows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->window->entity_page);
  gint64 clock = pm_window_get_article (fixture->window);
  GListModel *model;

  add (fixture, PM_TEST_DATA OTHER);
  fixture->article = pm_window_get_article (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-entity", "(us)",
                              (guint32) PM_ENTITY_PERSON, "Ingrid Halvorsen");
  wait_for_page (fixture, "Ingrid Halvorsen", 1);
  gtk_widget_activate_action (page, "entity.rename", NULL);
  type_and_finish ("Inga Halvorsen");
  model = wait_for_page (fixture, "Inga Halvorsen", 1);
  gtk_widget_activate_action (page, "entity.hide", NULL);
  model = wait_for_page (fixture, "Inga Halvorsen", 0);
  g_assert_null (model);
  ui_test_picture (GTK_WIDGET (fixture->window), "entity-page-empty");
  undo (fixture);
  model = wait_for_page (fixture, "Inga Halvorsen", 1);
  activate (fixture, model, "The harbour clock");
  ui_test_wait (article_is_shown, fixture, "the other article");
  g_assert_cmpint (pm_window_get_article (fixture->window), ==, clock);
  g_assert_cmpstr (get_centre (fixture), ==, "reader");
}

/* One who goes by a first name alone may be the one of the whole name. */
static void
test_suggestion (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->window->entity_page);
  GtkWidget *button;

  gtk_widget_activate_action (wait_for_row (fixture, "Tomas Brandt"), "entity.rename", NULL);
  type_and_finish ("Ingrid");
  gtk_widget_activate_action (wait_for_row (fixture, "Ingrid"), "entity.open", NULL);
  wait_for_page (fixture, "Ingrid", 1);
  button = ui_test_find (page, GTK_TYPE_BUTTON, "label", "Join");
  g_assert_nonnull (button);
  ui_test_picture (GTK_WIDGET (fixture->window), "entity-page-suggestion");
  g_signal_emit_by_name (button, "clicked");
  wait_for_page (fixture, "Ingrid Halvorsen", 1);
  g_assert_null (ui_test_find (page, GTK_TYPE_BUTTON, "label", "Join"));
  undo (fixture);
  wait_for_page (fixture, "Ingrid", 1);
  button = ui_test_find (page, GTK_TYPE_BUTTON, "label", "Keep Apart");
  g_assert_nonnull (button);
}

/* Right to left, in a small window, with a name of one endless word. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *word = g_strnfill (199, 'w');
  GtkWidget *window = GTK_WIDGET (fixture->window);

  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 600);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_widget_activate_action (wait_for_row (fixture, "Tomas Brandt"), "entity.rename", NULL);
  type_and_finish (word);
  gtk_widget_activate_action (wait_for_row (fixture, word), "entity.open", NULL);
  wait_for_page (fixture, word, 1);
  ui_test_picture (window, "entity-page-long");
  g_assert_cmpint (gtk_widget_get_width (window), <=, 1024);
  g_assert_cmpint (gtk_widget_get_height (window), <=, 600);
  gtk_widget_activate_action (find_row (fixture, word), "entity.merge", NULL);
  ui_test_wait (lists_liv, get_dialog (), "the names");
  ui_test_picture (get_dialog (), "entity-merge-long");
  gtk_window_close (GTK_WINDOW (get_dialog ()));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* --- the timeline --- */

static void
add_appearance (GPtrArray *appearances, const char *published, guint n)
{
  PmAppearance *appearance = g_new0 (PmAppearance, 1);

  appearance->article = pm_article_new ("https://a.example/");
  appearance->article->published = g_strdup (published);
  appearance->mentions = g_array_new (FALSE, TRUE, sizeof (PmSpan));
  g_array_set_size (appearance->mentions, n);
  g_ptr_array_add (appearances, appearance);
}

static void
test_timeline (void)
{
  g_autoptr (GPtrArray) appearances = g_ptr_array_new_with_free_func (
      (GDestroyNotify) pm_appearance_free);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (PmTimelineDay));
  PmTimeline *timeline = g_object_ref_sink (g_object_new (PM_TYPE_TIMELINE, NULL));

  pm_timeline_set_appearances (timeline, appearances);
  g_assert_false (pm_timeline_has_span (timeline));
  add_appearance (appearances, NULL, 9);
  add_appearance (appearances, "2021", 9);
  add_appearance (appearances, "2021-02-30", 9);
  add_appearance (appearances, "nonsense", 9);
  add_appearance (appearances, "2021-03-01T10:00:00Z", 2);
  pm_timeline_set_appearances (timeline, appearances);
  g_assert_false (pm_timeline_has_span (timeline));
  g_assert_cmpuint (pm_timeline_get_bin (timeline, 0), ==, 2);
  add_appearance (appearances, "2021-04-29", 3);
  add_appearance (appearances, "2021-03-01", 1);
  pm_timeline_set_appearances (timeline, appearances);
  g_assert_true (pm_timeline_has_span (timeline));
  g_assert_cmpuint (pm_timeline_get_bin (timeline, 0), ==, 3);
  g_assert_cmpuint (pm_timeline_get_bin (timeline, 59), ==, 3);
  g_assert_cmpuint (pm_timeline_get_bin (timeline, 60), ==, 0);
  g_array_set_size (days, 0);
  pm_timeline_count (days, "2021-03-01", 1);
  pm_timeline_count (days, "2021-03-01T12:00:00Z", 2);
  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpuint (g_array_index (days, PmTimelineDay, 0).n, ==, 3);
  g_object_unref (timeline);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = PM_APPLICATION (pm_application_new (G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  /* Windows come and go; the application stays until the last test. */
  g_application_hold (G_APPLICATION (application));
  ADD ("/entities/correct", test_correct);
  ADD ("/entities/hidden", test_hidden);
  ADD ("/entities/merge", test_merge);
  ADD ("/entities/split", test_split);
  ADD ("/entities/page", test_page);
  ADD ("/entities/page-follows", test_page_follows);
  ADD ("/entities/suggestion", test_suggestion);
  ADD ("/entities/long", test_long);
  g_test_add_func ("/entities/timeline", test_timeline);
  status = g_test_run ();
  return status;
}

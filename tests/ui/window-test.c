/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-test.h"

#include "ui-test.h"

static PmApplication *application;
static char *folder;

void
window_test_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  folder = g_dir_make_tmp ("pressmark-XXXXXX", &error);
  g_assert_no_error (error);
  application = PM_APPLICATION (pm_application_new (G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_hold (G_APPLICATION (application));
}

int
window_test_run (void)
{
  int result = g_test_run ();

  g_free (folder);
  return result;
}

PmApplication *
window_test_get_application (void)
{
  return application;
}

char *
window_test_dup_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static gboolean
notebook_is_open (gpointer window)
{
  return pm_window_get_notebook (PM_WINDOW (window)) != NULL;
}

PmWindow *
window_test_open (const char *notebook)
{
  g_autofree char *path = window_test_dup_path (notebook);
  GtkWidget *window = pm_window_new (GTK_APPLICATION (application));

  pm_window_open_notebook (PM_WINDOW (window), path);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (notebook_is_open, window, "the notebook");
  return PM_WINDOW (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

void
window_test_close (PmWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (is_gone, &window, "the window to close");
}

static gboolean
article_is_shown (gpointer window)
{
  PmWindow *self = PM_WINDOW (window);

  return self->record != NULL && self->record->document != NULL &&
         self->record->article->id == self->article;
}

void
window_test_wait_for_article (PmWindow *window)
{
  ui_test_wait (article_is_shown, window, "the article");
}

void
window_test_add_page (PmWindow *window)
{
  const char *const pages[] = { PM_TEST_DATA "/window-pipeline.html", NULL };

  pm_window_add (window, pages);
  window_test_wait_for_article (window);
}

GtkWidget *
window_test_find_dialog (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *label;
} Wanted;

static gboolean
label_is_shown (gpointer data)
{
  Wanted *wanted = data;

  return ui_test_find (wanted->root, GTK_TYPE_LABEL, "label", wanted->label) != NULL;
}

void
window_test_wait_for_label (gpointer root, const char *label)
{
  Wanted wanted = { root, label };

  ui_test_wait (label_is_shown, &wanted, label);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-application.h"

#include <glib/gi18n-lib.h>

#include "pm-preferences.h"
#include "pm-settings.h"
#include "pm-ui-resources.h"
#include "pm-window.h"

struct _PmApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (PmApplication, pm_application, ADW_TYPE_APPLICATION)

/* Accelerators of actions that no entry has a use of its own for; the other keys are in
 * pm-window-actions.c. */
static const struct
{
  const char *action;
  const char *accelerators[4];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
  { "win.add-link", { "<Control>n" } },
  { "win.find", { "<Control>f" } },
  { "win.search", { "<Control><Shift>f" } },
  { "win.export", { "<Control>e" } },
  { "win.open-notebook", { "<Control>o" } },
  { "win.fullscreen", { "F11" } },
  { "win.library-visible", { "F9" } },
  { "win.inspector-visible", { "<Shift>F9" } },
  { "win.panel('highlights')", { "<Alt>1" } },
  { "win.panel('entities')", { "<Alt>2" } },
  { "win.panel('quotes')", { "<Alt>3" } },
  { "win.panel('sources')", { "<Alt>4" } },
  { "win.panel('details')", { "<Alt>5" } },
  { "win.text-size(1)", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.text-size(-1)", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.text-size(0)", { "<Control>0", "<Control>KP_0" } },
};

/* The window, made and given its notebook when there is none yet. */
static PmWindow *
get_window (PmApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !PM_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    {
      window = GTK_WINDOW (pm_window_new (GTK_APPLICATION (self)));
      pm_window_open_notebook (PM_WINDOW (window), NULL);
    }
  return PM_WINDOW (window);
}

static void
pm_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (PM_APPLICATION (application))));
}

static void
pm_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PmWindow *window = get_window (PM_APPLICATION (application));
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (store, files[i]);
  pm_window_open_files (window, G_LIST_MODEL (store));
  gtk_window_present (GTK_WINDOW (window));
}

/* --- actions --- */

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));

  /* Each window saves its state as it closes; the last one ends the program. */
  while (windows != NULL)
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

static void
preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PmWindow *window = get_window (PM_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (pm_preferences_new (GTK_WINDOW (window))));
}

static void
shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PmWindow *window = get_window (PM_APPLICATION (user_data));
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/pressmark/Pressmark/pm-shortcuts.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (window));
  gtk_window_present (overlay);
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (GTK_WINDOW (get_window (PM_APPLICATION (user_data))), "application-name",
                         "Pressmark", "application-icon", PM_APPLICATION_ID, "version", PM_VERSION,
                         "comments", _ ("Keep articles, mark them, and see who said what"),
                         "developer-name", _ ("The Pressmark developers"), "license-type",
                         GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
add_link (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PmWindow *window = get_window (PM_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-link", NULL);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit },
  { .name = "preferences", .activate = preferences },
  { .name = "shortcuts", .activate = shortcuts },
  { .name = "about", .activate = about },
  { .name = "add-link", .activate = add_link },
};

static gboolean
scheme_from_settings (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *scheme = g_variant_get_string (variant, NULL);

  if (g_str_equal (scheme, "light"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else
    g_value_set_enum (value, g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                          : ADW_COLOR_SCHEME_DEFAULT);
  return TRUE;
}

static void
pm_application_startup (GApplication *application)
{
  PmApplication *self = PM_APPLICATION (application);

  /* Naming the resource keeps the linker from dropping it. */
  g_resources_register (pm_ui_get_resource ());
  G_APPLICATION_CLASS (pm_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (PM_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].accelerators);
  self->settings = pm_settings_new ();
  g_settings_bind_with_mapping (self->settings, "color-scheme", adw_style_manager_get_default (),
                                "color-scheme", G_SETTINGS_BIND_GET, scheme_from_settings, NULL,
                                NULL, NULL);
}

/* Runs before the instance is registered, so that what is missing is said here and not by another
 * one. */
static int
pm_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("pressmark %s\n", PM_VERSION);
      return 0;
    }
  settings = pm_settings_new ();
  if (settings == NULL)
    {
      g_printerr ("pressmark: %s\n", _ ("The settings schema is not installed. Install Pressmark, "
                                        "or run it by “meson devenv”."));
      return 1;
    }
  if (!g_variant_dict_contains (options, "add-link"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("pressmark: %s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "add-link", NULL);
  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
pm_application_finalize (GObject *object)
{
  g_clear_object (&PM_APPLICATION (object)->settings);
  G_OBJECT_CLASS (pm_application_parent_class)->finalize (object);
}

static void
pm_application_class_init (PmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_application_finalize;
  application_class->activate = pm_application_activate;
  application_class->open = pm_application_open;
  application_class->startup = pm_application_startup;
  application_class->handle_local_options = pm_application_handle_local_options;
}

static void
pm_application_init (PmApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { "add-link", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Ask for a link to add"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE|URL…]"));
}

GApplication *
pm_application_new (GApplicationFlags flags)
{
  return g_object_new (PM_TYPE_APPLICATION, "application-id", PM_APPLICATION_ID,
                       "resource-base-path", "/io/github/pressmark/Pressmark", "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-preferences.h"

#include <glib/gi18n-lib.h>

#include "pm-settings.h"

struct _PmPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  GStrv families; /* as the drop-down lists them, after the ones of @font_ids */

  GtkDropDown *font;
  GtkAdjustment *size;
  GtkAdjustment *width;
  AdwComboRow *scheme;
  GtkSwitch *check_feeds;
};

G_DEFINE_FINAL_TYPE (PmPreferences, pm_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *const font_ids[] = { "serif", "sans", "system" };
static const char *const font_titles[] = { N_ ("Serif"), N_ ("Sans"), N_ ("System") };
static const char *const scheme_ids[] = { "follow", "light", "dark" };

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
list_families (PmPreferences *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  GPtrArray *names = g_ptr_array_new ();
  PangoFontFamily **families = NULL;
  int n_families = 0;

  pango_context_list_families (context, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_ptr_array_add (names, g_strdup (pango_font_family_get_name (families[i])));
  g_free (families);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}

static gboolean
font_from_settings (GValue *value, GVariant *variant, gpointer user_data)
{
  PmPreferences *self = PM_PREFERENCES (user_data);
  const char *font = g_variant_get_string (variant, NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (font_ids); i++)
    if (g_str_equal (font_ids[i], font))
      selected = i;
  for (guint i = 0; self->families[i] != NULL; i++)
    if (g_str_equal (self->families[i], font))
      selected = G_N_ELEMENTS (font_ids) + i;
  g_value_set_uint (value, selected);
  return TRUE;
}

static GVariant *
font_to_settings (const GValue *value, const GVariantType *type, gpointer user_data)
{
  PmPreferences *self = PM_PREFERENCES (user_data);
  guint selected = g_value_get_uint (value);

  if (selected < G_N_ELEMENTS (font_ids))
    return g_variant_new_string (font_ids[selected]);
  selected -= G_N_ELEMENTS (font_ids);
  return selected < g_strv_length (self->families) ? g_variant_new_string (self->families[selected])
                                                   : NULL;
}

static gboolean
scheme_from_settings (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (scheme_ids); i++)
    if (g_str_equal (scheme_ids[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
scheme_to_settings (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (scheme_ids) ? g_variant_new_string (scheme_ids[selected]) : NULL;
}

static void
fill_fonts (PmPreferences *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (font_titles); i++)
    gtk_string_list_append (titles, _ (font_titles[i]));
  self->families = list_families (self);
  gtk_string_list_splice (titles, G_N_ELEMENTS (font_titles), 0,
                          (const char *const *) self->families);
  gtk_drop_down_set_model (self->font, G_LIST_MODEL (titles));
}

static void
pm_preferences_finalize (GObject *object)
{
  PmPreferences *self = PM_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_strfreev (self->families);
  G_OBJECT_CLASS (pm_preferences_parent_class)->finalize (object);
}

static void
pm_preferences_class_init (PmPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pm_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PmPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, PmPreferences, size);
  gtk_widget_class_bind_template_child (widget_class, PmPreferences, width);
  gtk_widget_class_bind_template_child (widget_class, PmPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, PmPreferences, check_feeds);
}

static void
pm_preferences_init (PmPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = pm_settings_new ();
  fill_fonts (self);
  g_settings_bind_with_mapping (self->settings, "reader-font", self->font, "selected",
                                G_SETTINGS_BIND_DEFAULT, font_from_settings, font_to_settings, self,
                                NULL);
  g_settings_bind (self->settings, "reader-size", self->size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "reader-width", self->width, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "check-feeds", self->check_feeds, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_from_settings, scheme_to_settings,
                                NULL, NULL);
}

GtkWidget *
pm_preferences_new (GtkWindow *parent)
{
  return g_object_new (PM_TYPE_PREFERENCES, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
}

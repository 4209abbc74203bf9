/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

#define PATIENCE_SECONDS 10

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

void
ui_test_wait (UiTestCondition condition, gpointer data, const char *what)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, late_cb, &late);

  while (!late && !condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  if (late)
    g_error ("Waited in vain for %s", what);
}

static gboolean
has_value (GtkWidget *widget, const char *property, const char *value)
{
  g_autofree char *actual = NULL;

  if (property == NULL)
    return TRUE;
  g_object_get (widget, property, &actual, NULL);
  return g_strcmp0 (actual, value) == 0;
}

GtkWidget *
ui_test_find (GtkWidget *root, GType type, const char *property, const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root) &&
      has_value (root, property, value))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Returns: (nullable): what @window last drew. */
static GskRenderNode *
get_drawing (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  return gtk_snapshot_free_to_node (snapshot);
}

void
ui_test_picture (GtkWidget *window, const char *name)
{
  const char *folder = g_getenv ("PM_PICTURES");
  g_autofree char *path = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node = NULL;

  if (folder == NULL)
    return;
  while (node == NULL)
    {
      gtk_test_widget_wait_for_draw (window);
      node = get_drawing (window);
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, path);
  gsk_render_node_unref (node);
}

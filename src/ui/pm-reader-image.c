/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-image.h"

#include "pm-reader-picture.h"

#include <glib/gi18n-lib.h>

/* A picture not larger in both directions only counted its readers. */
#define MAX_TRACKER 2

struct _PmReaderImage
{
  AdwBin parent_instance;

  char *text;
  GCancellable *cancellable;
  gint64 article;
  char *url; /* (nullable) */
  GdkTexture *texture;
  int width;
};

G_DEFINE_FINAL_TYPE (PmReaderImage, pm_reader_image, ADW_TYPE_BIN)

static void
decode_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = pm_reader_picture_decode (data, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
fit (PmReaderImage *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));
  int width = self->width;
  int height = -1;

  if (child == NULL || width <= 0)
    return;
  if (self->texture != NULL)
    {
      width = MIN (gdk_texture_get_width (self->texture), width);
      height = (gint64) gdk_texture_get_height (self->texture) * width /
               MAX (1, gdk_texture_get_width (self->texture));
    }
  gtk_widget_set_size_request (child, width, height);
}

static void
show_text (PmReaderImage *self)
{
  GtkWidget *label = gtk_label_new (self->text != NULL ? self->text : _ ("Image not kept"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, "missing-image");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  adw_bin_set_child (ADW_BIN (self), label);
  fit (self);
}

static void
show_texture (PmReaderImage *self)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (self->texture));

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), self->text);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), picture);
  fit (self);
}

static gboolean
is_tracker (GdkTexture *texture)
{
  return gdk_texture_get_width (texture) <= MAX_TRACKER &&
         gdk_texture_get_height (texture) <= MAX_TRACKER;
}

static void
decode_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PmReaderImage *self = PM_READER_IMAGE (source);
  g_autoptr (GError) error = NULL;

  self->texture = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->texture != NULL && is_tracker (self->texture))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  else if (self->texture != NULL)
    show_texture (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_text (self);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PmReaderImage) self = PM_READER_IMAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pm_notebook_load_image_finish (PM_NOTEBOOK (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      show_text (self);
      return;
    }
  task = g_task_new (self, self->cancellable, decode_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_job);
}

static void
pm_reader_image_dispose (GObject *object)
{
  g_cancellable_cancel (PM_READER_IMAGE (object)->cancellable);
  G_OBJECT_CLASS (pm_reader_image_parent_class)->dispose (object);
}

static void
pm_reader_image_finalize (GObject *object)
{
  PmReaderImage *self = PM_READER_IMAGE (object);

  g_clear_object (&self->texture);
  g_object_unref (self->cancellable);
  g_free (self->text);
  g_free (self->url);
  G_OBJECT_CLASS (pm_reader_image_parent_class)->finalize (object);
}

static void
pm_reader_image_class_init (PmReaderImageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pm_reader_image_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_reader_image_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pm_reader_image_init (PmReaderImage *self)
{
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
pm_reader_image_new (const char *text)
{
  PmReaderImage *self = g_object_new (PM_TYPE_READER_IMAGE, NULL);

  if (text != NULL && *text != '\0')
    self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->text != NULL ? self->text : _ ("Image"), -1);
  return GTK_WIDGET (self);
}

static void
load (PmReaderImage *self, PmNotebook *notebook)
{
  pm_notebook_load_image_async (notebook, self->article, self->url, self->cancellable, load_cb,
                                g_object_ref (self));
}

/* An article opens before its images have come. */
static void
changed_cb (PmNotebook *notebook, gint64 article, guint parts, PmReaderImage *self)
{
  if ((parts & PM_NOTEBOOK_IMAGES) && article == self->article && self->texture == NULL)
    load (self, notebook);
}

void
pm_reader_image_load (PmReaderImage *self, PmNotebook *notebook, gint64 article, const char *url)
{
  g_return_if_fail (self->url == NULL);
  if (notebook == NULL || url == NULL)
    {
      show_text (self);
      return;
    }
  self->article = article;
  self->url = g_strdup (url);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, 0);
  load (self, notebook);
}

void
pm_reader_image_set_width (PmReaderImage *self, int width)
{
  self->width = width;
  fit (self);
}

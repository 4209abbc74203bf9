/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PIXELS (64 * 1000 * 1000) /* of the picture as it is kept */
#define MAX_SIDE 2000                 /* of the picture as it is shown */
/* How far into a file its <svg> may begin. */
#define MAX_PROLOGUE 1024

/* Returns: (nullable): the media type, by the first bytes. */
static const char *
sniff_type (GBytes *bytes)
{
  static const struct
  {
    gsize at;
    const char *magic;
    const char *type;
  } types[] = {
    { 0, "\x89PNG\r\n\x1a\n", "image/png" },
    { 0, "\xff\xd8\xff", "image/jpeg" },
    { 0, "GIF8", "image/gif" },
    { 8, "WEBP", "image/webp" },
    { 4, "ftypavif", "image/avif" },
  };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gsize length = strlen (types[i].magic);

      if (size >= types[i].at + length && memcmp (data + types[i].at, types[i].magic, length) == 0)
        return types[i].type;
    }
  if (data != NULL && g_strstr_len (data, MIN (size, MAX_PROLOGUE), "<svg") != NULL)
    return "image/svg+xml";
  return NULL;
}

static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  gboolean *refused = data;
  int side = MAX (width, height);

  if ((gint64) width * height > MAX_PIXELS)
    {
      *refused = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
    }
  else if (side > MAX_SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (gint64) width * MAX_SIDE / side),
                                MAX (1, (gint64) height * MAX_SIDE / side));
}

static GdkTexture *
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, sentence);
  return NULL;
}

GdkTexture *
pm_reader_picture_decode (GBytes *bytes, GError **error)
{
  const char *type = sniff_type (bytes);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gboolean refused = FALSE;

  if (type == NULL)
    return refuse (error, _ ("This is not an image that can be shown."));
  loader = gdk_pixbuf_loader_new_with_mime_type (type, error);
  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &refused);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  if (refused || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return refuse (error, _ ("The image is too large."));
  pixbuf = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return gdk_texture_new_for_pixbuf (pixbuf);
}

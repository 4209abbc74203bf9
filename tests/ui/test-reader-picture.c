/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Images as the web sends them, and as nobody should. */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "pm-reader-picture.h"

/* 4 by 3 pixels of red. */
#define RED_PNG                                                                                    \
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADAQMAAACOOjyFAAAAA1BMVEX/AAAZ4gk3AAAAC0"                         \
  "lEQVQI12NgAAEAAAYAAWb0yWwAAAAASUVORK5CYII="
/* 3 by 3: red, then blue. */
#define TWO_GIF                                                                                    \
  "R0lGODlhAwADAPAAAP8AAAAAACH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAAwADAAACA4R/"               \
  "BQAh+QQAAAAAACwAAAAAAwADAIAAAP8AAAACA4R/BQA7"

static GdkTexture *
decode (const char *data, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return pm_reader_picture_decode (bytes, error);
}

static guint32
get_first_pixel (GdkTexture *texture)
{
  gsize stride = gdk_texture_get_width (texture) * 4;
  g_autofree guint32 *pixels = g_malloc (stride * gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, stride);
  return pixels[0];
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *base64;
    int width;
    int height;
    guint32 pixel;
  } cases[] = { { RED_PNG, 4, 3, 0xffff0000 }, { TWO_GIF, 3, 3, 0xffff0000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree guchar *data = g_base64_decode (cases[i].base64, &length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = decode ((char *) data, length, &error);

      g_assert_no_error (error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, cases[i].width);
      g_assert_cmpint (gdk_texture_get_height (texture), ==, cases[i].height);
      g_assert_cmphex (get_first_pixel (texture), ==, cases[i].pixel);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *data;
    gsize length;
  } cases[] = {
    { "empty", "", 0 },
    { "text", "no image", 8 },
    { "pixmap, which no page has", "P3 1 1 255 255 0 0\n", 19 },
    { "not what it says", "\x89PNG\r\n\x1a\nand then nothing", 24 },
    { "cut off", "GIF89a\3\0\3\0\xf0\0\0\xff", 14 },
    { "60,000 by 60,000",
      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\2\0\0\0\xd0\x36\x1d\x1d"
      "\0\0\0\0IEND\xae\x42\x60\x82",
      45 },
    { "a drawing of 100,000 by 100,000",
      "<svg xmlns='http://www.w3.org/2000/svg' width='100000' height='100000'/>", 72 },
    { "a drawing cut off", "<svg xmlns='http://www.w3.org/2000/svg' width='10'", 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = decode (cases[i].data, cases[i].length, &error);

      g_test_message ("%s", cases[i].name);
      g_assert_null (texture);
      g_assert_nonnull (error);
    }
}

/* A page's large picture is shown smaller. */
static void
test_large (void)
{
  static const char svg[] = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' "
                            "width='4000' height='1000'><rect width='100%' height='100%' "
                            "fill='#0f0'/></svg>";
  g_autoptr (GdkTexture) texture = decode (svg, strlen (svg), NULL);

  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2000);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 500);
  g_assert_cmphex (get_first_pixel (texture), ==, 0xff00ff00);
}

/* What lies outside of a drawing stays there; what is in it is drawn. */
static void
test_drawing (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "pm-red.png", NULL);
  gsize length;
  g_autofree guchar *png = g_base64_decode (RED_PNG, &length);
  const struct
  {
    const char *format;
    const char *words;
    guint32 pixel;
  } cases[] = {
    { "<image xlink:href='file://%s' width='4' height='3'/>", path, 0 },
    { "<image xlink:href='%s' width='4' height='3'/>", path, 0 },
    { "<image xlink:href='pm-red.png' width='4' height='3'/><desc>%s</desc>", path, 0 },
    { "<image xlink:href='data:image/png;base64,%s' width='4' height='3'/>", RED_PNG, 0xffff0000 },
    { "<script>document.documentElement.remove ()</script><rect width='4' height='3' "
      "fill='#f00'/><desc>%s</desc>",
      "", 0xffff0000 },
  };

  g_assert_true (g_file_set_contents (path, (char *) png, length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].format, "%s", 2);
      g_autofree char *svg = g_strconcat ("<svg xmlns='http://www.w3.org/2000/svg' "
                                          "xmlns:xlink='http://www.w3.org/1999/xlink' width='4' "
                                          "height='3'>",
                                          parts[0], cases[i].words, parts[1], "</svg>", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = decode (svg, strlen (svg), &error);

      g_assert_no_error (error);
      g_assert_cmphex (get_first_pixel (texture), ==, cases[i].pixel);
    }
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-picture/kinds", test_kinds);
  g_test_add_func ("/reader-picture/refused", test_refused);
  g_test_add_func ("/reader-picture/large", test_large);
  g_test_add_func ("/reader-picture/drawing", test_drawing);
  return g_test_run ();
}

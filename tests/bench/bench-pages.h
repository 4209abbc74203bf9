/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-extract.h"

#include <gio/gio.h>

/* Real pages to measure on: the benchmark pages beside the project when they are there, else the
 * project's own test pages. Each is decoded UTF-8. Returns: (element-type PmPage) */
static inline GPtrArray *
bench_load_pages (void)
{
  static const char *const folders[] = { PM_TEST_SHARED "/bench/extraction/pages",
                                         PM_TEST_DATA "/extract" };
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_page_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (folders) && pages->len == 0; i++)
    {
      GDir *dir = g_dir_open (folders[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folders[i], name, NULL);
          g_autoptr (GFile) file = g_file_new_for_path (path);
          g_autoptr (GInputStream) raw = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
          g_autoptr (GConverter) inflater = G_CONVERTER (
              g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
          g_autoptr (GInputStream) stream = NULL;
          g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (PmPage) page = pm_page_new ("https://news.example/story");

          if (raw == NULL ||
              !(g_str_has_suffix (name, ".html") || g_str_has_suffix (name, ".html.gz")))
            continue;
          stream = g_str_has_suffix (name, ".gz") ? g_converter_input_stream_new (raw, inflater)
                                                  : g_object_ref (raw);
          g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
          bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
          pm_page_set_body (page, bytes, NULL, NULL);
          page->content_type = g_strdup ("text/html");
          page->charset = g_strdup ("utf-8");
          g_ptr_array_add (pages, g_steal_pointer (&page));
        }
      g_clear_pointer (&dir, g_dir_close);
    }
  return pages;
}

static inline int
bench_compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The middle of @n numbers, which are sorted. */
static inline double
bench_median (double *numbers, gsize n)
{
  qsort (numbers, n, sizeof (double), bench_compare_doubles);
  return numbers[n / 2];
}

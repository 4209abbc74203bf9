/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-fetch-private.h"

#include <glib/gi18n-lib.h>

/* A page saved with its images is larger than any that is fetched without them. */
#define MAX_FILE (64 * 1024 * 1024)
#define MAX_IMAGE (10 * 1024 * 1024)

static const struct
{
  const char *suffix;
  const char *type;
} file_types[] = {
  { ".html", "text/html" },
  { ".htm", "text/html" },
  { ".xhtml", "application/xhtml+xml" },
  { ".mhtml", "multipart/related" },
  { ".mht", "multipart/related" },
  { ".pdf", "application/pdf" },
  { ".txt", "text/plain" },
};

static const char *
find_type (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (file_types); i++)
    if (g_str_has_suffix (lower, file_types[i].suffix))
      return file_types[i].type;
  return NULL;
}

static gboolean
fail_unreadable (const char *name, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_UNREADABLE, _ ("There is no file “%s”."),
                 name);
  else
    g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_UNREADABLE,
                 _ ("The file “%s” cannot be read; check its permissions."), name);
  return FALSE;
}

static gboolean
fail_too_large (const char *name, guint64 max, GError **error)
{
  g_autofree char *limit = g_format_size_full (max, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_TOO_LARGE,
               /* Translators: a file, then a size such as "64 MiB". */
               _ ("The file “%s” is larger than the %s Pressmark accepts."), name, limit);
  return FALSE;
}

/* Only regular files: a pipe or a device could wait for ever. */
static gboolean
check_file (GFile *file,
            const char *name,
            GFileQueryInfoFlags flags,
            guint64 max,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            flags, cancellable, &cause);
  if (info == NULL)
    return fail_unreadable (name, cause, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_UNREADABLE, _ ("“%s” is not a file."),
                   name);
      return FALSE;
    }
  if ((guint64) g_file_info_get_size (info) > max)
    return fail_too_large (name, max, error);
  return TRUE;
}

/* Bounded again while reading: the file may grow. Returns: (nullable) */
static GBytes *
read_file (GFile *file, const char *name, guint64 max, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[16384];
  gssize n = 0;

  stream = (GInputStream *) g_file_read (file, cancellable, &cause);
  while (stream != NULL && bytes->len <= max &&
         (n = g_input_stream_read (stream, piece, sizeof piece, cancellable, &cause)) > 0)
    g_byte_array_append (bytes, piece, n);
  if (cause != NULL)
    fail_unreadable (name, cause, error);
  else if (bytes->len > max)
    fail_too_large (name, max, error);
  else if (bytes->len == 0)
    g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_EMPTY, _ ("The file “%s” is empty."), name);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return NULL;
}

PmPage *
pm_fetch_file (GFile *file, const char *url, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");
  g_autofree char *uri = g_file_get_uri (file);
  const char *type = find_type (name);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PmPage) page = NULL;

  if (!check_file (file, name, G_FILE_QUERY_INFO_NONE, MAX_FILE, cancellable, error))
    return NULL;
  if (type == NULL)
    {
      g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_WRONG_TYPE,
                   _ ("“%s” is not a web page, a PDF or a text file (.html, .htm, .xhtml, .mhtml, "
                      ".mht, .pdf, .txt)."),
                   name);
      return NULL;
    }
  bytes = read_file (file, name, MAX_FILE, cancellable, error);
  if (bytes == NULL)
    return NULL;
  page = pm_page_new (url != NULL ? url : uri);
  g_free (page->requested_url);
  page->requested_url = g_steal_pointer (&uri);
  page->content_type = g_strdup (type);
  page->fetched = g_get_real_time ();
  pm_page_set_body (page, bytes, NULL, NULL);
  return g_steal_pointer (&page);
}

PmPage *
pm_fetch_image_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;
  const char *type;
  gsize length;
  PmPage *page;

  if (!check_file (file, name, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, MAX_IMAGE, cancellable, error))
    return NULL;
  bytes = read_file (file, name, MAX_IMAGE, cancellable, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  type = _pm_fetch_sniff_type (PM_FETCH_IMAGE, data, length);
  if (type == NULL)
    {
      g_set_error (error, PM_FETCH_ERROR, PM_FETCH_ERROR_WRONG_TYPE, _ ("“%s” is not an image."),
                   name);
      return NULL;
    }
  page = pm_page_new (uri);
  page->content_type = g_strdup (type);
  page->fetched = g_get_real_time ();
  pm_page_set_body (page, bytes, NULL, NULL);
  return page;
}

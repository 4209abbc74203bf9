/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

G_DEFINE_QUARK (pm_bundle_error, pm_bundle_error)

static const PmBundleFormat formats[] = {
  { "bundle", N_ ("Research bundle"), "zip", "application/zip", _pm_bundle_write_zip },
  { "json", N_ ("Notebook data (JSON)"), "json", "application/json", _pm_bundle_write_json },
  { "html", N_ ("Report (web page)"), "html", "text/html", _pm_bundle_write_html },
  { "markdown", N_ ("Report (Markdown)"), "md", "text/markdown", _pm_bundle_write_markdown },
  { "w3c", N_ ("Highlights (W3C Web Annotation)"), "jsonld", "application/ld+json",
    _pm_bundle_write_w3c },
  { "csl", N_ ("Citations (CSL JSON)"), "json", "application/vnd.citationstyles.csl+json",
    _pm_bundle_write_csl },
};

PmBundle *
pm_bundle_new (const char *title,
               GArray *articles,
               PmBundleLoad load,
               PmBundleLoadResource load_resource,
               gpointer load_data)
{
  PmBundle *self = g_new0 (PmBundle, 1);

  self->title = g_strdup (title);
  self->created = g_get_real_time ();
  self->articles = g_array_ref (articles);
  self->load = load;
  self->load_resource = load_resource;
  self->load_data = load_data;
  return self;
}

void
pm_bundle_free (PmBundle *self)
{
  g_free (self->title);
  g_free (self->scratch);
  g_array_unref (self->articles);
  g_clear_pointer (&self->feeds, g_ptr_array_unref);
  g_free (self);
}

const PmBundleFormat *
pm_bundle_list_formats (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const PmBundleFormat *
pm_bundle_find_format (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].id, id) == 0)
      return &formats[i];
  return NULL;
}

void
_pm_bundle_set_errno (GError **error, int saved_errno)
{
  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_FULL,
                         _ ("There is not enough room on the disk."));
  else
    g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_WRITE,
                 _ ("The file could not be written: %s."), g_strerror (saved_errno));
}

void
_pm_bundle_take_io_error (GError **error, GError *inner)
{
  g_autoptr (GError) own = inner;

  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&own));
  else if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    _pm_bundle_set_errno (error, ENOSPC);
  else
    g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_WRITE,
                 _ ("The file could not be written: %s."), own->message);
}

gboolean
_pm_bundle_write (GOutputStream *stream,
                  const void *data,
                  gsize length,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GError) inner = NULL;

  if (g_output_stream_write_all (stream, data, length, NULL, cancellable, &inner))
    return TRUE;
  _pm_bundle_take_io_error (error, g_steal_pointer (&inner));
  return FALSE;
}

/* Writes to @fd and makes sure that it is on the disk. Closes @fd in any case. */
static gboolean
write_to_fd (PmBundle *bundle,
             const PmBundleFormat *format,
             int fd,
             PmBundleProgress progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GOutputStream) plain = g_unix_output_stream_new (fd, FALSE);
  g_autoptr (GOutputStream) stream = g_buffered_output_stream_new_sized (plain, 1 << 16);
  g_autoptr (GError) inner = NULL;
  gboolean written = format->write (bundle, stream, progress, progress_data, cancellable, error);

  if (written && !g_output_stream_flush (stream, cancellable, &inner))
    {
      _pm_bundle_take_io_error (error, g_steal_pointer (&inner));
      written = FALSE;
    }
  if (written && fsync (fd) != 0)
    {
      _pm_bundle_set_errno (error, errno);
      written = FALSE;
    }
  /* Before @fd is another file's number. After a failure what this may still flush is of no use to
   * anyone, and neither is its error. */
  g_output_stream_close (stream, NULL, NULL);
  if (close (fd) != 0 && written)
    {
      _pm_bundle_set_errno (error, errno);
      written = FALSE;
    }
  return written;
}

/* Makes the new name as lasting as the file. Some file systems cannot sync a folder; the file is
 * whole all the same. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

gboolean
pm_bundle_export (PmBundle *bundle,
                  const PmBundleFormat *format,
                  const char *path,
                  PmBundleProgress progress,
                  gpointer progress_data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".pressmark-XXXXXX", NULL);
  int fd;

  if (format == NULL)
    {
      g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_UNKNOWN_FORMAT,
                           _ ("There is no such export format."));
      return FALSE;
    }
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      _pm_bundle_set_errno (error, errno);
      return FALSE;
    }
  g_free (bundle->scratch);
  bundle->scratch = g_strdup (folder);
  if (!write_to_fd (bundle, format, fd, progress, progress_data, cancellable, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) != 0)
    {
      _pm_bundle_set_errno (error, errno);
      g_unlink (temporary);
      return FALSE;
    }
  sync_folder (folder);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

PmSpool *
_pm_spool_new (const char *folder, GError **error)
{
  g_autofree char *name = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (),
                                            ".pressmark-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  PmSpool *self;

  if (fd < 0)
    {
      _pm_bundle_set_errno (error, errno);
      return NULL;
    }
  g_unlink (name);
  self = g_new0 (PmSpool, 1);
  self->file = fdopen (fd, "w+");
  if (self->file != NULL)
    return self;
  _pm_bundle_set_errno (error, errno);
  close (fd);
  g_free (self);
  return NULL;
}

void
_pm_spool_free (PmSpool *self)
{
  fclose (self->file);
  g_free (self);
}

gboolean
_pm_spool_write (PmSpool *self, const void *data, gsize length, GError **error)
{
  self->size += length;
  if (fwrite (data, 1, length, self->file) == length)
    return TRUE;
  _pm_bundle_set_errno (error, errno);
  return FALSE;
}

gboolean
_pm_spool_rewind (PmSpool *self, GError **error)
{
  if (fflush (self->file) == 0 && fseeko (self->file, 0, SEEK_SET) == 0)
    return TRUE;
  _pm_bundle_set_errno (error, errno);
  return FALSE;
}

gssize
_pm_spool_read (PmSpool *self, void *buffer, gsize size, GError **error)
{
  gsize n = fread (buffer, 1, size, self->file);

  if (n > 0 || !ferror (self->file))
    return n;
  _pm_bundle_set_errno (error, errno);
  return -1;
}

GBytes *
_pm_spool_map (PmSpool *self, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GError) inner = NULL;

  if (!_pm_spool_rewind (self, error))
    return NULL;
  mapped = g_mapped_file_new_from_fd (fileno (self->file), FALSE, &inner);
  if (mapped != NULL)
    return g_mapped_file_get_bytes (mapped);
  _pm_bundle_take_io_error (error, g_steal_pointer (&inner));
  return NULL;
}

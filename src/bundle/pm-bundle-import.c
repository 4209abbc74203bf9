/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include "pm-digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A notebook.json of more than this would be of some hundred thousand articles. */
#define MAX_JSON (G_GUINT64_CONSTANT (1) << 30)

PmBundleImage *
_pm_bundle_image_new (PmRecord *record)
{
  PmBundleImage *self = g_new0 (PmBundleImage, 1);

  self->record = pm_record_ref (record);
  return self;
}

void
_pm_bundle_image_free (PmBundleImage *self)
{
  pm_record_unref (self->record);
  g_free (self->url);
  g_free (self->file);
  g_free (self);
}

PmBundleFiles *
_pm_bundle_files_new (void)
{
  PmBundleFiles *self = g_new0 (PmBundleFiles, 1);

  self->originals = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_bundle_original_free);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_bundle_image_free);
  self->feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_feed_free);
  return self;
}

void
_pm_bundle_files_free (PmBundleFiles *self)
{
  g_ptr_array_unref (self->originals);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->feeds);
  g_free (self);
}

static void
add_name (GHashTable *names, const char *name)
{
  if (name != NULL)
    g_hash_table_add (names, g_strdup (name));
}

static gboolean
refuse_file (const char *name, GError **error)
{
  g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_CHANGED,
               _ ("“%s” in this bundle is not the file that it was made with."), name);
  return FALSE;
}

/* Gives a page its bytes back. They are the evidence, so they must be those that were fetched. */
static gboolean
attach (const PmBundleOriginal *original, GHashTable *files, GError **error)
{
  PmPage *page = original->page;
  GBytes *body = g_hash_table_lookup (files, original->original);
  GBytes *decoded = original->decoded != NULL ? g_hash_table_lookup (files, original->decoded)
                                              : NULL;
  g_autofree char *digest = NULL;

  if (body == NULL)
    return refuse_file (original->original, error);
  if (original->decoded != NULL && decoded == NULL)
    return refuse_file (original->decoded, error);
  digest = pm_digest_dup_sha256 (body);
  if (g_strcmp0 (digest, page->body_sha256) != 0)
    return refuse_file (original->original, error);
  page->body = g_bytes_ref (body);
  if (decoded != NULL || page->encoding == NULL || g_str_equal (page->encoding, "identity"))
    page->content = g_bytes_ref (decoded != NULL ? decoded : body);
  return TRUE;
}

/* Gives an article an image back, which by its file's name must be that very one. */
static gboolean
attach_image (const PmBundleImage *image, GHashTable *files, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (files, image->file);
  g_autofree char *name = bytes != NULL ? _pm_bundle_name_image (bytes) : NULL;
  const char *extension;

  if (name == NULL || !g_str_equal (name, image->file))
    return refuse_file (image->file, error);
  g_ptr_array_add (image->record->images,
                   pm_resource_new (image->url, _pm_bundle_sniff_image (bytes, &extension), bytes));
  return TRUE;
}

static GHashTable *
load_files (PmBundleZip *zip, PmBundleFiles *named, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < named->originals->len; i++)
    {
      PmBundleOriginal *original = named->originals->pdata[i];

      add_name (names, original->original);
      add_name (names, original->decoded);
    }
  for (guint i = 0; i < named->images->len; i++)
    add_name (names, ((PmBundleImage *) named->images->pdata[i])->file);
  return _pm_bundle_zip_load (zip, names, cancellable, error);
}

static gboolean
attach_all (PmBundleZip *zip, PmBundleFiles *named, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) files = load_files (zip, named, cancellable, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < named->originals->len; i++)
    {
      PmBundleOriginal *original = named->originals->pdata[i];

      if (original->original != NULL && !attach (original, files, error))
        return FALSE;
    }
  for (guint i = 0; i < named->images->len; i++)
    if (!attach_image (named->images->pdata[i], files, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
import_zip (const char *path, PmBundleFiles *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmBundleZip) zip = _pm_bundle_zip_open (path, cancellable, error);
  g_autoptr (GPtrArray) records = NULL;
  GBytes *notebook;
  gsize length;
  const char *data;

  if (zip == NULL)
    return NULL;
  notebook = _pm_bundle_zip_get_notebook (zip);
  data = g_bytes_get_data (notebook, &length);
  records = _pm_bundle_read_json (data, length, files, cancellable, error);
  if (records == NULL || !attach_all (zip, files, cancellable, error))
    return NULL;
  return g_steal_pointer (&records);
}

/* Read, not mapped: a file that shrinks under a mapping would be the end of the program. */
static char *
read_file (int fd, gsize size)
{
  g_autofree char *data = g_try_malloc (size + 1);
  gsize length = 0;

  while (data != NULL && length < size)
    {
      gssize n = read (fd, data + length, size - length);

      if (n == 0 || (n < 0 && errno != EINTR))
        return NULL;
      length += MAX (n, 0);
    }
  return g_steal_pointer (&data);
}

static GPtrArray *
import_json (int fd, PmBundleFiles *files, GCancellable *cancellable, GError **error)
{
  struct stat info;
  g_autofree char *data = fstat (fd, &info) == 0 ? read_file (fd, info.st_size) : NULL;

  if (data != NULL)
    return _pm_bundle_read_json (data, info.st_size, files, cancellable, error);
  _pm_bundle_refuse_file (error);
  return NULL;
}

/* Opens an ordinary file that is not too large; @magic gets its first bytes. Returns: -1 on error.
 */
static int
open_file (const char *path, char magic[4], GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat info;
  gboolean is_zip;

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   _ ("“%s” could not be opened: %s."), path, g_strerror (saved_errno));
      return -1;
    }
  memset (magic, 0, 4);
  is_zip = pread (fd, magic, 4, 0) == 4 && memcmp (magic, "PK", 2) == 0;
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) &&
      (is_zip || (guint64) info.st_size <= MAX_JSON))
    return fd;
  close (fd);
  _pm_bundle_refuse_file (error);
  return -1;
}

GPtrArray *
pm_bundle_import (const char *path, GPtrArray **feeds, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmBundleFiles) files = _pm_bundle_files_new ();
  char magic[4];
  int fd = open_file (path, magic, error);
  gboolean is_zip = fd >= 0 && memcmp (magic, "PK", 2) == 0;
  GPtrArray *records = NULL;

  if (fd < 0)
    return NULL;
  records = is_zip ? import_zip (path, files, cancellable, error)
                   : import_json (fd, files, cancellable, error);
  close (fd);
  if (records != NULL && feeds != NULL)
    *feeds = g_ptr_array_ref (files->feeds);
  return records;
}

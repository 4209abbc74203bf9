/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

/* A zip from anyone. First every entry is read and summed, then the sums are compared with the
 * bag's manifests; only then is anything in it believed. Nothing is unpacked into the file system:
 * what is wanted goes to a file without a name. */

#define MAX_ENTRIES 1000000
#define MAX_ENTRY (G_GUINT64_CONSTANT (512) << 20)
/* Pages deflate to a fifth, seldom to a hundredth; a bomb to a thousandth. */
#define MAX_RATIO 200
#define MIN_TOTAL (G_GUINT64_CONSTANT (64) << 20)
#define CHUNK (1 << 18)

struct _PmBundleZip
{
  char *path;
  char *top;         /* the bag's folder with its slash */
  GHashTable *sums;  /* (element-type utf8 utf8): by path in the bag: SHA-512 */
  GHashTable *texts; /* (element-type utf8 GBytes): the tag files and notebook.json */
  guint64 budget;    /* inflated bytes that may still come */
};

static gboolean
refuse_size (GError **error)
{
  g_set_error_literal (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_NOT_A_BUNDLE,
                       _ ("This bundle unpacks to more than a bundle may hold."));
  return FALSE;
}

static gboolean
refuse_change (const char *name, GError **error)
{
  g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_CHANGED,
               _ ("“%s” in this bundle does not match the bundle’s checksums."), name);
  return FALSE;
}

gboolean
_pm_bundle_is_safe_path (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL) ||
      strchr (name, '\\') != NULL)
    return FALSE;
  for (const char *p = name; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      return FALSE;
  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return TRUE;
}

/* Moves to the next file. @name: its path within the bag, %NULL at the end. */
static gboolean
next_file (PmBundleZip *self, struct archive *archive, const char **name, GError **error)
{
  struct archive_entry *entry;
  const char *path;

  *name = NULL;
  do
    {
      int result = archive_read_next_header (archive, &entry);

      if (result == ARCHIVE_EOF)
        return TRUE;
      if (result != ARCHIVE_OK || archive_entry_hardlink (entry) != NULL ||
          archive_entry_symlink (entry) != NULL ||
          (archive_entry_filetype (entry) != AE_IFREG &&
           archive_entry_filetype (entry) != AE_IFDIR))
        return _pm_bundle_refuse_file (error);
    }
  while (archive_entry_filetype (entry) == AE_IFDIR);
  path = archive_entry_pathname (entry);
  if (!_pm_bundle_is_safe_path (path) || strchr (path, '/') == NULL)
    return _pm_bundle_refuse_file (error);
  if (self->top == NULL)
    self->top = g_strndup (path, strchr (path, '/') + 1 - path);
  if (!g_str_has_prefix (path, self->top))
    return _pm_bundle_refuse_file (error);
  *name = path + strlen (self->top);
  return TRUE;
}

static gboolean
is_text (const char *name)
{
  static const char *const names[] = { "bagit.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt",
                                       "data/notebook.json", NULL };

  return g_strv_contains (names, name);
}

/* Reads one file: into @checksum, @bytes and @spool, each when it is there. */
static gboolean
read_file (PmBundleZip *self,
           struct archive *archive,
           GChecksum *checksum,
           GByteArray *bytes,
           PmSpool *spool,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree guchar *buffer = g_malloc (CHUNK);
  guint64 size = 0;
  la_ssize_t n;

  while ((n = archive_read_data (archive, buffer, CHUNK)) > 0)
    {
      size += n;
      if (size > MAX_ENTRY || (guint64) n > self->budget)
        return refuse_size (error);
      self->budget -= n;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (checksum != NULL)
        g_checksum_update (checksum, buffer, n);
      if (bytes != NULL)
        g_byte_array_append (bytes, buffer, n);
      if (spool != NULL && !_pm_spool_write (spool, buffer, n, error))
        return FALSE;
    }
  return n == 0 || _pm_bundle_refuse_file (error);
}

static gboolean
sum_file (PmBundleZip *self,
          struct archive *archive,
          const char *name,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA512);
  g_autoptr (GByteArray) bytes = is_text (name) ? g_byte_array_new () : NULL;
  g_autofree char *key = g_strdup (name);

  if (g_hash_table_contains (self->sums, name) || g_hash_table_size (self->sums) >= MAX_ENTRIES)
    return _pm_bundle_refuse_file (error);
  if (!read_file (self, archive, checksum, bytes, NULL, cancellable, error))
    return FALSE;
  if (bytes != NULL)
    g_hash_table_insert (self->texts, g_strdup (key),
                         g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
  g_hash_table_insert (self->sums, g_steal_pointer (&key),
                       g_strdup (g_checksum_get_string (checksum)));
  return TRUE;
}

static struct archive *
open_archive (const char *path, GError **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, CHUNK) == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  _pm_bundle_refuse_file (error);
  return NULL;
}

/* Undoes what RFC 8493 §2.1.3 asks of names. */
static char *
decode_name (const char *name)
{
  g_autoptr (GString) out = g_string_new (name);

  g_string_replace (out, "%0D", "\r", 0);
  g_string_replace (out, "%0A", "\n", 0);
  g_string_replace (out, "%25", "%", 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Whether every file that @manifest names is there with its sum. @n_files: how many it names. */
static gboolean
check_manifest (PmBundleZip *self, const char *manifest, guint *n_files, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (self->texts, manifest);
  gsize length;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *text = data != NULL ? g_strndup (data, length) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *rest = text;

  while (rest != NULL && *rest != '\0')
    {
      char *line = rest;
      char *end = strchr (line, '\n');
      g_autofree char *name = NULL;

      rest = end != NULL ? end + 1 : NULL;
      if (end != NULL)
        *end = '\0';
      g_strchomp (line);
      if (strlen (line) < 130 || (line[128] != ' ' && line[128] != '\t'))
        return _pm_bundle_refuse_file (error);
      line[128] = '\0';
      name = decode_name (line + 129 + strspn (line + 129, " \t*"));
      if (g_ascii_strcasecmp (line, g_hash_table_lookup (self->sums, name) != NULL
                                        ? g_hash_table_lookup (self->sums, name)
                                        : "") != 0)
        return refuse_change (name, error);
      g_hash_table_add (seen, g_steal_pointer (&name));
    }
  *n_files = g_hash_table_size (seen);
  return TRUE;
}

/* RFC 8493 §3: complete and valid. */
static gboolean
check_bag (PmBundleZip *self, GError **error)
{
  GBytes *declaration = g_hash_table_lookup (self->texts, "bagit.txt");
  GHashTableIter iter;
  gpointer name;
  guint n_listed;
  guint n_tags;
  guint n_payload = 0;

  if (declaration == NULL || g_bytes_get_size (declaration) < strlen ("BagIt-Version: ") ||
      memcmp (g_bytes_get_data (declaration, NULL),
              "BagIt-Version: ", strlen ("BagIt-Version: ")) != 0 ||
      !g_hash_table_contains (self->texts, "manifest-sha512.txt") ||
      !g_hash_table_contains (self->texts, "data/notebook.json"))
    return _pm_bundle_refuse_file (error);
  if (!check_manifest (self, "manifest-sha512.txt", &n_listed, error) ||
      !check_manifest (self, "tagmanifest-sha512.txt", &n_tags, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->sums);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n_payload += g_str_has_prefix (name, "data/");
  return n_payload == n_listed || refuse_change ("manifest-sha512.txt", error);
}

static gboolean
sum_all (PmBundleZip *self, struct archive *archive, GCancellable *cancellable, GError **error)
{
  const char *name;

  while (next_file (self, archive, &name, error))
    {
      if (name == NULL)
        return TRUE;
      if (!sum_file (self, archive, name, cancellable, error))
        return FALSE;
    }
  return FALSE;
}

PmBundleZip *
_pm_bundle_zip_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (PmBundleZip) self = g_new0 (PmBundleZip, 1);
  struct archive *archive;
  gpointer locale;
  struct stat info;
  gboolean summed = FALSE;

  self->path = g_strdup (path);
  self->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_bytes_unref);
  if (stat (path, &info) == 0)
    self->budget = MAX (MIN_TOTAL, (guint64) info.st_size * MAX_RATIO);
  archive = open_archive (path, error);
  if (archive == NULL)
    return NULL;
  locale = _pm_bundle_enter_utf8 ();
  summed = sum_all (self, archive, cancellable, error);
  archive_read_free (archive);
  _pm_bundle_leave_utf8 (locale);
  if (!summed || !check_bag (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
_pm_bundle_zip_free (PmBundleZip *self)
{
  g_free (self->path);
  g_free (self->top);
  g_hash_table_unref (self->sums);
  g_hash_table_unref (self->texts);
  g_free (self);
}

GBytes *
_pm_bundle_zip_get_notebook (PmBundleZip *self)
{
  return g_hash_table_lookup (self->texts, "data/notebook.json");
}

/* Spools the files of @names. @spans: (element-type utf8 PmSpan): where each came to lie. */
static gboolean
spool_files (PmBundleZip *self,
             struct archive *archive,
             GHashTable *names,
             PmSpool *spool,
             GHashTable *spans,
             GCancellable *cancellable,
             GError **error)
{
  const char *name;

  while (next_file (self, archive, &name, error))
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA512);
      PmSpan *span;
      g_autofree char *path = g_strdup (name);

      if (name == NULL)
        return TRUE;
      if (!g_str_has_prefix (name, "data/") ||
          !g_hash_table_contains (names, name + strlen ("data/")))
        continue;
      span = g_new0 (PmSpan, 1);
      span->start = spool->size;
      g_hash_table_insert (spans, g_strdup (name + strlen ("data/")), span);
      if (!read_file (self, archive, checksum, NULL, spool, cancellable, error))
        return FALSE;
      span->end = spool->size;
      /* It was judged when it was read first; the file may have been replaced since. */
      if (g_strcmp0 (g_checksum_get_string (checksum), g_hash_table_lookup (self->sums, path)) != 0)
        return refuse_change (path, error);
    }
  return FALSE;
}

/* @spans, of @spool, as bytes that share one mapping. */
static GHashTable *
map_files (PmSpool *spool, GHashTable *spans, GError **error)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) all = spool->size > 0 ? _pm_spool_map (spool, error)
                                           : g_bytes_new_static ("", 0);
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  if (all == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, spans);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      PmSpan *span = value;

      g_hash_table_insert (files, g_strdup (name),
                           g_bytes_new_from_bytes (all, span->start, pm_span_length (*span)));
    }
  return g_steal_pointer (&files);
}

GHashTable *
_pm_bundle_zip_load (PmBundleZip *self,
                     GHashTable *names,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GHashTable) spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PmSpool) spool = NULL;
  struct archive *archive;
  gpointer locale;
  gboolean done;
  struct stat info;

  if (stat (self->path, &info) == 0)
    self->budget = MAX (MIN_TOTAL, (guint64) info.st_size * MAX_RATIO);
  spool = _pm_spool_new (NULL, error);
  archive = spool != NULL ? open_archive (self->path, error) : NULL;
  if (archive == NULL)
    return NULL;
  locale = _pm_bundle_enter_utf8 ();
  done = spool_files (self, archive, names, spool, spans, cancellable, error);
  archive_read_free (archive);
  _pm_bundle_leave_utf8 (locale);
  return done ? map_files (spool, spans, error) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The research bundle: a BagIt 1.0 bag (RFC 8493) in a zip (§4: one top folder). Originals go in as
 * their articles pass; the reports, which grow with every article, wait in spools. */

#define CHUNK (1 << 18)

typedef struct
{
  PmBundle *bundle;
  struct archive *archive;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;       /* of the stream, below libarchive */
  gboolean is_dead;    /* nothing more is to reach the stream */
  char *top;           /* the folder that holds the bag */
  GPtrArray *parts;    /* (element-type PmPartWriter) */
  PmSpool *manifest;   /* of the payload */
  GString *tags;       /* the tag manifest */
  GHashTable *images;  /* (element-type utf8): files of those written */
  GChecksum *checksum; /* of the entry being written; %NULL for what no manifest lists */
  GChecksum *identity; /* over the manifest: what the bag's identifier is made from */
  guint64 n_bytes;
  guint n_files;
} Zip;

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  Zip *self = data;

  if (self->is_dead)
    return -1;
  if (self->error == NULL &&
      _pm_bundle_write (self->stream, buffer, length, self->cancellable, &self->error))
    return length;
  archive_set_error (archive, EIO, "%s", self->error->message);
  return -1;
}

/* Sets @error from what went wrong below libarchive, or in it. */
static gboolean
take_error (Zip *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error (error, PM_BUNDLE_ERROR, PM_BUNDLE_ERROR_WRITE,
                 _ ("The file could not be written: %s."), archive_error_string (self->archive));
  return FALSE;
}

static gboolean
begin_file (Zip *self, const char *name, guint64 size, GError **error)
{
  struct archive_entry *entry = archive_entry_new2 (self->archive);
  g_autofree char *path = g_build_path ("/", self->top, name, NULL);
  int result;

  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  archive_entry_set_mtime (entry, self->bundle->created / G_USEC_PER_SEC, 0);
  result = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  g_clear_pointer (&self->checksum, g_checksum_free);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA512);
  return result == ARCHIVE_OK || take_error (self, error);
}

static gboolean
write_data (Zip *self, const char *data, gsize length, GError **error)
{
  g_checksum_update (self->checksum, (const guchar *) data, length);
  while (length > 0)
    {
      gsize n = MIN (length, CHUNK);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (archive_write_data (self->archive, data, n) < 0)
        return take_error (self, error);
      data += n;
      length -= n;
    }
  return TRUE;
}

/* Enters the file just written in the manifest: the payload's below data/, the tag files' else. */
static gboolean
end_file (Zip *self, const char *name, guint64 size, GError **error)
{
  g_autofree char *line = g_strdup_printf ("%s  %s\n", g_checksum_get_string (self->checksum),
                                           name);

  if (archive_write_finish_entry (self->archive) != ARCHIVE_OK)
    return take_error (self, error);
  if (!g_str_has_prefix (name, "data/"))
    {
      g_string_append (self->tags, line);
      return TRUE;
    }
  self->n_files++;
  self->n_bytes += size;
  g_checksum_update (self->identity, (const guchar *) line, strlen (line));
  return _pm_spool_write (self->manifest, line, strlen (line), error);
}

static gboolean
write_file (Zip *self, const char *name, const char *data, gsize length, GError **error)
{
  return begin_file (self, name, length, error) && write_data (self, data, length, error) &&
         end_file (self, name, length, error);
}

static gboolean
write_payload (Zip *self, const char *name, const char *data, gsize length, GError **error)
{
  g_autofree char *path = g_strconcat ("data/", name, NULL);

  return write_file (self, path, data, length, error);
}

static gboolean
write_bytes (Zip *self, const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return write_payload (self, name, data != NULL ? data : "", length, error);
}

/* A whole file: @head, what is in @spool, @tail. */
static gboolean
write_spool (Zip *self,
             const char *name,
             GString *head,
             PmSpool *spool,
             GString *tail,
             GError **error)
{
  guint64 size = head->len + spool->size + tail->len;
  g_autofree char *buffer = g_malloc (CHUNK);
  gssize n;

  if (!_pm_spool_rewind (spool, error) || !begin_file (self, name, size, error) ||
      !write_data (self, head->str, head->len, error))
    return FALSE;
  while ((n = _pm_spool_read (spool, buffer, CHUNK, error)) > 0)
    if (!write_data (self, buffer, n, error))
      return FALSE;
  return n == 0 && write_data (self, tail->str, tail->len, error) &&
         end_file (self, name, size, error);
}

static void
append_line (GString *out, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static void
append_block (GString *out, const char *name, const char *block)
{
  if (block != NULL)
    g_string_append_printf (out, "\n%s:\n%s%s", name, block,
                            g_str_has_suffix (block, "\n") ? "" : "\n");
}

static void
append_hop (GString *out, PmHop *hop, guint number)
{
  g_autofree char *started = _pm_bundle_format_time (hop->started, TRUE);
  g_autofree char *finished = _pm_bundle_format_time (hop->finished, TRUE);

  g_string_append_printf (out, "\n== Request %u ==\n", number);
  g_string_append_printf (out, "%s %s\n", hop->method, hop->url);
  append_line (out, "Server", hop->address);
  append_line (out, "TLS", hop->tls_version);
  append_line (out, "Certificate SHA-256", hop->certificate_sha256);
  append_line (out, "Started", started);
  append_line (out, "Finished", finished);
  append_block (out, "Request headers", hop->request_headers);
  g_string_append_printf (out, "\nResponse: %s %u %s\n",
                          hop->protocol != NULL ? hop->protocol : "HTTP", hop->status,
                          hop->reason != NULL ? hop->reason : "");
  append_block (out, "Response headers", hop->response_headers);
}

static gboolean
write_headers (Zip *self, const PmBundleOriginal *original, GError **error)
{
  PmPage *page = original->page;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *fetched = _pm_bundle_format_time (page->fetched, TRUE);

  append_line (out, "Requested address", page->requested_url);
  append_line (out, "Final address", page->url);
  append_line (out, "Fetched", fetched);
  append_line (out, "Body SHA-256", page->body_sha256);
  append_line (out, "Body", original->original);
  append_line (out, "Content-Encoding", page->encoding);
  append_line (out, "Body with its encoding undone", original->decoded);
  for (guint i = 0; i < page->hops->len; i++)
    append_hop (out, page->hops->pdata[i], i + 1);
  return write_payload (self, original->headers, out->str, out->len, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
write_images (Zip *self, PmBundleItem *item, GError **error)
{
  GHashTableIter iter;
  gpointer value;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) bytes = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_iter_init (&iter, item->images);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      char *name = _pm_bundle_name_image (value);

      if (name == NULL || !g_hash_table_add (self->images, g_strdup (name)))
        {
          g_free (name);
          continue;
        }
      g_ptr_array_add (names, name);
      g_hash_table_insert (bytes, name, value);
    }
  /* The same bundle twice is the same file twice, and a hash table has no order. */
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!write_bytes (self, names->pdata[i], g_hash_table_lookup (bytes, names->pdata[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_original (Zip *self, const PmBundleOriginal *original, GError **error)
{
  if (original->original != NULL &&
      !write_bytes (self, original->original, original->page->body, error))
    return FALSE;
  if (original->decoded != NULL &&
      !write_bytes (self, original->decoded, original->page->content, error))
    return FALSE;
  return write_headers (self, original, error);
}

static gboolean
write_item (PmBundleItem *item, gpointer data, GError **error)
{
  Zip *self = data;

  for (guint i = 0; i < self->parts->len; i++)
    if (!_pm_part_writer_add (self->parts->pdata[i], item, error))
      return FALSE;
  for (guint i = 0; i < item->originals->len; i++)
    if (!write_original (self, item->originals->pdata[i], error))
      return FALSE;
  return write_images (self, item, error);
}

static gboolean
write_parts (Zip *self, GError **error)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      PmPartWriter *writer = self->parts->pdata[i];
      g_autofree char *name = g_strconcat ("data/", writer->part->name, NULL);
      g_autoptr (GString) head = g_string_new (NULL);
      g_autoptr (GString) tail = g_string_new (NULL);

      writer->part->head (&writer->state, self->bundle, head);
      writer->part->tail (&writer->state, self->bundle, tail);
      if (!write_spool (self, name, head, writer->spool, tail, error))
        return FALSE;
    }
  return write_payload (self, "README.md", _pm_bundle_readme, strlen (_pm_bundle_readme), error);
}

/* A UUID of version 8 (RFC 9562 §5.8) made from the manifest: the same payload, the same name. */
static char *
make_uuid (GChecksum *checksum)
{
  guint8 b[64];
  gsize length = sizeof b;

  g_checksum_get_digest (checksum, b, &length);
  b[6] = (b[6] & 0x0f) | 0x80;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

static gboolean
write_bag (Zip *self, GError **error)
{
  static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  g_autofree char *uuid = make_uuid (self->identity);
  g_autofree char *date = _pm_bundle_format_time (self->bundle->created, FALSE);
  g_autoptr (GString) info = g_string_new (NULL);
  g_autoptr (GString) nothing = g_string_new (NULL);

  if (date != NULL)
    g_string_append_printf (info, "Bagging-Date: %.10s\n", date);
  g_string_append_printf (info, "Payload-Oxum: %" G_GUINT64_FORMAT ".%u\n", self->n_bytes,
                          self->n_files);
  g_string_append_printf (info, "External-Identifier: urn:uuid:%s\n", uuid);
  g_string_append (info, "Bag-Software-Agent: " PM_BUNDLE_AGENT "\n");
  return write_file (self, "bagit.txt", declaration, strlen (declaration), error) &&
         write_file (self, "bag-info.txt", info->str, info->len, error) &&
         write_spool (self, "manifest-sha512.txt", nothing, self->manifest, nothing, error) &&
         begin_file (self, "tagmanifest-sha512.txt", self->tags->len, error) &&
         write_data (self, self->tags->str, self->tags->len, error);
}

static gboolean
open_zip (Zip *self, GError **error)
{
  static const PmBundlePart *const parts[] = { &_pm_bundle_html_part, &_pm_bundle_markdown_part,
                                               &_pm_bundle_w3c_part, &_pm_bundle_json_part,
                                               &_pm_bundle_csl_part };

  self->manifest = _pm_spool_new (self->bundle->scratch, error);
  if (self->manifest == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      PmPartWriter *writer = _pm_part_writer_new (parts[i], self->bundle, error);

      if (writer == NULL)
        return FALSE;
      g_ptr_array_add (self->parts, writer);
    }
  archive_write_set_format_zip (self->archive);
  archive_write_zip_set_compression_deflate (self->archive);
  /* Names outside ASCII carry the flag that says so. */
  archive_write_set_format_option (self->archive, "zip", "hdrcharset", "UTF-8");
  archive_write_set_bytes_in_last_block (self->archive, 1);
  return archive_write_open (self->archive, self, NULL, write_cb, NULL) == ARCHIVE_OK ||
         take_error (self, error);
}

static gboolean
write_all (Zip *self, PmBundleProgress progress, gpointer progress_data, GError **error)
{
  if (!open_zip (self, error) ||
      !_pm_bundle_each (self->bundle, PM_BUNDLE_IMAGES | PM_BUNDLE_ORIGINALS, write_item, self,
                        progress, progress_data, self->cancellable, error) ||
      !write_parts (self, error) || !write_bag (self, error))
    return FALSE;
  return archive_write_close (self->archive) == ARCHIVE_OK || take_error (self, error);
}

static void
clear_zip (Zip *self)
{
  /* Freeing finishes what was not closed. archive_write_fail() would prevent it, but leaks. */
  self->is_dead = TRUE;
  archive_write_free (self->archive);
  g_clear_error (&self->error);
  g_free (self->top);
  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->manifest, _pm_spool_free);
  g_string_free (self->tags, TRUE);
  g_hash_table_unref (self->images);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_checksum_free (self->identity);
}

PM_BUNDLE_WRITE (_pm_bundle_write_zip)
{
  Zip self = { .bundle = bundle, .stream = stream, .cancellable = cancellable };
  gpointer locale = _pm_bundle_enter_utf8 ();
  gboolean written;

  self.archive = archive_write_new ();
  self.top = _pm_bundle_file_name (bundle->title);
  self.parts = g_ptr_array_new_with_free_func ((GDestroyNotify) _pm_part_writer_free);
  self.tags = g_string_new (NULL);
  self.images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.identity = g_checksum_new (G_CHECKSUM_SHA256);
  written = write_all (&self, progress, progress_data, error);
  clear_zip (&self);
  _pm_bundle_leave_utf8 (locale);
  return written;
}

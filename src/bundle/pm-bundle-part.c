/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-bundle-private.h"

#include <string.h>

/* Articles one at a time: loaded, given to every part, let go. The parts' texts wait in spools,
 * since their beginnings (a list of contents, a total) are known last. */

static gboolean
load_image (PmBundleItem *item, const char *url, GError **error)
{
  PmBundle *bundle = item->bundle;
  g_autoptr (GError) inner = NULL;
  GBytes *bytes;

  if (url == NULL || g_hash_table_contains (item->images, url))
    return TRUE;
  bytes = bundle->load_resource (item->record->article->id, url, bundle->load_data, &inner);
  if (bytes != NULL)
    g_hash_table_insert (item->images, g_strdup (url), bytes);
  if (inner == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

static gboolean
load_images (PmBundleItem *item, GError **error)
{
  gsize n_marks;
  const PmMark *marks;

  if (item->bundle->load_resource == NULL || item->record->document == NULL)
    return TRUE;
  marks = pm_document_get_marks (item->record->document, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == PM_MARK_IMAGE && !load_image (item, marks[i].url, error))
      return FALSE;
  return TRUE;
}

static const char *
choose_extension (PmPage *page)
{
  static const struct
  {
    const char *type;
    const char *extension;
  } extensions[] = { { "text/html", ".html" },        { "application/xhtml+xml", ".xhtml" },
                     { "text/plain", ".txt" },        { "text/markdown", ".md" },
                     { "application/pdf", ".pdf" },   { "application/xml", ".xml" },
                     { "application/json", ".json" }, { "multipart/related", ".mhtml" },
                     { "message/rfc822", ".mhtml" } };

  for (gsize i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_strcmp0 (page->content_type, extensions[i].type) == 0)
      return extensions[i].extension;
  return page->content_type == NULL ? ".html" : ".bin";
}

static const char *
choose_suffix (PmPage *page)
{
  if (page->encoding == NULL || g_str_equal (page->encoding, "identity"))
    return "";
  if (g_str_equal (page->encoding, "gzip"))
    return ".gz";
  return g_str_equal (page->encoding, "br") ? ".br" : ".encoded";
}

static char *
make_stem (PmBundleItem *item)
{
  const char *url = _pm_bundle_get_url (item->record);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *host_slug = _pm_bundle_slug (host != NULL ? host : "", 60);
  g_autofree char *title_slug = _pm_bundle_slug (item->record->article->title, 60);
  g_autoptr (GString) stem = g_string_new (NULL);

  g_string_printf (stem, "originals/%04u", item->number);
  if (*host_slug != '\0')
    g_string_append_printf (stem, "-%s", host_slug);
  if (*title_slug != '\0')
    g_string_append_printf (stem, "-%s", title_slug);
  return g_string_free (g_steal_pointer (&stem), FALSE);
}

PmBundleOriginal *
_pm_bundle_original_new (PmPage *page)
{
  PmBundleOriginal *self = g_new0 (PmBundleOriginal, 1);

  self->page = pm_page_ref (page);
  return self;
}

void
_pm_bundle_original_free (PmBundleOriginal *self)
{
  pm_page_unref (self->page);
  g_free (self->original);
  g_free (self->decoded);
  g_free (self->headers);
  g_free (self);
}

static PmBundleOriginal *
name_original (PmPage *page, const char *stem)
{
  PmBundleOriginal *self = _pm_bundle_original_new (page);

  self->headers = g_strconcat (stem, ".headers.txt", NULL);
  if (page->body == NULL)
    return self;
  self->original = g_strconcat (stem, choose_extension (page), choose_suffix (page), NULL);
  if (page->content != NULL && !g_bytes_equal (page->content, page->body))
    self->decoded = g_strconcat (stem, ".decoded", choose_extension (page), NULL);
  return self;
}

static void
name_originals (PmBundleItem *item)
{
  g_autofree char *stem = make_stem (item);

  for (PmPage *page = item->record->page; page != NULL; page = page->next)
    {
      guint n = item->originals->len;
      g_autofree char *further = n > 0 ? g_strdup_printf ("%s-page-%u", stem, n + 1) : NULL;

      g_ptr_array_add (item->originals, name_original (page, n > 0 ? further : stem));
    }
}

static void
clear_item (PmBundleItem *item)
{
  g_clear_pointer (&item->map, pm_offset_map_free);
  g_clear_pointer (&item->record, pm_record_unref);
  g_ptr_array_set_size (item->originals, 0);
  g_hash_table_remove_all (item->images);
}

static gboolean
visit (PmBundleItem *item,
       gint64 id,
       PmBundleNeeds needs,
       PmBundleItemFunc func,
       gpointer data,
       GError **error)
{
  PmBundle *bundle = item->bundle;
  gboolean done;

  item->record = bundle->load (id, bundle->load_data, error);
  if (item->record == NULL)
    return FALSE;
  if (item->record->document != NULL)
    item->map = pm_offset_map_new (pm_document_get_text (item->record->document),
                                   pm_document_get_length (item->record->document));
  if ((needs & PM_BUNDLE_ORIGINALS) != 0)
    name_originals (item);
  done = ((needs & PM_BUNDLE_IMAGES) == 0 || load_images (item, error)) && func (item, data, error);
  clear_item (item);
  return done;
}

gboolean
_pm_bundle_each (PmBundle *bundle,
                 PmBundleNeeds needs,
                 PmBundleItemFunc func,
                 gpointer data,
                 PmBundleProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GHashTable) images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) originals = g_ptr_array_new_with_free_func (
      (GDestroyNotify) _pm_bundle_original_free);
  PmBundleItem item = { .bundle = bundle, .originals = originals, .images = images };

  for (guint i = 0; i < bundle->articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      item.number = i + 1;
      if (!visit (&item, g_array_index (bundle->articles, gint64, i), needs, func, data, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, bundle->articles->len, progress_data);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

PmPartWriter *
_pm_part_writer_new (const PmBundlePart *part, PmBundle *bundle, GError **error)
{
  PmSpool *spool = _pm_spool_new (bundle->scratch, error);
  PmPartWriter *self;

  if (spool == NULL)
    return NULL;
  self = g_new0 (PmPartWriter, 1);
  self->part = part;
  self->spool = spool;
  self->state.contents = g_string_new (NULL);
  self->state.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
_pm_part_writer_free (PmPartWriter *self)
{
  _pm_spool_free (self->spool);
  g_string_free (self->state.contents, TRUE);
  g_hash_table_unref (self->state.ids);
  g_free (self);
}

gboolean
_pm_part_writer_add (PmPartWriter *self, PmBundleItem *item, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  self->part->article (&self->state, item, out);
  self->state.n_articles++;
  return _pm_spool_write (self->spool, out->str, out->len, error);
}

static gboolean
add_item (PmBundleItem *item, gpointer data, GError **error)
{
  return _pm_part_writer_add (data, item, error);
}

static gboolean
copy_spool (PmSpool *spool, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (1 << 16);
  gssize n = 0;

  if (!_pm_spool_rewind (spool, error))
    return FALSE;
  while ((n = _pm_spool_read (spool, buffer, 1 << 16, error)) > 0)
    if (!_pm_bundle_write (stream, buffer, n, cancellable, error))
      return FALSE;
  return n == 0;
}

gboolean
_pm_bundle_write_part (const PmBundlePart *part,
                       PmBundle *bundle,
                       GOutputStream *stream,
                       PmBundleProgress progress,
                       gpointer progress_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (PmPartWriter) writer = _pm_part_writer_new (part, bundle, error);
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);

  if (writer == NULL || !_pm_bundle_each (bundle, part->needs, add_item, writer, progress,
                                          progress_data, cancellable, error))
    return FALSE;
  part->head (&writer->state, bundle, head);
  part->tail (&writer->state, bundle, tail);
  return _pm_bundle_write (stream, head->str, head->len, cancellable, error) &&
         copy_spool (writer->spool, stream, cancellable, error) &&
         _pm_bundle_write (stream, tail->str, tail->len, cancellable, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-wire-private.h"

#define PAGES_TYPE "a(ssmsmsay)"
#define MARK_TYPE "(uttiimsms)"
#define META_TYPE "(usms)"
#define IMAGE_TYPE "(ssay)"
#define ANSWER_TYPE "(msmsa" MARK_TYPE "a" META_TYPE "a" IMAGE_TYPE ")"
#define ANSWER_PARTS "(msms@a" MARK_TYPE "@a" META_TYPE "@a" IMAGE_TYPE ")"

static GVariant *
read_variant (GBytes *bytes, const char *type)
{
  return g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));
}

static GBytes *
write_variant (GVariant *variant)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (variant);

  return g_variant_get_data_as_bytes (owned);
}

GBytes *
_pm_wire_write_page (PmPage *page)
{
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PAGES_TYPE));
  for (; page != NULL; page = page->next)
    g_variant_builder_add (&builder, "(ssmsms@ay)", page->url, page->requested_url,
                           page->content_type, page->charset,
                           g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING,
                                                     page->content != NULL ? page->content : none,
                                                     TRUE));
  return write_variant (g_variant_builder_end (&builder));
}

static PmPage *
read_page (GVariant *variant)
{
  g_autoptr (GVariant) content = g_variant_get_child_value (variant, 4);
  const char *url;
  PmPage *page;

  g_variant_get_child (variant, 0, "&s", &url);
  page = pm_page_new (url);
  g_free (page->requested_url);
  g_variant_get_child (variant, 1, "s", &page->requested_url);
  g_variant_get_child (variant, 2, "ms", &page->content_type);
  g_variant_get_child (variant, 3, "ms", &page->charset);
  page->content = g_variant_get_data_as_bytes (content);
  return page;
}

/* That it is well formed is not asked: the answer would take a look at each byte of the page, and
 * what is not reads as empty. */
PmPage *
_pm_wire_read_page (GBytes *bytes)
{
  g_autoptr (GVariant) variant = read_variant (bytes, PAGES_TYPE);
  g_autoptr (PmPage) first = NULL;

  for (gsize i = g_variant_n_children (variant); i > 0; i--)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i - 1);
      PmPage *page = read_page (child);

      page->next = g_steal_pointer (&first);
      first = page;
    }
  return g_steal_pointer (&first);
}

static GVariant *
write_marks (PmDocument *document)
{
  GVariantBuilder builder;
  const PmMark *marks;
  gsize n_marks;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" MARK_TYPE));
  marks = pm_document_get_marks (document, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    g_variant_builder_add (&builder, MARK_TYPE, (guint32) marks[i].kind,
                           (guint64) marks[i].span.start, (guint64) marks[i].span.end,
                           (gint32) marks[i].level, (gint32) marks[i].number, marks[i].url,
                           marks[i].text);
  return g_variant_builder_end (&builder);
}

static GVariant *
write_meta (PmDocument *document)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" META_TYPE));
  for (guint32 field = 0; field < PM_N_META; field++)
    if (pm_document_get_meta (document, field) != NULL)
      g_variant_builder_add (&builder, META_TYPE, field, pm_document_get_meta (document, field),
                             pm_document_get_meta_key (document, field));
  return g_variant_builder_end (&builder);
}

static GVariant *
write_images (GPtrArray *images)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" IMAGE_TYPE));
  for (guint i = 0; i < images->len; i++)
    {
      const PmResource *image = images->pdata[i];

      g_variant_builder_add (&builder, "(ss@ay)", image->url, image->type,
                             g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, image->bytes,
                                                       TRUE));
    }
  return g_variant_builder_end (&builder);
}

GBytes *
_pm_wire_write_answer (PmDocument *document, GPtrArray *images, const char *message)
{
  if (document == NULL)
    return write_variant (
        g_variant_new (ANSWER_PARTS, message, NULL,
                       g_variant_new_array (G_VARIANT_TYPE (MARK_TYPE), NULL, 0),
                       g_variant_new_array (G_VARIANT_TYPE (META_TYPE), NULL, 0),
                       g_variant_new_array (G_VARIANT_TYPE (IMAGE_TYPE), NULL, 0)));
  return write_variant (g_variant_new (ANSWER_PARTS, NULL, pm_document_get_text (document),
                                       write_marks (document), write_meta (document),
                                       write_images (images)));
}

static gboolean
read_marks (PmDocument *document, GVariant *marks)
{
  GVariantIter iter;
  guint32 kind;
  guint64 start;
  guint64 end;
  gint32 level;
  gint32 number;
  const char *url;
  const char *text;

  g_variant_iter_init (&iter, marks);
  while (g_variant_iter_next (&iter, "(uttiim&sm&s)", &kind, &start, &end, &level, &number, &url,
                              &text))
    if (kind >= PM_N_MARKS ||
        !pm_document_try_mark (document, kind, (PmSpan){ start, end }, level, number, url, text))
      return FALSE;
  return TRUE;
}

static gboolean
read_meta (PmDocument *document, GVariant *meta)
{
  GVariantIter iter;
  guint32 field;
  const char *value;
  const char *key;

  g_variant_iter_init (&iter, meta);
  while (g_variant_iter_next (&iter, "(u&sm&s)", &field, &value, &key))
    {
      if (field >= PM_N_META)
        return FALSE;
      pm_document_set_meta (document, field, value, key);
    }
  return TRUE;
}

static GPtrArray *
read_images (GVariant *variant)
{
  GPtrArray *images = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_resource_unref);

  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      g_autoptr (GVariant) content = g_variant_get_child_value (child, 2);
      g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (content);
      const char *url;
      const char *type;

      g_variant_get_child (child, 0, "&s", &url);
      g_variant_get_child (child, 1, "&s", &type);
      g_ptr_array_add (images, pm_resource_new (url, type, bytes));
    }
  return images;
}

PmDocument *
_pm_wire_read_answer (GBytes *bytes, GPtrArray **images, char **message)
{
  g_autoptr (GVariant) variant = read_variant (bytes, ANSWER_TYPE);
  g_autoptr (GVariant) marks = NULL;
  g_autoptr (GVariant) meta = NULL;
  g_autoptr (GVariant) pictures = NULL;
  g_autoptr (PmDocument) document = NULL;
  g_autofree char *text = NULL;

  *message = NULL;
  if (!g_variant_is_normal_form (variant))
    return NULL;
  g_variant_get (variant, ANSWER_PARTS, message, &text, &marks, &meta, &pictures);
  if (text == NULL || *message != NULL)
    return NULL;
  document = pm_document_new (g_steal_pointer (&text), -1);
  if (!read_marks (document, marks) || !read_meta (document, meta))
    return NULL;
  if (images != NULL)
    *images = read_images (pictures);
  return g_steal_pointer (&document);
}

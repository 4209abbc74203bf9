/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-extract.h"

#include "pm-data-images-private.h"
#include "pm-mhtml-private.h"

#define MAX_IMAGES 200

typedef struct
{
  GHashTable *wanted; /* (element-type utf8): still to be found */
  GPtrArray *found;   /* (element-type PmResource) */
} Search;

static void
want_images (Search *self, PmDocument *document)
{
  g_autoptr (GPtrArray) urls = pm_document_list_images (document);

  for (guint i = 0; i < urls->len && g_hash_table_size (self->wanted) < MAX_IMAGES; i++)
    g_hash_table_add (self->wanted, urls->pdata[i]);
}

static gboolean
wants_written_out (Search *self)
{
  GHashTableIter iter;
  gpointer url;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &url, NULL))
    if (g_str_has_prefix (url, PM_DATA_IMAGE_PREFIX))
      return TRUE;
  return FALSE;
}

static void
picture_found (const char *url, const char *type, GBytes *bytes, gpointer data)
{
  Search *self = data;

  if (g_hash_table_remove (self->wanted, url))
    g_ptr_array_add (self->found, pm_resource_new (url, type, bytes));
}

static void
take_written_out (Search *self, PmPage *page)
{
  g_autoptr (PmSaved) saved = _pm_saved_open (page, NULL);
  g_autofree char *text = NULL;
  g_autofree char *shorter = NULL;
  gsize length;

  if (saved == NULL)
    return;
  text = pm_extract_decode (saved->page, &length, NULL);
  shorter = _pm_data_images_shorten (text, &length, picture_found, self);
}

GPtrArray *
pm_extract_images (PmPage *page, PmDocument *document)
{
  Search self = { g_hash_table_new (g_str_hash, g_str_equal),
                  g_ptr_array_new_with_free_func ((GDestroyNotify) pm_resource_unref) };

  want_images (&self, document);
  if (page->content != NULL && g_hash_table_size (self.wanted) > 0)
    {
      if (_pm_mhtml_is_one (page))
        _pm_mhtml_take_images (page, self.wanted, self.found);
      if (wants_written_out (&self))
        take_written_out (&self, page);
    }
  g_hash_table_unref (self.wanted);
  return self.found;
}

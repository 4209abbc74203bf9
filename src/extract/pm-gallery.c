/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-gallery-private.h"

#include "pm-image-private.h"

/* Elements around a picture that only frame it. */
#define MAX_FRAMES 4

void
_pm_gallery_init (PmGallery *self)
{
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last = NULL;
  self->last_noscript = NULL;
}

void
_pm_gallery_clear (PmGallery *self)
{
  g_hash_table_unref (self->addresses);
}

static const PmNode *
skip_blanks (const PmNode *node)
{
  while (node != NULL && _pm_node_is_text (node) && node->length == 0)
    node = node->next;
  return node;
}

/* Whether nothing stands between @noscript and the element beside it that @image is in. */
static gboolean
is_beside (const PmNode *image, const PmNode *noscript)
{
  for (guint i = 0; image != NULL && image->parent != noscript->parent && i < MAX_FRAMES; i++)
    image = image->parent;
  return image != NULL && image->parent == noscript->parent &&
         (skip_blanks (image->next) == noscript || skip_blanks (noscript->next) == image);
}

/* Many lazy pages have a picture twice: as an empty element, and in a <noscript> beside it. */
static gboolean
is_same_again (PmGallery *self, const PmNode *image, const PmNode *noscript)
{
  if (self->last == NULL || (noscript != NULL) == (self->last_noscript != NULL))
    return FALSE;
  return noscript != NULL ? is_beside (self->last, noscript)
                          : is_beside (image, self->last_noscript);
}

PmBlock *
_pm_gallery_add (PmGallery *self, const PmNode *image, const PmNode *noscript, const char *base)
{
  g_autofree char *url = _pm_image_dup_address (image, base);
  const char *alt = _pm_node_get_attribute (image, "alt");
  PmBlock *block;

  if (url == NULL || is_same_again (self, image, noscript) ||
      !g_hash_table_add (self->addresses, g_strdup (url)))
    return NULL;
  self->last = image;
  self->last_noscript = noscript;
  block = _pm_block_new (PM_MARK_IMAGE);
  block->url = g_steal_pointer (&url);
  block->alt = alt != NULL && *alt != '\0' ? g_utf8_make_valid (alt, -1) : NULL;
  return block;
}

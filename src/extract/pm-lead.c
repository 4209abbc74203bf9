/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-lead-private.h"

#include <string.h>

#include "pm-block-private.h"
#include "pm-builder-private.h"
#include "pm-furniture-private.h"
#include "pm-image-private.h"
#include "pm-vocabulary-private.h"

/* A shorter name, "image" or "1", says nothing. */
#define MIN_STEM 7
/* How far a picture lies within its figure. */
#define MAX_FRAMES 8
/* A figure with more is no picture with its caption. */
#define MAX_CAPTION 600
#define MAX_IMAGES 200

/* The file's name without its ending and size: other sizes of a picture have it too.
 * Returns: (transfer full) (nullable) */
static char *
dup_stem (const char *url)
{
  gsize length = strcspn (url, "?#");
  const char *name = g_strrstr_len (url, length, "/");
  g_autofree char *stem = NULL;
  char *end;

  if (name == NULL)
    return NULL;
  stem = g_ascii_strdown (name + 1, url + length - name - 1);
  end = strrchr (stem, '.');
  if (end != NULL)
    *end = '\0';
  end = stem + strlen (stem);
  while (end > stem && strchr ("0123456789x", end[-1]) != NULL)
    end--;
  if (end - stem > MIN_STEM && strchr ("-_", end[-1]) != NULL)
    end[-1] = '\0';
  return strlen (stem) >= MIN_STEM ? g_steal_pointer (&stem) : NULL;
}

static gboolean
shows (const PmNode *image, const char *stem, const char *base)
{
  g_autofree char *url = image->tag == GUMBO_TAG_IMG ? _pm_image_dup_address (image, base) : NULL;
  g_autofree char *own = url != NULL ? dup_stem (url) : NULL;

  return g_strcmp0 (own, stem) == 0;
}

static gboolean
is_among (GPtrArray *roots, const char *stem, const char *base)
{
  guint n_images = 0;

  for (guint i = 0; i < roots->len; i++)
    {
      const PmNode *root = g_ptr_array_index (roots, i);

      for (const PmNode *node = root; node != NULL; node = _pm_node_next (node, root, FALSE))
        {
          n_images += node->tag == GUMBO_TAG_IMG;
          if (n_images > MAX_IMAGES || shows (node, stem, base))
            return TRUE;
        }
    }
  return FALSE;
}

/* Returns: (nullable): the picture before @root. */
static PmNode *
find_before (PmNode *root, const char *stem, const char *base)
{
  PmNode *top = root;
  guint n_images = 0;

  while (top->parent != NULL)
    top = top->parent;
  for (PmNode *node = top; node != NULL && node != root; node = _pm_node_next (node, top, FALSE))
    {
      n_images += node->tag == GUMBO_TAG_IMG;
      if (n_images > MAX_IMAGES)
        return NULL;
      if (shows (node, stem, base))
        return node;
    }
  return NULL;
}

/* The figure that @image is in; else only the image. */
static PmNode *
find_figure (PmNode *image, const PmNode *root)
{
  PmNode *node = image;

  for (guint i = 0; node != NULL && i < MAX_FRAMES; i++, node = node->parent)
    if (node->tag == GUMBO_TAG_FIGURE || (node->words & PM_WORD_CAPTION))
      break;
  if (node == NULL || _pm_node_is_within (root, node) ||
      (node->tag != GUMBO_TAG_FIGURE && !(node->words & PM_WORD_CAPTION)))
    return image;
  return node;
}

/* It may lie in a part that is furniture by name. */
static void
take_out (PmNode *figure)
{
  for (PmNode *node = figure; node != NULL; node = _pm_node_next (node, figure, FALSE))
    {
      node->flags &= ~PM_NODE_FURNITURE;
      if ((node->words & PM_WORD_CAPTION) || node->tag == GUMBO_TAG_FIGCAPTION)
        node->flags |= PM_NODE_CAPTION;
    }
  _pm_furniture_measure (figure);
}

static gboolean
is_picture (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const PmBlock *block = g_ptr_array_index (blocks, i);

      if (i == 0 ? block->kind != PM_MARK_IMAGE
                 : block->kind != PM_MARK_CAPTION || block->letters > MAX_CAPTION)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
_pm_lead_read (GPtrArray *roots, const char *url, const char *base)
{
  g_autofree char *stem = url != NULL ? dup_stem (url) : NULL;
  PmNode *root = roots->len > 0 ? g_ptr_array_index (roots, 0) : NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  PmNode *image = NULL;

  if (stem != NULL && root != NULL && !is_among (roots, stem, base))
    image = find_before (root, stem, base);
  if (image != NULL)
    {
      PmNode *figure = find_figure (image, root);

      take_out (figure);
      g_ptr_array_add (figures, figure);
    }
  blocks = _pm_builder_build (figures, base);
  if (!is_picture (blocks))
    g_ptr_array_set_size (blocks, 0);
  return g_steal_pointer (&blocks);
}

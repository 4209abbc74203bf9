/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-image-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-data-images-private.h"

/* Smaller in either direction is a counting pixel, a spacer or an icon. */
#define MIN_SIDE 3
/* Of the sizes offered, the smallest that fills a reader's column on a dense screen. */
#define GOOD_WIDTH 1200
#define MAX_NAME 260

static gboolean
is_tiny (const PmNode *image)
{
  static const char *const sides[] = { "width", "height" };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const char *value = _pm_node_get_attribute (image, sides[i]);

      if (value != NULL && g_ascii_isdigit (*value) && strchr (value, '%') == NULL &&
          g_ascii_strtoull (value, NULL, 10) < MIN_SIDE)
        return TRUE;
    }
  return FALSE;
}

/* An address may hold commas: a candidate is an address up to white space, then a descriptor up to
 * a comma. (HTML, "parse a srcset attribute") */
static char *
choose_from_srcset (const char *srcset, const char *base)
{
  g_autofree char *best = NULL;
  double best_width = 0;

  while (*srcset != '\0')
    {
      g_autofree char *address = NULL;
      g_autofree char *resolved = NULL;
      double width;
      gsize size;

      srcset += strspn (srcset, " \t\n\r\f,");
      size = strcspn (srcset, " \t\n\r\f");
      address = g_strndup (srcset, size);
      srcset += size;
      if (size > 0 && address[size - 1] == ',')
        address[size - 1] = '\0';
      else
        srcset += strspn (srcset, " \t\n\r\f");
      width = g_ascii_strtod (srcset, NULL);
      size = strcspn (srcset, ",");
      width *= size > 0 && memchr (srcset, 'x', size) != NULL ? GOOD_WIDTH / 2.0 : 1;
      srcset += size > 0 && address[0] != '\0' ? size : 0;
      resolved = _pm_address_resolve (base, address);
      if (resolved != NULL &&
          (best == NULL || (best_width < GOOD_WIDTH ? width > best_width
                                                    : width >= GOOD_WIDTH && width < best_width)))
        {
          g_free (best);
          best = g_steal_pointer (&resolved);
          best_width = width;
        }
    }
  return g_steal_pointer (&best);
}

static gboolean
looks_like_picture (const char *value)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif" };
  g_autofree char *lower = g_ascii_strdown (value, MIN (strlen (value), 2048));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strstr (lower, endings[i]) != NULL)
      return TRUE;
  return FALSE;
}

static char *
try_lazy (const PmNode *node, const char *base)
{
  static const char *const single[] = { "data-src",       "data-lazy-src",  "data-original",
                                        "data-actualsrc", "data-src-full",  "data-image-src",
                                        "data-url",       "data-hi-res-src" };
  static const char *const sets[] = { "data-srcset", "data-lazy-srcset", "srcset" };
  char *address = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (single) && address == NULL; i++)
    {
      const char *value = _pm_node_get_attribute (node, single[i]);

      if (value != NULL && (looks_like_picture (value) || i < 3))
        address = _pm_address_resolve (base, value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets) && address == NULL; i++)
    {
      const char *value = _pm_node_get_attribute (node, sets[i]);

      if (value != NULL)
        address = choose_from_srcset (value, base);
    }
  return address;
}

static char *
try_picture_sources (const PmNode *image, const char *base)
{
  char *address = NULL;

  if (image->parent == NULL || image->parent->tag != GUMBO_TAG_UNKNOWN)
    return NULL;
  for (const PmNode *node = image->parent->first; node != NULL && address == NULL;
       node = node->next)
    if (node->tag == GUMBO_TAG_SOURCE)
      address = try_lazy (node, base);
  return address;
}

/* A part of the saved page by its Content-ID (RFC 2392), or a picture by its digest. */
static char *
try_name (const PmNode *image)
{
  const char *source = _pm_node_get_attribute (image, "src");

  if (source == NULL || strlen (source) > MAX_NAME ||
      !(g_str_has_prefix (source, "cid:") || g_str_has_prefix (source, PM_DATA_IMAGE_PREFIX)))
    return NULL;
  return g_strdup (source);
}

char *
_pm_image_dup_address (const PmNode *image, const char *base)
{
  gboolean enclosed = (image->flags & PM_NODE_ENCLOSED) != 0;
  char *address;

  if (is_tiny (image))
    return NULL;
  address = enclosed ? try_name (image) : try_lazy (image, base);
  if (address == NULL)
    address = _pm_address_resolve (base, _pm_node_get_attribute (image, "src"));
  if (address == NULL)
    address = try_picture_sources (image, base);
  return address != NULL ? address : try_name (image);
}

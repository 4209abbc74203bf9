/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-image-private.h"

#include <string.h>

#include "pm-address-private.h"
#include "pm-data-images-private.h"

/* Smaller in either direction is a counting pixel or a spacer. */
#define MIN_SIDE 3
/* Not larger in both is an icon. */
#define MAX_ICON 32
/* Of the sizes offered, the smallest that fills a reader's column on a dense screen. */
#define GOOD_WIDTH 1200
/* Narrower is what is shown until the picture has come. */
#define MIN_WIDTH 300
#define MAX_NAME 260

/* Returns: the number before @at's end or "px"; -1 for none, and for other units. */
static int
parse_pixels (const char *at)
{
  char *end;
  guint64 pixels;

  if (!g_ascii_isdigit (*at))
    return -1;
  pixels = g_ascii_strtoull (at, &end, 10);
  end += strspn (end, "0123456789.");
  if (*end != '\0' && strchr (" ;", *end) == NULL && !g_str_has_prefix (end, "px"))
    return -1;
  return MIN (pixels, G_MAXINT);
}

/* What @image says of its @side, "width" or "height"; -1 when it does not. */
static int
get_side (const PmNode *image, const char *side)
{
  const char *value = _pm_node_get_attribute (image, side);
  const char *style = _pm_node_get_attribute (image, "style");
  const char *at = style != NULL ? strstr (style, side) : NULL;
  int pixels = value != NULL ? parse_pixels (value) : -1;

  if (pixels >= 0 || at == NULL || (at > style && at[-1] == '-'))
    return pixels;
  at += strlen (side);
  at += strspn (at, " ");
  return *at == ':' ? parse_pixels (at + 1 + strspn (at + 1, " ")) : -1;
}

static gboolean
is_tiny (const PmNode *image)
{
  int width = get_side (image, "width");
  int height = get_side (image, "height");

  if ((width >= 0 && width < MIN_SIDE) || (height >= 0 && height < MIN_SIDE))
    return TRUE;
  return width >= 0 && height >= 0 && MAX (width, height) <= MAX_ICON;
}

/* A page's script would still fill in the size of "/{width}/a.jpg". */
static char *
resolve (const char *base, const char *reference)
{
  if (reference == NULL || strchr (reference, '{') != NULL)
    return NULL;
  return _pm_address_resolve (base, reference);
}

static gboolean
is_better (double width, double best)
{
  return best < GOOD_WIDTH ? width > best : width >= GOOD_WIDTH && width < best;
}

/* An address may hold commas: a candidate is an address up to white space, then a descriptor up to
 * a comma. (HTML, "parse a srcset attribute") @best_width: 0 when no candidate says its width. */
static char *
choose_from_srcset (const char *srcset, const char *base, double *best_width)
{
  g_autofree char *best = NULL;

  *best_width = 0;
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
      resolved = resolve (base, address);
      if (resolved != NULL && (best == NULL || is_better (width, *best_width)))
        {
          g_free (best);
          best = g_steal_pointer (&resolved);
          *best_width = width;
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
try_sets (const PmNode *node, const char *base, double *width)
{
  static const char *const names[] = { "data-srcset", "data-lazy-srcset", "srcset" };
  char *address = NULL;

  *width = 0;
  for (guint i = 0; i < G_N_ELEMENTS (names) && address == NULL; i++)
    {
      const char *value = _pm_node_get_attribute (node, names[i]);

      if (value != NULL)
        address = choose_from_srcset (value, base, width);
    }
  return address;
}

static char *
try_lazy (const PmNode *node, const char *base)
{
  static const char *const names[] = { "data-src",       "data-lazy-src",  "data-original",
                                       "data-actualsrc", "data-src-full",  "data-image-src",
                                       "data-url",       "data-hi-res-src" };
  char *address = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && address == NULL; i++)
    {
      const char *value = _pm_node_get_attribute (node, names[i]);

      if (value != NULL && (looks_like_picture (value) || i < 3))
        address = resolve (base, value);
    }
  return address;
}

/* What every program shows comes first, what few do last. */
static int
rank_type (const PmNode *source)
{
  const char *type = _pm_node_get_attribute (source, "type");

  if (type == NULL)
    return 3;
  return strstr (type, "avif") != NULL || strstr (type, "jxl") != NULL ? 1
         : strstr (type, "webp") != NULL                               ? 2
                                                                       : 3;
}

/* Of the <source>s beside @image, which are other types, and for other screens.
 * @only_wide: leave out those that do not say their width. */
static char *
try_picture_sources (const PmNode *image, const char *base, gboolean only_wide)
{
  g_autofree char *best = NULL;
  int best_rank = 0;

  if (image->parent == NULL || image->parent->tag != GUMBO_TAG_UNKNOWN)
    return NULL;
  for (const PmNode *node = image->parent->first; node != NULL; node = node->next)
    {
      const char *media = _pm_node_get_attribute (node, "media");
      g_autofree char *address = NULL;
      double width;

      if (node->tag != GUMBO_TAG_SOURCE || rank_type (node) <= best_rank ||
          (only_wide && media != NULL && strstr (media, "max-width") != NULL))
        continue;
      address = try_sets (node, base, &width);
      if (address == NULL || (only_wide && width < MIN_WIDTH))
        continue;
      g_free (best);
      best = g_steal_pointer (&address);
      best_rank = rank_type (node);
    }
  return g_steal_pointer (&best);
}

gboolean
_pm_image_is_custom (const PmNode *node)
{
  const char *src = _pm_node_get_attribute (node, "src");

  return node->tag == GUMBO_TAG_UNKNOWN && node->length == 0 && src != NULL &&
         looks_like_picture (src);
}

/* The picture that lies behind a transparent one. */
static char *
try_background (const PmNode *image)
{
  const char *style = _pm_node_get_attribute (image, "style");
  const char *at = style != NULL ? strstr (style, "url(" PM_DATA_IMAGE_PREFIX) : NULL;

  if (at == NULL)
    return NULL;
  at += strlen ("url(");
  return g_strndup (at, MIN (strcspn (at, ")"), MAX_NAME));
}

/* A part of the saved page by its Content-ID (RFC 2392), or a picture by its digest. */
static char *
try_name (const PmNode *image)
{
  const char *source = _pm_node_get_attribute (image, "src");

  if (source != NULL && strlen (source) <= MAX_NAME &&
      (g_str_has_prefix (source, "cid:") || g_str_has_prefix (source, PM_DATA_IMAGE_PREFIX)))
    return g_strdup (source);
  return try_background (image);
}

/* What a page offers for any kind of screen, the best for a reader's. */
static char *
choose_address (const PmNode *image, const char *base)
{
  double width;
  g_autofree char *from_set = try_sets (image, base, &width);
  char *address;

  if (from_set != NULL && width >= MIN_WIDTH)
    return g_steal_pointer (&from_set);
  address = try_lazy (image, base);
  if (address == NULL)
    address = try_picture_sources (image, base, TRUE);
  if (address == NULL)
    address = g_steal_pointer (&from_set);
  if (address == NULL)
    address = resolve (base, _pm_node_get_attribute (image, "src"));
  if (address == NULL)
    address = try_picture_sources (image, base, FALSE);
  return address;
}

char *
_pm_image_dup_address (const PmNode *image, const char *base)
{
  char *address = NULL;

  if (is_tiny (image))
    return NULL;
  /* What came with the page is what was seen. */
  if (image->flags & PM_NODE_ENCLOSED)
    {
      address = try_name (image);
      return address != NULL ? address : resolve (base, _pm_node_get_attribute (image, "src"));
    }
  address = choose_address (image, base);
  return address != NULL ? address : try_name (image);
}

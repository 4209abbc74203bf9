/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-offset-map.h"

/* Every so many bytes the number of characters before is noted; what lies between is counted when
 * asked. */
#define STRIDE 256

struct _PmOffsetMap
{
  const char *text;
  gsize length;
  gsize n_chars;
  GArray *checkpoints; /* (element-type gsize): characters that start before byte i * STRIDE */
};

static inline gboolean
starts_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

PmOffsetMap *
pm_offset_map_new (const char *text, gsize length)
{
  PmOffsetMap *self = g_new0 (PmOffsetMap, 1);
  gsize chars = 0;

  self->text = text;
  self->length = length;
  self->checkpoints = g_array_sized_new (FALSE, FALSE, sizeof (gsize), length / STRIDE + 1);
  for (gsize i = 0; i < length; i++)
    {
      if (i % STRIDE == 0)
        g_array_append_val (self->checkpoints, chars);
      chars += starts_character (text[i]);
    }
  if (self->checkpoints->len == 0)
    g_array_append_val (self->checkpoints, chars);
  self->n_chars = chars;
  return self;
}

void
pm_offset_map_free (PmOffsetMap *self)
{
  g_array_unref (self->checkpoints);
  g_free (self);
}

gsize
pm_offset_map_to_chars (PmOffsetMap *self, gsize byte)
{
  gsize chars;

  if (byte >= self->length)
    return self->n_chars;
  while (byte > 0 && !starts_character (self->text[byte]))
    byte--;
  chars = g_array_index (self->checkpoints, gsize, byte / STRIDE);
  for (gsize i = byte / STRIDE * STRIDE; i < byte; i++)
    chars += starts_character (self->text[i]);
  return chars;
}

/* The last checkpoint at or before character @chars. */
static gsize
find_checkpoint (PmOffsetMap *self, gsize chars)
{
  gsize low = 0;
  gsize high = self->checkpoints->len;

  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (g_array_index (self->checkpoints, gsize, middle) <= chars)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gsize
pm_offset_map_to_bytes (PmOffsetMap *self, gsize chars)
{
  gsize checkpoint;
  gsize seen;
  gsize i;

  if (chars >= self->n_chars)
    return self->length;
  checkpoint = find_checkpoint (self, chars);
  seen = g_array_index (self->checkpoints, gsize, checkpoint);
  for (i = checkpoint * STRIDE; i < self->length; i++)
    {
      if (!starts_character (self->text[i]))
        continue;
      if (seen == chars)
        break;
      seen++;
    }
  return i;
}

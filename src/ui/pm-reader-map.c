/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-map.h"

#include "pm-offset-map.h"

/* Characters throughout: of the document and of the view. */
typedef struct
{
  guint document;
  guint view;
  guint length;
} Stretch;

struct _PmReaderMap
{
  PmOffsetMap *chars;
  GArray *stretches; /* (element-type Stretch): rising in both */
};

PmReaderMap *
pm_reader_map_new (const char *text, gsize length)
{
  PmReaderMap *self = g_new0 (PmReaderMap, 1);

  self->chars = pm_offset_map_new (text, length);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return self;
}

void
pm_reader_map_free (PmReaderMap *self)
{
  pm_offset_map_free (self->chars);
  g_array_unref (self->stretches);
  g_free (self);
}

guint
pm_reader_map_add (PmReaderMap *self, PmSpan span, guint offset)
{
  Stretch stretch = { pm_offset_map_to_chars (self->chars, span.start), offset, 0 };

  stretch.length = pm_offset_map_to_chars (self->chars, span.end) - stretch.document;
  g_array_append_val (self->stretches, stretch);
  return stretch.length;
}

/* The last stretch that starts at or before @at; counted in the view when @in_view, else in the
 * document. Returns: -1 when @at is before all of them. */
static int
find_stretch (PmReaderMap *self, guint at, gboolean in_view)
{
  guint low = 0;
  guint high = self->stretches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, middle);

      if ((in_view ? stretch->view : stretch->document) <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

guint
pm_reader_map_to_offset (PmReaderMap *self, gsize at, PmEdge edge)
{
  guint character = pm_offset_map_to_chars (self->chars, at);
  int i = find_stretch (self, character, FALSE);
  const Stretch *stretch = &g_array_index (self->stretches, Stretch, MAX (i, 0));

  if (self->stretches->len == 0)
    return 0;
  if (i < 0)
    return edge == PM_EDGE_START ? stretch->view : 0;
  /* What ends where a stretch begins without a gap ends before the reader's words between them. */
  if (edge == PM_EDGE_END && i > 0 && character == stretch->document &&
      stretch[-1].document + stretch[-1].length == character)
    return stretch[-1].view + stretch[-1].length;
  if (character - stretch->document <= stretch->length)
    return stretch->view + (character - stretch->document);
  if (edge == PM_EDGE_START && i + 1 < (int) self->stretches->len)
    return stretch[1].view;
  return stretch->view + stretch->length;
}

gsize
pm_reader_map_to_byte (PmReaderMap *self, guint offset, PmEdge edge)
{
  int i = find_stretch (self, offset, TRUE);
  const Stretch *stretch = &g_array_index (self->stretches, Stretch, MAX (i, 0));
  guint character = 0;

  if (self->stretches->len == 0)
    return 0;
  if (i < 0)
    character = edge == PM_EDGE_START ? stretch->document : 0;
  else if (offset - stretch->view <= stretch->length)
    character = stretch->document + (offset - stretch->view);
  else if (edge == PM_EDGE_START && i + 1 < (int) self->stretches->len)
    character = stretch[1].document;
  else
    character = stretch->document + stretch->length;
  return pm_offset_map_to_bytes (self->chars, character);
}

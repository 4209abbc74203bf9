/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-table.h"

#include <string.h>

#define MAX_COLUMNS 64
#define MAX_ROWS 400 /* that are measured: those beyond seldom have the longest cell */
#define MAX_CELL 200 /* characters that are measured */

typedef struct
{
  int width; /* in pixels, of the widest cell measured */
  int chars; /* of the longest cell measured */
} Column;

static void
measure_cell (PangoLayout *layout, Column *column, const char *start, const char *end)
{
  int chars = MIN (g_utf8_strlen (start, end - start), MAX_CELL);
  int width;

  /* A cell with far fewer characters is not the widest one: not worth shaping. */
  if (chars == 0 || chars * 4 < column->chars * 3)
    return;
  pango_layout_set_text (layout, start, g_utf8_offset_to_pointer (start, chars) - start);
  pango_layout_get_pixel_size (layout, &width, NULL);
  column->width = MAX (column->width, width);
  column->chars = MAX (column->chars, chars);
}

static guint
measure_columns (PangoLayout *layout, const char *text, GArray *rows, Column columns[MAX_COLUMNS])
{
  guint n_columns = 0;

  for (guint i = 0; i < MIN (rows->len, MAX_ROWS); i++)
    {
      PmSpan row = g_array_index (rows, PmSpan, i);
      const char *at = text + row.start;
      const char *end = text + row.end;

      for (guint column = 0; column < MAX_COLUMNS; column++)
        {
          const char *stop = memchr (at, '\t', end - at);

          measure_cell (layout, &columns[column], at, stop != NULL ? stop : end);
          n_columns = MAX (n_columns, column + 1);
          if (stop == NULL)
            break;
          at = stop + 1;
        }
    }
  return n_columns;
}

static PangoLayout *
make_layout (PangoContext *context, GtkTextTag *tag)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (context));
  g_autofree char *family = NULL;
  double scale;

  g_object_get (tag, "family", &family, "scale", &scale, NULL);
  if (family != NULL)
    pango_font_description_set_family (font, family);
  /* As wide as the bold cells of the head. */
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * scale);
  else
    pango_font_description_set_size (font, pango_font_description_get_size (font) * scale);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_font_description_free (font);
  return layout;
}

PangoTabArray *
pm_reader_table_make_tabs (PangoContext *context,
                           PmReaderTags *tags,
                           const char *text,
                           GArray *rows,
                           int width)
{
  g_autoptr (PangoLayout) layout = make_layout (context,
                                                pm_reader_tags_get (tags, PM_LOOK_TABLE_HEAD));
  Column columns[MAX_COLUMNS] = { 0 };
  guint n_columns = measure_columns (layout, text, rows, columns);
  int gap = 24;
  int total = 0;
  int at = 0;
  PangoTabArray *tabs = pango_tab_array_new (MAX (1, n_columns - 1), TRUE);

  for (guint i = 0; i < n_columns; i++)
    total += columns[i].width + gap;
  for (guint i = 0; i + 1 < n_columns; i++)
    {
      int column = columns[i].width + gap;

      at += total > width && width > 0 ? MAX (gap, (gint64) column * width / total) : column;
      pango_tab_array_set_tab (tabs, i, PANGO_TAB_LEFT, at);
    }
  return tabs;
}

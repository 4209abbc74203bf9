/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-ground.h"

/* What all of it needs. */
typedef struct
{
  GtkTextView *view;
  PmReaderBuffer *article;
  const PmReaderStyle *style;
  int column;
} Ground;

static gboolean
has_look (Ground *self, const GtkTextIter *iter, PmLook look)
{
  return gtk_text_iter_has_tag (iter, pm_reader_buffer_get_tag (self->article, look));
}

static void
draw_box (GtkSnapshot *snapshot, int x, int y, int width, int height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_rounded_box (GtkSnapshot *snapshot, int x, int y, int width, int height, const GdkRGBA *color)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, y, width, height), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  draw_box (snapshot, x, y, width, height, color);
  gtk_snapshot_pop (snapshot);
}

/* Whether the line that starts at @iter runs from the right, where its first character then is. */
static gboolean
is_rtl (Ground *self, const GtkTextIter *iter)
{
  GtkTextView *view = self->view;
  GdkRectangle place;

  gtk_text_view_get_iter_location (view, iter, &place);
  return place.x > gtk_text_view_get_left_margin (view) + self->column / 2;
}

/* What stands behind the line that starts at @iter, between @y and @y + @height. */
static void
draw_line_ground (Ground *self, GtkSnapshot *snapshot, const GtkTextIter *iter, int y, int height)
{
  int left = gtk_text_view_get_left_margin (self->view);
  int gap = pm_reader_style_get_gap (self->style);
  int em = self->style->em;
  float ink = self->style->dark ? 1 : 0;
  GdkRGBA faint = { ink, ink, ink, 0.05 };
  GdkRGBA line = { ink, ink, ink, 0.15 };

  if (has_look (self, iter, PM_LOOK_CODE_BLOCK))
    draw_rounded_box (snapshot, left, y, self->column, height - gap, &faint);
  else if (has_look (self, iter, PM_LOOK_QUOTE_1) || has_look (self, iter, PM_LOOK_QUOTE_2))
    {
      int level = has_look (self, iter, PM_LOOK_QUOTE_2) ? 2 : 1;
      int indent = pm_reader_style_get_indent (self->style, level) - em;
      gboolean goes_on = !has_look (self, iter, PM_LOOK_GROUP_END);

      draw_box (snapshot, is_rtl (self, iter) ? left + self->column - indent - 3 : left + indent, y,
                3, height - (goes_on ? 0 : gap), &line);
    }
  else if (has_look (self, iter, PM_LOOK_RULE))
    draw_box (snapshot, left + self->column / 3, y + em / 2, self->column / 3, 1, &line);
  else if (has_look (self, iter, PM_LOOK_TABLE_HEAD) || has_look (self, iter, PM_LOOK_TABLE_ROW))
    {
      gboolean last = has_look (self, iter, PM_LOOK_GROUP_END);

      draw_box (snapshot, left, y + height - (last ? gap - em / 4 : 1), self->column, 1, &line);
    }
}

/* The line under a stretch that stands on one line of the screen. */
static void
draw_underline (Ground *self,
                GtkSnapshot *snapshot,
                const GtkTextIter *start,
                const GtkTextIter *end,
                const GdkRGBA *color)
{
  GdkRectangle from;
  GdkRectangle to;

  gtk_text_view_get_iter_location (self->view, start, &from);
  gtk_text_view_get_iter_location (self->view, end, &to);
  draw_box (snapshot, MIN (from.x, to.x), from.y + from.height - 1, ABS (to.x - from.x),
            MAX (2, self->style->em / 8), color);
}

/* Heavier than a font's own underline, which would be taken for a link's. */
static void
draw_marked (Ground *self, GtkSnapshot *snapshot, const GdkRectangle *visible)
{
  GtkTextView *view = self->view;
  GtkTextTag *tag = pm_reader_buffer_get_tag (self->article, PM_LOOK_MARKED);
  GtkTextIter start;
  GtkTextIter last;
  GdkRGBA color;

  pm_reader_get_accent (self->style->dark, &color);
  gtk_text_view_get_line_at_y (view, &start, visible->y, NULL);
  gtk_text_view_get_line_at_y (view, &last, visible->y + visible->height, NULL);
  gtk_text_iter_forward_line (&last);
  while (gtk_text_iter_compare (&start, &last) < 0)
    {
      GtkTextIter end = start;
      GtkTextIter line_end;

      if (!gtk_text_iter_has_tag (&start, tag))
        {
          if (!gtk_text_iter_forward_to_tag_toggle (&start, tag))
            break;
          continue;
        }
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      line_end = start;
      gtk_text_view_forward_display_line_end (view, &line_end);
      if (gtk_text_iter_compare (&line_end, &start) > 0 &&
          gtk_text_iter_compare (&line_end, &end) < 0)
        end = line_end;
      draw_underline (self, snapshot, &start, &end, &color);
      start = end;
      if (gtk_text_iter_has_tag (&start, tag) && !gtk_text_iter_forward_char (&start))
        break;
    }
}

void
pm_reader_ground_draw (GtkTextView *view,
                       PmReaderBuffer *article,
                       const PmReaderStyle *style,
                       int column,
                       GtkSnapshot *snapshot)
{
  Ground self = { view, article, style, column };
  GdkRectangle visible;
  GtkTextIter iter;
  int y;
  int height;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      draw_line_ground (&self, snapshot, &iter, y, height);
    }
  while (y + height < visible.y + visible.height && gtk_text_iter_forward_line (&iter));
  draw_marked (&self, snapshot, &visible);
}

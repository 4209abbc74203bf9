/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-private.h"

#define DELAY_MS 120 /* heights become known bit by bit: one look at them is enough */
#define TIP_CHARS 80

/* How far down the article @at stands, 0–1, as far as its heights are known. */
static double
get_position (PmReader *self, gsize at)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkTextIter iter;
  int y;
  int height;
  int chars;

  pm_reader_buffer_get_iter (_pm_reader_get_article (self), at, PM_EDGE_START, &iter);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  chars = MAX (1, gtk_text_iter_get_chars_in_line (&iter));
  y += gtk_text_view_get_top_margin (view) +
       (gint64) height * gtk_text_iter_get_line_offset (&iter) / chars;
  return y / MAX (1, gtk_adjustment_get_upper (adjustment));
}

void
_pm_reader_fill_strip (PmReader *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color;

  pm_marker_strip_clear (self->strip);
  if (_pm_reader_get_article (self) == NULL)
    return;
  for (guint i = 0; i < self->highlights->len; i++)
    {
      const PmHighlight *highlight = self->highlights->pdata[i];

      if (highlight->orphan)
        continue;
      pm_color_get_tick (highlight->color, &color);
      pm_marker_strip_add (self->strip, get_position (self, highlight->span.start), &color,
                           highlight->span);
    }
  pm_reader_get_accent (dark, &color);
  for (guint i = 0; i < self->marked->len; i++)
    {
      PmSpan span = g_array_index (self->marked, PmSpan, i);

      pm_marker_strip_add (self->strip, get_position (self, span.start), &color, span);
    }
}

static void
fill_strip_cb (gpointer data)
{
  PmReader *self = data;

  self->strip_source = 0;
  _pm_reader_fill_strip (self);
}

void
_pm_reader_queue_strip (PmReader *self)
{
  if (self->strip_source == 0)
    self->strip_source = g_timeout_add_once (DELAY_MS, fill_strip_cb, self);
}

void
_pm_reader_tick_cb (PmReader *self, guint64 start, guint64 end)
{
  pm_reader_go_to (self, (PmSpan){ start, end });
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

gboolean
_pm_reader_tooltip_cb (PmReader *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  g_autofree char *words = NULL;
  g_autofree char *tip = NULL;
  PmSpan span;

  if (article == NULL || keyboard || !pm_marker_strip_find (self->strip, y, &span))
    return FALSE;
  words = pm_document_dup_span (pm_reader_buffer_get_document (article), span);
  if (words == NULL)
    return FALSE;
  g_strdelimit (words, "\n\t", ' ');
  if (g_utf8_strlen (words, -1) > TIP_CHARS)
    {
      g_autofree char *start = g_utf8_substring (words, 0, TIP_CHARS);

      tip = g_strconcat (start, "…", NULL);
    }
  gtk_tooltip_set_text (tooltip, tip != NULL ? tip : words);
  return TRUE;
}

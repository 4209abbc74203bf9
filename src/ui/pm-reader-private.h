/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-find-bar.h"
#include "pm-highlight-popover.h"
#include "pm-marker-strip.h"
#include "pm-reader-view.h"
#include "pm-reader.h"

/* What the files of the reader share: pm-reader.c shows, -actions.c authors, -pointer.c points,
 * -find.c finds, -strip.c fills the strip beside the scrollbar. */

struct _PmReader
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *state;
  PmFindBar *find_bar;
  GtkWidget *notice_bar;
  GtkLabel *notice;
  GtkScrolledWindow *scroller;
  PmReaderView *view;
  PmMarkerStrip *strip;

  PmNotebook *notebook;
  PmRecord *record;
  GSettings *settings;

  GPtrArray *highlights; /* (element-type PmHighlight): those drawn, by their start */
  GArray *marked;        /* (element-type PmSpan): pm_reader_mark() */
  GPtrArray *images;     /* (element-type PmReaderImage): borrowed from the view */
  GSignalGroup *buffer_signals;
  guint strip_source;
  AdwAnimation *flash;
  guint flash_source;

  GtkWidget *popover; /* for the selection or a highlight */
  guint popover_source;
  GtkWidget *editor; /* (nullable): of a tag or note, while it is open */
  GtkWidget *menu;   /* (nullable): of a link or of the text */
  PmColor color;     /* last used */

  PmSpan hovered;  /* the link under the pointer */
  GArray *matches; /* (element-type PmSpan): of the find bar */
  guint match;     /* the current one */
};

/* --- pm-reader.c --- */

/* Returns: (nullable): %NULL when no text is shown. */
PmReaderBuffer *_pm_reader_get_article (PmReader *self);
/* The byte at the cursor. */
gsize _pm_reader_get_cursor (PmReader *self);
void _pm_reader_toast (PmReader *self, const char *sentence);
/* Draws self->highlights, in the text and on the strip. */
void _pm_reader_draw_highlights (PmReader *self);
/* Where the words of @span end, or the last line of them that is in view, in the reader's
 * coordinates: to put a popover there. */
void _pm_reader_get_rect (PmReader *self, PmSpan span, GdkRectangle *rect);

/* --- pm-reader-actions.c --- */

void _pm_reader_install_actions (GtkWidgetClass *klass);
void _pm_reader_update_actions (PmReader *self);
/* Returns: (nullable) (transfer none): the highlight that the actions are about: the one whose
 * words are selected, or the smallest at the cursor. */
PmHighlight *_pm_reader_find_target (PmReader *self);
void _pm_reader_close_editor (PmReader *self);

/* --- pm-reader-pointer.c --- */

void _pm_reader_install_pointer (PmReader *self);
void _pm_reader_released_cb (PmReader *self, double x, double y, gboolean moved, guint modifiers);
/* Shows the popover for the selection or the highlight at the cursor; nothing when there is none.
 */
void _pm_reader_show_popover (PmReader *self);
void _pm_reader_hide_popover (PmReader *self);
/* Takes a popover that was closed out of the reader, after all who wait for its "closed", and the
 * action of a menu's item, which comes later still. */
void _pm_reader_drop_popover (GtkWidget *popover);
/* By the keyboard: the popover or, on a link, its menu. */
void _pm_reader_show_menu (PmReader *self);

/* --- pm-reader-strip.c
 * ---------------------------------------------------------------------------- */

void _pm_reader_fill_strip (PmReader *self);
/* Soon, and once, when the heights of the text change. */
void _pm_reader_queue_strip (PmReader *self);
void _pm_reader_tick_cb (PmReader *self, guint64 start, guint64 end);
gboolean
_pm_reader_tooltip_cb (PmReader *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* --- pm-reader-find.c --- */

void _pm_reader_find (PmReader *self);
void _pm_reader_search_cb (PmReader *self, const char *words);
void _pm_reader_step_cb (PmReader *self, int by);
void _pm_reader_find_closed_cb (PmReader *self);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pm-document.h"
#include "pm-highlight.h"

G_BEGIN_DECLS

/* The looks of an article: one text tag for each kind of mark, for each set of highlight colours
 * that can lie on one another, and for what the reader itself points at. Sizes follow the font of
 * the text, colours the light or dark scheme.
 *
 * Invariant of all who apply them: a tag never covers a line's final line feed, or GTK 4.8 draws
 * the next paragraph with it. */
typedef struct _PmReaderTags PmReaderTags;

typedef enum
{
  PM_LOOK_OUTLET, /* the line above the title */
  PM_LOOK_TITLE,
  PM_LOOK_BYLINE, /* the line below it */
  PM_LOOK_HEADING_2,
  PM_LOOK_HEADING_3,
  PM_LOOK_HEADING_4,
  PM_LOOK_LIST_1,
  PM_LOOK_LIST_2,
  PM_LOOK_LIST_3,
  PM_LOOK_ITEM_1, /* a paragraph that goes on with a list's item */
  PM_LOOK_ITEM_2,
  PM_LOOK_ITEM_3,
  PM_LOOK_QUOTE_1,
  PM_LOOK_QUOTE_2,
  PM_LOOK_CODE_BLOCK,
  PM_LOOK_TABLE_ROW,
  PM_LOOK_TABLE_HEAD,
  PM_LOOK_LABEL, /* the name of a cell's column, before the cell */
  PM_LOOK_TERM,
  PM_LOOK_DEFINITION,
  PM_LOOK_CAPTION,
  PM_LOOK_IMAGE,
  PM_LOOK_RULE,
  PM_LOOK_UNDER_HEADING, /* over a heading that follows another */
  PM_LOOK_WIDE_ROW,      /* over a table's row that takes more than one line */
  PM_LOOK_GROUP_END,     /* over a list's last item, a table's last row, the last of a quotation, an
                            image without caption: the gap of a paragraph */

  PM_LOOK_STRONG,
  PM_LOOK_EMPHASIS,
  PM_LOOK_CODE,
  PM_LOOK_SUPERSCRIPT,
  PM_LOOK_SUBSCRIPT,
  PM_LOOK_LINK,

  PM_LOOK_LINK_HOVER,
  PM_LOOK_MARKED, /* pm_reader_mark(): the view underlines it */
  PM_LOOK_MATCH,  /* of the find bar */
  PM_LOOK_MATCH_CURRENT,
  PM_LOOK_NUDGE, /* looks like nothing, but has the view measure what it is put on */
  PM_LOOK_FLASH, /* its background is set by whom animates it */
  PM_N_LOOKS
} PmLook;

/* What the looks are made from. Lengths in pixels. */
typedef struct
{
  int em;          /* size of the text's font */
  int leading;     /* between the lines of a paragraph */
  char *ui_family; /* for title, outlet and byline */
  gboolean dark;
  gboolean contrast;
} PmReaderStyle;

PmReaderTags *pm_reader_tags_new (void);
void pm_reader_tags_free (PmReaderTags *self);
void pm_reader_tags_set_style (PmReaderTags *self, const PmReaderStyle *style);

/* Returns: (transfer none) */
GtkTextTagTable *pm_reader_tags_get_table (PmReaderTags *self);
GtkTextTag *pm_reader_tags_get (PmReaderTags *self, PmLook look);
/* Where highlights of all the colours in @colors (bits 1 << PmColor) lie on one another; @deep: at
 * least two of one colour. @colors must not be 0. */
GtkTextTag *pm_reader_tags_get_highlight (PmReaderTags *self, guint colors, gboolean deep);
/* Returns: (transfer full): a tag of this table for one table's tab stops. */
GtkTextTag *pm_reader_tags_add_tabs (PmReaderTags *self);

/* The space a list item or a quote of @level is moved in by, in pixels. */
int pm_reader_style_get_indent (const PmReaderStyle *style, int level);
/* The space below a paragraph. */
int pm_reader_style_get_gap (const PmReaderStyle *style);

/* The colour that marks text. */
void pm_color_get_ink (PmColor color, gboolean dark, GdkRGBA *rgba);
/* The same hue for a small tick or bar, alike in light and dark. */
void pm_color_get_tick (PmColor color, GdkRGBA *rgba);
/* The platform's accent: what is selected, linked, pointed at. */
void pm_reader_get_accent (gboolean dark, GdkRGBA *rgba);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmReaderTags, pm_reader_tags_free)

G_END_DECLS

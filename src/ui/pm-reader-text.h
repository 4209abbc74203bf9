/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-reader-map.h"
#include "pm-reader-tags.h"
#include "pm-record.h"

G_BEGIN_DECLS

/* A look over a stretch of the view's text, in characters. May cover line feeds within it. */
typedef struct
{
  PmLook look;
  guint start;
  guint end;
} PmReaderRun;

/* One table: its rows stand on lines of their own, their cells parted by tabs. */
typedef struct
{
  guint start; /* of its first row, in characters of the view */
  guint end;
  GArray *rows; /* (element-type PmSpan): of the document */
} PmReaderTable;

/* A document as the reader will show it: the text of the view, what looks how, and where the
 * document's bytes are in it. A pure function of its two inputs. What the reader adds (outlet,
 * byline, bullets) stands between the stretches of the map.
 *
 * A line break inside a block becomes U+2028, so that a block is one line of the view with one
 * space below. So do the tabs of a table whose columns do not fit side by side: each cell stands on
 * a line of its own, behind the name of its column. */
typedef struct
{
  GString *text; /* without the characters of images: each stands for one more, at its offset */
  PmReaderMap *map;
  GArray *runs;      /* (element-type PmReaderRun) */
  GArray *images;    /* (element-type guint): offset of each, rising */
  GPtrArray *marks;  /* (element-type PmMark): of each image; the document's */
  GPtrArray *tables; /* (element-type PmReaderTable) */

  PmDocument *document; /* borrowed */
  gboolean is_wide;     /* the table at hand does not fit */
  PmSpan head;          /* its first row, when that names the columns */
  guint n_labels;       /* names of columns that stand before cells, of all tables */
  guint n_chars;
} PmReaderText;

/* @document is borrowed for the life of the result. @article: for what the document does not say.
 */
PmReaderText *pm_reader_text_new (PmDocument *document, const PmArticle *article);
void pm_reader_text_free (PmReaderText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmReaderText, pm_reader_text_free)

G_END_DECLS

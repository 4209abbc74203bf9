/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* The centre pane: one article as good typography, with its highlights, a find bar and a marker
 * strip beside the scrollbar. Everything the user can do in it is an action of this widget:
 *   article.highlight (s: colour name)   mark the selection, or recolour the highlight at the
 * cursor article.tag, article.note            open the tag or note editor for it, marking the
 * selection first when it is new article.copy-quotation               the words with their
 * citation, to the clipboard article.remove-highlight article.next-highlight,
 * article.previous-highlight article.find A highlight is drawn only once the notebook has
 * acknowledged it. */

#define PM_TYPE_READER (pm_reader_get_type ())
G_DECLARE_FINAL_TYPE (PmReader, pm_reader, PM, READER, AdwBin)

GtkWidget *pm_reader_new (void);
/* @notebook: (nullable) */
void pm_reader_set_notebook (PmReader *self, PmNotebook *notebook);
/* @record: (nullable): shows the empty state when %NULL. The article shown already keeps its place
 * and selection, and is not laid out again when only its highlights differ. */
void pm_reader_set_record (PmReader *self, PmRecord *record);
PmRecord *pm_reader_get_record (PmReader *self);
/* Scrolls @span into view and flashes it. */
void pm_reader_go_to (PmReader *self, PmSpan span);
/* Marks all of @spans, in the text and on the strip, until called again: all places of an entity,
 * all quotes of a speaker. None clears. */
void pm_reader_mark (PmReader *self, const PmSpan *spans, gsize n_spans);
/* The byte of the text at the top of the view, and back to it: lasts across window sizes and fonts.
 */
gsize pm_reader_get_place (PmReader *self);
void pm_reader_set_place (PmReader *self, gsize place);
/* Empty when nothing is selected. */
PmSpan pm_reader_get_selection (PmReader *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a note is written. Closing it, in whatever way, keeps what was written; the notebook's undo
 * takes it back. Signal: "saved" (char *text): once, when it is closed and the text is another.
 * Empty: no note. */
#define PM_TYPE_NOTE_POPOVER (pm_note_popover_get_type ())
G_DECLARE_FINAL_TYPE (PmNotePopover, pm_note_popover, PM, NOTE_POPOVER, GtkPopover)

/* @note: (nullable) */
GtkWidget *pm_note_popover_new (const char *note);
/* For tests and for who fills it by program. */
GtkTextBuffer *pm_note_popover_get_buffer (PmNotePopover *self);

G_END_DECLS

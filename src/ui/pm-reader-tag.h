/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkTextTag whose "foreground" can be read. GTK 4.8 reads that property, write-only in its own
 * tags, when a screen reader asks for the attributes of a text, and crashes. Every tag of the
 * reader is one of these. Its "foreground" is a GdkRGBA. */

#define PM_TYPE_READER_TAG (pm_reader_tag_get_type ())
G_DECLARE_FINAL_TYPE (PmReaderTag, pm_reader_tag, PM, READER_TAG, GtkTextTag)

/* Returns: (transfer full) */
GtkTextTag *pm_reader_tag_new (const char *name);

G_END_DECLS

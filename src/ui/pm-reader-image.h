/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-notebook.h"

G_BEGIN_DECLS

/* One image of an article: the kept picture, or a frame with its alternative text where none is
 * kept. Decoded off the main thread, never larger than it may be shown. */

#define PM_TYPE_READER_IMAGE (pm_reader_image_get_type ())
G_DECLARE_FINAL_TYPE (PmReaderImage, pm_reader_image, PM, READER_IMAGE, AdwBin)

/* @text: (nullable): the alternative text. */
GtkWidget *pm_reader_image_new (const char *text);
/* Looks for @url among the kept images of @article. */
void
pm_reader_image_load (PmReaderImage *self, PmNotebook *notebook, gint64 article, const char *url);
/* The room there is, in pixels. */
void pm_reader_image_set_width (PmReaderImage *self, int width);

G_END_DECLS

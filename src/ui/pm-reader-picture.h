/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Decodes an image from the web, which is hostile: of the types that pages use alone, its size
 * looked at before there are any pixels, large ones made smaller. The first picture of several
 * that move. A drawing is rasterised: nothing in it runs, and nothing outside of it is loaded.
 * May be called from any thread.
 * Returns: (transfer full): or %NULL with %G_IO_ERROR_NOT_SUPPORTED or the decoder's own error. */
GdkTexture *pm_reader_picture_decode (GBytes *bytes, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pictures that a page writes out in their own address, "data:image/png;base64,…", as SingleFile
 * does with all of them. Such an address is too long to be one: the picture's name is made from
 * what it is, "urn:sha256:" and the digest of its bytes in hex. */

#define PM_DATA_IMAGE_PREFIX "urn:sha256:"

typedef void (*PmDataImageFunc) (const char *url, const char *type, GBytes *bytes, gpointer data);

/* Puts names in the place of the pictures in the tags of @markup, and of those that its style
 * sheets keep in a variable, wherever that is used; what is too small to be a picture for readers
 * stays as it is. @markup: without NUL. @func: (nullable): called for each.
 * @length: (inout): in bytes.
 * Returns: (transfer full) (nullable): the shorter markup, or %NULL when there was no picture. */
char *
_pm_data_images_shorten (const char *markup, gsize *length, PmDataImageFunc func, gpointer data);

G_END_DECLS

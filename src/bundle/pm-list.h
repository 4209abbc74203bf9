/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-link.h"

G_BEGIN_DECLS

/* Lists of links that another program wrote or somebody pasted, recognised by what they hold and
 * not by a name: browser bookmarks (and any other page of links), OPML, RSS and Atom, the CSV files
 * of reading lists, their JSON files, and plain text. Text is UTF-8, UTF-16 with a byte order mark,
 * or else Windows-1252. Hostile: at most 64 MiB, 200,000 links, bounded nesting; no entity is
 * expanded and nothing is loaded. Blocking, and safe in any thread. */

/* A link that cannot be captured is in the list with its problem; the same address may occur more
 * than once.
 * Returns: (element-type PmLink) (transfer full): in the order of the list, empty when it holds no
 * link; or %NULL with %PM_BUNDLE_ERROR_NOT_A_LIST or %G_IO_ERROR_CANCELLED. */
GPtrArray *pm_list_read (GBytes *bytes, GCancellable *cancellable, GError **error);

/* One feed and what it says of itself. */
typedef struct
{
  GPtrArray *links;  /* (element-type PmLink): where its entries lead, in its order */
  char *title;       /* (nullable) */
  gint64 ttl;        /* seconds for which it stays as it is; -1 when unsaid */
  gboolean is_whole; /* as far as it was read: no mistake in it, and not cut off */
} PmFeedContent;

/* The first @most entries of the feed at @url, against which its addresses are resolved.
 * Returns: (transfer full): or %NULL with %PM_BUNDLE_ERROR_NOT_A_LIST, also when it is so damaged
 * that there is nothing in it, or %G_IO_ERROR_CANCELLED. */
PmFeedContent *pm_list_read_feed (GBytes *bytes,
                                  const char *url,
                                  guint most,
                                  GCancellable *cancellable,
                                  GError **error);
void pm_feed_content_free (PmFeedContent *self);

/* Whether @bytes can be nothing but a list: what a page, a text or another file may be as well is
 * none. */
gboolean pm_list_recognise (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmFeedContent, pm_feed_content_free)

G_END_DECLS

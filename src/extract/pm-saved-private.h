/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-page.h"
#include "pm-tree-private.h"

G_BEGIN_DECLS

/* A page as someone saved it: by a browser as HTML or MHTML, by SingleFile. Inside lies the page of
 * an address, and that is what is read: with that address, which the saved page names, and with the
 * images that were saved along.
 *
 * Only a file is believed about where it comes from; what a server sent comes from that server. */
typedef struct
{
  PmPage *page;        /* its HTML */
  char *address;       /* (nullable): http or https, where it says it comes from */
  const char *key;     /* (nullable): where it says so: "saved:snapshot-location" */
  GHashTable *images;  /* (nullable) (element-type utf8): the addresses of the images in it */
  gboolean is_in_file; /* it was dropped, not fetched */
} PmSaved;

/* @page: (transfer full) */
PmSaved *_pm_saved_new (PmPage *page, PmPage *outer);
void _pm_saved_free (PmSaved *self);

/* Whether @page was read from a file. */
gboolean _pm_saved_is_file (PmPage *page);

/* Any page, saved or not. Returns: (transfer full): or %NULL with a PmExtractError. */
PmSaved *_pm_saved_open (PmPage *page, GError **error);
/* Finds out where the page comes from, by its @text and @tree, and puts it there; marks the images
 * that came with it in @tree. */
void _pm_saved_place (PmSaved *self, const char *text, PmTree *tree);
/* Gives @document the address that the notebook knows the article by. */
void _pm_saved_name (PmSaved *self, PmDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmSaved, _pm_saved_free)

G_END_DECLS

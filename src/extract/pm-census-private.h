/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-tree-private.h"

G_BEGIN_DECLS

/* What is on a page, counted in one walk: the lines of its text by what they are part of, and the
 * elements that tell a shop, a list or a form from an article. Letters are characters without white
 * space; kept is what is no furniture. */
typedef struct
{
  guint letters;
  guint linked; /* letters in links */
  guint kept;
  guint kept_linked;
  guint prose;      /* kept letters in lines that are no heading, no label and no link */
  guint n_prose;    /* such lines */
  guint items;      /* letters of prose in list items */
  guint together;   /* letters in the most prose that neighbours make, as paragraphs and lists do */
  guint n_ours;     /* words of prose by which a page speaks for whom it belongs to */
  guint n_yours;    /* and by which it speaks to its reader */
  guint n_headings; /* kept lines in headings */

  guint n_buttons;
  guint n_passwords;
  guint n_videos;
  guint n_shop;     /* elements named for selling */
  guint n_consents; /* for consent to cookies */
  guint n_paywalls; /* for what subscribers alone may read */
  gboolean has_comments;

  gboolean is_product; /* by its microdata */
  gboolean is_article;
  const char *og_type;      /* (nullable): in the tree */
  const char *content_tier; /* (nullable): in the tree: "free", "metered", "locked" */
} PmCensus;

/* @tree: with its furniture marked, all that it says being believed. */
void _pm_census_take (PmCensus *self, PmTree *tree);

G_END_DECLS

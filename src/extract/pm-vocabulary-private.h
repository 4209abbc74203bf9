/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the words in an element's class, id and role say about it. Web authors of all languages name
 * the parts of their pages in English, and alike. */
typedef enum
{
  PM_WORD_BODY = 1 << 0,      /* the text of an article: "article-body", "entry-content" */
  PM_WORD_CONTENT = 1 << 1,   /* something good: "article", "main", "story" */
  PM_WORD_FURNITURE = 1 << 2, /* never the article: "related", "newsletter", "share" */
  PM_WORD_DOUBTFUL = 1 << 3, /* furniture when it is short or mostly links: "info", "box", "date" */
  PM_WORD_CAPTION = 1 << 4,
  PM_WORD_BYLINE = 1 << 5, /* who wrote it */
  PM_WORD_COMMENTS = 1 << 6,
  PM_WORD_HIDDEN = 1 << 7,
  PM_WORD_TITLE = 1 << 8,
  PM_WORD_EMBED = 1 << 9,      /* a post of a social network, quoted in an article */
  PM_WORD_SHOP = 1 << 10,      /* something to buy: "price", "add-to-cart" */
  PM_WORD_CONSENT = 1 << 11,   /* consent to cookies */
  PM_WORD_PAYWALL = 1 << 12,   /* in the place of what only subscribers may read */
  PM_WORD_LEAD = 1 << 13,      /* the standfirst between title and text */
  PM_WORD_GALLERY = 1 << 14,   /* a series of pictures, to leaf through */
  PM_WORD_ACCORDION = 1 << 15, /* parts that unfold below their headings */
} PmWords;

/* @names: "articleBody text--large": parted at what is no letter or digit, and where a capital
 * follows a small letter. Returns: what all words and all pairs of neighbours say together. */
guint _pm_vocabulary_look_up (const char *names);

G_END_DECLS

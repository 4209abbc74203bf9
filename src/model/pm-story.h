/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-article.h"

G_BEGIN_DECLS

/* One of several articles that tell the same story: a plain value. */
typedef struct
{
  PmArticle *article;
  char *text;     /* (nullable): only until pm_story_arrange() */
  guint copy;     /* which of the independent texts it has, from 1 */
  gboolean first; /* the earliest with this text */
  guint n_words;
  guint n_new; /* words that stand in no earlier article of the story */
} PmStoryPart;

/* @article: (transfer full). @text: (transfer full) */
PmStoryPart *pm_story_part_new (PmArticle *article, char *text);
void pm_story_part_free (PmStoryPart *self);

/* Puts @parts (element-type PmStoryPart) in the order in which the outlets say they came, those
 * without a date last, by when they were added; numbers their texts, which are the same where
 * @copy is, and counts what is new in each. Returns: how many independent texts there are. */
guint pm_story_arrange (GPtrArray *parts);
/* How many independent texts there are in arranged @parts. */
guint pm_story_count_texts (GPtrArray *parts);
/* "12 articles, 2 independent texts", in the user's language. Returns: (transfer full) */
char *pm_story_dup_count (GPtrArray *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PmStoryPart, pm_story_part_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pm-notebook.h"

G_BEGIN_DECLS

/* One row of the library. Properties, all notifying: "article" (PmArticle, boxed), "progress"
 * (double: 0–1 while it is captured, negative when the size is unknown, 1 otherwise), "busy"
 * (gboolean: a capture is under way). */
#define PM_TYPE_ARTICLE_ITEM (pm_article_item_get_type ())
G_DECLARE_FINAL_TYPE (PmArticleItem, pm_article_item, PM, ARTICLE_ITEM, GObject)

/* Returns: (transfer none): lent until it notifies. */
const PmArticle *pm_article_item_get_article (PmArticleItem *self);
double pm_article_item_get_progress (PmArticleItem *self);
gboolean pm_article_item_get_busy (PmArticleItem *self);

/* The articles of one scope as a GListModel of PmArticleItem that keeps itself true: it reads again
 * after each change, off the main thread, and keeps the item object of an article that stays, so
 * that selections last. Property "loading" (gboolean): until the first answer has come. */
#define PM_TYPE_ARTICLE_LIST (pm_article_list_get_type ())
G_DECLARE_FINAL_TYPE (PmArticleList, pm_article_list, PM, ARTICLE_LIST, GObject)

PmArticleList *pm_article_list_new (PmNotebook *notebook);
/* @label, @search: (nullable). Reads again when anything differs. */
void pm_article_list_set_scope (PmArticleList *self, PmListScope scope, const char *label);
void pm_article_list_set_search (PmArticleList *self, const char *search);
gboolean pm_article_list_get_loading (PmArticleList *self);
/* Returns: its position, or %G_MAXUINT when it is not listed. */
guint pm_article_list_find (PmArticleList *self, gint64 article);

G_END_DECLS

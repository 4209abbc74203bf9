/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-article-list.h"

G_BEGIN_DECLS

/* One article in the library: title, outlet and date, what is marked in it; while it is captured
 * how far that is, and when that failed why, with Retry and Remove. */

#define PM_TYPE_ARTICLE_ROW (pm_article_row_get_type ())
G_DECLARE_FINAL_TYPE (PmArticleRow, pm_article_row, PM, ARTICLE_ROW, AdwBin)

GtkWidget *pm_article_row_new (void);
/* Follows @item until another is set. @item: (nullable) */
void pm_article_row_set_item (PmArticleRow *self, PmArticleItem *item);
/* Returns: (nullable) (transfer none) */
PmArticleItem *pm_article_row_get_item (PmArticleRow *self);

G_END_DECLS

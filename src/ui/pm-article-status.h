/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pm-article.h"

G_BEGIN_DECLS

/* What stands in the reader's place for an article that has no text: it is being downloaded, or
 * could not be. */

#define PM_TYPE_ARTICLE_STATUS (pm_article_status_get_type ())
G_DECLARE_FINAL_TYPE (PmArticleStatus, pm_article_status, PM, ARTICLE_STATUS, AdwBin)

void pm_article_status_show (PmArticleStatus *self, const PmArticle *article);

G_END_DECLS

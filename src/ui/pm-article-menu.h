/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pm-article.h"

G_BEGIN_DECLS

/* What can be done with an article as a whole, by its state: items for the window's actions, each
 * with the article's number as its target. Returns: (transfer full) */
GMenuModel *pm_article_menu_new (const PmArticle *article);

G_END_DECLS

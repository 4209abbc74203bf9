/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What PM_META_NOTICE says of a page whose text is not, or not all of, an article. A code that a
 * newer version wrote is unknown here: it has no sentence and counts as an article's. */

#define PM_NOTICE_PAYWALLED "paywalled" /* the rest is for subscribers */
#define PM_NOTICE_VIDEO "video"         /* what it is about is shown, not written */
#define PM_NOTICE_INDEX "index"         /* a home page, a list of articles, a shop's shelf */
#define PM_NOTICE_PRODUCT "product"     /* one thing for sale */
#define PM_NOTICE_OTHER "not-article"   /* a service's page, a form, … */
#define PM_NOTICE_LOGIN "login"         /* asks who is there */
#define PM_NOTICE_CONSENT "consent"     /* asks for consent to cookies */
#define PM_NOTICE_ERROR_PAGE                                                                       \
  "error-page" /* not found, not allowed, not a robot: sent as a page                              \
                */

/* Returns: (nullable): one translated sentence for the reader of the text. */
const char *pm_notice_get_sentence (const char *code);
/* Whether a page with this notice is an article all the same. @code: (nullable): no notice. */
gboolean pm_notice_is_article (const char *code);

G_END_DECLS

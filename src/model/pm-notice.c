/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-notice.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  gboolean article;
  const char *sentence;
} notices[] = {
  { PM_NOTICE_PAYWALLED, TRUE,
    N_ ("The whole article is for subscribers only; this may be no more than its beginning.") },
  { PM_NOTICE_VIDEO, TRUE,
    N_ ("This page shows a video; only the words beside it could be kept.") },
  { PM_NOTICE_INDEX, FALSE,
    N_ ("This is a home page or a list of other pages, not an article; what text it has was "
        "kept.") },
  { PM_NOTICE_PRODUCT, FALSE,
    N_ ("This page offers something for sale and is not an article; what text it has was kept.") },
  { PM_NOTICE_OTHER, FALSE,
    N_ ("This page does not seem to be an article; what text it has was kept.") },
  { PM_NOTICE_LOGIN, FALSE, N_ ("The site asked to sign in instead of showing the article.") },
  { PM_NOTICE_CONSENT, FALSE,
    N_ ("The site asked for consent to cookies instead of showing the article.") },
  { PM_NOTICE_ERROR_PAGE, FALSE,
    N_ ("The site sent an error message or a check for robots instead of the article.") },
};

const char *
pm_notice_get_sentence (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    if (g_strcmp0 (code, notices[i].code) == 0)
      return _ (notices[i].sentence);
  return NULL;
}

gboolean
pm_notice_is_article (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    if (g_strcmp0 (code, notices[i].code) == 0)
      return notices[i].article;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-article-status.h"

#include <glib/gi18n-lib.h>

struct _PmArticleStatus
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *spinner;
  GtkWidget *retry;
};

G_DEFINE_FINAL_TYPE (PmArticleStatus, pm_article_status, ADW_TYPE_BIN)

static void
pm_article_status_class_init (PmArticleStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/pressmark/Pressmark/pm-article-status.ui");
  gtk_widget_class_bind_template_child (widget_class, PmArticleStatus, page);
  gtk_widget_class_bind_template_child (widget_class, PmArticleStatus, spinner);
  gtk_widget_class_bind_template_child (widget_class, PmArticleStatus, retry);
}

static void
pm_article_status_init (PmArticleStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pm_article_status_show (PmArticleStatus *self, const PmArticle *article)
{
  gboolean failed = article->state == PM_ARTICLE_FAILED;
  g_autofree char *description = NULL;

  g_return_if_fail (PM_IS_ARTICLE_STATUS (self));

  description = g_markup_escape_text (failed && article->error != NULL ? article->error
                                                                       : article->url,
                                      -1);
  adw_status_page_set_icon_name (self->page, failed ? "dialog-warning-symbolic" : NULL);
  adw_status_page_set_title (self->page, failed ? _ ("Not Downloaded") : _ ("Downloading"));
  adw_status_page_set_description (self->page, description);
  gtk_widget_set_visible (self->spinner, !failed);
  gtk_widget_set_visible (self->retry, failed);
}

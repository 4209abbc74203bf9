/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-article-row.h"

#include <glib/gi18n-lib.h>

#include "pm-date.h"

struct _PmArticleRow
{
  AdwBin parent_instance;

  GSignalGroup *signals;
  PmArticleItem *item;

  GtkLabel *title;
  GtkWidget *unread;
  GtkLabel *snippet;
  GtkWidget *facts;
  GtkLabel *about;
  GtkBox *marks;
  GtkProgressBar *progress;
  GtkWidget *failure;
  GtkLabel *reason;
  GtkActionable *retry;
  GtkActionable *remove;

  guint colors;
  guint n_highlights;
};

G_DEFINE_FINAL_TYPE (PmArticleRow, pm_article_row, ADW_TYPE_BIN)

/* The store marks hits with control characters, which no text of an article contains; everything
 * else is escaped. */
static char *
dup_snippet_markup (const char *snippet)
{
  g_autofree char *escaped = g_markup_escape_text (snippet, -1);
  GString *markup = g_string_new (escaped);

  /* GLib escapes control characters as references. */
  g_string_replace (markup, "&#x2;", "<b>", 0);
  g_string_replace (markup, "&#x3;", "</b>", 0);
  g_string_replace (markup, "\n", " ", 0);
  return g_string_free (markup, FALSE);
}

static char *
dup_outlet (const PmArticle *article)
{
  g_autoptr (GUri) uri = NULL;

  if (article->outlet != NULL && *article->outlet != '\0')
    return g_strdup (article->outlet);
  uri = g_uri_parse (article->url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  return uri != NULL ? g_strdup (g_uri_get_host (uri)) : NULL;
}

static char *
dup_when (PmArticleRow *self, const PmArticle *article)
{
  if (pm_article_item_get_busy (self->item))
    return g_strdup (_ ("downloading"));
  if (article->state == PM_ARTICLE_QUEUED)
    return g_strdup (_ ("waiting"));
  return pm_date_dup_human (article->published, article->added);
}

static char *
dup_about (PmArticleRow *self, const PmArticle *article)
{
  g_autofree char *outlet = dup_outlet (article);
  g_autofree char *when = dup_when (self, article);

  if (outlet == NULL || *outlet == '\0')
    return g_steal_pointer (&when);
  return *when != '\0' ? g_strdup_printf ("%s · %s", outlet, when) : g_steal_pointer (&outlet);
}

static void
add_color_dot (PmArticleRow *self, PmColor color)
{
  GtkWidget *dot = adw_bin_new ();

  gtk_widget_add_css_class (dot, "color-dot");
  gtk_widget_add_css_class (dot, pm_color_to_string (color));
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (self->marks, dot);
}

/* Most rows have no highlights, so the dots are made only for those that do. */
static void
show_marks (PmArticleRow *self, const PmArticle *article)
{
  g_autofree char *count = g_strdup_printf ("%u", article->n_highlights);
  g_autofree char *tooltip = NULL;
  GtkWidget *label, *child;

  gtk_widget_set_visible (GTK_WIDGET (self->marks), article->n_highlights > 0);
  if (self->colors == article->colors && self->n_highlights == article->n_highlights)
    return;
  self->colors = article->colors;
  self->n_highlights = article->n_highlights;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, child);
  if (article->n_highlights == 0)
    return;

  for (PmColor color = 0; color < PM_N_COLORS; color++)
    if (article->colors & (1u << color))
      add_color_dot (self, color);
  label = gtk_label_new (count);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (self->marks, label);
  tooltip = g_strdup_printf (ngettext ("%u highlight", "%u highlights", article->n_highlights),
                             article->n_highlights);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->marks), tooltip);
}

static void
show_article (PmArticleRow *self, const PmArticle *article)
{
  g_autofree char *about = dup_about (self, article);
  gboolean failed = article->state == PM_ARTICLE_FAILED && !pm_article_item_get_busy (self->item);
  GVariant *id = g_variant_new_int64 (article->id);

  gtk_label_set_label (self->title, article->title);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (self->unread, article->unread && article->state == PM_ARTICLE_READY);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet),
                          article->snippet != NULL && *article->snippet != '\0');
  if (article->snippet != NULL)
    {
      g_autofree char *markup = dup_snippet_markup (article->snippet);
      gtk_label_set_markup (self->snippet, markup);
    }
  show_marks (self, article);

  g_variant_ref_sink (id);
  gtk_widget_set_visible (self->facts, !failed && *about != '\0');
  gtk_widget_set_visible (self->failure, failed);
  gtk_actionable_set_action_target_value (self->retry, id);
  gtk_actionable_set_action_target_value (self->remove, id);
  gtk_label_set_label (self->reason, failed && article->error != NULL ? article->error : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason), failed ? article->error : NULL);
  g_variant_unref (id);
}

static void
show_progress (PmArticleRow *self)
{
  double fraction = pm_article_item_get_progress (self->item);
  gboolean busy = pm_article_item_get_busy (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  if (!busy)
    return;
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, MIN (fraction, 1));
}

static void
item_changed_cb (PmArticleRow *self)
{
  const PmArticle *article = pm_article_item_get_article (self->item);

  if (article != NULL)
    show_article (self, article);
  show_progress (self);
}

static void
pm_article_row_dispose (GObject *object)
{
  PmArticleRow *self = PM_ARTICLE_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (pm_article_row_parent_class)->dispose (object);
}

static void
pm_article_row_class_init (PmArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_article_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, title);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, unread);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, about);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, facts);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, marks);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, progress);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, failure);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, reason);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, retry);
  gtk_widget_class_bind_template_child (widget_class, PmArticleRow, remove);
}

static void
pm_article_row_init (PmArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (PM_TYPE_ARTICLE_ITEM);
  g_signal_group_connect_swapped (self->signals, "notify::article", G_CALLBACK (item_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::busy", G_CALLBACK (item_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (show_progress),
                                  self);
}

GtkWidget *
pm_article_row_new (void)
{
  return g_object_new (PM_TYPE_ARTICLE_ROW, NULL);
}

void
pm_article_row_set_item (PmArticleRow *self, PmArticleItem *item)
{
  g_return_if_fail (PM_IS_ARTICLE_ROW (self));

  if (!g_set_object (&self->item, item))
    return;
  g_signal_group_set_target (self->signals, item);
  if (item != NULL)
    item_changed_cb (self);
}

PmArticleItem *
pm_article_row_get_item (PmArticleRow *self)
{
  g_return_val_if_fail (PM_IS_ARTICLE_ROW (self), NULL);
  return self->item;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-citing-row.h"

#include "pm-date.h"

struct _PmCitingRow
{
  PmRow parent_instance;

  gint64 article;

  GtkLabel *title;
  GtkLabel *about;
};

G_DEFINE_FINAL_TYPE (PmCitingRow, pm_citing_row, PM_TYPE_ROW)

static char *
pm_citing_row_dup_key (gconstpointer item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, ((const PmArticle *) item)->id);
}

static void
pm_citing_row_bind (PmRow *row, gpointer item)
{
  PmCitingRow *self = PM_CITING_ROW (row);
  const PmArticle *article = item;
  g_autofree char *date = pm_date_dup_human (article->published, article->added);
  g_autofree char *about = article->outlet ? g_strdup_printf ("%s · %s", article->outlet, date)
                                           : g_strdup (date);

  self->article = article->id;
  gtk_label_set_label (self->title, article->title);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *about);
  pm_row_set_name (row, article->title);
}

static void
pm_citing_row_open (PmRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "win.open-article", "x",
                              PM_CITING_ROW (row)->article);
}

static void
pm_citing_row_class_init (PmCitingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PmRowClass *row_class = PM_ROW_CLASS (klass);

  row_class->dup_key = pm_citing_row_dup_key;
  row_class->bind = pm_citing_row_bind;
  row_class->open = pm_citing_row_open;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-citing-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PmCitingRow, title);
  gtk_widget_class_bind_template_child (widget_class, PmCitingRow, about);
}

static void
pm_citing_row_init (PmCitingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

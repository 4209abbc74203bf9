/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-story-group.h"

#include "pm-chip.h"
#include "pm-date.h"
#include "pm-diff-dialog.h"

#include <glib/gi18n-lib.h>

struct _PmStoryGroup
{
  AdwBin parent_instance;

  PmNotebook *notebook; /* (nullable) */
  GSignalGroup *notebook_signals;
  gint64 article;
  GPtrArray *parts; /* (nullable) (element-type PmStoryPart) */
  GCancellable *cancellable;
  gboolean looking;
  gboolean look_again;

  GtkLabel *count;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PmStoryGroup, pm_story_group, ADW_TYPE_BIN)

/* --- rows --- */

static GtkWidget *
label_new (const char *text, gboolean is_caption)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_caption)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static char *
dup_origin (const PmArticle *article)
{
  g_autofree char *date = pm_date_dup_human (article->published, article->added);

  if (article->outlet == NULL)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s · %s", article->outlet, date);
}

/* What the part has that no earlier one had. */
static char *
dup_gain (const PmStoryPart *part, gboolean is_first)
{
  if (is_first)
    return g_strdup_printf (ngettext ("%u word", "%u words", part->n_words), part->n_words);
  if (part->n_new == 0)
    return g_strdup (_ ("adds nothing"));
  /* Translators: what an article has that no earlier one on the same story had. */
  return g_strdup_printf (ngettext ("adds %u word of %u", "adds %u words of %u", part->n_new),
                          part->n_new, part->n_words);
}

static GtkWidget *
chips_new (PmStoryGroup *self, guint i)
{
  const PmStoryPart *part = self->parts->pdata[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: the number of a text that one or more articles have. */
  g_autofree char *text = g_strdup_printf (_ ("Text %u"), part->copy);

  if (pm_story_count_texts (self->parts) > 1)
    gtk_box_append (GTK_BOX (box), pm_chip_new (text));
  if (i == 0)
    /* Translators: beside the article that was published before the others. */
    gtk_box_append (GTK_BOX (box), pm_chip_new (_ ("first")));
  if (part->article->id == self->article)
    /* Translators: beside the article that is open. */
    gtk_box_append (GTK_BOX (box), pm_chip_new (C_ ("article", "shown")));
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  return box;
}

static guint
find_part (PmStoryGroup *self, gint64 article)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((PmStoryPart *) self->parts->pdata[i])->article->id == article)
      return i;
  return self->parts->len;
}

static void
compare_cb (PmStoryGroup *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  guint i = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  guint shown = find_part (self, self->article);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PmStoryPart *before = self->parts->pdata[MIN (i, shown)];
  PmStoryPart *after = self->parts->pdata[MAX (i, shown)];

  gtk_window_present (
      GTK_WINDOW (pm_diff_dialog_new_for_articles (GTK_WINDOW (root), self->notebook,
                                                   before->article, after->article)));
}

static GtkWidget *
compare_button_new (PmStoryGroup *self, const PmArticle *article)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-dual-symbolic");
  const char *title = _ ("Compare with the Open Article");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, article->title, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
row_new (PmStoryGroup *self, guint i)
{
  const PmStoryPart *part = self->parts->pdata[i];
  gboolean is_shown = part->article->id == self->article;
  g_autofree char *origin = dup_origin (part->article);
  g_autofree char *gain = dup_gain (part, i == 0);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", part->article->title, origin, gain);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (box, "version");
  gtk_box_append (GTK_BOX (texts), label_new (part->article->title, FALSE));
  gtk_box_append (GTK_BOX (texts), label_new (origin, TRUE));
  gtk_box_append (GTK_BOX (texts), label_new (gain, TRUE));
  gtk_box_append (GTK_BOX (texts), chips_new (self, i));
  gtk_box_append (GTK_BOX (box), texts);
  if (!is_shown)
    gtk_box_append (GTK_BOX (box), compare_button_new (self, part->article));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
activated_cb (PmStoryGroup *self, GtkListBoxRow *row)
{
  PmStoryPart *part = self->parts->pdata[gtk_list_box_row_get_index (row)];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "x", part->article->id);
}

/* --- looking --- */

static void
clear (PmStoryGroup *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show (PmStoryGroup *self, GPtrArray *parts)
{
  g_autofree char *count = pm_story_dup_count (parts);

  clear (self);
  self->parts = g_ptr_array_ref (parts);
  for (guint i = 0; i < parts->len; i++)
    gtk_list_box_append (self->list, row_new (self, i));
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self), parts->len > 0);
}

static void look_up (PmStoryGroup *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmStoryGroup) self = PM_STORY_GROUP (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = pm_notebook_load_story_finish (PM_NOTEBOOK (source), result,
                                                               &error);

  /* Another article was set. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->looking = FALSE;
  if (self->look_again)
    look_up (self);
  else if (parts != NULL)
    show (self, parts);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* One look-up at a time: a batch of a thousand downloads says "changed" a thousand times. */
static void
look_up (PmStoryGroup *self)
{
  self->look_again = self->looking;
  if (self->looking || self->notebook == NULL)
    return;
  self->looking = TRUE;
  pm_notebook_load_story_async (self->notebook, self->article, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
changed_cb (PmNotebook *notebook, gint64 article, guint parts, PmStoryGroup *self)
{
  if (parts & (PM_NOTEBOOK_LIST | PM_NOTEBOOK_TEXT))
    look_up (self);
}

static void
pm_story_group_dispose (GObject *object)
{
  PmStoryGroup *self = PM_STORY_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notebook_signals);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (pm_story_group_parent_class)->dispose (object);
}

static void
pm_story_group_class_init (PmStoryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_story_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-story-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PmStoryGroup, count);
  gtk_widget_class_bind_template_child (widget_class, PmStoryGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
pm_story_group_init (PmStoryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notebook_signals = g_signal_group_new (PM_TYPE_NOTEBOOK);
  g_signal_group_connect_object (self->notebook_signals, "changed", G_CALLBACK (changed_cb), self,
                                 0);
}

void
pm_story_group_set_article (PmStoryGroup *self, PmNotebook *notebook, gint64 article)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->looking = FALSE;
  if (self->article != article || self->notebook != notebook)
    clear (self);
  self->article = article;
  g_set_object (&self->notebook, notebook);
  g_signal_group_set_target (self->notebook_signals, notebook);
  look_up (self);
}

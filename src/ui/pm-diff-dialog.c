/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-diff-dialog.h"

#include "pm-dialog.h"
#include "pm-provenance.h"

#include <glib/gi18n-lib.h>

/* A stretch of removed and added words, as offsets in the buffer. */
typedef struct
{
  int start;
  int end;
  guint n_removed;
  guint n_added;
} Change;

struct _PmDiffDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable;
  GArray *changes; /* (element-type Change) */
  int current;     /* the change that is selected, or -1 */

  GtkTextTag *removed;
  GtkTextTag *added;
  GtkTextTag *folded;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkTextView *view;
  GtkLabel *status;
  AdwStatusPage *failure;
};

G_DEFINE_FINAL_TYPE (PmDiffDialog, pm_diff_dialog, ADW_TYPE_WINDOW)

/* --- the text --- */

static void
update_colors (PmDiffDialog *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  g_object_set (self->removed, "background", dark ? "#58201f" : "#fbdcd9", NULL);
  g_object_set (self->added, "background", dark ? "#1d4a2c" : "#d3f1d8", NULL);
  g_object_set (self->folded, "foreground", dark ? "#b0b0b0" : "#5e5c64", NULL);
}

static void
append (PmDiffDialog *self, const char *text, int length, GtkTextTag *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags (buffer, &end, text, length, tag, NULL);
}

static void
append_plain (PmDiffDialog *self, const char *text, int length)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, length);
}

static const char *
skip_space (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static guint
count_words (const char *text)
{
  g_autoptr (PmTextDiff) diff = pm_text_diff_new ("", text);

  return diff->n_added;
}

/* Removed and added words beside each other are one change. */
static void
note_change (PmDiffDialog *self, PmDiffKind kind, const char *words, gboolean begins)
{
  int end = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view));
  Change none = { end - g_utf8_strlen (words, -1), end, 0, 0 };
  Change *change;

  if (begins)
    g_array_append_val (self->changes, none);
  change = &g_array_index (self->changes, Change, self->changes->len - 1);
  change->end = end;
  if (kind == PM_DIFF_REMOVED)
    change->n_removed += count_words (words);
  else
    change->n_added += count_words (words);
}

static void
append_folded (PmDiffDialog *self, gboolean first, gboolean last)
{
  append_plain (self, "\n\n", first ? 0 : -1);
  /* Translators: in a comparison of two texts, in place of what is the same in both. */
  append (self, _ ("⋯ the same in both ⋯"), -1, self->folded);
  append_plain (self, "\n\n", last ? 0 : -1);
}

static void
append_piece (PmDiffDialog *self, PmTextDiff *diff, guint i)
{
  const PmDiffPiece *piece = &g_array_index (diff->pieces, PmDiffPiece, i);
  PmDiffKind before = i > 0 ? piece[-1].kind : PM_DIFF_SAME;
  g_autofree char *text = pm_text_diff_dup_text (diff, i);
  const char *words = skip_space (text);

  if (piece->kind == PM_DIFF_FOLDED)
    {
      append_folded (self, i == 0, i + 1 == diff->pieces->len);
      return;
    }
  if (before != PM_DIFF_FOLDED)
    append_plain (self, text, words - text);
  if (piece->kind == PM_DIFF_SAME)
    {
      append_plain (self, words, -1);
      return;
    }
  append (self, words, -1, piece->kind == PM_DIFF_REMOVED ? self->removed : self->added);
  note_change (self, piece->kind, words, before == PM_DIFF_SAME || before == PM_DIFF_FOLDED);
}

/* --- going from change to change --- */

/* A change of signs alone has no words. */
static char *
dup_description (PmDiffDialog *self, const Change *change)
{
  GString *description = g_string_new (NULL);

  /* Translators: the number of the change that is selected, and of all. */
  g_string_printf (description, _ ("Change %d of %u"), self->current + 1, self->changes->len);
  if (change->n_removed > 0)
    g_string_append_printf (description,
                            ngettext (" · %u word removed", " · %u words removed",
                                      change->n_removed),
                            change->n_removed);
  if (change->n_added > 0)
    g_string_append_printf (description,
                            ngettext (" · %u word added", " · %u words added", change->n_added),
                            change->n_added);
  return g_string_free (description, FALSE);
}

static void
update_status (PmDiffDialog *self)
{
  g_autofree char *description = NULL;

  if (self->current < 0)
    {
      gtk_label_set_label (self->status, _ ("No word has changed"));
      return;
    }
  description = dup_description (self, &g_array_index (self->changes, Change, self->current));
  gtk_label_set_label (self->status, description);
}

/* A view without a size would come to rest anywhere. */
static gboolean
scroll_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  if (gtk_widget_get_height (view) == 0)
    return G_SOURCE_CONTINUE;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer), 0.0,
                                TRUE, 0.0, 0.3);
  return G_SOURCE_REMOVE;
}

static void
select_change (PmDiffDialog *self, int i)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const Change *change = &g_array_index (self->changes, Change, i);
  GtkTextIter start, end;

  self->current = i;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, change->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, change->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, NULL, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diff.previous", i > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diff.next", i + 1 < (int) self->changes->len);
  update_status (self);
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmDiffDialog *self = PM_DIFF_DIALOG (widget);

  select_change (self, self->current + 1);
}

static void
previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PmDiffDialog *self = PM_DIFF_DIALOG (widget);

  select_change (self, self->current - 1);
}

/* --- loading --- */

static void
show_diff (PmDiffDialog *self, PmTextDiff *diff)
{
  for (guint i = 0; i < diff->pieces->len; i++)
    append_piece (self, diff, i);
  gtk_stack_set_visible_child_name (self->stack, "text");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (self->changes->len > 0)
    select_change (self, 0);
  else
    update_status (self);
}

static void
finish (PmDiffDialog *self, PmTextDiff *diff, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (diff != NULL)
    {
      show_diff (self, diff);
      return;
    }
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmDiffDialog) self = PM_DIFF_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmTextDiff) diff = pm_notebook_compare_finish (PM_NOTEBOOK (source), result, &error);

  finish (self, diff, error);
}

static void
articles_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PmDiffDialog) self = PM_DIFF_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PmTextDiff) diff = pm_notebook_compare_articles_finish (PM_NOTEBOOK (source), result,
                                                                     &error);

  finish (self, diff, error);
}

static void
pm_diff_dialog_dispose (GObject *object)
{
  PmDiffDialog *self = PM_DIFF_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (pm_diff_dialog_parent_class)->dispose (object);
}

static void
pm_diff_dialog_finalize (GObject *object)
{
  PmDiffDialog *self = PM_DIFF_DIALOG (object);

  g_object_unref (self->cancellable);
  g_array_unref (self->changes);
  G_OBJECT_CLASS (pm_diff_dialog_parent_class)->finalize (object);
}

static void
pm_diff_dialog_class_init (PmDiffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_diff_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_diff_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "diff.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "diff.previous", NULL, previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketright, 0, "diff.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_bracketleft, 0, "diff.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-diff-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PmDiffDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PmDiffDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PmDiffDialog, view);
  gtk_widget_class_bind_template_child (widget_class, PmDiffDialog, status);
  gtk_widget_class_bind_template_child (widget_class, PmDiffDialog, failure);
}

static void
pm_diff_dialog_init (PmDiffDialog *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  pm_dialog_forget_parent (GTK_WINDOW (self));
  self->cancellable = g_cancellable_new ();
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->current = -1;
  buffer = gtk_text_view_get_buffer (self->view);
  self->removed = gtk_text_buffer_create_tag (buffer, "removed", "strikethrough", TRUE, NULL);
  self->added = gtk_text_buffer_create_tag (buffer, "added", "underline", PANGO_UNDERLINE_SINGLE,
                                            NULL);
  self->folded = gtk_text_buffer_create_tag (buffer, "folded", "justification", GTK_JUSTIFY_CENTER,
                                             NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_colors), self, G_CONNECT_SWAPPED);
  update_colors (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diff.previous", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "diff.next", FALSE);
}

static PmDiffDialog *
dialog_new (GtkWindow *parent, const char *title, const char *subtitle)
{
  PmDiffDialog *self = g_object_new (PM_TYPE_DIFF_DIALOG, "transient-for", parent,
                                     "destroy-with-parent", TRUE, NULL);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  return self;
}

GtkWidget *
pm_diff_dialog_new (GtkWindow *parent,
                    PmNotebook *notebook,
                    const PmArticle *article,
                    const PmVersion *before,
                    const PmVersion *after)
{
  g_autofree char *from = pm_provenance_dup_time (before->fetched);
  g_autofree char *to = pm_provenance_dup_time (after->fetched);
  /* Translators: two moments: the text as it was fetched first, and then. */
  g_autofree char *span = g_strdup_printf (_ ("%s → %s"), from, to);
  PmDiffDialog *self = dialog_new (parent, article->title, span);

  pm_notebook_compare_async (notebook, article->id, before, after, self->cancellable, compared_cb,
                             g_object_ref (self));
  return GTK_WIDGET (self);
}

/* What an article is told from others by, beside its title. */
static const char *
get_origin (const PmArticle *article)
{
  return article->outlet != NULL ? article->outlet : article->url;
}

GtkWidget *
pm_diff_dialog_new_for_articles (GtkWindow *parent,
                                 PmNotebook *notebook,
                                 const PmArticle *before,
                                 const PmArticle *after)
{
  /* Translators: two outlets: whose text came first, and then. */
  g_autofree char *span = g_strdup_printf (C_ ("outlets", "%s → %s"), get_origin (before),
                                           get_origin (after));
  PmDiffDialog *self = dialog_new (parent, after->title, span);

  pm_notebook_compare_articles_async (notebook, before->id, after->id, self->cancellable,
                                      articles_compared_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

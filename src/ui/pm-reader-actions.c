/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-private.h"

#include <glib/gi18n-lib.h>

#include "pm-note-popover.h"
#include "pm-tags-popover.h"

typedef void (*Then) (PmReader *self, const PmHighlight *highlight);

/* A highlight on its way to the notebook. */
typedef struct
{
  PmReader *self;
  PmHighlight *highlight; /* as it was asked for */
  Then then;              /* (nullable): once it is stored */
  Then otherwise;         /* (nullable): when it could not be */
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->self);
  pm_highlight_free (step->highlight);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

PmHighlight *
_pm_reader_find_target (PmReader *self)
{
  PmSpan selection = pm_reader_get_selection (self);
  gsize at = _pm_reader_get_cursor (self);
  PmHighlight *target = NULL;

  for (guint i = 0; i < self->highlights->len; i++)
    {
      PmHighlight *highlight = self->highlights->pdata[i];
      PmSpan span = highlight->span;

      if (highlight->orphan || at < span.start || at > span.end)
        continue;
      if (!pm_span_is_empty (selection) &&
          (span.start != selection.start || span.end != selection.end))
        continue;
      /* At the seam of two, the one that begins there. */
      if (target == NULL || target->span.end == at ||
          (at < span.end && pm_span_length (span) < pm_span_length (target->span)))
        target = highlight;
    }
  return target;
}

/* For the buttons: GTK runs a disabled action of a widget all the same when its key is pressed, so
 * that each looks for itself whether there is anything to do. */
void
_pm_reader_update_actions (PmReader *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_article = _pm_reader_get_article (self) != NULL;
  gboolean has_target = has_article && _pm_reader_find_target (self) != NULL;
  gboolean has_words = has_article && !pm_span_is_empty (pm_reader_get_selection (self));
  gboolean can_mark = self->notebook != NULL && (has_words || has_target);

  gtk_widget_action_set_enabled (widget, "article.highlight", can_mark);
  gtk_widget_action_set_enabled (widget, "article.tag", can_mark);
  gtk_widget_action_set_enabled (widget, "article.note", can_mark);
  gtk_widget_action_set_enabled (widget, "article.remove-highlight",
                                 self->notebook != NULL && has_target);
  gtk_widget_action_set_enabled (widget, "article.copy-quotation", has_words || has_target);
  gtk_widget_action_set_enabled (widget, "article.next-highlight",
                                 has_article && self->highlights->len > 0);
  gtk_widget_action_set_enabled (widget, "article.previous-highlight",
                                 has_article && self->highlights->len > 0);
  gtk_widget_action_set_enabled (widget, "article.find", has_article);
  gtk_widget_action_set_enabled (widget, "article.copy", has_words);
  gtk_widget_action_set_enabled (widget, "article.select-all", has_article);
}

static int
find_drawn (PmReader *self, gint64 id)
{
  for (guint i = 0; i < self->highlights->len; i++)
    if (((PmHighlight *) self->highlights->pdata[i])->id == id)
      return i;
  return -1;
}

static void
draw_stored (PmReader *self, const PmHighlight *stored)
{
  int drawn = find_drawn (self, stored->id);
  guint place = 0;

  if (drawn >= 0)
    g_ptr_array_remove_index (self->highlights, drawn);
  while (place < self->highlights->len &&
         ((PmHighlight *) self->highlights->pdata[place])->span.start <= stored->span.start)
    place++;
  g_ptr_array_insert (self->highlights, place, pm_highlight_copy (stored));
  _pm_reader_draw_highlights (self);
  _pm_reader_update_actions (self);
}

/* Reports it, unless it is only that the reader has gone on to something else. */
static void
report (PmReader *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _pm_reader_toast (self, error->message);
}

static gboolean
is_shown (PmReader *self, gint64 article)
{
  return self->record != NULL && self->record->article->id == article;
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PmHighlight) stored = pm_notebook_put_highlight_finish (PM_NOTEBOOK (source), result,
                                                                     &error);
  PmReader *self = step->self;

  if (stored == NULL)
    {
      report (self, error);
      if (step->otherwise != NULL && is_shown (self, step->highlight->article))
        step->otherwise (self, step->highlight);
      return;
    }
  if (!is_shown (self, stored->article))
    return;
  draw_stored (self, stored);
  if (step->then != NULL)
    step->then (self, stored);
}

/* @highlight: (transfer full). What the user wrote is stored even when the reader goes on
 * meanwhile: this is never cancelled. */
static void
put (PmReader *self, PmHighlight *highlight, Then then, Then otherwise)
{
  Step *step = g_new0 (Step, 1);

  step->self = g_object_ref (self);
  step->highlight = highlight;
  step->then = then;
  step->otherwise = otherwise;
  pm_notebook_put_highlight_async (self->notebook, highlight, NULL, put_cb, step);
}

/* Returns: (transfer full) (nullable): the selected words as a highlight of the last colour. */
static PmHighlight *
make_highlight (PmReader *self)
{
  PmSpan span = pm_reader_get_selection (self);
  PmDocument *document;
  PmHighlight *highlight;

  if (pm_span_is_empty (span))
    return NULL;
  document = pm_reader_buffer_get_document (_pm_reader_get_article (self));
  highlight = pm_highlight_new (self->record->article->id, pm_document_get_text (document),
                                pm_document_get_length (document), span);
  highlight->color = self->color;
  return highlight;
}

/* So that the colour can be seen: the cursor stays, its highlight the target of what comes next. */
static void
drop_selection (PmReader *self, const PmHighlight *highlight)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (_pm_reader_get_article (self));
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

static void
highlight_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmReader *self = PM_READER (widget);
  PmHighlight *target = _pm_reader_find_target (self);
  g_autoptr (PmHighlight) highlight = NULL;
  PmColor color = self->color;

  if (self->notebook == NULL)
    return;
  if (*g_variant_get_string (parameter, NULL) != '\0' &&
      !pm_color_from_string (g_variant_get_string (parameter, NULL), &color))
    return;
  self->color = color;
  highlight = target != NULL ? pm_highlight_copy (target) : make_highlight (self);
  _pm_reader_hide_popover (self);
  if (highlight == NULL || (target != NULL && target->color == color))
    return;
  highlight->color = color;
  put (self, g_steal_pointer (&highlight), drop_selection, NULL);
}

static void
editor_closed_cb (PmReader *self, GtkWidget *editor)
{
  if (self->editor != editor)
    return;
  self->editor = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  _pm_reader_drop_popover (editor);
}

void
_pm_reader_close_editor (PmReader *self)
{
  if (self->editor != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->editor));
}

static void
open_editor (PmReader *self, GtkWidget *editor, const PmHighlight *highlight)
{
  GdkRectangle rect;

  _pm_reader_close_editor (self);
  _pm_reader_hide_popover (self);
  _pm_reader_get_rect (self, highlight->span, &rect);
  self->editor = editor;
  g_object_set_data_full (G_OBJECT (editor), "highlight", pm_highlight_copy (highlight),
                          (GDestroyNotify) pm_highlight_free);
  gtk_popover_set_position (GTK_POPOVER (editor), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (editor), &rect);
  gtk_widget_set_parent (editor, GTK_WIDGET (self));
  g_signal_connect_object (editor, "closed", G_CALLBACK (editor_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (editor));
}

/* Returns: (transfer full): what @editor was opened for as it is now: its other fields may have
 * been changed elsewhere meanwhile. */
static PmHighlight *
copy_edited (PmReader *self, GtkWidget *editor)
{
  const PmHighlight *opened = g_object_get_data (G_OBJECT (editor), "highlight");
  int drawn = find_drawn (self, opened->id);

  return pm_highlight_copy (drawn >= 0 ? self->highlights->pdata[drawn] : opened);
}

static void
tags_saved_cb (PmReader *self, const char *const *tags, GtkWidget *editor)
{
  PmHighlight *highlight = copy_edited (self, editor);

  g_ptr_array_set_size (highlight->tags, 0);
  for (guint i = 0; tags[i] != NULL; i++)
    pm_highlight_add_tag (highlight, tags[i]);
  put (self, highlight, NULL, NULL);
}

static void
edit_tags (PmReader *self, const PmHighlight *highlight)
{
  GtkWidget *editor = pm_tags_popover_new (self->notebook, highlight->tags);

  g_signal_connect_object (editor, "saved", G_CALLBACK (tags_saved_cb), self, G_CONNECT_SWAPPED);
  open_editor (self, editor, highlight);
}

/* Saving may fail and open the editor again, whose words are saved the same way. */
static void edit_note (PmReader *self, const PmHighlight *highlight);

/* The words are not lost: the editor comes back with them. */
static void
restore_note (PmReader *self, const PmHighlight *highlight)
{
  int drawn = find_drawn (self, highlight->id);

  if (drawn < 0)
    return;
  edit_note (self, self->highlights->pdata[drawn]);
  gtk_text_buffer_set_text (pm_note_popover_get_buffer (PM_NOTE_POPOVER (self->editor)),
                            highlight->note != NULL ? highlight->note : "", -1);
}

static void
note_saved_cb (PmReader *self, const char *text, GtkWidget *editor)
{
  PmHighlight *highlight = copy_edited (self, editor);

  pm_highlight_set_note (highlight, *text != '\0' ? text : NULL);
  put (self, highlight, NULL, restore_note);
}

static void
edit_note (PmReader *self, const PmHighlight *highlight)
{
  GtkWidget *editor = pm_note_popover_new (highlight->note);

  g_signal_connect_object (editor, "saved", G_CALLBACK (note_saved_cb), self, G_CONNECT_SWAPPED);
  open_editor (self, editor, highlight);
}

static void
then_edit_tags (PmReader *self, const PmHighlight *highlight)
{
  drop_selection (self, highlight);
  edit_tags (self, highlight);
}

static void
then_edit_note (PmReader *self, const PmHighlight *highlight)
{
  drop_selection (self, highlight);
  edit_note (self, highlight);
}

/* Edits the target; words that are no highlight yet are made one first. */
static void
edit (PmReader *self, Then then)
{
  PmHighlight *target = _pm_reader_find_target (self);
  g_autoptr (PmHighlight) made = NULL;

  if (self->notebook == NULL)
    return;
  if (target != NULL)
    {
      then (self, target);
      return;
    }
  made = make_highlight (self);
  if (made != NULL)
    put (self, g_steal_pointer (&made), then, NULL);
}

static void
tag_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit (PM_READER (widget), then_edit_tags);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  edit (PM_READER (widget), then_edit_note);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmReader *self = PM_READER (widget);
  PmSpan span = pm_reader_get_selection (self);
  PmHighlight *target = _pm_reader_find_target (self);
  g_autofree char *citation = NULL;

  if (pm_span_is_empty (span) && target != NULL)
    span = target->span;
  if (pm_span_is_empty (span))
    return;
  citation = pm_notebook_dup_citation (self->record, span);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  _pm_reader_hide_popover (self);
  _pm_reader_toast (self, _ ("Quotation copied"));
}

static void
copy_words_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (PM_READER (widget)->view, "copy-clipboard");
}

static void
select_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (PM_READER (widget)->view, "select-all", TRUE);
}

static void
remove_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;
  g_autoptr (GError) error = NULL;
  int drawn;

  if (!pm_notebook_delete_highlight_finish (PM_NOTEBOOK (source), result, &error))
    {
      report (step->self, error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (step->self), "win.toast-undo", "s",
                              _ ("Highlight removed"));
  drawn = find_drawn (step->self, step->highlight->id);
  if (drawn < 0)
    return;
  g_ptr_array_remove_index (step->self->highlights, drawn);
  _pm_reader_draw_highlights (step->self);
  _pm_reader_update_actions (step->self);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmReader *self = PM_READER (widget);
  PmHighlight *target = _pm_reader_find_target (self);
  Step *step;

  if (self->notebook == NULL || target == NULL)
    return;
  _pm_reader_hide_popover (self);
  step = g_new0 (Step, 1);
  step->self = g_object_ref (self);
  step->highlight = pm_highlight_copy (target);
  pm_notebook_delete_highlight_async (self->notebook, target->id, NULL, remove_cb, step);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PmReader *self = PM_READER (widget);
  gboolean forward = g_str_equal (name, "article.next-highlight");
  gsize at = _pm_reader_get_cursor (self);
  PmHighlight *best = NULL;
  PmHighlight *other = NULL; /* from the other end, when there is none further on */

  for (guint i = 0; i < self->highlights->len; i++)
    {
      PmHighlight *highlight = self->highlights->pdata[forward ? i : self->highlights->len - 1 - i];

      if (highlight->orphan)
        continue;
      if (other == NULL)
        other = highlight;
      if (best == NULL && (forward ? highlight->span.start > at : highlight->span.start < at))
        best = highlight;
    }
  if (best == NULL)
    best = other;
  if (best != NULL)
    pm_reader_go_to (self, best->span);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _pm_reader_find (PM_READER (widget));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _pm_reader_show_menu (PM_READER (widget));
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.open-uri", parameter);
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  _pm_reader_toast (PM_READER (widget), _ ("Link copied"));
}

static void
download_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *urls[] = { g_variant_get_string (parameter, NULL), NULL };

  gtk_widget_activate_action (widget, "win.download", "^as", urls);
}

static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, 0, "article.highlight", "s", "");
  for (PmColor color = 0; color < PM_N_COLORS; color++)
    {
      const char *name = pm_color_to_string (color);

      gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + color, 0, "article.highlight", "s",
                                           name);
      gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_1 + color, 0, "article.highlight", "s",
                                           name);
    }
  gtk_widget_class_add_binding_action (klass, GDK_KEY_h, GDK_SHIFT_MASK, "article.remove-highlight",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, 0, "article.tag", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, 0, "article.note", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, 0, "article.copy-quotation", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_bracketright, 0, "article.next-highlight",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_bracketleft, 0, "article.previous-highlight",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, GDK_CONTROL_MASK, "article.find", NULL);
}

void
_pm_reader_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "article.highlight", "s", highlight_action);
  gtk_widget_class_install_action (klass, "article.tag", NULL, tag_action);
  gtk_widget_class_install_action (klass, "article.note", NULL, note_action);
  gtk_widget_class_install_action (klass, "article.copy-quotation", NULL, copy_action);
  gtk_widget_class_install_action (klass, "article.copy", NULL, copy_words_action);
  gtk_widget_class_install_action (klass, "article.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (klass, "article.remove-highlight", NULL, remove_action);
  gtk_widget_class_install_action (klass, "article.next-highlight", NULL, step_action);
  gtk_widget_class_install_action (klass, "article.previous-highlight", NULL, step_action);
  gtk_widget_class_install_action (klass, "article.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "article.menu", NULL, menu_action);
  gtk_widget_class_install_action (klass, "article.open-link", "s", open_link_action);
  gtk_widget_class_install_action (klass, "article.copy-link", "s", copy_link_action);
  gtk_widget_class_install_action (klass, "article.download-link", "s", download_link_action);
  add_keys (klass);
}

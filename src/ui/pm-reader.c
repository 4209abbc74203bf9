/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pm-notice.h"
#include "pm-reader-image.h"
#include "pm-settings.h"

#define FLASH_MS 1400

G_DEFINE_FINAL_TYPE (PmReader, pm_reader, ADW_TYPE_BIN)

PmReaderBuffer *
_pm_reader_get_article (PmReader *self)
{
  return pm_reader_view_get_article (self->view);
}

gsize
_pm_reader_get_cursor (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (article);
  GtkTextIter iter;

  if (article == NULL)
    return 0;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return pm_reader_buffer_get_byte (article, &iter, PM_EDGE_START);
}

void
_pm_reader_toast (PmReader *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
}

void
_pm_reader_get_rect (PmReader *self, PmSpan span, GdkRectangle *rect)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter start;
  GtkTextIter end;
  GdkRectangle first;
  graphene_point_t point;
  int height = gtk_widget_get_height (GTK_WIDGET (view));

  pm_reader_buffer_get_bounds (_pm_reader_get_article (self), span, &start, &end);
  pm_reader_view_get_rect (self->view, &start, &first);
  pm_reader_view_get_rect (self->view, &end, rect);
  if (rect->y + rect->height > height)
    {
      rect->y = CLAMP (first.y, 0, height - first.height);
      rect->height = first.height;
    }
  rect->y = MAX (rect->y, 0);
  point = GRAPHENE_POINT_INIT (rect->x, rect->y);
  if (gtk_widget_compute_point (GTK_WIDGET (view), GTK_WIDGET (self), &point, &point))
    {
      rect->x = point.x;
      rect->y = point.y;
    }
}

void
_pm_reader_draw_highlights (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);

  if (article != NULL)
    pm_reader_buffer_set_highlights (article, self->highlights);
  _pm_reader_fill_strip (self);
}

static void
column_changed_cb (PmReader *self)
{
  int column = pm_reader_view_get_column (self->view);

  for (guint i = 0; i < self->images->len; i++)
    pm_reader_image_set_width (self->images->pdata[i], column);
  _pm_reader_queue_strip (self);
}

/* --- one article --- */

static void
add_images (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  GtkTextChildAnchor *anchor;
  const PmMark *mark;

  g_ptr_array_set_size (self->images, 0);
  for (guint i = 0; (mark = pm_reader_buffer_get_image (article, i, &anchor)) != NULL; i++)
    {
      GtkWidget *image = pm_reader_image_new (mark->text);

      pm_reader_image_set_width (PM_READER_IMAGE (image), pm_reader_view_get_column (self->view));
      pm_reader_image_load (PM_READER_IMAGE (image), self->notebook, self->record->article->id,
                            mark->url);
      gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self->view), image, anchor);
      g_ptr_array_add (self->images, image);
    }
}

static void
stop_flash (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);

  g_clear_handle_id (&self->flash_source, g_source_remove);
  if (self->flash != NULL)
    adw_animation_pause (self->flash);
  g_clear_object (&self->flash);
  if (article != NULL)
    pm_reader_buffer_clear (article, PM_LOOK_FLASH);
}

static void
show_state (PmReader *self, const PmArticle *article)
{
  gboolean failed = article->state == PM_ARTICLE_FAILED;

  adw_status_page_set_icon_name (self->state,
                                 failed ? "network-error-symbolic" : "folder-download-symbolic");
  adw_status_page_set_title (self->state,
                             failed ? _ ("This Article Is Not Here Yet") : _ ("Downloading…"));
  adw_status_page_set_description (self->state, failed && article->error != NULL ? article->error
                                                                                 : article->url);
  gtk_stack_set_visible_child_name (self->stack, "state");
}

static void
show_notice (PmReader *self, PmDocument *document)
{
  const char *sentence = pm_notice_get_sentence (pm_document_get_meta (document, PM_META_NOTICE));

  gtk_label_set_label (self->notice, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->notice_bar, sentence != NULL);
}

/* Lays out what self->record says. */
static void
show_record (PmReader *self)
{
  PmDocument *document = self->record != NULL ? self->record->document : NULL;

  stop_flash (self);
  _pm_reader_hide_popover (self);
  _pm_reader_close_editor (self);
  pm_find_bar_close (self->find_bar);
  g_array_set_size (self->matches, 0);
  g_array_set_size (self->marked, 0);
  g_ptr_array_set_size (self->images, 0);
  self->hovered = (PmSpan){ 0, 0 };
  pm_reader_view_show (self->view, document, self->record != NULL ? self->record->article : NULL);
  g_signal_group_set_target (self->buffer_signals, _pm_reader_get_article (self));
  if (document != NULL)
    {
      GtkTextIter start;

      show_notice (self, document);
      add_images (self);
      gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (_pm_reader_get_article (self)), &start);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (_pm_reader_get_article (self)), &start);
      gtk_stack_set_visible_child_name (self->stack, "article");
    }
  else if (self->record != NULL)
    show_state (self, self->record->article);
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static gboolean
is_same_mark (const PmMark *a, const PmMark *b)
{
  return a->kind == b->kind && a->span.start == b->span.start && a->span.end == b->span.end &&
         a->level == b->level && a->number == b->number && g_strcmp0 (a->url, b->url) == 0 &&
         g_strcmp0 (a->text, b->text) == 0;
}

static gboolean
is_same_document (PmDocument *a, PmDocument *b)
{
  gsize n_marks;
  gsize n_others;
  const PmMark *marks = pm_document_get_marks (a, &n_marks);
  const PmMark *others = pm_document_get_marks (b, &n_others);

  if (a == b)
    return TRUE;
  if (n_marks != n_others || pm_document_get_length (a) != pm_document_get_length (b) ||
      memcmp (pm_document_get_text (a), pm_document_get_text (b), pm_document_get_length (a)) != 0)
    return FALSE;
  for (gsize i = 0; i < n_marks; i++)
    if (!is_same_mark (&marks[i], &others[i]))
      return FALSE;
  for (PmMetaField field = 0; field < PM_N_META; field++)
    if (g_strcmp0 (pm_document_get_meta (a, field), pm_document_get_meta (b, field)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_same_article (PmRecord *a, PmRecord *b)
{
  return a != NULL && b != NULL && a->article->id == b->article->id &&
         g_strcmp0 (a->article->uuid, b->article->uuid) == 0;
}

static int
compare_highlights (gconstpointer a, gconstpointer b)
{
  const PmHighlight *left = *(PmHighlight *const *) a;
  const PmHighlight *right = *(PmHighlight *const *) b;

  return left->span.start < right->span.start ? -1 : left->span.start > right->span.start;
}

static void
take_highlights (PmReader *self)
{
  g_ptr_array_set_size (self->highlights, 0);
  for (guint i = 0; self->record != NULL && i < self->record->highlights->len; i++)
    g_ptr_array_add (self->highlights, pm_highlight_copy (self->record->highlights->pdata[i]));
  g_ptr_array_sort (self->highlights, compare_highlights);
  _pm_reader_draw_highlights (self);
}

static void
font_cb (PmReader *self)
{
  g_autofree char *family = g_settings_get_string (self->settings, "reader-font");

  pm_reader_view_set_font (self->view, family, g_settings_get_int (self->settings, "reader-size"),
                           g_settings_get_int (self->settings, "reader-width"));
}

static void
install_settings (PmReader *self)
{
  static const char *const keys[] = { "reader-font", "reader-size", "reader-width" };

  self->settings = pm_settings_new ();
  if (self->settings == NULL)
    {
      pm_reader_view_set_font (self->view, "serif", 13, 66);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (font_cb), self,
                               G_CONNECT_SWAPPED);
    }
  font_cb (self);
}

static gboolean
pm_reader_grab_focus (GtkWidget *widget)
{
  PmReader *self = PM_READER (widget);

  if (_pm_reader_get_article (self) == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Also those that are closed and only wait to be dropped. */
static void
drop_popovers (PmReader *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->popover = NULL;
  self->editor = NULL;
  self->menu = NULL;
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
}

static void
pm_reader_dispose (GObject *object)
{
  PmReader *self = PM_READER (object);

  g_clear_handle_id (&self->strip_source, g_source_remove);
  g_clear_handle_id (&self->popover_source, g_source_remove);
  g_clear_handle_id (&self->flash_source, g_source_remove);
  g_clear_object (&self->flash);
  g_clear_object (&self->buffer_signals);
  drop_popovers (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->record, pm_record_unref);
  G_OBJECT_CLASS (pm_reader_parent_class)->dispose (object);
}

static void
pm_reader_finalize (GObject *object)
{
  PmReader *self = PM_READER (object);

  g_ptr_array_unref (self->highlights);
  g_ptr_array_unref (self->images);
  g_array_unref (self->marked);
  g_array_unref (self->matches);
  G_OBJECT_CLASS (pm_reader_parent_class)->finalize (object);
}

static void
pm_reader_class_init (PmReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pm_reader_dispose;
  G_OBJECT_CLASS (klass)->finalize = pm_reader_finalize;
  widget_class->grab_focus = pm_reader_grab_focus;
  g_type_ensure (PM_TYPE_FIND_BAR);
  g_type_ensure (PM_TYPE_MARKER_STRIP);
  g_type_ensure (PM_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/pressmark/Pressmark/pm-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, PmReader, stack);
  gtk_widget_class_bind_template_child (widget_class, PmReader, state);
  gtk_widget_class_bind_template_child (widget_class, PmReader, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PmReader, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, PmReader, notice);
  gtk_widget_class_bind_template_child (widget_class, PmReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, PmReader, view);
  gtk_widget_class_bind_template_child (widget_class, PmReader, strip);
  gtk_widget_class_bind_template_callback (widget_class, column_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, _pm_reader_tick_cb);
  gtk_widget_class_bind_template_callback (widget_class, _pm_reader_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, _pm_reader_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, _pm_reader_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, _pm_reader_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, _pm_reader_find_closed_cb);
  _pm_reader_install_actions (widget_class);
}

static void
pm_reader_init (PmReader *self)
{
  self->highlights = g_ptr_array_new_with_free_func ((GDestroyNotify) pm_highlight_free);
  self->images = g_ptr_array_new ();
  self->marked = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  self->matches = g_array_new (FALSE, FALSE, sizeof (PmSpan));
  self->buffer_signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  gtk_widget_init_template (GTK_WIDGET (self));
  _pm_reader_install_pointer (self);
  install_settings (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (_pm_reader_queue_strip), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (_pm_reader_queue_strip), self, G_CONNECT_SWAPPED);
  _pm_reader_update_actions (self);
}

GtkWidget *
pm_reader_new (void)
{
  return g_object_new (PM_TYPE_READER, NULL);
}

void
pm_reader_set_notebook (PmReader *self, PmNotebook *notebook)
{
  g_return_if_fail (PM_IS_READER (self));
  if (g_set_object (&self->notebook, notebook))
    pm_reader_set_record (self, NULL);
}

void
pm_reader_set_record (PmReader *self, PmRecord *record)
{
  g_autoptr (PmRecord) old = NULL;
  gsize place;
  gboolean same;

  g_return_if_fail (PM_IS_READER (self));
  old = g_steal_pointer (&self->record);
  same = is_same_article (old, record);
  place = same ? pm_reader_get_place (self) : 0;
  self->record = record != NULL ? pm_record_ref (record) : NULL;
  if (!same || old->document == NULL || record->document == NULL ||
      !is_same_document (old->document, record->document))
    {
      show_record (self);
      if (place > 0 && record->document != NULL)
        pm_reader_set_place (self, place);
    }
  take_highlights (self);
  _pm_reader_update_actions (self);
}

PmRecord *
pm_reader_get_record (PmReader *self)
{
  g_return_val_if_fail (PM_IS_READER (self), NULL);
  return self->record;
}

static void
set_flash (double strength, gpointer data)
{
  PmReader *self = data;
  PmReaderBuffer *article = _pm_reader_get_article (self);
  GdkRGBA color;

  if (article == NULL)
    return;
  pm_reader_get_accent (adw_style_manager_get_dark (adw_style_manager_get_default ()), &color);
  color.alpha = 0.5 * strength;
  g_object_set (pm_reader_buffer_get_tag (article, PM_LOOK_FLASH), "background-rgba", &color, NULL);
}

static void
flash_over_cb (gpointer data)
{
  PmReader *self = data;

  self->flash_source = 0;
  stop_flash (self);
}

static void
flash (PmReader *self, PmSpan span)
{
  stop_flash (self);
  set_flash (1, self);
  pm_reader_buffer_apply (_pm_reader_get_article (self), PM_LOOK_FLASH, span);
  /* Without animations it stands still for as long. */
  self->flash_source = g_timeout_add_once (FLASH_MS, flash_over_cb, self);
  if (!adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  self->flash = adw_timed_animation_new (GTK_WIDGET (self->view), 1, 0, FLASH_MS,
                                         adw_callback_animation_target_new (set_flash, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->flash), ADW_EASE_IN_CUBIC);
  adw_animation_play (self->flash);
}

void
pm_reader_go_to (PmReader *self, PmSpan span)
{
  PmReaderBuffer *article;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (PM_IS_READER (self));
  article = _pm_reader_get_article (self);
  if (article == NULL)
    return;
  pm_reader_buffer_get_bounds (article, span, &start, &end);
  /* What stands there is then what the keys are about. */
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (article), &start);
  pm_reader_view_scroll_to (self->view, span.start, 1.0 / 3);
  flash (self, span);
}

void
pm_reader_mark (PmReader *self, const PmSpan *spans, gsize n_spans)
{
  PmReaderBuffer *article;

  g_return_if_fail (PM_IS_READER (self));
  article = _pm_reader_get_article (self);
  g_array_set_size (self->marked, 0);
  if (article == NULL)
    return;
  pm_reader_buffer_clear (article, PM_LOOK_MARKED);
  if (n_spans > 0)
    g_array_append_vals (self->marked, spans, n_spans);
  for (gsize i = 0; i < n_spans; i++)
    pm_reader_buffer_apply (article, PM_LOOK_MARKED, spans[i]);
  /* The tag itself has no looks, so the view does not know. */
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  _pm_reader_fill_strip (self);
}

gsize
pm_reader_get_place (PmReader *self)
{
  GtkTextView *view;
  GtkAdjustment *adjustment;
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (PM_IS_READER (self), 0);
  view = GTK_TEXT_VIEW (self->view);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  if (_pm_reader_get_article (self) == NULL ||
      gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment) + 1)
    return 0;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, gtk_text_view_get_left_margin (view),
                                      visible.y + 1);
  return pm_reader_buffer_get_byte (_pm_reader_get_article (self), &iter, PM_EDGE_START);
}

void
pm_reader_set_place (PmReader *self, gsize place)
{
  g_return_if_fail (PM_IS_READER (self));
  if (_pm_reader_get_article (self) == NULL)
    return;
  if (place == 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  else
    pm_reader_view_scroll_to (self->view, place, 0);
}

PmSpan
pm_reader_get_selection (PmReader *self)
{
  PmReaderBuffer *article;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (PM_IS_READER (self), ((PmSpan){ 0, 0 }));
  article = _pm_reader_get_article (self);
  if (article == NULL ||
      !gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (article), &start, &end))
    return (PmSpan){ 0, 0 };
  return pm_reader_buffer_get_span (article, &start, &end);
}

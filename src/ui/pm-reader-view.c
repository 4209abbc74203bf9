/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-view.h"

#include "pm-reader-ground.h"

#include <adwaita.h>

#define MIN_MARGIN 18
#define MIN_WIDTH 240
#define SETTLE_MS 300

struct _PmReaderView
{
  GtkTextView parent_instance;

  PmReaderBuffer *article;
  GtkCssProvider *font;
  PmReaderStyle style;
  int characters;
  int column;

  GSignalGroup *adjustment; /* the vertical one */
  guint settle_source;      /* set while heights are still becoming known */
  gboolean has_goal;        /* a place to be at until they are */
  gsize goal;
  double goal_position;

  gboolean is_pressed; /* the first pointer button, since @press */
  graphene_point_t press;
};

G_DEFINE_FINAL_TYPE (PmReaderView, pm_reader_view, GTK_TYPE_TEXT_VIEW)

enum
{
  COLUMN_CHANGED,
  RELEASED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* The text view measures lines bit by bit, and forgets or misses a place it is asked to go to
 * meanwhile (GTK 4.8). So that place is kept, and gone to again whenever more heights are known,
 * until all are or the user goes somewhere. */
static void
settle_cb (gpointer data)
{
  PmReaderView *self = data;

  self->settle_source = 0;
  self->has_goal = FALSE;
  /* What lies behind the lines is drawn before the text view measures those that are new. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
unsettle (PmReaderView *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add_once (SETTLE_MS, settle_cb, self);
}

static void
heights_changed_cb (PmReaderView *self)
{
  GtkTextIter iter;

  unsettle (self);
  if (!self->has_goal || self->article == NULL)
    return;
  pm_reader_buffer_get_iter (self->article, self->goal, PM_EDGE_START, &iter);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &iter, 0, TRUE, 0, self->goal_position);
}

static void
adjustment_cb (PmReaderView *self)
{
  g_signal_group_set_target (self->adjustment,
                             gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)));
}

static char *
dup_ui_family (PmReaderView *self)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  char *family;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "Sans");
  family = g_strdup (pango_font_description_get_family (font));
  pango_font_description_free (font);
  return family;
}

static PangoFontMetrics *
get_metrics (PmReaderView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_context_get_metrics (context, NULL, NULL);
}

static int
get_em (PmReaderView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (1, (int) (size + 0.5));
}

/* Takes over font and colours from the style; changes to the looks only what differs, as each
 * change lays the article out again. */
static void
update_style (PmReaderView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  PangoFontMetrics *metrics = get_metrics (self);
  int height = (pango_font_metrics_get_ascent (metrics) +
                pango_font_metrics_get_descent (metrics)) /
               PANGO_SCALE;
  PmReaderStyle style = { 0 };
  gboolean resized;
  gboolean recolored;

  pango_font_metrics_unref (metrics);
  style.em = get_em (self);
  style.leading = MAX (style.em / 6, style.em * 8 / 5 - height);
  style.dark = adw_style_manager_get_dark (manager);
  style.contrast = adw_style_manager_get_high_contrast (manager);
  style.ui_family = dup_ui_family (self);
  resized = style.em != self->style.em || style.leading != self->style.leading ||
            g_strcmp0 (style.ui_family, self->style.ui_family) != 0;
  recolored = style.dark != self->style.dark || style.contrast != self->style.contrast;
  g_free (self->style.ui_family);
  self->style = style;
  if ((resized || recolored) && self->article != NULL)
    pm_reader_buffer_set_style (self->article, &self->style);
  if (recolored)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!resized)
    return;
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), style.leading);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), pm_reader_style_get_gap (&style));
  self->column = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
measure_column (PmReaderView *self, int width)
{
  PangoFontMetrics *metrics = get_metrics (self);
  gint64 column = (gint64) pango_font_metrics_get_approximate_char_width (metrics) *
                  self->characters / PANGO_SCALE;

  /* Lines break before their end: so much more for them to have that many characters. */
  column += column / 16;

  pango_font_metrics_unref (metrics);
  return MIN (column, MAX (1, width - 2 * MIN_MARGIN));
}

/* Margins and pictures are as wide as there is room for now; that is not what the view needs, and
 * if it were, a pane beside it would never find room. */
static void
pm_reader_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GTK_WIDGET_CLASS (pm_reader_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
pm_reader_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PmReaderView *self = PM_READER_VIEW (widget);
  int column = measure_column (self, width);
  int margin = (width - column) / 2;
  gboolean changed = column != self->column;

  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), margin);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), width - column - margin);
  self->column = column;
  if (changed && self->article != NULL)
    pm_reader_buffer_set_width (self->article, gtk_widget_get_pango_context (widget), column);
  if (changed)
    g_signal_emit (self, signals[COLUMN_CHANGED], 0);
  GTK_WIDGET_CLASS (pm_reader_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
pm_reader_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pm_reader_view_parent_class)->css_changed (widget, change);
  update_style (PM_READER_VIEW (widget));
}

static void
pm_reader_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  PmReaderView *self = PM_READER_VIEW (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && self->article != NULL)
    pm_reader_ground_draw (view, self->article, &self->style, self->column, snapshot);
}

static void
pm_reader_view_copy_clipboard (GtkTextView *view)
{
  PmReaderView *self = PM_READER_VIEW (view);
  GtkTextIter start;
  GtkTextIter end;
  PmSpan span;
  g_autofree char *words = NULL;

  if (self->article == NULL ||
      !gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->article), &start, &end))
    return;
  span = pm_reader_buffer_get_span (self->article, &start, &end);
  if (pm_span_is_empty (span))
    words = gtk_text_iter_get_text (&start, &end);
  else
    words = pm_document_dup_span (pm_reader_buffer_get_document (self->article), span);
  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "article.menu", NULL);
}

/* From the surface's coordinates to the view's. */
static gboolean
get_event_point (PmReaderView *self, GdkEvent *event, graphene_point_t *point)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double left;
  double top;
  double x;
  double y;

  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &left, &top);
  return gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                   &GRAPHENE_POINT_INIT (x - left, y - top), point);
}

/* Looks on only: a gesture of ours would lose the pointer to the text view's own. */
static gboolean
event_cb (PmReaderView *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  graphene_point_t point;

  if (type == GDK_SCROLL || type == GDK_BUTTON_PRESS || type == GDK_KEY_PRESS ||
      type == GDK_TOUCH_BEGIN)
    self->has_goal = FALSE;
  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      !get_event_point (self, event, &point))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS)
    {
      self->is_pressed = TRUE;
      self->press = point;
    }
  else if (self->is_pressed)
    {
      gboolean moved = gtk_drag_check_threshold (GTK_WIDGET (self), self->press.x, self->press.y,
                                                 point.x, point.y);

      self->is_pressed = FALSE;
      g_signal_emit (self, signals[RELEASED], 0, (double) point.x, (double) point.y, moved,
                     (guint) gdk_event_get_modifier_state (event));
    }
  return GDK_EVENT_PROPAGATE;
}

static void
pm_reader_view_dispose (GObject *object)
{
  PmReaderView *self = PM_READER_VIEW (object);

  if (self->font != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->font));
  g_clear_object (&self->font);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->article);
  G_OBJECT_CLASS (pm_reader_view_parent_class)->dispose (object);
}

static void
pm_reader_view_finalize (GObject *object)
{
  g_free (PM_READER_VIEW (object)->style.ui_family);
  G_OBJECT_CLASS (pm_reader_view_parent_class)->finalize (object);
}

static void
pm_reader_view_class_init (PmReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = pm_reader_view_dispose;
  object_class->finalize = pm_reader_view_finalize;
  widget_class->measure = pm_reader_view_measure;
  widget_class->size_allocate = pm_reader_view_size_allocate;
  widget_class->css_changed = pm_reader_view_css_changed;
  view_class->snapshot_layer = pm_reader_view_snapshot_layer;
  view_class->copy_clipboard = pm_reader_view_copy_clipboard;
  /* In place of the text view's own menu, which is for editing. */
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_action);

  signals[COLUMN_CHANGED] = g_signal_new ("column-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RELEASED] = g_signal_new ("released", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_DOUBLE, G_TYPE_DOUBLE,
                                    G_TYPE_BOOLEAN, G_TYPE_UINT);
}

static void
pm_reader_view_init (PmReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->characters = 66;
  gtk_text_view_set_editable (view, FALSE);
  /* Without a cursor the arrow keys would scroll, and the keyboard could not select. */
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, MIN_MARGIN);
  gtk_text_view_set_bottom_margin (view, 3 * MIN_MARGIN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pm-reader-text");

  self->adjustment = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->adjustment, "changed", G_CALLBACK (heights_changed_cb),
                                  self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_cb), NULL);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);

  self->font = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->font),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  update_style (self);
  pm_reader_view_show (self, NULL, NULL);
}

void
pm_reader_view_show (PmReaderView *self, PmDocument *document, const PmArticle *article)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;

  self->has_goal = FALSE;
  g_clear_object (&self->article);
  unsettle (self);
  if (document == NULL)
    {
      /* GTK 4.8 complains about a text view without one when the focus comes or goes. */
      buffer = gtk_text_buffer_new (NULL);
      gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
      return;
    }
  self->article = pm_reader_buffer_new (document, article, &self->style);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), GTK_TEXT_BUFFER (self->article));
  if (self->column > 0)
    pm_reader_buffer_set_width (self->article, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                self->column);
}

PmReaderBuffer *
pm_reader_view_get_article (PmReaderView *self)
{
  return self->article;
}

void
pm_reader_view_set_font (PmReaderView *self, const char *family, int points, int characters)
{
  g_autoptr (GString) css = g_string_new (".pm-reader-text { ");

  if (g_str_equal (family, "sans") || g_str_equal (family, "serif"))
    g_string_append_printf (css, "font-family: %s; ",
                            g_str_equal (family, "sans") ? "sans-serif" : "serif");
  else if (*family == '\0')
    g_string_append (css, "font-family: serif; ");
  else if (!g_str_equal (family, "system"))
    {
      g_autofree char *name = g_strdelimit (g_strdup (family), "\"\\\n{};", ' ');

      g_string_append_printf (css, "font-family: \"%s\", serif; ", name);
    }
  g_string_append_printf (css, "font-size: %dpt; }", points);
  gtk_css_provider_load_from_data (self->font, css->str, css->len);
  self->characters = characters;
  self->column = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
pm_reader_view_get_column (PmReaderView *self)
{
  return self->column;
}

gboolean
pm_reader_view_is_pressed (PmReaderView *self)
{
  return self->is_pressed;
}

void
pm_reader_view_get_rect (PmReaderView *self, const GtkTextIter *iter, GdkRectangle *rect)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_get_iter_location (view, iter, rect);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rect->x, rect->y, &rect->x,
                                         &rect->y);
  rect->width = MAX (1, rect->width);
}

gboolean
pm_reader_view_find_at (PmReaderView *self, double x, double y, gsize *at)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int left;
  int top;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  if (self->article == NULL || !gtk_text_view_get_iter_at_location (view, &iter, left, top))
    return FALSE;
  *at = pm_reader_buffer_get_byte (self->article, &iter, PM_EDGE_START);
  return TRUE;
}

void
pm_reader_view_scroll_to (PmReaderView *self, gsize at, double position)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->article);
  GtkTextMark *mark;
  GtkTextIter iter;
  GtkTextIter end;

  if (self->article == NULL)
    return;
  pm_reader_buffer_get_iter (self->article, at, PM_EDGE_START, &iter);
  mark = gtk_text_buffer_create_mark (buffer, NULL, &iter, TRUE);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, position);
  gtk_text_buffer_delete_mark (buffer, mark);
  self->has_goal = self->settle_source != 0;
  self->goal = at;
  self->goal_position = position;
  end = iter;
  if (self->has_goal && gtk_text_iter_forward_char (&end))
    {
      GtkTextTag *tag = pm_reader_buffer_get_tag (self->article, PM_LOOK_NUDGE);

      /* Has the lines around it measured first, and the view look at where it should be. */
      gtk_text_buffer_apply_tag (buffer, tag, &iter, &end);
      gtk_text_buffer_remove_tag (buffer, tag, &iter, &end);
    }
}

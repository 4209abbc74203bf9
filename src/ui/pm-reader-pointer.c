/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long the keyboard's selection must rest before the popover comes. */
#define PAUSE_MS 450
#define MAX_TOOLTIP 300 /* bytes */
#define AIM 5           /* pixels */

void
_pm_reader_hide_popover (PmReader *self)
{
  g_clear_handle_id (&self->popover_source, g_source_remove);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

void
_pm_reader_show_popover (PmReader *self)
{
  PmSpan span = pm_reader_get_selection (self);
  PmHighlight *target = _pm_reader_find_target (self);
  GdkRectangle rect;

  g_clear_handle_id (&self->popover_source, g_source_remove);
  if (self->editor != NULL || (pm_span_is_empty (span) && target == NULL))
    return;
  _pm_reader_get_rect (self, pm_span_is_empty (span) ? target->span : span, &rect);
  pm_highlight_popover_set_highlight (PM_HIGHLIGHT_POPOVER (self->popover), target);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rect);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
show_popover_cb (gpointer data)
{
  PmReader *self = data;

  self->popover_source = 0;
  if (gtk_widget_has_focus (GTK_WIDGET (self->view)))
    _pm_reader_show_popover (self);
}

/* The cursor or the other end of the selection moved. */
static void
mark_set_cb (PmReader *self, GtkTextIter *iter, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark != gtk_text_buffer_get_insert (buffer) &&
      mark != gtk_text_buffer_get_selection_bound (buffer))
    return;
  _pm_reader_hide_popover (self);
  _pm_reader_update_actions (self);
  if (gtk_text_buffer_get_has_selection (buffer) && !pm_reader_view_is_pressed (self->view))
    self->popover_source = g_timeout_add_once (PAUSE_MS, show_popover_cb, self);
}

static void
drop_idle (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

void
_pm_reader_drop_popover (GtkWidget *popover)
{
  g_idle_add_once (drop_idle, g_object_ref (popover));
}

static void
menu_closed_cb (PmReader *self, GtkWidget *menu)
{
  if (self->menu == menu)
    self->menu = NULL;
  _pm_reader_drop_popover (menu);
}

/* @link: (nullable): the link it is about. */
static GMenuModel *
make_menu (const PmMark *link, gboolean whole)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new ();

  if (link != NULL && link->url != NULL)
    {
      static const struct
      {
        const char *title;
        const char *action;
      } items[] = {
        { N_ ("_Open in Browser"), "article.open-link" },
        { N_ ("Copy _Link"), "article.copy-link" },
        { N_ ("_Download into Notebook"), "article.download-link" },
      };
      g_autofree char *title = g_utf8_substring (link->url, 0,
                                                 MIN (g_utf8_strlen (link->url, -1), 60));
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].title), NULL);

          g_menu_item_set_action_and_target (item, items[i].action, "s", link->url);
          g_menu_append_item (section, item);
        }
      g_menu_append_section (menu, title, G_MENU_MODEL (section));
    }
  g_menu_append (words, _ ("_Copy"), "article.copy");
  g_menu_append (words, _ ("Copy _Quotation"), "article.copy-quotation");
  g_menu_append (words, _ ("Select _All"), "article.select-all");
  if (whole)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  return G_MENU_MODEL (menu);
}

static void
show_menu_at (PmReader *self, const PmMark *link, gboolean whole, const GdkRectangle *rect)
{
  g_autoptr (GMenuModel) model = make_menu (link, whole);

  _pm_reader_hide_popover (self);
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), rect);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The mark of a footnote is too small to be hit exactly. */
static const PmMark *
find_link_at (PmReader *self, double x, double y)
{
  static const double aside[] = { 0, -AIM, AIM };
  PmReaderBuffer *article = _pm_reader_get_article (self);

  for (guint i = 0; article != NULL && i < G_N_ELEMENTS (aside); i++)
    {
      const PmMark *link = NULL;
      gsize at;

      if (pm_reader_view_find_at (self->view, x + aside[i], y, &at))
        link = pm_reader_buffer_find_link (article, at);
      if (link != NULL && (i == 0 || link->kind == PM_MARK_REFERENCE))
        return link;
    }
  return NULL;
}

/* A rectangle of one pixel at a point of the view, in the reader's coordinates. */
static GdkRectangle
get_point_rect (PmReader *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (x, y);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self), &point, &point))
    return (GdkRectangle){ 0, 0, 1, 1 };
  return (GdkRectangle){ point.x, point.y, 1, 1 };
}

static void
follow (PmReader *self, const PmMark *reference)
{
  const PmMark *target = pm_reader_buffer_find_target (_pm_reader_get_article (self), reference);

  if (target != NULL)
    pm_reader_go_to (self, target->span);
}

void
_pm_reader_released_cb (PmReader *self, double x, double y, gboolean moved, guint modifiers)
{
  const PmMark *link;
  GdkRectangle rect = get_point_rect (self, x, y);

  if (_pm_reader_get_article (self) == NULL)
    return;
  if (!pm_span_is_empty (pm_reader_get_selection (self)))
    {
      _pm_reader_show_popover (self);
      return;
    }
  if (moved)
    return;
  link = find_link_at (self, x, y);
  if (link != NULL && link->kind == PM_MARK_REFERENCE)
    follow (self, link);
  else if (link != NULL && (modifiers & GDK_CONTROL_MASK) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "article.open-link", "s", link->url);
  else if (link != NULL)
    show_menu_at (self, link, FALSE, &rect);
  else
    _pm_reader_show_popover (self);
}

static void
secondary_cb (PmReader *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkRectangle rect = get_point_rect (self, x, y);

  if (_pm_reader_get_article (self) == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  show_menu_at (self, find_link_at (self, x, y), TRUE, &rect);
}

void
_pm_reader_show_menu (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  const PmMark *link;
  GtkTextIter cursor;
  GdkRectangle rect;

  if (article == NULL)
    return;
  link = pm_reader_buffer_find_link (article, _pm_reader_get_cursor (self));
  if (pm_span_is_empty (pm_reader_get_selection (self)) && link != NULL &&
      link->kind == PM_MARK_REFERENCE)
    {
      follow (self, link);
      return;
    }
  if (!pm_span_is_empty (pm_reader_get_selection (self)) ||
      (link == NULL && _pm_reader_find_target (self) != NULL))
    {
      _pm_reader_show_popover (self);
      return;
    }
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (article), &cursor,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (article)));
  pm_reader_view_get_rect (self->view, &cursor, &rect);
  rect = get_point_rect (self, rect.x, rect.y + rect.height);
  show_menu_at (self, link, TRUE, &rect);
}

/* The address of a link; the words of a footnote, which need not be visited then.
 * Returns: (transfer full) (nullable) */
static char *
dup_tooltip (PmReaderBuffer *article, const PmMark *link)
{
  const PmMark *target;
  g_autofree char *words = NULL;
  g_autofree char *start = NULL;

  if (link == NULL || link->kind == PM_MARK_LINK)
    return link != NULL ? g_strdup (link->url) : NULL;
  target = pm_reader_buffer_find_target (article, link);
  if (target != NULL)
    words = pm_document_dup_span (pm_reader_buffer_get_document (article), target->span);
  if (words == NULL || strlen (words) <= MAX_TOOLTIP)
    return g_steal_pointer (&words);
  start = g_utf8_substring (words, 0, MAX_TOOLTIP / 4);
  return g_strconcat (start, "…", NULL);
}

static void
hover (PmReader *self, const PmMark *link)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  PmSpan span = link != NULL ? link->span : (PmSpan){ 0, 0 };
  g_autofree char *tooltip = NULL;

  if (article == NULL || (span.start == self->hovered.start && span.end == self->hovered.end))
    return;
  self->hovered = span;
  pm_reader_buffer_clear (article, PM_LOOK_LINK_HOVER);
  if (link != NULL)
    pm_reader_buffer_apply (article, PM_LOOK_LINK_HOVER, span);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), link != NULL ? "pointer" : "text");
  tooltip = dup_tooltip (article, link);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), tooltip);
}

static void
motion_cb (PmReader *self, double x, double y)
{
  hover (self, pm_reader_view_is_pressed (self->view) ? NULL : find_link_at (self, x, y));
}

static void
leave_cb (PmReader *self)
{
  hover (self, NULL);
}

void
_pm_reader_install_pointer (PmReader *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->popover = pm_highlight_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_group_connect_swapped (self->buffer_signals, "mark-set", G_CALLBACK (mark_set_cb), self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (_pm_reader_hide_popover), self, G_CONNECT_SWAPPED);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (view, motion);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (_pm_reader_hide_popover), self);
  gtk_widget_add_controller (view, focus);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (secondary));
}

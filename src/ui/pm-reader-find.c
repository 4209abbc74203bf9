/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pm-reader-private.h"

#include "pm-text-search.h"

#define MAX_MATCHES 5000

static void
clear_matches (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);

  g_array_set_size (self->matches, 0);
  self->match = 0;
  if (article == NULL)
    return;
  pm_reader_buffer_clear (article, PM_LOOK_MATCH);
  pm_reader_buffer_clear (article, PM_LOOK_MATCH_CURRENT);
}

static void
show_current (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  PmSpan span;

  pm_find_bar_set_result (self->find_bar, self->matches->len > 0 ? self->match + 1 : 0,
                          self->matches->len);
  if (article == NULL || self->matches->len == 0)
    return;
  span = g_array_index (self->matches, PmSpan, self->match);
  pm_reader_buffer_clear (article, PM_LOOK_MATCH_CURRENT);
  pm_reader_buffer_apply (article, PM_LOOK_MATCH_CURRENT, span);
  pm_reader_view_scroll_to (self->view, span.start, 1.0 / 3);
}

/* The first match from the cursor on, or, when that is out of sight, from the top of the view. */
static guint
choose_first (PmReader *self)
{
  gsize from = MAX (_pm_reader_get_cursor (self), pm_reader_get_place (self));

  for (guint i = 0; i < self->matches->len; i++)
    if (g_array_index (self->matches, PmSpan, i).start >= from)
      return i;
  return 0;
}

void
_pm_reader_search_cb (PmReader *self, const char *words)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  PmDocument *document;

  clear_matches (self);
  if (article == NULL)
    return;
  document = pm_reader_buffer_get_document (article);
  g_array_unref (self->matches);
  self->matches = pm_text_search (pm_document_get_text (document),
                                  pm_document_get_length (document), words, MAX_MATCHES);
  for (guint i = 0; i < self->matches->len; i++)
    pm_reader_buffer_apply (article, PM_LOOK_MATCH, g_array_index (self->matches, PmSpan, i));
  self->match = choose_first (self);
  show_current (self);
}

void
_pm_reader_step_cb (PmReader *self, int by)
{
  guint n = self->matches->len;

  if (n == 0)
    return;
  self->match = (self->match + n + by) % n;
  show_current (self);
}

/* Leaves the cursor at the match, its words selected: found, they can be marked at once. */
void
_pm_reader_find_closed_cb (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  GtkTextIter start;
  GtkTextIter end;

  if (article == NULL)
    return;
  if (self->match < self->matches->len &&
      pm_reader_buffer_get_bounds (article, g_array_index (self->matches, PmSpan, self->match),
                                   &start, &end))
    gtk_text_buffer_select_range (GTK_TEXT_BUFFER (article), &end, &start);
  clear_matches (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
_pm_reader_find (PmReader *self)
{
  PmReaderBuffer *article = _pm_reader_get_article (self);
  PmSpan selection = pm_reader_get_selection (self);
  g_autofree char *words = NULL;

  if (article == NULL)
    return;
  if (!pm_span_is_empty (selection) && pm_span_length (selection) < 100)
    words = pm_document_dup_span (pm_reader_buffer_get_document (article), selection);
  pm_find_bar_open (self->find_bar, words);
  _pm_reader_search_cb (self, pm_find_bar_get_words (self->find_bar));
}
